// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/lesson/lesson.h"

#include <algorithm>
#include <cmath>

#include "core/support/error.h"
#include "core/support/printable.h"

namespace zipper {

namespace {

constexpr std::size_t mostPanels = 64, longestPanelName = 32;

bool isPanelName(const std::string& name) {
  return name.size() <= longestPanelName && name.find_first_not_of("abcdefghijklmnopqrstuvwxyz-") == std::string::npos;
}

void checkLength(const std::string& where, const std::string& text, std::size_t most) {
  if (text.size() > most) fail(where, " has ", text.size(), " bytes, at most ", most, " are taken; shorten it");
}

void checkPage(const LessonPage& page, std::size_t number, std::size_t steps) {
  const std::string where = concat("page ", number, " of the lesson");
  checkLength(concat("the title of ", where), page.title, longestLessonTitle);
  checkLength(concat("the text of ", where), page.text, longestLessonText);
  if (page.title.empty() && page.text.empty()) fail(where, " is empty; write a title or a text, or remove it");
  if (!isPanelName(page.panel)) fail(where, ": \"", printable(page.panel, 60), "\" is no name of a panel");
  if (page.step && (*page.step < -1 || *page.step >= std::int64_t(steps)))
    fail(where, ": step ", std::int64_t(*page.step) + 1, " is to be shown, but the session has ", steps,
         "; steps count from 1, and 0 are the networks before the first");
}

void checkPanel(const PanelPlace& panel) {
  const std::vector<std::string> areas{"", "left", "right", "top", "bottom"};
  const bool isShare = std::isfinite(panel.share) && std::isfinite(panel.depth) && panel.share >= 0 &&
                       panel.share <= 1 && panel.depth >= 0 && panel.depth <= 1;
  const bool isArea = std::find(areas.begin(), areas.end(), panel.area) != areas.end();
  if (panel.name.empty() || !isPanelName(panel.name) || !isArea || !isShare || panel.group < 0 ||
      panel.group > int(mostPanels))
    fail("the place of the panel \"", printable(panel.name, 60), "\" can't be one of a window");
}

}  // namespace

const std::vector<std::string>& lessonPanels() {
  static const std::vector<std::string> names{"recipe", "explain", "inspector", "curves",  "accuracy", "changes",
                                              "try",    "costs",   "layers",    "history", "log",      "lesson"};
  return names;
}

void checkLesson(const Lesson& lesson, std::size_t steps) {
  if (lesson.title.find_first_not_of(" \t\n") == std::string::npos)
    fail("the lesson has no title; give it one, which the window shows");
  checkLength("the title of the lesson", lesson.title, longestLessonTitle);
  if (lesson.pages.size() > mostLessonPages)
    fail("the lesson has ", lesson.pages.size(), " pages, at most ", mostLessonPages, " are taken");
  for (std::size_t i = 0; i < lesson.pages.size(); ++i) checkPage(lesson.pages[i], i + 1, steps);
  if (lesson.panels.size() > mostPanels) fail("the lesson places ", lesson.panels.size(), " panels, too many");
  for (const PanelPlace& panel : lesson.panels) checkPanel(panel);
}

}  // namespace zipper
