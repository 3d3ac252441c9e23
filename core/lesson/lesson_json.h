// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "core/lesson/lesson.h"
#include "core/support/json_reader.h"

namespace zipper {

/// The format of lesson files that is written. Older ones are read, newer ones refused.
inline constexpr int lessonFormat = 1;

/// A file in a lesson, as its list names it.
struct LessonEntry {
  std::string name;
  std::uint64_t bytes = 0;
  std::string sha256;  ///< lower-case hexadecimal
};

/// The description in a lesson file: all of a Lesson but the texts of licences, and the list of files.
std::string lessonToJson(const Lesson& lesson, const std::vector<LessonEntry>& entries);

/// Parts of it as they are told elsewhere, too.
Json lessonCountJson(const LessonCount& count);
Json lessonPageJson(const LessonPage& page);

struct LessonDescription {
  Lesson lesson;
  std::vector<LessonEntry> entries;
};

/// Reads it back. Error: no JSON, keys that are missing, of a wrong type or unknown, a lesson made by a newer version,
/// what checkLesson() refuses (steps aside), files that can't be a lesson's (see isLessonEntry()) or that are named
/// twice.
LessonDescription lessonFromJson(const std::string& json);

}  // namespace zipper
