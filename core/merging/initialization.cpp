// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/merging/initialization.h"

#include <ATen/CPUGeneratorImpl.h>

#include <cmath>

#include "core/support/error.h"
#include "core/support/random.h"

namespace zipper {

namespace {

/// The tensors of a unit that sharing makes one: the weights, and with shared batch normalization its four vectors, or
/// the bias.
std::vector<torch::Tensor> sharedTensors(const ConvUnit& unit, BnPolicy policy) {
  std::vector<torch::Tensor> tensors;
  for (const auto& [leaf, tensor] : unit->tensors())
    if (tensors.empty() || policy == BnPolicy::Shared) tensors.push_back(tensor);
  return tensors;
}

std::vector<torch::Tensor> mean(const std::vector<std::vector<torch::Tensor>>& tasks) {
  std::vector<torch::Tensor> result;
  for (std::size_t i = 0; i < tasks[0].size(); ++i) {
    torch::Tensor sum = tasks[0][i].clone();
    for (std::size_t t = 1; t < tasks.size(); ++t) sum += tasks[t][i];
    result.push_back(sum / double(tasks.size()));
  }
  return result;
}

/// He-normal weights with fan-out, scale 1, shift 0, mean 0, variance 1, or bias 0.
std::vector<torch::Tensor> random(const std::vector<torch::Tensor>& like, std::uint64_t seed) {
  auto generator = at::make_generator<at::CPUGeneratorImpl>(seed);
  std::vector<torch::Tensor> result{torch::empty_like(like[0])};
  const bool depthwise = like[0].size(2) > 1 && like[0].size(1) == 1;
  const double fanOut = double((depthwise ? 1 : like[0].size(0)) * like[0].size(2) * like[0].size(3));
  result[0].normal_(0.0, std::sqrt(2.0 / fanOut), generator);
  for (std::size_t i = 1; i < like.size(); ++i)
    result.push_back(like.size() == 5 && (i == 1 || i == 4) ? torch::ones_like(like[i]) : torch::zeros_like(like[i]));
  return result;
}

/// What tensors that are one per task become when they become one for all.
std::vector<torch::Tensor> valuesOf(const std::vector<std::vector<torch::Tensor>>& own, Initialization initialization,
                                    std::uint64_t seed) {
  switch (initialization) {
    case Initialization::FromA:
      return own[0];
    case Initialization::FromB:
      return own[1];
    case Initialization::Mean:
      return mean(own);
    case Initialization::Random:
      return random(own[0], seed);
    case Initialization::LeastSquares:
      break;
  }
  fail("least squares needs calibration images");
}

}  // namespace

void initializeLayer(MergedNetwork& network, int layer, Initialization initialization, std::uint64_t seed) {
  if (network.isMerged(layer)) fail("layer ", layer, " is merged already");
  const std::vector<int> merged = network.task(0)->plan().site(layer).merged;
  for (std::size_t i = 0; i < merged.size(); ++i) {
    std::vector<ConvUnit> units;
    for (int t = 0; t < network.taskCount(); ++t) units.push_back(network.task(t)->unit(merged[i]));
    equalizeUnits(units, network.policy(), initialization, i == 0 ? seed : mixSeed({seed, 4, i}));
  }
  network.merge(layer);
}

void equalizeUnits(const std::vector<ConvUnit>& units, BnPolicy policy, Initialization initialization,
                   std::uint64_t seed) {
  torch::NoGradGuard noGrad;
  std::vector<std::vector<torch::Tensor>> own;
  for (const ConvUnit& unit : units) own.push_back(sharedTensors(unit, policy));
  std::vector<torch::Tensor> values;
  for (const torch::Tensor& value : valuesOf(own, initialization, seed)) values.push_back(value.clone());
  for (const auto& targets : own)
    for (std::size_t i = 0; i < targets.size(); ++i) torch::Tensor(targets[i]).copy_(values[i]);
}

}  // namespace zipper
