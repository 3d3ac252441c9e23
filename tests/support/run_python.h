// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QProcess>
#include <QStringList>
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

}  // namespace zipper::test
