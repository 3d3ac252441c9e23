// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/export/export_result_text.h"

#include <QCoreApplication>
#include <QFileInfo>
#include <algorithm>

#include "core/support/text_format.h"
#include "widgets/export/export_names.h"
#include "widgets/style/engine_texts.h"
#include "widgets/style/plain_text.h"
#include "widgets/style/terms.h"

namespace zipper {

namespace {

struct ResultTexts {
  Q_DECLARE_TR_FUNCTIONS(zipper::ExportPanel)
};

/// The files that aren't the one that was asked for.
QStringList filesBeside(const QString& path, const ExportCheck& check) {
  const QString own = QFileInfo(path).fileName();
  QStringList names;
  for (const std::filesystem::path& file : check.files)
    if (const QString name = style::shown(file.filename().string()); name != style::shown(own)) names << name;
  return names;
}

}  // namespace

QString exportCheckText(const ExportCheck& check) {
  return ResultTexts::tr("read back and run on %n image(s) per task, largest relative difference %1", nullptr,
                         check.images)
      .arg(check.largestDifference, 0, 'g', 2);
}

QStringList exportAccuracyTexts(const ExportCheck& check, const std::string& task) {
  QStringList texts;
  const int first = std::max(0, taskNumber(task));
  for (std::size_t i = 0; i < check.top1.size(); ++i) {
    const Top1& top1 = check.top1[i];
    if (top1.images == 0) continue;
    texts << ResultTexts::tr("Task %1: top-1 of the file %2, of the network %3, on %4 test images.")
                 .arg(taskLetter(first + int(i)), QString::fromStdString(percentText(top1.file)),
                      QString::fromStdString(percentText(top1.network)),
                      QString::fromStdString(withThousands(top1.images)));
  }
  for (std::size_t i = 0; i < check.agreement.size(); ++i) {
    const IntegerAgreement& agreement = check.agreement[i];
    if (agreement.images == 0) continue;
    texts << ResultTexts::tr("Task %1: the same class in integers as before on %2 of %3 images.")
                 .arg(taskLetter(first + int(i)), QString::fromStdString(percentText(agreement.same)),
                      QString::fromStdString(withThousands(agreement.images)));
  }
  return texts;
}

QStringList exportResultTexts(const QString& path, const ExportCheck& check, const std::string& task) {
  QStringList texts;
  texts << ResultTexts::tr("Written: %1 (%2).").arg(style::shown(path), QString::fromStdString(bytesText(check.bytes)));
  if (check.images > 0)
    texts << ResultTexts::tr("Read back and run on %n image(s) per task: largest relative difference %1.", nullptr,
                             check.images)
                 .arg(check.largestDifference, 0, 'g', 2);
  if (check.roundingDifference > 0)
    texts << ResultTexts::tr("Rounded numbers change its outputs by at most %1 of the largest.")
                 .arg(QString::fromStdString(percentText(check.roundingDifference)));
  texts << exportAccuracyTexts(check, task);
  if (const QStringList beside = filesBeside(path, check); !beside.isEmpty())
    texts << ResultTexts::tr("Written beside it: %1.").arg(beside.join(QStringLiteral(", ")));
  for (const std::string& note : check.notes) texts << style::engineText(note);
  return texts;
}

}  // namespace zipper
