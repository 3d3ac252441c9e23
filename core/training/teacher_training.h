// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <functional>
#include <string>

#include "core/data/dataset.h"
#include "core/network/mobilenet.h"
#include "core/support/work.h"
#include "core/training/training_options.h"
#include "core/training/training_state.h"

namespace zipper {

struct TrainingProgress : TrainingState {
  /// When the epoch ended and no other was better: the network as it is then, on the CPU. What is written of it in time
  /// isn't lost with the process.
  MobileNet best{nullptr};
};

struct TrainingResult {
  MobileNet network{nullptr};  ///< the best on the validation images, in evaluation mode
  double validationTop1 = 0;
  int bestEpoch = 0;         ///< 0: none was finished, the network is as it is
  bool interrupted = false;  ///< stopped early: the network is the best so far
  std::string lost;          ///< why, if another process was lost; empty otherwise
};

/// Trains all weights of the network, or of its head alone, with cross entropy. A stop request ends it after the
/// current batch, of training or of scoring, and keeps the best that was reached (after less than one epoch: the
/// weights as they are), and so does the loss of a process. Progress is what `progress` is told. With a group its
/// processes divide each batch and the scoring; batch normalization is that of whole batches, so that the result is
/// that of one process within rounding, and the same bits in all of them. Throws Error if the processes differ in what
/// they were asked for, or in their weights after an epoch, or if there are several and they are to use a card. All
/// networks are on the CPU before and after.
TrainingResult trainTeacher(MobileNet network, const DatasetPtr& trainingSet, const TrainingOptions& options,
                            const std::function<void(const TrainingProgress&)>& progress = {}, const Work& work = {});

}  // namespace zipper
