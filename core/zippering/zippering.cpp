// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/zippering/zippering.h"

#include <algorithm>
#include <optional>
#include <utility>

#include "core/data/fingerprint.h"
#include "core/data/relabelled_dataset.h"
#include "core/kernels/gemm.h"
#include "core/merging/alignment.h"
#include "core/merging/head_fit.h"
#include "core/merging/merge_layer.h"
#include "core/network/compatibility.h"
#include "core/network/identical_layers.h"
#include "core/network/task_names.h"
#include "core/session/network_values.h"
#include "core/session/session_network.h"
#include "core/support/compute_threads.h"
#include "core/support/random.h"
#include "core/training/calibration.h"
#include "core/training/evaluation.h"
#include "core/training/image_sample.h"
#include "core/training/network_device.h"
#include "core/training/state_selection.h"
#include "core/training/statistics.h"
#include "core/training/task_work.h"
#include "core/training/unfolded_norms.h"
#include "core/training/validation_split.h"
#include "core/zippering/agreement.h"
#include "core/zippering/step_memory.h"

namespace zipper {

namespace {

/// The same work, whose progress is that of a stage; `clock` tells which part of it.
Work stageOf(const Work& work, const Observer& observer, Stage stage, std::optional<StepTarget> target,
             const PartClock* clock = nullptr) {
  Work own = work;
  own.progress = [&observer, stage, target, clock](int done, int total) {
    if (observer.stage)
      observer.stage({stage, target, done, total, clock != nullptr ? clock->current() : std::nullopt});
  };
  return own;
}

Scores evaluateTasks(const ComputeDevice& device, MergedNetwork& network, const std::vector<TaskData>& data,
                     StepTarget target, const Observer& observer, const Work& work) {
  const int tasks = network.taskCount();
  Scores scores(static_cast<std::size_t>(tasks));
  forTasks(tasks, asPasses(stageOf(work, observer, Stage::Evaluating, target), tasks), device,
           [&](int t, const Work& own) {
             scores[std::size_t(t)] = evaluate(device, network.task(t), data[std::size_t(t)].test, own);
           });
  return scores;
}

/// What the session's recipe is computed on.
ComputeDevice deviceOf(const Session& session) { return computeDeviceFromString(session.recipe.device); }

/// The losses are looked at before each update; what the last update and the statistics made of the network is looked
/// at here.
void throwIfNotFinite(MergedNetwork& network, StepTarget target) {
  for (const auto& [key, tensor] : network.state())
    if (!torch::isfinite(tensor).all().item<bool>())
      throw Diverged(concat(titleOfStep(target), ": calibration diverged: after the last iteration ", key,
                            " holds values that aren't finite; lower the learning rate"));
}

/// What a step trains on, and what it leaves alone to choose by (as `test`; null without validation images).
struct StepData {
  std::vector<DatasetPtr> trainingSets;
  std::vector<TaskData> validation;
};

/// The validation images that a data set brings along, or as many of its training images.
SplitDatasets validationParts(const TaskData& data, int images, std::uint64_t seed) {
  if (data.validation) return {data.train, imageSample(data.validation, images, seed)};
  return holdOut(data.train, images, seed);
}

/// The seed is the recipe's own, so that all steps leave the same images alone.
StepData splitData(const std::vector<TaskData>& data, int validationImages, std::uint64_t seed) {
  StepData result;
  for (std::size_t t = 0; t < data.size(); ++t) {
    SplitDatasets parts{data[t].train, nullptr};
    try {
      if (validationImages > 0) parts = validationParts(data[t], validationImages, mixSeed({seed, t}));
    } catch (const Error& error) {
      fail("task ", taskName(int(t)), ": ", error.what());
    }
    result.trainingSets.push_back(parts.first);
    result.validation.push_back({nullptr, parts.second});
  }
  return result;
}

void checkTrunk(const std::vector<MobileNetSpec>& specs, int depth) {
  const std::string reason = depth > 0 ? whyNoTrunk(specs) : "";
  if (!reason.empty()) throw Error(reason);
}

/// Said before anything is computed, for a trunk that is there already or comes with the step.
void checkPrecision(const StepPlan& plan, int trunk, const ComputeDevice& device) {
  const CalibrationSettings& calibration = plan.settings.calibration;
  if (calibration.precision == Precision::Float32 || calibration.iterations == 0) return;
  if (std::max(trunk, plan.settings.trunk) > 0)
    fail("precision: bfloat16 found, float32 expected: a network with a trunk is calibrated in float32");
  if (device.isCard()) fail("precision: bfloat16 found, float32 expected: a card calibrates in float32");
  if (!hasBFloat16())
    fail(
        "precision: bfloat16 found, float32 expected: this processor has no instructions for bfloat16 (AVX-512 BF16 "
        "or AMX)");
}

/// Tasks without images, where the plan needs some.
void requireImages(const Recipe& recipe, const std::vector<TaskData>& data) {
  for (std::size_t t = 0; t < data.size(); ++t)
    if (!data[t].train && needsAnyImages(recipe))
      fail("task ", taskName(int(t)), " has no images, but the plan needs some of each task; only what is the same in ",
           "all networks can be merged without (preset exact)");
}

/// Images that a step needs are there; of those that it trains on, every class has an output.
void checkTrainingImages(const StepPlan& plan, const std::vector<TaskData>& data) {
  Recipe alone;
  alone.steps = {plan};
  requireImages(alone, data);
  if (!needsLabels(alone)) return;
  for (std::size_t t = 0; t < data.size(); ++t)
    if (const std::string why = whyNotTrainable(*data[t].train); !why.empty())
      fail("task ", taskName(int(t)), ": ", why);
}

IdenticalLayers identicalLayersOf(const std::vector<Teacher>& teachers) {
  std::vector<MobileNet> networks;
  for (const Teacher& teacher : teachers) networks.push_back(teacherNetwork(teacher));
  return identicalLayers(networks);
}

/// With the preset for what is the same in all networks, nothing else is merged, however it came into the plan.
void checkExact(const std::vector<StepPlan>& plans, const IdenticalLayers& same) {
  for (const StepPlan& plan : plans) {
    if (!plan.target.mergesLayer()) continue;
    if (plan.target.layerNumber() > same.depth)
      fail("layer ", plan.target.layerNumber(), " isn't the same in all networks (", same.difference,
           "), so that the preset exact can't merge it; choose another preset");
    if (plan.settings.start.initialization != Initialization::FromA || plan.settings.start.alignment != Alignment::None)
      fail("the preset exact shares weights as they are: initialization ", toString(plan.settings.start.initialization),
           " and alignment ", toString(plan.settings.start.alignment), " found, a and none expected");
  }
}

/// What is the same in all networks, as the preset for it has it.
void settleExact(Recipe& recipe, const std::vector<Teacher>& teachers) {
  if (recipe.preset != exactPreset) return;
  const IdenticalLayers same = identicalLayersOf(teachers);
  if (same.depth == 0)
    fail("the preset exact merges what is the same in all networks, but not even their first layers are (",
         same.difference, "); choose the preset fast");
  settleExactPlan(recipe, same.depth);
  checkExact(recipe.steps, same);
}

/// Scores of a sample are never found where those of whole test sets are looked for.
void setSamplesApart(StepResult& step) {
  if (areOfSample(step.initialized)) step.sampleInitialized = std::exchange(step.initialized, {});
  if (areOfSample(step.calibrated)) step.sampleCalibrated = std::exchange(step.calibrated, {});
}

/// What one step needs besides the session: seeds and the merged network that it works on.
class Step {
 public:
  /// Throws Error if the step asks for a trunk that the tasks can't have.
  Step(const Session& session, const StepPlan& plan, const std::vector<TaskData>& data, const RunOptions& options,
       const Observer& observer, const Work& work)
      : session_(session),
        plan_(plan),
        data_(data),
        device_(deviceOf(session)),
        memory_(options.memory ? options.memory : makeStepMemory(session.taskCount())),
        evaluates_(options.evaluate),
        clock_(observer, work),
        network_(networkAt(session, session.current)),
        split_(splitData(data, plan.settings.validationImages, session.recipe.seed)),
        seed_(mixSeed({session.recipe.seed, session.path().size(), std::uint64_t(targetNumber(plan.target))})) {
    checkTrunk(session.specs(), plan.settings.trunk);
    checkBatchDivides(plan, work.group);
    checkPrecision(plan, network_.trunk(), device_);
    checkTrainingImages(plan, data);
    for (int t = 0; t < session.taskCount(); ++t) teachers_.push_back(alignedTeacher(session, session.current, t));
    if (plan.settings.reestimateStatistics || plan.settings.calibration.iterations > 0) unfoldAll();
  }

