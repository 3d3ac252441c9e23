// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/analysis/feature_maps.h"

#include <algorithm>

#include "core/analysis/task_values.h"
#include "core/analysis/tensor_numbers.h"
#include "core/data/preprocess.h"
#include "core/merging/alignment.h"
#include "core/network/folded_network.h"
#include "core/session/session_network.h"
#include "core/support/error.h"

namespace zipper {

namespace {

/// [1,C,H,W], as the evaluation feeds it.
torch::Tensor inputOf(const cv::Mat& image, const MobileNetSpec& spec) {
  const Preprocessing preprocessing(spec);
  auto pixels = torch::empty({1, preprocessing.size(), preprocessing.size(), preprocessing.channels()});
  preprocessing.normalize(preprocessing.fit(image), pixels.data_ptr<float>());
  return pixels.permute({0, 3, 1, 2});
}

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

/// Only this task's path: networkAt() would build those of all tasks.
MobileNet pathAt(const Session& session, int step, int task) {
  MobileNet network(session.teachers[std::size_t(task)].spec);
  network->loadState(taskValues(valuesAt(session, step), task));
  network->eval();
  return network;
}

}  // namespace

FeatureMaps featureMaps(const Session& session, int step, int task, int layer, const cv::Mat& image) {
  if (layer < 1 || layer > session.layers()) fail("layer ", layer, ": there are layers 1 to ", session.layers());
  if (task < 0 || task >= session.taskCount())
    fail("task ", task, " was asked for, the session has ", session.taskCount(), " tasks, from 0 on");
  const auto input = inputOf(image, session.teachers[std::size_t(task)].spec);
  MobileNet network = alignedTeacher(session, step, task);
  Seen seen = run(network, input, layer);
  FeatureMaps maps;
  maps.layer = layer;
  maps.task = task;
  maps.step = std::max(step, -1);
  maps.teacher = seen.maps;
  maps.teacherProbabilities = seen.probabilities;
  if (step >= 0) {
    MobileNet path = pathAt(session, step, task);
    seen = run(path, input, layer);
  }
  maps.merged = std::move(seen.maps);
  maps.mergedProbabilities = std::move(seen.probabilities);
  return maps;
}

}  // namespace zipper
