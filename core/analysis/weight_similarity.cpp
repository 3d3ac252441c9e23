// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/analysis/weight_similarity.h"

#include <limits>

#include "core/session/network_values.h"
#include "core/support/error.h"

namespace zipper {

namespace {

constexpr double none = std::numeric_limits<double>::quiet_NaN();

/// In double precision: a pointwise layer has a million weights.
double cosine(const NamedTensors& a, const NamedTensors& b, const std::string& name) {
  const auto x = find(a, name), y = find(b, name);
  if (!x.defined() || !y.defined() || x.sizes() != y.sizes()) return none;
  // The same logical order for both, whatever their layouts are.
  const auto u = x.detach().contiguous().flatten().to(torch::kFloat64);
  const auto v = y.detach().contiguous().flatten().to(torch::kFloat64);
  const double lengths = u.norm().item<double>() * v.norm().item<double>();
  return lengths > 0 ? u.dot(v).item<double>() / lengths : none;
}

}  // namespace

std::vector<LayerSimilarity> weightSimilarity(const Session& session) {
  std::vector<LayerSimilarity> layers(layerCount + 2, {none, none});
  if (session.taskCount() < 2) return layers;
  const NamedTensors& a = session.teachers[0].values->state;
  const NamedTensors& b = session.teachers[1].values->state;
  layers.front().kernels = cosine(a, b, "stem.conv.weight");
  for (int layer = 1; layer <= layerCount; ++layer) {
    const std::string prefix = concat("layers.", layer);
    layers[std::size_t(layer)] = {cosine(a, b, prefix + ".depthwise.conv.weight"),
                                  cosine(a, b, prefix + ".pointwise.conv.weight")};
  }
  layers.back().matrix = cosine(a, b, "head.weight");
  return layers;
}

}  // namespace zipper
