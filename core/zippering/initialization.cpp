#include "core/zippering/initialization.h"

#include <ATen/CPUGeneratorImpl.h>

#include <cmath>

#include "core/support/error.h"

namespace zipper {

namespace {

/// The tensors of a pointwise unit that sharing makes one: the weights, and with shared batch normalization its four
/// vectors.
std::vector<torch::Tensor> sharedTensors(ConvUnit& unit, BnPolicy policy) {
  std::vector<torch::Tensor> tensors{unit->conv->weight};
  if (policy == BnPolicy::Shared) {
    const auto& bn = unit->bn;
    tensors.insert(tensors.end(), {bn->weight, bn->bias, bn->running_mean, bn->running_var});
  }
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

/// He-normal weights with fan-out, scale 1, shift 0, mean 0, variance 1.
std::vector<torch::Tensor> random(const std::vector<torch::Tensor>& like, std::uint64_t seed) {
  auto generator = at::make_generator<at::CPUGeneratorImpl>(seed);
  std::vector<torch::Tensor> result{torch::empty_like(like[0])};
  result[0].normal_(0.0, std::sqrt(2.0 / double(like[0].size(0))), generator);
  for (std::size_t i = 1; i < like.size(); ++i)
    result.push_back(i == 1 || i == 4 ? torch::ones_like(like[i]) : torch::zeros_like(like[i]));
  return result;
}

}  // namespace

void initializeLayer(MergedNetwork& network, int layer, Initialization initialization, std::uint64_t seed) {
  if (network.isMerged(layer)) fail("layer ", layer, " is merged already");
  torch::NoGradGuard noGrad;
  std::vector<std::vector<torch::Tensor>> own;
  for (int t = 0; t < network.taskCount(); ++t)
    own.push_back(sharedTensors(network.task(t)->pointwise(layer), network.policy()));
  std::vector<torch::Tensor> values;
  switch (initialization) {
    case Initialization::FromA:
      values = own[0];
      break;
    case Initialization::FromB:
      values = own[1];
      break;
    case Initialization::Mean:
      values = mean(own);
      break;
    case Initialization::Random:
      values = random(own[0], seed);
      break;
    case Initialization::LeastSquares:
      fail("layer ", layer, ": least squares needs calibration images");
  }
  network.merge(layer);
  const auto targets = sharedTensors(network.task(0)->pointwise(layer), network.policy());
  for (std::size_t i = 0; i < targets.size(); ++i) torch::Tensor(targets[i]).copy_(values[i]);
}

}  // namespace zipper
