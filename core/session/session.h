// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <map>
#include <memory>
#include <string>
#include <vector>

#include "core/models/model_source.h"
#include "core/network/merge_cost.h"
#include "core/network/mobilenet_spec.h"
#include "core/network/sharing.h"
#include "core/recipe/recipe.h"
#include "core/session/curve.h"
#include "core/session/scores.h"
#include "core/session/step_parts.h"

namespace zipper {

struct NetworkValues;   ///< network_values.h: the tensors, kept out of this header
struct KeptComparison;  ///< kept_comparison.h

/// The channels of a space of a task's network as a step put them into another order, so that they correspond to those
/// of task A. The task's function is the same in any order.
struct ChannelMatch {
  int task = 0;            ///< 1, 2, ...; task A keeps its order
  int space = 0;           ///< of its plan; of a MobileNet V1 the layer that writes it, 0 being the stem
  std::vector<int> order;  ///< channel i is what was channel order[i]
};

/// A finished step; never changed afterwards.
struct StepResult {
  int parent = -1;  ///< index of the step before it in Session::steps; -1: the teachers
  StepPlan plan;
  std::vector<int> mergedLayers;                ///< after this step, in the order of merging
  int trunk = 0;                                ///< layers 0 ... trunk are shared whole after this step; 0: none
  std::vector<ChannelMatch> channelMatches;     ///< of this step's alignment; empty without one
  Scores initialized;                           ///< on the test sets, before calibration; empty if not evaluated
  Scores calibrated;                            ///< after calibration; empty if not evaluated
  Scores sampleInitialized, sampleCalibrated;   ///< of samples, until those above are known; see scoringSample()
  std::vector<ValidationPoint> validation;      ///< of fine-tuning; empty if no state was selected
  int keptIteration = 0;                        ///< of the state in `values`; only with `validation`
  Curve curve;                                  ///< with `validation` it has validationColumn()s: see addValidation()
  double seconds = 0;                           ///< of the step without pauses, evaluation included
  double calibrationSeconds = 0;                ///< of the calibration alone, without pauses
  double initializedSeconds = 0;                ///< until `initialized` was scored; sessions don't keep it
  PartSeconds partSeconds;                      ///< without pauses; all 0 in sessions of older programs
  std::shared_ptr<const NetworkValues> values;  ///< the merged network after the step
  /// The same before calibration, as long as only a sample was scored there; sessions don't keep it.
  std::shared_ptr<const NetworkValues> initializedValues;
};

/// A task's trained network as it was loaded.
struct Teacher {
  MobileNetSpec spec;
  ModelSource source;
  std::shared_ptr<const NetworkValues> values;
};

/// What people call a run (see run_tree.h), in a line, and what they want to remember of it.
struct RunNote {
  std::string name, notes;
};

/// A merge in progress: a tree of finished steps, so that stepping back is exact and another strategy can be tried from
/// anywhere. A value: copying shares the immutable steps.
struct Session {
  Recipe recipe;  ///< `steps` is the plan; those that are done are found in the path
  std::vector<Teacher> teachers;
  Scores teacherScores;  ///< on the test sets; empty if not evaluated
  Scores teacherSample;  ///< on the samples that steps are scored on first; empty if none was yet
  std::vector<std::shared_ptr<const StepResult>> steps;
  int current = -1;                 ///< index into steps; -1: nothing merged
  std::map<int, RunNote> runNotes;  ///< by the number of the run from 0; of the one that comes next, too
  std::vector<std::shared_ptr<const KeptComparison>> comparisons;  ///< in the order in which they were made

  /// Indices of the steps from the teachers to `step` (default: current).
  std::vector<int> path(int step) const;
  std::vector<int> path() const { return path(current); }
  /// Layers merged at the current step.
  std::vector<int> mergedLayers() const;
  /// Depth of the trunk at the current step.
  int trunk() const;
  int taskCount() const { return int(teachers.size()); }
  /// How many layers the networks have; 0 without teachers.
  int layers() const { return teachers.empty() ? 0 : layersOf(teachers.front().spec); }
  std::vector<MobileNetSpec> specs() const;
};

/// Which channel of the teacher each channel of a space of a task's plan corresponds to at a step of the session:
/// channel i to channel result[i] of the teacher. Empty: channel by channel in place.
std::vector<int> channelMatch(const Session& session, int step, int task, int space);

/// What is known of how the networks score: on whole test sets, or else on samples.
inline const Scores& knownTeachers(const Session& session) {
  return bestKnown(session.teacherScores, session.teacherSample);
}
inline const Scores& knownInitialized(const StepResult& step) {
  return bestKnown(step.initialized, step.sampleInitialized);
}
inline const Scores& knownCalibrated(const StepResult& step) {
  return bestKnown(step.calibrated, step.sampleCalibrated);
}

/// The teachers' scores on the same images as a step's, so that the two can be compared; empty if they aren't known.
Scores teachersBeside(const Session& session, const Scores& scores);

/// What is shared at the current step.
Sharing sharingOf(const Session& session);

/// Memory and work at the current step.
MergeCost mergeCost(const Session& session);
/// The same with all layers of a plan merged.
MergeCost costOfPlan(const std::vector<MobileNetSpec>& tasks, const Recipe& recipe);

/// Steps of the plan that the current path hasn't done yet: those whose layers aren't merged, and a fine-tuning stage
/// if the path has none.
std::vector<StepPlan> remainingSteps(const Session& session);

/// The recipe that reproduces the current path exactly: its steps with the settings they were run with.
Recipe recipeOfPath(const Session& session);
/// That of the path to another step.
Recipe recipeOfPath(const Session& session, int step);
/// The same, and what is planned behind the current step.
Recipe recipeWithPlan(const Session& session);

/// Appends a finished step behind the current one and makes it the current one.
void appendStep(Session& session, StepResult result);

}  // namespace zipper
