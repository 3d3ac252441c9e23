// SPDX-License-Identifier: GPL-3.0-or-later

#include <cstddef>
#include <cstdint>
#include <string>

#include "core/recipe/recipe_queue.h"
#include "core/support/error.h"

/// What is read is written and read again.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string text(reinterpret_cast<const char*>(data), size);
  try {
    zipper::queueFromJson(zipper::queueToJson(zipper::queueFromJson(text, 13, "queue")), 13, "queue");
  } catch (const zipper::Error&) {
    // The one answer to texts that aren't right.
  }
  return 0;
}
