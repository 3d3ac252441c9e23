// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <string>
#include <vector>

#include "core/data/class_matching.h"
#include "core/data/dataset.h"
#include "core/models/model_source.h"
#include "core/network/mobilenet.h"
#include "core/training/teacher_training.h"
#include "core/training/training_choice.h"

namespace zipper {

/// The images of a data set that is trained on.
struct TrainingData {
  DatasetPtr train;
  DatasetPtr validation;  ///< null: the data set has none of its own
  DatasetPtr test;
};

/// All that is needed, the test images too: what is wrong with them is said before the training, not after it. Throws
/// Error as openDataset().
TrainingData openTrainingData(const std::string& folder, const ImageReading& reading);

/// Thrown when the file is of another architecture than the one that is asked for.
class OtherArchitecture : public Error {
 public:
  using Error::Error;
};

struct StartedNetwork {
  MobileNet network{nullptr};
  ModelSource source;      ///< of a file: what was guessed about it is among its notes
  ClassMatching matching;  ///< of a kept head
};

/// The network to give to trainTeacher(). With a kept head the labels of `data` become its outputs. Batch normalization
/// that was folded is unfolded unless the head alone is trained, which leaves every bit of the rest. Throws Error: the
/// file can't be read, is of another architecture, or has no head to keep; its classes don't fit; settings out of
/// range; OtherArchitecture.
StartedNetwork startNetwork(const TrainingStart& start, TrainingData& data, const TrainingOptions& options,
                            const Work& work = {});

/// The spec of a network with random weights, or with those of `from` and a new head, for these classes.
MobileNetSpec freshSpec(const TrainingStart& start, const std::vector<std::string>& classNames);

/// What trainTeacher() is told; what depends on the network and the data besides: shifts of up to an eighth of the
/// input, and validation images of the data set's own.
TrainingOptions optionsOf(const TrainingChoice& choice, const MobileNetSpec& spec, const TrainingData& data);
/// The same before there is a network: what startNetwork() looks at.
TrainingOptions optionsOf(const TrainingChoice& choice);

}  // namespace zipper
