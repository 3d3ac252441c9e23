// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/network/identical_layers.h"

#include <algorithm>
#include <cstring>

#include "core/network/compatibility.h"
#include "core/network/task_names.h"
#include "core/support/error.h"
#include "core/support/files.h"

namespace zipper {

namespace {

/// Values of the same shape; unlike torch::equal() it tells 0 from -0 and a NaN is itself.
bool sameBits(const torch::Tensor& one, const torch::Tensor& other) {
  const torch::Tensor a = one.contiguous(), b = other.contiguous();
  return a.sizes() == b.sizes() && std::memcmp(a.data_ptr(), b.data_ptr(), a.nbytes()) == 0;
}

/// The first tensor of a unit that another network has otherwise, by its name; empty if there is none.
std::string differingTensor(ConvUnit& one, ConvUnit& other, const std::string& name) {
  const NamedTensors a = one->tensors(), b = other->tensors();
  for (std::size_t i = 0; i < a.size(); ++i)
    if (!sameBits(a[i].second, b[i].second)) return name + "." + a[i].first;
  return "";
}

/// Compares a network with the first one.
IdenticalLayers comparedWith(MobileNet first, MobileNet other, int task) {
  const NetworkPlan& plan = first->plan();
  for (int i = 0; i < plan.convolutions(); ++i) {
    const UnitPlan& unit = plan.units[std::size_t(i)];
    const std::string tensor = differingTensor(first->unit(i), other->unit(i), unit.name);
    if (!tensor.empty())
      return {std::max(unit.layer - 1, 0), concat(tensor, " of task ", taskName(task), " differs from that of task a")};
  }
  return {plan.layers(), ""};
}

}  // namespace

IdenticalLayers identicalLayers(const std::vector<MobileNet>& networks) {
  std::vector<MobileNetSpec> specs;
  for (const MobileNet& network : networks) specs.push_back(network->spec());
  if (const std::string reason = whyNoTrunk(specs); !reason.empty()) return {0, reason};
  IdenticalLayers least{networks.at(0)->layers(), ""};
  for (std::size_t t = 1; t < networks.size(); ++t) {
    if (specs[t].bnEpsilon != specs[0].bnEpsilon)
      return {0,
              concat("the epsilon of batch normalization of task ", taskName(int(t)), " differs from that of task a")};
    const IdenticalLayers next = comparedWith(networks[0], networks[t], int(t));
    if (next.depth < least.depth) least = next;
  }
  return least;
}

std::vector<std::string> layerHashes(MobileNet& network) {
  torch::NoGradGuard noGrad;
  std::vector<std::string> hashes(std::size_t(network->layers()) + 1);
  for (int i = 0; i < network->plan().convolutions(); ++i) {
    ConvUnit& unit = network->unit(i);
    std::string& hash = hashes[std::size_t(network->plan().units[std::size_t(i)].layer)];
    for (const auto& [leaf, tensor] : unit->tensors()) {
      const torch::Tensor values = tensor.contiguous();
      hash = sha256((hash + sha256(values.data_ptr(), values.nbytes())).data(), hash.size() + 64);
    }
  }
  return hashes;
}

int identicalDepth(const std::vector<MobileNetSpec>& specs, const std::vector<std::vector<std::string>>& hashes) {
  if (!whyNotMergeable(specs).empty() || !whyNoTrunk(specs).empty()) return 0;
  std::size_t same = hashes.front().size();
  for (std::size_t t = 1; t < hashes.size(); ++t) {
    if (specs[t].bnEpsilon != specs[0].bnEpsilon) return 0;
    const auto end = std::mismatch(hashes[0].begin(), hashes[0].end(), hashes[t].begin(), hashes[t].end()).first;
    same = std::min(same, std::size_t(end - hashes[0].begin()));
  }
  return std::max(0, int(same) - 1);
}

}  // namespace zipper
