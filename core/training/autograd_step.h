// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/training/task_step.h"

namespace zipper {

/// taskLoss(), differentiated by LibTorch.
class AutogradStep : public TaskStep {
 public:
  /// The teacher must outlive this object.
  AutogradStep(MobileNet student, const FoldedNetwork& teacher) : student_(std::move(student)), teacher_(teacher) {}

  LossTerms forward(const Batch& batch, const CalibrationSettings& settings) override;
  void backward() override;

 private:
  MobileNet student_;
  const FoldedNetwork& teacher_;
  TaskLoss loss_;
};

}  // namespace zipper
