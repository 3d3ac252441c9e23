// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/analysis/layer_overview.h"

#include <algorithm>
#include <limits>

namespace zipper {

namespace {

LayerState stateOf(int layer, std::optional<StepTarget> inWork, const std::vector<int>& merged,
                   const std::vector<int>& planned) {
  if (std::find(merged.begin(), merged.end(), layer) != merged.end()) return LayerState::Merged;
  if (inWork && inWork->merges(layer)) return LayerState::InWork;
  return std::find(planned.begin(), planned.end(), layer) != planned.end() ? LayerState::Separate : LayerState::LeftOut;
}

const Curve* lastCurve(const Session& session) {
  const std::vector<int> path = session.path();
  for (auto it = path.rbegin(); it != path.rend(); ++it) {
    const Curve& curve = session.steps[std::size_t(*it)]->curve;
    if (curve.rows() > 0) return &curve;
  }
  return nullptr;
}

double meanOfTail(const std::vector<float>& values) {
  if (values.empty()) return std::numeric_limits<double>::quiet_NaN();
  const std::size_t count = std::max<std::size_t>(1, values.size() / 10);
  double sum = 0;
  for (std::size_t i = values.size() - count; i < values.size(); ++i) sum += values[i];
  return sum / double(count);
}

}  // namespace

std::string toString(LayerState state) {
  switch (state) {
    case LayerState::Separate:
      return "separate";
    case LayerState::Merged:
      return "merged";
    case LayerState::InWork:
      return "in work";
    case LayerState::LeftOut:
      return "left out";
  }
  return "";
}

std::int64_t LayerOverview::mergedParameters() const {
  std::int64_t sum = 0;
  for (const UnitPlan& unit : units)
    if (unit.merges) sum += unit.parameters;
  return sum;
}

bool LayerOverview::hasDepthwise() const {
  return std::any_of(units.begin(), units.end(), [](const UnitPlan& unit) { return unit.kind == UnitKind::Depthwise; });
}

bool LayerOverview::addsInput() const {
  return std::any_of(units.begin(), units.end(), [](const UnitPlan& unit) { return unit.addend >= 0; });
}

std::vector<LayerOverview> layerOverview(const Session& session, std::optional<StepTarget> inWork) {
  std::vector<LayerOverview> layers(std::size_t(session.layers()));
  const std::vector<UnitPlan> units = session.teachers.empty() ? std::vector<UnitPlan>{} : unitsOf(session.specs()[0]);
  const std::vector<int> merged = session.mergedLayers();
  const std::vector<int> planned = plannedLayers(session.recipe);
  const Curve* curve = lastCurve(session);
  const Sharing sharing = sharingOf(session);
  for (int layer = 1; layer <= session.layers(); ++layer) {
    LayerOverview& overview = layers[std::size_t(layer) - 1];
    overview.layer = layer;
    overview.state = stateOf(layer, inWork, merged, planned);
    for (const UnitPlan& unit : units) {
      if (unit.layer != layer) continue;
      overview.units.push_back(unit);
      overview.whole = sharing.isInTrunk(unit);
    }
    for (int t = 0; t < session.taskCount(); ++t)
      overview.mismatch.push_back(meanOfTail(curve ? curve->column(l1Column(t, layer)) : std::vector<float>{}));
  }
  return layers;
}

}  // namespace zipper
