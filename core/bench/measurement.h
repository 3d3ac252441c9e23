// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <cstdint>
#include <string>

#include "core/support/timing.h"

namespace zipper {

/// One thing that was measured.
struct Measurement {
  std::string key;    ///< "calibration_step_ms"; parts separated by a slash: "inference_ms/separate"
  std::string title;  ///< for people
  Timing time;
  int images = 0;          ///< of all tasks, in one repetition; 0: it isn't about images
  std::int64_t bytes = 0;  ///< of the file that is written or read; 0: none is
};

}  // namespace zipper
