// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/workbench/jobs/sweep_jobs.h"

#include <algorithm>
#include <chrono>

#include "core/analysis/trunk_runs.h"
#include "core/support/compute_threads.h"
#include "core/zippering/work_estimate.h"

namespace zipper {

namespace {

constexpr int sweepParts = 1000000;

/// Passes on how far all runs together are. Their batches are not those of the session: they don't go through
/// JobContext::observer().
class SweepTeller {
 public:
  SweepTeller(JobContext& context, const std::vector<StepWork>& work, const WorkRates& rates)
      : context_(context), estimate_(work, rates, 0) {}

  Observer observer() {
    Observer observer;
    observer.stage = [this](const StageProgress& progress) {
      estimate_.stage(progress, seconds());
      tell();
    };
    observer.batch = [this](const BatchProgress& progress) {
      estimate_.batch(progress, seconds());
      tell();
    };
    return observer;
  }
  void stepFinished() {
    estimate_.stepFinished(seconds());
    tell();
  }

 private:
  double seconds() const { return std::chrono::duration<double>(std::chrono::steady_clock::now() - start_).count(); }
  void tell() { context_.progress(int(std::max(0.0, estimate_.share()) * sweepParts), sweepParts); }

  JobContext& context_;
  RunEstimate estimate_;
  std::chrono::steady_clock::time_point start_ = std::chrono::steady_clock::now();
};

void addRun(std::vector<StepWork>& all, const Session& start, const Recipe& recipe, const std::vector<TaskData>& data) {
  Session session = start;
  session.recipe = recipe;
  session.steps.clear();
  session.current = -1;
  const std::vector<StepWork> run = workOf(session, recipe.steps, workData(data, false), false);
  all.insert(all.end(), run.begin(), run.end());
  all.push_back(teacherWork(workData(data)));
}

Session fromTeachers(Session session) {
  session.steps.clear();
  session.current = -1;
  return session;
}

}  // namespace

std::vector<StepWork> workOfSizes(const SizesRequest& request) {
  std::vector<StepWork> all;
  if (request.teachers) all.push_back(teacherWork(workData(request.data)));
  for (const SizeOrder& order : request.orders)
    addRun(all, request.session, recipeOfSize(request.session.recipe, order.plan.layers, order.calibrated),
           request.data);
  return all;
}

std::vector<StepWork> workOfTrunks(const TrunksRequest& request) {
  std::vector<StepWork> all;
  if (request.teachers) all.push_back(teacherWork(workData(request.data)));
  for (const int depth : request.depths) {
    Recipe recipe = request.session.recipe;
    setTrunk(recipe, depth);
    addRun(all, request.session, recipe, request.data);
  }
  return all;
}

void measureSizes(JobContext& context, const SizesRequest& request, const SizesNews& news) {
  setComputeThreads(request.session.recipe.threads);
  SweepTeller teller(context, workOfSizes(request), measuredRates(request.session, workData(request.data)));
  const Observer observer = teller.observer();
  SizeMerger merger(fromTeachers(request.session), request.data);
  if (request.teachers) {
    const auto point = std::make_shared<const SizePoint>(merger.teachers(observer, context.work()));
    context.deliver([told = news.teachersScored, point] { told(point); });
    teller.stepFinished();
  }
  for (std::size_t i = 0; i < request.orders.size(); ++i) {
    context.deliver([told = news.begun, i] { told(int(i)); });
    const SizeOrder& order = request.orders[i];
    const auto point = std::make_shared<const SizePoint>(merger.merge(
        order.plan, order.calibrated, observer, [&teller] { teller.stepFinished(); }, context.work()));
    context.deliver([told = news.measured, point] { told(point); });
  }
}

void measureTrunks(JobContext& context, const TrunksRequest& request, const TrunksNews& news) {
  setComputeThreads(request.session.recipe.threads);
  SweepTeller teller(context, workOfTrunks(request), measuredRates(request.session, workData(request.data)));
  const Observer observer = teller.observer();
  const Session start = fromTeachers(request.session);
  if (request.teachers) {
    const Scores scores = evaluateTeachers(start, request.data, observer, context.work());
    context.deliver([told = news.teachersScored, scores] { told(scores); });
    teller.stepFinished();
  }
  for (std::size_t i = 0; i < request.depths.size(); ++i) {
    context.deliver([told = news.begun, i] { told(int(i)); });
    const Session merged = mergedWithTrunk(
        start, request.depths[i], request.data, observer, [&teller] { teller.stepFinished(); }, context.work());
    const auto point =
        std::make_shared<const TrunkPoint>(trunkPoint(merged, measureInference(merged, 1, trunkRepetitions)));
    context.deliver([told = news.measured, point] { told(point); });
  }
}

}  // namespace zipper
