// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/analysis/weight_similarity.h"

#include <cmath>
#include <limits>

#include "core/analysis/layer_weights.h"
#include "core/session/network_values.h"

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

/// Without what is NaN.
double meanOfNumbers(const std::vector<double>& values) {
  double sum = 0;
  int count = 0;
  for (const double value : values)
    if (!std::isnan(value)) sum += value, ++count;
  return count == 0 ? none : sum / count;
}

/// Of the weights of that name in every two teachers.
double meanCosine(const Session& session, const std::string& name) {
  std::vector<double> pairs;
  for (std::size_t a = 0; a < session.teachers.size(); ++a)
    for (std::size_t b = a + 1; b < session.teachers.size(); ++b)
      pairs.push_back(cosine(session.teachers[a].values->state, session.teachers[b].values->state, name));
  return meanOfNumbers(pairs);
}

/// Of all teachers: a backbone lacks the head that others have.
std::vector<UnitPlan> allUnits(const Session& session) {
  std::vector<UnitPlan> units;
  for (const MobileNetSpec& spec : session.specs())
    if (std::vector<UnitPlan> own = unitsOf(spec); own.size() > units.size()) units = std::move(own);
  return units;
}

}  // namespace

std::vector<LayerSimilarity> weightSimilarity(const Session& session) {
  std::vector<LayerSimilarity> layers(std::size_t(session.layers()) + 2, {none, none});
  std::vector<std::vector<double>> matrices(layers.size());
  for (const UnitPlan& unit : allUnits(session)) {
    LayerSimilarity& layer = layers[std::size_t(unit.layer)];
    const double alike = meanCosine(session, unit.name + (unit.kind == UnitKind::Head ? ".weight" : ".conv.weight"));
    layer.units[unit.name] = alike;
    if (hasMatrix(unit))
      matrices[std::size_t(unit.layer)].push_back(alike);
    else
      layer.kernels = alike;
  }
  for (std::size_t i = 0; i < layers.size(); ++i) layers[i].matrix = meanOfNumbers(matrices[i]);
  return layers;
}

}  // namespace zipper
