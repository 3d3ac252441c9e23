// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QAbstractItemModel>
#include <QList>
#include <QString>
#include <QVariant>

namespace zipper::style {

/// Role of the value behind a cell: a number (NaN: unknown) or a text that isn't translated. Tables are sorted and
/// copied by it. A horizontal header answers it with the column's name in a CSV file.
inline constexpr int RawRole = Qt::UserRole + 1;

/// Whether `a` comes before `b`: numbers by value, texts by the locale. Unknown values come last in both orders, if the
/// caller reverses the result for a descending order as QSortFilterProxyModel does.
bool rawLess(const QVariant& a, const QVariant& b, Qt::SortOrder order);

/// A text as a field of a CSV file, see core/support/csv_field.h.
QString csvField(const QString& text);

/// A header line and these rows, raw values, "\n" at the ends of lines. Numbers have dots whatever the locale; unknown
/// ones are empty.
QString csvOf(const QAbstractItemModel& model, const QList<int>& rows);
/// All rows, in the order of the model.
QString csvOf(const QAbstractItemModel& model);

}  // namespace zipper::style
