// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/report/timestamp.h"

#include <array>
#include <ctime>

namespace zipper {

std::string timestamp() { return timestampOf(std::time(nullptr)); }

std::string timestampOf(std::int64_t seconds) {
  const auto now = std::time_t(seconds);
  std::tm utc{};
  gmtime_r(&now, &utc);
  std::array<char, 32> text{};
  return std::string(text.data(), std::strftime(text.data(), text.size(), "%Y-%m-%dT%H:%M:%SZ", &utc));
}

}  // namespace zipper
