// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/training/loss.h"

namespace zipper {

LossTerms termsOf(const TaskLoss& loss) {
  LossTerms terms;
  terms.total = loss.total.item<float>();
  if (loss.crossEntropy.defined()) terms.crossEntropy = loss.crossEntropy.item<float>();
  if (loss.distillation.defined()) terms.distillation = loss.distillation.item<float>();
  for (const torch::Tensor& layer : loss.layerL1) terms.layerL1.push_back(layer.item<float>());
  return terms;
}

torch::Tensor distillationLoss(const torch::Tensor& student, const torch::Tensor& teacher, double temperature) {
  const auto wanted = torch::log_softmax(teacher / temperature, 1), got = torch::log_softmax(student / temperature, 1);
  return temperature * temperature * (wanted.exp() * (wanted - got)).sum(1).mean();
}

TaskLoss taskLoss(MobileNet& student, const FoldedNetwork& teacher, const Batch& batch,
                  const CalibrationSettings& settings) {
  return taskLoss(student->forward(batch.images, true), teacher, batch, settings);
}

TaskLoss taskLoss(const ForwardResult& got, const FoldedNetwork& teacher, const Batch& batch,
                  const CalibrationSettings& settings) {
  const ForwardResult wanted = teacher.forward(batch.images, true);
  TaskLoss loss;
  torch::Tensor mismatch;
  for (std::size_t i = 0; i < wanted.taps.size(); ++i) {
    loss.layerL1.push_back(torch::l1_loss(got.taps[i], wanted.taps[i]));
    mismatch = i == 0 ? loss.layerL1[i] : mismatch + loss.layerL1[i];
  }
  TaskLoss ofLogits = logitsLoss(got.logits, wanted.logits, batch.labels, settings);
  loss.total = settings.l1Weight * mismatch;
  if (ofLogits.total.defined()) loss.total = loss.total + ofLogits.total;
  loss.crossEntropy = ofLogits.crossEntropy;
  loss.distillation = ofLogits.distillation;
  return loss;
}

TaskLoss logitsLoss(const torch::Tensor& got, const torch::Tensor& wanted, const torch::Tensor& labels,
                    const CalibrationSettings& settings) {
  TaskLoss loss;
  if (settings.crossEntropyWeight > 0) {
    loss.crossEntropy = torch::nn::functional::cross_entropy(got, labels);
    loss.total = settings.crossEntropyWeight * loss.crossEntropy;
  }
  if (settings.distillationWeight > 0) {
    loss.distillation = distillationLoss(got, wanted, settings.temperature);
    const torch::Tensor weighted = settings.distillationWeight * loss.distillation;
    loss.total = loss.total.defined() ? loss.total + weighted : weighted;
  }
  return loss;
}

}  // namespace zipper
