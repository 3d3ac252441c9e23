// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/workbench/recovery.h"

#include <QDir>
#include <QSaveFile>
#include <QUuid>

namespace zipper {

namespace {

QString lockOf(const QString& file) { return file + ".lock"; }

QString originFileOf(const QString& file) { return file + ".origin"; }

}  // namespace

Recovery::Recovery(const QString& folder) : folder_(folder) {
  const QString file = QDir(folder).filePath(QUuid::createUuid().toString(QUuid::WithoutBraces) + ".zipper");
  if (!QDir().mkpath(folder)) return;
  lock_ = std::make_unique<QLockFile>(lockOf(file));
  lock_->setStaleLockTime(0);  // as long as the program lives
  if (lock_->tryLock()) file_ = file;
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
  QFile file(originFileOf(orphan));
  if (!file.open(QIODevice::ReadOnly)) return {};
  const QString path = QString::fromUtf8(file.readAll());
  const QFileInfo origin(path);
  return origin.exists() && origin.lastModified() > QFileInfo(orphan).lastModified() ? QString() : path;
}

QStringList Recovery::orphans() const {
  QStringList found;
  for (const QFileInfo& info : QDir(folder_).entryInfoList({"*.zipper"}, QDir::Files, QDir::Time)) {
    if (info.absoluteFilePath() == QFileInfo(file_).absoluteFilePath()) continue;
    QLockFile lock(lockOf(info.absoluteFilePath()));
    lock.setStaleLockTime(0);
    if (lock.tryLock()) found << info.absoluteFilePath();  // given back at once: nobody else holds it
  }
  return found;
}

void Recovery::removeOrphan(const QString& path) {
  for (const QString& file : {path, originFileOf(path), lockOf(path)}) QFile::remove(file);
}

}  // namespace zipper
