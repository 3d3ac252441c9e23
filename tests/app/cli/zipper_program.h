// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QProcess>
#include <QRegularExpression>
#include <QTemporaryDir>
#include <QtTest>

namespace zipper::test {

struct ProgramResult {
  int status = -1;
  QString output, errors;

  /// Without the notes on what options mean besides, which may come before an error.
  QString ownErrors() const {
    return QString(errors).remove(QRegularExpression("^zipper: note: --.*\n", QRegularExpression::MultilineOption));
  }
  qsizetype errorLines() const { return ownErrors().count('\n'); }
};

/// Runs the zipper program to its end.
inline ProgramResult runZipper(const QStringList& arguments, const QString& folder = {}) {
  QProcess process;
  if (!folder.isEmpty()) process.setWorkingDirectory(folder);
  process.start(ZIPPER_PROGRAM, arguments);
  if (!process.waitForFinished(250000)) process.kill();
  return {process.exitStatus() == QProcess::NormalExit ? process.exitCode() : -1,
          QString::fromUtf8(process.readAllStandardOutput()), QString::fromUtf8(process.readAllStandardError())};
}

/// What `command` needs to merge the sample pair (written below the working folder) in about a second.
inline QStringList quickPair(const QString& command, const QString& layers, int iterations) {
  return {command,
          "--a",
          "fashion.safetensors",
          "--b",
          "digits.safetensors",
          "--data-a",
          "fashion",
          "--data-b",
          "digits",
          "--init",
          "mean",
          "--layers",
          layers,
          "--steps",
          QString::number(iterations),
          "--batch",
          "4",
          "--statistics",
          "false",
          "--threads",
          "1"};
}

inline QStringList quickMerge(const QString& out, const QString& layers = "1-13", int iterations = 2) {
  return quickPair("merge", layers, iterations) + QStringList{"--no-eval", "--out", out};
}

/// A folder with the sample pair and its data.
class SampleFolder {
 public:
  SampleFolder() { result_ = runZipper({"sample", "--out", folder_.path()}); }
  bool isValid() const { return result_.status == 0; }
  QString path() const { return folder_.path(); }
  QString file(const QString& name) const { return folder_.filePath(name); }

 private:
  QTemporaryDir folder_;
  ProgramResult result_;
};

}  // namespace zipper::test
