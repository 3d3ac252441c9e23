// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/analysis/trunk_runs.h"

#include <memory>
#include <utility>

namespace zipper {

namespace {

RunOptions unscoredSteps() {
  RunOptions options;
  options.evaluate = false;
  return options;
}

}  // namespace

void setTrunk(Recipe& recipe, int depth) {
  recipe.defaults.trunk = depth;
  for (StepPlan& step : recipe.steps) step.settings.trunk = depth;
}

Session mergedWithTrunk(const Session& start, int depth, const std::vector<TaskData>& data, const Observer& observer,
                        const std::function<void()>& finished, const Work& work) {
  Session session = start;
  setTrunk(session.recipe, depth);
  const auto tell = [&finished] {
    if (finished) finished();
  };
  runSteps(
      session, remainingSteps(session), data, unscoredSteps(), observer, [&](const Session&) { tell(); }, work);
  StepResult last = *session.steps.back();
  last.calibrated = evaluateStep(session, session.current, data, observer, work);
  tell();
  session.steps.back() = std::make_shared<const StepResult>(std::move(last));
  return session;
}

InferenceTime timeWithTrunk(const Session& start, int depth, const std::vector<TaskData>& data, const Work& work) {
  Session session = start;
  setTrunk(session.recipe, depth);
  for (StepPlan& step : session.recipe.steps) {
    step.settings.start = Start();
    step.settings.reestimateStatistics = false;
    step.settings.calibration.iterations = 0;
  }
  runSteps(session, remainingSteps(session), data, unscoredSteps(), {}, {}, work);
  return measureInference(session, 1, trunkRepetitions);
}

}  // namespace zipper
