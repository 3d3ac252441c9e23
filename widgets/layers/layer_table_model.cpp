// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/layers/layer_table_model.h"

#include <algorithm>
#include <cmath>
#include <limits>

#include "core/support/text_format.h"
#include "widgets/style/plain_text.h"
#include "widgets/style/terms.h"

namespace zipper {

namespace {

QString numberText(double value) {
  if (std::isnan(value)) return QStringLiteral("–");
  if (std::isinf(value)) return value > 0 ? QStringLiteral("∞") : QStringLiteral("−∞");
  return QString::fromStdString(fixedNumber(value, 3)).replace('-', QChar(0x2212));
}

QString countText(std::int64_t count) { return QString::fromStdString(withThousands(count)); }

bool hasNumber(const UnitPlan& unit) { return unit.kind != UnitKind::Stem && unit.kind != UnitKind::Head; }

/// From what is shared to what will never be.
int rankOf(const std::optional<LayerState>& state) {
  if (!state) return 4;
  switch (*state) {
    case LayerState::Merged:
      return 0;
    case LayerState::InWork:
      return 1;
    case LayerState::Separate:
      return 2;
    case LayerState::LeftOut:
      break;
  }
  return 3;
}

}  // namespace

bool LayerTableModel::setRows(std::vector<LayerRow> rows) {
  const int tasks = rows.empty() ? 0 : int(rows.front().mismatch.size());
  const bool other = rows.size() != rows_.size() || tasks != tasks_;
  if (other) beginResetModel();
  rows_ = std::move(rows);
  tasks_ = tasks;
  std::vector<UnitPlan> units;
  for (const LayerRow& row : rows_) units.push_back(row.unit);
  make_ = layerMake(units);
  fillMergeCosts();
  if (other)
    endResetModel();
  else if (!rows_.empty())
    Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, columnCount() - 1));
  return other;
}

std::size_t LayerTableModel::layers() const {
  return std::size_t(std::count_if(rows_.begin(), rows_.end(), [](const LayerRow& row) { return row.endsLayer; }));
}

void LayerTableModel::setMismatch(const std::vector<float>& layerL1) {
  if (rows_.empty() || tasks_ == 0 || layerL1.size() != std::size_t(tasks_) * layers()) return;
  for (LayerRow& row : rows_) {
    if (!row.endsLayer) continue;
    for (std::size_t t = 0; t < std::size_t(tasks_); ++t)
      row.mismatch[t] = layerL1[t * layers() + std::size_t(row.unit.layer) - 1];
  }
  Q_EMIT dataChanged(index(0, FirstMismatch), index(rowCount() - 1, columnCount() - 1),
                     {Qt::DisplayRole, style::RawRole});
}

void LayerTableModel::setMergeCosts(const std::vector<double>& costs) {
  mergeCosts_ = costs;
  fillMergeCosts();
  if (!rows_.empty()) Q_EMIT dataChanged(index(0, MergeCost), index(rowCount() - 1, MergeCost));
}

void LayerTableModel::fillMergeCosts() {
  const bool known = mergeCosts_.size() == layers();
  for (LayerRow& row : rows_)
    row.mergeCost = known && row.endsLayer ? mergeCosts_[std::size_t(row.unit.layer) - 1]
                                           : std::numeric_limits<double>::quiet_NaN();
}

style::ColumnHeader LayerTableModel::header(int column) const {
  return column < FirstMismatch ? layerColumnHeader(Column(column), tasks_, make_)
                                : mismatchHeader(column - FirstMismatch, make_);
}

QString LayerTableModel::text(int row, int column) const {
  const LayerRow& shown = at(row);
  switch (column) {
    case Number:
      return hasNumber(shown.unit) ? QString::number(shown.unit.layer) : QString();
    case Kind:
      return roleName(shown.unit.role());
    case Shape:
      return shapeText(shown.unit);
    case Parameters:
      return countText(shown.unit.parameters);
    case Macs:
      return countText(shown.unit.macs);
    case State:
      return rowStateName(shown.state);
    case Similarity:
      return numberText(shown.similarity);
    case MergeCost:
      return numberText(shown.mergeCost);
    default:
      return numberText(shown.mismatch[std::size_t(column - FirstMismatch)]);
  }
}

QVariant LayerTableModel::raw(int row, int column) const {
  const LayerRow& shown = at(row);
  switch (column) {
    case Number:
      return shown.unit.layer;
    case Kind:
      return style::unchanged(shown.unit.role());
    case Shape:
      return shapeText(shown.unit);
    case Parameters:
      return qlonglong(shown.unit.parameters);
    case Macs:
      return qlonglong(shown.unit.macs);
    case State:
      return shown.state ? QString::fromStdString(toString(*shown.state)) : QStringLiteral("per task");
    case Similarity:
      return shown.similarity;
    case MergeCost:
      return shown.mergeCost;
    default:
      return shown.mismatch[std::size_t(column - FirstMismatch)];
  }
}

QString LayerTableModel::toolTip(int row, int column) const {
  if (column == Shape) return shapeToolTip(at(row).unit);
  return column == State ? stateToolTip(at(row)) : QString();
}

QVariant LayerTableModel::more(int row, int column, int role) const {
  const LayerRow& shown = at(row);
  switch (role) {
    case Qt::AccessibleTextRole:
      return column == Number && !hasNumber(shown.unit) ? roleName(shown.unit.role()) : text(row, column);
    case SortRole:
      if (column == Shape) return shown.unit.outputChannels;
      return column == State ? rankOf(shown.state) : raw(row, column);
    case LayerRole:
      return shown.unit.layer;
    case KindRole:
      return style::unchanged(shown.unit.role());
    case StateRole:
      return shown.state ? int(*shown.state) : -1;
    case TasksRole:
      return tasks_;
    default:
      return {};
  }
}

}  // namespace zipper
