// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/workbench/jobs/worker.h"

#include <algorithm>
#include <utility>

#include "core/support/background_priority.h"
#include "core/support/signal_shelter.h"

namespace zipper {

Worker::Worker() : thread_([this] { loop(); }) {}

Worker::~Worker() {
  {
    const std::lock_guard<std::mutex> lock(mutex_);
    ending_ = true;
    paused_ = false;
    jobs_.clear();
    queries_.clear();
  }
  changed_.notify_all();
  thread_.join();
}

void Worker::postJob(Task job) {
  {
    const std::lock_guard<std::mutex> lock(mutex_);
    jobs_.push_back(std::move(job));
  }
  changed_.notify_all();
}

bool Worker::postQuery(const std::string& key, Task query) {
  Task replaced;  // what it holds is released without the lock
  {
    const std::lock_guard<std::mutex> lock(mutex_);
    const auto found = std::find_if(queries_.begin(), queries_.end(), [&](const Query& q) { return q.key == key; });
    if (found != queries_.end()) {
      replaced = std::move(found->task);
      queries_.erase(found);
    }
    queries_.push_back({key, std::move(query)});
  }
  changed_.notify_all();
  return replaced != nullptr;
}

void Worker::setPaused(bool paused) {
  {
    const std::lock_guard<std::mutex> lock(mutex_);
    paused_ = paused;
  }
  changed_.notify_all();
}

Worker::Task Worker::takeQuery() {
  if (queries_.empty()) return {};
  Task task = std::move(queries_.front().task);
  queries_.pop_front();
  return task;
}

void Worker::answerQueries(std::unique_lock<std::mutex>& lock) {
  while (Task query = takeQuery()) {
    lock.unlock();
    query();
    query = nullptr;  // what it holds is released without the lock
    lock.lock();
  }
}

void Worker::checkpoint(const StopToken& stop) {
  std::unique_lock<std::mutex> lock(mutex_);
  while (true) {
    answerQueries(lock);
    if (!paused_ || ending_ || stop.stopRequested()) return;
    changed_.wait(lock);
  }
}

void Worker::loop() {
  // And the threads that LibTorch starts from here.
  shelterFromSignals();
  giveWayToOthers();
  std::unique_lock<std::mutex> lock(mutex_);
  while (true) {
    answerQueries(lock);
    if (ending_) return;
    if (jobs_.empty()) {
      changed_.wait(lock);
      continue;
    }
    Task job = std::move(jobs_.front());
    jobs_.pop_front();
    lock.unlock();
    job();
    job = nullptr;
    lock.lock();
  }
}

}  // namespace zipper
