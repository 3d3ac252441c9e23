// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/models/onnx_epsilon.h"

#include <algorithm>

#include "core/support/error.h"

namespace zipper {

double settleEpsilon(NamedTensors& tensors, const std::vector<OnnxEpsilon>& units) {
  const auto first = std::find_if(units.begin(), units.end(), [](const OnnxEpsilon& unit) { return unit.value > 0; });
  if (first == units.end()) return 0;
  const auto tensor = [&](const std::string& name) -> torch::Tensor& {
    const auto found =
        std::find_if(tensors.begin(), tensors.end(), [&](const auto& entry) { return entry.first == name; });
    if (found == tensors.end()) fail("key '", name, "' is missing");
    return found->second;
  };
  for (const OnnxEpsilon& unit : units) {
    if (unit.value == 0 || unit.value == first->value) continue;
    torch::Tensor& scale = tensor(unit.key + ".bn.weight");
    const auto variance = tensor(unit.key + ".bn.running_var").to(torch::kDouble);
    const auto factor = torch::sqrt((variance + first->value) / (variance + unit.value));
    scale = (scale.to(torch::kDouble) * factor).to(torch::kFloat);
  }
  return first->value;
}

}  // namespace zipper
