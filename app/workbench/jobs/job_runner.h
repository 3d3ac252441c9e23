// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QObject>
#include <QString>
#include <QTimer>
#include <functional>
#include <memory>
#include <mutex>
#include <vector>

#include "app/workbench/jobs/worker.h"
#include "core/training/observer.h"

namespace zipper {

class JobContext;

/// How a job ended.
enum class JobEnd { Finished, Cancelled, Failed };

/// The only place of the workbench that touches threads. Everything is called from the window's thread; signals arrive
/// there too, from a timer that drains what the worker has told since the last tick.
class JobRunner : public QObject {
  Q_OBJECT

 public:
  /// Computes on the worker's thread; throws to fail. Must hold copies of all it needs.
  using Work = std::function<void(JobContext&)>;
  /// Computes on the worker's thread and returns what is to be done with the answer in the window's thread.
  using Query = std::function<std::function<void()>()>;

  explicit JobRunner(QObject* parent = nullptr);
  /// Cancels and waits for the job that runs (within one batch).
  ~JobRunner() override;

  /// Starts a job. One that runs already is superseded: it is asked to stop, and nothing that it tells arrives any
  /// more.
  void start(const QString& title, Work work);
  bool isRunning() const { return job_ != nullptr; }
  const QString& title() const { return title_; }

  void cancel();
  void setPaused(bool paused);

  /// Answers a question within one batch; a newer one with the same key takes its place. An exception is passed to
  /// `failed` as a message.
  void query(const std::string& key, Query query, std::function<void(const QString&)> failed);

 Q_SIGNALS:
  void started(const QString& title);
  void stageChanged(const zipper::StageProgress& progress);
  void batchesDone(const std::vector<zipper::BatchProgress>& batches);
  /// How much of the job is done, 0...1, told by jobs that aren't runs.
  void progressed(double share);
  void warned(const QString& text);
  /// `message` is empty unless it failed.
  void ended(zipper::JobEnd end, const QString& message);

 private:
  friend class JobContext;
  struct Event;
  struct Job;

  void run(const std::shared_ptr<Job>& job, const Work& work);
  void push(Event event);
  void drain();
  void handle(Event& event);
  void finish(JobEnd end, const QString& message);

  std::mutex mutex_;
  std::vector<Event> events_;  ///< guarded by mutex_
  std::shared_ptr<Job> job_;   ///< the one that runs; null if none
  QString title_;
  QTimer timer_;
  int openQueries_ = 0;
  Worker worker_;  ///< the last member: its thread ends before the rest goes
};

/// What a job can do besides computing; used from the worker's thread only.
class JobContext {
 public:
  /// Passes progress on to the window, answers queries, holds while paused. Valid as long as the job runs.
  Observer observer();
  /// With the wish to stop, and warnings passed on to the window. Valid as long as the job runs.
  Work work();
  StopToken stop() const;
  /// Runs `done` in the window's thread, in order with everything else that the job tells.
  void deliver(std::function<void()> done);
  void warn(const std::string& text);
  /// Tells how much is done, answers queries, holds while paused.
  void progress(int done, int total);

 private:
  friend class JobRunner;
  JobContext(JobRunner& runner, std::shared_ptr<JobRunner::Job> job) : runner_(runner), job_(std::move(job)) {}
  template <typename What>
  void tell(What what);

  JobRunner& runner_;
  std::shared_ptr<JobRunner::Job> job_;
};

}  // namespace zipper
