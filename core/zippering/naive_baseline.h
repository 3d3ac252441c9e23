// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <cstdint>
#include <functional>
#include <vector>

#include "core/network/mobilenet.h"
#include "core/support/compute_device.h"
#include "core/support/libtorch.h"
#include "core/support/work.h"
#include "core/zippering/zippering.h"

namespace zipper {

/// One network with a head per task: all other layers are shared, batch normalization included, and start at random;
/// no teacher has a part in it (Wu, Chan, Chen 2019, slide 9: "directly train a shared network with two different
/// output layers"). Where the tasks differ so that a convolution can't be one, it stays per task: for other input
/// channels or strides, and, unless it is 1x1, for other padding.
class NaiveNetwork {
 public:
  /// Throws Error with whyNotMergeable(). Weights come from the seed.
  NaiveNetwork(const std::vector<MobileNetSpec>& specs, std::uint64_t seed);

  int taskCount() const { return int(tasks_.size()); }
  /// The whole path of a task from image to logits; shared layers are the same modules in every path.
  MobileNet& task(int index) { return tasks_[std::size_t(index)]; }
  std::vector<MobileNetSpec> specs();
  /// Trainable, each shared one once.
  std::vector<torch::Tensor> parameters();
  std::int64_t parameterCount();
  void train(bool on);
  /// Logits [N_t, classes_t] of each task. Where everything but the heads is shared and all images have one shape, they
  /// go through the network in one batch: what batch normalization sees is then the mixture that its running statistics
  /// describe.
  std::vector<torch::Tensor> logits(const std::vector<torch::Tensor>& images);

 private:
  std::vector<MobileNet> tasks_;
  bool wholeTrunk_ = true;
};

/// A moment at which the network was scored.
struct NaivePoint {
  int iterations = 0;
  double seconds = 0;  ///< since the beginning without pauses, evaluation included
  Scores scores;       ///< on the test sets
};

/// How the network is trained.
struct NaivePlan {
  CalibrationSettings settings;  ///< of the losses only the cross entropy counts, and it has no weight
  std::uint64_t seed = 0;
  std::vector<int> moments{};  ///< numbers of iterations after which it is scored, ascending; 0: before the first
  ComputeDevice device = {};
};

/// What the training tells. Any of it may be empty.
struct NaiveObserver {
  std::function<void(const NaivePoint&)> scored = {};  ///< at each of the moments
  Observer observer = {};                              ///< records of batches hold no L1 mismatch
};

/// Trains the network for as many iterations as the settings say with the sum of the cross entropies of all tasks (with
/// UpdateOrder::Alternate, an update for each). Deterministic for a seed. Returns the loss of each iteration. The
/// network is on the CPU before and after. Throws Cancelled, Diverged, Error.
std::vector<float> trainNaive(NaiveNetwork& network, const std::vector<TaskData>& data, const NaivePlan& plan,
                              const NaiveObserver& observer = {}, const Work& work = {});

}  // namespace zipper