  StepResult run() {
    const double start = clock_.seconds();
    const bool calibrated = plan_.settings.calibration.iterations > 0;
    StepResult result;
    result.parent = session_.current;
    result.plan = plan_;
    result.mergedLayers = session_.mergedLayers();
    if (plan_.target.mergesLayer()) {
      stageOf(work_, observer_, Stage::Initializing, plan_.target, parts_.get()).tell(0, 0);
      result.channelMatches = mergeLayer(network_, teachers_, plan_.target.layerNumber(), mergeInput());
      result.mergedLayers.push_back(plan_.target.layerNumber());
      estimateStatistics(network_, 2);
      if (plan_.settings.start.fitHeads) fitHeadsOfTasks();
      result.initialized = evaluateAll();
      if (calibrated && areOfSample(result.initialized)) result.initializedValues = valuesOf(network_);
      result.initializedSeconds = clock_.seconds() - start;
    } else if (extendTrunk(network_, teachers_, mergeInput())) {
      estimateStatistics(network_, 2);
    }
    result.trunk = network_.trunk();
    work_.throwIfStopped();
    if (calibrated && plan_.target.isFineTuning() && plan_.settings.validationImages > 0) {
      finetune(result);
    } else {
      result.curve = calibrateNetwork(observer_, result.calibrationSeconds);
      if (calibrated) estimateStatistics(network_, 4);
    }
    throwIfNotFinite(network_, plan_.target);
    checkSameWeights(network_, plan_.target, work_.group);
    result.calibrated = calibrated ? evaluateAll() : result.initialized;
    setSamplesApart(result);
    result.values = valuesOf(network_);
    result.partSeconds = parts_->seconds();
    result.seconds = clock_.seconds() - start;
    return result;
  }

