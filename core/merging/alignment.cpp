// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/merging/alignment.h"

#include <algorithm>
#include <numeric>
#include <optional>

#include "core/compute/folded_pass.h"
#include "core/data/batch_loader.h"
#include "core/merging/assignment.h"
#include "core/session/network_values.h"
#include "core/session/session_network.h"
#include "core/support/error.h"
#include "core/training/image_sample.h"
#include "core/training/network_device.h"
#include "core/training/task_work.h"

namespace zipper {

namespace {

constexpr int alignmentBatch = 16;  ///< all positions of its maps are held in float64

void permute(torch::Tensor tensor, std::int64_t dimension, const torch::Tensor& index) {
  tensor.copy_(tensor.index_select(dimension, index));
}

/// The outputs of a convolution and its batch normalization or bias.
void permuteUnit(ConvUnit& unit, const torch::Tensor& index) {
  for (const auto& [leaf, tensor] : unit->tensors()) permute(tensor, 0, index);
}

/// A unit that reads the space with columns of its own. Depthwise convolutions have none: what they read they write.
bool hasColumns(const UnitPlan& unit, int space) {
  return unit.inputSpace == space && unit.kind != UnitKind::Depthwise;
}

/// Of a convolution, or of a layer of the head.
torch::Tensor weightOf(MobileNet& network, std::size_t unit) {
  const std::size_t convolutions = network->units().size();
  return unit < convolutions ? network->unit(int(unit))->conv->weight
                             : network->headLayers()[unit - convolutions]->weight;
}

std::vector<int> identity(std::int64_t channels) {
  std::vector<int> order(std::size_t(channels), 0);
  std::iota(order.begin(), order.end(), 0);
  return order;
}

/// [C_out, numbers of one filter], with the scale of the batch normalization.
torch::Tensor scaledFilters(ConvUnit& unit) {
  const torch::Tensor filters = unit->conv->weight.contiguous().flatten(1);
  if (!unit->options().normalizes) return filters.to(torch::kFloat64);
  const auto scale = unit->bn->weight / (unit->bn->running_var + unit->bn->options.eps()).sqrt();
  return (filters * scale.unsqueeze(1)).to(torch::kFloat64);
}

/// Sums over images and positions, on the CPU, for a correlation of the channels of two networks.
class Correlation {
 public:
  Correlation(std::int64_t channelsA, std::int64_t channelsB)
      : product_(torch::zeros({channelsA, channelsB}, torch::kFloat64)),
        sumA_(torch::zeros({channelsA}, torch::kFloat64)),
        squareA_(torch::zeros_like(sumA_)),
        sumB_(torch::zeros({channelsB}, torch::kFloat64)),
        squareB_(torch::zeros_like(sumB_)) {}

  void add(const torch::Tensor& mapsA, const torch::Tensor& mapsB) {
    const std::int64_t size = std::min(mapsA.size(2), mapsB.size(2));
    const auto a = rowsOf(mapsA, size), b = rowsOf(mapsB, size);
    count_ += double(a.size(0));
    product_ += a.t().mm(b).cpu();
    sumA_ += a.sum(0).cpu(), squareA_ += a.square().sum(0).cpu();
    sumB_ += b.sum(0).cpu(), squareB_ += b.square().sum(0).cpu();
  }
  /// Adds what another one has added up.
  void add(const Correlation& other) {
    count_ += other.count_;
    product_ += other.product_;
    sumA_ += other.sumA_, squareA_ += other.squareA_;
    sumB_ += other.sumB_, squareB_ += other.squareB_;
  }
  /// Makes them means over what all processes of the group have added.
  void pool(const ProcessGroupPtr& group) {
    if (!group) return;
    for (torch::Tensor* sum : {&product_, &sumA_, &sumB_, &squareA_, &squareB_})
      if (count_ > 0) *sum /= count_;
    poolMeans(count_, {&product_, &sumA_, &sumB_, &squareA_, &squareB_}, group);
    for (torch::Tensor* sum : {&product_, &sumA_, &sumB_, &squareA_, &squareB_}) *sum *= count_;
  }
  /// 0 for channels that are constant.
  torch::Tensor value() const {
    const auto covariance = product_ / count_ - torch::outer(sumA_, sumB_) / (count_ * count_);
    const auto varianceA = squareA_ / count_ - (sumA_ / count_).square();
    const auto varianceB = squareB_ / count_ - (sumB_ / count_).square();
    const auto scale = torch::outer(varianceA, varianceB);
    return torch::where(scale > 1e-18, covariance * scale.clamp_min(1e-18).rsqrt(), torch::zeros_like(scale));
  }

 private:
  /// [N,C,H,W] -> [positions,C]; tasks with larger images are averaged down to the size of the smaller ones.
  static torch::Tensor rowsOf(const torch::Tensor& maps, std::int64_t size) {
    const auto fitted = maps.size(2) == size ? maps : torch::adaptive_avg_pool2d(maps, {size, size});
    return fitted.permute({0, 2, 3, 1}).reshape({-1, maps.size(1)}).to(torch::kFloat64);
  }

