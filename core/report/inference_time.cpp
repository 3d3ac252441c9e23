#include <ATen/CPUGeneratorImpl.h>
#include <ATen/Parallel.h>

#include <algorithm>
#include <chrono>
#include <functional>

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

std::vector<FoldedNetwork> foldedTasks(MergedNetwork& merged) {
  std::vector<FoldedNetwork> networks;
  for (int t = 0; t < merged.taskCount(); ++t) networks.emplace_back(merged.task(t));
  return networks;
}

void runEach(const std::vector<FoldedNetwork>& networks, const std::vector<torch::Tensor>& inputs) {
  for (std::size_t t = 0; t < networks.size(); ++t) networks[t].forward(inputs[t]);
}

double millisecondsOf(const std::function<void()>& work) {
  const auto start = std::chrono::steady_clock::now();
  work();
  return std::chrono::duration<double, std::milli>(std::chrono::steady_clock::now() - start).count();
}

/// Median milliseconds of each. Taking turns, and in going first as well, so that a clock that changes its speed
/// favours none.
std::vector<double> medianTimes(const std::vector<std::function<void()>>& contestants, int repetitions) {
  std::vector<std::vector<double>> times(contestants.size());
  for (int run = -warmUpRuns; run < repetitions; ++run)
    for (std::size_t i = 0; i < contestants.size(); ++i) {
      const std::size_t turn = (i + std::size_t(run + warmUpRuns)) % contestants.size();
      const double time = millisecondsOf(contestants[turn]);
      if (run >= 0) times[turn].push_back(time);
    }
  std::vector<double> medians;
  for (const auto& each : times) medians.push_back(median(each));
  return medians;
}

}  // namespace

InferenceTime measureInference(const Session& session, int batch, int repetitions) {
  if (batch < 1) fail("inference time: batch of ", batch, " images, at least 1 expected");
  if (repetitions < 1) fail("inference time: ", repetitions, " repetitions, at least 1 expected");
  const auto inputs = randomInputs(session, batch);
  MergedNetwork network = networkAt(session, session.current);
  const auto separate = foldedTeachers(session), merged = foldedTasks(network);
  const FoldedTrunk trunk(network);
  std::vector<std::function<void()>> contestants{[&] { runEach(separate, inputs); }, [&] { runEach(merged, inputs); }};
  if (network.trunk() > 0) contestants.emplace_back([&] { trunk.forward(inputs.front()); });
  const std::vector<double> times = medianTimes(contestants, repetitions);
  InferenceTime time;
  time.batch = batch;
  time.threads = at::get_num_threads();
  time.separate = times[0];
  time.merged = times[1];
  if (network.trunk() > 0) time.trunk = times[2];
  time.repetitions = repetitions;
  return time;
}

}  // namespace zipper
