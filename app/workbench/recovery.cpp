#include "app/workbench/recovery.h"

#include <QDir>
#include <QUuid>

namespace zipper {

namespace {

QString lockOf(const QString& file) { return file + ".lock"; }

}  // namespace

Recovery::Recovery(const QString& folder) : folder_(folder) {
  const QString file = QDir(folder).filePath(QUuid::createUuid().toString(QUuid::WithoutBraces) + ".zipper");
  if (!QDir().mkpath(folder)) return;
  lock_ = std::make_unique<QLockFile>(lockOf(file));
  lock_->setStaleLockTime(0);  // as long as the program lives
  if (lock_->tryLock()) file_ = file;
}

void Recovery::discard() const {
  if (!file_.isEmpty()) QFile::remove(file_);
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
  QFile::remove(path);
  QFile::remove(lockOf(path));
}

}  // namespace zipper
