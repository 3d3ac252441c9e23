// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/training/head_features.h"

#include <algorithm>

#include "core/network/network_plan.h"
#include "core/training/evaluation.h"
#include "core/training/network_device.h"

namespace zipper {

HeadFeatures::HeadFeatures(FoldedPass& pass, const DatasetPtr& images, int loaderThreads, const Work& work)
    : rows_(std::size_t(images->size()), -1) {
  const torch::NoGradGuard noGrad;
  const torch::Device place = deviceOf(pass.network());
  LoaderOptions options = scoringOptions(pass.network().spec());
  options.threads = loaderThreads;
  BatchLoader loader(images, pass.network().spec(), options);
  std::vector<torch::Tensor> features, labels;
  int done = 0;
  while (const auto batch = loader.next()) {
    work.throwIfStopped();
    if (!batch->indices.empty()) {
      features.push_back(pass.features(batchOn(place, *batch).images).cpu());
      labels.push_back(batch->labels);
      for (const std::int64_t image : batch->indices) {
        rows_[std::size_t(image)] = std::int64_t(all_.indices.size());
        all_.indices.push_back(image);
      }
    }
    work.tell(++done, int(loader.batchesPerEpoch()));
  }
  all_.images = torch::cat(features).to(place);
  all_.labels = torch::cat(labels).to(place);
  unreadable_ = loader.unreadable();
}

Batch HeadFeatures::batchOf(const std::vector<std::int64_t>& images) const {
  Batch batch;
  std::vector<std::int64_t> rows;
  for (const std::int64_t image : images) {
    const std::int64_t row = rows_.at(std::size_t(image));
    if (row < 0) continue;
    rows.push_back(row);
    batch.indices.push_back(image);
  }
  const torch::Tensor chosen = torch::tensor(rows, torch::kInt64).to(all_.images.device());
  batch.images = all_.images.index_select(0, chosen);
  batch.labels = all_.labels.index_select(0, chosen);
  return batch;
}

int featureChannels(const NetworkPlan& plan) { return plan.units[std::size_t(plan.tap(plan.layers()))].outputChannels; }

std::uint64_t headFeatureBytes(const MobileNetSpec& spec, std::int64_t images) {
  return std::uint64_t(featureChannels(planOf(spec))) * std::uint64_t(images) * sizeof(float);
}

}  // namespace zipper
