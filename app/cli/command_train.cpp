// SPDX-License-Identifier: GPL-3.0-or-later

#include <algorithm>
#include <chrono>
#include <initializer_list>

#include "app/cli/commands.h"
#include "app/cli/console.h"
#include "app/cli/data_options.h"
#include "app/cli/device_option.h"
#include "app/cli/interrupt.h"
#include "app/cli/merge_input.h"
#include "app/cli/override_options.h"
#include "app/cli/processes.h"
#include "app/cli/threads_option.h"
#include "app/cli/wrong_usage.h"
#include "core/support/compute_threads.h"
#include "core/support/files.h"
#include "core/support/kept_elsewhere.h"
#include "core/support/printable.h"
#include "core/support/protected_files.h"
#include "core/support/text_format.h"
#include "core/training/evaluation.h"
#include "core/training/teacher_file.h"
#include "core/training/training_start.h"

namespace zipper::cli {

namespace {

struct TrainOptions {
  TrainingChoice choice;
  std::string architecture = "mobilenet_v1";
  bool noAugment = false, architectureGiven = false;
  OverrideOptions overrides;
  DataOptions images;
};

TrainingData openData(const TrainingChoice& choice) {
  const TrainingData data = openTrainingData(choice.data, choice.images);
  tellNotes(choice.data, {data.train, data.validation, data.test});
  return data;
}

/// What can't be meant is wrong usage.
void checkUsage(const TrainingChoice& choice) {
  if (!choice.start.from.empty()) return;
  if (choice.headOnly) refuse("--head-only: there is no trained network; give one with --from");
  if (choice.start.keepsHead) refuse("--keep-head: there is no trained network; give one with --from");
}

StartedNetwork started(const TrainingChoice& choice, TrainingData& data) {
  try {
    return startNetwork(choice.start, data, optionsOf(choice));
  } catch (const OtherArchitecture& error) {
    refuse(error.what());
  }
}

MobileNet prepareNetwork(const TrainingChoice& choice, TrainingData& data) {
  const StartedNetwork start = started(choice, data);
  tellGuesses(start.source,
              "options such as --input-size say otherwise; training makes up for the rest as far as it "
              "can");
  if (!start.matching.doubt.empty()) printWarning(wholePrintable(start.matching.doubt));
  return start.network;
}

/// `seconds`: since the first batch.
void showProgress(ProgressLine& line, const TrainingProgress& state, double seconds) {
  if (state.epoch == 0)
    return line.show(concat("what the head reads: batch ", state.prepared, "/", state.toPrepare),
                     double(state.prepared) / std::max(1, state.toPrepare));
  const double done = state.epoch - 1 + double(state.batch) / state.batches;
  const std::string text = concat("epoch ", state.epoch, "/", state.epochs, "  loss ", state.loss, "  ",
                                  int(state.imagesPerSecond), " images/s");
  if (state.epochEnded)
    line.finishLine(concat(text, "  validation top-1 ", plain(percentText(state.validationTop1))));
  else
    line.show(text + timeLeftText(seconds * (state.epochs / done - 1)), done / state.epochs);
}

/// What the processes but rank 0 do: they take part in the computation, and neither tell nor write anything.
int takePartInTraining(MobileNet& network, const TrainingData& parts, const TrainingOptions& options,
                       const Work& work) {
  TrainingResult result = trainTeacher(network, parts.train, options, {}, work);
  if (!result.lost.empty()) throw RankLost(result.lost);
  if (result.interrupted) return exitInterrupted;
  evaluate(options.device, result.network, parts.test, {{}, {}, {}, work.group});
  return 0;
}

/// Writes the best network that was reached, also after a loss, which is thrown then.
void writeResult(const TrainingChoice& choice, TrainingResult& result) {
  if (!result.lost.empty() && result.bestEpoch == 0)
    throw RankLost(concat(result.lost, "; no epoch was finished, and nothing was written"));
  writeOrKeep(choice.out, "the trained network",
              [&](const auto& path) { writeTrained(path, result.network, choice.data, result.validationTop1); });
  printLine(concat(choice.out, ": best epoch ", result.bestEpoch, ", validation top-1 ",
                   plain(percentText(result.validationTop1))));
  if (!result.lost.empty())
    throw RankLost(concat(result.lost, "; ", choice.out, " holds the best network until then, go on with e.g.: --from ",
                          choice.out));
}

/// The best so far, in case that the process doesn't come to its end. What is in the way is told at the end.
void writeInTime(const TrainingChoice& choice, TrainingProgress& state) {
  try {
    writeTrained(choice.out, state.best, choice.data, state.validationTop1);
  } catch (const Error&) {
  }
}

int trainAndTell(MobileNet& network, const TrainingData& parts, const TrainingChoice& choice, const Work& work) {
  tellLine(concat(describe(network->spec()), ", ", parts.train->size(), " images"));
  ProgressLine line;
  const auto start = std::chrono::steady_clock::now();
  const auto show = [&](TrainingProgress state) {
    if (state.best) writeInTime(choice, state);
    showProgress(line, state, std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count());
  };
  TrainingResult result = trainTeacher(network, parts.train, optionsOf(choice, network->spec(), parts), show, work);
  line.clear();
  if (result.interrupted && result.lost.empty() && result.bestEpoch == 0) {
    tellLine("zipper: interrupted before an epoch was finished; nothing was written");
    return exitInterrupted;
  }
  writeResult(choice, result);
  if (result.interrupted) return exitInterrupted;
  const Score score = evaluate(choice.device, result.network, parts.test, {{}, {}, printWarning, work.group});
  printLine(concat("test top-1 ", plain(percentText(score.top1)), " (", score.images, " images)"));
  return 0;
}

TrainingChoice choiceOf(const TrainOptions& options) {
  TrainingChoice choice = options.choice;
  if (options.architectureGiven || choice.start.from.empty())
    choice.start.architecture = architectureFromString(options.architecture);
  choice.start.overrides = options.overrides.parsed();
  choice.images = options.images.over();
  choice.augments = !options.noAugment;
  return choice;
}

int train(const TrainOptions& options) {
  const StopToken stop = stopOnInterrupt();
  const ProcessGroupPtr group = meetOthers(stop);
  const TrainingChoice choice = choiceOf(options);
  checkUsage(choice);
  if (isFirst(group)) {
    refuseToReplace(choice.out, {{"the data", choice.data}, {"the network to start from", choice.start.from}});
    checkCanWrite(choice.out);
  }
  setComputeThreads(choice.threads);
  TrainingData parts = openData(choice);
  MobileNet network = prepareNetwork(choice, parts);
  if (!isFirst(group))
    return takePartInTraining(network, parts, optionsOf(choice, network->spec(), parts), {stop, {}, {}, group});
  checkCanWrite(choice.out, bytesOf(network));
  return trainAndTell(network, parts, choice, {stop, {}, printWarning, group});
}

/// They say what new weights are like, too.
void describeOverrides(CLI::App& command) {
  for (const auto& [name, text] : std::initializer_list<std::pair<const char*, std::string>>{
           {"--input-size", concat("Height and width of the input; ", usualInputSize, " without --from")},
           {"--stem-stride", concat("1 or 2; ", usualStemStride, " without --from")},
           {"--activation", "relu or relu6; without --from relu6, of a MobileNet V3, where it has no hard swish, relu"},
           {"--padding", "pad-1 or same (TensorFlow); without --from pad-1"}})
    command.get_option(name)->description(text);
}

}  // namespace

void addTrain(CLI::App& app, Run& run) {
  auto options = std::make_shared<TrainOptions>();
  TrainingChoice& choice = options->choice;
  CLI::App* command = app.add_subcommand("train", "Train a MobileNet on a data set");
  command->footer(
      "Example:\n  zipper train --data sample/fashion --width 0.25 --input-size 32 --epochs 10 --out "
      "fashion.safetensors");
  command->add_option("--data", choice.data, concat("Folder: ", dataHelp))->required();
  command->add_option("--out", choice.out, "The trained network (safetensors)")->required();
  CLI::Option* architecture =
      command
          ->add_option("--architecture", options->architecture,
                       "mobilenet_v1, mobilenet_v2, mobilenet_v3_large or mobilenet_v3_small; with "
                       "--from that of the network")
          ->type_name("TEXT:{mobilenet_v1,mobilenet_v2,mobilenet_v3_large,mobilenet_v3_small}")
          ->capture_default_str();
  TrainingStart& start = choice.start;
  command->add_option("--width", start.width, "Width multiplier, 0.125 to 2.0")->capture_default_str();
  command->add_flag("--minimalistic", start.minimalistic,
                    "A MobileNet V3 with 3x3 kernels alone, without squeeze-and-excite and hard swish");
  command->add_option("--from", start.from, "Start from this trained network, with a new head");
  command->add_flag("--keep-head", start.keepsHead,
                    "With the head of the network to start from, whose classes those of the data must be among");
  command->add_flag("--head-only", choice.headOnly,
                    "Train the head alone: all other weights, and the statistics of batch normalization, keep their "
                    "bits. With --no-augment each image goes through the network once");
  addOverrides(*command, options->overrides);
  describeOverrides(*command);
  command->add_option("--epochs", choice.epochs, "Passes over the training images")->capture_default_str();
  command->add_option("--batch", choice.batchSize, "Images per batch")->capture_default_str();
  command->add_option("--lr", choice.learningRate, "Peak learning rate (AdamW, cosine)")->capture_default_str();
  command->add_option("--weight-decay", choice.weightDecay, "Weight decay of AdamW")->capture_default_str();
  command->add_option("--label-smoothing", choice.labelSmoothing, "Share of each label that is spread over all classes")
      ->capture_default_str();
  command
      ->add_option("--validation-share", choice.validationShare,
                   "Share of the training images held out to choose the best epoch, where the data set has no "
                   "validation images of its own")
      ->capture_default_str();
  command->add_flag("--flip", choice.flip, "Mirror images left-right at random");
  command->add_option("--min-scale", choice.minimumScale, "Random resized crop: smallest share of the area")
      ->capture_default_str();
  command->add_option("--colour", choice.colour, "Random brightness and contrast, up to this factor")
      ->capture_default_str();
  command->add_flag("--no-augment", options->noAugment, "No random shifts, mirrors, crops or colours");
  addDataOptions(*command, options->images);
  command->add_option("--seed", choice.seed, "Of the initial weights, of the order of images and of what changes them")
      ->capture_default_str();
  addDevice(*command, choice.device);
  addThreads(*command, choice.threads);
  command->callback([options, architecture, &run] {
    options->architectureGiven = architecture->count() > 0;
    run = [options] { return train(*options); };
  });
}

}  // namespace zipper::cli
