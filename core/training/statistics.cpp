// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/training/statistics.h"

#include <algorithm>
#include <memory>
#include <optional>

#include "core/compute/fused_student.h"
#include "core/compute/task_lanes.h"
#include "core/data/batch_loader.h"
#include "core/training/batch_part.h"
#include "core/training/image_sample.h"
#include "core/training/network_device.h"
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
                  const torch::Device& place, const ProcessGroupPtr& group) {
  std::vector<torch::Tensor> images;
  for (auto& loader : loaders) {
    const auto next = nextReadable(*loader, group);
    if (!next) return false;
    images.push_back(batchOn(place, next->batch).images);
  }
  if (group)
    passThrough(network, images, *group);
  else
    network.forward(images);
  return true;
}

/// Of one task.
std::vector<torch::Tensor> valuesUpTo(MobileNet& network, int layer) {
  std::vector<torch::Tensor> values;
  for (int i = 0; i <= network->plan().tap(layer); ++i)
    for (const torch::Tensor& parameter : network->unit(i)->parameters()) values.push_back(parameter.detach());
  return values;
}

std::vector<torch::Tensor> statisticsUpTo(MobileNet& network, int layer) {
  std::vector<torch::Tensor> statistics;
  for (int i = 0; i <= network->plan().tap(layer); ++i)
    for (const torch::Tensor& buffer : network->unit(i)->buffers()) statistics.push_back(buffer);
  return statistics;
}

std::vector<torch::Tensor> copiesOf(const std::vector<torch::Tensor>& tensors) {
  std::vector<torch::Tensor> copies;
  for (const torch::Tensor& tensor : tensors) copies.push_back(tensor.clone());
  return copies;
}

bool areEqual(const std::vector<torch::Tensor>& a, const std::vector<torch::Tensor>& b) {
  return std::equal(a.begin(), a.end(), b.begin(), b.end(),
                    [](const torch::Tensor& one, const torch::Tensor& other) { return one.equal(other); });
}

}  // namespace

/// One re-estimation, a task at a time: fused where that is possible, and then from where it is known on.
class StatisticsPass {
 public:
  /// The network is on `place`.
  StatisticsPass(MergedNetwork& network, const StatisticsImages& images, const torch::Device& place, const Work& work)
      : network_(network), images_(images), place_(place), work_(work) {
    const bool fused = network.trunk() == 0 && FusedStudent::supports(network);
    lanes_.emplace(network.taskCount(), fused && !work.group && FusedStudent::canGoAtOnce(network));
    std::vector<std::shared_ptr<FusedWorkspace>> workspaces;
    for (int i = 0; i < lanes_->count(); ++i) workspaces.push_back(std::make_shared<FusedWorkspace>());
    for (int t = 0; fused && t < network.taskCount(); ++t)
      fused_.emplace_back(network.task(t), workspaces[std::size_t(lanes_->laneOf(t))], work.group);
    known_ = fused && !work.group ? images.known.get() : nullptr;
    if (known_ != nullptr) findStart();
  }

  void run() {
    if (start_ < 0) openImages();
    total_ = start_ < 0 ? total_ : batchesKnown();
    const CumulativeAverage average(batchNorms(network_));
    network_.train(true);
    while (network_.trunk() > 0 && passTogether(network_, loaders_, place_, work_.group)) tell(int(loaders_.size()));
    for (std::size_t round = 0; network_.trunk() == 0 && passRound(round); ++round) {
    }
    network_.train(false);
    if (start_ >= 0) restore();
    if (known_ != nullptr) remember();
  }

 private:
  void openImages() {
    for (std::size_t t = 0; t < images_.datasets.size(); ++t) {
      LoaderOptions options;
      options.batchSize = images_.batchSize;
      options.dropLast = true;
      options.labels = false;
      options.share = shareOf(work_.group);
      const auto part = imageSample(images_.datasets[t], images_.images, mixSeed({images_.seed, t}));
      loaders_.push_back(std::make_unique<BatchLoader>(part, network_.task(int(t))->spec(), options));
      total_ += int(loaders_.back()->batchesPerEpoch());
    }
  }

  int batchesKnown() const {
    int batches = 0;
    for (const KnownStatistics::Task& task : known_->tasks_) batches += int(task.maps.size());
    return batches;
  }

  /// Behind which layer the pass begins, and behind which the next one may.
  void findStart() {
    const bool same = known_->layer_ >= 0 && known_->datasets_ == images_.datasets &&
                      known_->images_ == images_.images && known_->batchSize_ == images_.batchSize &&
                      known_->seed_ == images_.seed && (images_.layer < 0 || known_->layer_ <= images_.layer);
    bool fits = same;
    for (std::size_t t = 0; fits && t < known_->tasks_.size(); ++t)
      fits = areEqual(valuesUpTo(network_.task(int(t)), known_->layer_), known_->tasks_[t].values);
    start_ = fits ? known_->layer_ : -1;
    if (images_.layer < 0 || bytesBehind(images_.layer) > known_->bytes_) return;
    kept_ = images_.layer;
    next_.resize(images_.datasets.size());
    for (FusedStudent& task : fused_)
      if (kept_ != start_) task.keepMaps(kept_);
  }

