// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QProcess>
#include <QRegularExpression>
#include <QTemporaryDir>
#include <QtTest>
#include <filesystem>

#include "support/fewer_images.h"
#include "support/forked_program.h"

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

constexpr int zipperPatience = 250000;  ///< milliseconds

#ifdef ZIPPER_FORK_SERVER

/// Runs the zipper program to its end. What has to be a process of its own, or has its outputs read meanwhile, is
/// started with QProcess.
inline ProgramResult runZipper(const QStringList& arguments, const QString& folder = {}) {
  static ForkedProgram program({ZIPPER_PROGRAM, "--serve-forks"}, {"LD_PRELOAD=" ZIPPER_FORK_SERVER});
  const auto run = program.run(QStringList{ZIPPER_PROGRAM} + arguments, folder, zipperPatience);
  if (!run) return {-1, {}, "the program could not be run, or did not end"};
  return {WIFEXITED(run->status) ? WEXITSTATUS(run->status) : -1, QString::fromUtf8(run->output),
          QString::fromUtf8(run->errors)};
}

#else

inline ProgramResult runZipper(const QStringList& arguments, const QString& folder = {}) {
  QProcess process;
  if (!folder.isEmpty()) process.setWorkingDirectory(folder);
  process.start(ZIPPER_PROGRAM, arguments);
  if (!process.waitForFinished(zipperPatience)) process.kill();
  return {process.exitStatus() == QProcess::NormalExit ? process.exitCode() : -1,
          QString::fromUtf8(process.readAllStandardOutput()), QString::fromUtf8(process.readAllStandardError())};
}

#endif

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
  /// A data set of its own: the first 128 training images and the first 64 test images of one of the sample's.
  void writeFew(const QString& name, const QString& of) const {
    const std::filesystem::path made = file(name).toStdString();
    std::filesystem::copy(file(of).toStdString(), made, std::filesystem::copy_options::recursive);
    keepImages(made, Split::Train, 128);
    keepImages(made, Split::Test, 64);
  }

 private:
  QTemporaryDir folder_;
  ProgramResult result_;
};

}  // namespace zipper::test
