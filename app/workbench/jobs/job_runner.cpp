// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/workbench/jobs/job_runner.h"

#include <algorithm>
#include <utility>
#include <variant>

#include "widgets/style/engine_texts.h"

namespace zipper {

namespace {

/// How often the window looks for news: often enough to look live, seldom enough to leave it free.
constexpr int tickMilliseconds = 80;

struct Ended {
  JobEnd end = JobEnd::Finished;
  QString message;
};
/// The answer of a query: belongs to no job.
struct Answer {
  std::function<void()> deliver;
};
/// How much of the job is done.
struct DoneShare {
  double done = 0;
};
using Delivery = std::function<void()>;

}  // namespace

struct JobRunner::Job {
  StopSource stop;
};

/// Something that the worker tells. Events of a job that was superseded are dropped.
struct JobRunner::Event {
  std::shared_ptr<Job> job;
  std::variant<StageProgress, BatchProgress, std::string, DoneShare, Delivery, Ended, Answer> what;
};

template <typename What>
void JobContext::tell(What what) {
  runner_.push({job_, std::move(what)});
}

Observer JobContext::observer() {
  Observer observer;
  observer.stage = [this](const StageProgress& progress) {
    tell(progress);
    runner_.worker_.checkpoint(stop());
  };
  observer.batch = [this](const BatchProgress& progress) {
    tell(progress);
    runner_.worker_.checkpoint(stop());
  };
  return observer;
}

Work JobContext::work() {
  return {stop(), {}, [this](const std::string& text) { warn(text); }};
}

StopToken JobContext::stop() const { return job_->stop.token(); }

void JobContext::deliver(std::function<void()> done) { tell(std::move(done)); }

void JobContext::warn(const std::string& text) { tell(text); }

void JobContext::progress(int done, int total) {
  tell(DoneShare{double(done) / std::max(1, total)});
  runner_.worker_.checkpoint(stop());
}

JobRunner::JobRunner(QObject* parent) : QObject(parent) {
  timer_.setInterval(tickMilliseconds);
  connect(&timer_, &QTimer::timeout, this, &JobRunner::drain);
}

JobRunner::~JobRunner() { cancel(); }

void JobRunner::start(const QString& title, Work work) {
  cancel();
  worker_.setPaused(false);  // the job before may have ended when it was to be held
  auto job = std::make_shared<Job>();
  job_ = job;
  title_ = title;
  worker_.postJob([this, job, work = std::move(work)] { run(job, work); });
  timer_.start();
  Q_EMIT started(title);
}

void JobRunner::run(const std::shared_ptr<Job>& job, const Work& work) {
  JobContext context(*this, job);
  Ended ended;
  try {
    context.stop().throwIfStopped();
    work(context);
  } catch (const Cancelled&) {
    ended.end = JobEnd::Cancelled;
  } catch (...) {
    ended = {JobEnd::Failed, QString::fromStdString(describeCurrentException())};
  }
  push({job, ended});
}

void JobRunner::cancel() {
  if (!job_) return;
  job_->stop.requestStop();
  worker_.setPaused(false);
}

void JobRunner::setPaused(bool paused) { worker_.setPaused(paused); }

void JobRunner::query(const std::string& key, Query query, std::function<void(const QString&)> failed) {
  const bool replaced = worker_.postQuery(key, [this, query = std::move(query), failed = std::move(failed)] {
    Answer answer;
    try {
      answer.deliver = query();
    } catch (...) {
      answer.deliver = [failed, message = QString::fromStdString(describeCurrentException())] {
        failed(style::engineText(message));
      };
    }
    push({nullptr, std::move(answer)});
  });
  if (!replaced) ++openQueries_;
  timer_.start();
}

void JobRunner::push(Event event) {
  const std::lock_guard<std::mutex> lock(mutex_);
  events_.push_back(std::move(event));
}

void JobRunner::drain() {
  std::vector<Event> events;
  {
    const std::lock_guard<std::mutex> lock(mutex_);
    events.swap(events_);
  }
  std::vector<BatchProgress> batches;
  const auto flush = [&] {
    if (!batches.empty()) Q_EMIT batchesDone(std::exchange(batches, {}));
  };
  for (Event& event : events) {
    if (event.job && event.job != job_) continue;
    if (auto* batch = std::get_if<BatchProgress>(&event.what)) {
      batches.push_back(std::move(*batch));
      continue;
    }
    flush();
    if (!event.job || event.job == job_) handle(event);
  }
  flush();
  if (!job_ && openQueries_ == 0) timer_.stop();
}

void JobRunner::handle(Event& event) {
  if (const auto* stage = std::get_if<StageProgress>(&event.what)) {
    Q_EMIT stageChanged(*stage);
  } else if (const auto* text = std::get_if<std::string>(&event.what)) {
    Q_EMIT warned(style::engineText(*text));
  } else if (const auto* share = std::get_if<DoneShare>(&event.what)) {
    Q_EMIT progressed(share->done);
  } else if (const auto* delivery = std::get_if<Delivery>(&event.what)) {
    (*delivery)();
  } else if (const auto* ended = std::get_if<Ended>(&event.what)) {
    finish(ended->end, ended->message);
  } else if (const auto* answer = std::get_if<Answer>(&event.what)) {
    --openQueries_;
    if (answer->deliver) answer->deliver();
  }
}

void JobRunner::finish(JobEnd end, const QString& message) {
  job_.reset();
  title_.clear();
  Q_EMIT ended(end, style::engineText(message));
}

}  // namespace zipper