  double count_ = 0;
  torch::Tensor product_, sumA_, squareA_, sumB_, squareB_;
};

/// Images of one task as the network of another wants them.
std::unique_ptr<BatchLoader> unlabelledLoader(const CalibrationImages& images, MobileNet& network, const Work& work) {
  LoaderOptions options;
  options.batchSize = alignmentBatch;
  options.labels = false;
  options.share = shareOf(work.group);
  const auto sample = imageSample(images.dataset, images.images, images.seed);
  return std::make_unique<BatchLoader>(sample, network->spec(), options);
}

/// What both networks make of one task's images.
Correlation correlationOn(const CalibrationImages& images, MobileNet& a, MobileNet& b, int unit, const Work& work) {
  Correlation correlation(a->unit(unit)->options().outputChannels, b->unit(unit)->options().outputChannels);
  FoldedPass passA(foldedOn(images.device, a)), passB(foldedOn(images.device, b));
  const torch::Device place = deviceOf(passA.network());
  const auto forA = unlabelledLoader(images, a, work), forB = unlabelledLoader(images, b, work);
  int done = 0;
  while (const auto seenByA = forA->next()) {
    work.throwIfStopped();
    const auto seenByB = forB->next();
    if (!seenByA->indices.empty())
      correlation.add(passA.outputs(unit, batchOn(place, *seenByA).images),
                      passB.outputs(unit, batchOn(place, *seenByB).images));
    work.tell(++done, int(forA->batchesPerEpoch()));
  }
  return correlation;
}

}  // namespace

void permuteSpace(MobileNet& network, int space, const std::vector<int>& order) {
  torch::NoGradGuard noGrad;
  const NetworkPlan& plan = network->plan();
  const std::int64_t channels = plan.spaces.at(std::size_t(space)).channels;
  const auto index = torch::tensor(std::vector<std::int64_t>(order.begin(), order.end()), torch::kInt64);
  if (std::int64_t(order.size()) != channels || !torch::equal(std::get<0>(index.sort()), torch::arange(channels)))
    fail("space ", space, ": the channel order isn't a permutation of ", channels, " channels");
  for (std::size_t i = 0; i < plan.units.size(); ++i) {
    const UnitPlan& unit = plan.units[i];
    if (unit.outputSpace == space) permuteUnit(network->unit(int(i)), index);
    if (hasColumns(unit, space)) permute(weightOf(network, i), 1, index);
  }
}

bool canPermute(MergedNetwork& network, int space) {
  const NetworkPlan& plan = network.task(0)->plan();
  const Sharing sharing = network.sharing();
  return std::none_of(plan.units.begin(), plan.units.end(), [&](const UnitPlan& unit) {
    return (unit.outputSpace == space || hasColumns(unit, space)) && sharing.of(unit) != Shared::Nothing;
  });
}

bool isWrittenByShared(MergedNetwork& network, int space) {
  const NetworkPlan& plan = network.task(0)->plan();
  const Sharing sharing = network.sharing();
  return std::any_of(plan.units.begin(), plan.units.end(), [&](const UnitPlan& unit) {
    return unit.outputSpace == space && unit.kind != UnitKind::Depthwise && sharing.of(unit) != Shared::Nothing;
  });
}

std::vector<int> matchByWeights(MobileNet& a, MobileNet& b, int unit) {
  torch::NoGradGuard noGrad;
  const auto filtersA = scaledFilters(a->unit(unit)), filtersB = scaledFilters(b->unit(unit));
  if (filtersA.sizes() != filtersB.sizes()) return identity(filtersB.size(0));
  const auto costs =
      filtersA.square().sum(1, true) + filtersB.square().sum(1).unsqueeze(0) - 2 * filtersA.mm(filtersB.t());
  return matchByCosts(costs);
}

std::vector<int> matchByActivations(MobileNet& a, MobileNet& b, int unit, const std::vector<CalibrationImages>& images,
                                    const Work& work) {
  torch::NoGradGuard noGrad;
  std::vector<std::optional<Correlation>> ofImages(images.size());
  forTasks(int(images.size()), work, images.front().device, [&](int t, const Work& own) {
    ofImages[std::size_t(t)] = correlationOn(images[std::size_t(t)], a, b, unit, own);
  });
  Correlation correlation = *ofImages.front();
  for (std::size_t t = 1; t < ofImages.size(); ++t) correlation.add(*ofImages[t]);
  correlation.pool(work.group);
  return matchByCosts(-correlation.value());
}

std::vector<int> matchByCosts(const torch::Tensor& costs) {
  const auto dense = costs.to(torch::kFloat64).contiguous();
  return assign({dense.data_ptr<double>(), dense.data_ptr<double>() + dense.numel()}, int(dense.size(0)));
}

void alignLikeTeacher(const Session& session, int step, int task, MobileNet& network) {
  const int count = int(session.steps.size());
  if (step >= count) fail("step ", step, " was asked for, the session has ", count, " steps, from 0 on");
  for (int index : session.path(step))
    for (const ChannelMatch& next : session.steps[std::size_t(index)]->channelMatches)
      if (next.task == task) permuteSpace(network, next.space, next.order);
}

MobileNet alignedTeacher(const Session& session, int step, int task) {
  MobileNet network = teacherNetwork(session.teachers.at(std::size_t(task)));
  alignLikeTeacher(session, step, task, network);
  return network;
}

}  // namespace zipper
