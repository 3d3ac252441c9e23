// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <condition_variable>
#include <deque>
#include <functional>
#include <mutex>
#include <string>
#include <thread>

#include "core/support/stop_token.h"

namespace zipper {

/// The one thread that owns all LibTorch work. Jobs run one after the other; queries are small looks at finished values
/// that are answered between two batches of the job that runs, or at once if none does. Knows nothing of Qt.
class Worker {
 public:
  using Task = std::function<void()>;

  Worker();
  /// Waits for the job that runs: ask it to stop before. What hasn't begun is dropped.
  ~Worker();
  Worker(const Worker&) = delete;
  Worker& operator=(const Worker&) = delete;

  void postJob(Task job);
  /// A query that waits under the same key is replaced: only the newest look matters. Returns whether one was.
  bool postQuery(const std::string& key, Task query);

  /// Pausing holds the job at its next checkpoint; queries are still answered.
  void setPaused(bool paused);
  /// For the job, from the worker's thread, between two batches: answers queries, and waits while paused. Returns at
  /// once when the token asks to stop; setPaused() makes a paused job look at it.
  void checkpoint(const StopToken& stop);

 private:
  struct Query {
    std::string key;
    Task task;
  };

  void loop();
  /// Takes the next query out of the queue; empty if there is none. The lock must be held.
  Task takeQuery();
  void answerQueries(std::unique_lock<std::mutex>& lock);

  std::mutex mutex_;
  std::condition_variable changed_;
  std::deque<Task> jobs_;
  std::deque<Query> queries_;
  bool paused_ = false;
  bool ending_ = false;
  std::thread thread_;
};

}  // namespace zipper
