#include "core/zippering/zippering.h"

#include <chrono>

#include "core/support/compute_threads.h"
#include "core/support/random.h"
#include "core/zippering/alignment.h"
#include "core/zippering/calibration.h"
#include "core/zippering/evaluation.h"
#include "core/zippering/merge_layer.h"
#include "core/zippering/network_values.h"
#include "core/zippering/statistics.h"

namespace zipper {

namespace {

using Clock = std::chrono::steady_clock;

double secondsSince(Clock::time_point start) { return std::chrono::duration<double>(Clock::now() - start).count(); }

std::function<void(int, int)> stageReporter(const Observer& observer, Stage stage, int layer) {
  return [&observer, stage, layer](int done, int total) {
    if (observer.stage) observer.stage({stage, layer, done, total});
  };
}

Scores evaluateTasks(MergedNetwork& network, const std::vector<TaskData>& data, int layer, const Observer& observer,
                     const StopToken& stop) {
  Scores scores;
  for (int t = 0; t < network.taskCount(); ++t)
    scores.push_back(evaluate(FoldedNetwork(network.task(t)), data[std::size_t(t)].test, stop,
                              stageReporter(observer, Stage::Evaluating, layer), observer.warning));
  return scores;
}

/// The losses are looked at before each update; what the last update and the statistics made of the network is looked
/// at here.
void throwIfNotFinite(MergedNetwork& network, int layer) {
  for (const auto& [key, tensor] : network.state())
    if (!torch::isfinite(tensor).all().item<bool>())
      throw Diverged(concat(layer == 0 ? std::string("fine-tuning") : concat("layer ", layer),
                            ": calibration diverged: after the last iteration ", key,
                            " holds values that aren't finite; lower the learning rate"));
}

std::vector<DatasetPtr> trainingSets(const std::vector<TaskData>& data) {
  std::vector<DatasetPtr> sets;
  for (const TaskData& task : data) sets.push_back(task.train);
  return sets;
}

/// What one step needs besides the session: seeds and the merged network that it works on.
class Step {
 public:
  Step(const Session& session, const StepPlan& plan, const std::vector<TaskData>& data, const RunOptions& options,
       const Observer& observer, const StopToken& stop)
      : session_(session),
        plan_(plan),
        data_(data),
        options_(options),
        observer_(observer),
        stop_(stop),
        network_(networkAt(session, session.current)),
        seed_(mixSeed({session.recipe.seed, session.path().size(), std::uint64_t(plan.layer)})) {
    for (int t = 0; t < session.taskCount(); ++t) teachers_.push_back(alignedTeacher(session, session.current, t));
  }

  StepResult run() {
    const auto start = Clock::now();
    StepResult result;
    result.parent = session_.current;
    result.plan = plan_;
    result.mergedLayers = session_.mergedLayers();
    if (plan_.layer > 0) {
      stageReporter(observer_, Stage::Initializing, plan_.layer)(0, 0);
      result.channelMatches = mergeLayer(network_, teachers_, plan_.layer, mergeInput());
      result.mergedLayers.push_back(plan_.layer);
      estimateStatistics(2);
      result.initialized = evaluateAll();
    }
    stop_.throwIfStopped();
    const auto calibrationStart = Clock::now();
    result.curve = calibrate(network_, foldedTeachers(), trainingSets(data_), plan_.settings.calibration, plan_.layer,
                             mixSeed({seed_, 3}), observer_, stop_);
    result.calibrationSeconds = secondsSince(calibrationStart);
    const bool calibrated = plan_.settings.calibration.iterations > 0;
    if (calibrated) estimateStatistics(4);
    throwIfNotFinite(network_, plan_.layer);
    result.calibrated = calibrated ? evaluateAll() : result.initialized;
    result.values = valuesOf(network_);
    result.seconds = secondsSince(start);
    return result;
  }

