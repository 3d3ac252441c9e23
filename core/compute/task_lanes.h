// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <functional>
#include <memory>
#include <vector>

namespace zipper {

/// Works on several tasks at once, each with its share of the compute threads (setComputeThreads()): threads that wait
/// for each other behind every convolution, as a division of the images makes them, work less. Which task has how many
/// threads depends on the numbers of tasks and threads only. For one thread, which the first lane is.
class TaskLanes {
 public:
  /// `together`: whether tasks may go at once, which takes memory of their own for each lane and nothing that two of
  /// them write. Otherwise, and where LibTorch's threads can't be divided, there is one lane.
  TaskLanes(int tasks, bool together);
  ~TaskLanes();
  TaskLanes(const TaskLanes&) = delete;
  TaskLanes& operator=(const TaskLanes&) = delete;

  int count() const { return count_; }
  /// Tasks of the same lane never go at once.
  int laneOf(int task) const { return task % count_; }
  /// Calls body(0) ... body(tasks - 1) and waits; calls of a lane come in the order of their tasks. Rethrows what the
  /// first task threw that did; those behind it that don't go with it aren't called then.
  void run(const std::function<void(int task)>& body);

 private:
  class Worker;

  int tasks_, threads_, count_;
  std::vector<std::unique_ptr<Worker>> workers_;  ///< of lanes 1 ... count - 1
};

}  // namespace zipper
