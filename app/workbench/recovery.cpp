// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/workbench/recovery.h"

#include <QDir>
#include <QSaveFile>
#include <QUuid>

#include "core/support/error.h"
#include "core/support/files.h"
#include "core/support/temporary_file.h"
#include "widgets/style/engine_texts.h"
#include "widgets/style/plain_text.h"

namespace zipper {

namespace {

/// A file's name in UTF-8; what is longer isn't one that this program wrote.
constexpr qint64 longestOrigin = 64 * 1024;
/// As many files as are looked at: whatever lies in the folder, the window opens.
constexpr qsizetype mostOrphans = 50;

QString lockOf(const QString& file) { return file + ".lock"; }

std::filesystem::path pathOf(const QString& path) { return QFile::encodeName(path).toStdString(); }

QString originFileOf(const QString& file) { return file + ".origin"; }

}  // namespace

Recovery::Recovery(const QString& folder) : folder_(folder) { tryAgain(); }

void Recovery::tryAgain() {
  if (!file_.isEmpty()) return;
  const QString file = QDir(folder_).filePath(QUuid::createUuid().toString(QUuid::WithoutBraces) + ".zipper");
  try {
    createFolder(pathOf(folder_));
    removeStaleTemporaries(pathOf(folder_));
    checkCanWrite(pathOf(file));
  } catch (const Error& error) {
    trouble_ = style::engineText(error.what());
    return;
  }
  lock_ = std::make_unique<FileLock>(pathOf(lockOf(file)));
  trouble_ = lock_->isHeld() ? QString() : style::engineText(lock_->doubt());
  if (lock_->isHeld()) file_ = file;
}

void Recovery::discard() const {
  if (file_.isEmpty()) return;
  QFile::remove(file_);
  QFile::remove(originFileOf(file_));
}

void Recovery::setOrigin(const QString& path) const {
  if (file_.isEmpty()) return;
  if (path.isEmpty()) {
    QFile::remove(originFileOf(file_));
    return;
  }
  QSaveFile origin(originFileOf(file_));
  if (!origin.open(QIODevice::WriteOnly)) return;
  origin.write(path.toUtf8());
  origin.commit();
}

QString Recovery::originOf(const QString& orphan) {
  const QFileInfo info(originFileOf(orphan));
  QFile file(info.filePath());
  if (!info.isFile() || info.size() > longestOrigin || !file.open(QIODevice::ReadOnly)) return {};
  const QString path = style::unchanged(file.read(longestOrigin).toStdString());
  const QFileInfo origin(path);
  return origin.exists() && origin.lastModified() > QFileInfo(orphan).lastModified() ? QString() : path;
}

QStringList Recovery::orphans() const {
  QStringList found;
  for (const QFileInfo& info : QDir(folder_).entryInfoList({"*.zipper"}, QDir::Files, QDir::Time)) {
    if (found.size() == mostOrphans) break;
    if (info.absoluteFilePath() == QFileInfo(file_).absoluteFilePath()) continue;
    // Given back at once. Where a lock can't even be tried (a full disk), a session is rather shown than hidden.
    if (FileLock(pathOf(lockOf(info.absoluteFilePath()))).holder().empty()) found << info.absoluteFilePath();
  }
  return found;
}

void Recovery::removeOrphan(const QString& path) {
  for (const QString& file : {path, originFileOf(path), lockOf(path)}) QFile::remove(file);
}

}  // namespace zipper
