// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/session/network_values.h"
#include "core/session/session_network.h"
#include "core/training/statistics.h"
#include "core/zippering/zippering.h"
#include "support/random_networks.h"
#include "support/tiny_dataset.h"

namespace zipper::test {

/// Two tasks that calibrate in moments: width 0.125, 32x32.
inline std::vector<TaskData> tinyData() {
  std::vector<TaskData> data(2);
  data[0] = {std::make_shared<TinyDataset>(64, 4, 1), std::make_shared<TinyDataset>(32, 4, 2)};
  data[1] = {std::make_shared<TinyDataset>(48, 3, 3), std::make_shared<TinyDataset>(24, 3, 4)};
  return data;
}

/// Two networks whose batch normalizations fit the data, so that their layers vary.
inline std::vector<MobileNet> livelyTeachers(const std::vector<TaskData>& data) {
  MergedNetwork network({randomNetwork(smallSpec(0.125, 32, 4), 1), randomNetwork(smallSpec(0.125, 32, 3), 2)},
                        BnPolicy::PerTask);
  reestimateStatistics(network, {{data[0].train, data[1].train}, 64, 16, 1});
  network.train(false);
  return {network.task(0), network.task(1)};
}

inline Recipe tinyRecipe(const std::vector<int>& layers, int iterations = 3) {
  Recipe recipe = presetRecipe("fast");
  recipe.defaults.initializationImages = 32;
  recipe.defaults.statisticsImages = 32;
  recipe.defaults.calibration.batchSize = 8;
  recipe.defaults.calibration.iterations = iterations;
  planSteps(recipe, layers);
  return recipe;
}

inline Session tinySession(const Recipe& recipe) {
  MobileNet a = randomNetwork(smallSpec(0.125, 32, 4), 11), b = randomNetwork(smallSpec(0.125, 32, 3), 12);
  ModelSource source;
  source.path = "tiny";
  return startSession(recipe, {makeTeacher(a, source), makeTeacher(b, source)}, tinyData());
}

/// True if both networks hold the same bits under the same names.
inline bool equalValues(const NetworkValues& one, const NetworkValues& other) {
  if (one.state.size() != other.state.size()) return false;
  for (const auto& [key, tensor] : one.state) {
    const auto found = find(other.state, key);
    if (!found.defined() || !torch::equal(tensor, found)) return false;
  }
  return true;
}

}  // namespace zipper::test
