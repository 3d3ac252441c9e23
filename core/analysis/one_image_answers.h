// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <memory>
#include <opencv2/core.hpp>
#include <vector>

#include "core/session/session.h"
#include "core/support/timing.h"
#include "core/support/work.h"

namespace zipper {

/// What a task's two networks answer to one picture.
struct OneImageTaskAnswers {
  std::vector<float> teacher;               ///< probability of each output, by softmax; empty without a head
  std::vector<float> merged;                ///< the same of the merged network
  double teacherMilliseconds = 0;           ///< measured for this picture alone, median
  double mergedMilliseconds = 0;            ///< of the task's whole path through the merged network
  TimeRange teacherRange{}, mergedRange{};  ///< of the runs that the medians are of
  cv::Mat seen;                             ///< what the networks see: 8 bits, their size and channels (grey or RGB)
};

/// What all tasks' networks answer to one picture.
struct OneImageAnswers {
  int step = -1;  ///< of the session; -1: nothing merged, the merged network is the teachers
  std::vector<OneImageTaskAnswers> tasks;
  double trunkMilliseconds = 0;  ///< all tasks of the merged network, the trunk computed once; 0: no trunk
  TimeRange trunkRange{};
  int repetitions = 0;  ///< that each time is the median of
  int threads = 1;

  /// All tasks, one after the other.
  double teacherMilliseconds() const;
  double mergedMilliseconds() const;
};

/// The networks of a session at one of its steps (-1: nothing merged), with batch normalization folded, ready to be
/// asked about one picture after the other. Keeps what it needs of the session.
class OneImageNetworks {
 public:
  /// Throws Error if there is no such step.
  OneImageNetworks(const Session& session, int step);
  ~OneImageNetworks();
  OneImageNetworks(const OneImageNetworks&) = delete;
  OneImageNetworks& operator=(const OneImageNetworks&) = delete;

  /// `pictures`: the picture for each task (they differ where tasks read files in other ways), 8 bits, grey or RGB, any
  /// size; each is prepared as for evaluation. Times are measured in turns, within about a fifth of a second unless the
  /// networks are slow. Throws Error for another number of pictures and for one that can't be prepared, Cancelled.
  OneImageAnswers answers(const std::vector<cv::Mat>& pictures, const Work& work = {}) const;
  /// The same picture for all tasks.
  OneImageAnswers answers(const cv::Mat& picture, const Work& work = {}) const;

 private:
  struct Networks;  ///< LibTorch stays out of this header

  int step_;
  std::unique_ptr<Networks> networks_;
};

}  // namespace zipper
