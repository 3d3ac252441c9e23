// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/layers/layer_row.h"

#include <limits>

#include "core/analysis/layer_weights.h"

namespace zipper {

namespace {

constexpr double unknown = std::numeric_limits<double>::quiet_NaN();

const LayerOverview* overviewOf(int layer, const std::vector<LayerOverview>& overview) {
  for (const LayerOverview& one : overview)
    if (one.layer == layer) return &one;
  return nullptr;
}

double similarityOf(const UnitPlan& unit, const std::vector<LayerSimilarity>& similarity) {
  if (std::size_t(unit.layer) >= similarity.size()) return unknown;
  const LayerSimilarity& one = similarity[std::size_t(unit.layer)];
  if (const auto own = one.units.find(unit.name); own != one.units.end()) return own->second;
  return hasMatrix(unit) ? one.matrix : one.kernels;
}

bool endsLayer(const NetworkPlan& plan, int index) {
  const int layer = plan.units[std::size_t(index)].layer;
  return layer >= 1 && layer <= plan.layers() && plan.tap(layer) == index;
}

}  // namespace

std::vector<LayerRow> layerRows(const NetworkPlan& plan, const std::vector<LayerOverview>& overview,
                                const Sharing& sharing, const std::vector<LayerSimilarity>& similarity) {
  const std::size_t tasks = overview.empty() ? 0 : overview.front().mismatch.size();
  std::vector<LayerRow> rows;
  for (std::size_t i = 0; i < plan.units.size(); ++i) {
    LayerRow row;
    row.unit = plan.units[i];
    row.similarity = similarityOf(row.unit, similarity);
    row.endsLayer = endsLayer(plan, int(i));
    row.inTrunk = sharing.isInTrunk(row.unit);
    const LayerOverview* found = overviewOf(row.unit.layer, overview);
    if (row.unit.merges) row.state = found ? found->state : LayerState::Separate;
    if (row.inTrunk) row.state = LayerState::Merged;
    if (row.endsLayer && found) row.mismatch = found->mismatch;
    row.mismatch.resize(tasks, unknown);
    rows.push_back(std::move(row));
  }
  return rows;
}

QString shapeText(const UnitPlan& unit) {
  const QString channels = QStringLiteral("%1→%2").arg(unit.inputChannels).arg(unit.outputChannels);
  if (unit.kind == UnitKind::Head) return channels;
  const QString stride = unit.stride == 1 ? QString() : QStringLiteral("/%1").arg(unit.stride);
  const QString shape =
      QStringLiteral("%1 · %2×%2%3 · %4×%4").arg(channels).arg(unit.kernel).arg(stride).arg(unit.outputSize);
  if (unit.gated >= 0) return shape + QStringLiteral(" · ×");
  return unit.addend < 0 ? shape : shape + QStringLiteral(" · +");
}

}  // namespace zipper
