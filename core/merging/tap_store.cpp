// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/merging/tap_store.h"

#include <algorithm>
#include <utility>

#include "core/data/batch_loader.h"
#include "core/training/image_sample.h"

namespace zipper {

namespace {

constexpr int tapBatch = 64;
constexpr std::size_t mostEntries = 3;

std::size_t unitsUpTo(const NetworkPlan& plan, int layer) {
  return std::size_t(layer > plan.layers() ? plan.convolutions() : plan.tap(layer) + 1);
}

std::vector<torch::Tensor> valuesUpTo(const FoldedNetwork& network, int layer) {
  std::vector<torch::Tensor> values;
  for (std::size_t i = 0; i < unitsUpTo(network.plan(), layer); ++i)
    values.insert(values.end(), {network.units()[i].weight, network.units()[i].bias});
  return values;
}

bool isSameUpTo(const FoldedNetwork& network, const KnownTaps& taps) {
  const std::vector<torch::Tensor> own = valuesUpTo(network, taps.layer);
  return own.size() == taps.before.size() &&
         std::equal(own.begin(), own.end(), taps.before.begin(),
                    [](const torch::Tensor& a, const torch::Tensor& b) { return a.equal(b); });
}

bool isOf(const KnownTaps& taps, const ImageDraw& draw) {
  return taps.draw.dataset == draw.dataset && taps.draw.seed == draw.seed && taps.draw.images >= draw.images;
}

/// [N,C,H,W] of what that many images become behind a layer.
std::vector<std::int64_t> shapeBehind(const NetworkPlan& plan, int layer, std::int64_t images) {
  const UnitPlan& tap = plan.units[unitsUpTo(plan, layer) - 1];
  const int side = layer > plan.layers() ? 1 : tap.outputSize;
  return {images, tap.outputChannels, side, side};
}

std::size_t bytesOf(const std::vector<std::int64_t>& shape) {
  std::size_t bytes = sizeof(float);
  for (const std::int64_t size : shape) bytes *= std::size_t(size);
  return bytes;
}

/// Goes on from what is known.
void advance(FoldedPass& pass, const KnownTaps& from, KnownTaps& to, const Work& work) {
  to.positions = from.positions;
  for (std::int64_t first = 0; first < from.maps.size(0); first += tapBatch) {
    work.throwIfStopped();
    const std::int64_t count = std::min<std::int64_t>(tapBatch, from.maps.size(0) - first);
    pass.behind(to.layer, {from.layer, from.maps.narrow(0, first, count)}, to.maps.narrow(0, first, count));
  }
}

void begin(FoldedPass& pass, KnownTaps& to, const Work& work) {
  LoaderOptions options;
  options.batchSize = tapBatch;
  options.labels = false;
  BatchLoader loader(imageSample(to.draw.dataset, to.draw.images, to.draw.seed), pass.network().spec(), options);
  while (const auto batch = loader.next()) {
    work.throwIfStopped();
    pass.behind(to.layer, batch->images, to.maps.narrow(0, std::int64_t(to.positions.size()), batch->images.size(0)));
    to.positions.insert(to.positions.end(), batch->indices.begin(), batch->indices.end());
  }
  to.maps = to.maps.narrow(0, 0, std::int64_t(to.positions.size()));
}

}  // namespace

TapStore::TapStore(std::size_t bytes) : bytesOfEach_(bytes / mostEntries) {}

/// One that goes as far as can be used.
TapStore::Entry TapStore::deepest(const FoldedPass& pass, int layer, const ImageDraw& draw) const {
  Entry best;
  for (const Entry& entry : known_)
    if (isOf(*entry, draw) && entry->layer <= layer && (!best || entry->layer > best->layer) &&
        isSameUpTo(pass.network(), *entry))
      best = entry;
  return best;
}

/// Those that were not used for the longest time go.
void TapStore::keep(Entry taps, const Entry& instead) {
  known_.remove(instead);
  known_.push_front(std::move(taps));
  while (known_.size() > mostEntries) known_.pop_back();
}

std::shared_ptr<const KnownTaps> TapStore::require(FoldedPass& pass, int layer, const ImageDraw& draw,
                                                   const Work& work) {
  torch::NoGradGuard noGrad;
  if (pass.network().units().front().weight.scalar_type() != torch::kFloat32) return nullptr;
  const Entry start = deepest(pass, layer, draw);
  if (start && start->layer == layer) {
    keep(start, start);
    return start;
  }
  const NetworkPlan& plan = pass.network().plan();
  const std::int64_t images =
      start ? std::int64_t(start->positions.size()) : std::min<std::int64_t>(draw.images, draw.dataset->size());
  const std::vector<std::int64_t> shape = shapeBehind(plan, layer, images);
  if (bytesOf(shape) > bytesOfEach_) return nullptr;
  auto taps = std::make_shared<KnownTaps>();
  taps->draw = start ? start->draw : draw;
  taps->layer = layer;
  taps->maps = torch::empty(shape, torch::kFloat32, torch::MemoryFormat::ChannelsLast);
  taps->before = valuesUpTo(pass.network(), layer);
  start ? advance(pass, *start, *taps, work) : begin(pass, *taps, work);
  keep(taps, start);
  return taps;
}

}  // namespace zipper
