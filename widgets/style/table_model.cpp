// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/style/table_model.h"

namespace zipper::style {

QVariant cellAlignment(bool isText) {
  return QVariant::fromValue(Qt::AlignVCenter | (isText ? Qt::AlignLeft : Qt::AlignRight));
}

QVariant headerValue(const ColumnHeader& header, bool isText, int role) {
  switch (role) {
    case Qt::DisplayRole:
      return header.title;
    case Qt::ToolTipRole:
      return header.explanation;
    case Qt::TextAlignmentRole:
      return cellAlignment(isText);
    case RawRole:
      return header.csvName;
    default:
      return {};
  }
}

QVariant TableModel::data(const QModelIndex& index, int role) const {
  if (!checkIndex(index, CheckIndexOption::IndexIsValid)) return {};
  switch (role) {
    case Qt::DisplayRole:
      return text(index.row(), index.column());
    case Qt::ToolTipRole:
      return toolTip(index.row(), index.column());
    case Qt::TextAlignmentRole:
      return cellAlignment(isText(index.column()));
    case RawRole:
      return raw(index.row(), index.column());
    default:
      return more(index.row(), index.column(), role);
  }
}

QVariant TableModel::headerData(int section, Qt::Orientation orientation, int role) const {
  if (orientation != Qt::Horizontal || section < 0 || section >= columnCount()) return {};
  return headerValue(header(section), isText(section), role);
}

}  // namespace zipper::style
