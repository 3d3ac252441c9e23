// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QElapsedTimer>
#include <QObject>
#include <QString>
#include <functional>
#include <vector>

#include "app/workbench/jobs/job_runner.h"
#include "app/workbench/jobs/run_job.h"
#include "app/workbench/jobs/score_job.h"
#include "app/workbench/run_state.h"
#include "core/zippering/work_estimate.h"

namespace zipper {

class Document;

/// What the status bar says while something runs.
struct RunProgress {
  QString what;                ///< "layer 3: calibrating 12/40"
  double share = -1;           ///< of the whole run, 0...1; negative: unknown
  double imagesPerSecond = 0;  ///< 0: not calibrating
  double secondsLeft = -1;     ///< negative: unknown
};

/// What a job that isn't a run is about.
enum class BusyWith { Files, MergeCosts, Comparison, Sizes, Training };

/// Step, run, pause, cancel, step back: the state machine of the running controls.
class RunController : public QObject {
  Q_OBJECT

 public:
  RunController(Document& document, JobRunner& jobs, QObject* parent = nullptr);

  RunState state() const { return state_; }
  /// What the running step is doing; meaningful while one runs.
  const StageProgress& stage() const { return stage_; }
  bool isCalibrating() const { return calibrating_; }
  const RunProgress& progress() const { return progress_; }
  /// How much of the running step is done, in time, 0...1; negative: unknown.
  double stepShare() const { return stepShare_; }
  /// The step in work, also while the teachers are scored before the first; null if none runs.
  const StepPlan* planInWork() const { return stepRuns_ && stepsDone_ < plans_.size() ? &plans_[stepsDone_] : nullptr; }
  /// How long these steps will take from where the session stands, by what was measured so far; negative: nothing was.
  double secondsFor(const std::vector<StepPlan>& plans) const;
  double secondsFor(const std::vector<StepWork>& work) const;
  /// Tells at the start of a run where its steps are saved for recovery.
  void setRecoveryFile(std::function<QString()> file) { recoveryFile_ = std::move(file); }

  /// Which test sets are large, and how much of them a single step scores before it answers.
  void setFirstScored(const FirstScored& first) { first_ = first; }

  /// What is left to score of the session at hand.
  ScoreRequest scoreRequest() const;

  /// Another job than a run (opening, exporting, estimating). `state()` is Busy until it ends. `failure` is what
  /// failed() says, a sentence.
  void startBusy(const QString& title, const QString& failure, JobRunner::Work work, BusyWith with = BusyWith::Files);
  /// Meaningful while the state is Busy.
  BusyWith busyWith() const { return busyWith_; }
  bool isTraining() const { return state_ == RunState::Busy && busyWith_ == BusyWith::Training; }
  /// What such a job does at the moment, by its own measure.
  void tellBusy(const QString& what, double share, double secondsLeft);
  bool isComparing() const { return state_ == RunState::Busy && busyWith_ == BusyWith::Comparison; }
  bool isMeasuringSizes() const { return state_ == RunState::Busy && busyWith_ == BusyWith::Sizes; }

 public Q_SLOTS:
  void step();
  void runAll();
  /// Runs the remaining steps up to and including the one of that layer.
  void runToLayer(int layer);
  void pause();
  void resume();
  void cancel();
  void stepBack();
  /// Goes to where a step began, ready for another strategy.
  void tryAgain(int step);
  void goTo(int step);
  /// Scores the teachers if they aren't, and on all test images the steps of which only samples were scored. Whatever
  /// else is asked for takes precedence over it.
  void scoreTheRest();

 Q_SIGNALS:
  void stateChanged();
  void stepStarted();  ///< see planInWork()
  void stepEnded();    ///< finished, cancelled or failed
  /// What the running step is doing is something else now: see stage() and isCalibrating().
  void phaseChanged();
  void recordsArrived(const std::vector<zipper::IterationRecord>& records);
  void progressChanged();
  void allDone();
  void cancelled();
  void failed(const QString& what, const QString& message);

 private:
  void run(std::vector<StepPlan> plans);
  std::vector<TaskData> dataFor(const std::vector<StepPlan>& plans) const;
  void startClock(const std::vector<StepWork>& work);
  void takeTeacherScores(const Scores& scores);
  void workDone();
  void setState(RunState state);
  RunState restingState() const;
  void onStage(const StageProgress& stage);
  void onBatches(const std::vector<BatchProgress>& batches);
  void onEnded(JobEnd end, const QString& message);
  void finishStep(const std::shared_ptr<const StepResult>& step);
  void beginStep();
  void enterPhase(const StageProgress& stage, bool calibrating);
  QString subject(const StageProgress& stage) const;
  void onProgressed(double share);
  void showEstimate();
  double clockSeconds() const;  ///< with pauses
  double seconds() const;

  Document& document_;
  JobRunner& jobs_;
  RunState state_ = RunState::Empty;
  BusyWith busyWith_ = BusyWith::Files;
  FirstScored first_;
  std::function<QString()> recoveryFile_;
  RunProgress progress_;
  StageProgress stage_;  ///< that was told last
  bool calibrating_ = false;
  double stepShare_ = -1;
  RunEstimate estimate_;                ///< of the run at hand, the scoring of the teachers included
  std::shared_ptr<StepMemory> memory_;  ///< of one run for the next
  WorkRates rates_;                     ///< of the session's last run; knows nothing before
  double paused_ = 0;                   ///< seconds of the run that nothing was done in
  double pausedAt_ = -1;                ///< negative: not paused
  bool scoresTeachers_ = false;         ///< what is told now is about them, not about a step
  bool stepRuns_ = false;               ///< that of plans_[stepsDone_]
  std::vector<StepPlan> plans_;         ///< of the run at hand
  std::size_t stepsDone_ = 0;
  QString failure_;  ///< what to say if the job at hand fails
  QElapsedTimer clock_;
};

}  // namespace zipper
