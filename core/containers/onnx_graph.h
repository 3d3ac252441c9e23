// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <cstdint>
#include <filesystem>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "core/containers/input_file.h"
#include "core/support/libtorch.h"

namespace zipper {

/// An initializer, or the value of a Constant node.
struct OnnxTensor {
  std::vector<std::int64_t> shape;
  torch::Tensor values;                ///< floating-point types only; undefined otherwise
  std::vector<std::int64_t> integers;  ///< of a small integer tensor: axes, pads, shapes
  torch::Tensor quantized;             ///< int8, uint8 and int32 only; undefined otherwise
};

struct OnnxAttribute {
  std::optional<std::int64_t> integer;
  std::optional<float> real;
  std::string text;
  std::vector<std::int64_t> integers;
  std::vector<float> reals;
};

struct OnnxNode {
  std::string op, name;
  std::vector<std::string> inputs, outputs;
  std::map<std::string, OnnxAttribute> attributes;
  std::optional<OnnxTensor> constant;  ///< the attribute that is a tensor
};

/// An input or output of the graph; unknown and symbolic sizes are -1.
struct OnnxValue {
  std::string name;
  std::vector<std::int64_t> shape;
  std::int64_t elementType = 0;  ///< by TensorProto's numbers; 0: not told
};

/// What is needed of a ModelProto.
struct OnnxGraph {
  std::vector<OnnxNode> nodes;  ///< without Constant nodes
  std::map<std::string, OnnxTensor> tensors;
  std::vector<std::string> initializers;   ///< names into `tensors`, in the order of the file
  std::vector<OnnxValue> inputs, outputs;  ///< inputs without those that are initializers
  std::map<std::string, std::string> metadata;
  std::string producer;                           ///< name and version
  std::vector<std::filesystem::path> otherFiles;  ///< beside the model: where the data of some tensors are
};

/// Parses a ModelProto. The wire format is read by protobuf, the messages by hand: what libonnx makes of a hostile file
/// can be 70 times as large. Keeps the tensors and at most 16 MiB besides; what isn't needed is skipped. Data in other
/// files is read from `folder` (see OnnxExternalData). Throws Error, which does not name the file.
OnnxGraph parseOnnx(const InputFile& file, const std::filesystem::path& folder);

}  // namespace zipper
