// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/compute/fused_student.h"

#include <algorithm>
#include <set>

#include "core/compute/fused_teacher.h"
#include "core/compute/stem_patches.h"

namespace zipper {

bool FusedStudent::supports(const MobileNet& network) {
  const auto parameters = network->parameters();
  return canBeFused(network->plan()) &&
         std::all_of(parameters.begin(), parameters.end(), [](const torch::Tensor& parameter) {
           return parameter.scalar_type() == torch::kFloat32 && parameter.device().is_cpu();
         });
}

bool FusedStudent::supports(MergedNetwork& network) {
  for (int t = 0; t < network.taskCount(); ++t)
    if (!supports(network.task(t))) return false;
  return true;
}

bool FusedStudent::canGoAtOnce(MergedNetwork& network) {
  std::set<const void*> seen;
  for (int t = 0; t < network.taskCount(); ++t) {
    MobileNet& task = network.task(t);
    std::set<const void*> products;
    for (int i = 0; i < task->plan().convolutions(); ++i)
      if (task->plan().units[std::size_t(i)].kind == UnitKind::Pointwise)
        products.insert(task->unit(i)->conv->weight.unsafeGetTensorImpl());
    std::vector<torch::Tensor> values = task->parameters();
    for (const torch::Tensor& buffer : task->buffers()) values.push_back(buffer);
    for (const torch::Tensor& value : values) {
      const void* place = value.unsafeGetTensorImpl();
      if (products.count(place) == 0 && !seen.insert(place).second) return false;
    }
  }
  return true;
}

FusedStudent::FusedStudent(MobileNet network, std::shared_ptr<FusedWorkspace> workspace, ProcessGroupPtr group,
                           Precision precision)
    : network_(std::move(network)),
      space_(std::move(workspace)),
      group_(std::move(group)),
      shapes_(unitShapes(network_->plan(), network_->spec().padding)),
      added_(shapes_.units.size(), false),
      keeps_(shapes_.units.size(), false),
      hasPending_(shapes_.units.size(), false) {
  for (ConvUnit& of : network_->units()) {
    units_.push_back({of->conv->weight, nullptr, {}, Weights(precision), nullptr});
    if (of->options().normalizes) units_.back().bn = std::make_shared<FusedBatchNorm>(of->bn, of->options().activation);
  }
  for (const UnitShape& unit : shapes_.units)
    if (unit.addend >= 0) added_[std::size_t(unit.addend)] = true;
  for (std::size_t i = 0; i < units_.size(); ++i) {
    const bool handsOnMaps = shapes_[i].kind == UnitKind::Stem || shapes_[i].kind == UnitKind::Pointwise;
    const bool readByDepthwise = i + 1 < units_.size() && shapes_[i + 1].isDepthwise();
    keeps_[i] = handsOnMaps && (!readByDepthwise || added_[i] || shapes_[i].addend >= 0);
    if (shapes_[i].kind == UnitKind::Excite)
      units_[i + 1].squeezeExcite = std::make_shared<FusedSqueezeExcite>(*network_->unit(int(i) - 1),
                                                                         *network_->unit(int(i)), shapes_[i].pixels());
  }
}

/// Tasks with other shapes may have used the workspace in between.
void FusedStudent::takeMemory() {
  for (auto* memory : {&space_->outputs, &space_->maps, &space_->pending})
    if (memory->size() < units_.size()) memory->resize(units_.size());
  if (space_->parts.size() < division_.parts) space_->parts.resize(division_.parts);
  for (std::size_t unit = 0; unit < units_.size(); ++unit) {
    if (!shapes_[unit].normalizes()) continue;
    atLeast(space_->outputs[unit], count_ * shapes_[unit].size());
    if (keeps_[unit]) atLeast(space_->maps[unit], count_ * shapes_[unit].size());
  }
}

void FusedStudent::begin(std::int64_t count, TeacherTaps taps) {
  count_ = count;
  // The work of one of the convolutions on average.
  division_ = divisionFor(count, count * shapes_.work() / std::int64_t(units_.size()));
  taps_ = std::move(taps);
  layerL1_.assign(std::size_t(shapes_.layers()), 0.0f);
  given_ = -1;
  givenMaps_ = nullptr;
  takeMemory();
}

torch::Tensor FusedStudent::forward(const float* images, std::int64_t count, TeacherTaps taps) {
  torch::NoGradGuard noGrad;
  begin(count, std::move(taps));
  forwardStem(images);
  forwardUnits(1);
  return features();
}

torch::Tensor FusedStudent::forwardFrom(int layer, const float* maps, std::int64_t count) {
  torch::NoGradGuard noGrad;
  begin(count, {});
  given_ = shapes_.taps[std::size_t(layer)];
  givenMaps_ = maps;
  const auto unit = std::size_t(given_);
  if (keeps_[unit]) std::copy_n(maps, count * shapes_[unit].size(), space_->maps[unit].data());
  forwardUnits(unit + 1);
  return features();
}

void FusedStudent::forwardUnits(std::size_t first) {
  for (std::size_t unit = first; unit < units_.size(); ++unit) {
    if (shapes_[unit].isDepthwise()) forwardDepthwise(unit);
    if (shapes_[unit].kind == UnitKind::Pointwise) forwardPointwise(unit);
  }
}

void FusedStudent::keepMaps(int layer) { keeps_[std::size_t(shapes_.taps[std::size_t(layer)])] = true; }

const float* FusedStudent::maps(int layer) const {
  return space_->maps[std::size_t(shapes_.taps[std::size_t(layer)])].data();
}

void FusedStudent::forwardStem(const float* images) {
  const DepthwiseShape& window = shapes_[0].window;
  const int channels = shapes_[0].channels, patch = 9 * window.channels;
  const std::int64_t pixels = shapes_[0].pixels(), most = blockRows(patch + channels);
  const std::int64_t imageSize = shapes_.imageSize();
  Unit& unit = units_[0];
  const torch::Tensor weight = unit.weight.contiguous(torch::MemoryFormat::ChannelsLast);
  unit.bn->beginForward(division_.parts);
  forImages(count_, division_, [&](std::size_t part, std::int64_t first, std::int64_t last) {
    float* patches = atLeast(space_->parts[part].block, most * patch);
    for (std::int64_t n = first; n < last; ++n)
      forRowBlocks(0, pixels, most, [&](std::int64_t row, std::int64_t rows) {
        float* y = space_->outputs[0].data() + (n * pixels + row) * channels;
        gatherPatches(window, images + n * imageSize, row, row + rows, patches);
        multiplyTransposed(rows, channels, patch, patches, weight.data_ptr<float>(), y);
        kernels().moments(y, unit.bn->around(), rows, channels, unit.bn->sums().first(part),
                          unit.bn->sums().second(part));
      });
  });
  unit.bn->endForward(rows(0), group_);
}

/// What the teacher hands on behind this unit for an image; null where nothing is compared.
const float* FusedStudent::tapOf(std::size_t unit, std::int64_t image) const {
  if (!shapes_[unit].isTap || taps_.empty()) return nullptr;
  return taps_[std::size_t(shapes_[unit].layer) - 1][std::size_t(image)];
}

/// Where the maps of one image go.
float* FusedStudent::placeOf(std::size_t unit, std::int64_t image, std::size_t part) {
  const std::int64_t size = shapes_[unit].size();
  return keeps_[unit] ? space_->maps[unit].data() + image * size : atLeast(space_->parts[part].image, size);
}

/// What the stem or a pointwise convolution hands on for one image: activated, added to, and compared with the teacher.
const float* FusedStudent::finishMaps(std::size_t unit, std::int64_t image, std::size_t part) {
  const UnitShape& shape = shapes_[unit];
  if (int(unit) == given_) return givenMaps_ + image * shape.size();
  const std::int64_t at = image * shape.size(), pixels = shape.pixels();
  const float *y = space_->outputs[unit].data() + at, *wanted = tapOf(unit, image);
  float* z = placeOf(unit, image, part);
  double& mismatch = space_->parts[part].mismatch;
  const ScaledActivation how = units_[unit].bn->activation();
  if (shape.addend < 0 && wanted != nullptr) {
    mismatch += kernels().activateAndCompare(y, how, wanted, pixels, shape.channels, z);
    return z;
  }
  kernels().activate(y, how, pixels, shape.channels, z);
  if (shape.addend >= 0)
    mismatch +=
        kernels().addAndCompare(z, space_->maps[std::size_t(shape.addend)].data() + at, wanted, pixels, shape.channels);
  return z;
}

/// The same again, on the way back.
const float* FusedStudent::finishedMaps(std::size_t unit, std::int64_t image, std::size_t part) {
  float* z = placeOf(unit, image, part);
  if (!keeps_[unit])
    kernels().activate(space_->outputs[unit].data() + image * shapes_[unit].size(), units_[unit].bn->activation(),
                       shapes_[unit].pixels(), shapes_[unit].channels, z);
  return z;
}

/// Behind finishMaps() of all images.
void FusedStudent::noteMismatch(std::size_t unit) {
  if (!shapes_[unit].isTap) return;
  double sum = 0;
  for (std::size_t part = 0; part < division_.parts; ++part) sum += space_->parts[part].mismatch;
  layerL1_[std::size_t(shapes_[unit].layer) - 1] =
      float(sum / double(std::max<std::int64_t>(1, count_ * shapes_[unit].size())));
}

void FusedStudent::forwardDepthwise(std::size_t index) {
  const DepthwiseShape& window = shapes_[index].window;
  Unit& unit = units_[index];
  depthwiseToKernels(unit.weight, unit.kernels);
  unit.bn->beginForward(division_.parts);
  const std::int64_t pixels = shapes_[index].pixels(), size = shapes_[index].size();
  forImages(count_, division_, [&](std::size_t part, std::int64_t first, std::int64_t last) {
    space_->parts[part].mismatch = 0;
    for (std::int64_t n = first; n < last; ++n) {
      float* y = space_->outputs[index].data() + n * size;
      kernels().depthwise(window, finishMaps(index - 1, n, part), unit.kernels.data(), nullptr, y);
      kernels().moments(y, unit.bn->around(), pixels, window.channels, unit.bn->sums().first(part),
                        unit.bn->sums().second(part));
    }
  });
  noteMismatch(index - 1);
  unit.bn->endForward(rows(index), group_);
}

/// Behind a depthwise convolution, whose outputs are activated block by block, and multiplied where a squeeze and an
/// excite stand between; or behind maps that are kept.
void FusedStudent::forwardPointwise(std::size_t index) {
  const std::size_t from = shapes_.sourceOf(index);
  const int in = shapes_[index].inputChannels, out = shapes_[index].channels;
  const std::int64_t pixels = shapes_[index].pixels(), most = blockRows(in + out);
  const bool activates = shapes_[from].isDepthwise();
  Unit& unit = units_[index];
  unit.products.set(unit.weight.data_ptr<float>(), unit.weight.numel());
  unit.bn->beginForward(division_.parts);
  if (unit.squeezeExcite) unit.squeezeExcite->beginForward(count_);
  forImages(count_, division_, [&](std::size_t part, std::int64_t first, std::int64_t last) {
    FusedWorkspace::Part& own = space_->parts[part];
    own.mismatch = 0;
    for (std::int64_t n = first; n < last && !activates; ++n) finishMaps(from, n, part);
    if (unit.squeezeExcite)
      unit.squeezeExcite->forward(space_->outputs[from].data(), units_[from].bn->activation(), first, last);
    float* block = activates ? atLeast(own.block, most * in) : nullptr;
    forRowBlocks(first * pixels, last * pixels, most, [&](std::int64_t row, std::int64_t rows) {
      float* y = space_->outputs[index].data() + row * out;
      multiplyTransposed(rows, out, in, readRows(index, row, rows, block), unit.products, y);
      kernels().moments(y, unit.bn->around(), rows, out, unit.bn->sums().first(part), unit.bn->sums().second(part));
    });
  });
  if (!activates) noteMismatch(from);
  unit.bn->endForward(rows(index), group_);
}

/// What a pointwise convolution reads there: computed in `block` if it isn't kept.
const float* FusedStudent::readRows(std::size_t pointwise, std::int64_t row, std::int64_t rows, float* block) const {
  const std::size_t from = shapes_.sourceOf(pointwise);
  const int channels = shapes_[from].channels;
  if (!shapes_[from].isDepthwise()) return space_->maps[from].data() + row * channels;
  const float* y = space_->outputs[from].data();
  const ScaledActivation how = units_[from].bn->activation();
  if (units_[pointwise].squeezeExcite)
    units_[pointwise].squeezeExcite->product(y, how, row, rows, block);
  else
    kernels().activate(y + row * channels, how, rows, channels, block);
  return block;
}

torch::Tensor FusedStudent::features() {
  const std::size_t last = units_.size() - 1;
  forImages(count_, division_, [&](std::size_t part, std::int64_t first, std::int64_t end) {
    space_->parts[part].mismatch = 0;
    for (std::int64_t n = first; n < end; ++n) finishMaps(last, n, part);
  });
  noteMismatch(last);
  return torch::from_blob(space_->maps[last].data(), {count_, shapes_[last].pixels(), shapes_[last].channels}).mean(1);
}

}  // namespace zipper
