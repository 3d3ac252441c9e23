// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/training/task_work.h"

#include <algorithm>
#include <atomic>
#include <memory>
#include <string>
#include <thread>
#include <vector>

#include "core/compute/task_lanes.h"

namespace zipper {

namespace {

/// What tasks tell that go at the same time.
class SharedWork {
 public:
  SharedWork(int tasks, const Work& whole)
      : whole_(whole), progress_(std::size_t(tasks)), warnings_(progress_.size()) {}

  Work of(int task) {
    Work own = whole_;
    own.progress = [this, task](int done, int total) { tell(std::size_t(task), done, total); };
    own.warning = [this, task](const std::string& text) { warnings_[std::size_t(task)].push_back(text); };
    return own;
  }

  void end() {
    if (told_ > 0) whole_.tell(told_, told_);
    for (const auto& ofTask : warnings_)
      for (const std::string& text : ofTask) whole_.warn(text);
  }

 private:
  void tell(std::size_t task, int done, int total) {
    if (total > 0) progress_[task] = double(done) / total;
    if (std::this_thread::get_id() != caller_ || total <= 0) return;
    double sum = 0;
    for (const std::atomic<double>& one : progress_) sum += one;
    told_ = std::max(told_, total * int(progress_.size()));
    whole_.tell(std::min(told_ - 1, int(sum / double(progress_.size()) * told_)), told_);
  }

  const Work& whole_;
  std::thread::id caller_ = std::this_thread::get_id();
  std::vector<std::atomic<double>> progress_;  ///< per task, 0...1
  std::vector<std::vector<std::string>> warnings_;
  int told_ = 0;  ///< the end of what was told
};

}  // namespace

void forTasks(int tasks, const Work& whole, const ComputeDevice& device,
              const std::function<void(int task, const Work& own)>& body) {
  TaskLanes lanes(tasks, !whole.group && !device.isCard());
  if (lanes.count() == 1) {
    for (int task = 0; task < tasks; ++task) body(task, partOfWork(whole, task, tasks));
    return;
  }
  SharedWork shared(tasks, whole);
  lanes.run([&](int task) { body(task, shared.of(task)); });
  shared.end();
}

Work asPasses(const Work& work, int tasks) {
  struct Told {
    int pass = 0;
    bool isWhole = false;
  };
  Work own = work;
  own.progress = [work, tasks, told = std::make_shared<Told>()](int done, int total) {
    const int length = total / tasks, pass = std::clamp((done - 1) / std::max(1, length), 0, tasks - 1);
    for (; told->pass < pass; ++told->pass, told->isWhole = false)
      if (!told->isWhole) work.tell(length, length);
    const int within = std::max(0, done - pass * length);
    work.tell(within, length);
    told->isWhole = within == length;
  };
  return own;
}

}  // namespace zipper
