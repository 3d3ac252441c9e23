// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "core/network/mobilenet_spec.h"
#include "core/support/compute_device.h"

namespace zipper {

/// Which whole merges are measured, and how much of them.
struct MergeBench {
  std::vector<std::string> merges = {};  ///< of mergeNames(); empty: all
  std::filesystem::path sample = {};     ///< that writeSamples() wrote into; needed only where the sample is merged
  std::string layers = "all";            ///< as parseLayers() takes them
  std::optional<int> iterations = {};    ///< after each layer where it is calibrated; nothing: as the preset has it
  std::optional<int> fineTuning = {};    ///< iterations of fine-tuning, the same way
  int repetitions = 1;                   ///< without rounds that don't count: a merge takes minutes
};

/// What to measure, and with which sizes. All networks, images and costs are random, from fixed seeds.
struct BenchOptions {
  Architecture architecture = Architecture::MobileNetV1;
  double width = 1.0;
  int inputSize = 224;  ///< height and width of the images
  int stemStride = 2;   ///< 1 or 2
  int batch = 8;        ///< images per task of a training step, and of the inference with a batch; 2 or more
  int repetitions = 7;
  std::vector<std::string> only = {};     ///< of benchNames(); empty: everything but whole merges
  std::filesystem::path onnxFolder = {};  ///< the ONNX files are left here; empty: in a temporary folder
  MergeBench merge = {};
  ComputeDevice device = {};  ///< a card: only calibration and merge are measured on one
};

}  // namespace zipper
