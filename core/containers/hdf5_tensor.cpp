// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/containers/hdf5_tensor.h"

namespace zipper {

torch::Tensor hdf5Tensor(Hdf5File& file, const Hdf5Dataset& dataset) {
  const std::uint32_t size = dataset.type.size;
  const torch::ScalarType type = size == 2 ? torch::kHalf : size == 4 ? torch::kFloat : torch::kDouble;
  const std::vector<std::int64_t> shape(dataset.shape.begin(), dataset.shape.end());
  torch::Tensor tensor = torch::empty(shape, torch::TensorOptions().dtype(type));
  file.readValues(dataset, tensor.data_ptr());
  return tensor;
}

}  // namespace zipper
