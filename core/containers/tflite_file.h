// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/containers/input_file.h"
#include "core/containers/tflite_graph.h"

namespace zipper {

/// Parses a TensorFlow Lite model. Nothing is run. Besides the file's bytes, which it reads at once and of which the
/// constants are views, it takes 16 MiB at most. Throws Error, which does not name the file: damaged or
/// truncated, sizes that contradict each other, operators in a circle, several subgraphs, data outside of the file,
/// sparse tensors, larger than any MobileNet.
TfliteGraph parseTflite(const InputFile& file);

}  // namespace zipper
