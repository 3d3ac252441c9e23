// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/training/unfolded_norms.h"

#include <vector>

#include "core/data/batch_loader.h"
#include "core/network/memory_need.h"
#include "core/network/network_plan.h"
#include "core/training/image_sample.h"

namespace zipper {

namespace {

constexpr int passBatch = 64;

bool isConstant(const torch::Tensor& values) { return values.eq(values[0]).all().item<bool>(); }

bool isFoldedUnit(ConvUnit& unit) { return unit->options().normalizes && isFolded(*unit->bn); }

/// Of what a convolution puts out, in float64.
struct ConvolvedSums {
  torch::Tensor sum, squares;  ///< [C]
  double values = 0;           ///< per channel

  void add(const torch::Tensor& maps) {
    const torch::Tensor rows = maps.to(torch::kFloat64).transpose(0, 1).flatten(1);
    const torch::Tensor ofRows = rows.sum(1), ofSquares = rows.square().sum(1);
    sum = sum.defined() ? sum + ofRows : ofRows;
    squares = squares.defined() ? squares + ofSquares : ofSquares;
    values += double(rows.size(1));
  }
};

/// One pass over the images: the convolutions of folded units see what they see in the network.
std::vector<ConvolvedSums> measure(MobileNet& network, const DatasetPtr& images, const Work& work) {
  std::vector<ConvolvedSums> sums(network->units().size());
  LoaderOptions options;
  options.batchSize = imagesWithinBudget(network->spec(), passBatch);
  options.labels = false;
  BatchLoader loader(images, network->spec(), options);
  const auto apply = [&](int index, const torch::Tensor& maps) {
    ConvUnit& unit = network->unit(index);
    if (!isFoldedUnit(unit)) return unit->forward(maps);
    const torch::Tensor convolved = unit->convolve(maps);
    sums[std::size_t(index)].add(convolved);
    return unit->activate(unit->bn->forward(convolved));
  };
  const auto behind = [](int, const torch::Tensor&) {};
  while (const auto batch = loader.next()) {
    work.throwIfStopped();
    if (!batch->indices.empty())
      walkUnits(network->plan(), 0, int(network->units().size()), batch->images, apply, behind);
  }
  return sums;
}

/// y = (x - m0) / s0 g0 + b0 stays what it is with another mean and deviation.
void give(torch::nn::BatchNorm2dImpl& norm, const ConvolvedSums& sums) {
  const double epsilon = norm.options.eps();
  const torch::Tensor mean = sums.sum / sums.values;
  const torch::Tensor variance = (sums.squares / sums.values - mean.square()).clamp_min(0);
  const torch::Tensor factor =
      norm.weight.to(torch::kFloat64) / (norm.running_var.to(torch::kFloat64) + epsilon).sqrt();
  const torch::Tensor shift = norm.bias + (mean - norm.running_mean) * factor;
  norm.weight.copy_(factor * (variance + epsilon).sqrt());
  norm.bias.copy_(shift);
  norm.running_mean.copy_(mean);
  norm.running_var.copy_(variance);
}

}  // namespace

bool isFolded(torch::nn::BatchNorm2dImpl& norm) {
  return norm.running_mean.eq(0).all().item<bool>() && isConstant(norm.running_var) && isConstant(norm.weight) &&
         norm.bias.ne(0).any().item<bool>();
}

bool hasFoldedNorms(MobileNet& network) {
  for (ConvUnit& unit : network->units())
    if (isFoldedUnit(unit)) return true;
  return false;
}

void unfoldNorms(MobileNet& network, const DatasetPtr& images, int count, std::uint64_t seed, const Work& work) {
  const torch::NoGradGuard noGrad;
  const bool trained = network->is_training();
  network->train(false);
  const std::vector<ConvolvedSums> sums = measure(network, imageSample(images, count, seed), work);
  for (std::size_t i = 0; i < sums.size(); ++i)
    if (sums[i].values > 0) give(*network->unit(int(i))->bn, sums[i]);
  network->train(trained);
}

void copyUnfoldedNorms(MobileNet& from, MobileNet& to) {
  const torch::NoGradGuard noGrad;
  for (std::size_t i = 0; i < to->units().size(); ++i) {
    if (!isFoldedUnit(to->unit(int(i)))) continue;
    const NamedTensors wanted = from->unit(int(i))->tensors();
    for (const auto& [name, tensor] : to->unit(int(i))->tensors())
      if (name != "conv.weight") tensor.copy_(find(wanted, name));
  }
}

}  // namespace zipper
