// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <optional>

#include "core/compute/fused_teacher.h"

namespace zipper {

/// Inner maps of a network in evaluation mode, as it was when this was made; batch normalizations are folded and the
/// work goes through kernels.h where it can. Images are [N,C,H,W], maps [N,C,H,W] with channels last.
class FoldedPass {
 public:
  explicit FoldedPass(MobileNet& network);
  FoldedPass(const FoldedPass&) = delete;
  FoldedPass& operator=(const FoldedPass&) = delete;

  /// The outputs of the stem (layer 0) or of a layer.
  torch::Tensor outputs(int layer, const torch::Tensor& images);
  /// What the pointwise convolution of a layer sees.
  torch::Tensor pointwiseInputs(int layer, const torch::Tensor& images);
  /// What comes out of its batch normalization for such inputs: z of LayerMoments, if the network is a teacher.
  torch::Tensor beforeActivation(int layer, const torch::Tensor& pointwiseInputs) const;
  /// Averages over the outputs of the last layer, [N,C].
  torch::Tensor features(const torch::Tensor& images) { return outputs(network_.layers(), images).mean({2, 3}); }
  torch::Tensor logits(const torch::Tensor& images) { return network_.logitsOfFeatures(features(images)); }

 private:
  torch::Tensor maps(int layer, bool depthwise, const torch::Tensor& images);

  FoldedNetwork network_;
  std::optional<FusedTeacher> fused_;  ///< if it can do the network's plan
};

}  // namespace zipper
