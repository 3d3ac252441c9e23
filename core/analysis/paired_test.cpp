// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/analysis/paired_test.h"

#include <algorithm>
#include <cmath>

#include "core/support/error.h"
#include "core/support/text_format.h"

namespace zipper {

namespace {

/// Tens of thousands of logarithms are added up, whose sum is large before it is small again.
using ExactSum = long double;

}  // namespace

double mcNemarsTest(std::int64_t lost, std::int64_t won) {
  if (lost < 0 || won < 0) fail("numbers of images can't be below 0: ", lost, " lost, ", won, " won");
  const std::int64_t changed = lost + won, fewer = std::min(lost, won);
  if (lost == won) return 1;
  // The binomial probability of `fewer`, as a logarithm: 2^-changed alone is too small for a double.
  ExactSum logarithm = -ExactSum(changed) * std::log(2.0L);
  for (std::int64_t i = 1; i <= fewer; ++i) logarithm += std::log(ExactSum(changed - fewer + i) / ExactSum(i));
  // Those of still fewer, relative to it.
  double sum = 1, term = 1;
  for (std::int64_t i = fewer; i > 0 && term > 0; --i) {
    term *= double(i) / double(changed - i + 1);
    sum += term;
  }
  return std::min(1.0, 2 * std::exp(double(logarithm) + std::log(sum)));
}

std::string pText(double p) { return p < 0.001 ? "p < 0.001" : "p = " + fixedNumber(p, 3); }

}  // namespace zipper
