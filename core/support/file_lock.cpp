// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/support/file_lock.h"

#include <fcntl.h>
#include <signal.h>
#include <sys/file.h>
#include <sys/stat.h>

#include <cerrno>
#include <cstdlib>
#include <cstring>
#include <fstream>
#include <sstream>
#include <utility>

#include "core/support/error.h"
#include "core/support/host_name.h"
#include "core/support/printable.h"

namespace fs = std::filesystem;

namespace zipper {

namespace {

/// What stands in a lock file, a line each; the first three as in Qt's QLockFile.
struct Owner {
  long process = 0;
  std::string program, host, started;
  bool isKnown() const { return process > 0; }
};

/// Of this program's file: the system keeps only 15 characters of what a process is called.
std::string programName() {
  std::error_code code;
  std::string name = fs::read_symlink("/proc/self/exe", code).filename().string();
  if (const auto at = name.rfind(" (deleted)"); at != std::string::npos) name.resize(at);  // an update replaced it
  return code || name.empty() ? "zipper" : name;
}

/// In the system's ticks since it was started: field 22 of proc(5)'s stat. Numbers of processes come round again.
std::string startOf(long process) {
  std::ifstream in(concat("/proc/", process, "/stat"));
  std::string text;
  std::getline(in, text);
  const auto name = text.rfind(')');  // which may hold blanks
  if (name == std::string::npos) return {};
  std::istringstream fields(text.substr(name + 1));
  std::string field;
  for (int i = 3; i <= 22; ++i) fields >> field;
  return field;
}

Owner ownerIn(int descriptor) {
  char text[1024] = "";
  const ssize_t size = ::pread(descriptor, text, sizeof text - 1, 0);
  std::istringstream lines(std::string(text, size > 0 ? std::size_t(size) : 0));
  Owner owner;
  std::string process;
  std::getline(lines, process);
  std::getline(lines, owner.program);
  std::getline(lines, owner.host);
  std::getline(lines, owner.started);
  owner.process = std::atol(process.c_str());
  return owner;
}

std::string describe(const Owner& owner) {
  if (!owner.isKnown()) return "another program";
  const std::string where = owner.host == hostName() || owner.host.empty() ? "" : " on " + printable(owner.host, 64);
  return concat(printable(owner.program, 64), " (process ", owner.process, where, ")");
}

bool isAlive(const Owner& owner) {
  if (::kill(pid_t(owner.process), 0) != 0 && errno == ESRCH) return false;
  const std::string started = startOf(owner.process);
  return owner.started.empty() || started.empty() || started == owner.started;
}

bool isStillNamed(const fs::path& file, int descriptor) {
  struct stat named {
  }, opened{};
  return ::stat(file.c_str(), &named) == 0 && ::fstat(descriptor, &opened) == 0 && named.st_ino == opened.st_ino &&
         named.st_dev == opened.st_dev;
}

void writeOwner(int descriptor) {
  const std::string text = concat(::getpid(), "\n", programName(), "\n", hostName(), "\n", startOf(::getpid()), "\n");
  // On a full disk it stays empty, which doesn't matter: the system's lock counts.
  if (::ftruncate(descriptor, 0) == 0) (void)!::pwrite(descriptor, text.data(), text.size(), 0);
}

}  // namespace

bool FileLock::open() {
  descriptor_ = Descriptor(::open(file_.c_str(), O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK, 0644));
  // Made by another user: what can be read can be locked.
  if (descriptor_.get() < 0 && errno == EACCES)
    descriptor_ = Descriptor(::open(file_.c_str(), O_RDONLY | O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK));
  if (descriptor_.get() < 0) doubt_ = concat("no lock can be made: ", std::strerror(errno));
  return descriptor_.get() >= 0;
}

void FileLock::take(bool locked) {
  const Owner before = ownerIn(descriptor_.get());
  const bool elsewhere = before.isKnown() && !before.host.empty() && before.host != hostName();
  if (!locked && before.isKnown() && !elsewhere && isAlive(before)) {
    holder_ = describe(before);
    return;
  }
  if (!locked) doubt_ = "the file system has no locks";
  if (elsewhere)
    doubt_ = concat(describe(before), " had it, and whether that still runs can't be told from here (remove ",
                    wholePrintable(file_.string()), " if it doesn't)");
  held_ = true;
  writeOwner(descriptor_.get());
}

FileLock::FileLock(const fs::path& file) : file_(file) {
  for (int attempt = 0; attempt < 100; ++attempt) {
    if (!open()) return;
    if (::flock(descriptor_.get(), LOCK_EX | LOCK_NB) == 0) {
      if (!isStillNamed(file_, descriptor_.get())) continue;  // given back meanwhile, with the file
      take(true);
      return;
    }
    if (errno == EWOULDBLOCK) {
      holder_ = describe(ownerIn(descriptor_.get()));
      return;
    }
    if (errno == EINTR) continue;
    take(false);
    return;
  }
  doubt_ = "the lock comes and goes";
}

FileLock::FileLock(FileLock&& other) noexcept { *this = std::move(other); }

FileLock& FileLock::operator=(FileLock&& other) noexcept {
  std::swap(file_, other.file_);
  std::swap(descriptor_, other.descriptor_);
  std::swap(held_, other.held_);
  std::swap(holder_, other.holder_);
  std::swap(doubt_, other.doubt_);
  return *this;
}

FileLock::~FileLock() {
  if (held_ && isStillNamed(file_, descriptor_.get())) ::unlink(file_.c_str());
}

fs::path lockFileOf(const fs::path& document) {
  std::error_code code;
  const fs::path target = fs::canonical(document, code);
  const fs::path& place = code ? document : target;
  std::string name = place.filename().string();
  if (name.size() > 240) name.resize(240);
  return place.parent_path() / ("." + name + ".lock");
}

}  // namespace zipper
