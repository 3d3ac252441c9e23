// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <vector>

#include "core/bench/bench_options.h"
#include "core/bench/measurement.h"
#include "core/network/merged_network.h"
#include "core/support/libtorch.h"

namespace zipper {

/// A thing to be measured, and what its measurement is called.
struct BenchWork {
  Measurement measurement;  ///< without its time
  TimedWork work;           ///< owns what it works on
};
using BenchWorks = std::vector<BenchWork>;

/// Layers 0 ... depth are shared whole where a trunk is measured.
inline constexpr int benchTrunk = 11;
inline constexpr int benchTasks = 2;

/// Each appends the things of one of benchNames().
void addCalibration(const BenchOptions& options, BenchWorks& works);
void addStatistics(const BenchOptions& options, BenchWorks& works);
void addLeastSquares(const BenchOptions& options, BenchWorks& works);
void addAssignment(const BenchOptions& options, BenchWorks& works);
void addLoading(const BenchOptions& options, BenchWorks& works);
void addInference(const BenchOptions& options, BenchWorks& works);
void addOnnx(const BenchOptions& options, BenchWorks& works);
void addSession(const BenchOptions& options, BenchWorks& works);

/// 3 channels, 10 classes, ReLU6, pad-1; a V3 with the hidden layer and activations that it is published with.
MobileNetSpec benchSpec(const BenchOptions& options);
/// One for each task, in evaluation mode.
std::vector<MobileNet> randomTeachers(const BenchOptions& options);
/// All layers merged, BN shared; a trunk of that depth, 0: none. In evaluation mode.
MergedNetwork randomMerged(const BenchOptions& options, int trunk = 0);
/// Noise, [count,3,H,W] per task, channels last: the time of a convolution doesn't depend on what it sees.
std::vector<torch::Tensor> randomImages(const BenchOptions& options, int count);

/// "inference_ms" or "inference_batch_ms", and " of 1 image" or " of 8 images": the batches that inference is measured
/// with, without repetition.
struct BenchBatch {
  int images;
  std::string key, title;
};
std::vector<BenchBatch> inferenceBatches(const BenchOptions& options);

}  // namespace zipper
