// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/style/table_values.h"

#include <QLocale>
#include <QStringList>
#include <cmath>
#include <numeric>

#include "core/support/csv_field.h"

namespace zipper::style {

namespace {

bool isText(const QVariant& value) { return value.typeId() == QMetaType::QString; }

bool isUnknown(const QVariant& value) { return !value.isValid() || (!isText(value) && std::isnan(value.toDouble())); }

QString cell(const QVariant& value) {
  if (isUnknown(value)) return {};
  if (value.typeId() == QMetaType::Double)
    return QString::number(value.toDouble(), 'g', QLocale::FloatingPointShortest);
  return isText(value) ? csvField(value.toString()) : value.toString();
}

}  // namespace

bool rawLess(const QVariant& a, const QVariant& b, Qt::SortOrder order) {
  const bool unknownA = isUnknown(a), unknownB = isUnknown(b);
  if (unknownA || unknownB) return unknownA != unknownB && unknownB == (order == Qt::AscendingOrder);
  if (isText(a) || isText(b)) return QString::localeAwareCompare(a.toString(), b.toString()) < 0;
  return a.toDouble() < b.toDouble();
}

QString csvField(const QString& text) { return QString::fromStdString(zipper::csvField(text.toStdString())); }

QString csvOf(const QAbstractItemModel& model, const QList<int>& rows) {
  const int columns = model.columnCount();
  QStringList fields;
  for (int column = 0; column < columns; ++column)
    fields << csvField(model.headerData(column, Qt::Horizontal, RawRole).toString());
  QString text = fields.join(',') + '\n';
  for (const int row : rows) {
    fields.clear();
    for (int column = 0; column < columns; ++column) fields << cell(model.index(row, column).data(RawRole));
    text += fields.join(',') + '\n';
  }
  return text;
}

QString csvOf(const QAbstractItemModel& model) {
  QList<int> rows(model.rowCount());
  std::iota(rows.begin(), rows.end(), 0);
  return csvOf(model, rows);
}

}  // namespace zipper::style
