// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/workbench/jobs/compare_job.h"

#include <algorithm>
#include <chrono>
#include <utility>

#include "core/report/report.h"
#include "core/support/compute_threads.h"

namespace zipper {

namespace {

constexpr std::chrono::milliseconds lossInterval{150};  ///< redrawing the curves takes longer than an iteration
constexpr int partsOfStep = 1000;

/// Passes on what the queue tells, as news for the window. Its batches are not those of the session: they don't go
/// through JobContext::observer().
class Teller {
 public:
  Teller(JobContext& context, const CompareRequest& request, const CompareNews& news)
      : context_(context),
        news_(news),
        stepsPerRun_(std::max(1, int(request.session.recipe.steps.size()))),
        steps_(stepsPerRun_ * int(request.strategies.size() * request.seeds.size())),
        speedups_(measurePlannedSpeedups(request.session, context.stop())) {}

  ComparisonObserver observer() {
    ComparisonObserver observer;
    observer.runStarted = [this](const Strategy& strategy, std::uint64_t seed, int run, int runs) {
      stepsDone_ = (run - 1) * stepsPerRun_;
      layer_ = -1;
      context_.deliver([told = news_.runStarted, strategy, seed, run, runs] { told(strategy, seed, run, runs); });
    };
    observer.stepFinished = [this](const ComparisonRun& run, const StepResult&) {
      ++stepsDone_;
      losses_.clear();  // the run holds them
      context_.deliver([told = news_.stepFinished, run] { told(run); });
      tellProgress(0);
    };
    observer.runFinished = [this](const Comparison& soFar) {
      Comparison measured = soFar;
      measured.speedups = speedups_;
      context_.deliver(
          [told = news_.runFinished, copy = std::make_shared<const Comparison>(std::move(measured))] { told(copy); });
    };
    observer.observer.stage = [this](const StageProgress& progress) {
      tellLayer(progress.layer);
      tellProgress(share_);
    };
    observer.observer.batch = [this](const BatchProgress& progress) { batch(progress); };
    observer.observer.warning = [this](const std::string& text) { context_.warn(text); };
    return observer;
  }

 private:
  void batch(const BatchProgress& progress) {
    tellLayer(progress.layer);
    losses_.push_back(progress.record.total);
    const auto now = std::chrono::steady_clock::now();
    if (now - lastLosses_ >= lossInterval) {
      lastLosses_ = now;
      context_.deliver([told = news_.lossesArrived, losses = std::exchange(losses_, {})] { told(losses); });
    }
    tellProgress(double(progress.iteration) / std::max(1, progress.iterations));
  }

  void tellLayer(int layer) {
    if (layer == layer_) return;
    layer_ = layer;
    share_ = 0;
    context_.deliver([told = news_.stepStarted, layer] { told(layer); });
  }

  void tellProgress(double share) {
    share_ = share;
    context_.progress(int((stepsDone_ + share) * partsOfStep), steps_ * partsOfStep);
  }

  JobContext& context_;
  const CompareNews& news_;
  int stepsPerRun_, steps_, stepsDone_ = 0, layer_ = -1;
  double share_ = 0;  ///< of the step in work
  std::vector<double> speedups_;
  std::vector<float> losses_;
  std::chrono::steady_clock::time_point lastLosses_;
};

}  // namespace

void runComparison(JobContext& context, const CompareRequest& request, const CompareNews& news) {
  setComputeThreads(request.session.recipe.threads);
  Teller teller(context, request, news);
  compareStrategies(request.session, request.data, request.strategies, request.seeds, teller.observer(),
                    context.stop());
}

}  // namespace zipper
