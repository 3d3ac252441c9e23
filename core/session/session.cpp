// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/session/session.h"

#include <algorithm>

#include "core/network/merge_cost.h"
#include "core/support/error.h"

namespace zipper {

std::vector<int> Session::path(int step) const {
  std::vector<int> indices;
  for (int at = step; at >= 0; at = steps[std::size_t(at)]->parent) indices.push_back(at);
  std::reverse(indices.begin(), indices.end());
  return indices;
}

std::vector<int> Session::mergedLayers() const {
  return current < 0 ? std::vector<int>{} : steps[std::size_t(current)]->mergedLayers;
}

int Session::trunk() const { return current < 0 ? 0 : steps[std::size_t(current)]->trunk; }

std::vector<MobileNetSpec> Session::specs() const {
  std::vector<MobileNetSpec> specs;
  for (const Teacher& teacher : teachers) specs.push_back(teacher.spec);
  return specs;
}

std::vector<int> channelMatch(const Session& session, int step, int task, int space) {
  std::vector<int> order;
  for (int index : session.path(step)) {
    for (const ChannelMatch& next : session.steps[std::size_t(index)]->channelMatches) {
      if (next.task != task || next.space != space) continue;
      std::vector<int> composed = next.order;
      if (!order.empty())
        for (int& channel : composed) channel = order[std::size_t(channel)];
      order = composed;
    }
  }
  return order;
}

Scores teachersBeside(const Session& session, const Scores& scores) {
  const auto drawnAlike = [](const Score& one, const Score& other) { return one.drawnFrom == other.drawnFrom; };
  for (const Scores* teachers : {&session.teacherScores, &session.teacherSample})
    if (std::equal(scores.begin(), scores.end(), teachers->begin(), teachers->end(), drawnAlike)) return *teachers;
  return {};
}

Sharing sharingOf(const Session& session) { return {session.mergedLayers(), session.recipe.bnPolicy, session.trunk()}; }

MergeCost mergeCost(const Session& session) { return mergeCost(session.specs(), sharingOf(session)); }

MergeCost costOfPlan(const std::vector<MobileNetSpec>& tasks, const Recipe& recipe) {
  return mergeCost(tasks, Sharing(plannedLayers(recipe), recipe.bnPolicy, plannedTrunk(recipe)));
}

std::vector<StepPlan> remainingSteps(const Session& session) {
  std::vector<StepPlan> remaining = session.recipe.steps;
  for (int index : session.path()) {
    const StepTarget done = session.steps[std::size_t(index)]->plan.target;
    const auto found =
        std::find_if(remaining.begin(), remaining.end(), [done](const StepPlan& plan) { return plan.target == done; });
    if (found != remaining.end()) remaining.erase(found);
  }
  return remaining;
}

Recipe recipeOfPath(const Session& session) { return recipeOfPath(session, session.current); }

Recipe recipeWithPlan(const Session& session) {
  Recipe recipe = recipeOfPath(session);
  for (const StepPlan& plan : remainingSteps(session)) recipe.steps.push_back(plan);
  return recipe;
}

Recipe recipeOfPath(const Session& session, int step) {
  Recipe recipe = session.recipe;
  recipe.steps.clear();
  for (int index : session.path(step)) recipe.steps.push_back(session.steps[std::size_t(index)]->plan);
  return recipe;
}

void appendStep(Session& session, StepResult result) {
  result.parent = session.current;
  session.steps.push_back(std::make_shared<const StepResult>(std::move(result)));
  session.current = int(session.steps.size()) - 1;
}

}  // namespace zipper