 private:
  MergeInput mergeInput() const {
    return {trainingSets(data_),
            plan_.settings,
            mixSeed({seed_, 1}),
            stop_,
            stageReporter(observer_, Stage::Initializing, plan_.layer),
            observer_.warning};
  }

  std::vector<FoldedNetwork> foldedTeachers() { return std::vector<FoldedNetwork>(teachers_.begin(), teachers_.end()); }

  void estimateStatistics(std::uint64_t stream) {
    if (!plan_.settings.reestimateStatistics) return;
    reestimateStatistics(network_, trainingSets(data_), plan_.settings.statisticsImages,
                         plan_.settings.calibration.batchSize, mixSeed({seed_, stream}), stop_,
                         stageReporter(observer_, Stage::Statistics, plan_.layer));
  }

  Scores evaluateAll() {
    return options_.evaluate ? evaluateTasks(network_, data_, plan_.layer, observer_, stop_) : Scores{};
  }

  const Session& session_;
  const StepPlan& plan_;
  const std::vector<TaskData>& data_;
  const RunOptions& options_;
  const Observer& observer_;
  const StopToken& stop_;
  MergedNetwork network_;
  std::vector<MobileNet> teachers_;
  std::uint64_t seed_;
};

void checkData(const Teacher& teacher, const TaskData& data, int task) {
  const auto classes = int(data.train->classNames().size());
  const int outputs = teacher.spec.classes - teacher.spec.classOffset;
  if (teacher.spec.classes == 0)
    fail("model ", taskName(task), " (", teacher.source.path, ") has no head; train one with: zipper train --from ",
         teacher.source.path);
  if (classes > outputs)
    fail("task ", taskName(task), ": the data set has ", classes, " classes, the network's head only ", outputs,
         "; choose the data that the network was trained on, or train a new head with: zipper train --from");
}

}  // namespace

Session startSession(const Recipe& recipe, std::vector<Teacher> teachers, const std::vector<TaskData>& data) {
  Session session;
  session.recipe = recipe;
  validate(session.recipe);
  session.teachers = std::move(teachers);
  const std::string reason = whyNotMergeable(session.specs());
  if (!reason.empty()) throw Error(reason);
  session.recipe.sources.resize(session.teachers.size());
  for (std::size_t t = 0; t < session.teachers.size(); ++t) {
    checkData(session.teachers[t], data.at(t), int(t));
    TaskSource& source = session.recipe.sources[t];
    source.model = session.teachers[t].source.path;
    source.modelSha256 = session.teachers[t].source.sha256;
    source.dataFingerprint = fingerprint(*data[t].train);
  }
  return session;
}

Scores evaluateTeachers(const Session& session, const std::vector<TaskData>& data, const Observer& observer,
                        const StopToken& stop) {
  Scores scores;
  for (std::size_t t = 0; t < session.teachers.size(); ++t) {
    MobileNet network = teacherNetwork(session.teachers[t]);
    scores.push_back(evaluate(FoldedNetwork(network), data[t].test, stop, stageReporter(observer, Stage::Evaluating, 0),
                              observer.warning));
  }
  return scores;
}

Scores evaluateStep(const Session& session, int step, const std::vector<TaskData>& data, const Observer& observer,
                    const StopToken& stop) {
  MergedNetwork network = networkAt(session, step);
  return evaluateTasks(network, data, session.steps.at(std::size_t(step))->plan.layer, observer, stop);
}

StepResult runStep(const Session& session, const StepPlan& plan, const std::vector<TaskData>& data,
                   const RunOptions& options, const Observer& observer, const StopToken& stop) {
  return Step(session, plan, data, options, observer, stop).run();
}

void runRemaining(Session& session, const std::vector<TaskData>& data, const RunOptions& options,
                  const Observer& observer, const StopToken& stop, const StepFinished& finished) {
  for (const StepPlan& plan : remainingSteps(session)) {
    appendStep(session, runStep(session, plan, data, options, observer, stop));
    if (finished) finished(session);
  }
}

}  // namespace zipper
