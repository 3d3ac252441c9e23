// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/zippering/work_estimate.h"

#include <algorithm>
#include <cmath>

#include "core/merging/kernel_images.h"
#include "core/support/error.h"
#include "core/zippering/start_factors.h"

namespace zipper {

namespace {

/// What an image of each kind takes in relation to one that is scored, for kinds that weren't measured yet: `zipper
/// bench --only merge` of the sample pair, one and two threads. With other networks it is a first guess.
constexpr WorkAmounts typicalCost{1.7, 1.3, 7, 1};
constexpr double window = 20;          ///< seconds that count in full
constexpr double beginning = 5;        ///< seconds that older measurements count for
constexpr double leastSeconds = 0.01;  ///< less is what news may be late by; a fast machine scores 400 images in 40 ms
constexpr double leastImages = 64;     ///< nor do fewer images: what a pass takes to begin outweighs them

std::size_t at(WorkKind kind) { return std::size_t(kind); }

/// Images of all tasks where each is asked for so many.
double images(double wanted, int tasks, const WorkData& data) {
  if (data.trainingImages.empty()) return wanted * tasks;
  double all = 0;
  for (const std::int64_t there : data.trainingImages) all += std::min(wanted, double(there));
  return all;
}

WorkSegment single(WorkKind kind, double amount, int passes = 1) {
  WorkSegment segment;
  segment.kind = kind;
  segment.amounts[at(kind)] = amount;
  segment.passes = passes;
  return segment;
}

void addScoring(StepWork& work, const WorkData& data) {
  for (const std::int64_t count : data.testImages) work.push_back(single(WorkKind::Evaluating, double(count)));
}

void addStatistics(StepWork& work, const StepSettings& settings, int tasks, const WorkData& data) {
  if (settings.reestimateStatistics)
    work.push_back(single(WorkKind::Statistics, images(settings.statisticsImages, tasks, data)));
}

/// Aligning, initializing and fitting kernels look at the calibration images once each.
WorkSegment initializing(const StepSettings& settings, int tasks, bool mergedBefore, const WorkData& data) {
  const double all = images(settings.initializationImages, tasks, data);
  const bool squares = settings.start.initialization == Initialization::LeastSquares;
  double amount = 0;
  int passes = 0;
  if (settings.start.alignment == Alignment::Activations) amount += all, ++passes;
  if (squares || settings.start.alignment == Alignment::Mergeability) amount += all, ++passes;
  if (squares && settings.start.fisherWeights) amount += all, ++passes;
  if (settings.start.fitKernels && mergedBefore) amount += std::min(all, double(kernelImages(settings)) * tasks);
  return single(WorkKind::Initializing, amount, std::max(1, passes));
}

WorkSegment calibrating(const StepPlan& plan, int tasks, const WorkData& data) {
  const CalibrationSettings& settings = plan.settings.calibration;
  WorkSegment segment;
  segment.perIteration = images(settings.batchSize, tasks, data);  // no batch is larger than its data set
  segment.amounts[at(WorkKind::Calibrating)] = segment.perIteration * settings.iterations;
  if (plan.target.mergesLayer() || plan.settings.validationImages == 0) return segment;
  const int scorings = settings.iterations / std::max(1, plan.settings.validationInterval) + 2;
  segment.perScoring = plan.settings.validationImages;
  segment.amounts[at(WorkKind::Evaluating)] = segment.perScoring * tasks * scorings;
  if (!plan.settings.reestimateStatistics) return segment;
  segment.perStatistics = images(plan.settings.statisticsImages, tasks, data);
  segment.amounts[at(WorkKind::Statistics)] = segment.perStatistics * scorings;
  return segment;
}

}  // namespace

WorkData workData(const std::vector<TaskData>& data, bool evaluate) {
  WorkData result;
  for (const TaskData& task : data) {
    result.trainingImages.push_back(task.train ? task.train->size() : 0);
    if (evaluate && task.test) result.testImages.push_back(task.test->size());
  }
  return result;
}

StepWork workOf(const StepPlan& plan, int tasks, bool mergedBefore, const WorkData& data) {
  const StepSettings& settings = plan.settings;
  StepWork work;
  if (plan.target.mergesLayer()) {
    work.push_back(initializing(settings, tasks, mergedBefore, data));
    addStatistics(work, settings, tasks, data);
    if (settings.start.fitHeads)
      work.push_back(single(WorkKind::Initializing, images(settings.initializationImages, tasks, data)));
    addScoring(work, data);
  }
  if (settings.calibration.iterations == 0) return work;
  work.push_back(calibrating(plan, tasks, data));
  const bool finished = work.back().perScoring > 0;  // the states that were scored had their statistics
  if (!finished) addStatistics(work, settings, tasks, data);
  addScoring(work, data);
  return work;
}

StepWork teacherWork(const WorkData& data) {
  StepWork work;
  addScoring(work, data);
  return work;
}

std::vector<StepWork> workOf(const Session& session, const std::vector<StepPlan>& plans, const WorkData& data,
                             bool teachers) {
  std::vector<StepWork> steps;
  if (teachers) steps.push_back(teacherWork(data));
  bool merged = !session.mergedLayers().empty();
  for (const StepPlan& plan : plans) {
    steps.push_back(workOf(plan, session.taskCount(), merged, data));
    merged = merged || plan.target.mergesLayer();
  }
  return steps;
}

std::vector<StepWork> naiveWork(const Recipe& recipe, int tasks, const WorkData& data) {
  std::vector<StepWork> steps;
  for (const StepPlan& plan : recipe.steps) {
    StepPlan plain{StepTarget::fineTuning(), recipe.defaults};
    plain.settings.calibration.iterations = plan.settings.calibration.iterations;
    plain.settings.validationImages = 0;
    plain.settings.reestimateStatistics = false;
    steps.push_back(workOf(plain, tasks, true, data));
  }
  return steps;
}

void WorkRates::add(WorkKind kind, double amount, double seconds) {
  double& total = seconds_[at(kind)];
  if (!(seconds >= 0) || amount < 0) return;
  const double keep = total > window ? window / total : 1;
  total = total * keep + seconds;
  images_[at(kind)] = images_[at(kind)] * keep + amount;
  measured_[at(kind)] += amount;
}

void WorkRates::fade() {
  for (std::size_t kind = 0; kind < workKinds; ++kind) {
    const double keep = seconds_[kind] > beginning ? beginning / seconds_[kind] : 1;
    seconds_[kind] *= keep;
    images_[kind] *= keep;
  }
}

bool WorkRates::has(WorkKind kind) const { return images_[at(kind)] > 0; }

bool WorkRates::isReliable(std::size_t kind) const {
  return measured_[kind] >= leastImages && images_[kind] > 0 && seconds_[kind] >= leastSeconds;
}

bool WorkRates::isKnown() const {
  for (std::size_t kind = 0; kind < workKinds; ++kind)
    if (isReliable(kind)) return true;
  return false;
}

double WorkRates::perImage(WorkKind kind) const {
  if (isReliable(at(kind))) return seconds_[at(kind)] / images_[at(kind)];
  double cost = 0, seconds = 0;
  for (std::size_t other = 0; other < workKinds; ++other) {
    if (!isReliable(other)) continue;
    cost += images_[other] * typicalCost[other];
    seconds += seconds_[other];
  }
  return cost > 0 ? typicalCost[at(kind)] * seconds / cost : 0;
}

double WorkRates::secondsOf(const WorkAmounts& amounts) const {
  if (!isKnown()) return -1;
  double seconds = 0;
  for (std::size_t kind = 0; kind < workKinds; ++kind) seconds += amounts[kind] * perImage(WorkKind(kind));
  return seconds;
}

double WorkRates::secondsOf(const StepWork& work) const {
  if (!isKnown()) return -1;
  double seconds = 0;
  for (const WorkSegment& segment : work) seconds += secondsOf(segment.amounts);
  return seconds;
}

double WorkRates::secondsOf(const std::vector<StepWork>& steps) const {
  if (!isKnown()) return -1;
  double seconds = 0;
  for (const StepWork& work : steps) seconds += secondsOf(work);
  return seconds;
}

WorkRates measuredRates(const Session& session, const WorkData& data) {
  WorkRates rates;
  for (const auto& step : session.steps) {
    const bool scored = !step->calibrated.empty();
    const WorkData own{data.trainingImages, scored ? data.testImages : std::vector<std::int64_t>{}};
    const bool mergedBefore = step->mergedLayers.size() > (step->plan.target.mergesLayer() ? 1U : 0U);
    WorkAmounts rest{};
    for (const WorkSegment& segment : workOf(step->plan, session.taskCount(), mergedBefore, own))
      for (std::size_t kind = 0; kind < workKinds; ++kind) rest[kind] += segment.amounts[kind];
    const double calibrated = rest[at(WorkKind::Calibrating)];
    if (step->calibrationSeconds > 0) rates.add(WorkKind::Calibrating, calibrated, step->calibrationSeconds);
    rest[at(WorkKind::Calibrating)] = 0;
    // Only the sum of the rest was kept: it is divided as it typically is.
    double cost = 0;
    for (std::size_t kind = 0; kind < workKinds; ++kind) cost += rest[kind] * typicalCost[kind];
    const double seconds = step->seconds - step->calibrationSeconds;
    for (std::size_t kind = 0; kind < workKinds && cost > 0 && seconds > 0; ++kind)
      rates.add(WorkKind(kind), rest[kind], seconds * rest[kind] * typicalCost[kind] / cost);
  }
  return rates;
}

std::string roughDuration(double seconds) {
  const auto rounded = [](double value, int unit) { return long(std::ceil(value / unit - 1e-9)) * unit; };
  if (!(seconds > 0)) return "0 s";
  seconds = std::min(seconds, 3.6e6);  // a thousand hours: more is no estimate
  if (seconds <= 10) return concat(rounded(seconds, 1), " s");
  if (seconds <= 55) return concat(rounded(seconds, 5), " s");
  const long minutes = std::max(1L, std::lround(seconds / 60));
  if (minutes < 60) return concat(minutes, " min");
  const long tens = std::lround(seconds / 600) * 10;
  return tens % 60 == 0 ? concat(tens / 60, " h") : concat(tens / 60, " h ", tens % 60, " min");
}

}  // namespace zipper
