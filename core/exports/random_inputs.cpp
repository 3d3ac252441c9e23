// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/exports/random_inputs.h"

#include <ATen/CPUGeneratorImpl.h>

#include "core/support/libtorch.h"

namespace zipper {

torch::Tensor randomInputs(const MobileNetSpec& spec, int count) {
  auto generator = at::make_generator<at::CPUGeneratorImpl>(std::uint64_t(20190527));
  return torch::randn({count, spec.inputChannels, spec.inputSize, spec.inputSize}, generator)
      .contiguous(torch::MemoryFormat::ChannelsLast);
}

}  // namespace zipper
