// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

namespace zipper {

/// Where the training of a network stands; plain values.
struct TrainingState {
  int prepared = 0;  ///< batches of which a backbone that isn't trained was computed, before the first epoch
  int toPrepare = 0;
  int epoch = 0;  ///< 1 ... epochs; 0: preparing
  int epochs = 0;
  int batch = 0;  ///< 1 ... batches
  int batches = 0;
  double loss = 0;          ///< running mean of the epoch
  double batchLoss = 0;     ///< of the batch alone
  double trainingTop1 = 0;  ///< running mean of the epoch, in training mode, of images as they were changed
  double imagesPerSecond = 0;
  int scored = 0;  ///< batches of validation images, after the last batch of the epoch
  int toScore = 0;
  bool epochEnded = false;
  double validationTop1 = 0;  ///< when the epoch ended
};

/// How long a training takes on this machine, from a few batches: an estimate.
struct TrainingPace {
  double perImage = 0;        ///< seconds of a training image in an epoch
  double perScored = 0;       ///< of a validation image in an epoch
  double perPrepared = 0;     ///< of an image whose features are computed once; 0: none are
  double trainingImages = 0;  ///< that an epoch goes through
  double validationImages = 0;
  int epochs = 0;

  /// Of the whole training.
  double seconds() const;
  /// Of what was done when this was told.
  double secondsDone(const TrainingState& state) const;
};

}  // namespace zipper
