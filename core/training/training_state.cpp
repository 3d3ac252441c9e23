// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/training/training_state.h"

#include <algorithm>

namespace zipper {

double TrainingPace::seconds() const {
  return perPrepared * (trainingImages + validationImages) +
         epochs * (perImage * trainingImages + perScored * validationImages);
}

double TrainingPace::secondsDone(const TrainingState& state) const {
  if (state.epoch == 0)
    return state.toPrepare == 0 ? 0 : perPrepared * trainingImages * state.prepared / state.toPrepare;
  const double trained = double(state.batch) / std::max(1, state.batches);
  const double scored = state.epochEnded ? 1 : state.toScore == 0 ? 0 : double(state.scored) / state.toScore;
  const bool validationPrepared = state.epoch > 1 || state.epochEnded;
  return perPrepared * (trainingImages + (validationPrepared ? validationImages : validationImages * scored)) +
         (state.epoch - 1 + trained) * perImage * trainingImages +
         (state.epoch - 1 + scored) * perScored * validationImages;
}

}  // namespace zipper
