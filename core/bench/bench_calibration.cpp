// SPDX-License-Identifier: GPL-3.0-or-later

#include <memory>

#include "core/bench/bench_work.h"
#include "core/kernels/gemm.h"
#include "core/training/calibration.h"
#include "core/training/network_device.h"

namespace zipper {

namespace {

/// Everything that a calibration step needs, and keeps changing.
struct Calibration {
  /// `cached`: the images have numbers, so that what the teachers put out for them is computed once only.
  Calibration(const BenchOptions& options, bool cached, Precision precision = Precision::Float32,
              UpdateOrder update = UpdateOrder::Alternate)
      : network(randomMerged(options)), settings(presetRecipe("paper").defaults.calibration) {
    const torch::Device place = torchDevice(options.device);
    settings.batchSize = options.batch;
    settings.precision = precision;
    settings.update = update;
    for (MobileNet& teacher : randomTeachers(options)) teachers.push_back(foldedOn(options.device, teacher));
    for (int t = 0; t < network.taskCount(); ++t) network.task(t)->to(place);
    for (const torch::Tensor& images : randomImages(options, options.batch)) {
      const auto labels = torch::arange(options.batch, torch::kInt64).remainder(benchSpec(options).classes);
      batches.push_back({images, labels, {}});
      for (int i = 0; cached && i < options.batch; ++i) batches.back().indices.push_back(i);
    }
    batches = batchesOn(place, batches);
    calibrator = std::make_unique<Calibrator>(network, teachers, settings);
  }
  void step() { calibrator->iterate(batches, settings.learningRate); }

  MergedNetwork network;
  std::vector<FoldedNetwork> teachers;
  std::vector<Batch> batches;
  CalibrationSettings settings;
  std::unique_ptr<Calibrator> calibrator;
};

}  // namespace

void addCalibration(const BenchOptions& options, BenchWorks& works) {
  const int images = benchTasks * options.batch;
  const auto plain = std::make_shared<Calibration>(options, false);
  works.push_back({{"calibration_step_ms", "calibration step", {}, images}, {[plain] { plain->step(); }}});
  const auto cached = std::make_shared<Calibration>(options, true);
  works.push_back({{"calibration_step_cached_ms", "calibration step, teachers cached", {}, images},
                   {[cached] { cached->step(); }}});
  const auto joint = std::make_shared<Calibration>(options, false, Precision::Float32, UpdateOrder::Joint);
  works.push_back({{"calibration_step_joint_ms", "calibration step, one update for both tasks", {}, images},
                   {[joint] { joint->step(); }}});
  if (!hasBFloat16() || options.device.isCard()) return;
  const auto rounded = std::make_shared<Calibration>(options, false, Precision::BFloat16);
  works.push_back(
      {{"calibration_step_bfloat16_ms", "calibration step, bfloat16", {}, images}, {[rounded] { rounded->step(); }}});
}

}  // namespace zipper
