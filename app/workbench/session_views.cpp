// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/workbench/session_views.h"

#include <QUndoStack>
#include <algorithm>
#include <limits>
#include <optional>

#include "app/workbench/document.h"
#include "app/workbench/panels.h"
#include "app/workbench/run_controller.h"
#include "core/analysis/layer_overview.h"
#include "core/analysis/runs.h"
#include "widgets/accuracy/accuracy_panel.h"
#include "widgets/costs/merge_estimate_panel.h"
#include "widgets/curves/curves_panel.h"
#include "widgets/explain/explain_panel.h"
#include "widgets/history/history_figures.h"
#include "widgets/history/history_panel.h"
#include "widgets/layers/layers_panel.h"
#include "widgets/plots/curve_run.h"
#include "widgets/recipe/recipe_panel.h"
#include "widgets/zipper_view/zipper_view.h"

namespace zipper {

namespace {

std::vector<std::shared_ptr<const StepResult>> stepsAt(const Session& session, const std::vector<int>& indices) {
  std::vector<std::shared_ptr<const StepResult>> steps;
  for (int index : indices) steps.push_back(session.steps[std::size_t(index)]);
  return steps;
}

/// "Run 2 · small batches", or "Run 2 · mean (layers 1–6), then least squares" of a run without a name. `inWork`: a
/// step that goes on with it; null: none.
QString runName(const Session& session, int number, const std::vector<std::shared_ptr<const StepResult>>& steps,
                const StepPlan* inWork) {
  if (!noteOf(session, number).name.empty()) return runTitle(session, number);
  std::vector<StepPlan> plans;
  for (const auto& step : steps) plans.push_back(step->plan);
  if (inWork != nullptr) plans.push_back(*inWork);
  const std::vector<StrategyPart> parts = strategyParts(plans);
  return parts.empty() ? SessionViews::tr("Run %1").arg(number + 1)
                       : SessionViews::tr("Run %1 · %2").arg(QString::number(number + 1), strategyText(parts));
}

/// Runs that have steps of their own, and the one that gets its first now. The current one is that of the step in work,
/// or the one that the session stands on: going back alone makes no other run.
std::vector<CurveRun> curveRuns(const Session& session, const QSet<int>& hidden, const StepPlan* inWork) {
  std::vector<CurveRun> runs;
  const int next = runOfNextStep(session);
  const int current = inWork != nullptr     ? next
                      : session.current < 0 ? -1
                                            : runNumbers(session)[std::size_t(session.current)];
  const auto add = [&](int number, const std::vector<int>& indices) {
    auto steps = stepsAt(session, indices);
    const QString name = runName(session, number, steps, number == current ? inWork : nullptr);
    runs.push_back({number, name, number == current, !hidden.contains(number), std::move(steps)});
  };
  const std::vector<Run> finished = runsOf(session);
  for (const Run& run : finished) add(run.number, run.steps);
  if (finished.empty() || (inWork != nullptr && next == int(finished.size()))) add(next, session.path());
  return runs;
}

Moment momentOf(const RunController& run, const Session& session) {
  if (run.state() == RunState::Busy && run.busyWith() == BusyWith::MergeCosts) return Moment::Estimating;
  if (run.isComparing()) return Moment::Comparing;
  if (run.isMeasuringSizes()) return Moment::Measuring;
  if (run.state() == RunState::Paused) return Moment::Paused;
  if (const StepPlan* plan = run.planInWork()) {
    if (plan->target.isFineTuning()) return Moment::FineTuning;
    if (run.isCalibrating()) return Moment::Calibrating;
    switch (run.stage().stage) {
      case Stage::Initializing:
        return Moment::Initializing;
      case Stage::Statistics:
        return Moment::Statistics;
      case Stage::Evaluating:
        return Moment::Evaluating;
    }
  }
  if (session.teachers.empty()) return Moment::Welcome;
  if (remainingSteps(session).empty()) return Moment::AllDone;
  return session.current < 0 ? Moment::Ready : Moment::StepDone;
}

/// The step that an explanation is about: in work, just done, or next.
StepPlan subjectStep(const RunController& run, const Session& session) {
  if (const StepPlan* plan = run.planInWork()) return *plan;
  if (session.current >= 0) return session.steps[std::size_t(session.current)]->plan;
  const auto remaining = remainingSteps(session);
  return remaining.empty() ? StepPlan{StepTarget::fineTuning(), session.recipe.defaults} : remaining.front();
}

/// Whether the step has kernels of its own to fit: those of its layer behind something that is merged, in a layer
/// before or in front of them in a block.
bool fitsKernels(const StepPlan& step, const std::vector<int>& merged, const NetworkPlan& plan) {
  if (!step.settings.start.fitKernels || !step.target.mergesLayer()) return false;
  const int layer = step.target.layerNumber();
  if (layer <= step.settings.trunk) return false;
  bool mergedBefore = std::any_of(merged.begin(), merged.end(), [layer](int other) { return other < layer; });
  for (const UnitPlan& unit : plan.units) {
    if (unit.layer != layer) continue;
    if (unit.kind == UnitKind::Depthwise) return mergedBefore;
    mergedBefore = mergedBefore || unit.merges;
  }
  return false;
}

/// Whether the step, as all before it, shares what is the same in all networks as it is, and nothing is trained.
bool sharesAsItIs(const Session& session, const StepPlan& step) {
  if (session.recipe.preset != exactPreset) return false;
  Recipe all = recipeOfPath(session);
  all.steps.push_back(step);
  return !needsAnyImages(all);
}

/// What the current step scores, as far as it is known; of whole test sets or of samples.
Scores scoresNow(const Session& session) {
  if (session.current < 0) return {};
  const StepResult& step = *session.steps[std::size_t(session.current)];
  return knownCalibrated(step);
}

double pointsToTeachers(const Session& session) {
  const Scores scores = scoresNow(session), teachers = teachersBeside(session, scores);
  if (scores.empty() || teachers.empty()) return std::numeric_limits<double>::quiet_NaN();
  return 100 * (meanTop1(scores) - meanTop1(teachers));
}

}  // namespace

SessionViews::SessionViews(Document& document, RunController& run, Panels& panels, QObject* parent)
    : QObject(parent), document_(document), run_(run), panels_(panels) {
  connect(&document_, &Document::opened, this, &SessionViews::showSession);
  connect(&document_, &Document::stepsChanged, this, &SessionViews::showSteps);
  connect(&document_, &Document::scoresChanged, this, [this] {
    showRuns();
    showExplanation();
  });
  connect(&document_, &Document::stepScored, this, [this] {
    showRuns();
    showExplanation();
  });
  connect(&document_, &Document::dataChanged, this, &SessionViews::showRecipeLimits);
  connect(&document_, &Document::mergeCostsChanged, this, &SessionViews::showExplanation);
  connect(&document_, &Document::runNotesChanged, this, &SessionViews::showRuns);
  connect(&document_, &Document::planChanged, this, [this] {
    showLayers();
    showExplanation();
  });
  connect(&run_, &RunController::stepStarted, this, [this] {
    if (beginsRun()) showRuns();
    panels_.curves->startStep(run_.planInWork()->target);
    panels_.zipper->setStepProgress(-1);  // nothing is known of this one yet
    showLayers();
    showExplanation();
  });
  connect(&run_, &RunController::stepEnded, this, [this] {
    panels_.curves->endStep();
    if (beginsRun()) showRuns();  // it came to nothing
    showLayers();
    showExplanation();
  });
  connect(&run_, &RunController::recordsArrived, this, &SessionViews::onRecords);
  connect(&run_, &RunController::stateChanged, this, [this] {
    showRecipeLimits();
    showExplanation();
  });
  connect(&run_, &RunController::phaseChanged, this, &SessionViews::showExplanation);
  connect(&run_, &RunController::progressChanged, this, [this] {
    if (run_.planInWork() != nullptr) panels_.zipper->setStepProgress(run_.stepShare());
  });
  connect(panels_.history, &HistoryPanel::runVisibilityChanged, this, &SessionViews::showRuns);
  connect(panels_.curves, &CurvesPanel::runToggled, panels_.history, &HistoryPanel::setRunVisible);
  connect(panels_.accuracy, &AccuracyPanel::runToggled, panels_.history, &HistoryPanel::setRunVisible);
  showExplanation();
}

void SessionViews::showSession() {
  panels_.zipper->forgetMismatch();
  panels_.zipper->setTaskTitles(document_.taskTitles());
  std::vector<UnitPlan> stems;
  std::vector<std::vector<UnitPlan>> heads;
  for (const MobileNetSpec& spec : document_.session().specs()) {
    const NetworkPlan plan = planOf(spec);
    stems.push_back(plan.units[std::size_t(plan.tap(0))]);
    heads.emplace_back(plan.units.begin() + plan.convolutions(), plan.units.end());
  }
  panels_.zipper->setStemsAndHeads(stems, heads);
  if (document_.isOpen()) panels_.recipe->setRecipe(document_.session().recipe, document_.session().layers());
  panels_.recipe->undoStack()->clear();
  showSteps();
}

void SessionViews::showSteps() {
  showLayers();
  showRuns();
  showRecipeLimits();
  showExplanation();
}

void SessionViews::showLayers() {
  const Session& session = document_.session();
  if (!document_.isOpen()) {
    panels_.zipper->setLayers({});
    panels_.costs->setLayers({});
    panels_.layers->setLayers({}, {}, {}, {});
    return;
  }
  const StepPlan* inWork = run_.planInWork();
  const auto overview = layerOverview(session, inWork != nullptr ? std::optional(inWork->target) : std::nullopt);
  panels_.zipper->setLayers(overview);
  panels_.costs->setLayers(overview);
  panels_.layers->setLayers(planOf(session.teachers[0].spec), overview, sharingOf(session), document_.similarity());
  panels_.layers->setTotals(mergeCost(session));
}

/// Whether a step made now is the first of a run.
bool SessionViews::beginsRun() const {
  const Session& session = document_.session();
  return session.current < 0 || runOfNextStep(session) != runNumbers(session)[std::size_t(session.current)];
}

void SessionViews::showRuns() {
  const Session& session = document_.session();
  panels_.history->setSession(session);
  std::vector<CurveRun> runs;
  if (document_.isOpen()) runs = curveRuns(session, panels_.history->hiddenRuns(), run_.planInWork());
  panels_.curves->setTaskTitles(document_.taskTitles());
  panels_.accuracy->setTaskTitles(document_.taskTitles());
  panels_.curves->setRuns(runs, session.taskCount());
  panels_.accuracy->setRuns(runs, knownTeachers(session), session.layers());
}

void SessionViews::showRecipeLimits() {
  const Session& session = document_.session();
  panels_.recipe->setMergedLayers(session.mergedLayers());
  panels_.recipe->setSmallestTrainingSet(document_.smallestTrainingSet());
  panels_.recipe->setBnPolicyLocked(!session.steps.empty());
  const RunState state = run_.state();
  const bool locked = state != RunState::Idle && state != RunState::Empty;
  panels_.history->setNavigationEnabled(!locked);
  panels_.recipe->setLocked(locked, locked ? tr("The recipe can be changed between steps.") : QString());
}

void SessionViews::showExplanation() {
  const Session& session = document_.session();
  ExplainSubject subject;
  subject.moment = momentOf(run_, session);
  const StepPlan step = subjectStep(run_, session);
  subject.tasks = session.taskCount();
  subject.layers = session.layers();
  subject.target = step.target;
  if (subject.moment == Moment::Evaluating) subject.target = run_.stage().target;
  subject.initialization = step.settings.start.initialization;
  subject.alignment = step.settings.start.alignment;
  const std::vector<int> merged = session.mergedLayers();
  if (document_.isOpen()) subject.plan = planOf(session.teachers[0].spec);
  subject.fitKernels = fitsKernels(step, merged, subject.plan);
  subject.fitHeads = step.settings.start.fitHeads;
  subject.bnPolicy = session.recipe.bnPolicy;
  subject.iterations = step.settings.calibration.iterations;
  subject.exact = document_.isOpen() && sharesAsItIs(session, step);
  subject.meanDifferencePoints = pointsToTeachers(session);
  subject.onSample = areOfSample(scoresNow(session));
  subject.mergedLayers = merged;
  subject.trunk = session.trunk();
  if (step.target.mergesLayer() && document_.isOpen()) {
    const auto place = std::size_t(step.target.layerNumber()) - 1;
    if (!document_.mergeCosts().empty()) subject.mergeEstimate = document_.mergeCosts()[place].cost;
  }
  panels_.explain->setSubject(subject);
}

void SessionViews::onRecords(const std::vector<IterationRecord>& records) {
  panels_.curves->append(records);
  panels_.zipper->setMismatch(records.back().layerL1);
  panels_.layers->setMismatch(records.back().layerL1);
}

}  // namespace zipper
