// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <string>

#include "core/containers/tflite_file.h"

namespace zipper {

/// The version of an operator that a runtime must know to run a node, and the minor number of the first release of
/// TensorFlow 1 that has it. What is asked for as little as can be: files run on old phones.
struct TfliteVersion {
  int version = 1;
  int release = 5;  ///< 1.5.0
};

/// Of the operators that tfliteGraph() makes. Source: TensorFlow, lite/tools/versioning/op_version.cc and
/// runtime_version.cc.
TfliteVersion tfliteVersion(const TfliteGraph& graph, const TfliteNode& node);

}  // namespace zipper
