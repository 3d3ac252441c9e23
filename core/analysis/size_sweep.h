// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "core/analysis/proportion.h"
#include "core/analysis/size_plans.h"
#include "core/session/session.h"
#include "core/training/observer.h"
#include "core/zippering/zippering.h"

namespace zipper {

/// Which test images of each task a network gets right: [task][image], in the order of the data set without those that
/// can't be read.
using RightImages = std::vector<std::vector<bool>>;

/// A network of some size, measured on the test images.
struct SizePoint {
  std::vector<int> layers;  ///< that are shared, ascending; none: the teachers
  bool calibrated = false;  ///< false: in closed form alone
  MergeCost cost;
  Scores scores;
  RightImages right;
  double seconds = 0;  ///< of merging and calibrating
};

/// Networks of several sizes from the same teachers.
struct SizeSweep {
  Recipe recipe;                ///< what the merges have in common; its steps are those of the smallest network
  SizePoint teachers;           ///< no layer shared
  std::vector<SizePlan> plans;  ///< all sizes that there can be, see sizePlans()
  std::vector<SizePoint> points;
  std::vector<std::vector<std::string>> guesses;  ///< about each network, see guess_notice.h

  /// The teachers and the points of this kind, from the largest network to the smallest.
  std::vector<SizePoint> curve(bool calibrated) const;
  bool has(bool calibrated) const;
};

/// Mean top-1 over the tasks, with the interval of a mean of independent shares that comes of theirs. Source: G. Y.
/// Zou, A. Donner, "Construction of confidence limits about effect measures: a general approach", Statistics in
/// Medicine 27 (2008), 1693-1702. Only `share`, `low`, `high` and the sum of the images are meant.
Proportion meanTop1Of(const Scores& scores);

/// The standard error of the difference of two networks' mean top-1 on the same images: only images that one gets right
/// and the other wrong count. Throws Error if they were asked about different images.
double standardErrorOfDifference(const RightImages& first, const RightImages& second);

/// What is to be recommended.
struct SizeAdvice {
  std::vector<int> layers;
  MergeCost cost;
  bool measured = false;      ///< false: by merge estimates, see recommendedByEstimate()
  bool calibrated = false;    ///< of measured points
  double loss = 0;            ///< of measured points: mean top-1 of the teachers less that of this network
  double standardError = 0;   ///< of that
  bool losesNothing = false;  ///< the smallest network loses no more than noise explains
};

/// By the points of a kind (recommendedTrade() of mean top-1 against parameters). Nothing as long as there are fewer
/// than two sizes besides the teachers, of which none is right to draw a curve.
std::optional<SizeAdvice> measuredAdvice(const SizeSweep& sweep, bool calibrated);
/// By calibrated points, or else by those in closed form.
std::optional<SizeAdvice> measuredAdvice(const SizeSweep& sweep);
SizeAdvice estimatedAdvice(const std::vector<SizePlan>& plans);
/// The first that there is: by calibrated points, by those in closed form, by estimates.
SizeAdvice adviceOf(const SizeSweep& sweep);
/// "estimate", "measured in closed form", "measured after calibration".
std::string toString(const SizeAdvice& advice);

/// What a size is expected to lose in mean top-1, by measured points of a kind and the plans' expected losses: the
/// factor between them that fits best (least squares). Nothing without such points.
std::optional<double> lossOfAll(const SizeSweep& sweep, bool calibrated);

/// Merges sizes of one session's teachers, one after the other. Steps that a size has in common with the one before it
/// aren't done again, and passes over images that were made for one size serve the next where they are the same.
class SizeMerger {
 public:
  /// `data`: with test images. Must live as long as this.
  SizeMerger(const Session& start, const std::vector<TaskData>& data);

  /// Scores the teachers. Throws Cancelled, Error.
  SizePoint teachers(const Observer& observer = {}, const Work& work = {}) const;
  /// One merge. `finished` (may be empty) is called after each step, those that aren't done again too, and after the
  /// scoring. Throws Cancelled, Diverged, Error.
  SizePoint merge(const SizePlan& plan, bool calibrated, const Observer& observer = {},
                  const std::function<void()>& finished = {}, const Work& work = {});

 private:
  void keepCommonSteps(const Recipe& recipe, bool calibrated);
  void score(SizePoint& point, int step, const Observer& observer, const Work& work) const;

  const std::vector<TaskData>& data_;
  Recipe recipe_;
  Session session_;  ///< its path is that of the last merge
  bool calibrated_ = false;
  std::shared_ptr<StepMemory> memory_;
};

}  // namespace zipper
