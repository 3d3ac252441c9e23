// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <functional>
#include <set>
#include <vector>

#include "core/merging/layer_moments.h"
#include "core/merging/merge_input.h"
#include "core/network/merged_network.h"
#include "core/session/session.h"
#include "core/training/part_clock.h"

namespace zipper {

/// Gives what a layer is to share its first values, unit after unit, each for what the merged network before it puts
/// out. For one use.
class LayerMerger {
 public:
  /// `whole`: as the next layer of the trunk.
  LayerMerger(MergedNetwork& network, std::vector<MobileNet>& teachers, int layer, bool whole, const MergeInput& input);

  /// See mergeLayer().
  std::vector<ChannelMatch> merge();
  /// Makes the trunk one layer deeper: `layer` = network.trunk() + 1, which must be merged already. Its kernels are
  /// equalized; its merged weights, batch normalization and biases are initialized anew for what the kernels produce
  /// then.
  void deepen();

 private:
  int taskCount() const { return network_.taskCount(); }
  const NetworkPlan& plan() const { return plan_; }
  BnPolicy policy() const;
  bool normalizes(int unit) const { return plan().units[std::size_t(unit)].normalizes(); }
  /// The unit of every task.
  std::vector<ConvUnit> unitsOf(int unit);

  void alignInputs();
  void initializeUnits();
  void equalizeKernels(int unit);
  void fitOwnKernelsOfTasks(int unit);
  void initializeUnit(int unit);
  std::vector<LayerMoments> collectMoments(int unit);
  /// By how much the answers depend on each channel.
  void weigh(std::vector<LayerMoments>& moments, int unit, const Work& ofUnit);
  void forAllTasks(const std::function<void(int task, const Work& own)>& body) const;
  void alignOutputs(int unit, std::vector<LayerMoments>& moments);
  void warnOfFixedOrder(int space);
  void solve(int unit, const std::vector<LayerMoments>& moments);
  torch::Tensor meanWeights(int unit);
  void permute(int task, int space, const std::vector<int>& order);
  std::vector<int> byWeights(int task, int unit);
  std::vector<int> byActivations(int task, int unit);
  std::vector<int> byMoments(const LayerMoments& first, const LayerMoments& other, int unit) const;
  bool mergedBefore() const;
  template <typename Body>
  auto during(StepPart part, const Body& body) {
    return input_.clock->during(part, body);
  }

  MergedNetwork& network_;
  std::vector<MobileNet>& teachers_;
  NetworkPlan plan_;  ///< of task A
  int layer_;
  bool whole_;
  bool aligns_;
  const MergeInput& input_;
  std::vector<CalibrationImages> images_;  ///< per task; empty where none are needed
  int initialized_ = 0;                    ///< how many units of the layer have their values
  std::set<int> alignedSpaces_;
  std::vector<ChannelMatch> orders_;
};

}  // namespace zipper
