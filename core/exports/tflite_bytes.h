// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <string>

#include "core/containers/tflite_file.h"

namespace zipper {

/// The bytes of a model file: one subgraph "main", the signature "serving_default" with the names of the ports, an
/// entry of metadata for each text, `modelMetadata` as "TFLITE_METADATA", and the files as a ZIP archive at the end.
/// Equal constants are stored once, whatever their scales; their places in the file are multiples of 16, as runtimes
/// that map it into memory want it. Throws Error if the model has over 2 GB.
std::string tfliteBytes(const TfliteGraph& graph, const std::string& modelMetadata);

}  // namespace zipper
