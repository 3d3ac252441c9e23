// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/merging/channel_fisher.h"

#include <ATen/CPUGeneratorImpl.h>

#include <algorithm>
#include <set>

#include "core/compute/folded_pass.h"
#include "core/compute/tail_gradient.h"
#include "core/merging/tap_reader.h"
#include "core/network/memory_need.h"
#include "core/support/random.h"
#include "core/training/network_device.h"

namespace zipper {

namespace {

constexpr int mostFisherImages = 256;
constexpr int drawnTogether = 8;  ///< random numbers are drawn for so many images
/// Images whose graph of everything behind the layer is kept, if it takes no more than this.
constexpr int fisherBatch = 32;
constexpr std::uint64_t graphBudget = std::uint64_t(512) << 20;

int batchFor(const MobileNetSpec& spec) {
  return trainingBytes(spec, fisherBatch) <= graphBudget ? fisherBatch : drawnTogether;
}

/// Standard normal, [whole batch,classes]. `first`: the number of the batch's first image.
torch::Tensor noiseOf(std::int64_t whole, std::int64_t first, std::int64_t classes, std::uint64_t seed) {
  std::vector<torch::Tensor> noise;
  for (std::int64_t i = 0; i < whole; i += drawnTogether) {
    auto generator =
        at::make_generator<at::CPUGeneratorImpl>(mixSeed({seed, 5, std::uint64_t((first + i) / drawnTogether) + 1}));
    const std::int64_t count = std::min<std::int64_t>(drawnTogether, whole - i);
    noise.push_back(torch::randn({count, classes}, generator, torch::kFloat32));
  }
  return torch::cat(noise);
}

/// v ~ N(0, diag p − p pᵀ) for each image, [N,classes]; `noise` is that of the whole batch, of which this may be a
/// part.
torch::Tensor probe(const torch::Tensor& logits, const torch::Tensor& noise, const BatchPart& part) {
  const auto p = logits.softmax(1),
             scaled = p.sqrt() * noise.narrow(0, part.first, logits.size(0)).to(p.device(), p.scalar_type());
  return scaled - p * scaled.sum(1, true);
}

/// What units before this one put out, as far as it is read behind it or added to what it puts out.
KnownMaps readAcross(FoldedPass& pass, const NetworkPlan& plan, int unit, const PassStart& start) {
  std::set<int> read;
  for (int i = unit; i < plan.convolutions(); ++i) {
    const UnitPlan& reader = plan.units[std::size_t(i)];
    if (i > unit && reader.input < unit) read.insert(reader.input);
    for (const int index : {reader.gated, reader.addend})
      if (index >= 0 && index < unit) read.insert(index);
  }
  KnownMaps known;
  for (const int i : read) known.emplace_back(i, pass.outputs(i, start));
  return known;
}

/// The logits that follow from z of a unit.
torch::Tensor logitsFrom(const FoldedNetwork& teacher, int unit, const torch::Tensor& z, KnownMaps known) {
  const NetworkPlan& plan = teacher.plan();
  torch::Tensor maps = activate(z, plan.units[std::size_t(unit)].activation);
  for (const auto& [index, gated] : known)
    if (index == plan.units[std::size_t(unit)].gated) maps = gated * maps;
  for (const auto& [index, added] : known)
    if (index == plan.units[std::size_t(unit)].addend) maps = maps + added;
  known.emplace_back(unit, maps);
  const auto apply = [&](int index, const torch::Tensor& x) { return teacher.apply(index, x); };
  const auto all = walkUnits(plan, unit + 1, plan.convolutions(), known, apply, [](int, const torch::Tensor&) {});
  return teacher.logitsOfFeatures(all.mean({2, 3}));
}

/// The gradient of v·logits with respect to what they follow from.
torch::Tensor gradientOf(const torch::Tensor& logits, const torch::Tensor& from, const torch::Tensor& noise,
                         const BatchPart& part) {
  const auto direction = probe(logits.detach(), noise, part);
  return torch::autograd::grad({(logits * direction).sum()}, {from})[0];
}

/// Squared gradients of v·logits by z, averaged over images and positions, [C_out], on the CPU.
torch::Tensor squaredGradients(const FoldedNetwork& teacher, int unit, torch::Tensor z, const KnownMaps& known,
                               const torch::Tensor& noise, const BatchPart& part) {
  torch::Tensor gradient;
  if (TailGradient::supports(teacher, unit)) {
    TailGradient tail(teacher, unit);
    const torch::Tensor features = tail.features(z, known).requires_grad_();
    gradient = tail.gradient(gradientOf(teacher.logitsOfFeatures(features), features, noise, part));
  } else {
    z.requires_grad_();
    gradient = gradientOf(logitsFrom(teacher, unit, z, known), z, noise, part);
  }
  return gradient.to(torch::kFloat64).square().mean({0, 2, 3}).cpu();
}

}  // namespace

torch::Tensor channelFisher(MobileNet& teacher, int unit, const CalibrationImages& images, const Work& work) {
  CalibrationImages some = images;
  some.images = std::min(images.images, mostFisherImages);
  torch::Tensor mean = torch::zeros({teacher->unit(unit)->options().outputChannels}, torch::kFloat64);
  FoldedPass pass(foldedOn(images.device, teacher));
  double samples = 0;
  const int batchSize = batchFor(teacher->spec());
  TapReader taps({&pass}, teacher->plan().units[std::size_t(unit)].layer - 1, some, batchSize, work);
  while (const auto batch = taps.next()) {
    work.tell(batch->number, taps.batches());
    const double count = double(batch->images());
    if (count == 0) continue;
    samples += count;
    const PassStart& start = batch->starts.front();
    const auto z = pass.beforeActivation(unit, pass.inputs(unit, start));
    const KnownMaps known = readAcross(pass, teacher->plan(), unit, start);
    const std::int64_t first = std::int64_t(batch->number - 1) * batchSize;
    const torch::Tensor noise = noiseOf(batch->part.whole, first, teacher->spec().classes, images.seed);
    mean.lerp_(squaredGradients(pass.network(), unit, z, known, noise, batch->part), count / samples);
  }
  poolMeans(samples, {&mean}, work.group);
  return mean;
}

}  // namespace zipper
