// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/bench/bench_work.h"
#include "core/exports/export_check.h"
#include "core/exports/random_inputs.h"
#include "core/network/mobilenet_v3.h"
#include "core/support/error.h"

namespace zipper {

MobileNetSpec benchSpec(const BenchOptions& options) {
  MobileNetSpec spec;
  spec.architecture = options.architecture;
  spec.width = options.width;
  spec.inputSize = options.inputSize;
  spec.stemStride = options.stemStride;
  spec.classes = 10;
  if (isV3(spec.architecture)) {
    spec.activation = Activation::ReLU;
    spec.hidden = {{hiddenOfV3(spec.architecture, spec.width), Activation::HardSwish}};
  }
  return spec;
}

std::vector<MobileNet> randomTeachers(const BenchOptions& options) {
  std::vector<MobileNet> teachers;
  for (int t = 0; t < benchTasks; ++t) {
    teachers.emplace_back(benchSpec(options), std::uint64_t(t) + 1);
    teachers.back()->eval();
  }
  return teachers;
}

MergedNetwork randomMerged(const BenchOptions& options, int trunk) {
  MergedNetwork network(randomTeachers(options), BnPolicy::Shared);
  for (int layer = 1; layer <= network.layers(); ++layer) network.merge(layer);
  network.shareTrunk(trunk);
  network.train(false);
  return network;
}

std::vector<torch::Tensor> randomImages(const BenchOptions& options, int count) {
  const auto images =
      randomInputs(benchSpec(options), benchTasks * count).contiguous(torch::MemoryFormat::ChannelsLast);
  return images.split(count);
}

std::vector<BenchBatch> inferenceBatches(const BenchOptions& options) {
  return {{1, "inference_ms", "1 image per task"},
          {options.batch, "inference_batch_ms", concat(options.batch, " images per task")}};
}

}  // namespace zipper
