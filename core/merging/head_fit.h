// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/merging/layer_moments.h"
#include "core/merging/merge_input.h"
#include "core/network/merged_network.h"

namespace zipper {

/// A linear head: logits = weight · features + bias.
struct HeadValues {
  torch::Tensor weight;  ///< [classes,C], float64
  torch::Tensor bias;    ///< [classes], float64
};

/// The head that minimizes the squared error of the logits, by ridge regression around a weight that it stays near:
///
///     W = W₀ + (Y Xᵀ − W₀ X Xᵀ)(X Xᵀ + ρ I)⁻¹,   X and Y centred; the bias makes up for the means
///
/// `moments`: x the features, z the wanted logits. ρ is `ridge` times the mean of the Gram matrix's diagonal.
HeadValues fittedHead(const LayerMoments& moments, const torch::Tensor& weight, double ridge);

/// Fits the head of every task, layer by layer, to what that of its teacher puts out, the logits in the end, from the
/// features that the merged network has now: what merging did to the features is undone as far as a linear map can.
/// Looks at input.settings.initializationImages training images of each task and at no label. `layer`: the one that was
/// merged last; what it hands on is kept for the next. The teachers may have their channels in any order. All networks
/// must be in evaluation mode. Throws Cancelled within one batch, RankLost.
void fitHeads(MergedNetwork& network, std::vector<MobileNet>& teachers, int layer, const MergeInput& input);

}  // namespace zipper
