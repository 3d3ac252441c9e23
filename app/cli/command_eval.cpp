// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/cli/commands.h"
#include "app/cli/console.h"
#include "app/cli/data_options.h"
#include "app/cli/interrupt.h"
#include "app/cli/merge_input.h"
#include "app/cli/override_options.h"
#include "core/data/dataset.h"
#include "core/formats/model_file.h"
#include "core/network/merged_network.h"
#include "core/support/compute_threads.h"
#include "core/support/error.h"
#include "core/zippering/evaluation.h"
#include "core/zippering/session_file.h"

namespace zipper::cli {

namespace {

struct EvalOptions {
  std::string model, data, task, split = "test";
  int threads = 0;
  bool json = false;
  OverrideOptions overrides;
  DataOptions images;
};

/// A network, and how the images of its task were read where that is known.
struct Evaluated {
  MobileNet network{nullptr};
  ImageReading images;
};

int taskNumber(const std::string& task, int tasks) {
  for (int t = 0; t < tasks; ++t)
    if (task == taskName(t)) return t;
  if (task.empty()) fail("--task is needed for a session: which task's path is to be evaluated, a or b?");
  fail("--task: '", task, "' found, a to ", taskName(tasks - 1), " expected");
}

Evaluated networkToEvaluate(const EvalOptions& options) {
  const SpecOverrides overrides = options.overrides.parsed();
  if (!isSessionFile(options.model)) return {loadModel(options.model, overrides).network, {}};
  if (!isEmpty(overrides))
    fail(options.model, ": is a session; how its networks are read was settled when it was made");
  const Session session = readSession(options.model);
  MergedNetwork network = networkAt(session, session.current);
  const int task = taskNumber(options.task, session.taskCount());
  return {network.task(task), session.recipe.sources.at(std::size_t(task)).images};
}

int evaluateModel(const EvalOptions& options) {
  setComputeThreads(options.threads);
  auto [network, images] = networkToEvaluate(options);
  if (!network->head) fail(options.model, ": has no head, so there is nothing to classify with");
  OpenOptions open;
  open.split = splitFromString(options.split);
  open.images = options.images.over(images);
  const DatasetPtr data = openDataset(options.data, open);
  tellNotes(options.data, {data});
  const std::string doubt = doubtAboutClasses(network->spec(), *data);
  if (!doubt.empty()) printWarning(doubt);
  ProgressLine line;
  const Score score = evaluate(
      FoldedNetwork(network), data, stopOnInterrupt(),
      [&](int done, int total) { line.show(concat("evaluating ", done, "/", total), double(done) / total); },
      printWarning);
  line.clear();
  if (options.json)
    printJson({{"images", score.images}, {"top1", score.top1}, {"top5", score.top5}, {"loss", score.loss}});
  else
    printLine(concat("top-1 ", percentText(score.top1), ", top-5 ", percentText(score.top5), ", loss ", score.loss,
                     " (", score.images, " images)"));
  return 0;
}

}  // namespace

void addEval(CLI::App& app, Run& run) {
  auto options = std::make_shared<EvalOptions>();
  CLI::App* command = app.add_subcommand("eval", "Top-1, top-5 and loss of a model or of a merged network's task");
  command->footer(
      "Example:\n  zipper eval sample/fashion.safetensors --data sample/fashion\n"
      "  zipper eval merged.zipper --task b --data sample/digits --json");
  command->add_option("MODEL", options->model, "A model or a session")->required();
  command->add_option("--data", options->data, concat("Folder with the images: ", dataHelp))->required();
  command->add_option("--task", options->task, "Task of a session: a or b");
  command
      ->add_option("--split", options->split,
                   "train, test or val (the validation images; without any, another name of test)")
      ->check(CLI::IsMember({"train", "test", "val"}))
      ->capture_default_str();
  command->add_option("--threads", options->threads, "0: one per core")
      ->check(CLI::Range(0, 1024))
      ->capture_default_str();
  command->add_flag("--json", options->json, "Print JSON");
  addDataOptions(*command, options->images);
  addOverrides(*command, options->overrides);
  command->callback([options, &run] { run = [options] { return evaluateModel(*options); }; });
}

}  // namespace zipper::cli
