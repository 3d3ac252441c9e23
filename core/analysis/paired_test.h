// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <cstdint>
#include <string>

namespace zipper {

/// McNemar's test on the same images for two networks: how probable it is that lost and won images differ as much as
/// this, or more, if each image that changed was as likely to be lost as won. The exact two-sided binomial test, not
/// the approximation by chi-square; 1 if nothing changed. Source: Q. McNemar, "Note on the sampling error of the
/// difference between correlated proportions or percentages", Psychometrika 12 (1947), 153-157. Throws Error for
/// numbers below 0.
double mcNemarsTest(std::int64_t lost, std::int64_t won);

/// "p = 0.345", "p < 0.001".
std::string pText(double p);

}  // namespace zipper
