// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/training/whole_batch_norm.h"

#include <algorithm>

namespace zipper {

namespace {

BatchStatistics ofShare(const torch::Tensor& x, bool counts) {
  const auto count = counts ? double(x.size(0) * x.size(2) * x.size(3)) : 0;
  if (count == 0) {
    const auto zeros = torch::zeros({x.size(1)}, torch::kFloat64);
    return {zeros, zeros.clone(), 0};
  }
  const auto [mean, variance] = at::batch_norm_update_stats(x, {}, {}, 0);
  return {mean.to(torch::kFloat64), variance.to(torch::kFloat64), count};
}

/// Batch normalization by given statistics, which depend on the maps of all processes: so do the gradients.
class WholeBatchNorm : public torch::autograd::Function<WholeBatchNorm> {
 public:
  static torch::Tensor forward(torch::autograd::AutogradContext* context, const torch::Tensor& x,
                               const torch::Tensor& weight, const torch::Tensor& bias, const BatchStatistics& batch,
                               double epsilon, bool counts, ProcessGroup* group) {
    const auto mean = batch.mean.to(torch::kFloat32), variance = batch.variance.to(torch::kFloat32);
    context->save_for_backward({x, weight, mean, variance});
    context->saved_data["count"] = batch.count;
    context->saved_data["epsilon"] = epsilon;
    context->saved_data["counts"] = counts;
    context->saved_data["group"] = reinterpret_cast<std::int64_t>(group);
    return torch::batch_norm(x, weight, bias, mean, variance, false, 0, epsilon, false);
  }

  /// As if mean and variance were constants, and then what is owed to them: with z the normalized maps and n values,
  /// -weight / deviation * (sum(gradient) + z * sum(gradient * z)) / n, the sums over the whole batch. It is a batch
  /// normalization of x, too. Maps that don't count owe nothing.
  static torch::autograd::variable_list backward(torch::autograd::AutogradContext* context,
                                                 torch::autograd::variable_list gradients) {
    const auto saved = context->get_saved_variables();
    const torch::Tensor &x = saved[0], &weight = saved[1], &mean = saved[2], &variance = saved[3];
    const double count = context->saved_data["count"].toDouble();
    const double epsilon = context->saved_data["epsilon"].toDouble();
    auto* group = reinterpret_cast<ProcessGroup*>(context->saved_data["group"].toInt());
    const auto gradient = gradients[0].contiguous(x.suggest_memory_format());
    const auto [ofX, ofWeight, ofBias] = torch::native_batch_norm_backward(gradient, x, weight, mean, variance, {}, {},
                                                                           false, epsilon, {true, true, true});
    auto sums = torch::cat({ofWeight, ofBias}).to(torch::kFloat64);
    group->sum(sums);
    if (!context->saved_data["counts"].toBool()) return {ofX, ofWeight, ofBias, {}, {}, {}, {}};
    const auto owed = (sums / -count).to(torch::kFloat32).chunk(2);
    const auto scale = weight * (variance + epsilon).rsqrt();
    const auto rest = torch::batch_norm(x, scale * owed[0], scale * owed[1], mean, variance, false, 0, epsilon, false);
    return {ofX + rest, ofWeight, ofBias, {}, {}, {}, {}};
  }
};

torch::Tensor trainingPass(ConvUnit& unit, const torch::Tensor& maps, bool counts, ProcessGroup& group) {
  if (!unit->options().normalizes) return unit->forward(maps);
  torch::nn::BatchNorm2dImpl& bn = *unit->bn;
  const auto x = unit->convolve(maps);
  const BatchStatistics batch = wholeBatchStatistics(x.detach(), group, counts);
  averageInto(bn, batch);
  return unit->activate(WholeBatchNorm::apply(x, bn.weight, bn.bias, batch, bn.options.eps(), counts, &group));
}

}  // namespace

/// Sums of values and of squares, made of what the shares were found to have: in float64 the subtraction costs nothing.
BatchStatistics wholeBatchStatistics(const torch::Tensor& x, ProcessGroup& group, bool counts) {
  const BatchStatistics own = ofShare(x, counts);
  auto sums = own.count * torch::cat({own.mean, own.variance + own.mean.square(), torch::ones({1}, torch::kFloat64)});
  group.sum(sums);
  const double count = sums[-1].item<double>();
  const auto means = (sums / count).slice(0, 0, -1).chunk(2);
  return {means[0], (means[1] - means[0].square()).clamp_min(0), count};
}

void averageInto(torch::nn::BatchNorm2dImpl& bn, const BatchStatistics& batch) {
  torch::NoGradGuard noGrad;
  bn.num_batches_tracked += 1;
  const auto momentum = bn.options.momentum();
  const double share = momentum ? *momentum : 1 / bn.num_batches_tracked.item<double>();
  const double unbiased = batch.count / std::max(1.0, batch.count - 1);
  bn.running_mean.lerp_(batch.mean.to(torch::kFloat32), share);
  bn.running_var.lerp_((batch.variance * unbiased).to(torch::kFloat32), share);
}

torch::Tensor wholeBatchLogits(MobileNet& network, const torch::Tensor& images, ProcessGroup& group) {
  const bool counts = images.size(0) > 0;
  const torch::Tensor own = counts ? images
                                   : torch::zeros({1, images.size(1), images.size(2), images.size(3)})
                                         .contiguous(torch::MemoryFormat::ChannelsLast);
  const auto apply = [&](int index, const torch::Tensor& maps) {
    return trainingPass(network->unit(index), maps, counts, group);
  };
  const auto ignore = [](int, const torch::Tensor&) {};
  const auto maps = walkUnits(network->plan(), 0, int(network->units().size()), own, apply, ignore);
  return network->logitsOf(maps.mean({2, 3}));
}

}  // namespace zipper
