// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QDir>
#include <QLockFile>
#include <QProcess>
#include <QTemporaryDir>

namespace zipper::test {

/// The folder whose node_modules has this package ("name@version"), which npm installs once for all tests of a build;
/// empty if it can't. Scripts that packages want to run at their installation are not run.
inline QString npmPackage(const QString& package) {
  const QDir cache(ZIPPER_TEST_CACHE "/npm");
  if (!cache.mkpath(".")) return {};
  const QString name = QString(package).replace('/', '+'), folder = cache.filePath(name);
  QLockFile lock(folder + ".lock");
  lock.setStaleLockTime(0);  // of a process that lives: an installation may take a while
  if (!lock.tryLock(120000)) return {};
  if (QDir(folder).exists()) return folder;
  const QTemporaryDir made(cache.filePath(name + "-XXXXXX"));
  QProcess npm;
  npm.setWorkingDirectory(made.path());
  npm.start("npm", {"install", "--ignore-scripts", "--no-audit", "--no-fund", package});
  const bool fine = npm.waitForFinished(60000) && npm.exitStatus() == QProcess::NormalExit && npm.exitCode() == 0;
  return fine && QDir().rename(made.path(), folder) ? folder : QString();
}

}  // namespace zipper::test
