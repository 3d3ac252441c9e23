// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/analysis/best_trade.h"

namespace zipper {

std::size_t bestTrade(const std::vector<TradePoint>& points) {
  const std::size_t last = points.size() - 1;
  const double mostSaved = points.front().size - points.back().size;
  const double mostLost = points.back().loss - points.front().loss;
  if (mostSaved <= 0 || mostLost <= 0) return last;
  std::size_t best = 0;
  double farthest = 0;
  for (std::size_t i = 0; i <= last; ++i) {
    const double saved = (points.front().size - points[i].size) / mostSaved;
    const double below = saved - (points[i].loss - points.front().loss) / mostLost;
    if (below < farthest) continue;
    farthest = below;
    best = i;
  }
  return best;
}

std::size_t recommendedTrade(const std::vector<TradePoint>& points, const TradeNoise& noise) {
  const std::size_t last = points.size() - 1;
  if (points[last].loss - points.front().loss <= noise(0, last)) return last;
  const std::size_t best = bestTrade(points);
  for (std::size_t i = last; i > best; --i)
    if (points[i].loss - points[best].loss <= noise(best, i)) return i;
  return best;
}

}  // namespace zipper
