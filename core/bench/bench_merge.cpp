// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/bench/bench_merge.h"

#include <ATen/Parallel.h>

#include <algorithm>
#include <chrono>
#include <map>

#include "core/bench/bench_work.h"
#include "core/bench/merge_pairs.h"
#include "core/session/session_file.h"
#include "core/support/error.h"
#include "core/support/temporary_folder.h"
#include "core/zippering/open_tasks.h"

namespace zipper {

namespace {

/// Adds the seconds of its life.
class Stopwatch {
 public:
  explicit Stopwatch(double& seconds) : seconds_(seconds) {}
  ~Stopwatch() { seconds_ += std::chrono::duration<double>(Clock::now() - start_).count(); }
  Stopwatch(const Stopwatch&) = delete;
  Stopwatch& operator=(const Stopwatch&) = delete;

 private:
  using Clock = std::chrono::steady_clock;
  double& seconds_;
  Clock::time_point start_ = Clock::now();
};

struct MergeSeconds {
  double loading = 0, saving = 0, whole = 0;
  PartSeconds parts;
};

/// One of mergeNames(), ready to be done.
struct BenchMerge {
  std::string key, title;
  std::shared_ptr<const MergePair> pair;
  Recipe recipe;
  std::vector<MergeSeconds> times = {};  ///< of each repetition
};

bool isOfSample(const std::string& name) { return name.rfind("sample/", 0) == 0; }
bool isTrained(const std::string& name) { return name.find("/fast") != std::string::npos; }

std::vector<std::string> wantedMerges(const MergeBench& options) {
  std::vector<std::string> wanted;
  for (const std::string& name : mergeNames())
    if (options.merges.empty() || std::count(options.merges.begin(), options.merges.end(), name) > 0)
      wanted.push_back(name);
  return wanted;
}

Recipe recipeOf(const MergePair& pair, const BenchOptions& bench, bool trained) {
  const MergeBench& options = bench.merge;
  Recipe recipe = presetRecipe("fast", pair.layers);
  recipe.sources = pair.sources;
  recipe.threads = at::get_num_threads();
  recipe.device = toString(bench.device);
  CalibrationSettings& calibration = recipe.defaults.calibration;
  if (pair.batchSize > 0) calibration.batchSize = pair.batchSize;
  const int fineTuning = options.fineTuning.value_or(recipe.steps.back().settings.calibration.iterations);
  calibration.iterations = trained ? options.iterations.value_or(calibration.iterations) : 0;
  planSteps(recipe, parseLayers(options.layers, pair.layers), trained ? fineTuning : 0);
  settlePlan(recipe, pair.layers);
  return recipe;
}

std::vector<BenchMerge> mergesOf(const BenchOptions& options, const Work& work) {
  std::map<bool, std::shared_ptr<const MergePair>> pairs;
  std::vector<BenchMerge> merges;
  for (const std::string& name : wantedMerges(options.merge)) {
    work.stop.throwIfStopped();
    auto& pair = pairs[isOfSample(name)];
    if (!pair)
      pair =
          std::make_shared<const MergePair>(isOfSample(name) ? samplePair(options.merge.sample) : randomPair(options));
    const bool trained = isTrained(name);
    merges.push_back(
        {name, pair->title + (trained ? ", preset fast" : ", untrained"), pair, recipeOf(*pair, options, trained)});
  }
  return merges;
}

Session openedSession(const BenchMerge& merge, std::vector<TaskData>& data, MergeSeconds& seconds, const Work& work) {
  const Stopwatch loading(seconds.loading);
  data = imagesOfPair(*merge.pair, merge.recipe, work);
  return openTasks(merge.recipe, data, {}, work).session;
}

void scoreTeachers(Session& session, const std::vector<TaskData>& data, MergeSeconds& seconds, const Work& work) {
  const Stopwatch scores(seconds.parts[StepPart::Scores]);
  session.teacherScores = evaluateTeachers(session, data, {}, work);
}

/// As `zipper merge` does it. `told`: after the teachers' scores and after each step.
void mergeOnce(const BenchMerge& merge, MergeSeconds& seconds, const std::function<void()>& told, const Work& work) {
  const TemporaryFolder folder;
  const Stopwatch whole(seconds.whole);
  const auto finished = [&](const Session& session) {
    {
      const Stopwatch saving(seconds.saving);
      saveSession(folder.path() / "bench.zipper", session);
    }
    told();
  };
  std::vector<TaskData> data;
  Session session = openedSession(merge, data, seconds, work);
  scoreTeachers(session, data, seconds, work);
  finished(session);
  runSteps(session, remainingSteps(session), data, {}, {}, finished, work);
  for (const auto& step : session.steps)
    for (const StepPart part : stepParts) seconds.parts[part] += step->partSeconds[part];
}

MergePartTime partTime(const std::string& part, const std::vector<MergeSeconds>& times,
                       const std::function<double(const MergeSeconds&)>& pick) {
  std::vector<double> values;
  for (const MergeSeconds& each : times) values.push_back(pick(each));
  std::sort(values.begin(), values.end());
  const std::size_t half = values.size() / 2;
  const double median = values.size() % 2 == 1 ? values[half] : (values[half - 1] + values[half]) / 2;
  return {part, median, values.front()};
}

MergeMeasurement measurementOf(const BenchMerge& merge) {
  MergeMeasurement measurement{merge.key, merge.title, {}};
  const auto add = [&](const std::string& part, const std::function<double(const MergeSeconds&)>& pick) {
    measurement.parts.push_back(partTime(part, merge.times, pick));
  };
  add("loading", [](const MergeSeconds& each) { return each.loading; });
  for (const StepPart part : stepParts)
    add(toString(part), [part](const MergeSeconds& each) { return each.parts[part]; });
  add("saving", [](const MergeSeconds& each) { return each.saving; });
  add("other", [](const MergeSeconds& each) {
    return std::max(0.0, each.whole - each.loading - each.parts.sum() - each.saving);
  });
  add("whole", [](const MergeSeconds& each) { return each.whole; });
  return measurement;
}

}  // namespace

std::vector<std::string> mergeNames() { return {"sample/fast", "sample/untrained", "random/fast", "random/untrained"}; }

void validateMerges(const BenchOptions& options) {
  const std::vector<std::string> names = mergeNames();
  if (options.merge.repetitions < 1)
    fail("bench: ", options.merge.repetitions, " repetitions of merges, at least 1 expected");
  for (const std::string& name : options.merge.merges)
    if (std::find(names.begin(), names.end(), name) == names.end())
      fail("bench: there is no merge called '", name, "'");
  for (const std::string& name : wantedMerges(options.merge))
    if (isOfSample(name) && options.merge.sample.empty()) fail("bench: ", name, " needs the folder of the sample");
}

std::vector<MergeMeasurement> measureMerges(const BenchOptions& options, const Work& work) {
  validateMerges(options);
  std::vector<BenchMerge> merges = mergesOf(options, work);
  const Work silent{work.stop};
  int done = 0, total = 0;
  for (const BenchMerge& merge : merges) total += options.merge.repetitions * (1 + int(merge.recipe.steps.size()));
  const auto told = [&] { work.tell(++done, total); };
  work.tell(done, total);
  for (int round = 0; round < options.merge.repetitions; ++round) {
    for (BenchMerge& merge : merges) mergeOnce(merge, merge.times.emplace_back(), told, silent);
    std::rotate(merges.begin(), merges.begin() + 1, merges.end());
  }
  std::vector<MergeMeasurement> measurements;
  for (const std::string& name : wantedMerges(options.merge))
    for (const BenchMerge& merge : merges)
      if (merge.key == name) measurements.push_back(measurementOf(merge));
  return measurements;
}

}  // namespace zipper
