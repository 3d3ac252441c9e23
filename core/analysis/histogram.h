// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <vector>

namespace zipper {

/// Counts of several sets of numbers on one common axis.
struct Histogram {
  double low = 0, high = 0;              ///< the outer edges; equal only if there is no finite number
  std::vector<std::vector<int>> counts;  ///< [set][bin]
};

/// `bins` equal bins from the smallest to the largest finite number of all sets (a little room is made if they are
/// equal). Numbers that aren't finite are not counted.
Histogram histogram(const std::vector<const std::vector<float>*>& sets, int bins);

}  // namespace zipper
