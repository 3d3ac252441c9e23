// SPDX-License-Identifier: GPL-3.0-or-later

#include <chrono>
#include <map>

#include "app/cli/commands.h"
#include "app/cli/console.h"
#include "app/cli/data_options.h"
#include "app/cli/device_option.h"
#include "app/cli/interrupt.h"
#include "app/cli/merge_input.h"
#include "app/cli/processes.h"
#include "app/cli/threads_option.h"
#include "app/cli/wrong_usage.h"
#include "core/data/dataset.h"
#include "core/models/model_file.h"
#include "core/network/mobilenet_v3.h"
#include "core/support/compute_threads.h"
#include "core/support/files.h"
#include "core/support/kept_elsewhere.h"
#include "core/support/printable.h"
#include "core/support/protected_files.h"
#include "core/support/text_format.h"
#include "core/training/evaluation.h"
#include "core/training/teacher_training.h"
#include "core/training/unfolded_norms.h"

namespace zipper::cli {

namespace {

struct TrainOptions {
  std::string data, from, out, architecture = "mobilenet_v1", activation, padding = "pad-1";
  double width = 0.25;
  int inputSize = 32, stemStride = 2, threads = 0;
  bool flip = false, noAugment = false;
  double scale = 1.0, colour = 0.0;
  bool inputSizeGiven = false, stemStrideGiven = false, architectureGiven = false, minimalistic = false;
  TrainingOptions training;
  DataOptions images;
};

struct TrainData {
  DatasetPtr train, validation, test;
};

/// All that is needed, the test images too: what is wrong with them is said before the training, not after it.
TrainData openData(const TrainOptions& options) {
  OpenOptions open;
  open.images = options.images.over();
  TrainData data;
  data.train = openDataset(options.data, open);
  data.validation = openValidation(options.data, open);
  open.split = Split::Test;
  data.test = openDataset(options.data, open);
  tellNotes(options.data, {data.train, data.validation, data.test});
  return data;
}

/// The hidden layer that the head of a MobileNet V3 has as published.
HiddenLayer hiddenLayerOf(const MobileNetSpec& spec) {
  return {hiddenOfV3(spec.architecture, spec.width), spec.minimalistic ? spec.activation : Activation::HardSwish};
}

MobileNetSpec specFor(const TrainOptions& options, const DatasetPtr& data) {
  MobileNetSpec spec;
  spec.architecture = architectureFromString(options.architecture);
  spec.width = options.width;
  spec.inputSize = options.inputSize;
  spec.stemStride = options.stemStride;
  spec.minimalistic = options.minimalistic;
  spec.activation = isV3(spec.architecture) ? Activation::ReLU : Activation::ReLU6;
  if (!options.activation.empty()) spec.activation = activationFromString(options.activation);
  spec.padding = paddingFromString(options.padding);
  spec.classes = int(data->classNames().size());
  spec.classNames = data->classNames();
  if (isV3(spec.architecture)) spec.hidden = {hiddenLayerOf(spec)};
  validate(spec);
  return spec;
}

MobileNet startNetwork(const TrainOptions& options, const DatasetPtr& data) {
  if (options.from.empty()) return MobileNet(specFor(options, data), options.training.seed);
  LoadedModel model = loadModel(options.from);
  tellGuesses(model.source,
              "--input-size and --stem-stride say otherwise; training makes up for the rest as far as it "
              "can");
  MobileNetSpec spec = model.network->spec();
  if (options.architectureGiven && architectureFromString(options.architecture) != spec.architecture)
    refuse("--architecture: ", options.architecture, " found, but the network to start from is a ",
           titleOf(spec.architecture));
  if (options.minimalistic && !spec.minimalistic)
    refuse("--minimalistic was given, but the network to start from, a ", titleOf(spec.architecture), ", isn't");
  if (options.inputSizeGiven) spec.inputSize = options.inputSize;
  if (options.stemStrideGiven) spec.stemStride = options.stemStride;
  spec.classNames = data->classNames();
  spec.classes = int(spec.classNames.size());
  spec.classOffset = 0;
  // A hidden layer is part of a V3, with its own or the published channels; heads of others are the publisher's choice.
  if (!isV3(spec.architecture))
    spec.hidden.clear();
  else if (spec.hidden.empty())
    spec.hidden = {hiddenLayerOf(spec)};
  MobileNet network = withNewHead(model.network, spec, options.training.seed);
  // Training would begin with a network that computes something else.
  if (hasFoldedNorms(network)) unfoldNorms(network, data, unfoldingImages, options.training.seed);
  return network;
}

/// `seconds`: since the first batch.
void showProgress(ProgressLine& line, const TrainingProgress& state, double seconds) {
  const double done = state.epoch - 1 + double(state.batch) / state.batches;
  const std::string text = concat("epoch ", state.epoch, "/", state.epochs, "  loss ", state.loss, "  ",
                                  int(state.imagesPerSecond), " images/s");
  if (state.epochEnded)
    line.finishLine(concat(text, "  validation top-1 ", plain(percentText(state.validationTop1))));
  else
    line.show(text + timeLeftText(seconds * (state.epochs / done - 1)), done / state.epochs);
}

/// What the values of the network take in a file.
std::uintmax_t bytesOf(MobileNet& network) {
  std::uintmax_t bytes = 0;
  for (const auto& [name, tensor] : network->state()) bytes += tensor.nbytes();
  return bytes;
}

/// What the processes but rank 0 do: they take part in the computation, and neither tell nor write anything.
int takePartInTraining(MobileNet& network, const TrainData& parts, const TrainOptions& options, const Work& work) {
  TrainingResult result = trainTeacher(network, parts.train, options.training, {}, work);
  if (!result.lost.empty()) throw RankLost(result.lost);
  if (result.interrupted) return exitInterrupted;
  evaluate(options.training.device, result.network, parts.test, {{}, {}, {}, work.group});
  return 0;
}

/// Writes the best network that was reached, also after a loss, which is thrown then.
void writeResult(const TrainOptions& options, TrainingResult& result) {
  if (!result.lost.empty() && result.bestEpoch == 0)
    throw RankLost(concat(result.lost, "; no epoch was finished, and nothing was written"));
  const std::map<std::string, std::string> metadata{{"zipper.trained_on", validUtf8(options.data)},
                                                    {"zipper.validation_top1", concat(result.validationTop1)}};
  writeOrKeep(options.out, "the trained network", [&](const auto& path) { saveModel(path, result.network, metadata); });
  printLine(concat(options.out, ": best epoch ", result.bestEpoch, ", validation top-1 ",
                   plain(percentText(result.validationTop1))));
  if (!result.lost.empty())
    throw RankLost(concat(result.lost, "; ", options.out,
                          " holds the best network until then, go on with e.g.: --from ", options.out));
}

int trainAndTell(MobileNet& network, const TrainData& parts, const TrainOptions& options, const Work& work) {
  tellLine(concat(describe(network->spec()), ", ", parts.train->size(), " images"));
  ProgressLine line;
  const auto start = std::chrono::steady_clock::now();
  const auto show = [&](const TrainingProgress& state) {
    showProgress(line, state, std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count());
  };
  TrainingResult result = trainTeacher(network, parts.train, options.training, show, work);
  line.clear();
  if (result.interrupted && result.lost.empty() && result.bestEpoch == 0) {
    tellLine("zipper: interrupted before an epoch was finished; nothing was written");
    return exitInterrupted;
  }
  writeResult(options, result);
  if (result.interrupted) return exitInterrupted;
  const Score score = evaluate(options.training.device, result.network, parts.test, {{}, {}, printWarning, work.group});
  printLine(concat("test top-1 ", plain(percentText(score.top1)), " (", score.images, " images)"));
  return 0;
}

int train(TrainOptions options) {
  const StopToken stop = stopOnInterrupt();
  const ProcessGroupPtr group = meetOthers(stop);
  if (isFirst(group)) {
    refuseToReplace(options.out, {{"the data", options.data}, {"the network to start from", options.from}});
    checkCanWrite(options.out);
  }
  setComputeThreads(options.threads);
  const TrainData parts = openData(options);
  options.training.validation = parts.validation;
  MobileNet network = startNetwork(options, parts.train);
  Augmentation& augmentation = options.training.augmentation;
  if (!options.noAugment) augmentation = {network->spec().inputSize / 8, options.scale, options.flip, options.colour};
  if (!isFirst(group)) return takePartInTraining(network, parts, options, {stop, {}, {}, group});
  checkCanWrite(options.out, bytesOf(network));
  return trainAndTell(network, parts, options, {stop, {}, printWarning, group});
}

}  // namespace

void addTrain(CLI::App& app, Run& run) {
  auto options = std::make_shared<TrainOptions>();
  CLI::App* command = app.add_subcommand("train", "Train a MobileNet on a data set");
  command->footer(
      "Example:\n  zipper train --data sample/fashion --width 0.25 --input-size 32 --epochs 10 --out "
      "fashion.safetensors");
  command->add_option("--data", options->data, concat("Folder: ", dataHelp))->required();
  command->add_option("--out", options->out, "The trained network (safetensors)")->required();
  CLI::Option* architecture =
      command
          ->add_option("--architecture", options->architecture,
                       "mobilenet_v1, mobilenet_v2, mobilenet_v3_large or mobilenet_v3_small; with "
                       "--from that of the network")
          ->type_name("TEXT:{mobilenet_v1,mobilenet_v2,mobilenet_v3_large,mobilenet_v3_small}")
          ->capture_default_str();
  command->add_option("--width", options->width, "Width multiplier, 0.125 to 2.0")->capture_default_str();
  CLI::Option* size =
      command->add_option("--input-size", options->inputSize, "Height and width of the input")->capture_default_str();
  CLI::Option* stride = command->add_option("--stem-stride", options->stemStride, "1 or 2")
                            ->type_name("INT:{1,2}")
                            ->capture_default_str();
  command
      ->add_option("--activation", options->activation,
                   "relu or relu6; if not given, relu6, of a MobileNet V3, where it has no hard swish, relu")
      ->type_name("TEXT:{relu,relu6}");
  command->add_flag("--minimalistic", options->minimalistic,
                    "A MobileNet V3 with 3x3 kernels alone, without squeeze-and-excite and hard swish");
  command->add_option("--padding", options->padding, "pad-1 or same (TensorFlow)")
      ->type_name("TEXT:{pad-1,same}")
      ->capture_default_str();
  command->add_option("--from", options->from, "Start from this trained network, with a new head");
  TrainingOptions& training = options->training;
  command->add_option("--epochs", training.epochs, "Passes over the training images")->capture_default_str();
  command->add_option("--batch", training.batchSize, "Images per batch")->capture_default_str();
  command->add_option("--lr", training.learningRate, "Peak learning rate (AdamW, cosine)")->capture_default_str();
  command->add_option("--weight-decay", training.weightDecay, "Weight decay of AdamW")->capture_default_str();
  command
      ->add_option("--label-smoothing", training.labelSmoothing, "Share of each label that is spread over all classes")
      ->capture_default_str();
  command
      ->add_option("--validation-share", training.validationShare,
                   "Share of the training images held out to choose the best epoch, where the data set has no "
                   "validation images of its own")
      ->capture_default_str();
  command->add_flag("--flip", options->flip, "Mirror images left-right at random");
  command->add_option("--min-scale", options->scale, "Random resized crop: smallest share of the area")
      ->capture_default_str();
  command->add_option("--colour", options->colour, "Random brightness and contrast, up to this factor")
      ->capture_default_str();
  command->add_flag("--no-augment", options->noAugment, "No random shifts, mirrors, crops or colours");
  addDataOptions(*command, options->images);
  command
      ->add_option("--seed", training.seed, "Of the initial weights, of the order of images and of what changes them")
      ->capture_default_str();
  addDevice(*command, training.device);
  addThreads(*command, options->threads);
  command->callback([options, architecture, size, stride, &run] {
    options->architectureGiven = architecture->count() > 0;
    options->inputSizeGiven = size->count() > 0;
    options->stemStrideGiven = stride->count() > 0;
    run = [options] { return train(*options); };
  });
}

}  // namespace zipper::cli
