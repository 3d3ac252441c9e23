// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <memory>
#include <optional>
#include <vector>

#include "core/compute/fused_student.h"
#include "core/compute/fused_teacher.h"
#include "core/training/tap_cache.h"
#include "core/training/task_step.h"

namespace zipper {

/// The loss of one task for a batch and its gradients, as taskLoss() and autograd would give them up to rounding, in a
/// fraction of the time.
class FusedStep : public TaskStep {
 public:
  /// The teacher must outlive this object. Steps that share a workspace must not be interleaved between forward() and
  /// backward().
  FusedStep(MobileNet student, const FoldedNetwork& teacher, std::shared_ptr<FusedWorkspace> workspace,
            ProcessGroupPtr group = nullptr, Precision precision = Precision::Float32);

  /// From now on outputs of the teacher are kept for batches that tell the numbers of their images. Only for images
  /// that are always the same, not augmented.
  void cacheTeacher(std::int64_t budgetBytes);
  /// With a group: of this process's images.
  LossTerms forward(const Batch& batch, const CalibrationSettings& settings) override;
  /// Adds the gradients of the last forward(); with a group this process's share of those of the whole batch's loss.
  void backward() override;
  /// So that steps of several tasks can go at once: see FusedStudent.
  void keepGradientsApart() { student_.keepGradientsApart(); }
  void addGradients() override { student_.addGradients(); }

 private:
  TeacherTaps tapsOf(const Batch& batch);

  MobileNet network_;
  UnitShapes shapes_;
  FusedTeacher teacher_;
  FusedStudent student_;
  std::shared_ptr<FusedWorkspace> workspace_;
  ProcessGroupPtr group_;
  std::optional<TapCache> cache_;
  torch::Tensor images_, features_;
  TaskLoss ofLogits_;
  double l1Weight_ = 0;
  double share_ = 1;  ///< this process's part of the images of the whole batch
};

}  // namespace zipper
