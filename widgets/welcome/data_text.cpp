// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/welcome/data_text.h"

#include <QCoreApplication>
#include <QLocale>
#include <QStringList>

#include "core/support/printable.h"
#include "widgets/style/engine_texts.h"

namespace zipper {

namespace {

struct DataText {
  Q_DECLARE_TR_FUNCTIONS(DataText)
};

QString numberText(std::int64_t number) { return QLocale().toString(qlonglong(number)); }

QString namesText(const std::vector<std::string>& names) {
  QStringList shown;
  for (std::size_t i = 0; i < names.size() && i < 4; ++i) shown << QString::fromStdString(printable(names[i], 30));
  return shown.join(QStringLiteral(", ")) + (names.size() > 4 ? QStringLiteral(", …") : QString());
}

}  // namespace

QString dataText(const DataSummary& summary) {
  QStringList facts;
  facts << (summary.validation > 0
                ? DataText::tr("%1 training, %2 validation, %3 test images")
                      .arg(numberText(summary.training), numberText(summary.validation), numberText(summary.test))
                : DataText::tr("%1 training, %2 test images")
                      .arg(numberText(summary.training), numberText(summary.test)));
  facts << DataText::tr("%1 classes: %2").arg(summary.classNames.size()).arg(namesText(summary.classNames));
  if (summary.reading != ImageReading())
    facts << DataText::tr("Transparency: %1; orientation: %2")
                 .arg(alphaName(summary.reading.alpha), exifName(summary.reading.exif));
  return facts.join(QStringLiteral(" · "));
}

QString dataNotesText(const DataSummary& summary) {
  QStringList lines;
  for (const std::string& note : summary.notes) lines << QStringLiteral("• ") + style::engineText(note);
  return lines.join(QLatin1Char('\n'));
}

QString alphaName(Alpha alpha) {
  return alpha == Alpha::Drop ? DataText::tr("dropped, as PIL and TensorFlow do") : DataText::tr("laid over white");
}

QString exifName(Exif exif) {
  return exif == Exif::Ignore ? DataText::tr("as stored, as PyTorch and TensorFlow do")
                              : DataText::tr("turned upright");
}

}  // namespace zipper
