// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/exports/quantization.h"

#include <algorithm>

#include "core/exports/activation_ranges.h"
#include "core/exports/bias_correction.h"
#include "core/exports/quantized_weights.h"
#include "core/network/memory_need.h"
#include "core/network/named_tensors.h"
#include "core/support/error.h"

namespace zipper {

namespace {

constexpr int imagesAtOnce = 16, imagesForBiases = 48;

void checkImages(const InferenceGraph& graph, const std::vector<torch::Tensor>& images) {
  if (images.size() != graph.tasks.size())
    fail("images of ", images.size(), " tasks were found to measure ranges with, ", graph.tasks.size(),
         " were expected");
  for (std::size_t t = 0; t < images.size(); ++t) {
    const MobileNetSpec& spec = graph.tasks[t].spec;
    const torch::Tensor& found = images[t];
    const bool fits = found.defined() && found.dim() == 4 && found.size(0) > 0 && found.size(1) == spec.inputChannels &&
                      found.size(2) == spec.inputSize && found.size(3) == spec.inputSize;
    if (!fits)
      fail("images of shape ", found.defined() ? shapeText(found) : "[]", " were found to measure ranges with, [N,",
           spec.inputChannels, ",", spec.inputSize, ",", spec.inputSize, "] with at least one image were expected");
  }
}

int withinBudget(const InferenceGraph& graph, int wanted) {
  for (const GraphTask& task : graph.tasks) wanted = std::min(wanted, imagesWithinBudget(task.spec, wanted));
  return wanted;
}

/// Of each task some, evenly from all: they may be in the order of their classes.
std::vector<torch::Tensor> someOf(const std::vector<torch::Tensor>& images, std::int64_t count) {
  std::vector<torch::Tensor> chosen;
  for (const torch::Tensor& all : images) {
    const std::int64_t few = std::min(count, all.size(0));
    std::vector<std::int64_t> places;
    for (std::int64_t i = 0; i < few; ++i) places.push_back(i * all.size(0) / few);
    chosen.push_back(all.index_select(0, torch::tensor(places, torch::kLong)));
  }
  return chosen;
}

}  // namespace

QuantizedGraph quantize(const InferenceGraph& graph, const std::vector<torch::Tensor>& calibrationImages,
                        const Work& work) {
  torch::NoGradGuard noGrad;
  checkImages(graph, calibrationImages);
  QuantizedGraph result;
  result.graph = graph;
  result.nodes.resize(graph.nodes.size());
  ActivationRanges ranges = measureRanges(graph, calibrationImages, withinBudget(graph, imagesAtOnce), work);
  result.ranges = std::move(ranges.values);
  for (std::size_t i = 0; i < result.nodes.size(); ++i) result.nodes[i].beforeActivation = ranges.beforeSwish[i];
  quantizeWeights(result);
  for (std::size_t i = 0; i < result.nodes.size(); ++i)
    if (graph.nodes[i].weight >= 0) result.nodes[i].bias = quantizedBias(result, i, exactBias(graph, graph.nodes[i]));
  // Twice the maps, of all tasks at once.
  const int most = withinBudget(graph, imagesForBiases * 2 * int(graph.tasks.size())) / (2 * int(graph.tasks.size()));
  correctBiases(result, someOf(calibrationImages, std::max(most, 1)), work);
  return result;
}

}  // namespace zipper
