// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <functional>
#include <memory>
#include <vector>

#include "app/workbench/jobs/job_runner.h"
#include "core/support/protected_files.h"
#include "core/training/training_choice.h"
#include "widgets/train/training_end.h"
#include "widgets/train/training_look.h"

namespace zipper {

/// A snapshot of everything that a training needs.
struct TrainingRequest {
  TrainingChoice choice;
  std::vector<ProtectedFile> sources;  ///< besides those of the choice: never written over
  std::optional<TrainingPace> pace;    ///< as it was measured before
};

/// What a training tells the window, in the window's thread.
struct TrainingNews {
  /// Since the last news, some times a second. `secondsLeft`: without pauses.
  std::function<void(const std::vector<TrainingState>& states, double share, double secondsLeft)> told;
  /// The best so far was written.
  std::function<void(int epoch, double validationTop1)> kept;
  /// The last news; none comes if it failed.
  std::function<void(const TrainingEnd& end)> ended;
};

/// Looks at trainings that are being chosen, and keeps the images that were opened from one look to the next. Used by
/// the worker's thread only.
class TrainingDesk {
 public:
  TrainingDesk();
  ~TrainingDesk();
  /// Reads network and images, as far as they are chosen, and measures for a second or two how long it will take. What
  /// is wrong with them is in the result. Throws Cancelled.
  TrainingLook look(const TrainingChoice& choice, const StopToken& stop);
  /// Forgets what was opened.
  void clear();

 private:
  struct Kept;
  std::unique_ptr<Kept> kept_;
};

/// Trains as `zipper train` does and writes the best network whenever there is a better one; at the end where that
/// can't be done, elsewhere. A wish to stop ends it within one batch and keeps the best. Throws Error, and Cancelled
/// where nothing was written.
void runTraining(JobContext& context, const TrainingRequest& request, const TrainingNews& news);

}  // namespace zipper
