// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/training/teacher_training.h"

namespace zipper {

/// Measures how long trainTeacher() takes on this machine, for a second or two, on copies: the network keeps its bits.
/// Throws Cancelled, and Error as trainTeacher().
TrainingPace measurePace(MobileNet& network, const DatasetPtr& trainingSet, const TrainingOptions& options,
                         const Work& work = {});

}  // namespace zipper
