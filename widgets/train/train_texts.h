// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QString>

#include "core/models/model_summary.h"
#include "core/training/training_choice.h"
#include "core/training/training_state.h"

namespace zipper {

/// How a network was read: readingText() without what it says about a head that it lacks, which is about to be trained.
QString networkText(const ModelSummary& summary);

/// What will be trained: "MobileNet V1, width 0.25, input 96×96, 5 classes".
QString plannedNetworkText(const MobileNetSpec& spec);

/// "Epoch 3 of 10, batch 12 of 40, 812 images/s"
QString trainingStateText(const TrainingState& state);

/// "About 2 min on this machine, an estimate from a few batches." Empty without seconds.
QString trainingTimeText(double seconds, bool keepsFeatures);

/// "flowers-head.safetensors" beside the network, or in the folder above the images: a name that is free.
QString suggestedTrainingName(const TrainingChoice& choice);

}  // namespace zipper
