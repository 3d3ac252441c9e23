// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <vector>

#include "core/containers/tflite_file.h"

namespace zipper {

/// Puts a TfliteGraph together, tensor by tensor and operator by operator, in the order in which they are computed.
class TfliteBuilder {
 public:
  /// Each returns the index of the tensor. `values` are copied if they aren't contiguous.
  int addTensor(TfliteTensor tensor);
  int addConstant(const std::string& name, const torch::Tensor& values, const TfliteQuantization& quantization = {});
  /// An int32 constant that parameters of operators are: the same tensor for the same values.
  int addIntegers(const std::vector<std::int32_t>& values, const std::vector<std::int64_t>& shape);
  /// The operator, whose only output is `output`.
  int addNode(TfliteNode node, TfliteTensor output);

  const TfliteTensor& tensor(int index) const { return graph.tensors[std::size_t(index)]; }

  TfliteGraph graph;

 private:
  std::map<std::pair<std::vector<std::int32_t>, std::vector<std::int64_t>>, int> integers_;
};

}  // namespace zipper
