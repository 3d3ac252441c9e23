// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/inspector/exports.h"

#include <QBuffer>

#include "core/analysis/npy.h"
#include "core/support/csv_field.h"
#include "core/support/error.h"
#include "core/support/files.h"
#include "core/support/text_format.h"

namespace zipper {

Exportable exportable(const ShownArray& array, bool dark) {
  return {array.fullTitle(),
          array.values,
          [values = array.values, scale = array.scale, dark] { return wholeImage(*values, scale, dark); },
          {}};
}

std::string csvText(const FloatArray& array, const QStringList& columns) {
  std::string text;
  for (int i = 0; i < columns.size(); ++i) text += (i ? "," : "") + csvField(columns[i].toStdString());
  if (!columns.isEmpty()) text += '\n';
  const auto length = array.shape.empty() ? std::size_t(1) : std::size_t(array.shape.back());
  for (std::size_t i = 0; i < array.values.size(); ++i) {
    text += shortestNumber(array.values[i]);
    text += (i + 1) % length == 0 ? '\n' : ',';
  }
  return text;
}

void writePng(const QString& path, const QImage& picture) {
  QByteArray bytes;
  QBuffer buffer(&bytes);
  buffer.open(QIODevice::WriteOnly);
  if (picture.isNull() || !picture.save(&buffer, "PNG")) fail(path.toStdString(), ": the picture can't be encoded");
  writeFileAtomically(path.toStdString(), bytes.toStdString());
}

void writeNpy(const QString& path, const Exportable& item) { zipper::writeNpy(path.toStdString(), *item.array); }

void writeCsv(const QString& path, const Exportable& item) {
  writeFileAtomically(path.toStdString(), csvText(*item.array, item.columns));
}

}  // namespace zipper