  std::size_t bytesBehind(int layer) {
    std::size_t values = 0;
    for (int t = 0; t < network_.taskCount(); ++t) {
      const NetworkPlan& plan = network_.task(t)->plan();
      const UnitPlan& tap = plan.units[std::size_t(plan.tap(layer))];
      const auto images = std::min<std::int64_t>(images_.images, images_.datasets[std::size_t(t)]->size());
      values += std::size_t(images * tap.outputChannels * tap.outputSize * tap.outputSize);
    }
    return sizeof(float) * values;
  }

  void tell(int batches) {
    work_.throwIfStopped();
    work_.tell(done_ += batches, total_);
  }

  /// A batch of each task that has one; false at the end.
  bool passRound(std::size_t round) {
    std::vector<char> passed(images_.datasets.size());
    lanes_->run([&](int task) {
      const auto t = std::size_t(task);
      passed[t] = start_ < 0 ? passNext(t) : goOn(t, round);
      if (passed[t] && lanes_->count() == 1) tell(1);
    });
    const auto batches = std::count(passed.begin(), passed.end(), char(true));
    if (lanes_->count() > 1 && batches > 0) tell(int(batches));
    return batches > 0;
  }

  bool passNext(std::size_t task) {
    const auto next = nextReadable(*loaders_[task], work_.group);
    if (!next) return false;
    work_.throwIfStopped();
    const torch::Tensor images = batchOn(place_, next->batch).images;
    if (fused_.empty()) {
      network_.task(int(task))->features(images);
    } else {
      const auto input = images.contiguous(torch::MemoryFormat::ChannelsLast);
      fused_[task].forward(input.data_ptr<float>(), input.size(0), {});
      keepMaps(task, input.size(0));
    }
    return true;
  }

  bool goOn(std::size_t task, std::size_t round) {
    const std::vector<torch::Tensor>& known = known_->tasks_[task].maps;
    if (round >= known.size()) return false;
    const torch::Tensor& maps = known[round];
    fused_[task].forwardFrom(start_, maps.data_ptr<float>(), maps.size(0));
    if (kept_ == start_)
      next_[task].maps.push_back(maps);
    else
      keepMaps(task, maps.size(0));
    return true;
  }

  void keepMaps(std::size_t task, std::int64_t images) {
    if (kept_ < 0) return;
    const NetworkPlan& plan = network_.task(int(task))->plan();
    const UnitPlan& tap = plan.units[std::size_t(plan.tap(kept_))];
    const auto maps = torch::empty({images, tap.outputChannels, tap.outputSize, tap.outputSize}, torch::kFloat32,
                                   torch::MemoryFormat::ChannelsLast);
    std::copy_n(fused_[task].maps(kept_), maps.numel(), maps.data_ptr<float>());
    next_[task].maps.push_back(maps);
  }

  /// Of the units that were passed over.
  void restore() {
    for (std::size_t t = 0; t < known_->tasks_.size(); ++t) {
      const std::vector<torch::Tensor> own = statisticsUpTo(network_.task(int(t)), start_);
      for (std::size_t i = 0; i < own.size(); ++i) torch::Tensor(own[i]).copy_(known_->tasks_[t].statistics[i]);
    }
  }

  void remember() {
    known_->layer_ = kept_;
    known_->datasets_ = images_.datasets;
    known_->images_ = images_.images;
    known_->batchSize_ = images_.batchSize;
    known_->seed_ = images_.seed;
    for (std::size_t t = 0; t < next_.size(); ++t) {
      next_[t].values = copiesOf(valuesUpTo(network_.task(int(t)), kept_));
      next_[t].statistics = copiesOf(statisticsUpTo(network_.task(int(t)), kept_));
    }
    known_->tasks_ = std::move(next_);
  }

  MergedNetwork& network_;
  const StatisticsImages& images_;
  torch::Device place_;
  const Work& work_;
  std::optional<TaskLanes> lanes_;
  std::vector<FusedStudent> fused_;  ///< per task; empty: as modules
  KnownStatistics* known_ = nullptr;
  int start_ = -1, kept_ = -1;  ///< layers behind which the pass begins, and the next one may; -1: images, none
  std::vector<KnownStatistics::Task> next_;
  std::vector<std::unique_ptr<BatchLoader>> loaders_;
  int done_ = 0, total_ = 0;
};

void reestimateStatistics(MergedNetwork& network, const StatisticsImages& images, const Work& work) {
  torch::NoGradGuard noGrad;
  withNetworksOn(images.device, tasksOf(network),
                 [&](const torch::Device& place) { StatisticsPass(network, images, place, work).run(); });
}

}  // namespace zipper
