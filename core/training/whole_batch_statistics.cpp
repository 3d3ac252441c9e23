// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/training/whole_batch_statistics.h"

namespace zipper {

namespace {

/// Per channel, float64, and of how many values.
struct Statistics {
  torch::Tensor mean, variance;
  double count = 0;
};

Statistics ofShare(const torch::Tensor& x) {
  const auto count = double(x.size(0) * x.size(2) * x.size(3));
  if (count == 0) {
    const auto zeros = torch::zeros({x.size(1)}, torch::kFloat64);
    return {zeros, zeros.clone(), 0};
  }
  const auto [mean, variance] = at::batch_norm_update_stats(x, {}, {}, 0);
  return {mean.to(torch::kFloat64), variance.to(torch::kFloat64), count};
}

/// Sums of values and of squares, made of what the shares were found to have: in float64 the subtraction costs nothing.
Statistics ofWholeBatch(const torch::Tensor& x, ProcessGroup& group) {
  const Statistics own = ofShare(x);
  auto sums = own.count * torch::cat({own.mean, own.variance + own.mean.square(), torch::ones({1}, torch::kFloat64)});
  group.sum(sums);
  const double count = sums[-1].item<double>();
  const auto means = (sums / count).slice(0, 0, -1).chunk(2);
  return {means[0], (means[1] - means[0].square()).clamp_min(0), count};
}

void average(torch::nn::BatchNorm2dImpl& bn, const Statistics& batch) {
  bn.num_batches_tracked += 1;
  const auto momentum = bn.options.momentum();
  const double share = momentum ? *momentum : 1 / bn.num_batches_tracked.item<double>();
  const double unbiased = batch.count / std::max(1.0, batch.count - 1);
  bn.running_mean.lerp_(batch.mean.to(torch::kFloat32), share);
  bn.running_var.lerp_((batch.variance * unbiased).to(torch::kFloat32), share);
}

torch::Tensor forward(ConvUnit& unit, const torch::Tensor& input, ProcessGroup& group) {
  if (!unit->options().normalizes) return unit->forward(input);
  torch::nn::BatchNorm2dImpl& bn = *unit->bn;
  const auto x = unit->convolve(input);
  const Statistics batch = ofWholeBatch(x, group);
  average(bn, batch);
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
