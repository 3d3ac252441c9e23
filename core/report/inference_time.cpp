#include <ATen/CPUGeneratorImpl.h>
#include <ATen/Parallel.h>

#include <algorithm>
#include <chrono>

#include "core/network/folded_network.h"
#include "core/report/report.h"
#include "core/support/error.h"
#include "core/zippering/network_values.h"

namespace zipper {

namespace {

constexpr int warmUpRuns = 3;

double median(std::vector<double> values) {
  std::sort(values.begin(), values.end());
  const std::size_t half = values.size() / 2;
  return values.size() % 2 == 1 ? values[half] : (values[half - 1] + values[half]) / 2;
}

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

std::vector<FoldedNetwork> foldedTasks(const Session& session) {
  std::vector<FoldedNetwork> networks;
  MergedNetwork merged = networkAt(session, session.current);
  for (int t = 0; t < merged.taskCount(); ++t) networks.emplace_back(merged.task(t));
  return networks;
}

double millisecondsOf(const std::vector<FoldedNetwork>& networks, const std::vector<torch::Tensor>& inputs) {
  const auto start = std::chrono::steady_clock::now();
  for (std::size_t t = 0; t < networks.size(); ++t) networks[t].forward(inputs[t]);
  return std::chrono::duration<double, std::milli>(std::chrono::steady_clock::now() - start).count();
}

}  // namespace

InferenceTime measureInference(const Session& session, int batch, int repetitions) {
  if (batch < 1) fail("inference time: batch of ", batch, " images, at least 1 expected");
  if (repetitions < 1) fail("inference time: ", repetitions, " repetitions, at least 1 expected");
  const auto inputs = randomInputs(session, batch);
  const auto separate = foldedTeachers(session), merged = foldedTasks(session);
  std::vector<double> separateTimes, mergedTimes;
  for (int run = -warmUpRuns; run < repetitions; ++run) {
    // Taking turns, and in going first as well, so that a clock that changes its speed favours neither.
    const bool separateFirst = run % 2 == 0;
    const double first = millisecondsOf(separateFirst ? separate : merged, inputs);
    const double second = millisecondsOf(separateFirst ? merged : separate, inputs);
    if (run < 0) continue;
    separateTimes.push_back(separateFirst ? first : second);
    mergedTimes.push_back(separateFirst ? second : first);
  }
  InferenceTime time;
  time.batch = batch;
  time.threads = at::get_num_threads();
  time.separate = median(separateTimes);
  time.merged = median(mergedTimes);
  time.repetitions = repetitions;
  return time;
}

}  // namespace zipper
