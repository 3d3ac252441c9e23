// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/compute/task_lanes.h"

#include <ATen/Parallel.h>
#include <ATen/ThreadLocalState.h>

#include <algorithm>
#include <condition_variable>
#include <exception>
#include <mutex>
#include <thread>

#include "core/support/openmp_runtime.h"

namespace zipper {

/// A thread that does what it is given, one thing after another, with LibTorch's settings of the thread that gives it.
class TaskLanes::Worker {
 public:
  Worker() : thread_([this] { work(); }) {}
  ~Worker() {
    give({});
    thread_.join();
  }
  Worker(const Worker&) = delete;
  Worker& operator=(const Worker&) = delete;

  /// An empty function ends the thread.
  void give(std::function<void()> work) {
    {
      const std::lock_guard lock(mutex_);
      work_ = std::move(work);
      busy_ = true;
    }
    changed_.notify_all();
  }

  void wait() {
    std::unique_lock lock(mutex_);
    changed_.wait(lock, [this] { return !busy_; });
  }

 private:
  void work() {
    at::get_num_threads();  // the first call on a thread sets the number of all: not the one behind a limit
    std::unique_lock lock(mutex_);
    for (;;) {
      changed_.wait(lock, [this] { return busy_; });
      if (!work_) return;
      lock.unlock();
      work_();
      lock.lock();
      work_ = {};
      busy_ = false;
      changed_.notify_all();
    }
  }

  std::mutex mutex_;
  std::condition_variable changed_;
  std::function<void()> work_;
  bool busy_ = false;
  std::thread thread_;
};

TaskLanes::TaskLanes(int tasks, bool together) : tasks_(tasks), threads_(at::get_num_threads()), count_(1) {
  if (!together || !OpenMpRuntime::loaded().hasTeams() || at::in_parallel_region()) return;
  count_ = std::max(1, std::min(tasks_, threads_));
  for (int i = 1; i < count_; ++i) workers_.push_back(std::make_unique<Worker>());
}

TaskLanes::~TaskLanes() = default;

void TaskLanes::run(const std::function<void(int task)>& body) {
  if (count_ == 1) {
    for (int task = 0; task < tasks_; ++task) body(task);
    return;
  }
  const at::ThreadLocalState settings;
  for (int first = 0; first < tasks_; first += count_) {
    const int together = std::min(count_, tasks_ - first);
    std::vector<std::exception_ptr> errors(static_cast<std::size_t>(together));
    const auto call = [&](int lane) {
      const OpenMpRuntime::Limit limit(threads_ / together + (lane < threads_ % together ? 1 : 0));
      try {
        body(first + lane);
      } catch (...) {
        errors[std::size_t(lane)] = std::current_exception();
      }
    };
    for (int lane = 1; lane < together; ++lane)
      workers_[std::size_t(lane) - 1]->give([&, lane] {
        const at::ThreadLocalStateGuard same(settings);
        call(lane);
      });
    call(0);
    for (int lane = 1; lane < together; ++lane) workers_[std::size_t(lane) - 1]->wait();
    for (const std::exception_ptr& error : errors)
      if (error) std::rethrow_exception(error);
  }
}

}  // namespace zipper
