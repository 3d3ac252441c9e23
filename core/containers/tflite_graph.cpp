// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/containers/tflite_graph.h"

#include "core/support/error.h"
#include "core/support/printable.h"

namespace zipper {

torch::Tensor realValues(const TfliteTensor& tensor, torch::ScalarType type) {
  if (!tensor.values.defined())
    fail("tensor '", printable(tensor.name), "': has no values of a type that is read (", tensor.typeName, ")");
  const torch::Tensor& stored = tensor.values;
  const TfliteQuantization& way = tensor.quantization;
  if (stored.is_floating_point() || way.scales.empty()) return stored.to(type);
  // Of 8 bits the difference is exact in float32; of a bias of 32 bits it isn't.
  const bool isSmall = c10::elementSize(stored.scalar_type()) == 1;
  const auto within = isSmall ? type : torch::kDouble;
  std::vector<std::int64_t> shape(stored.dim() > 0 ? std::size_t(stored.dim()) : 0, 1);
  if (way.scales.size() > 1) shape[std::size_t(way.axis)] = std::int64_t(way.scales.size());
  const torch::Tensor scale = torch::tensor(way.scales, torch::kFloat).to(within).reshape(shape);
  const torch::Tensor zero = torch::tensor(way.zeroPoints, torch::kLong).to(within).reshape(shape);
  torch::Tensor real = stored.to(within);
  return real.sub_(zero).mul_(scale).to(type);
}

}  // namespace zipper
