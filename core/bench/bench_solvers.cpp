// SPDX-License-Identifier: GPL-3.0-or-later

#include <ATen/CPUGeneratorImpl.h>

#include "core/bench/bench_work.h"
#include "core/merging/assignment.h"
#include "core/merging/least_squares.h"
#include "core/recipe/recipe.h"
#include "core/support/error.h"
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

/// The largest that is merged.
UnitPlan lastUnit(const BenchOptions& options) {
  const NetworkPlan plan = planOf(benchSpec(options));
  return plan.units[std::size_t(plan.tap(plan.layers()))];
}

}  // namespace

void addLeastSquares(const BenchOptions& options, BenchWorks& works) {
  const UnitPlan last = lastUnit(options);
  std::vector<LayerMoments> moments;
  for (int t = 0; t < benchTasks; ++t) moments.push_back(randomMoments(last.inputChannels, last.outputChannels));
  works.push_back(
      {{"least_squares_ms", concat("least squares, layer ", last.layer), {}},
       {[moments, ridge = StepSettings().ridge] { leastSquaresWeights(moments, ridge, BnPolicy::Shared); }}});
}

void addAssignment(const BenchOptions& options, BenchWorks& works) {
  const UnitPlan last = lastUnit(options);
  const int channels = last.outputChannels;
  Random random(1);
  std::vector<double> costs(std::size_t(channels) * std::size_t(channels));
  for (double& cost : costs) cost = random.uniform();
  works.push_back({{"assignment_ms", concat("exact assignment, layer ", last.layer), {}},
                   {[costs, channels] { assign(costs, channels); }}});
}

}  // namespace zipper
