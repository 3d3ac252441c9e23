// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/models/head_norms.h"

#include <algorithm>

#include "core/models/tensor_shapes.h"
#include "core/network/plan.h"
#include "core/support/error.h"
#include "core/support/text_ends.h"

namespace zipper {

namespace {

/// Batch normalization as y = scale x + shift, in double precision; undefined if there is none.
struct Affine {
  torch::Tensor scale, shift;
};

Affine affineOf(const SchemeNetwork& network, const std::string& norm, double bnEpsilon) {
  const torch::Tensor mean = find(network.tensors, norm + ".running_mean");
  const torch::Tensor variance = find(network.tensors, norm + ".running_var");
  if (!mean.defined() || !variance.defined()) return {};
  const auto own = network.head.epsilons.find(norm);
  Affine affine;
  affine.scale = (variance.to(torch::kDouble) + (own == network.head.epsilons.end() ? bnEpsilon : own->second)).rsqrt();
  if (const auto gamma = find(network.tensors, norm + ".weight"); gamma.defined())
    affine.scale = affine.scale * gamma.to(torch::kDouble);
  affine.shift = -affine.scale * mean.to(torch::kDouble);
  if (const auto beta = find(network.tensors, norm + ".bias"); beta.defined())
    affine.shift = affine.shift + beta.to(torch::kDouble);
  return affine;
}

torch::Tensor& linearEntry(SchemeNetwork& network, const std::string& key) {
  const auto found = std::find_if(network.tensors.begin(), network.tensors.end(),
                                  [&](const auto& entry) { return entry.first == key; });
  return found->second;
}

/// True if the linear layer had batch normalization beside it.
bool foldInto(SchemeNetwork& network, const std::string& layer, double bnEpsilon) {
  const Affine before = affineOf(network, layer + ".before", bnEpsilon);
  const Affine behind = affineOf(network, layer + ".behind", bnEpsilon);
  if (!before.scale.defined() && !behind.scale.defined()) return false;
  torch::Tensor &weight = linearEntry(network, layer + ".weight"), &bias = linearEntry(network, layer + ".bias");
  torch::Tensor product = weight.to(torch::kDouble), sum = bias.to(torch::kDouble);
  if (before.scale.defined()) {
    sum = sum + product.matmul(before.shift);
    product = product * before.scale;
  }
  if (behind.scale.defined()) {
    sum = sum * behind.scale + behind.shift;
    product = product * behind.scale.unsqueeze(1);
  }
  weight = product.to(torch::kFloat);
  bias = sum.to(torch::kFloat);
  return true;
}

}  // namespace

void checkHeadNorms(const SchemeNetwork& network, const MobileNetSpec& spec) {
  for (const UnitPlan& unit : unitsOf(spec)) {
    if (unit.kind != UnitKind::Head) continue;
    for (const char* leaf : {".weight", ".bias", ".running_mean", ".running_var"}) {
      checkShape(network, unit.name + ".before" + leaf, {unit.inputChannels}, true);
      checkShape(network, unit.name + ".behind" + leaf, {unit.outputChannels}, true);
    }
  }
}

bool foldHeadNorms(SchemeNetwork& network, double bnEpsilon) {
  int folded = 0;
  for (std::size_t layer = 1; layer <= network.head.hidden.size(); ++layer)
    folded += foldInto(network, concat("hidden.", layer), bnEpsilon) ? 1 : 0;
  folded += foldInto(network, "head", bnEpsilon) ? 1 : 0;
  if (folded == 0) return false;
  const auto isNorm = [](const auto& entry) {
    return entry.first.find(".before.") != std::string::npos || entry.first.find(".behind.") != std::string::npos;
  };
  network.tensors.erase(std::remove_if(network.tensors.begin(), network.tensors.end(), isNorm), network.tensors.end());
  network.notes.push_back(concat("batch normalization of the head was put into the weights of ", folded,
                                 folded == 1 ? " linear layer" : " linear layers"));
  return true;
}

}  // namespace zipper
