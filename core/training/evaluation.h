// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <vector>

#include "core/data/dataset.h"
#include "core/network/folded_network.h"
#include "core/session/scores.h"
#include "core/support/work.h"

namespace zipper {

/// What to say when a network has more outputs than its data has classes, which is allowed but hardly meant; empty if
/// it hasn't.
std::string doubtAboutClasses(const MobileNetSpec& spec, const Dataset& dataset);

/// Top-1, top-5 and loss of a network on a data set, in evaluation mode with folded batch normalization. Images that
/// can't be read are left out, with a warning. Tells progress in batches. With a group each of its processes scores a
/// share of the images, and the result is that of all. Throws Cancelled, RankLost.
Score evaluate(const FoldedNetwork& network, const DatasetPtr& dataset, const Work& work = {});

}  // namespace zipper
