// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/exports/tflite_builder.h"

#include <utility>

#include "core/support/error.h"

namespace zipper {

int TfliteBuilder::addTensor(TfliteTensor tensor) {
  graph.tensors.push_back(std::move(tensor));
  return int(graph.tensors.size()) - 1;
}

int TfliteBuilder::addConstant(const std::string& name, const torch::Tensor& values,
                               const TfliteQuantization& quantization) {
  TfliteTensor tensor;
  tensor.name = name;
  tensor.shape = values.sizes().vec();
  tensor.type = values.scalar_type();
  tensor.quantization = quantization;
  tensor.values = values.contiguous();
  return addTensor(std::move(tensor));
}

int TfliteBuilder::addIntegers(const std::vector<std::int32_t>& values, const std::vector<std::int64_t>& shape) {
  const auto [found, isNew] = integers_.try_emplace({values, shape}, -1);
  if (isNew)
    found->second =
        addConstant(concat("integers.", integers_.size()), torch::tensor(values, torch::kInt).reshape(shape));
  return found->second;
}

int TfliteBuilder::addNode(TfliteNode node, TfliteTensor output) {
  const int index = addTensor(std::move(output));
  node.outputs = {index};
  graph.nodes.push_back(std::move(node));
  return index;
}

}  // namespace zipper
