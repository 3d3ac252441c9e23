// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QProcess>
#include <QRegularExpression>
#include <QTemporaryDir>
#include <QtTest>
#include <csignal>
#include <filesystem>
#include <memory>
#include <vector>

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

/// The zipper program while it runs, a process of its own. It is killed when this goes.
class RunningZipper {
 public:
  /// `variables`: "NAME=value", besides those of the test.
  explicit RunningZipper(const QStringList& arguments, const QString& folder = {},
                         const ForkedProgram::Texts& variables = {}, const ForkedProgram::Places& places = {})
      : program_(idle().empty()
                     ? std::make_unique<ForkedProgram>(ForkedProgram::Texts{ZIPPER_PROGRAM, "--serve-forks"},
                                                       ForkedProgram::Texts{"LD_PRELOAD=" ZIPPER_FORK_SERVER})
                     : std::move(idle().back())) {
    if (!idle().empty()) idle().pop_back();
    runs_ = program_->begin(QStringList{ZIPPER_PROGRAM} + arguments, folder, variables, places);
  }
  RunningZipper(const RunningZipper&) = delete;
  RunningZipper& operator=(const RunningZipper&) = delete;
  ~RunningZipper() {
    kill(SIGKILL);
    result();
    idle().push_back(std::move(program_));
  }

  pid_t process() const { return program_->process(); }
  void kill(int signal) const {
    if (runs_) ::kill(process(), signal);
  }
  /// What it has printed so far.
  QByteArray output() const { return program_->output(); }
  QByteArray errors() const { return program_->errors(); }

  /// Waits for the end; -1 is the status of what was killed, or couldn't be run, or did not end in so many
  /// milliseconds.
  ProgramResult result(int milliseconds = zipperPatience) {
    if (!runs_) return result_;
    runs_ = false;
    const auto run = program_->end(milliseconds);
    if (run)
      result_ = {WIFEXITED(run->status) ? WEXITSTATUS(run->status) : -1, QString::fromUtf8(run->output),
                 QString::fromUtf8(run->errors)};
    return result_;
  }

 private:
  /// Those that have loaded the program and run nothing.
  static std::vector<std::unique_ptr<ForkedProgram>>& idle() {
    static std::vector<std::unique_ptr<ForkedProgram>> programs;
    return programs;
  }

  std::unique_ptr<ForkedProgram> program_;
  bool runs_ = false;
  ProgramResult result_{-1, {}, "the program could not be run, or did not end"};
};

#else

class RunningZipper {
 public:
  explicit RunningZipper(const QStringList& arguments, const QString& folder = {},
                         const ForkedProgram::Texts& variables = {}, const ForkedProgram::Places& places = {}) {
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    for (const std::string& variable : variables) {
      const QStringList parts = QString::fromStdString(variable).split('=');
      environment.insert(parts[0], parts.mid(1).join('='));
    }
    process_.setProcessEnvironment(environment);
    if (!folder.isEmpty()) process_.setWorkingDirectory(folder);
    const auto into = [](const char* stream, const QString& place) {
      return place.isEmpty() ? QString() : QString(" %1>%2").arg(stream, place == "-" ? "&-" : place);
    };
    const QString command = "exec \"$0\" \"$@\"" + into("1", places.output) + into("2", places.errors);
    process_.start("bash", QStringList{"-c", command, ZIPPER_PROGRAM} + arguments);
    process_.waitForStarted();
  }
  ~RunningZipper() {
    process_.kill();
    process_.waitForFinished();
  }

  pid_t process() const { return pid_t(process_.processId()); }
  void kill(int signal) const {
    if (process_.state() == QProcess::Running) ::kill(process(), signal);
  }
  QByteArray output() const { return read(), output_; }
  QByteArray errors() const { return read(), errors_; }

  ProgramResult result(int milliseconds = zipperPatience) {
    if (!process_.waitForFinished(milliseconds) && process_.state() == QProcess::Running) process_.kill();
    process_.waitForFinished();
    read();
    return {process_.exitStatus() == QProcess::NormalExit ? process_.exitCode() : -1, QString::fromUtf8(output_),
            QString::fromUtf8(errors_)};
  }

 private:
  void read() const {
    process_.waitForReadyRead(0);
    output_ += process_.readAllStandardOutput();
    errors_ += process_.readAllStandardError();
  }

  mutable QProcess process_;
  mutable QByteArray output_, errors_;
};

#endif

/// Runs the zipper program to its end.
inline ProgramResult runZipper(const QStringList& arguments, const QString& folder = {},
                               const ForkedProgram::Texts& variables = {}, const ForkedProgram::Places& places = {}) {
  return RunningZipper(arguments, folder, variables, places).result();
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
