// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/training/state_digest.h"

#include "core/support/files.h"
#include "core/support/libtorch.h"

namespace zipper {

std::string digestOf(const NamedTensors& state) {
  std::string all;
  for (const auto& [key, tensor] : state) {
    const auto dense = tensor.detach().contiguous();
    all += key + sha256(dense.data_ptr(), std::size_t(dense.numel()) * dense.element_size());
  }
  return all;
}

}  // namespace zipper
