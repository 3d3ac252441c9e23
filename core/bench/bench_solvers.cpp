// SPDX-License-Identifier: GPL-3.0-or-later

#include <ATen/CPUGeneratorImpl.h>

#include "core/bench/bench_work.h"
#include "core/merging/assignment.h"
#include "core/merging/least_squares.h"
#include "core/recipe/recipe.h"
#include "core/support/random.h"

namespace zipper {

namespace {

/// Moments of more random positions than the layer has input channels, so that they can be inverted.
LayerMoments randomMoments(int inputChannels, int outputChannels) {
  const int height = 64, width = 64;
  auto generator = at::make_generator<at::CPUGeneratorImpl>(1);
  LayerMoments moments(inputChannels, outputChannels);
  moments.add(torch::randn({1, inputChannels, height, width}, generator).clamp(0, 6),
              torch::randn({1, outputChannels, height, width}, generator), 1);
  return moments;
}

}  // namespace

void addLeastSquares(const BenchOptions& options, BenchWorks& works) {
  const auto channels = channelTable(benchSpec(options));
  std::vector<LayerMoments> moments;
  for (int t = 0; t < benchTasks; ++t) moments.push_back(randomMoments(channels[layerCount - 1], channels[layerCount]));
  works.push_back({{"least_squares_ms", "least squares, layer 13", {}}, {[moments, ridge = StepSettings().ridge] {
                     leastSquaresWeights(moments, ridge, BnPolicy::Shared);
                   }}});
}

void addAssignment(const BenchOptions& options, BenchWorks& works) {
  const int channels = channelTable(benchSpec(options)).back();
  Random random(1);
  std::vector<double> costs(std::size_t(channels) * std::size_t(channels));
  for (double& cost : costs) cost = random.uniform();
  works.push_back(
      {{"assignment_ms", "exact assignment, layer 13", {}}, {[costs, channels] { assign(costs, channels); }}});
}

}  // namespace zipper
