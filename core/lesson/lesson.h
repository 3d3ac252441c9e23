// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace zipper {

/// A page of a lesson: a text that is shown as it is, and what it brings forward.
struct LessonPage {
  std::string title;
  std::string text;           ///< plain text, UTF-8; lines end with "\n"
  std::optional<int> step{};  ///< index into Session::steps, -1: the teachers; nothing: what is shown stays
  std::string panel{};        ///< see lessonPanels(); empty: none
};

/// Where a panel stands in the window. Those that aren't named are closed.
struct PanelPlace {
  std::string name;  ///< see lessonPanels()
  std::string area;  ///< "left", "right", "top", "bottom"; empty: where it usually stands
  int group = 0;     ///< panels of an area with the same number lie on each other; groups stand in their order
  bool front = false;
  double share = 0;  ///< of the window's height (left, right) or width, of its group; 0: what is usual
  double depth = 0;  ///< of the window's width (left, right) or height, of its area; 0: what is usual
};

/// How many images of a task a lesson holds, and of how many they are a part.
struct LessonCount {
  std::int64_t held = 0, all = 0;
  bool isPart() const { return held < all; }
};
struct LessonImages {
  LessonCount train, validation, test;
  bool isPart() const { return train.isPart() || validation.isPart() || test.isPart(); }
  std::int64_t held() const { return train.held + validation.held + test.held; }
};

/// The text that came with a data set about its licence or the makers of its images.
struct LessonLicence {
  int task = 0;
  std::string name;  ///< of the file
  std::string text;
};

/// What a lesson file holds beside the session and its images.
struct Lesson {
  std::string title;
  std::vector<LessonPage> pages;
  std::vector<PanelPlace> panels;       ///< empty: the window stays as it is
  std::vector<LessonImages> images;     ///< of each task
  std::vector<LessonLicence> licences;  ///< only of an unpacked lesson
  std::string program;                  ///< version that wrote it
};

inline constexpr std::size_t mostLessonPages = 200;
inline constexpr std::size_t longestLessonTitle = 200;                   ///< bytes
inline constexpr std::size_t longestLessonText = std::size_t(64) << 10;  ///< bytes, of a page

/// Names of panels, as pages and layouts have them; a window may know more and ignores those that it doesn't know.
const std::vector<std::string>& lessonPanels();

/// Error that names the page and says what is allowed: no title, texts too long or not UTF-8, panels with impossible
/// names, steps that a session with so many steps doesn't have.
void checkLesson(const Lesson& lesson, std::size_t steps);

}  // namespace zipper
