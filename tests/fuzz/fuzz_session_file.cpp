// SPDX-License-Identifier: GPL-3.0-or-later

#include <cstddef>
#include <cstdint>
#include <string>

#include "core/session/session_file.h"
#include "core/session/session_json.h"
#include "core/support/error.h"
#include "fuzz/scratch_files.h"

/// The input is the description of a session if it begins as JSON does, or else a session file.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  static const zipper::test::ScratchFiles files;
  try {
    if (size > 0 && data[0] == '{') {
      // What was read can be written, and is the same then.
      const auto first = zipper::sessionFromJson(std::string(reinterpret_cast<const char*>(data), size));
      const std::string text = zipper::sessionToJson(first.session);
      if (zipper::sessionToJson(zipper::sessionFromJson(text).session) != text) __builtin_trap();
      return 0;
    }
    const auto path = files.write("fuzz.zipper", data, size);
    if (zipper::isSessionFile(path)) zipper::loadSession(path);
  } catch (const zipper::Error&) {
    // The one answer to files that aren't right.
  }
  return 0;
}
