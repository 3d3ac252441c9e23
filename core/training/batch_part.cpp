// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/training/batch_part.h"

namespace zipper {

BatchPart partOf(std::int64_t images, const ProcessGroupPtr& group) {
  if (!group) return {0, images};
  BatchPart part;
  const auto counts = group->gather(images);
  for (std::size_t rank = 0; rank < counts.size(); ++rank) {
    if (int(rank) < group->rank()) part.first += counts[rank];
    part.whole += counts[rank];
  }
  return part;
}

std::optional<ReadableBatch> nextReadable(BatchLoader& loader, const ProcessGroupPtr& group) {
  while (auto batch = loader.next()) {
    const BatchPart part = partOf(batch->images.size(0), group);
    if (part.whole > 0) return ReadableBatch{std::move(*batch), part};
  }
  return std::nullopt;
}

void poolMeans(double& samples, const std::vector<torch::Tensor*>& means, const ProcessGroupPtr& group) {
  if (!group) return;
  const double own = samples;
  group->sum(&samples, 1);
  if (samples == 0) fail("none of the images could be read");
  for (torch::Tensor* mean : means) {
    torch::Tensor sum = *mean * own;
    group->sum(sum);
    *mean = sum / samples;
  }
}

void sumGradients(const std::vector<torch::Tensor>& parameters, const ProcessGroupPtr& group) {
  if (!group) return;
  torch::NoGradGuard noGrad;
  std::vector<torch::Tensor> gradients, rows;
  for (const torch::Tensor& parameter : parameters)
    if (parameter.grad().defined()) gradients.push_back(parameter.grad());
  for (const torch::Tensor& gradient : gradients) rows.push_back(gradient.reshape({-1}));
  torch::Tensor all = torch::cat(rows);
  group->sum(all);
  std::int64_t at = 0;
  for (torch::Tensor& gradient : gradients) {
    gradient.copy_(all.narrow(0, at, gradient.numel()).view(gradient.sizes()));
    at += gradient.numel();
  }
}

}  // namespace zipper
