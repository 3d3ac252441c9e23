// SPDX-License-Identifier: GPL-3.0-or-later

#include <memory>
#include <opencv2/imgcodecs.hpp>

#include "core/bench/bench_work.h"
#include "core/bench/memory_images.h"
#include "core/data/batch_loader.h"
#include "core/support/error.h"
#include "core/support/files.h"
#include "core/support/temporary_folder.h"
#include "core/training/statistics.h"

namespace zipper {

namespace {

constexpr int statisticsBatches = 4;
constexpr int jpegFiles = 64;

struct Statistics {
  explicit Statistics(const BenchOptions& options)
      : network(randomMerged(options)), images(statisticsBatches * options.batch), batch(options.batch) {
    const MobileNetSpec spec = benchSpec(options);
    for (int t = 0; t < benchTasks; ++t)
      datasets.push_back(std::make_shared<MemoryImages>(images, spec.inputSize, spec.classes, std::uint64_t(t)));
  }
  void pass() { reestimateStatistics(network, {datasets, images, batch, 1}); }

  MergedNetwork network;
  std::vector<DatasetPtr> datasets;
  int images, batch;
};

/// A folder of JPEG files, somewhat larger than the network's input, so that they are resized as photographs are.
struct JpegFolder {
  explicit JpegFolder(const MobileNetSpec& spec) {
    const int side = spec.inputSize + spec.inputSize / 7;
    for (int i = 0; i < jpegFiles; ++i) {
      const auto folder = temporary.path() / "train" / concat(i % spec.classes);
      createFolder(folder);
      if (!cv::imwrite((folder / concat(i, ".jpg")).string(), randomPicture(side, std::uint64_t(i))))
        fail(folder.string(), ": JPEG files can't be written");
    }
    OpenOptions options;
    options.cacheBytes = 0;  // decoded in every pass
    dataset = openDataset(temporary.path().string(), options);
  }
  TemporaryFolder temporary;
  DatasetPtr dataset;
};

void loadAll(const DatasetPtr& dataset, const MobileNetSpec& spec, int batch) {
  LoaderOptions options;
  options.batchSize = batch;
  options.shuffle = true;
  BatchLoader loader(dataset, spec, options);
  while (loader.next()) {
  }
}

}  // namespace

void addStatistics(const BenchOptions& options, BenchWorks& works) {
  const auto statistics = std::make_shared<Statistics>(options);
  works.push_back({{"statistics_pass_ms", "BN statistics pass", {}, benchTasks * statistics->images},
                   {[statistics] { statistics->pass(); }}});
}

void addLoading(const BenchOptions& options, BenchWorks& works) {
  const MobileNetSpec spec = benchSpec(options);
  const auto folder = std::make_shared<JpegFolder>(spec);
  works.push_back({{"loading_ms", "loading JPEG files, one thread", {}, int(folder->dataset->size())},
                   {[folder, spec, batch = options.batch] { loadAll(folder->dataset, spec, batch); }}});
}

}  // namespace zipper
