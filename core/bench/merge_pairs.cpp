// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/bench/merge_pairs.h"

#include <algorithm>

#include "core/bench/bench_work.h"
#include "core/bench/memory_images.h"
#include "core/models/model_file.h"
#include "core/network/task_names.h"
#include "core/support/error.h"
#include "core/training/statistics.h"
#include "core/zippering/open_tasks.h"

namespace zipper {

namespace {

constexpr int trainingImages = 2048;  ///< as many as any step of the preset looks at
constexpr int testImages = 512;
constexpr std::int64_t pictureBytes = std::int64_t(64) << 20;  ///< of each task

/// Fewer pictures where they are large: how long they take doesn't depend on what they show.
int picturesOf(const MobileNetSpec& spec) {
  const std::int64_t bytes = std::int64_t(3) * spec.inputSize * spec.inputSize;
  return int(std::clamp<std::int64_t>(pictureBytes / bytes, 8, 256));
}

TaskData randomData(const MobileNetSpec& spec, int task) {
  const auto images = [&](int count, int stream) {
    const std::uint64_t seed = 2 * std::uint64_t(task) + std::uint64_t(stream);
    return std::make_shared<MemoryImages>(count, spec.inputSize, spec.classes, seed, picturesOf(spec));
  };
  return {images(trainingImages, 0), images(testImages, 1)};
}

/// So that what layers put out neither vanishes nor grows.
MergedNetwork fittedTeachers(const BenchOptions& options, const std::vector<TaskData>& data) {
  MergedNetwork network(randomTeachers(options), BnPolicy::PerTask);
  std::vector<DatasetPtr> images;
  for (const TaskData& task : data) images.push_back(task.train);
  reestimateStatistics(network, {images, 256, options.batch, 1});
  network.train(false);
  return network;
}

TaskSource sourceFrom(const std::filesystem::path& model, const std::string& data) {
  TaskSource source;
  source.model = model.string();
  source.data = data;
  return source;
}

}  // namespace

MergePair samplePair(const std::filesystem::path& folder) {
  MergePair pair;
  pair.title = "sample pair";
  for (const char* name : {"fashion", "digits"})
    pair.sources.push_back(sourceFrom(folder / (std::string(name) + ".safetensors"), (folder / name).string()));
  pair.layers = layersOf(loadModel(pair.sources.front().model).network->spec());
  return pair;
}

MergePair randomPair(const BenchOptions& options) {
  const MobileNetSpec spec = benchSpec(options);
  MergePair pair;
  pair.title = "random networks";
  pair.layers = layersOf(spec);
  pair.batchSize = options.batch;
  pair.folder = std::make_shared<TemporaryFolder>();
  for (int t = 0; t < benchTasks; ++t) pair.images.push_back(randomData(spec, t));
  MergedNetwork teachers = fittedTeachers(options, pair.images);
  for (int t = 0; t < benchTasks; ++t) {
    const auto file = pair.folder->path() / (taskName(t) + ".safetensors");
    saveModel(file, teachers.task(t));
    pair.sources.push_back(sourceFrom(file, "random images"));
  }
  return pair;
}

std::vector<TaskData> imagesOfPair(const MergePair& pair, const Recipe& recipe, const Work& work) {
  if (!pair.images.empty()) return pair.images;
  TaskDataSets sets = openDataSets(recipe, TaskImages::TrainingAndTest, work);
  for (const MissingData& gone : sets.missing) fail("bench: task ", taskName(gone.task), ": ", gone.reason);
  return std::move(sets.data);
}

}  // namespace zipper
