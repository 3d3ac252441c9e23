// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/training/pooled_losses.h"

namespace zipper {

namespace {

std::vector<float*> lossesOf(IterationRecord& record, std::size_t task) {
  std::vector<float*> losses;
  for (std::vector<float>* column : {&record.crossEntropy, &record.distillation, &record.l1})
    if (task < column->size()) losses.push_back(&(*column)[task]);
  const std::size_t layers = record.layerL1.size() / record.l1.size();  // of the tasks that were noted so far
  for (std::size_t i = 0; i < layers; ++i) losses.push_back(&record.layerL1.at(task * layers + i));
  return losses;
}

}  // namespace

void poolLosses(IterationRecord& record, int task, std::int64_t images, const CalibrationSettings& settings,
                const ProcessGroupPtr& group) {
  if (!group) return;
  std::vector<float*> losses = lossesOf(record, std::size_t(task));
  std::vector<double> sums{double(images)};
  for (const float* loss : losses) sums.push_back(double(*loss) * double(images));
  group->sum(sums.data(), sums.size());
  for (std::size_t i = 0; i < losses.size(); ++i) *losses[i] = float(sums[i + 1] / sums[0]);
  record.total = 0;
  for (const float loss : record.crossEntropy) record.total += float(settings.crossEntropyWeight) * loss;
  for (const float loss : record.distillation) record.total += float(settings.distillationWeight) * loss;
  for (const float loss : record.l1) record.total += float(settings.l1Weight) * loss;
}

}  // namespace zipper