 private:
  MergeInput mergeInput() const {
    return {split_.trainingSets,
            plan_.settings,
            mixSeed({seed_, 1}),
            imageSeed(1),
            stageOf(work_, observer_, Stage::Initializing, plan_.target, parts_.get()),
            memory_->taps,
            parts_,
            device_};
  }

  /// Neither statistics nor calibration could begin with batch normalization that a file has folded. The teachers
  /// compute what they did.
  void unfoldAll() {
    for (std::size_t t = 0; t < teachers_.size(); ++t) {
      if (!split_.trainingSets[t] || !hasFoldedNorms(teachers_[t])) continue;
      teachers_[t] = cloneNetwork(unfoldedTeacher(t));
      alignLikeTeacher(session_, session_.current, int(t), teachers_[t]);
      copyUnfoldedNorms(teachers_[t], network_.task(int(t)));
    }
  }

  /// A pass over images that the steps before have done, if they remember.
  MobileNet& unfoldedTeacher(std::size_t task) {
    const Teacher& teacher = session_.teachers[task];
    const std::uint64_t seed = mixSeed({session_.recipe.seed, 5, task});
    const int count = std::min(unfoldingImages, plan_.settings.statisticsImages);
    const int heldOut = plan_.settings.validationImages;
    UnfoldedTeacher& known = memory_->unfolded[task];
    if (known.loaded == teacher.values && known.images == data_[task].train && known.seed == seed &&
        known.count == count && known.heldOut == heldOut)
      return known.network;
    MobileNet network = teacherNetwork(teacher);
    unfoldNorms(network, split_.trainingSets[task], count, seed, work_);
    known = {teacher.values, data_[task].train, seed, count, heldOut, network};
    return known.network;
  }

  /// Of the images that initialization or statistics draw: the same for all layers, or the step's own.
  std::uint64_t imageSeed(std::uint64_t stream) const {
    return mixSeed({plan_.settings.sameImages ? session_.recipe.seed : seed_, stream});
  }

