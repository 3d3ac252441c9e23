// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "core/data/image_reading.h"

namespace zipper {

/// What there is to know about a data set before it becomes part of a pair.
struct DataSummary {
  std::int64_t training = 0, validation = 0, test = 0;  ///< images; validation: 0 without images of its own for it
  std::vector<std::string> classNames;
  std::vector<std::string> notes;  ///< see Dataset::notes()
  ImageReading reading;
};

}  // namespace zipper
