// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/support/decimal.h"

#include <array>
#include <charconv>

namespace zipper {

double decimalOf(float value) {
  std::array<char, 64> text{};
  const auto end = std::to_chars(text.data(), text.data() + text.size(), value).ptr;
  double result = double(value);
  std::from_chars(text.data(), end, result);
  return result;
}

}  // namespace zipper
