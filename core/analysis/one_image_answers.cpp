// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/analysis/one_image_answers.h"

#include <ATen/Parallel.h>

#include <algorithm>
#include <chrono>
#include <optional>

#include "core/analysis/network_input.h"
#include "core/analysis/task_values.h"
#include "core/analysis/tensor_numbers.h"
#include "core/data/preprocess.h"
#include "core/network/folded_network.h"
#include "core/session/session_network.h"
#include "core/support/error.h"
#include "core/support/timing.h"

namespace zipper {

namespace {

constexpr double measuringMilliseconds = 200;
constexpr int mostMeasurements = 9;

std::vector<float> probabilitiesFor(const FoldedNetwork& network, const torch::Tensor& input) {
  const ForwardResult result = network.forward(input);
  if (network.spec().classes == 0) return {};
  return numbersOf(result.logits.softmax(1).squeeze(0));
}

double millisecondsSince(std::chrono::steady_clock::time_point start) {
  return std::chrono::duration<double, std::milli>(std::chrono::steady_clock::now() - start).count();
}

}  // namespace

struct OneImageNetworks::Networks {
  std::vector<FoldedNetwork> teachers;
  std::vector<FoldedNetwork> merged;  ///< a path for each task; none before the first step
  std::optional<FoldedTrunk> trunk;

  /// What is to be timed: the teachers, the paths, the trunk.
  std::vector<TimedWork> pieces(const std::vector<torch::Tensor>& inputs) const {
    std::vector<TimedWork> all;
    for (const auto* networks : {&teachers, &merged})
      for (std::size_t t = 0; t < networks->size(); ++t)
        all.push_back({[&network = (*networks)[t], &input = inputs[t]] { network.forward(input); }});
    if (trunk) all.push_back({[this, &inputs] { trunk->forward(inputs.front()); }});
    return all;
  }
};

double OneImageAnswers::teacherMilliseconds() const {
  double sum = 0;
  for (const OneImageTaskAnswers& task : tasks) sum += task.teacherMilliseconds;
  return sum;
}

double OneImageAnswers::mergedMilliseconds() const {
  double sum = 0;
  for (const OneImageTaskAnswers& task : tasks) sum += task.mergedMilliseconds;
  return sum;
}

OneImageNetworks::OneImageNetworks(const Session& session, int step)
    : step_(std::max(step, -1)), networks_(std::make_unique<Networks>()) {
  if (step_ >= 0) valuesAt(session, step_);  // throws if there is no such step
  for (int task = 0; task < session.taskCount(); ++task) {
    MobileNet teacher = teacherNetwork(teacherOfTask(session, task));
    networks_->teachers.emplace_back(teacher);
    if (step_ < 0) continue;
    MobileNet path = taskNetworkAt(session, step_, task);
    networks_->merged.emplace_back(path);
  }
  if (step_ < 0 || session.steps[std::size_t(step_)]->trunk == 0) return;
  MergedNetwork network = networkAt(session, step_);
  networks_->trunk.emplace(network);
}

OneImageNetworks::~OneImageNetworks() = default;

OneImageAnswers OneImageNetworks::answers(const cv::Mat& picture, const Work& work) const {
  return answers(std::vector<cv::Mat>(networks_->teachers.size(), picture), work);
}

OneImageAnswers OneImageNetworks::answers(const std::vector<cv::Mat>& pictures, const Work& work) const {
  const std::size_t tasks = networks_->teachers.size();
  if (pictures.size() != tasks) fail(tasks, " pictures were expected, one for each task, ", pictures.size(), " found");
  OneImageAnswers result;
  result.step = step_;
  result.tasks.resize(tasks);
  std::vector<torch::Tensor> inputs;
  for (std::size_t t = 0; t < tasks; ++t) {
    const MobileNetSpec& spec = networks_->teachers[t].spec();
    result.tasks[t].seen = Preprocessing(spec).fit(pictures[t]).clone();
    inputs.push_back(networkInput(result.tasks[t].seen, spec));
  }
  const auto start = std::chrono::steady_clock::now();
  for (std::size_t t = 0; t < tasks; ++t) {
    work.stop.throwIfStopped();
    OneImageTaskAnswers& answers = result.tasks[t];
    answers.teacher = probabilitiesFor(networks_->teachers[t], inputs[t]);
    answers.merged = step_ < 0 ? answers.teacher : probabilitiesFor(networks_->merged[t], inputs[t]);
  }
  const double fits = measuringMilliseconds / std::max(0.01, millisecondsSince(start));
  result.repetitions = int(std::clamp(fits, 1.0, double(mostMeasurements)));
  result.threads = at::get_num_threads();
  const auto times = timeInTurns(networks_->pieces(inputs), {result.repetitions, 1}, {work.stop});
  for (std::size_t t = 0; t < tasks; ++t) {
    const Timing &teacher = times[t], &merged = step_ < 0 ? teacher : times[tasks + t];
    result.tasks[t].teacherMilliseconds = teacher.median;
    result.tasks[t].teacherRange = teacher.range();
    result.tasks[t].mergedMilliseconds = merged.median;
    result.tasks[t].mergedRange = merged.range();
  }
  if (!networks_->trunk) return result;
  result.trunkMilliseconds = times.back().median;
  result.trunkRange = times.back().range();
  return result;
}

}  // namespace zipper
