// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QCryptographicHash>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QLockFile>
#include <QProcess>
#include <QStringList>
#include <QTemporaryDir>
#include <filesystem>
#include <string>

namespace zipper::test {

/// Runs a script of tests/data with Debian's Python. Empty, or what went wrong.
inline std::string runScript(const QString& script, const QStringList& arguments) {
  QProcess python;
  python.start("/usr/bin/python3", QStringList{ZIPPER_TESTS "/data/" + script} + arguments);
  if (!python.waitForFinished(100'000)) return "python3 was not started or did not end";
  const bool fine = python.exitStatus() == QProcess::NormalExit && python.exitCode() == 0;
  return fine ? std::string() : python.readAllStandardError().toStdString();
}

/// Of all scripts of the tests and of when Python's PyTorch was installed: what a script makes depends on no more.
inline QString stateOfScripts() {
  QCryptographicHash hash(QCryptographicHash::Sha256);
  for (const char* folder : {ZIPPER_TESTS "/data", ZIPPER_TESTS "/support"})
    for (const QFileInfo& script : QDir(folder).entryInfoList({"*.py"}, QDir::Files, QDir::Name)) {
      QFile file(script.filePath());
      if (file.open(QIODevice::ReadOnly)) hash.addData(file.readAll());
    }
  for (const char* package : {"torch", "torchvision", "onnx"}) {
    const QFileInfo installed(QString("/usr/lib/python3/dist-packages/%1/version.py").arg(package));
    hash.addData(QByteArray::number(installed.lastModified().toSecsSinceEpoch()));
  }
  return hash.result().toHex().left(16);
}

/// What a script of tests/data makes in the folder that it is given, in `folder`. Its random numbers are the same each
/// time, so that it runs once for all tests of a build. Empty, or what went wrong.
inline std::string makeFixtures(const QString& script, const QString& folder) {
  const QDir cache(ZIPPER_TEST_CACHE "/fixtures");
  if (!cache.mkpath(".")) return "the folder of the fixtures can't be made";
  const QString made = cache.filePath(script + "-" + stateOfScripts());
  QLockFile lock(made + ".lock");
  lock.setStaleLockTime(0);
  if (!lock.tryLock(120000)) return "the fixtures are locked";
  if (!QDir(made).exists()) {
    QTemporaryDir fresh(made + "-XXXXXX");
    const std::string problem = runScript(script, {fresh.path()});
    if (!problem.empty()) return problem;
    if (!QDir().rename(fresh.path(), made)) return "the fixtures can't be kept";
    fresh.setAutoRemove(false);
  }
  std::error_code error;
  std::filesystem::copy(made.toStdString(), folder.toStdString(),
                        std::filesystem::copy_options::recursive | std::filesystem::copy_options::overwrite_existing,
                        error);
  return error ? error.message() : std::string();
}

}  // namespace zipper::test
