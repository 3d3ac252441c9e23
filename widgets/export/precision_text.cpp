// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/export/precision_text.h"

#include <QCoreApplication>
#include <algorithm>

#include "core/support/text_format.h"
#include "core/zippering/session_export.h"

namespace zipper {

namespace {

/// Translators find this file's texts with those of the form.
struct PrecisionTexts {
  Q_DECLARE_TR_FUNCTIONS(zipper::ExportForm)
};

}  // namespace

QString precisionTitle(const ExportChoice& choice) {
  switch (choice.precision) {
    case ExportPrecision::Float16:
      return PrecisionTexts::tr("16-bit numbers, half the size");
    case ExportPrecision::Int8:
      return PrecisionTexts::tr("8-bit integers, a quarter of the size");
    case ExportPrecision::Float32:
      break;
  }
  return PrecisionTexts::tr("32-bit numbers, as trained");
}

QString precisionNote(const ExportChoice& choice, std::int64_t trainingImages) {
  if (choice.precision == ExportPrecision::Float16)
    return PrecisionTexts::tr("Weights are rounded; what the network computes stays in 32-bit numbers.");
  if (choice.precision != ExportPrecision::Int8 || trainingImages == 0) return {};
  const std::int64_t used = std::min<std::int64_t>(exportRangeImages, trainingImages);
  return PrecisionTexts::tr(
             "The ranges of the maps are found on training images, %1 of each task. Accuracy is measured "
             "on the test images, and shown beside that of the network.")
      .arg(QString::fromStdString(withThousands(used)));
}

}  // namespace zipper
