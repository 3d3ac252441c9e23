// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/training/whole_batch_statistics.h"

#include "core/training/whole_batch_norm.h"

namespace zipper {

namespace {

torch::Tensor forward(ConvUnit& unit, const torch::Tensor& input, ProcessGroup& group) {
  if (!unit->options().normalizes) return unit->forward(input);
  torch::nn::BatchNorm2dImpl& bn = *unit->bn;
  const auto x = unit->convolve(input);
  const BatchStatistics batch = wholeBatchStatistics(x, group);
  averageInto(bn, batch);
  const auto mean = batch.mean.to(torch::kFloat32), variance = batch.variance.to(torch::kFloat32);
  return unit->activate(torch::batch_norm(x, bn.weight, bn.bias, mean, variance, false, 0, bn.options.eps(), false));
}

/// Units first ... end - 1, see walkUnits().
torch::Tensor forward(MobileNet& network, const torch::Tensor& x, int first, int end, ProcessGroup& group) {
  const auto apply = [&](int index, const torch::Tensor& maps) { return forward(network->unit(index), maps, group); };
  return walkUnits(network->plan(), first, end, x, apply, [](int, const torch::Tensor&) {});
}

}  // namespace

void passThrough(MergedNetwork& network, const std::vector<torch::Tensor>& images, ProcessGroup& group) {
  torch::NoGradGuard noGrad;
  const int behind = network.trunk() == 0 ? 0 : network.task(0)->plan().tap(network.trunk()) + 1;
  const auto shared = forward(network.task(0), torch::cat(images), 0, behind, group);
  std::int64_t begin = 0;
  for (std::size_t t = 0; t < images.size(); begin += images[t].size(0), ++t) {
    MobileNet& task = network.task(int(t));
    forward(task, shared.narrow(0, begin, images[t].size(0)), behind, int(task->units().size()), group);
  }
}

}  // namespace zipper
