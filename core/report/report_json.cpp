// SPDX-License-Identifier: GPL-3.0-or-later

#include <torch/version.h>

#include "core/analysis/inference_time.h"
#include "core/network/common_width.h"
#include "core/network/merge_cost.h"
#include "core/network/merged_network.h"
#include "core/network/task_names.h"
#include "core/recipe/fields.h"
#include "core/recipe/settings_json.h"
#include "core/report/changes_json.h"
#include "core/report/guess_notice.h"
#include "core/report/report_figures.h"
#include "core/report/report_files.h"
#include "core/report/timestamp.h"
#include "core/session/run_tree.h"
#include "core/support/version.h"

namespace zipper {

namespace {

/// An object with an entry per task that was evaluated.
Json toJson(const Scores& scores, int tasks) {
  Json json = Json::object();
  for (int t = 0; t < tasks; ++t)
    if (const Score* score = scoreOf(scores, t))
      json[taskName(t)] = {
          {"images", score->images}, {"top1", score->top1}, {"top5", score->top5}, {"loss", score->loss}};
  return json;
}

void addScores(Json& json, const char* key, const Scores& scores, int tasks) {
  Json entry = toJson(scores, tasks);
  if (!entry.empty()) json[key] = std::move(entry);
}

/// Those that took part in the step.
Json settingsOf(const StepPlan& plan) {
  const StepSettings& settings = plan.settings;
  Json json = toJson(settings);
  const auto leaveOut = [&json](std::initializer_list<RecipeField> fields) {
    for (const RecipeField field : fields) json.erase(infoOf(field).key);
  };
  if (plan.target.isFineTuning())
    leaveOut({RecipeField::Initialization, RecipeField::Alignment, RecipeField::FisherWeights, RecipeField::FitKernels,
              RecipeField::FitHeads});
  if (plan.target.isFineTuning() || !needsImages(settings))
    leaveOut({RecipeField::InitializationImages, RecipeField::Ridge});
  if (!plan.target.isFineTuning() || settings.validationImages <= 0) leaveOut({RecipeField::ValidationInterval});
  if (settings.calibration.distillationWeight <= 0) leaveOut({RecipeField::Temperature});
  return json;
}

Json toJson(const FinalLosses& losses) {
  Json json{{"averaged_iterations", losses.iterations}, {"total", losses.total}};
  const auto add = [&json](const char* term, const std::vector<double>& perTask) {
    for (std::size_t t = 0; t < perTask.size(); ++t) json[term][taskName(int(t))] = perTask[t];
  };
  add("ce", losses.crossEntropy);
  add("l1", losses.l1);
  add("kl", losses.distillation);
  return json;
}

/// The states that fine-tuning chose from; nothing if it didn't.
void addValidation(Json& json, const StepResult& step, int tasks) {
  if (step.validation.empty()) return;
  json["kept_iteration"] = step.keptIteration;
  for (const ValidationPoint& point : step.validation) {
    Json entry{{"iteration", point.iteration}, {"mean_top1", meanTop1(point.scores)}};
    addScores(entry, "scores", point.scores, tasks);
    json["validation"].push_back(std::move(entry));
  }
}

Json stepJson(const Session& session, int index) {
  const StepResult& step = stepAt(session, index);
  const int tasks = session.taskCount();
  Json json{{"index", index}, {"parent", step.parent}, {"layer", targetNumber(step.plan.target)}};
  json["fine_tuning"] = step.plan.target.isFineTuning();
  json["merged_layers"] = step.mergedLayers;
  json["trunk"] = step.trunk;
  json["settings"] = settingsOf(step.plan);
  addScores(json, "initialized", step.initialized, tasks);
  addScores(json, "calibrated", step.calibrated, tasks);
  json["iterations_done"] = step.curve.rows();
  addValidation(json, step, tasks);
  if (const FinalLosses losses = finalLosses(step.curve, tasks); losses.iterations > 0)
    json["final_losses"] = toJson(losses);
  // JSON has no NaN: a loss that isn't finite becomes null, and this number tells why.
  json["nonfinite_iterations"] = nonFiniteIterations(step.curve);
  json["seconds"] = step.seconds;
  json["calibration_seconds"] = step.calibrationSeconds;
  for (const StepPart part : stepParts)
    if (knowsParts(step)) json["part_seconds"][toString(part)] = step.partSeconds[part];
  return json;
}

Json taskJson(const Session& session, int task) {
  const Teacher& teacher = session.teachers[std::size_t(task)];
  const TaskSource source = sourceOf(session, task);
  return {{"task", taskName(task)},
          {"name", nameOf(source)},
          {"model", source.model},
          {"model_sha256", source.modelSha256},
          {"model_format", teacher.source.format},
          {"network", describe(teacher.spec)},
          {"macs", totalCost(asItCame(teacher.spec)).macs},
          {"data", source.data},
          {"data_fingerprint", source.dataFingerprint},
          {"alpha", toString(source.images.alpha)},
          {"exif", toString(source.images.exif)}};
}

void addCost(Json& json, const Session& session) {
  const MergeCost cost = mergeCost(session);
  json["parameters"] = {{"separate", cost.separateParameters}, {"merged", cost.mergedParameters}};
  json["bytes"] = {{"separate", cost.separateBytes}, {"merged", cost.mergedBytes}};
  json["compression"] = cost.compression;
  if (session.trunk() > 0) json["macs_same_image"] = {{"separate", cost.separateMacs}, {"merged", cost.mergedMacs}};
}

void addInferenceTimes(Json& json, const std::vector<InferenceTime>& times) {
  for (const InferenceTime& time : times) {
    Json entry{{"batch", time.batch},   {"threads", time.threads},         {"separate", time.separate},
               {"merged", time.merged}, {"repetitions", time.repetitions}, {"disturbed", time.isDisturbed()}};
    if (time.trunk > 0) entry["merged_trunk_once"] = time.trunk;
    const auto addRange = [&entry](const char* key, const TimeRange& range) {
      if (range.isKnown()) entry[key] = {range.fastest, range.slowest};
    };
    addRange("separate_range", time.separateRange);
    addRange("merged_range", time.mergedRange);
    addRange("merged_trunk_once_range", time.trunkRange);
    json["inference_ms"].push_back(std::move(entry));
  }
}

void addMeanTop1(Json& json, const Session& session) {
  const Scores merged = currentScores(session);
  const bool teachersKnown = isComplete(session.teacherScores, session.taskCount());
  const bool mergedKnown = isComplete(merged, session.taskCount());
  if (teachersKnown) json["mean_top1"]["teachers"] = meanTop1(session.teacherScores);
  if (mergedKnown) json["mean_top1"]["merged"] = meanTop1(merged);
  if (teachersKnown && mergedKnown)
    json["mean_top1"]["difference"] = meanTop1(merged) - meanTop1(session.teacherScores);
}

/// Of the tasks whose answers are known.
void addChanges(Json& json, const std::vector<TaskAnswers>& answers) {
  for (const TaskAnswers& own : answers) {
    const TaskChanges changes = changesIn(own);
    Json entry = changesJson(own, changes);
    entry["confusion"] = confusionJson(changes.confusion);
    json["changes"].push_back(std::move(entry));
  }
}

}  // namespace

std::string reportJson(const Session& session, const std::vector<InferenceTime>& times,
                       const std::vector<TaskAnswers>& answers) {
  Json json{{"format", "zipper-report"}, {"format_version", 1}};
  json["versions"] = {{"zipper", version}, {"torch", TORCH_VERSION}};
  json["date"] = timestamp();
  json["preset"] = session.recipe.preset;
  json["bn"] = toString(session.recipe.bnPolicy);
  json["seed"] = session.recipe.seed;
  if (const RunNote& note = noteOf(session, currentRun(session)); !note.name.empty() || !note.notes.empty())
    json["run"] = {{"number", currentRun(session) + 1}, {"name", note.name}, {"notes", note.notes}};
  if (Json guessed = guessesJson(guessesOf(session)); !guessed.empty()) json["guessed"] = std::move(guessed);
  json["device"] = session.recipe.device;
  json["threads"] = session.recipe.threads;
  json["tasks"] = Json::array();
  for (int t = 0; t < session.taskCount(); ++t) json["tasks"].push_back(taskJson(session, t));
  addScores(json, "teachers", session.teacherScores, session.taskCount());
  addScores(json, "merged", currentScores(session), session.taskCount());
  addMeanTop1(json, session);
  addChanges(json, answers);
  json["merged_layers"] = session.mergedLayers();
  json["trunk"] = session.trunk();
  addCost(json, session);
  addInferenceTimes(json, times);
  json["iterations"] = iterationsOfPath(session);
  json["seconds"] = secondsOfPath(session);
  json["steps"] = Json::array();
  for (const int index : session.path()) json["steps"].push_back(stepJson(session, index));
  json["other_tries"] = Json::array();
  for (const int index : otherTries(session)) json["other_tries"].push_back(stepJson(session, index));
  return dumpJson(json, 2) + "\n";
}

std::string recipeText(const Session& session) { return recipeToJson(recipeOfPath(session)) + "\n"; }

}  // namespace zipper
