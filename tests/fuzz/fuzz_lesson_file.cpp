// SPDX-License-Identifier: GPL-3.0-or-later

#include <cstddef>
#include <cstdint>
#include <string>

#include "core/lesson/lesson_json.h"
#include "core/lesson/lesson_text.h"
#include "core/lesson/unpacked_lesson.h"
#include "core/support/error.h"
#include "fuzz/scratch_files.h"

/// The input is the description of a lesson if it begins as JSON does, a text with pages if it begins with '#', or else
/// a lesson file.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  static const zipper::test::ScratchFiles files;
  const std::string text(reinterpret_cast<const char*>(data), size);
  try {
    if (size > 0 && data[0] == '{') {
      // What was read can be written, and is the same then.
      const auto first = zipper::lessonFromJson(text);
      const std::string written = zipper::lessonToJson(first.lesson, first.entries);
      const auto again = zipper::lessonFromJson(written);
      if (zipper::lessonToJson(again.lesson, again.entries) != written) __builtin_trap();
    } else if (size > 0 && data[0] == '#') {
      const auto pages = zipper::pagesFromText(text);
      const std::string written = zipper::pagesToText(pages);
      if (zipper::pagesToText(zipper::pagesFromText(written)) != written) __builtin_trap();
    } else {
      zipper::unpackLesson(files.write("fuzz.zipperlesson", data, size));
    }
  } catch (const zipper::Error&) {
    // The one answer to files that aren't right.
  }
  return 0;
}
