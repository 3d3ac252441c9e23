// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/layers/layer_table_model.h"

#include <cmath>
#include <limits>

#include "core/support/text_format.h"

namespace zipper {

namespace {

QString numberText(double value, int decimals) {
  if (std::isnan(value)) return QStringLiteral("–");
  if (std::isinf(value)) return value > 0 ? QStringLiteral("∞") : QStringLiteral("−∞");
  return QString::fromStdString(fixedNumber(value, decimals)).replace('-', QChar(0x2212));
}

QString countText(std::int64_t count) { return QString::fromStdString(withThousands(count)); }

bool hasNumber(const LayerInfo& info) { return info.layer >= 1 && info.layer <= layerCount; }

bool isText(int column) {
  return column == LayerTableModel::Kind || column == LayerTableModel::Shape || column == LayerTableModel::State;
}

}  // namespace

bool LayerTableModel::setRows(std::vector<LayerRow> rows) {
  const int tasks = rows.empty() ? 2 : int(rows.front().mismatch.size());
  const bool other = rows.size() != rows_.size() || tasks != tasks_;
  if (other) beginResetModel();
  rows_ = std::move(rows);
  tasks_ = tasks;
  fillMergeCosts();
  if (other)
    endResetModel();
  else if (!rows_.empty())
    Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, columnCount() - 1));
  return other;
}

void LayerTableModel::setMismatch(const std::vector<float>& layerL1) {
  if (rows_.empty() || layerL1.size() != std::size_t(tasks_ * layerCount)) return;
  for (LayerRow& row : rows_) {
    if (row.info.kind != LayerKind::Pointwise) continue;
    for (int t = 0; t < tasks_; ++t)
      row.mismatch[std::size_t(t)] = layerL1[std::size_t(t * layerCount + row.info.layer - 1)];
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
  const bool known = mergeCosts_.size() == std::size_t(layerCount);
  for (LayerRow& row : rows_)
    row.mergeCost = known && row.info.kind == LayerKind::Pointwise ? mergeCosts_[std::size_t(row.info.layer) - 1]
                                                                   : std::numeric_limits<double>::quiet_NaN();
}

int LayerTableModel::rowCount(const QModelIndex& parent) const { return parent.isValid() ? 0 : int(rows_.size()); }

int LayerTableModel::columnCount(const QModelIndex& parent) const {
  return parent.isValid() ? 0 : FirstMismatch + tasks_;
}

QVariant LayerTableModel::data(const QModelIndex& index, int role) const {
  if (!checkIndex(index, CheckIndexOption::IndexIsValid)) return {};
  const LayerRow& row = rows_[std::size_t(index.row())];
  switch (role) {
    case Qt::DisplayRole:
      return text(row, index.column());
    case Qt::ToolTipRole:
      return toolTip(row, index.column());
    case Qt::AccessibleTextRole:
      return index.column() == Number && !hasNumber(row.info) ? kindText(row.info.kind) : text(row, index.column());
    case Qt::TextAlignmentRole:
      return QVariant::fromValue(Qt::AlignVCenter | (isText(index.column()) ? Qt::AlignLeft : Qt::AlignRight));
    case style::RawRole:
      return raw(row, index.column());
    case SortRole:
      return sortValue(row, index.column());
    case LayerRole:
      return row.info.layer;
    case KindRole:
      return int(row.info.kind);
    case StateRole:
      return row.state ? int(*row.state) : -1;
    default:
      return {};
  }
}

QVariant LayerTableModel::headerData(int section, Qt::Orientation orientation, int role) const {
  if (orientation != Qt::Horizontal || section < 0 || section >= columnCount()) return {};
  switch (role) {
    case Qt::DisplayRole:
      return title(section);
    case Qt::ToolTipRole:
      return explanation(section);
    case Qt::TextAlignmentRole:
      return QVariant::fromValue(Qt::AlignVCenter | (isText(section) ? Qt::AlignLeft : Qt::AlignRight));
    case style::RawRole:
      return csvName(section);
    default:
      return {};
  }
}

QString LayerTableModel::kindText(LayerKind kind) {
  switch (kind) {
    case LayerKind::Stem:
      return tr("stem");
    case LayerKind::Depthwise:
      return tr("depthwise");
    case LayerKind::Pointwise:
      return tr("pointwise");
    case LayerKind::Head:
      return tr("head");
  }
  return {};
}

QString LayerTableModel::stateText(const std::optional<LayerState>& state) {
  if (!state) return tr("per task");
  switch (*state) {
    case LayerState::Separate:
      return tr("separate");
    case LayerState::Merged:
      return tr("merged");
    case LayerState::InWork:
      return tr("in work");
    case LayerState::LeftOut:
      return tr("left out");
  }
  return {};
}

QString LayerTableModel::text(const LayerRow& row, int column) const {
  const LayerInfo& info = row.info;
  switch (column) {
    case Number:
      return hasNumber(info) ? QString::number(info.layer) : QString();
    case Kind:
      return kindText(info.kind);
    case Shape:
      return shapeText(info);
    case Parameters:
      return countText(info.parameters);
    case Macs:
      return countText(info.macs);
    case State:
      return stateText(row.state);
    case Similarity:
      return numberText(row.similarity, 3);
    case MergeCost:
      return numberText(row.mergeCost, 3);
    default:
      return numberText(row.mismatch[std::size_t(column - FirstMismatch)], 3);
  }
}

QVariant LayerTableModel::raw(const LayerRow& row, int column) const {
  const LayerInfo& info = row.info;
  switch (column) {
    case Number:
      return info.layer;
    case Kind:
      return QString::fromStdString(toString(info.kind));
    case Shape:
      return shapeText(info);
    case Parameters:
      return qlonglong(info.parameters);
    case Macs:
      return qlonglong(info.macs);
    case State:
      return row.state ? QString::fromStdString(toString(*row.state)) : QStringLiteral("per task");
    case Similarity:
      return row.similarity;
    case MergeCost:
      return row.mergeCost;
    default:
      return row.mismatch[std::size_t(column - FirstMismatch)];
  }
}

QVariant LayerTableModel::sortValue(const LayerRow& row, int column) const {
  if (column == Shape) return row.info.outputChannels;
  if (column != State) return raw(row, column);
  if (!row.state) return 4;
  switch (*row.state) {  // from what is shared to what will never be
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

}  // namespace zipper
