// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/support/temporary_folder.h"

#include <fcntl.h>
#include <signal.h>
#include <sys/file.h>
#include <sys/stat.h>

#include <cerrno>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <string>
#include <system_error>
#include <vector>

#include "core/support/error.h"
#include "core/support/printable.h"

namespace fs = std::filesystem;

namespace zipper {

namespace {

constexpr const char* beginning = "zipper-tmp-";

/// The process of "zipper-tmp-PID-XXXXXX"; 0: another name.
long makerOf(const std::string& name) {
  if (name.rfind(beginning, 0) != 0) return 0;
  return std::atol(name.c_str() + std::strlen(beginning));
}

/// Of this user, made by a process that is gone, here and wherever else the folder is seen.
bool isStale(const fs::path& folder) {
  const long process = makerOf(folder.filename().string());
  struct stat status {};
  if (process <= 0 || ::lstat(folder.c_str(), &status) != 0) return false;
  if (!S_ISDIR(status.st_mode) || status.st_uid != ::geteuid()) return false;
  if (::kill(pid_t(process), 0) == 0 || errno != ESRCH) return false;
  const Descriptor descriptor(::open(folder.c_str(), O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC));
  return descriptor.get() >= 0 && ::flock(descriptor.get(), LOCK_EX | LOCK_NB) == 0;
}

void removeStale(const fs::path& base) {
  std::error_code code, ignored;
  std::vector<fs::path> stale;
  for (fs::directory_iterator entry(base, code), end; !code && entry != end; entry.increment(code))
    if (isStale(entry->path())) stale.push_back(entry->path());
  for (const fs::path& folder : stale) fs::remove_all(folder, ignored);
}

}  // namespace

TemporaryFolder::TemporaryFolder() {
  std::error_code code;
  fs::path base = fs::temp_directory_path(code);
  if (code) base = "/tmp";
  removeStale(base);
  std::string name = (base / concat(beginning, ::getpid(), "-XXXXXX")).string();
  if (::mkdtemp(name.data()) == nullptr)
    fail(wholePrintable(base.string()), ": a temporary folder can't be created: ", std::strerror(errno),
         "; set TMPDIR to a folder that can be written");
  path_ = name;
  lock_ = Descriptor(::open(name.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC));
  if (lock_.get() >= 0) (void)::flock(lock_.get(), LOCK_EX | LOCK_NB);
}

TemporaryFolder::~TemporaryFolder() {
  std::error_code code;  // nothing is lost when something stays behind
  fs::remove_all(path_, code);
}

void writeUnsynced(const fs::path& path, const std::string& bytes) {
  std::FILE* file = std::fopen(path.c_str(), "wbx");
  const bool whole = file != nullptr && std::fwrite(bytes.data(), 1, bytes.size(), file) == bytes.size();
  if ((file != nullptr && std::fclose(file) != 0) || !whole)
    fail(wholePrintable(path.string()), ": can't be written; is the disk of temporary files full?");
}

}  // namespace zipper
