// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QImage>
#include <QString>
#include <QStringList>
#include <functional>

#include "widgets/inspector/shown_array.h"

namespace zipper {

/// Something on show that can be saved.
struct Exportable {
  QString title;
  FloatArrayPtr array;
  std::function<QImage()> picture;
  QStringList columns;  ///< of a table: the first line of the CSV file; empty: numbers only
};

/// What is shown of an array: one pixel per value, with its colours.
Exportable exportable(const ShownArray& array, bool dark);

/// One line per row of the last dimension, the other dimensions one after another: numpy's
/// loadtxt(file, delimiter=",").reshape(shape) gives the array back. Numbers read back as the same float.
std::string csvText(const FloatArray& array, const QStringList& columns = {});

/// Written atomically; each throws Error that names the path.
void writePng(const QString& path, const QImage& picture);
void writeCsv(const QString& path, const Exportable& item);
void writeNpy(const QString& path, const Exportable& item);

}  // namespace zipper
