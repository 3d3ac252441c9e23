// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/layers/layer_row.h"

#include <algorithm>
#include <limits>

namespace zipper {

namespace {

constexpr double unknown = std::numeric_limits<double>::quiet_NaN();

int taskCountOf(const std::vector<LayerOverview>& overview) {
  return overview.empty() || overview.front().mismatch.empty() ? 2 : int(overview.front().mismatch.size());
}

const LayerOverview* overviewOf(int layer, const std::vector<LayerOverview>& overview) {
  for (const LayerOverview& one : overview)
    if (one.layer == layer) return &one;
  return nullptr;
}

double similarityOf(const LayerInfo& info, const std::vector<LayerSimilarity>& similarity) {
  if (std::size_t(info.layer) >= similarity.size()) return unknown;
  const LayerSimilarity& one = similarity[std::size_t(info.layer)];
  return info.kind == LayerKind::Stem || info.kind == LayerKind::Depthwise ? one.kernels : one.matrix;
}

}  // namespace

std::vector<LayerRow> layerRows(const std::vector<LayerInfo>& table, const std::vector<LayerOverview>& overview,
                                const std::vector<LayerSimilarity>& similarity) {
  const auto tasks = std::size_t(taskCountOf(overview));
  std::vector<LayerRow> rows;
  for (const LayerInfo& info : table) {
    LayerRow row{info, std::nullopt, similarityOf(info, similarity), std::vector<double>(tasks, unknown), unknown};
    const LayerOverview* found = overviewOf(std::max(1, info.layer), overview);  // the stem is whole as layer 1 is
    row.whole = found && found->whole;
    if (row.whole) row.state = LayerState::Merged;
    if (info.kind == LayerKind::Pointwise) {
      row.state = found ? found->state : LayerState::Separate;
      if (found) row.mismatch = found->mismatch;
      row.mismatch.resize(tasks, unknown);
    }
    rows.push_back(std::move(row));
  }
  return rows;
}

QString shapeText(const LayerInfo& info) {
  const QString channels = QStringLiteral("%1→%2").arg(info.inputChannels).arg(info.outputChannels);
  if (info.kind == LayerKind::Head) return channels;
  const QString stride = info.stride == 1 ? QString() : QStringLiteral("/%1").arg(info.stride);
  return QStringLiteral("%1 · %2×%2%3 · %4×%4").arg(channels).arg(info.kernel).arg(stride).arg(info.outputSize);
}

}  // namespace zipper
