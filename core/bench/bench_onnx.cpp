// SPDX-License-Identifier: GPL-3.0-or-later

#include <ATen/Parallel.h>

#include <memory>
#include <opencv2/core.hpp>

#include "core/bench/bench_work.h"
#include "core/exports/onnx_run.h"
#include "core/exports/onnx_writer.h"
#include "core/network/task_names.h"
#include "core/support/error.h"
#include "core/support/files.h"
#include "core/support/temporary_folder.h"

namespace fs = std::filesystem;

namespace zipper {

namespace {

using Runners = std::vector<std::shared_ptr<OnnxRunner>>;

void writeAll(const BenchOptions& options, const fs::path& folder) {
  std::vector<MobileNet> teachers = randomTeachers(options);
  for (int t = 0; t < benchTasks; ++t) writeTaskOnnx(folder / (taskName(t) + ".onnx"), teachers[std::size_t(t)], {});
  MergedNetwork merged = randomMerged(options), trunk = randomMerged(options, benchTrunk);
  writeMergedOnnx(folder / "merged.onnx", merged, {});
  writeMergedOnnx(folder / "trunk.onnx", trunk, {});
}

/// As many threads for OpenCV as LibTorch has, started before the time counts. Otherwise OpenCV has none of its own:
/// see setComputeThreads().
void startThreads() {
  cv::setNumThreads(at::get_num_threads());
  cv::parallel_for_({0, at::get_num_threads()}, [](const cv::Range&) {});
}

void addBatch(const BenchBatch& batch, const fs::path& folder, const std::vector<torch::Tensor>& images,
              BenchWorks& works) {
  const auto add = [&](const char* key, const std::string& title, std::function<void()> work) {
    works.push_back({{concat(batch.key, "/opencv_onnx/", key),
                      concat("inference, ", batch.title, ": ", title, ", ONNX in OpenCV"),
                      {},
                      benchTasks * batch.images},
                     {std::move(work), startThreads}});
  };
  const auto load = [&](const std::string& name) { return std::make_shared<OnnxRunner>(folder / name); };
  add("separate", "separate", [images, a = load("a.onnx"), b = load("b.onnx")] {
    a->run({images[0]});
    b->run({images[1]});
  });
  add("merged", "merged", [images, merged = load("merged.onnx")] { merged->run(images); });
  add("trunk", concat("trunk to layer ", benchTrunk),
      [images, trunk = load("trunk.onnx")] { trunk->run({images[0]}); });
}

}  // namespace

void addOnnx(const BenchOptions& options, BenchWorks& works) {
  const TemporaryFolder temporary;
  const fs::path folder = options.onnxFolder.empty() ? temporary.path() : options.onnxFolder;
  createFolder(folder);
  writeAll(options, folder);
  for (const BenchBatch& batch : inferenceBatches(options)) {
    // Contiguous already, as OpenCV wants them.
    std::vector<torch::Tensor> images;
    for (const torch::Tensor& each : randomImages(options, batch.images)) images.push_back(each.contiguous());
    addBatch(batch, folder, images, works);
  }
}

}  // namespace zipper
