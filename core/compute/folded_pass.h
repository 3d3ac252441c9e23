// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <optional>

#include "core/compute/fused_teacher.h"

namespace zipper {

/// Where a pass begins: at the images, or at what a layer hands on (0: the units before the first; one more than there
/// are layers: features, [N,C,1,1]).
struct PassStart {
  PassStart(const torch::Tensor& images) : maps(images) {}
  PassStart(int behind, const torch::Tensor& handedOn) : layer(behind), maps(handedOn) {}

  int layer = -1;  ///< -1: the images
  torch::Tensor maps;
};

/// Inner maps of a network in evaluation mode, as it was when this was made; batch normalizations are folded and the
/// work goes through kernels.h where it can. Images are [N,C,H,W], maps [N,C,H,W] with channels last.
class FoldedPass {
 public:
  explicit FoldedPass(MobileNet& network) : FoldedPass(FoldedNetwork(network)) {}
  explicit FoldedPass(FoldedNetwork network);
  FoldedPass(const FoldedPass&) = delete;
  FoldedPass& operator=(const FoldedPass&) = delete;

  /// What a convolution of the plan hands on, the product or sum where there is one behind it; -1: the images. Neither
  /// may lie before the start.
  torch::Tensor outputs(int unit, const PassStart& start);
  /// What a convolution of the plan reads, averaged over all positions where it is a squeeze, [N,C,1,1] then.
  torch::Tensor inputs(int unit, const PassStart& start);
  /// What comes out of the batch normalization, or bias, of a 1x1 convolution for such inputs: z of LayerMoments, if
  /// the network is a teacher.
  torch::Tensor beforeActivation(int unit, const torch::Tensor& inputs) const;
  /// What a layer hands on, not before the start; numbers of layers as those of a start.
  torch::Tensor behind(int layer, const PassStart& start);
  /// The same, written to `maps`: of the shape and layout that it has.
  void behind(int layer, const PassStart& start, const torch::Tensor& maps);
  /// Averages over the outputs of the last convolution, [N,C].
  torch::Tensor features(const PassStart& start);
  torch::Tensor logits(const PassStart& start) { return network_.logitsOfFeatures(features(start)); }
  /// What a layer of the head reads, [N,C]: 0 is the first one, which reads features().
  torch::Tensor headInputs(int layer, const torch::Tensor& features) const;
  /// What a layer of the head makes of it before its activation.
  torch::Tensor headOutputs(int layer, const torch::Tensor& inputs) const;
  const FoldedNetwork& network() const { return network_; }

 private:
  void fusedOutputs(int unit, const PassStart& start, const torch::Tensor& maps);

  FoldedNetwork network_;
  std::optional<FusedTeacher> fused_;  ///< if it can do the network's plan
};

}  // namespace zipper
