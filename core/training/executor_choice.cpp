// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/training/executor_choice.h"

#include "core/support/error.h"
#include "core/training/autograd_step.h"
#include "core/training/fused_step.h"

namespace zipper {

namespace {

/// Memory for what the teachers put out for images that come again, all tasks together.
constexpr std::int64_t cachedTeacherBytes = std::int64_t(512) << 20;

std::vector<std::unique_ptr<TaskStep>> autogradSteps(MergedNetwork& network,
                                                     const std::vector<FoldedNetwork>& teachers) {
  std::vector<std::unique_ptr<TaskStep>> steps;
  for (int t = 0; t < network.taskCount(); ++t)
    steps.push_back(std::make_unique<AutogradStep>(network.task(t), teachers[std::size_t(t)]));
  return steps;
}

std::vector<std::unique_ptr<TaskStep>> fusedSteps(MergedNetwork& network, const std::vector<FoldedNetwork>& teachers,
                                                  const CalibrationSettings& settings, const ProcessGroupPtr& group,
                                                  const TaskLanes* lanes) {
  std::vector<std::unique_ptr<TaskStep>> steps;
  std::vector<std::shared_ptr<FusedWorkspace>> workspaces;
  for (int i = 0; i < (lanes ? lanes->count() : 1); ++i) workspaces.push_back(std::make_shared<FusedWorkspace>());
  for (int t = 0; t < network.taskCount(); ++t) {
    const auto& workspace = workspaces[lanes ? std::size_t(lanes->laneOf(t)) : 0];
    auto step =
        std::make_unique<FusedStep>(network.task(t), teachers[std::size_t(t)], workspace, group, settings.precision);
    if (workspaces.size() > 1) step->keepGradientsApart();
    if (!settings.augment) step->cacheTeacher(cachedTeacherBytes / network.taskCount());
    steps.push_back(std::move(step));
  }
  return steps;
}

}  // namespace

std::vector<std::unique_ptr<TaskStep>> makeTaskSteps(MergedNetwork& network, const std::vector<FoldedNetwork>& teachers,
                                                     const CalibrationSettings& settings, const ProcessGroupPtr& group,
                                                     const TaskLanes* lanes) {
  if (FusedStudent::supports(network)) return fusedSteps(network, teachers, settings, group, lanes);
  if (!canBeFused(network.task(0)->plan())) {
    if (group) fail("networks of this architecture can't be calibrated in several processes; start one");
    if (settings.precision == Precision::BFloat16)
      fail("networks of this architecture are calibrated in float32; bfloat16 was asked for");
  }
  if (group) fail("only networks of float32 on the CPU can be calibrated in several processes; start one");
  if (settings.precision == Precision::BFloat16)
    fail("only networks of float32 on the CPU can be calibrated with factors of bfloat16, which was asked for");
  return autogradSteps(network, teachers);
}

bool canGoAtOnce(MergedNetwork& network, const CalibrationSettings& settings, const ProcessGroupPtr& group) {
  return network.trunk() == 0 && settings.update == UpdateOrder::Joint && !group && FusedStudent::supports(network) &&
         FusedStudent::canGoAtOnce(network);
}

}  // namespace zipper
