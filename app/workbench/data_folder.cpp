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

DataFolder::DataFolder(const QString& wanted) : path_(wanted) {
  if (canBeWritten(wanted)) return;
  temporary_ = std::make_unique<QTemporaryDir>(QDir::tempPath() + "/zipper-workbench");
  if (temporary_->isValid()) path_ = temporary_->path();
  doubt_ = DataFolderTexts::tr(
               "The folder %1 can't be written: settings, recent sessions and copies for recovery aren't "
               "kept. Save sessions elsewhere, and make this folder writable or name another home "
               "folder (HOME) before the next start.")
               .arg(style::shown(wanted));
}

}  // namespace zipper
