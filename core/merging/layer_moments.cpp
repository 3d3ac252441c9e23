// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/merging/layer_moments.h"

#include <ATen/CPUGeneratorImpl.h>

#include "core/compute/folded_pass.h"
#include "core/merging/tap_reader.h"
#include "core/support/random.h"
#include "core/training/network_device.h"

namespace zipper {

namespace {

constexpr std::int64_t mostLayerPositions = 8192;
constexpr int layerBatch = 64;

/// [N,C,H,W] -> [positions,C] in float64.
torch::Tensor rowsOf(const torch::Tensor& maps, const torch::Tensor& chosen) {
  torch::Tensor rows = maps.permute({0, 2, 3, 1}).reshape({-1, maps.size(1)});
  if (chosen.defined()) rows = rows.index_select(0, chosen.to(rows.device()));
  return rows.to(torch::kFloat64);
}

/// Undefined: all of them. Those of the whole batch that lie in the part, counted from its beginning.
torch::Tensor choosePositions(std::int64_t perImage, std::int64_t images, std::uint64_t seed, const BatchPart& part) {
  if (part.whole * perImage <= mostLayerPositions) return {};
  auto generator = at::make_generator<at::CPUGeneratorImpl>(seed);
  const auto chosen = torch::randint(part.whole * perImage, {mostLayerPositions}, generator, torch::kInt64);
  if (images == part.whole) return chosen;
  const auto own = chosen - part.first * perImage;
  return own.masked_select((own >= 0).logical_and(own < images * perImage));
}

torch::Tensor indexOf(const std::vector<int>& order) {
  return torch::tensor(std::vector<std::int64_t>(order.begin(), order.end()));
}

}  // namespace

LayerMoments::LayerMoments(int inputChannels, int outputChannels)
    : x(torch::zeros({inputChannels}, torch::kFloat64)),
      z(torch::zeros({outputChannels}, torch::kFloat64)),
      xx(torch::zeros({inputChannels, inputChannels}, torch::kFloat64)),
      zx(torch::zeros({outputChannels, inputChannels}, torch::kFloat64)),
      zz(torch::zeros({outputChannels}, torch::kFloat64)) {}

void LayerMoments::add(const torch::Tensor& inputs, const torch::Tensor& outputs, std::uint64_t seed) {
  add(inputs, outputs, seed, {0, inputs.size(0)});
}

void LayerMoments::add(const torch::Tensor& inputs, const torch::Tensor& outputs, std::uint64_t seed,
                       const BatchPart& part) {
  const auto chosen = choosePositions(inputs.size(2) * inputs.size(3), inputs.size(0), seed, part);
  const auto newX = rowsOf(inputs, chosen), newZ = rowsOf(outputs, chosen);
  const double count = double(newX.size(0));
  if (count == 0) return;
  samples += count;
  const double share = count / samples;
  const auto average = [share](torch::Tensor& mean, const torch::Tensor& ofBatch) {
    mean.lerp_(ofBatch.to(mean.device()), share);
  };
  average(x, newX.mean(0));
  average(z, newZ.mean(0));
  average(xx, newX.t().mm(newX) / count);
  average(zx, newZ.t().mm(newX) / count);
  average(zz, newZ.square().mean(0));
}

void LayerMoments::pool(const ProcessGroupPtr& group) { poolMeans(samples, {&x, &z, &xx, &zx, &zz}, group); }

void LayerMoments::permuteOutputs(const std::vector<int>& order) {
  const auto index = indexOf(order);
  for (torch::Tensor* tensor : {&z, &zx, &zz, &importance})
    if (tensor->defined()) *tensor = tensor->index_select(0, index);
}

void LayerMoments::permuteInputs(const std::vector<int>& order) {
  const auto index = indexOf(order);
  x = x.index_select(0, index);
  xx = xx.index_select(0, index).index_select(1, index);
  zx = zx.index_select(1, index);
}

LayerMoments layerMoments(MobileNet& network, MobileNet& teacher, int unit, const CalibrationImages& images,
                          const Work& work) {
  torch::NoGradGuard noGrad;
  const auto& shape = network->unit(unit)->options();
  LayerMoments moments(shape.inputChannels, shape.outputChannels);
  FoldedPass own(foldedOn(images.device, network)), wanted(foldedOn(images.device, teacher));
  TapReader taps({&own, &wanted}, network->plan().units[std::size_t(unit)].layer - 1, images, layerBatch, work);
  while (const auto batch = taps.next()) {
    const std::uint64_t seed = mixSeed({images.seed, std::uint64_t(batch->number)});
    if (batch->images() > 0)
      moments.add(own.inputs(unit, batch->starts[0]),
                  wanted.beforeActivation(unit, wanted.inputs(unit, batch->starts[1])), seed, batch->part);
    work.tell(batch->number, taps.batches());
  }
  moments.pool(work.group);
  return moments;
}

}  // namespace zipper
