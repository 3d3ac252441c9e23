// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/merging/kernel_moments.h"

#include <ATen/CPUGeneratorImpl.h>

#include <algorithm>

#include "core/compute/folded_pass.h"
#include "core/merging/least_squares.h"
#include "core/merging/tap_reader.h"
#include "core/support/random.h"
#include "core/training/network_device.h"

namespace zipper {

namespace {

constexpr int kernelBatch = 16;
constexpr std::int64_t mostKernelPositions = 2048;  ///< per batch
constexpr double ownRidge = 0.01;                   ///< of fitOwnKernels()

/// The pixels under the kernel where these positions of the output are computed, [N,C,K,positions].
torch::Tensor patchesOf(const ConvUnitImpl& unit, const torch::Tensor& input, const torch::Tensor& positions) {
  const int kernel = unit.options().kernel, stride = unit.options().stride, padding = kernel / 2;
  const auto padded = unit.padsAsymmetrically()
                          ? padLikeTensorFlow(input, kernel)
                          : torch::constant_pad_nd(input, {padding, padding, padding, padding}, 0);
  const std::int64_t width = padded.size(3), outWidth = (width - kernel) / stride + 1;
  const auto corners =
      positions.div(outWidth, "floor") * (stride * width) + positions.remainder(outWidth) * stride;  // [positions]
  const auto offsets = torch::arange(kernel) * width, columns = torch::arange(kernel);
  const auto pixels = (offsets.unsqueeze(1) + columns.unsqueeze(0)).view({-1, 1}) + corners.unsqueeze(0);
  return padded.contiguous()
      .view({input.size(0), input.size(1), -1})
      .index_select(2, pixels.flatten().to(padded.device()))
      .view({input.size(0), input.size(1), std::int64_t(kernel) * kernel, -1});
}

/// What a folded unit makes of patches, before its activation, [N,C_out,positions].
torch::Tensor outputsOf(const FoldedNetwork::Unit& unit, const torch::Tensor& patches) {
  const auto weight = unit.weight.contiguous();
  const auto sums = unit.groups > 1 ? (patches * weight.view({1, weight.size(0), -1, 1})).sum(2)
                                    : torch::matmul(weight.flatten(1), patches.flatten(1, 2));
  return sums + unit.bias.view({1, -1, 1});
}

/// Of a unit's output.
std::int64_t positionsOf(const NetworkPlan& plan, int unit) {
  const std::int64_t side = plan.units[std::size_t(unit)].outputSize;
  return side * side;
}

/// [N,C,K,positions] -> [groups, N * positions, C / groups * K] in float64.
torch::Tensor rowsOf(const torch::Tensor& values, std::int64_t groups) {
  const std::int64_t n = values.size(0), perGroup = values.size(1) / groups, kernel = values.size(2);
  return values.view({n, groups, perGroup, kernel, -1})
      .permute({1, 0, 4, 2, 3})
      .reshape({groups, -1, perGroup * kernel})
      .to(torch::kFloat64);
}

/// Of many positions some are drawn, the same in all images of a batch.
torch::Tensor choosePositions(std::int64_t positions, std::int64_t images, std::uint64_t seed) {
  const std::int64_t wanted = std::max<std::int64_t>(1, mostKernelPositions / images);
  if (positions <= wanted) return torch::arange(positions);
  auto generator = at::make_generator<at::CPUGeneratorImpl>(seed);
  return torch::randint(positions, {wanted}, generator, torch::kInt64);
}

void average(torch::Tensor& mean, const torch::Tensor& ofBatch, double share) {
  mean = mean.lerp(ofBatch.to(mean.device()), share);
}

/// Without samples yet, so that a process without any has something to pool.
KernelMoments emptyMoments(const ConvUnitImpl::Options& unit) {
  const std::int64_t groups = unit.depthwise ? unit.inputChannels : 1;
  const std::int64_t in = std::int64_t(unit.kernel) * unit.kernel * unit.inputChannels / groups,
                     out = unit.outputChannels / groups;
  const auto zeros = [](at::IntArrayRef shape) { return torch::zeros(shape, torch::kFloat64); };
  return {0,
          zeros({groups, in}),
          zeros({groups, out}),
          zeros({groups, in, in}),
          zeros({groups, out, in}),
          zeros({groups, out})};
}

void add(KernelMoments& moments, const torch::Tensor& x, const torch::Tensor& z) {
  const double count = double(x.size(1));
  moments.samples += count;
  const double share = count / moments.samples;
  average(moments.x, x.mean(1), share);
  average(moments.z, z.mean(1), share);
  average(moments.xx, x.transpose(1, 2).bmm(x) / count, share);
  average(moments.zx, z.transpose(1, 2).bmm(x) / count, share);
  average(moments.zz, z.square().mean(1), share);
}

/// All tasks as one; each counts the same.
KernelMoments pooled(const std::vector<KernelMoments>& tasks) {
  KernelMoments all = tasks[0];
  for (std::size_t t = 1; t < tasks.size(); ++t) {
    const double share = 1.0 / double(t + 1);
    average(all.x, tasks[t].x, share);
    average(all.z, tasks[t].z, share);
    average(all.xx, tasks[t].xx, share);
    average(all.zx, tasks[t].zx, share);
    average(all.zz, tasks[t].zz, share);
  }
  return all;
}

torch::Tensor outerOf(const torch::Tensor& a, const torch::Tensor& b) { return a.unsqueeze(2) * b.unsqueeze(1); }

/// cross [G,O,I] times the inverse of the covariance [G,I,I] with ridge. Groups whose inputs never change get zeros.
torch::Tensor solve(const torch::Tensor& covariance, const torch::Tensor& cross, double ridge) {
  const auto diagonal = covariance.diagonal(0, 1, 2).mean(1);
  const auto strength = (std::max(ridge, 1e-10) * diagonal).clamp_min(1e-12);
  const auto gram = covariance + strength.view({-1, 1, 1}) * torch::eye(covariance.size(1), torch::kFloat64);
  const auto factor = std::get<0>(at::linalg_cholesky_ex(gram));
  return torch::cholesky_solve(cross.transpose(1, 2), factor).transpose(1, 2);
}

}  // namespace

KernelMoments kernelMoments(MobileNet& network, MobileNet& teacher, int unit, const CalibrationImages& images,
                            const Work& work) {
  torch::NoGradGuard noGrad;
  ConvUnit& wanted = teacher->unit(unit);
  FoldedPass own(foldedOn(images.device, network)), others(foldedOn(images.device, teacher));
  const std::int64_t groups = wanted->options().depthwise ? wanted->options().inputChannels : 1;
  KernelMoments moments = emptyMoments(wanted->options());
  TapReader taps({&own, &others}, network->plan().units[std::size_t(unit)].layer - 1, images, kernelBatch, work);
  while (const auto batch = taps.next()) {
    if (batch->images() == 0) continue;
    const auto chosen = choosePositions(positionsOf(teacher->plan(), unit), batch->part.whole,
                                        mixSeed({images.seed, std::uint64_t(batch->number)}));
    const auto x = patchesOf(*network->unit(unit), own.inputs(unit, batch->starts[0]), chosen);
    const auto z = outputsOf(others.network().units()[std::size_t(unit)],
                             patchesOf(*wanted, others.inputs(unit, batch->starts[1]), chosen));
    add(moments, rowsOf(x, groups), rowsOf(z.unsqueeze(2), groups));
  }
  poolMeans(moments.samples, {&moments.x, &moments.z, &moments.xx, &moments.zx, &moments.zz}, work.group);
  return moments;
}

void fitKernels(ConvUnitImpl& unit, const std::vector<KernelMoments>& tasks, double ridge) {
  torch::NoGradGuard noGrad;
  const KernelMoments all = pooled(tasks);
  const auto covariance = all.xx - outerOf(all.x, all.x), cross = all.zx - outerOf(all.z, all.x);
  const auto wantedVariance = (all.zz - all.z.square()).clamp_min(0);
  const auto weights = solve(covariance, cross * inverseDeviation(wantedVariance).unsqueeze(2), ridge);
  const auto variance = (weights.bmm(covariance) * weights).sum(2).clamp_min(0);
  const auto agreement = (weights * cross).sum(2);
  const auto sign = torch::where(agreement < 0, -torch::ones_like(agreement), torch::ones_like(agreement));
  const auto scale =
      sign * wantedVariance.sqrt() * (variance + unit.bn->options.eps()).sqrt() * inverseDeviation(variance);
  unit.conv->weight.copy_(weights.reshape(unit.conv->weight.sizes()));
  unit.bn->running_mean.copy_(weights.bmm(all.x.unsqueeze(2)).flatten());
  unit.bn->running_var.copy_(variance.flatten());
  unit.bn->weight.copy_(scale.flatten());
  unit.bn->bias.copy_(all.z.flatten());
}

void fitOwnKernels(ConvUnitImpl& unit, const KernelMoments& moments) {
  torch::NoGradGuard noGrad;
  const auto covariance = moments.xx - outerOf(moments.x, moments.x),
             cross = moments.zx - outerOf(moments.z, moments.x);
  const auto scale = unit.bn->weight / (unit.bn->running_var + unit.bn->options.eps()).sqrt();
  const auto start = (unit.conv->weight.flatten(1) * scale.unsqueeze(1)).to(torch::kFloat64).view(cross.sizes());
  const auto weights = start + solve(covariance, cross - start.bmm(covariance), ownRidge);
  const auto variance = (weights.bmm(covariance) * weights).sum(2).clamp_min(0).flatten();
  unit.conv->weight.copy_(weights.reshape(unit.conv->weight.sizes()));
  unit.bn->running_mean.copy_(weights.bmm(moments.x.unsqueeze(2)).flatten());
  unit.bn->running_var.copy_(variance);
  unit.bn->weight.copy_((variance + unit.bn->options.eps()).sqrt());
  unit.bn->bias.copy_(moments.z.flatten());
}

}  // namespace zipper
