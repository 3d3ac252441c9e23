// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/merging/channel_fisher.h"

#include <ATen/CPUGeneratorImpl.h>

#include <algorithm>

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

/// Squared gradients of v·logits by z, averaged over images and positions, [C_out].
torch::Tensor squaredGradients(MobileNet& teacher, int layer, torch::Tensor z, std::uint64_t seed,
                               const BatchPart& part) {
  z.requires_grad_();
  const auto logits = teacher->branch(teacher->pointwise(layer)->activate(z), layer).logits;
  const auto direction = probe(logits.detach(), seed, part);
  const auto gradient = torch::autograd::grad({(logits * direction).sum()}, {z})[0];
  return gradient.to(torch::kFloat64).square().mean({0, 2, 3});
}

}  // namespace

torch::Tensor channelFisher(MobileNet& teacher, int layer, const CalibrationImages& images, const Work& work) {
  LoaderOptions options;
  options.batchSize = fisherBatch;
  options.labels = false;
  options.share = shareOf(work.group);
  BatchLoader loader(imageSample(images.dataset, std::min(images.images, mostFisherImages), images.seed),
                     teacher->spec(), options);
  torch::Tensor mean = torch::zeros({teacher->pointwise(layer)->options().outputChannels}, torch::kFloat64);
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
    const auto z = pass.beforeActivation(layer, pass.pointwiseInputs(layer, batch.images));
    mean.lerp_(squaredGradients(teacher, layer, z, mixSeed({images.seed, 5, done}), part), count / samples);
  }
  poolMeans(samples, {&mean}, work.group);
  return mean;
}

}  // namespace zipper
