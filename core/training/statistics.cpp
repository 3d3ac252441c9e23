// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/training/statistics.h"

#include <algorithm>
#include <memory>

#include "core/compute/fused_student.h"
#include "core/data/batch_loader.h"
#include "core/training/batch_part.h"
#include "core/training/image_sample.h"
#include "core/training/whole_batch_statistics.h"

namespace zipper {

namespace {

std::vector<torch::nn::BatchNorm2dImpl*> batchNorms(MergedNetwork& network) {
  std::vector<torch::nn::BatchNorm2dImpl*> all;
  for (int t = 0; t < network.taskCount(); ++t)
    for (const auto& module : network.task(t)->modules())
      if (auto* bn = module->as<torch::nn::BatchNorm2dImpl>())
        if (std::find(all.begin(), all.end(), bn) == all.end()) all.push_back(bn);
  return all;
}

/// Makes batch normalizations average cumulatively for the time of its life.
class CumulativeAverage {
 public:
  explicit CumulativeAverage(const std::vector<torch::nn::BatchNorm2dImpl*>& layers) : layers_(layers) {
    for (auto* bn : layers_) {
      momenta_.push_back(bn->options.momentum());
      bn->options.momentum(c10::nullopt);
      bn->reset_running_stats();
    }
  }
  ~CumulativeAverage() {
    for (std::size_t i = 0; i < layers_.size(); ++i) layers_[i]->options.momentum(momenta_[i]);
  }
  CumulativeAverage(const CumulativeAverage&) = delete;
  CumulativeAverage& operator=(const CumulativeAverage&) = delete;

 private:
  std::vector<torch::nn::BatchNorm2dImpl*> layers_;
  std::vector<c10::optional<double>> momenta_;
};

/// A batch of each task at once; false when one of them has no more.
bool passTogether(MergedNetwork& network, std::vector<std::unique_ptr<BatchLoader>>& loaders,
                  const ProcessGroupPtr& group) {
  std::vector<torch::Tensor> images;
  for (auto& loader : loaders) {
    const auto next = nextReadable(*loader, group);
    if (!next) return false;
    images.push_back(next->batch.images);
  }
  if (group)
    passThrough(network, images, *group);
  else
    network.forward(images);
  return true;
}

/// Passes of single tasks: fused where that is possible.
class TaskPasses {
 public:
  TaskPasses(MergedNetwork& network, const ProcessGroupPtr& group) : network_(network) {
    if (!FusedStudent::supports(network)) return;
    const auto workspace = std::make_shared<FusedWorkspace>();
    for (int t = 0; t < network.taskCount(); ++t) fused_.emplace_back(network.task(t), workspace, group);
  }
  void pass(std::size_t task, const torch::Tensor& images) {
    if (!fused_.empty()) {
      const auto input = images.contiguous(torch::MemoryFormat::ChannelsLast);
      fused_[task].forward(input.data_ptr<float>(), input.size(0), {});
    } else {
      network_.task(int(task))->features(images);
    }
  }

 private:
  MergedNetwork& network_;
  std::vector<FusedStudent> fused_;
};

}  // namespace

void reestimateStatistics(MergedNetwork& network, const std::vector<DatasetPtr>& datasets, int images, int batchSize,
                          std::uint64_t seed, const Work& work) {
  torch::NoGradGuard noGrad;
  std::vector<std::unique_ptr<BatchLoader>> loaders;
  int total = 0;
  for (std::size_t t = 0; t < datasets.size(); ++t) {
    LoaderOptions options;
    options.batchSize = batchSize;
    options.dropLast = true;
    options.labels = false;
    options.share = shareOf(work.group);
    const auto part = imageSample(datasets[t], images, mixSeed({seed, t}));
    loaders.push_back(std::make_unique<BatchLoader>(part, network.task(int(t))->spec(), options));
    total += int(loaders.back()->batchesPerEpoch());
  }
  const CumulativeAverage average(batchNorms(network));
  network.train(true);
  TaskPasses passes(network, work.group);
  int done = 0;
  while (network.trunk() > 0 && passTogether(network, loaders, work.group)) {
    work.throwIfStopped();
    work.tell(done += int(loaders.size()), total);
  }
  for (bool more = network.trunk() == 0; more;) {
    more = false;
    for (std::size_t t = 0; t < loaders.size(); ++t) {
      const auto next = nextReadable(*loaders[t], work.group);
      if (!next) continue;
      work.throwIfStopped();
      more = true;
      passes.pass(t, next->batch.images);
      work.tell(++done, total);
    }
  }
  network.train(false);
}

}  // namespace zipper
