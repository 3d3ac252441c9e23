#include <memory>

#include "core/bench/bench_work.h"
#include "core/zippering/calibration.h"

namespace zipper {

namespace {

/// Everything that a calibration step needs, and keeps changing.
struct Calibration {
  explicit Calibration(const BenchOptions& options)
      : network(randomMerged(options)), settings(presetRecipe("paper").defaults.calibration) {
    settings.batchSize = options.batch;
    for (MobileNet& teacher : randomTeachers(options)) teachers.emplace_back(teacher);
    for (const torch::Tensor& images : randomImages(options, options.batch)) {
      const auto labels = torch::arange(options.batch, torch::kInt64).remainder(benchSpec(options).classes);
      batches.push_back({images, labels, {}});
    }
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
  const auto calibration = std::make_shared<Calibration>(options);
  works.push_back({{"calibration_step_ms", "calibration step", {}, benchTasks * options.batch},
                   {[calibration] { calibration->step(); }}});
}

}  // namespace zipper
