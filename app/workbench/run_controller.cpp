// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/workbench/run_controller.h"

#include <algorithm>
#include <utility>

#include "app/workbench/document.h"
#include "widgets/style/terms.h"

namespace zipper {

namespace {

/// "%1: moments %2/%3" of what initializes a layer.
QString initializingText(std::optional<StepPart> part, bool counts) {
  switch (part.value_or(StepPart::Calibration)) {
    case StepPart::Alignment:
      return counts ? RunController::tr("%1: aligning channels %2/%3") : RunController::tr("%1: aligning channels");
    case StepPart::Moments:
      return counts ? RunController::tr("%1: moments %2/%3") : RunController::tr("%1: moments");
    case StepPart::Fisher:
      return counts ? RunController::tr("%1: Fisher information %2/%3") : RunController::tr("%1: Fisher information");
    case StepPart::Kernels:
      return counts ? RunController::tr("%1: kernels %2/%3") : RunController::tr("%1: kernels");
    case StepPart::Weights:
      return counts ? RunController::tr("%1: weights %2/%3") : RunController::tr("%1: weights");
    case StepPart::Heads:
      return counts ? RunController::tr("%1: heads %2/%3") : RunController::tr("%1: heads");
    case StepPart::Statistics:
    case StepPart::Calibration:
    case StepPart::Scores:
      break;
  }
  return counts ? RunController::tr("%1: initializing %2/%3") : RunController::tr("%1: initializing");
}

/// "layer 3: evaluating 4/12". `subject`: "layer 3"; `rest`: what is scored while nothing else runs.
QString stageText(const QString& subject, const StageProgress& stage, bool rest) {
  const bool counts = stage.total > 0;
  QString text;
  switch (stage.stage) {
    case Stage::Initializing:
      text = initializingText(stage.part, counts);
      break;
    case Stage::Statistics:
      text = counts ? RunController::tr("%1: batch statistics %2/%3") : RunController::tr("%1: batch statistics");
      break;
    case Stage::Evaluating:
      if (rest && stage.target) {
        text = counts ? RunController::tr("%1: scoring all test images %2/%3")
                      : RunController::tr("%1: scoring all test images");
        break;
      }
      text = counts ? RunController::tr("%1: evaluating %2/%3") : RunController::tr("%1: evaluating");
      break;
  }
  text = text.arg(subject);
  return counts ? text.arg(stage.done).arg(stage.total) : text;
}

}  // namespace

RunController::RunController(Document& document, JobRunner& jobs, QObject* parent)
    : QObject(parent), document_(document), jobs_(jobs) {
  connect(&jobs_, &JobRunner::stageChanged, this, &RunController::onStage);
  connect(&jobs_, &JobRunner::batchesDone, this, &RunController::onBatches);
  connect(&jobs_, &JobRunner::progressed, this, &RunController::onProgressed);
  connect(&jobs_, &JobRunner::ended, this, &RunController::onEnded);
  connect(&document_, &Document::opened, this, [this] {
    rates_ = {};
    memory_ = makeStepMemory(document_.session().taskCount());
    // What only measures meanwhile, as for the export page, is no run.
    const bool rests = state_ == RunState::Idle || state_ == RunState::Empty;
    if (rests || !jobs_.isRunning()) setState(restingState());
  });
}

RunState RunController::restingState() const { return document_.isOpen() ? RunState::Idle : RunState::Empty; }

void RunController::setState(RunState state) {
  if (state_ == state) return;
  state_ = state;
  Q_EMIT stateChanged();
}

void RunController::startBusy(const QString& title, const QString& failure, JobRunner::Work work, BusyWith with) {
  if (state_ != RunState::Idle && state_ != RunState::Empty) return;
  plans_.clear();
  failure_ = failure;
  busyWith_ = with;
  progress_ = {title, -1, 0, -1};
  jobs_.start(title, std::move(work));
  clock_.start();
  setState(RunState::Busy);
  Q_EMIT progressChanged();
}

void RunController::tellBusy(const QString& what, double share, double secondsLeft) {
  if (state_ != RunState::Busy) return;
  progress_ = {what, share, 0, secondsLeft};
  Q_EMIT progressChanged();
}

ScoreRequest RunController::scoreRequest() const { return {document_.session(), document_.data(), first_}; }

void RunController::scoreTheRest() {
  if (state_ != RunState::Idle || jobs_.isRunning() || !document_.hasData()) return;
  const Session& session = document_.session();
  const ScoresLeft left = scoresLeft(session, document_.data(), first_);
  if (left.isEmpty()) return;
  plans_.clear();
  scoresTeachers_ = false;
  failure_ = left.teacherSample || left.teachers ? tr("The teachers couldn't be scored.")
                                                 : tr("Not all test images could be scored.");
  startClock(workOf(left, session, document_.data(), first_));
  ScoreNews news;
  news.teachersScored = [this](const Scores& scores) {
    if (!areOfSample(scores)) failure_ = tr("Not all test images could be scored.");
    takeTeacherScores(scores);
  };
  news.stepScored = [this](const auto& before, const auto& now) {
    workDone();
    document_.setStepScores(before, now);
  };
  jobs_.start(tr("Scoring"),
              [request = scoreRequest(), news](JobContext& context) { zipper::scoreTheRest(context, request, news); });
}

void RunController::step() {
  const auto remaining = remainingSteps(document_.session());
  if (state_ == RunState::Idle && !remaining.empty()) run({remaining.front()});
}

void RunController::runAll() {
  if (state_ == RunState::Idle) run(remainingSteps(document_.session()));
}

void RunController::runToLayer(int layer) {
  auto remaining = remainingSteps(document_.session());
  const auto last = std::find_if(remaining.begin(), remaining.end(),
                                 [layer](const StepPlan& plan) { return plan.target.merges(layer); });
  if (state_ != RunState::Idle || last == remaining.end()) return;
  remaining.erase(last + 1, remaining.end());
  run(remaining);
}

/// Whoever asks for a single step waits for its answer. Of several each goes on with the next one, so that they are
/// scored as `zipper` does it.
std::vector<TaskData> RunController::dataFor(const std::vector<StepPlan>& plans) const {
  return plans.size() == 1 ? withScoringSamples(document_.data(), first_) : document_.data();
}

void RunController::startClock(const std::vector<StepWork>& work) {
  progress_ = {};
  const WorkRates rates = rates_.isKnown() ? rates_ : measuredRates(document_.session(), workData(document_.data()));
  estimate_ = RunEstimate(work, rates, 0);
  paused_ = 0;
  pausedAt_ = -1;
  clock_.start();
}

/// Of what the estimate was told.
void RunController::workDone() {
  estimate_.stepFinished(seconds());
  rates_ = estimate_.rates();
}

void RunController::takeTeacherScores(const Scores& scores) {
  scoresTeachers_ = false;
  workDone();
  document_.setTeacherScores(scores);
}

void RunController::run(std::vector<StepPlan> plans) {
  if (!document_.hasData() || plans.empty()) return;
  plans_ = std::move(plans);
  stepsDone_ = 0;
  const Session& session = document_.session();
  RunRequest request{session, dataFor(plans_), plans_, recoveryFile_ ? recoveryFile_().toStdString() : "", memory_};
  scoresTeachers_ = !areTeachersScored(session, request.data);
  failure_ = tr("The teachers couldn't be scored.");
  startClock(workOf(session, plans_, workData(request.data), scoresTeachers_));
  RunNews news;
  news.teachersScored = [this](const Scores& scores) { takeTeacherScores(scores); };
  news.stepFinished = [this](const std::shared_ptr<const StepResult>& step) { finishStep(step); };
  jobs_.start(tr("Zippering"),
              [request = std::move(request), news](JobContext& context) { carryOut(context, request, news); });
  setState(RunState::Running);
  beginStep();
}

void RunController::beginStep() {
  const StepTarget target = plans_[stepsDone_].target;
  failure_ = target.isFineTuning() ? tr("The fine-tuning failed.")
                                   : tr("The step of layer %1 failed.").arg(target.layerNumber());
  stepRuns_ = true;
  calibrating_ = false;
  stepShare_ = -1;
  stage_ = {Stage::Initializing, target, 0, 0};
  Q_EMIT stepStarted();
}

void RunController::finishStep(const std::shared_ptr<const StepResult>& step) {
  ++stepsDone_;  // what is shown with it in the document has the next one in work
  workDone();
  document_.append(step);
  stepRuns_ = false;
  Q_EMIT stepEnded();
  if (stepsDone_ < plans_.size()) beginStep();
}

void RunController::pause() {
  if (state_ != RunState::Running) return;
  jobs_.setPaused(true);
  pausedAt_ = clockSeconds();
  setState(RunState::Paused);
}

void RunController::resume() {
  if (state_ != RunState::Paused) return;
  jobs_.setPaused(false);
  paused_ += clockSeconds() - std::exchange(pausedAt_, -1);
  setState(RunState::Running);
}

void RunController::cancel() {
  if (state_ != RunState::Running && state_ != RunState::Paused && state_ != RunState::Busy) return;
  setState(RunState::Cancelling);
  jobs_.cancel();
}

void RunController::stepBack() { tryAgain(document_.session().current); }

void RunController::tryAgain(int step) {
  const Session& session = document_.session();
  if (state_ != RunState::Idle || step < 0 || step >= int(session.steps.size())) return;
  goTo(session.steps[std::size_t(step)]->parent);
}

void RunController::goTo(int step) {
  if (state_ == RunState::Idle) document_.goTo(step);
}

/// What the news are about: "layer 3"
QString RunController::subject(const StageProgress& stage) const {
  const StepPlan* plan = planInWork();
  if (plan == nullptr && stage.target) return stepTitle(*stage.target);
  return scoresTeachers_ || plan == nullptr ? tr("teachers") : stepTitle(plan->target);
}

void RunController::enterPhase(const StageProgress& stage, bool calibrating) {
  const bool isOther = calibrating != calibrating_ || (!calibrating && stage.stage != stage_.stage);
  stage_ = stage;
  calibrating_ = calibrating;
  if (isOther) Q_EMIT phaseChanged();
}

void RunController::onStage(const StageProgress& stage) {
  progress_.what = stageText(subject(stage), stage, plans_.empty());
  progress_.imagesPerSecond = 0;
  estimate_.stage(stage, seconds());
  showEstimate();
  enterPhase(stage, false);
  Q_EMIT progressChanged();
}

void RunController::onBatches(const std::vector<BatchProgress>& batches) {
  std::vector<IterationRecord> records;
  for (const BatchProgress& batch : batches) records.push_back(batch.record);
  for (const BatchProgress& batch : batches) estimate_.batch(batch, seconds());
  const BatchProgress& last = batches.back();
  progress_.what = tr("%1: calibrating %2/%3").arg(subject(stage_)).arg(last.iteration).arg(last.iterations);
  progress_.imagesPerSecond = last.imagesPerSecond;
  showEstimate();
  enterPhase(stage_, true);
  Q_EMIT recordsArrived(records);
  Q_EMIT progressChanged();
}

void RunController::onProgressed(double share) {
  progress_.share = share;
  const double elapsed = clockSeconds();
  progress_.secondsLeft = share > 0 ? elapsed / share - elapsed : -1;
  Q_EMIT progressChanged();
}

double RunController::clockSeconds() const { return double(clock_.nsecsElapsed()) * 1e-9; }

/// Since the run began, without pauses.
double RunController::seconds() const {
  const double now = pausedAt_ >= 0 ? pausedAt_ : clockSeconds();
  return now - paused_;
}

void RunController::showEstimate() {
  progress_.share = estimate_.share();
  progress_.secondsLeft = estimate_.secondsLeft();
  if (stepRuns_) stepShare_ = std::max(stepShare_, estimate_.stepShare());
}

double RunController::secondsFor(const std::vector<StepPlan>& plans) const {
  if (!document_.hasData()) return -1;
  const std::vector<TaskData> data = dataFor(plans);
  const Session& session = document_.session();
  return secondsFor(workOf(session, plans, workData(data), !areTeachersScored(session, data)));
}

double RunController::secondsFor(const std::vector<StepWork>& work) const {
  const WorkRates rates = rates_.isKnown() ? rates_ : measuredRates(document_.session(), workData(document_.data()));
  return rates.secondsOf(work);
}

void RunController::onEnded(JobEnd end, const QString& message) {
  const bool wasRun = !plans_.empty();
  const bool hadStep = std::exchange(stepRuns_, false);
  plans_.clear();
  progress_ = {};
  if (hadStep) Q_EMIT stepEnded();
  setState(restingState());
  Q_EMIT progressChanged();
  if (end == JobEnd::Failed) Q_EMIT failed(failure_, message);
  if (end == JobEnd::Cancelled) Q_EMIT cancelled();
  if (end == JobEnd::Finished && wasRun && remainingSteps(document_.session()).empty()) Q_EMIT allDone();
}

}  // namespace zipper
