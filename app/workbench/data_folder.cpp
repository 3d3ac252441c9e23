// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/workbench/data_folder.h"

#include <QCoreApplication>
#include <QDir>
#include <QTemporaryFile>

#include "widgets/style/plain_text.h"

namespace zipper {

namespace {

struct DataFolderTexts {
  Q_DECLARE_TR_FUNCTIONS(DataFolder)
};

bool canBeWritten(const QString& folder) {
  if (!QDir().mkpath(folder)) return false;
  QTemporaryFile trial(folder + "/writable");
  return trial.open();
}

}  // namespace

DataFolder::DataFolder(const QString& wanted, const QString& settings) : path_(wanted) {
  QStringList sentences;
  if (!canBeWritten(wanted)) {
    temporary_ = std::make_unique<QTemporaryDir>(QDir::tempPath() + "/zipper-workbench");
    if (temporary_->isValid()) path_ = temporary_->path();
    sentences << DataFolderTexts::tr("Copies for recovery aren't kept: the folder %1 can't be written.")
                     .arg(style::shown(wanted));
  }
  if (!canBeWritten(settings))
    sentences << DataFolderTexts::tr(
                     "Settings and the list of recent sessions aren't kept: the folder %1 can't be "
                     "written.")
                     .arg(style::shown(settings));
  if (sentences.isEmpty()) return;
  sentences << DataFolderTexts::tr(
      "Save sessions elsewhere, and make that writable or name another home folder (HOME) "
      "before the next start.");
  doubt_ = sentences.join(' ');
}

}  // namespace zipper
