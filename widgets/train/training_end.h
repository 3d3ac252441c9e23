// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <cstdint>
#include <optional>
#include <string>

namespace zipper {

/// How a training ended.
struct TrainingEnd {
  std::string path;  ///< the file of the best network; empty: there is none
  bool stopped = false;
  int bestEpoch = 0;  ///< 0: none was finished
  int epochs = 0;     ///< that were asked for
  double validationTop1 = 0;
  std::int64_t validationImages = 0;
  std::optional<double> testTop1;  ///< of the best network
  std::int64_t testImages = 0;
  std::string trouble;  ///< why it isn't where it was wanted, or why it ended early; empty: nothing
};

}  // namespace zipper
