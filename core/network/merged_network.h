// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <set>
#include <string>
#include <vector>

#include "core/network/mobilenet.h"
#include "core/network/sharing.h"

namespace zipper {

/// The network that serves all tasks: per-task stem, depthwise layers and head; the pointwise convolutions of merged
/// layers, and those of squeeze-and-excite, are one for all, their batch normalization or bias too if the policy says
/// so. The first layers may be one for all as a whole, the trunk: for tasks that look at the same image it is computed
/// once. Starts as deep copies of the teachers with nothing merged. Copying the object shares the modules; use clone()
/// for a network of its own.
class MergedNetwork {
 public:
  /// At least two teachers. Throws Error with whyNotMergeable().
  MergedNetwork(const std::vector<MobileNet>& teachers, BnPolicy policy);

  int taskCount() const { return int(tasks_.size()); }
  /// The whole path of a task from image to logits. Merged layers are the same modules in every path.
  MobileNet& task(int index) { return tasks_[std::size_t(index)]; }
  int layers() const { return tasks_.front()->layers(); }
  BnPolicy policy() const { return policy_; }
  const std::set<int>& mergedLayers() const { return merged_; }
  bool isMerged(int layer) const { return merged_.count(layer) > 0; }
  /// Layers 0 (stem) ... trunk() are shared whole: stem, depthwise and pointwise, each with its batch normalization.
  /// 0: nothing is shared whole, not even the stem.
  int trunk() const { return trunk_; }
  Sharing sharing() const { return {merged_, policy_, trunk_}; }
  /// The number of the last layer up to which all, from layer 1 on, are merged; 0 if layer 1 isn't.
  int mergedPrefix() const;

  /// Makes the layer (from 1 on) of all tasks one. It has the values of task 0 until it is initialized.
  void merge(int layer);
  /// Makes layers 0 ... depth one as a whole, with the values of task 0; a trunk that is deeper already stays. Throws
  /// Error with whyNoTrunk(), or if one of layers 1 ... depth isn't merged.
  void shareTrunk(int depth);
  /// The path of each task for images of its own, [N_t,C,H,W] per task. The images of all tasks go through the trunk as
  /// one batch, so that in training mode its batch normalization sees the mixture that its running statistics describe.
  std::vector<ForwardResult> forward(const std::vector<torch::Tensor>& images, bool withTaps = false);

  /// Trainable parameters, each shared one once.
  std::vector<torch::Tensor> parameters();
  /// Everything, each shared tensor once: "shared.layers.3.pointwise.conv.weight", "a.stem.conv.weight", ...
  NamedTensors state();
  /// Copies values in; Error as MobileNet::loadState.
  void loadState(const NamedTensors& state);

  MergedNetwork clone();
  void train(bool on);

 private:
  /// Makes the modules of all tasks one as far as sharing() says.
  void shareModules();

  BnPolicy policy_;
  std::set<int> merged_;
  int trunk_ = 0;
  std::vector<MobileNet> tasks_;
};

}  // namespace zipper
