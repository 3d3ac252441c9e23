#pragma once

#include <set>
#include <string>
#include <vector>

#include "core/network/layer_table.h"
#include "core/network/mobilenet.h"

namespace zipper {

/// The network that serves all tasks: per-task stem, depthwise layers and head; the pointwise convolutions of merged
/// layers are one for all, their batch normalization too if the policy says so. Starts as deep copies of the teachers
/// with nothing merged. Copying the object shares the modules; use clone() for a network of its own.
class MergedNetwork {
 public:
  /// At least two teachers. Throws Error with whyNotMergeable().
  MergedNetwork(const std::vector<MobileNet>& teachers, BnPolicy policy);

  int taskCount() const { return int(tasks_.size()); }
  /// The whole path of a task from image to logits. Merged layers are the same modules in every path.
  MobileNet& task(int index) { return tasks_[std::size_t(index)]; }
  BnPolicy policy() const { return policy_; }
  const std::set<int>& mergedLayers() const { return merged_; }
  bool isMerged(int layer) const { return merged_.count(layer) > 0; }

  /// Makes the pointwise layer (1...13) of all tasks one. It has the values of task 0 until it is initialized.
  void merge(int layer);

  /// Trainable parameters, each shared one once.
  std::vector<torch::Tensor> parameters();
  /// Everything, each shared tensor once: "shared.layers.3.pointwise.conv.weight", "a.stem.conv.weight", ...
  NamedTensors state();
  /// Copies values in; Error as MobileNet::loadState.
  void loadState(const NamedTensors& state);

  MergedNetwork clone();
  void train(bool on);

 private:
  BnPolicy policy_;
  std::set<int> merged_;
  std::vector<MobileNet> tasks_;
};

}  // namespace zipper
