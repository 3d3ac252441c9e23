// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <vector>

namespace zipper {

/// The one-to-one assignment of rows to columns with the smallest sum of costs: element i of the result is the column
/// of row i. `costs`: size x size, row-major. Exact, O(size^3), about a tenth of a second for 1024.
/// Source: Jonker and Volgenant, "A shortest augmenting path algorithm for dense and sparse linear assignment
/// problems", Computing 38 (1987). Throws Error if the number of costs isn't a square or one of them isn't finite.
std::vector<int> assign(const std::vector<double>& costs, int size);

}  // namespace zipper
