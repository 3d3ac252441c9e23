// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QtTest>
#include <map>
#include <memory>
#include <string>

#include "core/support/libtorch.h"
#include "core/training/fused_step.h"
#include "core/training/loss.h"
#include "support/python_reference.h"

namespace zipper::test {

/// Loss, gradients and running statistics of one pass by autograd, of copies in another type.
struct Differentiated {
  TaskLoss loss;
  std::map<std::string, torch::Tensor> gradients, statistics;
};

inline Differentiated differentiated(MobileNet& student, MobileNet& teacher, const Batch& batch,
                                     const CalibrationSettings& settings, torch::ScalarType type) {
  MobileNet own = cloneNetwork(student), wanted = cloneNetwork(teacher);
  own->to(type);
  wanted->to(type);
  own->train(true);
  Differentiated result;
  result.loss = taskLoss(own, FoldedNetwork(wanted), {batch.images.to(type), batch.labels, {}}, settings);
  result.loss.total.backward();
  for (const auto& item : own->named_parameters()) result.gradients[item.key()] = item.value().grad();
  for (const auto& item : own->named_buffers()) result.statistics[item.key()] = item.value();
  return result;
}

/// The largest relative error of a gradient of the fused step; loss terms and statistics are checked here.
inline double compareFusedStep(MobileNet& student, MobileNet& teacher, const Batch& batch,
                               const CalibrationSettings& settings, const Differentiated& exact) {
  const FoldedNetwork folded(teacher);
  FusedStep step(student, folded, std::make_shared<FusedWorkspace>());
  const LossTerms terms = step.forward(batch, settings);
  step.backward();
  const auto close = [](double found, const torch::Tensor& wanted) {
    return std::abs(found / wanted.item<double>() - 1) < 1e-4;
  };
  bool good = close(terms.total, exact.loss.total) && close(*terms.crossEntropy, exact.loss.crossEntropy) &&
              close(*terms.distillation, exact.loss.distillation);
  for (std::size_t i = 0; i < exact.loss.layerL1.size(); ++i)
    good = good && close(terms.layerL1[i], exact.loss.layerL1[i]);
  for (const auto& item : student->named_buffers())
    if (item.value().is_floating_point())
      good = good && relativeError(item.value(), exact.statistics.at(item.key())) < 1e-5;
  if (!good) qWarning("loss terms or statistics differ");
  double error = good ? 0 : 1;
  for (const auto& item : student->named_parameters())
    error = std::max(error, relativeError(item.value().grad(), exact.gradients.at(item.key())));
  return error;
}

}  // namespace zipper::test
