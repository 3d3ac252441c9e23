// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <fcntl.h>
#include <poll.h>
#include <spawn.h>
#include <sys/wait.h>
#include <unistd.h>

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <csignal>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace zipper::test {

/// A program that is loaded once for all of its runs: each is a copy of a process that has its libraries already, made
/// by fork_server.cpp or by python_server.py. It has the environment, the arguments and the exit
/// status of a program that is started anew; its outputs are files and its input is empty.
class ForkedProgram {
 public:
  struct Run {
    int status = 0;  ///< as waitpid() tells it
    QByteArray output, errors;
  };

  using Texts = std::vector<std::string>;

  /// Where the outputs of a run go instead of files that are read: paths, or "-" for a closed stream.
  struct Places {
    QString output, errors;
  };

  /// How the server of the runs is started, and what its environment has besides: "NAME=value".
  explicit ForkedProgram(Texts command, Texts variables = {})
      : command_(std::move(command)), variables_(std::move(variables)) {}
  ForkedProgram(const ForkedProgram&) = delete;
  ForkedProgram& operator=(const ForkedProgram&) = delete;
  ~ForkedProgram() { stop(); }

  /// `arguments`: from what a program knows as its own name on. Nothing if it can't be run, or not within so many
  /// milliseconds. An empty folder: the current one.
  std::optional<Run> run(const QStringList& arguments, const QString& folder, int milliseconds,
                         const Places& places = {}) {
    return begin(arguments, folder, {}, places) ? end(milliseconds) : std::nullopt;
  }

  /// Starts a run, of which there is one at a time, with these variables ("NAME=value") besides those of the test.
  /// False if it can't be run.
  bool begin(const QStringList& arguments, const QString& folder, const Texts& variables = {},
             const Places& places = {}) {
    if (server_ < 0 && !start()) return false;
    files_.emplace();
    output_ = places.output.isEmpty() ? files_->filePath("output") : places.output;
    errors_ = places.errors.isEmpty() ? files_->filePath("errors") : places.errors;
    Texts all, allVariables = environment();
    for (const QString& argument : arguments) all.push_back(bytesOf(argument));
    allVariables.insert(allVariables.end(), variables.begin(), variables.end());
    std::string request;
    append(request, {bytesOf(folder.isEmpty() ? QDir::currentPath() : folder), bytesOf(output_), bytesOf(errors_)});
    append(request, allVariables);
    append(request, all);
    if (send(request) && receive(process_, 10000)) return true;
    stop();
    return false;
  }

  /// Of the run that was begun, until end() is called; what it has printed so far.
  pid_t process() const { return process_; }
  QByteArray output() const { return contents(output_); }
  QByteArray errors() const { return contents(errors_); }

  /// Waits for the end of the run that was begun; nothing if it didn't end within so many milliseconds. It is over
  /// then.
  std::optional<Run> end(int milliseconds) {
    Run run;
    const bool ended = receive(run.status, milliseconds);
    if (!ended) stop();
    run.output = output();
    run.errors = errors();
    files_.reset();
    return ended ? std::optional<Run>(run) : std::nullopt;
  }

 private:
  static std::string bytesOf(const QString& text) { return QFile::encodeName(text).toStdString(); }

  static Texts environment() {
    Texts variables;
    for (char** variable = ::environ; *variable != nullptr; ++variable) variables.emplace_back(*variable);
    return variables;
  }

  /// The number of texts, then the length and the bytes of each.
  static void append(std::string& request, const Texts& texts) {
    const auto number = [&](std::size_t value) {
      const auto count = std::uint32_t(value);
      request.append(reinterpret_cast<const char*>(&count), sizeof(count));
    };
    number(texts.size());
    for (const std::string& text : texts) {
      number(text.size());
      request += text;
    }
  }

  /// Nothing if it goes elsewhere.
  QByteArray contents(const QString& path) const {
    QFile file(path);
    return files_ && path.startsWith(files_->path()) && file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
  }

  static std::vector<char*> pointers(Texts& texts) {
    std::vector<char*> all;
    for (std::string& text : texts) all.push_back(text.data());
    all.push_back(nullptr);
    return all;
  }

  /// The pipes are closed in whatever else the test starts, so that it ends with the test.
  bool start() {
    int requests[2], replies[2];
    if (::pipe2(requests, O_CLOEXEC) != 0) return false;
    if (::pipe2(replies, O_CLOEXEC) != 0) return ::close(requests[0]), ::close(requests[1]), false;
    posix_spawn_file_actions_t actions;
    ::posix_spawn_file_actions_init(&actions);
    ::posix_spawn_file_actions_adddup2(&actions, requests[0], STDIN_FILENO);
    ::posix_spawn_file_actions_adddup2(&actions, replies[1], STDOUT_FILENO);
    ::posix_spawn_file_actions_addopen(&actions, STDERR_FILENO, "/dev/null", O_WRONLY, 0);
    Texts variables = environment();
    variables.insert(variables.end(), variables_.begin(), variables_.end());
    const int problem = ::posix_spawn(&server_, command_[0].c_str(), &actions, nullptr, pointers(command_).data(),
                                      pointers(variables).data());
    ::posix_spawn_file_actions_destroy(&actions);
    ::close(requests[0]);
    ::close(replies[1]);
    requests_ = requests[1];
    replies_ = replies[0];
    if (problem != 0) server_ = -1, stop();
    return problem == 0;
  }

  /// What it still runs ends with it.
  void stop() {
    for (int* pipe : {&requests_, &replies_})
      if (*pipe >= 0) ::close(*pipe), *pipe = -1;
    if (server_ < 0) return;
    ::kill(server_, SIGKILL);
    ::waitpid(server_, nullptr, 0);
    server_ = -1;
  }

  /// With SIGPIPE ignored for the moment: it may be gone.
  bool send(const std::string& request) const {
    const auto before = std::signal(SIGPIPE, SIG_IGN);
    std::size_t sent = 0;
    while (sent < request.size()) {
      const ssize_t more = ::write(requests_, request.data() + sent, request.size() - sent);
      if (more <= 0) break;
      sent += std::size_t(more);
    }
    std::signal(SIGPIPE, before);
    return sent == request.size();
  }

  bool receive(int& status, int milliseconds) const {
    pollfd waiting{replies_, POLLIN, 0};
    return ::poll(&waiting, 1, milliseconds) == 1 && ::read(replies_, &status, sizeof(status)) == sizeof(status);
  }

  Texts command_, variables_;
  pid_t server_ = -1, process_ = -1;
  int requests_ = -1, replies_ = -1;
  std::optional<QTemporaryDir> files_;
  QString output_, errors_;
};

}  // namespace zipper::test
