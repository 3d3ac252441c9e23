// SPDX-License-Identifier: GPL-3.0-or-later

#include <cstddef>
#include <cstdint>
#include <string>

#include "core/support/error.h"
#include "core/support/meeting_messages.h"

/// The input is requests at a meeting point, each after its length, as MeetingServer takes them apart.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string bytes(reinterpret_cast<const char*>(data), size);
  zipper::MeetingTable table;
  try {
    for (std::size_t at = 0; at + 4 <= size;) {
      const std::size_t length = zipper::frameLength(bytes.data() + at);
      if (length > zipper::mostMeetingBytes || length > size - at - 4) break;
      table.answer(bytes.substr(at + 4, length));
      at += 4 + length;
    }
  } catch (const zipper::Error&) {
    // The one answer to requests that aren't right.
  }
  return 0;
}
