// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/training/training_start.h"

#include "core/data/relabelled_dataset.h"
#include "core/models/model_file.h"
#include "core/network/mobilenet_v3.h"
#include "core/support/printable.h"
#include "core/training/unfolded_norms.h"

namespace zipper {

namespace {

/// The hidden layer that the head of a MobileNet V3 has as published.
HiddenLayer publishedHidden(const MobileNetSpec& spec) {
  return {hiddenOfV3(spec.architecture, spec.width), spec.minimalistic ? spec.activation : Activation::HardSwish};
}

MobileNetSpec withClasses(MobileNetSpec spec, const std::vector<std::string>& classNames) {
  spec.classNames = classNames;
  spec.classes = int(classNames.size());
  spec.classOffset = 0;
  // A hidden layer is part of a V3, with its own or the published channels; heads of others are the publisher's choice.
  if (!isV3(spec.architecture))
    spec.hidden.clear();
  else if (spec.hidden.empty())
    spec.hidden = {publishedHidden(spec)};
  return spec;
}

void checkKind(const TrainingStart& start, const MobileNetSpec& spec) {
  if (start.architecture && *start.architecture != spec.architecture)
    throw OtherArchitecture(concat("architecture ", toString(*start.architecture),
                                   " found, but the network to start from is a ", titleOf(spec.architecture)));
  if (start.minimalistic && !spec.minimalistic)
    throw OtherArchitecture(concat("a minimalistic network was asked for, but the network to start from, a ",
                                   titleOf(spec.architecture), ", isn't"));
}

/// Puts the labels of all images in order by the outputs that the network has.
ClassMatching keepHead(MobileNet& network, const std::string& from, TrainingData& data) {
  const MobileNetSpec& spec = network->spec();
  if (spec.classes == 0)
    fail(wholePrintable(from), " has no head to keep: a new one is needed for the classes of the data set");
  const ClassMatching matching = matchClasses(spec, data.train->classNames());
  if (!matching.problem.empty()) fail("the head can't be kept: ", matching.problem);
  for (DatasetPtr* part : {&data.train, &data.validation, &data.test})
    if (*part) *part = relabelled(*part, matching, spec);
  return matching;
}

}  // namespace

TrainingData openTrainingData(const std::string& folder, const ImageReading& reading) {
  OpenOptions open;
  open.images = reading;
  TrainingData data;
  data.train = openDataset(folder, open);
  data.validation = openValidation(folder, open);
  open.split = Split::Test;
  data.test = openDataset(folder, open);
  return data;
}

MobileNetSpec freshSpec(const TrainingStart& start, const std::vector<std::string>& classNames) {
  MobileNetSpec spec;
  spec.architecture = start.architecture.value_or(Architecture::MobileNetV1);
  spec.width = start.width;
  spec.inputSize = usualInputSize;
  spec.stemStride = usualStemStride;
  spec.minimalistic = start.minimalistic;
  spec.activation = isV3(spec.architecture) ? Activation::ReLU : Activation::ReLU6;
  std::vector<std::string> notes;
  applyOverrides(spec, start.overrides, notes);
  spec = withClasses(spec, classNames);
  validate(spec);
  return spec;
}

StartedNetwork startNetwork(const TrainingStart& start, TrainingData& data, const TrainingOptions& options,
                            const Work& work) {
  StartedNetwork started;
  const std::vector<std::string>& classNames = data.train->classNames();
  if (start.from.empty()) {
    if (start.keepsHead) fail("random weights have no head to keep");
    if (options.headOnly) fail("the head alone can only be trained on top of a trained network");
    started.network = MobileNet(freshSpec(start, classNames), options.seed);
    return started;
  }
  LoadedModel model = loadModel(start.from, start.overrides);
  started.source = model.source;
  checkKind(start, model.network->spec());
  started.network = model.network;
  if (start.keepsHead)
    started.matching = keepHead(started.network, start.from, data);
  else
    started.network = withNewHead(model.network, withClasses(model.network->spec(), classNames), options.seed);
  // Training would begin with a network that computes something else.
  if (!options.headOnly && hasFoldedNorms(started.network))
    unfoldNorms(started.network, data.train, unfoldingImages, options.seed, work);
  return started;
}

TrainingOptions optionsOf(const TrainingChoice& choice) {
  TrainingOptions options;
  options.epochs = choice.epochs;
  options.batchSize = choice.batchSize;
  options.learningRate = choice.learningRate;
  options.weightDecay = choice.weightDecay;
  options.labelSmoothing = choice.labelSmoothing;
  options.validationShare = choice.validationShare;
  options.headOnly = choice.headOnly;
  options.seed = choice.seed;
  options.device = choice.device;
  return options;
}

TrainingOptions optionsOf(const TrainingChoice& choice, const MobileNetSpec& spec, const TrainingData& data) {
  TrainingOptions options = optionsOf(choice);
  options.validation = data.validation;
  if (choice.augments) options.augmentation = {spec.inputSize / 8, choice.minimumScale, choice.flip, choice.colour};
  return options;
}

}  // namespace zipper
