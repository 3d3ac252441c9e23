// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <optional>
#include <string>

#include "core/data/data_summary.h"
#include "core/models/model_summary.h"
#include "core/training/training_state.h"

namespace zipper {

/// What was found of a training that is being chosen, before it starts.
struct TrainingLook {
  std::optional<ModelSummary> model;  ///< of the file to start from, once it could be read
  std::optional<DataSummary> data;    ///< of the images
  std::string modelProblem, dataProblem;
  std::string headProblem;  ///< why the network's own head doesn't fit the images; empty: it does, or isn't known
  std::string headDoubt;    ///< what is to be said if it is kept
  std::optional<MobileNetSpec> network;  ///< what will be trained, a line; empty: not known
  std::string problem;                   ///< why these together can't be trained; empty: they can
  std::optional<TrainingPace> pace;      ///< measured on this machine
};

}  // namespace zipper
