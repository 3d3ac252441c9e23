// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <string>

#include "core/models/tflite_onnx.h"

namespace zipper {

/// Makes an input of the file one of the graph, [N,C,H,W], and puts what stands before the first operator between it
/// and its tensor, [N,H,W,C]: unless `isPrepared`, what turns bytes into the real numbers of a quantized input, or what
/// the file's metadata say is to be done to images (in units of bytes, or if they are small enough, of pixels from 0 to
/// 1). Returns what that was read from, as it stands in a sentence: "its metadata"; empty if there is nothing.
std::string addTfliteInput(TfliteOnnx& onnx, const TflitePort& port, bool isPrepared);

}  // namespace zipper
