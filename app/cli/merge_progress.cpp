// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/cli/merge_progress.h"

#include <algorithm>
#include <cmath>
#include <utility>

#include "core/analysis/layer_drops.h"
#include "core/network/merge_cost.h"
#include "core/network/task_names.h"
#include "core/report/guess_notice.h"
#include "core/report/report_figures.h"
#include "core/support/error.h"
#include "core/support/text_format.h"

namespace zipper::cli {

namespace {

/// What initializes a layer, more closely.
const char* initializingName(std::optional<StepPart> part) {
  switch (part.value_or(StepPart::Calibration)) {
    case StepPart::Alignment:
      return "aligning channels";
    case StepPart::Moments:
      return "moments";
    case StepPart::Fisher:
      return "Fisher information";
    case StepPart::Kernels:
      return "kernels";
    case StepPart::Weights:
      return "weights";
    case StepPart::Heads:
      return "heads";
    case StepPart::Statistics:
    case StepPart::Calibration:
    case StepPart::Scores:
      break;
  }
  return "initializing";
}

const char* stageName(const StageProgress& progress) {
  switch (progress.stage) {
    case Stage::Initializing:
      return initializingName(progress.part);
    case Stage::Statistics:
      return "statistics";
    case Stage::Evaluating:
      return "evaluating";
  }
  return "";
}

template <typename Value>
Json perTask(const std::vector<Value>& values) {
  Json json = Json::object();
  for (std::size_t t = 0; t < values.size(); ++t) json[taskName(int(t))] = values[t];
  return json;
}

/// The L1 mismatch of each layer, per task.
Json layersPerTask(const IterationRecord& record) {
  Json json = Json::object();
  const std::size_t tasks = record.l1.size(), layers = tasks == 0 ? 0 : record.layerL1.size() / tasks;
  for (std::size_t t = 0; t < tasks; ++t) {
    const auto begin = record.layerL1.begin() + std::ptrdiff_t(t * layers);
    json[taskName(int(t))] = std::vector<float>(begin, begin + std::ptrdiff_t(layers));
  }
  return json;
}

Json secondsOf(const PartSeconds& seconds) {
  Json json = Json::object();
  for (const StepPart part : stepParts) json[toString(part)] = seconds[part];
  return json;
}

Json top1Of(const Scores& scores) {
  std::vector<double> values;
  for (const Score& score : scores) values.push_back(score.top1);
  return perTask(values);
}

std::string scoresText(const Scores& scores) {
  std::string text;
  for (std::size_t t = 0; t < scores.size(); ++t)
    text += concat(t ? "  " : "", taskCapital(int(t)), " ", plain(percentText(scores[t].top1)));
  return text;
}

/// Which layer took most from the tasks' accuracy, as the window answers a guess about it; nothing to say of one layer.
void printWorstLayer(const Session& session) {
  const std::vector<LayerDrop> drops = layerDrops(session);
  const auto measured =
      std::count_if(drops.begin(), drops.end(), [](const LayerDrop& drop) { return bool(drop.drop); });
  if (measured < 2) return;
  const WorstLayers worst = worstLayers(drops);
  for (const LayerDrop& drop : drops)
    if (drop.layer == worst.worst)
      printLine(textOf("  most lost by    layer %d, %+.2f points (95 %%: %+.2f to %+.2f)", drop.layer,
                       -100 * drop.drop->value, -100 * drop.drop->high, -100 * drop.drop->low));
  std::vector<int> asBad = worst.asBad;
  std::sort(asBad.begin(), asBad.end());
  if (!worst.beyondNoise)
    printLine("                  which can't be told from none");
  else if (!asBad.empty())
    printLine("                  which can't be told apart from " + layersToString(asBad));
}

void printSummary(const Session& session, const std::string& sessionPath, double seconds,
                  std::optional<int> iterations) {
  const MergeCost cost = mergeCost(session);
  const std::string trunk = session.trunk() > 0 ? concat(" (0-", session.trunk(), " whole)") : "";
  const std::string work =
      iterations ? concat(" in ", plain(durationText(seconds)), ", ", withThousands(*iterations), " iterations")
                 : "; nothing was left to do";
  printLine(concat("merged layers ", layersToString(session.mergedLayers()), trunk, work));
  for (int t = 0; t < session.taskCount(); ++t) printLine("  task " + taskTitle(session, t));
  const Scores merged = session.current < 0 ? Scores{} : session.steps[std::size_t(session.current)]->calibrated;
  if (!session.teacherScores.empty() && !merged.empty()) {
    printLine("  top-1 teachers  " + scoresText(session.teacherScores));
    printLine("  top-1 merged    " + scoresText(merged));
    printLine(textOf("  mean difference %+.2f points", 100 * (meanTop1(merged) - meanTop1(session.teacherScores))));
    printWorstLayer(session);
  }
  const bool isLarger = cost.compression < 1;
  printLine(textOf("  parameters      %s separate, %s merged (%.2fx %s)",
                   withThousands(cost.separateParameters).c_str(), withThousands(cost.mergedParameters).c_str(),
                   isLarger ? 1 / cost.compression : cost.compression, isLarger ? "larger" : "smaller"));
  printLine("session: " + sessionPath);
}

}  // namespace

MergeProgress::MergeProgress(bool json, const Session& session, const WorkData& data)
    : json_(json),
      scoresTeachers_(session.teacherScores.empty() && !data.testImages.empty()),
      estimate_(workOf(session, remainingSteps(session), data, scoresTeachers_), measuredRates(session, data), 0) {}

Observer MergeProgress::observer() {
  Observer observer;
  observer.stage = [this](const StageProgress& progress) { showStage(progress); };
  observer.batch = [this](const BatchProgress& progress) { showBatch(progress); };
  return observer;
}

double MergeProgress::seconds() const {
  return std::chrono::duration<double>(std::chrono::steady_clock::now() - start_).count();
}

void MergeProgress::showStage(const StageProgress& progress) {
  estimate_.stage(progress, seconds());
  if (json_) return;
  const std::string what = progress.target ? titleOfStep(*progress.target) : "teachers";
  const std::string count = progress.total > 0 ? concat(" ", progress.done, "/", progress.total) : "";
  line_.show(concat(what, ": ", stageName(progress), count, timeLeftText(estimate_.secondsLeft())), estimate_.share());
}

void MergeProgress::showBatch(const BatchProgress& progress) {
  estimate_.batch(progress, seconds());
  const double left = estimate_.secondsLeft();
  if (json_) {
    const IterationRecord& record = progress.record;
    Json loss{{"total", record.total}, {"ce", perTask(record.crossEntropy)}, {"l1", perTask(record.l1)}};
    if (!record.distillation.empty()) loss["kl"] = perTask(record.distillation);
    Json json{{"event", "batch"},
              {"layer", targetNumber(progress.target)},
              {"iteration", progress.iteration},
              {"loss", loss},
              {"l1_layers", layersPerTask(record)},
              {"lr", record.learningRate},
              {"images_per_second", progress.imagesPerSecond}};
    if (left >= 0) json["seconds_left"] = std::round(left * 10) / 10;
    return printJson(json);
  }
  const std::string loss = textOf("%.4f", double(progress.record.total));
  line_.show(concat(titleOfStep(progress.target), ": ", progress.iteration, "/", progress.iterations, "  loss ", loss,
                    "  ", int(progress.imagesPerSecond), " images/s", timeLeftText(left)),
             estimate_.share());
}

void MergeProgress::teachersEvaluated(const Session& session) {
  if (std::exchange(scoresTeachers_, false)) estimate_.stepFinished(seconds());
  if (session.teacherScores.empty()) return;
  if (json_)
    printJson({{"event", "teachers"}, {"top1", top1Of(session.teacherScores)}});
  else
    line_.finishLine("teachers                         " + scoresText(session.teacherScores));
  const int steps = int(remainingSteps(session).size());
  if (!json_ && steps > 0 && estimate_.secondsLeft() >= 0)
    line_.finishLine(
        concat(steps, steps == 1 ? " step" : " steps", " to do, about ", roughDuration(estimate_.secondsLeft())));
}

void MergeProgress::stepFinished(const Session& session) {
  estimate_.stepFinished(seconds());
  const StepResult& step = *session.steps[std::size_t(session.current)];
  if (json_) {
    Json json{{"event", "step"},
              {"layer", targetNumber(step.plan.target)},
              {"initialization", toString(step.plan.settings.start.initialization)},
              {"top1_initialized", top1Of(step.initialized)},
              {"top1", top1Of(step.calibrated)},
              {"iterations", step.plan.settings.calibration.iterations},
              {"seconds", step.seconds},
              {"part_seconds", secondsOf(step.partSeconds)}};
    if (!step.validation.empty()) json["kept_iteration"] = step.keptIteration;
    return printJson(json);
  }
  std::string text = titleOfStep(step.plan.target);
  text.resize(12, ' ');
  if (!step.initialized.empty()) text += "initialized " + scoresText(step.initialized) + "  ->  ";
  if (!step.calibrated.empty()) text += "calibrated " + scoresText(step.calibrated);
  const std::string kept = step.validation.empty() ? "" : concat(", kept iteration ", step.keptIteration);
  line_.finishLine(text + concat("  (", plain(durationText(step.seconds)), kept, ")"));
}

void MergeProgress::done(const Session& session, const std::string& sessionPath, double seconds,
                         std::optional<int> iterations) {
  line_.clear();
  if (!json_) return printSummary(session, sessionPath, seconds, iterations);
  const MergeCost cost = mergeCost(session);
  Json json{{"event", "done"}, {"seconds", std::round(seconds * 100) / 100}, {"iterations", iterations.value_or(0)}};
  if (!iterations) json["nothing_left"] = true;
  if (!session.teacherScores.empty()) json["teacher_top1"] = top1Of(session.teacherScores);
  if (session.current >= 0 && !session.steps[std::size_t(session.current)]->calibrated.empty())
    json["top1"] = top1Of(session.steps[std::size_t(session.current)]->calibrated);
  json["parameters"] = {{"separate", cost.separateParameters}, {"merged", cost.mergedParameters}};
  json["compression"] = cost.compression;
  if (session.trunk() > 0) {
    json["trunk"] = session.trunk();
    json["macs_same_image"] = {{"separate", cost.separateMacs}, {"merged", cost.mergedMacs}};
  }
  if (Json guessed = guessesJson(guessesOf(session)); !guessed.empty()) json["guessed"] = std::move(guessed);
  json["session"] = sessionPath;
  printJson(json);
}

}  // namespace zipper::cli