  /// Where all steps look at the same images, to the teachers as they were loaded: what they put out is then known from
  /// one step to the next. Otherwise to those whose channels were permuted along, of which more is known in this step.
  void fitHeadsOfTasks() {
    std::vector<MobileNet> loaded;
    for (const Teacher& teacher : session_.teachers)
      if (plan_.settings.sameImages) loaded.push_back(teacherNetwork(teacher));
    parts_->during(StepPart::Heads, [&] {
      fitHeads(network_, loaded.empty() ? teachers_ : loaded, plan_.target.layerNumber(), mergeInput());
    });
  }

  std::vector<FoldedNetwork> foldedTeachers() {
    std::vector<FoldedNetwork> folded;
    for (MobileNet& teacher : teachers_) folded.push_back(foldedOn(device_, teacher));
    return folded;
  }

  Curve calibrateNetwork(const Observer& observer, double& seconds) {
    const double start = clock_.seconds();
    Curve curve = parts_->during(StepPart::Calibration, [&] {
      return calibrate(network_,
                       {foldedTeachers(), split_.trainingSets, plan_.settings.calibration, plan_.target,
                        mixSeed({seed_, 3}), device_},
                       observer, work_);
    });
    seconds = clock_.seconds() - start;
    return curve;
  }

  /// Calibrates and keeps the best of the states after every so many iterations, the first and the last included.
  /// Selecting changes nothing of the training: other intervals go through the same states.
  void finetune(StepResult& result) {
    StateSelection selection([this](MergedNetwork& state) { estimateStatistics(state, 4); },
                             [this](MergedNetwork& state) { return scoreHeldOut(state); });
    selection.consider(network_, 0);
    double validationSeconds = 0;
    Observer observer = observer_;
    observer.batch = [&](const BatchProgress& progress) {
      if (observer_.batch) observer_.batch(progress);
      if (progress.iteration % plan_.settings.validationInterval != 0 && progress.iteration != progress.iterations)
        return;
      const double start = clock_.seconds();
      selection.consider(network_, progress.iteration);
      validationSeconds += clock_.seconds() - start;
    };
    result.curve = calibrateNetwork(observer, result.calibrationSeconds);
    result.calibrationSeconds -= validationSeconds;
    throwIfNotFinite(network_, plan_.target);  // an earlier state doesn't hide that the training diverged
    addValidation(result.curve, selection.points());
    result.validation = selection.points();
    result.keptIteration = selection.bestIteration();
    network_.loadState(selection.bestState());
  }

  /// Each task on its held-out images; those that can't be read are told of once.
  Scores scoreHeldOut(MergedNetwork& state) {
    Work work = work_;
    if (toldOfUnreadable_) work.warning = {};
    toldOfUnreadable_ = true;
    return parts_->during(StepPart::Scores, [&] {
      return evaluateTasks(device_, state, split_.validation, plan_.target, observer_, work);
    });
  }

  void estimateStatistics(MergedNetwork& network, std::uint64_t stream) {
    if (!plan_.settings.reestimateStatistics) return;
    parts_->during(StepPart::Statistics, [&] {
      const StatisticsImages images{split_.trainingSets,
                                    plan_.settings.statisticsImages,
                                    plan_.settings.calibration.batchSize,
                                    imageSeed(stream),
                                    memory_->statistics,
                                    nextBegin(),
                                    device_};
      reestimateStatistics(network, images, stageOf(work_, observer_, Stage::Statistics, plan_.target));
    });
  }

  /// The layer behind which the next step's statistics can begin: it takes the same images, and nothing is trained
  /// after this one is merged; -1: none.
  int nextBegin() const {
    const StepSettings& settings = plan_.settings;
    const bool keeps = plan_.target.mergesLayer() && settings.sameImages && settings.calibration.iterations == 0;
    return keeps ? plan_.target.layerNumber() : -1;
  }

  Scores evaluateAll() {
    if (!evaluates_) return {};
    return parts_->during(StepPart::Scores,
                          [&] { return evaluateTasks(device_, network_, data_, plan_.target, observer_, work_); });
  }

