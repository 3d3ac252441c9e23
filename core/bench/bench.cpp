// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/bench/bench.h"

#include <ATen/Parallel.h>
#include <torch/version.h>

#include <algorithm>
#include <opencv2/core.hpp>

#include "core/bench/bench_merge.h"
#include "core/bench/bench_work.h"
#include "core/network/memory_need.h"
#include "core/support/error.h"

namespace zipper {

namespace {

struct Part {
  const char* name;
  void (*add)(const BenchOptions& options, BenchWorks& works);
  bool isOnCards = false;  ///< whether it can be measured on one
};

constexpr Part parts[] = {{"calibration", addCalibration, true},
                          {"statistics", addStatistics},
                          {"least-squares", addLeastSquares},
                          {"assignment", addAssignment},
                          {"loading", addLoading},
                          {"inference", addInference},
                          {"onnx", addOnnx},
                          {"session", addSession}};

/// Not a part of everything.
constexpr const char* mergeName = "merge";

constexpr int largestBatch = 4096;

bool isNamed(const BenchOptions& options, const char* name) {
  return std::find(options.only.begin(), options.only.end(), name) != options.only.end();
}

void validate(const BenchOptions& options) {
  validate(benchSpec(options));
  if (options.batch < 2 || options.batch > largestBatch)
    fail("bench: batch of ", options.batch, " images, 2 to ", largestBatch, " expected");
  checkMemory("bench: a batch of " + imagesText(benchSpec(options), options.batch),
              inferenceBytes(benchSpec(options), options.batch));
  const auto names = benchNames();
  for (const std::string& name : options.only)
    if (std::find(names.begin(), names.end(), name) == names.end()) fail("bench: there is nothing called '", name, "'");
  requireDevice(options.device);
  for (const Part& part : parts)
    if (options.device.isCard() && !part.isOnCards && isNamed(options, part.name))
      fail("bench: ", part.name, " is measured on the processor only; on a card calibration and merge are");
  if (isNamed(options, mergeName)) validateMerges(options);
}

/// They are started by what is measured in OpenCV.
void stopOpenCvThreads() { cv::setNumThreads(0); }

bool isWanted(const BenchOptions& options, const Part& part) {
  if (!options.only.empty()) return isNamed(options, part.name);
  return part.isOnCards || !options.device.isCard();
}

}  // namespace

std::vector<std::string> benchNames() {
  std::vector<std::string> names;
  for (const Part& part : parts) names.emplace_back(part.name);
  names.emplace_back(mergeName);
  return names;
}

BenchResult runBench(const BenchOptions& options, const Work& work) {
  validate(options);
  BenchResult result{{}, {}, at::get_num_threads(), TORCH_VERSION};
  if (isNamed(options, mergeName)) result.merges = measureMerges(options, work);
  BenchWorks works;
  for (const Part& part : parts) {
    work.stop.throwIfStopped();
    if (isWanted(options, part)) part.add(options, works);
  }
  std::vector<TimedWork> timed;
  for (const BenchWork& each : works) {
    timed.push_back(each.work);
    if (!timed.back().prepare) timed.back().prepare = stopOpenCvThreads;
  }
  TimingOptions timing;
  timing.repetitions = options.repetitions;
  const std::vector<Timing> times = timeInTurns(timed, timing, work);
  stopOpenCvThreads();
  for (std::size_t i = 0; i < works.size(); ++i) {
    result.measurements.push_back(works[i].measurement);
    result.measurements.back().time = times[i];
  }
  return result;
}

}  // namespace zipper
