// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/merging/kernel_moments.h"

#include <ATen/CPUGeneratorImpl.h>
#include <ATen/Parallel.h>

#include <algorithm>

#include "core/compute/folded_pass.h"
#include "core/compute/image_threads.h"
#include "core/compute/unit_shapes.h"
#include "core/kernels/kernels.h"
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

constexpr int channelsAtOnce = 64;  ///< of one thread

/// The windows of a depthwise unit in float32 on the CPU, summed by kernels.h as they lie in the maps.
class WindowMoments {
 public:
  WindowMoments(const DepthwiseShape& shape, const FoldedNetwork::Unit& wanted)
      : shape_(shape),
        weights_(wanted.weight.flatten(1).t().contiguous()),
        bias_(wanted.bias.contiguous()),
        x_(zeros(taps())),
        z_(zeros(1)),
        xx_(zeros(taps() * (taps() + 1) / 2)),
        zx_(zeros(taps())),
        zz_(zeros(1)) {}

  /// Maps of the same images in both networks, [N,C,H,W] with channels last.
  void add(const torch::Tensor& own, const torch::Tensor& others, const std::vector<int>& positions) {
    const auto a = own.contiguous(torch::MemoryFormat::ChannelsLast),
               b = others.contiguous(torch::MemoryFormat::ChannelsLast);
    const WindowSums sums{weights_.data_ptr<float>(), bias_.data_ptr<float>(), x_.data_ptr<double>(),
                          z_.data_ptr<double>(),      xx_.data_ptr<double>(),  zx_.data_ptr<double>(),
                          zz_.data_ptr<double>()};
    const std::int64_t size = std::int64_t(shape_.height) * shape_.width * shape_.channels;
    const int chunks = (shape_.channels + channelsAtOnce - 1) / channelsAtOnce;
    const int parts = std::min(chunks, std::max(1, at::get_num_threads()));
    runParts({std::size_t(parts), true}, [&](std::size_t part) {
      const int first = int(part) * chunks / parts * channelsAtOnce;
      const int last = std::min(shape_.channels, (int(part) + 1) * chunks / parts * channelsAtOnce);
      for (std::int64_t n = 0; n < a.size(0); ++n)
        kernels().windowMoments(shape_, a.data_ptr<float>() + n * size, b.data_ptr<float>() + n * size,
                                positions.data(), int(positions.size()), first, last, sums);
    });
    samples_ += double(a.size(0)) * double(positions.size());
  }

  /// Averages.
  KernelMoments moments() const {
    const double count = std::max(1.0, samples_);
    const std::int64_t in = taps(), channels = shape_.channels;
    auto xx = torch::empty({channels, in, in}, torch::kFloat64);
    std::int64_t pair = 0;
    for (std::int64_t i = 0; i < in; ++i)
      for (std::int64_t j = 0; j <= i; ++j, ++pair)
        for (const auto& [row, column] : {std::pair(i, j), std::pair(j, i)})
          xx.select(1, row).select(1, column).copy_(xx_[pair] / count);
    return {samples_,
            x_.t().contiguous() / count,
            z_.t().contiguous() / count,
            xx,
            zx_.t().contiguous().unsqueeze(1) / count,
            zz_.t().contiguous() / count};
  }

 private:
  std::int64_t taps() const { return std::int64_t(shape_.kernel) * shape_.kernel; }
  torch::Tensor zeros(std::int64_t rows) const { return torch::zeros({rows, shape_.channels}, torch::kFloat64); }

  DepthwiseShape shape_;
  torch::Tensor weights_, bias_;
  torch::Tensor x_, z_, xx_, zx_, zz_;  ///< as in WindowSums, a row per tap or pair
  double samples_ = 0;
};

/// The positions of a batch, the same in all of its images.
torch::Tensor positionsFor(const TapReader::Batch& batch, const NetworkPlan& plan, int unit, std::uint64_t seed) {
  return choosePositions(positionsOf(plan, unit), batch.part.whole, mixSeed({seed, std::uint64_t(batch.number)}));
}

std::vector<int> numbersOf(const torch::Tensor& positions) {
  const auto* values = positions.data_ptr<std::int64_t>();
  return {values, values + positions.numel()};
}

bool canSumWindows(const FoldedPass& own, const FoldedPass& others, int unit) {
  const auto isFloatOnCpu = [unit](const FoldedPass& pass) {
    const torch::Tensor& weight = pass.network().units()[std::size_t(unit)].weight;
    return weight.scalar_type() == torch::kFloat32 && weight.device().is_cpu();
  };
  const NetworkPlan& plan = own.network().plan();
  return plan.units[std::size_t(unit)].kind == UnitKind::Depthwise && canBeFused(plan) && isFloatOnCpu(own) &&
         isFloatOnCpu(others);
}

KernelMoments summedMoments(FoldedPass& own, FoldedPass& others, int unit, TapReader& taps, std::uint64_t seed) {
  const UnitShapes shapes = unitShapes(own.network().plan(), own.network().spec().padding);
  WindowMoments sums(shapes[std::size_t(unit)].window, others.network().units()[std::size_t(unit)]);
  while (const auto batch = taps.next())
    if (batch->images() > 0)
      sums.add(own.inputs(unit, batch->starts[0]), others.inputs(unit, batch->starts[1]),
               numbersOf(positionsFor(*batch, others.network().plan(), unit, seed)));
  return sums.moments();
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
  const bool sums = canSumWindows(own, others, unit);
  if (sums) moments = summedMoments(own, others, unit, taps, images.seed);
  while (const auto batch = sums ? std::nullopt : taps.next()) {
    if (batch->images() == 0) continue;
    const auto chosen = positionsFor(*batch, teacher->plan(), unit, images.seed);
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
