// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <filesystem>
#include <string>

namespace zipper {

/// The bytes of a model that was written by onnx_writer.h, changed so that OpenCV's DNN module computes it: 4.10
/// (Debian 13) reads beyond the map in depthwise convolutions with padding whose map has one value, and gives numbers
/// that differ from run to run; 4.6 (Debian 12) doesn't. Such convolutions read a map that a Pad node has padded, which
/// is the same function. 4.6 multiplies maps by one factor each for one image only; such products become its layer
/// Scale, which no other program knows and which does it for any number. Throws Error if it isn't an ONNX model whose
/// shapes fit.
std::string onnxForOpenCv(const std::filesystem::path& path);

}  // namespace zipper