  const Session& session_;
  const StepPlan& plan_;
  const std::vector<TaskData>& data_;
  ComputeDevice device_;
  std::shared_ptr<StepMemory> memory_;
  bool evaluates_;
  WorkClock clock_;
  const Observer& observer_ = clock_.observer();
  const Work& work_ = clock_.work();
  std::shared_ptr<PartClock> parts_ = std::make_shared<PartClock>([this] { return clock_.seconds(); });
  MergedNetwork network_;
  std::vector<MobileNet> teachers_;
  StepData split_;
  bool toldOfUnreadable_ = false;
  std::uint64_t seed_;
};

void checkData(const Teacher& teacher, const TaskData& data, int task, bool needsLabels) {
  const int outputs = teacher.spec.classes - teacher.spec.classOffset;
  if (teacher.spec.classes == 0)
    fail("model ", taskName(task), " (", teacher.source.path,
         ") has no head: nothing in it tells classes apart. Choose a file of the whole network (its name often lacks "
         "\"no_top\" or \"backbone\"), or train a head on your images ",
         howToTrainHead(teacher.source.path));
  if (!data.train) return;
  const std::string problem = whyNotTrainable(*data.train);
  const auto classes = int(data.train->classNames().size());
  if (needsLabels && !problem.empty()) fail("task ", taskName(task), ": ", problem);
  if (needsLabels && classes > outputs)
    fail("task ", taskName(task), ": ", tooManyClasses(std::size_t(classes), outputs, teacher.source.path));
}

bool haveSameWeights(const Teacher& one, const Teacher& other) {
  const NamedTensors &a = one.values->state, &b = other.values->state;
  return a.size() == b.size() && std::equal(a.begin(), a.end(), b.begin(), [](const auto& first, const auto& second) {
           return first.first == second.first && torch::equal(first.second, second.second);
         });
}

/// Tasks whose networks are those of earlier ones, as where one file was given twice.
std::vector<std::string> doubtsAboutTwins(const std::vector<Teacher>& teachers) {
  std::vector<std::string> doubts;
  for (std::size_t t = 1; t < teachers.size(); ++t)
    for (std::size_t earlier = 0; earlier < t; ++earlier)
      if (haveSameWeights(teachers[earlier], teachers[t])) {
        doubts.push_back(concat("the networks of tasks ", taskName(int(earlier)), " and ", taskName(int(t)),
                                " are the same, their heads too, so that one of them could do both; was another file "
                                "meant?"));
        break;
      }
  return doubts;
}

}  // namespace

std::vector<std::string> doubtsAbout(const Session& session, const std::vector<TaskData>& data) {
  std::vector<std::string> doubts = doubtsAboutTwins(session.teachers);
  for (std::size_t t = 0; t < session.teachers.size() && t < data.size(); ++t) {
    if (!data[t].train) continue;
    const std::string classes = doubtAboutClasses(session.teachers[t].spec, *data[t].train);
    if (!classes.empty()) doubts.push_back(concat("task ", taskName(int(t)), ": ", classes));
  }
  const int trunk = deepestTrunk(session.recipe), prefix = plannedTrunk(session.recipe);
  if (trunk > prefix)
    doubts.push_back(
        concat("the trunk was to reach layer ", trunk, ", but the plan doesn't merge layer ", prefix + 1,
               prefix == 0 ? std::string(": there will be none") : concat(": it will end at layer ", prefix)));
  return doubts;
}

std::string hintAtIdenticalLayers(const Session& session) {
  const int depth = identicalLayersOf(session.teachers).depth;
  if (depth == 0 || plannedTrunk(session.recipe) >= depth) return "";
  const std::string whole = depth == session.layers() ? ", all there are" : "";
  return concat("the networks are the same up to layer ", depth, whole,
                ", bit for bit: the preset exact shares so much as it is, without images and without training");
}

Session startSession(const Recipe& recipe, std::vector<Teacher> teachers, const std::vector<TaskData>& data) {
  Session session;
  session.recipe = recipe;
  session.teachers = std::move(teachers);
  const std::string reason = whyNotMergeable(session.specs());
  if (!reason.empty()) throw Error(reason);
  settleExact(session.recipe, session.teachers);
  settlePlan(session.recipe, session.layers());
  checkTrunk(session.specs(), deepestTrunk(session.recipe));
  requireImages(session.recipe, data);
  session.recipe.sources.resize(session.teachers.size());
  for (std::size_t t = 0; t < session.teachers.size(); ++t) {
    checkData(session.teachers[t], data.at(t), int(t), needsLabels(recipe));
    TaskSource& source = session.recipe.sources[t];
    source.model = session.teachers[t].source.path;
    source.modelSha256 = session.teachers[t].source.sha256;
    if (!data[t].train) continue;
    source.dataFingerprint = fingerprint(*data[t].train);
    source.validationFingerprint = data[t].validation ? fingerprint(*data[t].validation) : "";
  }
  return session;
}

Scores evaluateTeachers(const Session& session, const std::vector<TaskData>& data, const Observer& observer,
                        const Work& work) {
  const int tasks = session.taskCount();
  Scores scores(static_cast<std::size_t>(tasks));
  forTasks(tasks, asPasses(stageOf(work, observer, Stage::Evaluating, std::nullopt), tasks), deviceOf(session),
           [&](int t, const Work& own) {
             MobileNet network = teacherNetwork(session.teachers[std::size_t(t)]);
             scores[std::size_t(t)] = evaluate(deviceOf(session), network, data[std::size_t(t)].test, own);
           });
  return scores;
}

Scores evaluateStep(const Session& session, int step, const std::vector<TaskData>& data, const Observer& observer,
                    const Work& work) {
  MergedNetwork network = networkAt(session, step);
  return evaluateTasks(deviceOf(session), network, data, session.steps.at(std::size_t(step))->plan.target, observer,
                       work);
}

std::vector<TaskData> withScoringSamples(std::vector<TaskData> data, const FirstScored& first) {
  for (TaskData& task : data) task.test = scoringSample(task.test, first);
  return data;
}

StepResult scoredWhole(const Session& session, int step, const std::vector<TaskData>& data, const Observer& observer,
                       const Work& work) {
  StepResult result = *session.steps.at(std::size_t(step));
  if (result.calibrated.empty()) result.calibrated = evaluateStep(session, step, data, observer, work);
  result.sampleCalibrated.clear();
  if (result.sampleInitialized.empty()) return result;
  if (result.plan.settings.calibration.iterations == 0) {
    result.initialized = result.calibrated;
  } else if (result.initializedValues) {
    Session before = session;
    auto uncalibrated = std::make_shared<StepResult>(result);
    uncalibrated->values = result.initializedValues;
    before.steps.at(std::size_t(step)) = uncalibrated;
    result.initialized = evaluateStep(before, step, data, observer, work);
  }
  if (result.initialized.empty()) return result;
  result.sampleInitialized.clear();
  result.initializedValues.reset();
  return result;
}

std::shared_ptr<StepMemory> makeStepMemory(int tasks) { return std::make_shared<StepMemory>(tasks); }

StepResult runStep(const Session& session, const StepPlan& plan, const std::vector<TaskData>& data,
                   const RunOptions& options, const Observer& observer, const Work& work) {
  StepResult result;
  withNetworksOn(deviceOf(session), {},
                 [&](const torch::Device&) { result = Step(session, plan, data, options, observer, work).run(); });
  return result;
}

void checkSteps(const Session& session, const std::vector<StepPlan>& plans, const RunOptions& options,
                const ProcessGroupPtr& group) {
  const ComputeDevice device = deviceOf(session);
  requireDevice(device);
  if (device.isCard() && group)
    fail("several processes merge on the CPU together; start one, or choose the device cpu");
  if (session.recipe.preset == exactPreset) checkExact(plans, identicalLayersOf(session.teachers));
  std::vector<int> merged = session.mergedLayers();
  int trunk = session.trunk();
  for (const StepPlan& plan : plans) {
    checkBatchDivides(plan, group);
    checkPrecision(plan, trunk, device);
    if (plan.target.mergesLayer()) merged.push_back(plan.target.layerNumber());
    trunk = std::max(trunk, std::min(plan.settings.trunk, layersFromTheFirst(merged)));
  }
  checkSameSession(session, options.evaluate, group);
}

void runSteps(Session& session, const std::vector<StepPlan>& plans, const std::vector<TaskData>& data,
              const RunOptions& options, const Observer& observer, const StepFinished& finished, const Work& work) {
  checkSteps(session, plans, options, work.group);
  for (const StepPlan& plan : plans) checkTrainingImages(plan, data);
  RunOptions own = options;
  if (!own.memory) own.memory = makeStepMemory(session.taskCount());
  for (const StepPlan& plan : plans) {
    appendStep(session, runStep(session, plan, data, own, observer, work));
    if (finished) finished(session);
  }
}

}  // namespace zipper
