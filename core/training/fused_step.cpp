// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/training/fused_step.h"

#include <numeric>

#include "core/training/batch_part.h"
#include "core/training/loss.h"

namespace zipper {

namespace {

TaskLoss noLoss(const CalibrationSettings& settings) {
  TaskLoss loss;
  if (settings.crossEntropyWeight > 0) loss.crossEntropy = torch::zeros({});
  if (settings.distillationWeight > 0) loss.distillation = torch::zeros({});
  return loss;
}

}  // namespace

FusedStep::FusedStep(MobileNet student, const FoldedNetwork& teacher, std::shared_ptr<FusedWorkspace> workspace,
                     ProcessGroupPtr group, Precision precision)
    : network_(student),
      shapes_(unitShapes(student->plan(), student->spec().padding)),
      teacher_(teacher, precision),
      student_(student, workspace, group, precision),
      workspace_(std::move(workspace)),
      group_(std::move(group)) {}

void FusedStep::cacheTeacher(std::int64_t budgetBytes) { cache_.emplace(shapes_, budgetBytes); }

TeacherTaps FusedStep::tapsOf(const Batch& batch) {
  const std::int64_t count = images_.size(0);
  const float* images = images_.data_ptr<float>();
  const std::vector<float*> places = workspace_->tapsFor(shapes_, count);
  if (cache_ && std::int64_t(batch.indices.size()) == count)
    return cache_->tapsOf(batch.indices, images, places,
                          [this](const float* some, std::int64_t n, const std::vector<float*>& ofSome) {
                            teacher_.forward(some, n, ofSome);
                          });
  teacher_.forward(images, count, places);
  return teacherTaps(shapes_, places, count);
}

LossTerms FusedStep::forward(const Batch& batch, const CalibrationSettings& settings) {
  images_ = batch.images.contiguous(torch::MemoryFormat::ChannelsLast);
  l1Weight_ = settings.l1Weight;
  const float* images = images_.data_ptr<float>();
  const std::int64_t count = images_.size(0);
  share_ = double(count) / double(partOf(count, group_).whole);
  TeacherTaps taps = tapsOf(batch);
  const torch::Tensor wanted = settings.distillationWeight > 0 ? teacher_.logits(taps.back()) : torch::Tensor();
  features_ = student_.forward(images, count, std::move(taps)).requires_grad_();
  const torch::Tensor logits = network_->logitsOf(features_);
  // A process all of whose images of this batch are unreadable takes part without a loss of its own.
  ofLogits_ = count > 0 ? logitsLoss(logits, wanted, batch.labels, settings) : noLoss(settings);
  LossTerms terms;
  terms.layerL1 = student_.layerL1();
  terms.total = float(l1Weight_) * std::accumulate(terms.layerL1.begin(), terms.layerL1.end(), 0.0f);
  if (ofLogits_.total.defined()) terms.total += ofLogits_.total.item<float>();
  if (ofLogits_.crossEntropy.defined()) terms.crossEntropy = ofLogits_.crossEntropy.item<float>();
  if (ofLogits_.distillation.defined()) terms.distillation = ofLogits_.distillation.item<float>();
  return terms;
}

void FusedStep::backward() {
  const bool hasLoss = ofLogits_.crossEntropy.defined() || ofLogits_.distillation.defined();
  if (hasLoss)  // the same gradients in all processes, whatever they have of the batch
    for (torch::nn::Linear& layer : network_->headLayers())
      for (torch::Tensor* parameter : {&layer->weight, &layer->bias}) gradientOf(*parameter);
  if (ofLogits_.total.defined()) (share_ * ofLogits_.total).backward();
  student_.backward(images_.data_ptr<float>(), features_.grad(), share_ * l1Weight_);
}

}  // namespace zipper
