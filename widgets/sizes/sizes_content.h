// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QString>

#include "core/analysis/size_sweep.h"
#include "core/report/trunk_sweep.h"
#include "widgets/sizes/trade_data.h"

namespace zipper {

/// "1.72 ×": rounded down, so that nothing is claimed that isn't reached.
QString timesText(double compression);
/// "6–13", "none".
QString shownLayers(const std::vector<int>& layers);

/// What is recommended, and by what, in a sentence or two: it says whether it is an estimate or was measured.
QString adviceSentence(const SizeAdvice& advice);
/// What a size shares, saves and is expected to lose, and what it lost where that was measured.
QString forecastText(const SizePlan& plan, const SizeSweep& sweep);

/// Measured sizes against compression, with the expected ones as far as there is a measured one to scale them by.
/// `chosen`: the size where the vertical line stands.
plots::TradeData sizesData(const SizeSweep& sweep, const SizePlan* chosen);
/// Measured depths of the trunk against speedup. `layers`: how many the networks have.
plots::TradeData trunksData(const TrunkSweep& sweep);

}  // namespace zipper
