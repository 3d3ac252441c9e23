// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <vector>

#include "core/data/dataset.h"
#include "core/data/loader_options.h"
#include "core/network/folded_network.h"
#include "core/session/scores.h"
#include "core/support/compute_device.h"
#include "core/support/work.h"

namespace zipper {

/// What to say when a network has more outputs than its data has classes, which is allowed but hardly meant; empty if
/// it hasn't.
std::string doubtAboutClasses(const MobileNetSpec& spec, const Dataset& dataset);

/// How the images of a score are read: in order, in batches that fit into memory.
LoaderOptions scoringOptions(const MobileNetSpec& spec);
/// Adds a batch to a score that still holds sums; labels are outputs of the network, [N], logits [N,classes].
void addToScore(Score& score, const torch::Tensor& logits, const torch::Tensor& labels);
/// The means that such sums give.
Score meanOf(const Score& sums);

/// Top-1, top-5 and loss of a network on a data set, in evaluation mode with folded batch normalization. Images that
/// can't be read are left out, with a warning. Tells progress in batches. With a group each of its processes scores a
/// share of the images, and the result is that of all. A scoringSample() leaves its mark on the score. The
/// network's outputs are computed where it is, and scored on the CPU. Throws Cancelled, RankLost.
Score evaluate(const FoldedNetwork& network, const DatasetPtr& dataset, const Work& work = {});
/// The same on a device, of a network that is on the CPU. Throws Error as withNetworksOn(), too.
Score evaluate(const ComputeDevice& device, MobileNet& network, const DatasetPtr& dataset, const Work& work = {});

}  // namespace zipper
