// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/analysis/inference_time.h"

#include <ATen/CPUGeneratorImpl.h>
#include <ATen/Parallel.h>

#include <algorithm>
#include <iterator>
#include <map>
#include <memory>

#include "core/merging/initialization.h"
#include "core/network/folded_network.h"
#include "core/network/memory_need.h"
#include "core/session/network_values.h"
#include "core/session/session_network.h"
#include "core/support/error.h"
#include "core/support/timing.h"

namespace zipper {

namespace {

constexpr int warmUpRuns = 3;
constexpr int speedupRepetitions = 20;

/// Images of noise for each task: the time of a convolution doesn't depend on what it sees.
std::vector<torch::Tensor> randomInputs(const Session& session, int batch) {
  auto generator = at::detail::createCPUGenerator(1);
  std::vector<torch::Tensor> inputs;
  for (const Teacher& teacher : session.teachers) {
    const MobileNetSpec& spec = teacher.spec;
    const auto pixels = torch::randn({batch, spec.inputChannels, spec.inputSize, spec.inputSize}, generator);
    inputs.push_back(pixels.contiguous(torch::MemoryFormat::ChannelsLast));
  }
  return inputs;
}

std::vector<FoldedNetwork> foldedTeachers(const Session& session) {
  std::vector<FoldedNetwork> networks;
  for (const Teacher& teacher : session.teachers) {
    MobileNet network = teacherNetwork(teacher);
    networks.emplace_back(network);
  }
  return networks;
}

std::vector<FoldedNetwork> foldedTasks(MergedNetwork& merged) {
  std::vector<FoldedNetwork> networks;
  for (int t = 0; t < merged.taskCount(); ++t) networks.emplace_back(merged.task(t));
  return networks;
}

void runEach(const std::vector<FoldedNetwork>& networks, const std::vector<torch::Tensor>& inputs) {
  for (std::size_t t = 0; t < networks.size(); ++t) networks[t].forward(inputs[t]);
}

/// The merged network with a trunk of some depth, ready to be timed.
struct PlannedNetwork {
  std::vector<FoldedNetwork> tasks;    ///< without a trunk
  std::shared_ptr<FoldedTrunk> trunk;  ///< null: none

  explicit PlannedNetwork(MergedNetwork& network) {
    if (network.trunk() > 0)
      trunk = std::make_shared<FoldedTrunk>(network);
    else
      tasks = foldedTasks(network);
  }
  void run(const std::vector<torch::Tensor>& inputs) const {
    if (trunk)
      trunk->forward(inputs.front());
    else
      runEach(tasks, inputs);
  }
};

void mergeAsPlanned(MergedNetwork& network, const StepPlan& step) {
  if (step.target.mergesLayer()) initializeLayer(network, step.target.layerNumber(), Initialization::Mean, 0);
  while (network.trunk() < std::min(step.settings.trunk, network.mergedPrefix()))
    network.shareTrunk(network.trunk() + 1);
}

}  // namespace

std::vector<double> measurePlannedSpeedups(const Session& session, const Work& work) {
  const auto inputs = randomInputs(session, 1);
  std::vector<MobileNet> teachers;
  for (const Teacher& teacher : session.teachers) teachers.push_back(teacherNetwork(teacher));
  MergedNetwork network(teachers, session.recipe.bnPolicy);
  network.train(false);
  const auto separate = foldedTeachers(session);
  std::map<int, PlannedNetwork> planned;  // by the depth of the trunk: nothing else changes what is computed
  std::vector<int> depths;
  for (const StepPlan& step : session.recipe.steps) {
    mergeAsPlanned(network, step);
    depths.push_back(network.trunk());
    planned.emplace(network.trunk(), network);
  }
  std::vector<TimedWork> pieces{{[&] { runEach(separate, inputs); }}};
  for (const auto& after : planned) pieces.push_back({[&] { after.second.run(inputs); }});
  const std::vector<Timing> times = timeInTurns(pieces, {speedupRepetitions, warmUpRuns}, work);
  std::vector<double> speedups;
  for (const int depth : depths) {
    const auto place = std::size_t(std::distance(planned.begin(), planned.find(depth)));
    speedups.push_back(times.front().minimum / times[1 + place].minimum);
  }
  return speedups;
}

InferenceTime measureInference(const Session& session, int batch, int repetitions) {
  if (batch < 1) fail("inference time: batch of ", batch, " images, at least 1 expected");
  if (repetitions < 1) fail("inference time: ", repetitions, " repetitions, at least 1 expected");
  for (const Teacher& teacher : session.teachers) batch = std::min(batch, imagesWithinBudget(teacher.spec, batch));
  const auto inputs = randomInputs(session, batch);
  MergedNetwork network = networkAt(session, session.current);
  const auto separate = foldedTeachers(session), merged = foldedTasks(network);
  const FoldedTrunk trunk(network);
  std::vector<TimedWork> works{{[&] { runEach(separate, inputs); }}, {[&] { runEach(merged, inputs); }}};
  if (network.trunk() > 0) works.push_back({[&] { trunk.forward(inputs.front()); }});
  const std::vector<Timing> times = timeInTurns(works, {repetitions, warmUpRuns});
  InferenceTime time;
  time.batch = batch;
  time.threads = at::get_num_threads();
  time.separate = times[0].median;
  time.merged = times[1].median;
  time.separateRange = times[0].range();
  time.mergedRange = times[1].range();
  if (network.trunk() > 0) {
    time.trunk = times[2].median;
    time.trunkRange = times[2].range();
  }
  time.repetitions = repetitions;
  for (const Timing& one : times) time.spread = std::max(time.spread, one.median / one.minimum);
  return time;
}

std::vector<InferenceTime> measureInference(const Session& session) {
  constexpr int single = 1, batch = 8;
  return {measureInference(session, single, 20), measureInference(session, batch, 10)};
}

}  // namespace zipper
