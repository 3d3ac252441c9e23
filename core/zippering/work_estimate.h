// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <vector>

#include "core/session/session.h"
#include "core/training/observer.h"
#include "core/zippering/zippering.h"

namespace zipper {

/// How much there is to do and how long that takes, from rates that were measured: the same for the window and the
/// command line. Plain values: times are handed in, so that nothing here looks at a clock.

/// What an image is passed through networks for.
enum class WorkKind { Initializing, Statistics, Calibrating, Evaluating };
inline constexpr std::size_t workKinds = 4;
/// Images per kind, those of all tasks together.
using WorkAmounts = std::array<double, workKinds>;

/// A part of a step that tells its progress as one, or nearly.
struct WorkSegment {
  WorkKind kind = WorkKind::Calibrating;
  WorkAmounts amounts{};     ///< fine-tuning that scores its states does more than calibrating
  double perIteration = 0;   ///< images of an iteration; calibrating only
  double perStatistics = 0;  ///< images of a pass over statistics images within calibrating
  double perScoring = 0;     ///< images of a pass over validation images of a task within calibrating
  int passes = 1;            ///< how many times its progress goes from 0 to 1
};
/// The parts of a step, in order.
using StepWork = std::vector<WorkSegment>;

/// The data as far as it decides how much there is to do.
struct WorkData {
  std::vector<std::int64_t> trainingImages;  ///< per task; empty: enough
  std::vector<std::int64_t> testImages;      ///< per task; empty: nothing is scored
};

WorkData workData(const std::vector<TaskData>& data, bool evaluate = true);

/// `mergedBefore`: whether any layer is merged before the step.
StepWork workOf(const StepPlan& plan, int tasks, bool mergedBefore, const WorkData& data);
/// Scoring the teachers.
StepWork teacherWork(const WorkData& data);
/// Of these steps, one after the other from where the session stands; `teachers`: behind scoring these.
std::vector<StepWork> workOf(const Session& session, const std::vector<StepPlan>& plans, const WorkData& data,
                             bool teachers);
/// Of the naive baseline in place of these steps.
std::vector<StepWork> naiveWork(const Recipe& recipe, int tasks, const WorkData& data);

/// Seconds per image of each kind, as far as they were measured; of kinds that weren't, or on a few images only, from
/// those that were.
class WorkRates {
 public:
  /// Old measurements fade when there are newer ones: 20 seconds count in full.
  void add(WorkKind kind, double images, double seconds);
  /// Keeps what is known as a beginning that a few seconds of new measurements outweigh.
  void fade();
  bool isKnown() const;
  /// Whether any images of this kind were measured.
  bool has(WorkKind kind) const;
  /// Negative if nothing was measured.
  double secondsOf(const WorkAmounts& amounts) const;
  double secondsOf(const StepWork& work) const;
  double secondsOf(const std::vector<StepWork>& steps) const;

 private:
  bool isReliable(std::size_t kind) const;
  double perImage(WorkKind kind) const;

  WorkAmounts images_{}, seconds_{};
  WorkAmounts measured_{};  ///< images in all, however much of their weight has faded
};

/// What the session's finished steps took.
WorkRates measuredRates(const Session& session, const WorkData& data);

/// Follows steps in work. All times are seconds on any one clock that stands still while the work does.
class RunEstimate {
 public:
  RunEstimate() = default;
  RunEstimate(std::vector<StepWork> steps, const WorkRates& before, double now);

  void stage(const StageProgress& progress, double now);
  void batch(const BatchProgress& progress, double now);
  /// Of the teachers as well, where they are scored.
  void stepFinished(double now);

  /// Of what is left; negative: nothing was measured yet.
  double secondsLeft() const;
  /// How much of the whole is done, 0...1, in time; it never falls. Negative: nothing is known.
  double share() const { return share_; }
  /// The same of the step in work.
  double stepShare() const;
  const WorkRates& rates() const { return rates_; }

 private:
  const WorkSegment* segment() const;
  bool isKind(std::size_t segment, WorkKind kind) const;
  bool isCalibrating() const;
  void countFirstParts();
  void enter(WorkKind kind);
  void took(WorkKind kind, double images, double now);
  double passImages(const StageProgress& progress) const;
  double secondsLeftOfStep() const;
  void updateShare();

  std::vector<StepWork> steps_;
  WorkRates rates_;
  std::size_t step_ = 0, segment_ = 0;  ///< where the work is
  WorkAmounts done_{};                  ///< of the segment
  double passDone_ = 0;                 ///< of the pass at hand, 0...1
  int iteration_ = 0;
  std::array<bool, workKinds> warm_{};  ///< of each kind, whether a first part was done
  /// The first parts of kinds, as long as nothing else is known.
  struct FirstPart {
    double images = 0, seconds = 0;
  };
  std::array<FirstPart, workKinds> first_{};
  WorkKind last_ = WorkKind::Initializing;
  double start_ = 0, time_ = 0;
  double share_ = -1;
};

/// For an estimate: "40 s", "9 min", "2 h 10 min".
std::string roughDuration(double seconds);

}  // namespace zipper
