// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <optional>
#include <string>
#include <vector>

#include "core/models/onnx_axes.h"
#include "core/network/mobilenet_spec.h"

namespace zipper {

/// What a graph says about the images it takes, and does to them before the first convolution.
struct OnnxPreprocessing {
  int size = 0;           ///< height and width; 0: the file doesn't say
  int channels = 0;       ///< 0: the file doesn't say
  bool reversed = false;  ///< the order of the channels is turned round before the first convolution
  std::optional<Normalization> normalization;  ///< of pixels in [0,1], if it is in the graph
  std::vector<std::string> notes;
};

/// Takes the nodes before the first unit from the chain: axes from NHWC to NCHW, normalization, RGB to BGR. `axes`
/// becomes what they are then. Throws Error that says what the graph states, and names the node: images that aren't
/// square, or too small or large, other sizes of the batch's axes, anything else that is done to images.
OnnxPreprocessing takePreprocessing(OnnxChain& chain, OnnxAxes& axes);

}  // namespace zipper
