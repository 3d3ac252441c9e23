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
/// by fork_server.cpp (see preloaded()) or by python_server.py. It has the environment, the arguments and the exit
/// status of a program that is started anew; its outputs are files and its input is empty.
class ForkedProgram {
 public:
  struct Run {
    int status = 0;  ///< as waitpid() tells it
    QByteArray output, errors;
  };

  using Texts = std::vector<std::string>;

  /// How the server of the runs is started, and what its environment has besides: "NAME=value".
  explicit ForkedProgram(Texts command, Texts variables = {})
      : command_(std::move(command)), variables_(std::move(variables)) {}
  ForkedProgram(const ForkedProgram&) = delete;
  ForkedProgram& operator=(const ForkedProgram&) = delete;
  ~ForkedProgram() { stop(); }

  /// `arguments`: from what a program knows as its own name on. Nothing if it can't be run, or not within so many
  /// milliseconds. An empty folder: the current one.
  std::optional<Run> run(const QStringList& arguments, const QString& folder, int milliseconds) {
    if (server_ < 0 && !start()) return std::nullopt;
    const QTemporaryDir files;
    const QString output = files.filePath("output"), errors = files.filePath("errors");
    Texts all;
    for (const QString& argument : arguments) all.push_back(bytesOf(argument));
    std::string request;
    append(request, {bytesOf(folder.isEmpty() ? QDir::currentPath() : folder), bytesOf(output), bytesOf(errors)});
    append(request, environment());
    append(request, all);
    Run run;
    if (!send(request) || !receive(run.status, milliseconds)) {
      stop();
      return std::nullopt;
    }
    run.output = contents(output);
    run.errors = contents(errors);
    return run;
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

  static QByteArray contents(const QString& path) {
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
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
  pid_t server_ = -1;
  int requests_ = -1, replies_ = -1;
};

}  // namespace zipper::test
