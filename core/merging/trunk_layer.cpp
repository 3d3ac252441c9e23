// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/merging/trunk_layer.h"

#include "core/merging/initialization.h"
#include "core/merging/kernel_moments.h"
#include "core/merging/least_squares.h"
#include "core/support/random.h"

namespace zipper {

namespace {

/// A unit of every task.
std::vector<ConvUnit> taskUnits(MergedNetwork& network, int layer, UnitKind kind) {
  std::vector<ConvUnit> units;
  for (int t = 0; t < network.taskCount(); ++t) {
    MobileNet& task = network.task(t);
    units.push_back(kind == UnitKind::Stem        ? task->stem()
                    : kind == UnitKind::Depthwise ? task->depthwise(layer)
                                                  : task->pointwise(layer));
  }
  return units;
}

void fitAll(MergedNetwork& network, std::vector<MobileNet>& teachers, int layer, const MergeInput& input,
            const std::vector<CalibrationImages>& images) {
  std::vector<KernelMoments> moments;
  for (int t = 0; t < network.taskCount(); ++t)
    moments.push_back(
        kernelMoments(network.task(t), teachers[std::size_t(t)], layer, images[std::size_t(t)], input.work));
  for (ConvUnit& unit : taskUnits(network, layer, layer == 0 ? UnitKind::Stem : UnitKind::Depthwise))
    fitKernels(*unit, moments, input.settings.ridge);
}

void solvePointwise(MergedNetwork& network, std::vector<MobileNet>& teachers, int layer, const MergeInput& input) {
  torch::NoGradGuard noGrad;
  const std::vector<CalibrationImages> images = imagesOf(input);
  std::vector<LayerMoments> moments;
  for (int t = 0; t < network.taskCount(); ++t)
    moments.push_back(
        layerMoments(network.task(t), teachers[std::size_t(t)], layer, images[std::size_t(t)], input.work));
  const auto weights = leastSquaresWeights(moments, input.settings.ridge, BnPolicy::Shared);
  ConvUnit& unit = network.task(0)->pointwise(layer);
  unit->conv->weight.copy_(weights.view(unit->conv->weight.sizes()));
  fitBatchNorm(unit->bn, weights, moments);
}

}  // namespace

std::vector<CalibrationImages> imagesOf(const MergeInput& input) {
  std::vector<CalibrationImages> images;
  for (std::size_t t = 0; needsImages(input.settings) && t < input.trainingSets.size(); ++t)
    images.push_back({input.trainingSets[t], input.settings.initializationImages, mixSeed({input.seed, 1, t})});
  return images;
}

void equalizeKernels(MergedNetwork& network, std::vector<MobileNet>& teachers, int layer, const MergeInput& input,
                     const std::vector<CalibrationImages>& images) {
  const bool fitted = input.settings.start.initialization == Initialization::LeastSquares;
  if (layer == 1 && fitted) fitAll(network, teachers, 0, input, images);
  if (fitted) return fitAll(network, teachers, layer, input, images);
  if (layer == 1)
    equalizeUnits(taskUnits(network, 0, UnitKind::Stem), input.settings.start.initialization, mixSeed({input.seed, 2}));
  equalizeUnits(taskUnits(network, layer, UnitKind::Depthwise), input.settings.start.initialization,
                mixSeed({input.seed, 3}));
}

void deepenTrunk(MergedNetwork& network, std::vector<MobileNet>& teachers, int layer, const MergeInput& input) {
  equalizeKernels(network, teachers, layer, input, imagesOf(input));
  if (input.settings.start.initialization == Initialization::LeastSquares) {
    network.shareTrunk(layer);
    return solvePointwise(network, teachers, layer, input);
  }
  equalizeUnits(taskUnits(network, layer, UnitKind::Pointwise), input.settings.start.initialization, input.seed);
  network.shareTrunk(layer);
}

}  // namespace zipper
