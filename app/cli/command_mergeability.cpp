// SPDX-License-Identifier: GPL-3.0-or-later

#include <algorithm>

#include "app/cli/commands.h"
#include "app/cli/console.h"
#include "app/cli/data_options.h"
#include "app/cli/device_option.h"
#include "app/cli/interrupt.h"
#include "app/cli/merge_input.h"
#include "app/cli/task_options.h"
#include "app/cli/threads_option.h"
#include "app/cli/wrong_usage.h"
#include "core/analysis/mergeability.h"
#include "core/analysis/size_sweep.h"
#include "core/models/guesses.h"
#include "core/network/merge_cost.h"
#include "core/network/task_names.h"
#include "core/report/size_report.h"
#include "core/session/session_file.h"
#include "core/support/compute_threads.h"
#include "core/support/error.h"
#include "core/support/text_format.h"

namespace zipper::cli {

namespace {

struct MergeabilityCommand {
  TaskOptions tasks;
  std::string session, bn = "per-task";
  MergeabilityOptions estimate;
  double compression = 0;  ///< 0: no layers are suggested
  int threads = 0;
  bool inPlace = false, json = false;
  DataOptions images;
};

/// What the command found, and what it was asked for.
struct Findings {
  std::vector<LayerMergeability> layers;
  std::vector<MobileNetSpec> specs;
  BnPolicy policy = BnPolicy::PerTask;
  std::vector<std::vector<std::string>> guessed;  ///< about each network
  std::vector<int> merged;                        ///< at the session's current step
  std::vector<int> suggested;  ///< in the order in which they were chosen, those that are merged first
};

/// The teachers of the session, or of the models; their training images.
Session openTeachers(const MergeabilityCommand& command, std::vector<TaskData>& data, const StopToken& stop) {
  OpeningWishes wishes;
  wishes.classes = classWishes(command.tasks);
  if (command.session.empty()) {
    Recipe recipe = presetRecipe("fast");
    recipe.bnPolicy = bnPolicyFromString(command.bn);
    applySources(command.tasks, command.images, recipe, Sources::New);
    checkSources(command.tasks, recipe);
    data = openImagesOf(recipe, TaskImages::Training, stop);
    return openSession(recipe, data, wishes, stop);
  }
  Session session = readSession(command.session);
  applySources(command.tasks, command.images, session.recipe, Sources::OfSession);
  checkSources(command.tasks, session.recipe, NeedsImages::Always);
  data = openImagesOf(session.recipe, TaskImages::Training, stop);
  goOnWith(session, data, wishes);
  return session;
}

Findings find(const MergeabilityCommand& command) {
  Work work{stopOnInterrupt()};
  setComputeThreads(command.threads);
  std::vector<TaskData> data;
  const Session session = openTeachers(command, data, work.stop);
  std::vector<DatasetPtr> trainingSets;
  for (const TaskData& task : data) trainingSets.push_back(task.train);
  MergeabilityOptions options = command.estimate;
  options.align = !command.inPlace;
  ProgressLine line;
  Findings found{{}, session.specs(), session.recipe.bnPolicy, {}, session.mergedLayers(), {}};
  for (const Teacher& teacher : session.teachers) found.guessed.push_back(guessesAmong(teacher.source.notes));
  work.progress = [&](int done, int total) {
    line.show(concat("looking at images ", done, "/", total), double(done) / total);
  };
  found.layers = mergeability(session, trainingSets, options, work);
  line.clear();
  if (command.compression > 0)
    found.suggested = suggestLayers(found.layers, found.specs, found.policy, command.compression, found.merged);
  return found;
}

double compressionOf(const Findings& found, const std::vector<int>& layers) {
  return mergeCost(found.specs, Sharing(layers, found.policy)).compression;
}

/// Of the sizes that the estimates give, which begin with nothing merged.
SizeAdvice adviceFrom(const Findings& found) {
  return estimatedAdvice(sizePlans(found.layers, found.specs, found.policy));
}

void printAsJson(const MergeabilityCommand& command, const Findings& found) {
  Json json{{"images", command.estimate.images}, {"aligned", !command.inPlace}, {"layers", Json::array()}};
  for (const LayerMergeability& layer : found.layers)
    json["layers"].push_back({{"layer", layer.layer},
                              {"cost", layer.cost},
                              {"loss", layer.loss},
                              {"saved_parameters", layer.savedParameters},
                              {"channel_costs", layer.channelCosts},
                              {"partners", layer.partners}});
  for (std::size_t t = 0; t < found.guessed.size(); ++t)
    if (!found.guessed[t].empty()) json["guessed"][taskName(int(t))] = found.guessed[t];
  if (command.compression > 0)
    json["suggestion"] = {{"wanted_compression", command.compression},
                          {"compression", compressionOf(found, found.suggested)},
                          {"merged", found.merged},
                          {"layers", found.suggested}};
  if (found.merged.empty()) json["recommendation"] = adviceJson(adviceFrom(found));
  printJson(json, 2);
}

void printSuggestion(double wanted, const Findings& found) {
  const double reached = compressionOf(found, found.suggested);
  std::vector<int> layers = found.suggested;
  std::sort(layers.begin(), layers.end());
  printLine();
  printLine(textOf("for %.2f times fewer parameters: --layers %s  (%.2f times%s)", wanted,
                   layers.empty() ? "none" : layersToString(layers).c_str(), reached,
                   reached < wanted ? ", which is all there is" : ""));
}

void printTable(const MergeabilityCommand& command, const Findings& found) {
  printLine(textOf("%5s  %8s  %10s  %16s", "layer", "cost", "loss", "saved parameters"));
  for (const LayerMergeability& layer : found.layers)
    printLine(textOf("%5d  %8.4f  %10.3g  %16s", layer.layer, layer.cost, layer.loss,
                     withThousands(layer.savedParameters).c_str()));
  printLine("cost: smallest error of the layer's outputs with shared weights, relative to their variance;");
  printLine("loss: how far that moves the answers, in nats an image: by it layers are suggested;");
  printLine("estimates of each layer for itself, without training: 0 is free");
  if (command.compression > 0) printSuggestion(command.compression, found);
  if (found.merged.empty()) printLine(plain(adviceText(adviceFrom(found))) + "; zipper sizes measures");
}

int estimate(const MergeabilityCommand& command) {
  if (!command.session.empty() && namesModels(command.tasks))
    refuse("give either a session, or --model (or --a and --b) and --data, not both");
  if (!command.session.empty() && overridesModels(command.tasks))
    refuse("--override: how the networks of a session are read was settled when it was made");
  const Findings found = find(command);
  command.json ? printAsJson(command, found) : printTable(command, found);
  return 0;
}

}  // namespace

void addMergeability(CLI::App& app, Run& run) {
  auto options = std::make_shared<MergeabilityCommand>();
  CLI::App* command =
      app.add_subcommand("mergeability", "Estimate what merging each layer costs, before anything is merged");
  command->footer(
      "Example:\n  zipper mergeability --a sample/fashion.safetensors --b sample/digits.safetensors \\\n"
      "    --data-a sample/fashion --data-b sample/digits --compression 1.5\n"
      "  zipper mergeability merged.zipper --json");
  command->add_option("SESSION", options->session, "A session, instead of models and data");
  addModelOptions(*command, options->tasks);
  addTaskOptions(*command, options->tasks);
  addDataOptions(*command, options->images);
  command->add_option("--images", options->estimate.images, "Training images of each task to look at")
      ->check(CLI::PositiveNumber)
      ->capture_default_str();
  command
      ->add_option("--compression", options->compression,
                   "Suggest layers for this many times fewer parameters than the separate networks have")
      ->check(CLI::Range(1.0, 100.0));
  command->add_flag("--in-place", options->inPlace, "Pair channels of the same number instead of those that fit best");
  command->add_option("--bn", options->bn, "Batch normalization: shared or per-task (a session has its own)")
      ->check(CLI::IsMember({"shared", "per-task"}))
      ->capture_default_str();
  command->add_option("--seed", options->estimate.seed, "Chooses the images")->capture_default_str();
  addDevice(*command, options->estimate.device);
  addThreads(*command, options->threads);
  command->add_flag("--json", options->json, "Print JSON, with costs and partners of all channels");
  command->callback([options, &run] { run = [options] { return estimate(*options); }; });
}

}  // namespace zipper::cli
