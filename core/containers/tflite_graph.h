// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <cstdint>
#include <map>
#include <set>
#include <string>
#include <vector>

#include "core/support/libtorch.h"

namespace zipper {

/// real = scale · (stored − zeroPoint): one pair for all values, or one for each index along `axis`.
struct TfliteQuantization {
  std::vector<float> scales;             ///< empty: stored values are the real ones
  std::vector<std::int64_t> zeroPoints;  ///< as many
  std::int64_t axis = 0;
};

struct TfliteTensor {
  std::string name;
  std::vector<std::int64_t> shape;      ///< maps are [N,H,W,C]; a size that may change, as the batch's, is 1
  std::vector<std::int64_t> signature;  ///< the same with -1 for sizes that may change; empty: none may
  torch::ScalarType type = torch::ScalarType::Undefined;  ///< Undefined: one that isn't read (text, truth values, ...)
  std::string typeName;                                   ///< as the format calls it: "FLOAT32"
  TfliteQuantization quantization;
  std::size_t buffer = 0;  ///< tensors of one buffer share its memory
  torch::Tensor values;    ///< as stored, of `shape` and `type`; undefined: computed when the network runs
};

/// An operator with those of its options that a MobileNet needs; others keep what is here.
struct TfliteNode {
  std::string op;  ///< "CONV_2D"; of a custom operator "custom operator NAME", of an unknown one "operator 250"
  std::vector<int> inputs, outputs;  ///< indices into TfliteGraph::tensors; -1: an input that is left out
  std::string activation = "NONE";   ///< "RELU", "RELU6", ...: of the operator's result
  bool same = false;                 ///< padding SAME; false: VALID
  int strideHeight = 1, strideWidth = 1;
  int dilationHeight = 1, dilationWidth = 1;
  int filterHeight = 0, filterWidth = 0;  ///< of a pooling
  int depthMultiplier = 1;                ///< 0 in some files: what the shapes say
  bool keepDimensions = false;            ///< of MEAN
  bool shuffledWeights = false;           ///< of FULLY_CONNECTED: in an order for one kind of processor
  float beta = 1;                         ///< of SOFTMAX
  std::vector<std::int64_t> integers;     ///< new_shape of RESHAPE, squeeze_dims of SQUEEZE
};

/// An input or output of the network.
struct TflitePort {
  std::string name;  ///< by the file's signature, or where it has none that of the tensor
  int tensor = -1;
  std::vector<float> mean, std;     ///< by its metadata: (value − mean) / std; empty: not told
  std::vector<std::string> labels;  ///< names of files in TfliteGraph::files: a line for each index
};

/// What is needed of a TensorFlow Lite model.
struct TfliteGraph {
  std::vector<TfliteTensor> tensors;
  std::vector<TfliteNode> nodes;  ///< each behind those whose results it reads
  std::vector<TflitePort> inputs, outputs;
  std::map<std::string, std::string> metadata;  ///< entries by name, as the buffers hold them; only those of text
  std::map<std::string, std::string> files;     ///< associated files by name, of at most 1 MiB each
  std::set<std::string> largeFiles;             ///< names of larger ones, which aren't read
  std::string description;                      ///< of the model; often the converter
  std::int64_t bytes = 0;                       ///< of the file
};

/// The real numbers of a constant, of its shape and `type`, float32 or float64: of floating-point types the values
/// themselves (a view where they are of that type), of integers by its quantization, or as they are where it has none.
torch::Tensor realValues(const TfliteTensor& tensor, torch::ScalarType type = torch::kFloat);

}  // namespace zipper
