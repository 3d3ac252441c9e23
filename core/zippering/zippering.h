// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <functional>
#include <memory>
#include <vector>

#include "core/data/dataset.h"
#include "core/session/session.h"
#include "core/support/work.h"
#include "core/training/image_sample.h"
#include "core/training/observer.h"

namespace zipper {

/// The images of one task.
struct TaskData {
  DatasetPtr train;
  DatasetPtr test;                  ///< may be null when nothing is evaluated
  DatasetPtr validation = nullptr;  ///< that the data set brings along to choose states by; null: none
};

/// What is known from one step to the next, so that no pass begins anew where networks and images are the same: see
/// step_memory.h.
struct StepMemory;
std::shared_ptr<StepMemory> makeStepMemory(int tasks);

struct RunOptions {
  bool evaluate = true;  ///< score all tasks on their test sets, before and after each calibration
  std::shared_ptr<StepMemory> memory = nullptr;  ///< null: one for the steps of a call
};

/// A fresh session: the teachers, the recipe with hashes filled in, nothing merged. Error if the networks don't fit
/// together, the recipe is wrong, or the data doesn't fit the networks (more classes than outputs; classes don't matter
/// if no step uses labels).
Session startSession(const Recipe& recipe, std::vector<Teacher> teachers, const std::vector<TaskData>& data);

/// What is allowed but hardly meant, in sentences: data with fewer classes than the network, a trunk that the plan
/// doesn't reach.
std::vector<std::string> doubtsAbout(const Session& session, const std::vector<TaskData>& data);

/// A sentence where layers are the same in all networks, bit for bit, so that sharing them whole changes nothing, and
/// the plan doesn't do so already; otherwise empty.
std::string hintAtIdenticalLayers(const Session& session);

/// Scores the teachers on their test sets. Here and below the recipe's device computes; an observer is told the
/// progress, and the processes of a group divide the images. Throws Cancelled, RankLost.
Scores evaluateTeachers(const Session& session, const std::vector<TaskData>& data, const Observer& observer = {},
                        const Work& work = {});

/// Scores every task of the network at a finished step on its test set.
Scores evaluateStep(const Session& session, int step, const std::vector<TaskData>& data, const Observer& observer = {},
                    const Work& work = {});

/// The tasks' data with the scoringSample() of each test set in its place: what runStep() scores on these goes into
/// sampleInitialized and sampleCalibrated of the step.
std::vector<TaskData> withScoringSamples(std::vector<TaskData> data, const FirstScored& first);

/// The finished step with scores on the whole test sets in place of those of samples: what was scored after
/// initialization, too, as long as the step has its initializedValues.
StepResult scoredWhole(const Session& session, int step, const std::vector<TaskData>& data,
                       const Observer& observer = {}, const Work& work = {});

/// Does one step from the session's current one: aligns, merges the layer, initializes, re-estimates statistics,
/// calibrates, evaluates; fine-tuning with validation images keeps its best state instead of its last. The session
/// isn't touched: give the result to appendStep(). Depends only on the session's current values, the plan, the recipe's
/// seed and the number of steps done before; with a group on the number of its processes too, within rounding. All of
/// them get the same weights, bit for bit. Throws Cancelled, Diverged, RankLost, Error (one if the batch can't be
/// divided among the processes).
StepResult runStep(const Session& session, const StepPlan& plan, const std::vector<TaskData>& data,
                   const RunOptions& options = {}, const Observer& observer = {}, const Work& work = {});

/// Called after each finished step, e.g. to save the session.
using StepFinished = std::function<void(const Session&)>;

/// Throws Error if the steps can't be done so, before any of them is: batches that can't be divided, a device that
/// isn't there, a precision that the processor, a card or a trunk doesn't have by then, processes that differ in what
/// they were asked for. With a group, all of its processes must call it.
void checkSteps(const Session& session, const std::vector<StepPlan>& plans, const RunOptions& options,
                const ProcessGroupPtr& group = nullptr);

/// Runs the steps one after the other, e.g. the remainingSteps() of the session's plan, after checkSteps(). With images
/// or labels that a step needs, but the data can't give, it throws before the first step, too.
void runSteps(Session& session, const std::vector<StepPlan>& plans, const std::vector<TaskData>& data,
              const RunOptions& options = {}, const Observer& observer = {}, const StepFinished& finished = {},
              const Work& work = {});

}  // namespace zipper
