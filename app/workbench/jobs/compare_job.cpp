// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/workbench/jobs/compare_job.h"

#include <algorithm>
#include <chrono>
#include <utility>

#include "core/analysis/inference_time.h"
#include "core/report/report.h"
#include "core/support/compute_threads.h"

namespace zipper {

namespace {

constexpr std::chrono::milliseconds lossInterval{150};  ///< redrawing the curves takes longer than an iteration
constexpr int parts = 1000000;

/// Passes on what the queue tells, as news for the window. Its batches are not those of the session: they don't go
/// through JobContext::observer().
class Teller {
 public:
  Teller(JobContext& context, const CompareRequest& request, const CompareNews& news)
      : context_(context),
        news_(news),
        speedups_(measurePlannedSpeedups(request.session, {context.stop()})),
        start_(std::chrono::steady_clock::now()),
        scoresTeachers_(request.session.teacherScores.empty()) {
    const WorkData data = workData(request.data);
    const auto work = comparisonWork(request.session, request.strategies, request.seeds.size(), data);
    estimate_ = RunEstimate(work, measuredRates(request.session, data), 0);
  }

  ComparisonObserver observer() {
    ComparisonObserver observer;
    observer.runStarted = [this](const Strategy& strategy, std::uint64_t seed, int run, int runs) {
      if (std::exchange(scoresTeachers_, false)) estimate_.stepFinished(seconds());
      toldTarget_ = false;
      context_.deliver([told = news_.runStarted, strategy, seed, run, runs] { told(strategy, seed, run, runs); });
    };
    observer.stepFinished = [this](const ComparisonRun& run, const StepResult&) {
      estimate_.stepFinished(seconds());
      losses_.clear();  // the run holds them
      context_.deliver([told = news_.stepFinished, run] { told(run); });
      tellProgress();
    };
    observer.runFinished = [this](const Comparison& soFar) {
      Comparison measured = soFar;
      measured.speedups = speedups_;
      context_.deliver(
          [told = news_.runFinished, copy = std::make_shared<const Comparison>(std::move(measured))] { told(copy); });
    };
    observer.observer.stage = [this](const StageProgress& progress) {
      tellTarget(progress.target);
      estimate_.stage(progress, seconds());
      tellProgress();
    };
    observer.observer.batch = [this](const BatchProgress& progress) { batch(progress); };
    return observer;
  }

 private:
  void batch(const BatchProgress& progress) {
    tellTarget(progress.target);
    losses_.push_back(progress.record.total);
    const auto now = std::chrono::steady_clock::now();
    if (now - lastLosses_ >= lossInterval) {
      lastLosses_ = now;
      context_.deliver([told = news_.lossesArrived, losses = std::exchange(losses_, {})] { told(losses); });
    }
    estimate_.batch(progress, seconds());
    tellProgress();
  }

  void tellTarget(std::optional<StepTarget> target) {
    if (std::exchange(toldTarget_, true) && target == target_) return;
    target_ = target;
    context_.deliver([told = news_.stepStarted, target] { told(target); });
  }

  double seconds() const { return std::chrono::duration<double>(std::chrono::steady_clock::now() - start_).count(); }

  void tellProgress() { context_.progress(int(std::max(0.0, estimate_.share()) * parts), parts); }

  JobContext& context_;
  const CompareNews& news_;
  bool toldTarget_ = false;
  std::optional<StepTarget> target_;  ///< as it was told last
  std::vector<double> speedups_;
  std::chrono::steady_clock::time_point start_;
  bool scoresTeachers_;
  RunEstimate estimate_;
  std::vector<float> losses_;
  std::chrono::steady_clock::time_point lastLosses_;
};

}  // namespace

void runComparison(JobContext& context, const CompareRequest& request, const CompareNews& news) {
  setComputeThreads(request.session.recipe.threads);
  Teller teller(context, request, news);
  compareStrategies(request.session, request.data, request.strategies, request.seeds, teller.observer(),
                    context.work());
}

}  // namespace zipper
