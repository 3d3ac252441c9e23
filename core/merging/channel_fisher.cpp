// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/merging/channel_fisher.h"

#include <ATen/CPUGeneratorImpl.h>

#include <algorithm>
#include <set>
#include <utility>

#include "core/compute/folded_pass.h"
#include "core/data/batch_loader.h"
#include "core/support/random.h"
#include "core/training/image_sample.h"

namespace zipper {

namespace {

constexpr int mostFisherImages = 256;
constexpr int fisherBatch = 8;  ///< a graph of everything behind the layer is kept

/// v ~ N(0, diag p − p pᵀ) for each image, [N,classes]; drawn for the whole batch, of which this may be a part.
torch::Tensor probe(const torch::Tensor& logits, std::uint64_t seed, const BatchPart& part) {
  auto generator = at::make_generator<at::CPUGeneratorImpl>(seed);
  const auto noise = torch::randn({part.whole, logits.size(1)}, generator, logits.options());
  const auto p = logits.softmax(1), scaled = p.sqrt() * noise.narrow(0, part.first, logits.size(0));
  return scaled - p * scaled.sum(1, true);
}

using KnownMaps = std::vector<std::pair<int, torch::Tensor>>;

/// What units before this one put out, as far as it is read behind it or added to what it puts out.
KnownMaps readAcross(FoldedPass& pass, const NetworkPlan& plan, int unit, const torch::Tensor& images) {
  std::set<int> read;
  for (int i = unit; i < plan.convolutions(); ++i) {
    const UnitPlan& reader = plan.units[std::size_t(i)];
    if (i > unit && reader.input < unit) read.insert(reader.input);
    for (const int index : {reader.gated, reader.addend})
      if (index >= 0 && index < unit) read.insert(index);
  }
  KnownMaps known;
  for (const int i : read) known.emplace_back(i, pass.outputs(i, images));
  return known;
}

/// The logits that follow from z of a unit.
torch::Tensor logitsFrom(MobileNet& teacher, int unit, const torch::Tensor& z, KnownMaps known) {
  const NetworkPlan& plan = teacher->plan();
  torch::Tensor maps = teacher->unit(unit)->activate(z);
  for (const auto& [index, gated] : known)
    if (index == plan.units[std::size_t(unit)].gated) maps = gated * maps;
  for (const auto& [index, added] : known)
    if (index == plan.units[std::size_t(unit)].addend) maps = maps + added;
  known.emplace_back(unit, maps);
  const auto apply = [&](int index, const torch::Tensor& x) { return teacher->unit(index)->forward(x); };
  const auto all = walkUnits(plan, unit + 1, plan.convolutions(), known, apply, [](int, const torch::Tensor&) {});
  return teacher->logitsOf(all.mean({2, 3}));
}

/// Squared gradients of v·logits by z, averaged over images and positions, [C_out].
torch::Tensor squaredGradients(MobileNet& teacher, int unit, torch::Tensor z, const KnownMaps& known,
                               std::uint64_t seed, const BatchPart& part) {
  z.requires_grad_();
  const auto logits = logitsFrom(teacher, unit, z, known);
  const auto direction = probe(logits.detach(), seed, part);
  const auto gradient = torch::autograd::grad({(logits * direction).sum()}, {z})[0];
  return gradient.to(torch::kFloat64).square().mean({0, 2, 3});
}

}  // namespace

torch::Tensor channelFisher(MobileNet& teacher, int unit, const CalibrationImages& images, const Work& work) {
  LoaderOptions options;
  options.batchSize = fisherBatch;
  options.labels = false;
  options.share = shareOf(work.group);
  BatchLoader loader(imageSample(images.dataset, std::min(images.images, mostFisherImages), images.seed),
                     teacher->spec(), options);
  torch::Tensor mean = torch::zeros({teacher->unit(unit)->options().outputChannels}, torch::kFloat64);
  FoldedPass pass(teacher);
  double samples = 0;
  std::uint64_t done = 0;
  while (const auto next = nextReadable(loader, work.group)) {
    work.throwIfStopped();
    ++done;
    work.tell(int(done), int(loader.batchesPerEpoch()));
    const auto& [batch, part] = *next;
    if (batch.indices.empty()) continue;
    const double count = double(batch.images.size(0));
    samples += count;
    const auto z = pass.beforeActivation(unit, pass.inputs(unit, batch.images));
    const KnownMaps known = readAcross(pass, teacher->plan(), unit, batch.images);
    mean.lerp_(squaredGradients(teacher, unit, z, known, mixSeed({images.seed, 5, done}), part), count / samples);
  }
  poolMeans(samples, {&mean}, work.group);
  return mean;
}

}  // namespace zipper
