// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <vector>

#include "core/network/merged_network.h"

namespace zipper {

/// A network for inference: running statistics, scale and shift of every batch normalization are folded into the
/// convolution before it. Its weights are constants in channels-last layout; no gradients.
class FoldedNetwork {
 public:
  explicit FoldedNetwork(MobileNet& network);
  /// The same function as the network in evaluation mode.
  ForwardResult forward(const torch::Tensor& x, bool withTaps = false) const;
  /// The two parts of forward(): images to the output of a layer, as MobileNet::trunk(), and that output to
  /// logits.
  torch::Tensor trunk(const torch::Tensor& x, int layer) const;
  torch::Tensor branch(const torch::Tensor& maps, int layer) const;
  /// What a layer (0: the units before the first; -1: none, `maps` are images) hands on, to the output of a unit of the
  /// plan behind it.
  torch::Tensor outputs(int unit, const torch::Tensor& maps, int layer = -1) const {
    return walk(maps, layer < 0 ? 0 : plan_.tap(layer) + 1, unit + 1);
  }
  /// Logits from features [N,C] before the head.
  torch::Tensor logitsOfFeatures(const torch::Tensor& features) const;
  /// What a unit of the plan makes of its inputs, without product and addition; autograd may go through it.
  torch::Tensor apply(int unit, const torch::Tensor& inputs) const;
  const MobileNetSpec& spec() const { return spec_; }
  const NetworkPlan& plan() const { return plan_; }
  int layers() const { return plan_.layers(); }

  struct Unit {
    torch::Tensor weight;  ///< channels-last
    torch::Tensor bias;
    std::int64_t stride = 1, padding = 0, groups = 1;
    bool asymmetric = false;  ///< TF SAME at stride 2
    bool pools = false;       ///< what it reads is averaged over all positions first
    Activation activation = Activation::None;
  };
  /// The convolutions in the order of plan().units.
  const std::vector<Unit>& units() const { return units_; }
  /// A linear layer of the head.
  struct Linear {
    torch::Tensor weight, bias;
    Activation activation = Activation::None;
  };
  /// From the features to the logits; none without classes.
  const std::vector<Linear>& head() const { return head_; }

 private:
  static Unit fold(ConvUnitImpl& unit);
  /// Units first ... end - 1, see walkUnits().
  torch::Tensor walk(const torch::Tensor& x, int first, int end, std::vector<torch::Tensor>* taps = nullptr) const;
  torch::Tensor logitsOf(const torch::Tensor& maps) const;

  MobileNetSpec spec_;
  NetworkPlan plan_;
  std::vector<Unit> units_;
  std::vector<Linear> head_;
};

/// All tasks of a merged network on the same images: the trunk is computed once, then the branch of each task.
class FoldedTrunk {
 public:
  /// The network must have a trunk.
  explicit FoldedTrunk(MergedNetwork& network);
  /// The logits of each task, those of its whole path.
  std::vector<torch::Tensor> forward(const torch::Tensor& x) const;

 private:
  int layer_;
  std::vector<FoldedNetwork> tasks_;
};

}  // namespace zipper
