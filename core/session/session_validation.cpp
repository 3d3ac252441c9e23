// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/session/session_validation.h"
#include "core/network/compatibility.h"

#include <algorithm>
#include <cmath>
#include <set>

#include "core/network/task_names.h"
#include "core/session/run_tree.h"
#include "core/session/score_checks.h"
#include "core/support/error.h"
#include "core/support/printable.h"

namespace zipper {

namespace {

/// Where whole test sets belong, nothing else is taken for them; a sample is smaller than what it was drawn from.
void checkDrawn(const Scores& whole, const Scores& sample, const std::string& where) {
  if (areOfSample(whole)) fail(where, ": scores of a sample found, those of whole test sets expected");
  if (!sample.empty() && !areOfSample(sample))
    fail(where, ": scores of whole test sets found, those of a sample expected");
  for (const Score& score : sample)
    if (score.drawnFrom < 0 || (score.drawnFrom > 0 && score.drawnFrom < score.images))
      fail(where, ": a sample of ", score.images, " images out of ", score.drawnFrom, " found");
}

void checkTeachers(const Session& session) {
  const std::string reason = whyNotMergeable(session.specs());
  if (!reason.empty()) throw Error(reason);
  const auto& sources = session.recipe.sources;
  if (sources.size() != session.teachers.size())
    fail("the recipe names ", sources.size(), " sources for ", session.teachers.size(), " teachers");
  for (std::size_t t = 0; t < sources.size(); ++t)
    if (sources[t].modelSha256 != session.teachers[t].source.sha256)
      fail("teacher ", taskName(int(t)), " isn't the network that the recipe names: its hash is ",
           printable(session.teachers[t].source.sha256), ", that of the recipe's source ",
           printable(sources[t].modelSha256));
  checkScores(session.teacherScores, sources.size(), true, "the teachers");
  checkScores(session.teacherSample, sources.size(), true, "the teachers: sample");
  checkDrawn(session.teacherScores, session.teacherSample, "the teachers");
}

void checkRunNotes(const Session& session) {
  const int runs = int(runsOf(session).size());
  for (const auto& [run, note] : session.runNotes) {
    if (run < 0 || run > runs) fail("a name of run ", run, " found, 0 to ", runs, " expected");
    checkRunNote(note);
  }
}

/// One step and the one before it.
class StepCheck {
 public:
  StepCheck(const Session& session, std::size_t index)
      : session_(session), step_(*session.steps[index]), where_(concat("step ", index)) {
    if (step_.parent < -1 || step_.parent >= int(index)) fail(where_, " can't follow step ", step_.parent);
    if (step_.parent < 0) return;
    mergedBefore_ = session.steps[std::size_t(step_.parent)]->mergedLayers;
    trunkBefore_ = session.steps[std::size_t(step_.parent)]->trunk;
  }

  void check() const {
    checkLayers();
    checkTrunk();
    checkOrders();
    const std::size_t tasks = session_.teachers.size();
    checkScores(step_.initialized, tasks, true, where_ + ": before calibration");
    checkScores(step_.calibrated, tasks, true, where_ + ": after calibration");
    checkScores(step_.sampleInitialized, tasks, true, where_ + ": sample before calibration");
    checkScores(step_.sampleCalibrated, tasks, true, where_ + ": sample after calibration");
    checkDrawn(step_.initialized, step_.sampleInitialized, where_ + ": before calibration");
    checkDrawn(step_.calibrated, step_.sampleCalibrated, where_ + ": after calibration");
    checkValidation();
    checkCurve();
    for (const double seconds : {step_.seconds, step_.calibrationSeconds}) checkSeconds(seconds);
    for (const double seconds : step_.partSeconds.values) checkSeconds(seconds);
  }

 private:
  void checkSeconds(double seconds) const {
    if (!(seconds > -1e-3)) fail(where_, ": ", seconds, " seconds found, 0 or more expected");
  }

  void checkLayers() const {
    const int layers = session_.layers();
    for (const int layer : step_.mergedLayers)
      if (layer < 1 || layer > layers) fail(where_, ": there is no layer ", layer);
    std::vector<int> expected = mergedBefore_;
    const StepTarget target = step_.plan.target;
    if (target.mergesLayer()) expected.push_back(target.layerNumber());
    if (std::set<int>(expected.begin(), expected.end()).size() != expected.size())
      fail(where_, ": ", titleOfStep(target), " is merged twice");
    if (step_.mergedLayers != expected)
      fail(where_, ": merged layers ", layersToString(step_.mergedLayers), " found, ", layersToString(expected),
           " expected: those of the step before it, and the layer of its plan");
  }

