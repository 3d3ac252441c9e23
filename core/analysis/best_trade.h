// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <cstddef>
#include <functional>
#include <vector>

namespace zipper {

/// A network of a certain size, and what it loses against the largest one.
struct TradePoint {
  double size = 0;  ///< parameters, say
  double loss = 0;  ///< in any unit; noise can make it negative
};

/// The knee of a curve of loss against size: the point that lies farthest below the straight line from the largest
/// network to the smallest one, when what the smallest saves and what it loses both count as 1. Up to there a saved
/// parameter costs less than on average. Of equally good ones the smallest. `points`: from the largest to the smallest,
/// at least one; if the smallest loses nothing, it is the knee. Source: V. Satopää, J. Albrecht, D. Irwin, B. Raghavan,
/// "Finding a 'Kneedle' in a Haystack", ICDCSW 2011, whose curve is taken as it was measured instead of smoothed.
std::size_t bestTrade(const std::vector<TradePoint>& points);

/// The standard error of the difference of what two of the points lose.
using TradeNoise = std::function<double(std::size_t, std::size_t)>;

/// The smallest network whose loss is within what noise explains of the best trade. The best trade is the smallest
/// network at all if it loses no more than one standard error against the largest one, or else bestTrade(). Within
/// noise means that it loses no more than one standard error more than that: the rule by which a pruned tree is chosen
/// in L. Breiman, J. Friedman, R. Olshen, C. Stone, "Classification and Regression Trees", 1984, section 3.4.3.
std::size_t recommendedTrade(const std::vector<TradePoint>& points, const TradeNoise& noise);

}  // namespace zipper
