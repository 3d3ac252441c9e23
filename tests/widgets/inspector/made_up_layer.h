// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <cmath>
#include <memory>

#include "core/analysis/feature_maps.h"
#include "core/analysis/layer_weights.h"
#include "core/support/random.h"

namespace zipper::test {

/// About normal numbers (sum of uniform ones).
inline std::vector<float> bellNumbers(std::size_t count, double centre, double spread, Random& random) {
  std::vector<float> numbers(count);
  for (float& number : numbers) {
    double sum = 0;
    for (int i = 0; i < 6; ++i) sum += random.uniform(-1, 1);
    number = float(centre + spread * sum / std::sqrt(2.0));
  }
  return numbers;
}

inline FloatArray madeUpArray(const std::vector<std::int64_t>& shape, double spread, Random& random) {
  std::size_t count = 1;
  for (const std::int64_t size : shape) count *= std::size_t(size);
  return {shape, bellNumbers(count, 0, spread, random)};
}

inline BnValues madeUpBn(int channels, Random& random) {
  const auto count = std::size_t(channels);
  return {bellNumbers(count, 1, 0.2, random), bellNumbers(count, 0.1, 0.4, random), bellNumbers(count, 0, 0.8, random),
          bellNumbers(count, 1.2, 0.2, random)};
}

inline UnitWeights madeUpUnit(int inputs, int outputs, Random& random) {
  UnitWeights unit;
  unit.kernels = madeUpArray({inputs, 3, 3}, 0.25, random);
  // Some kernels look like edges, as trained ones do.
  for (std::size_t i = 0; i < unit.kernels.values.size(); ++i)
    unit.kernels.values[i] += (i / 9) % 3 == 0 ? 0.4f * (float(i % 3) - 1) : 0.f;
  unit.kernelBn = madeUpBn(inputs, random);
  unit.matrices.push_back({"pointwise", madeUpArray({outputs, inputs}, 0.08, random), {}});
  std::vector<float>& values = unit.matrices[0].matrix.values;
  for (std::size_t i = 0; i < values.size(); ++i) values[i] += 0.12f * std::sin(float(i % std::size_t(inputs)) * 0.7f);
  unit.matrices[0].bn = madeUpBn(outputs, random);
  return unit;
}

/// Tasks in a block: merged or not, at a step or (-1) before the first.
inline std::shared_ptr<LayerWeights> madeUpWeights(int layer, int inputs, int outputs, bool merged, int step,
                                                   std::uint64_t seed = 1, int tasks = 2) {
  Random random(seed);
  auto weights = std::make_shared<LayerWeights>();
  weights->layer = layer;
  weights->step = step;
  weights->merged = merged;
  for (int task = 0; task < tasks; ++task) weights->teachers.push_back(madeUpUnit(inputs, outputs, random));
  weights->network = weights->teachers;
  if (merged) {
    auto& shared = weights->network[0];
    std::vector<float>& values = shared.matrices[0].matrix.values;
    for (std::size_t i = 0; i < values.size(); ++i) {
      float sum = 0;
      for (const UnitWeights& teacher : weights->teachers) sum += teacher.matrices[0].matrix.values[i];
      values[i] = sum / float(tasks) + float(random.uniform(-0.02, 0.02));
    }
    for (UnitWeights& unit : weights->network) unit.matrices = shared.matrices;
    for (auto& unit : weights->network)
      for (float& value : unit.kernels.values) value *= float(random.uniform(0.7, 1.3));
  }
  return weights;
}

/// Takes away what a head doesn't have.
inline void makeHead(LayerWeights& weights) {
  for (auto* units : {&weights.teachers, &weights.network})
    for (UnitWeights& unit : *units) {
      unit.kernels = {};
      unit.kernelBn = unit.matrices[0].bn = {};
      unit.matrices[0].part = "head";
    }
}

/// A block that expands `inputs` channels and projects them to `outputs`; see madeUpWeights().
inline std::shared_ptr<LayerWeights> madeUpBlock(int layer, int inputs, int hidden, int outputs, bool merged, int step,
                                                 int tasks = 2) {
  const auto expand = madeUpWeights(layer, inputs, hidden, merged, step, 5, tasks);
  auto block = madeUpWeights(layer, hidden, outputs, merged, step, 6, tasks);
  const auto join = [](std::vector<UnitWeights>& units, const std::vector<UnitWeights>& others) {
    for (std::size_t t = 0; t < units.size(); ++t) {
      units[t].matrices.insert(units[t].matrices.begin(), others[t].matrices[0]);
      units[t].matrices[0].part = "expand";
      units[t].matrices[1].part = "project";
    }
  };
  join(block->teachers, expand->teachers);
  join(block->network, expand->network);
  return block;
}

/// The same with squeeze-and-excite between its two convolutions: no batch normalization, but biases, which every task
/// has of its own.
inline std::shared_ptr<LayerWeights> madeUpSqueezingBlock(int layer, int inputs, int hidden, int squeezed, int outputs,
                                                          bool merged, int step, int tasks = 2) {
  auto block = madeUpBlock(layer, inputs, hidden, outputs, merged, step, tasks);
  const auto squeeze = madeUpWeights(layer, hidden, squeezed, merged, step, 7, tasks);
  const auto excite = madeUpWeights(layer, squeezed, hidden, merged, step, 8, tasks);
  Random random(9);
  const auto join = [&](std::vector<UnitWeights>& units, const std::vector<UnitWeights>& first,
                        const std::vector<UnitWeights>& second) {
    for (std::size_t t = 0; t < units.size(); ++t) {
      auto insert = [&, at = 1](const char* part, const UnitWeights& unit) mutable {
        const auto bias = bellNumbers(unit.matrices[0].bn.shift.size(), 0, 0.5, random);
        units[t].matrices.insert(units[t].matrices.begin() + at++,
                                 {part, unit.matrices[0].matrix, BnValues{{}, bias, {}, {}}});
      };
      insert("squeeze", first[t]);
      insert("excite", second[t]);
    }
  };
  join(block->teachers, squeeze->teachers, excite->teachers);
  join(block->network, squeeze->network, excite->network);
  return block;
}

/// Smooth blobs, mostly positive, the merged ones a little off.
inline std::shared_ptr<FeatureMaps> madeUpMaps(int layer, int task, int channels, int size, int classes) {
  Random random(7);
  auto maps = std::make_shared<FeatureMaps>();
  maps->layer = layer;
  maps->task = task;
  maps->step = 2;
  maps->teacher.shape = maps->merged.shape = {channels, size, size};
  for (int c = 0; c < channels; ++c) {
    const double x0 = random.uniform(0, size), y0 = random.uniform(0, size), width = random.uniform(1, size / 2.0 + 1);
    for (int y = 0; y < size; ++y)
      for (int x = 0; x < size; ++x) {
        const double value = 4 * std::exp(-((x - x0) * (x - x0) + (y - y0) * (y - y0)) / (width * width));
        maps->teacher.values.push_back(float(std::max(0.0, value - 0.3)));
        maps->merged.values.push_back(float(std::max(0.0, value * random.uniform(0.7, 1.2) - 0.3)));
      }
  }
  double sum = 0;
  for (int i = 0; i < classes; ++i) sum += 1.0 / (1 + i);
  for (int i = 0; i < classes; ++i) {
    maps->teacherProbabilities.push_back(float(1.0 / (1 + (i + 3) % classes) / sum));
    maps->mergedProbabilities.push_back(float(1.0 / (1 + (i + 4) % classes) / sum));
  }
  return maps;
}

}  // namespace zipper::test
