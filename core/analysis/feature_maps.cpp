// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/analysis/feature_maps.h"

#include <algorithm>

#include "core/analysis/network_input.h"
#include "core/analysis/task_values.h"
#include "core/analysis/tensor_numbers.h"
#include "core/merging/alignment.h"
#include "core/network/folded_network.h"
#include "core/support/error.h"

namespace zipper {

namespace {

struct Seen {
  FloatArray maps;
  std::vector<float> probabilities;
};

Seen run(MobileNet& network, const torch::Tensor& input, int layer) {
  const FoldedNetwork folded(network);
  const ForwardResult result = folded.forward(input, true);
  const auto maps = result.taps[std::size_t(layer) - 1].squeeze(0);
  Seen seen{{maps.sizes().vec(), numbersOf(maps)}, {}};
  if (network->spec().classes > 0) seen.probabilities = numbersOf(result.logits.softmax(1).squeeze(0));
  return seen;
}

}  // namespace

FeatureMaps featureMaps(const Session& session, int step, int task, int layer, const cv::Mat& image) {
  if (layer < 1 || layer > session.layers()) fail("layer ", layer, ": there are layers 1 to ", session.layers());
  const auto input = networkInput(image, teacherOfTask(session, task).spec);
  MobileNet network = alignedTeacher(session, step, task);
  Seen seen = run(network, input, layer);
  FeatureMaps maps;
  maps.layer = layer;
  maps.task = task;
  maps.step = std::max(step, -1);
  maps.teacher = seen.maps;
  maps.teacherProbabilities = seen.probabilities;
  if (step >= 0) {
    MobileNet path = taskNetworkAt(session, step, task);
    seen = run(path, input, layer);
  }
  maps.merged = std::move(seen.maps);
  maps.mergedProbabilities = std::move(seen.probabilities);
  return maps;
}

}  // namespace zipper
