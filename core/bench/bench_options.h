// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "core/network/mobilenet_spec.h"

namespace zipper {

/// What to measure, and with which sizes. All networks, images and costs are random, from fixed seeds.
struct BenchOptions {
  Architecture architecture = Architecture::MobileNetV1;
  double width = 1.0;
  int inputSize = 224;  ///< height and width of the images
  int stemStride = 2;   ///< 1 or 2
  int batch = 8;        ///< images per task of a training step, and of the inference with a batch; 2 or more
  int repetitions = 7;
  std::vector<std::string> only = {};     ///< of benchNames(); empty: everything
  std::filesystem::path onnxFolder = {};  ///< the ONNX files are left here; empty: in a temporary folder
};

}  // namespace zipper
