// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <cstdint>
#include <vector>

#include "core/containers/tflite_budget.h"
#include "core/containers/tflite_graph.h"
#include "tflite_schema_generated.h"

namespace zipper {

/// Reads the tensors of a verified model. Constants are views of the file's bytes.
class TfliteTensors {
 public:
  /// `bytes`: the whole file, uint8. All three have to outlive this.
  TfliteTensors(const tflite::Model& model, const torch::Tensor& bytes, TfliteBudget& budget)
      : model_(model), bytes_(bytes), budget_(budget) {}

  /// Error that names the tensor: sizes and bytes that don't agree, a quantization that doesn't fit, sparse tensors,
  /// data outside of the FlatBuffer.
  std::vector<TfliteTensor> read(const tflite::SubGraph& graph);
  /// The data of a buffer; null if it has none. Error if there is no such buffer.
  const flatbuffers::Vector<std::uint8_t>* dataOf(std::uint32_t buffer) const;

 private:
  TfliteTensor tensorOf(const tflite::Tensor& raw);
  void readQuantization(const tflite::QuantizationParameters& raw, TfliteTensor& tensor);
  void readValues(TfliteTensor& tensor);

  const tflite::Model& model_;
  const torch::Tensor& bytes_;
  TfliteBudget& budget_;
};

}  // namespace zipper