  void checkTrunk() const {
    if (step_.trunk < 0 || step_.trunk > session_.layers())
      fail(where_, ": trunk ", step_.trunk, " found, 0 to ", session_.layers(), " expected");
    for (int layer = 1; layer <= step_.trunk; ++layer)
      if (std::count(step_.mergedLayers.begin(), step_.mergedLayers.end(), layer) == 0)
        fail(where_, ": layer ", layer, " is in the trunk but isn't merged");
    if (step_.trunk < trunkBefore_)
      fail(where_, ": trunk ", step_.trunk, " found, at least ", trunkBefore_, " expected: that of the step before it");
    if (step_.trunk > std::max(trunkBefore_, step_.plan.settings.trunk))
      fail(where_, ": trunk ", step_.trunk, " found, but its plan asks for ", step_.plan.settings.trunk);
    const std::string reason = step_.trunk > 0 ? whyNoTrunk(session_.specs()) : "";
    if (!reason.empty()) fail(where_, ": ", reason);
  }

  /// Of a step that merges a layer. Whoever uses an order relies on it: each channel of that space exactly once.
  void checkOrder(const ChannelMatch& one) const {
    if (one.task < 1 || one.task >= session_.taskCount())
      fail(where_, ": there are no channels to order of task ", one.task);
    const NetworkPlan plan = planOf(session_.teachers[std::size_t(one.task)].spec);
    if (one.space < 0 || one.space >= int(plan.spaces.size()))
      fail(where_, ": a channel order of space ", one.space, " found, there are spaces 0 to ", plan.spaces.size() - 1);
    const auto channels = std::size_t(plan.spaces[std::size_t(one.space)].channels);
    const std::set<int> seen(one.order.begin(), one.order.end());
    if (one.order.size() != channels || seen.size() != channels || *seen.begin() != 0 ||
        *seen.rbegin() != int(channels) - 1)
      fail(where_, ": the channel order of task ", taskName(one.task), ", space ", one.space,
           " isn't a permutation of ", channels, " channels");
    const int merged = step_.plan.target.layerNumber();
    bool isOfLayer = one.space == plan.outputSpace(merged - 1);
    for (const int unit : plan.site(merged).merged)
      isOfLayer = isOfLayer || plan.units[std::size_t(unit)].outputSpace == one.space;
    if (!isOfLayer)
      fail(where_, ": a channel order of space ", one.space, " found, which layer ", merged,
           ", the one that the step merges, neither reads nor writes");
  }

  void checkOrders() const {
    if (!step_.plan.target.mergesLayer() && !step_.channelMatches.empty())
      fail(where_, ": fine-tuning found with channel orders");
    std::set<std::pair<int, int>> seen;
    for (const ChannelMatch& one : step_.channelMatches) {
      checkOrder(one);
      if (!seen.insert({one.task, one.space}).second)
        fail(where_, ": two channel orders of task ", taskName(one.task), ", space ", one.space);
    }
  }

  void checkValidation() const {
    if (step_.validation.empty()) return;
    bool known = false;
    int last = -1;
    for (const ValidationPoint& point : step_.validation) {
      if (point.iteration <= last || point.iteration > step_.plan.settings.calibration.iterations)
        fail(where_, ": a validation score after iteration ", point.iteration, " found, ", last + 1, " to ",
             step_.plan.settings.calibration.iterations, " expected");
      last = point.iteration;
      known = known || point.iteration == step_.keptIteration;
      checkScores(point.scores, session_.teachers.size(), false, where_ + ": validation");
    }
    if (!known) fail(where_, ": iteration ", step_.keptIteration, ", which was kept, has no validation score");
  }

  /// The terms of the loss that aren't always there may have been named by an earlier version where they weren't used.
  void checkCurve() const {
    const int tasks = session_.taskCount();
    for (const bool crossEntropy : {true, false}) {
      for (const bool distillation : {true, false}) {
        std::vector<std::string> columns = Curve(tasks, session_.layers(), {crossEntropy, distillation}).columns();
        for (int t = 0; !step_.validation.empty() && t < tasks; ++t) columns.push_back(validationColumn(t));
        if (columns == step_.curve.columns()) return;
      }
    }
    fail(where_, ": the columns of its curve aren't those of ", tasks, " tasks");
  }

  const Session& session_;
  const StepResult& step_;
  std::string where_;
  std::vector<int> mergedBefore_;
  int trunkBefore_ = 0;
};

}  // namespace

void validate(const Session& session) {
  checkTeachers(session);
  for (std::size_t i = 0; i < session.steps.size(); ++i) StepCheck(session, i).check();
  if (session.current < -1 || session.current >= int(session.steps.size()))
    fail("the current step ", session.current, " doesn't exist");
  checkRunNotes(session);
}

}  // namespace zipper
