// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/support/temporary_file.h"

#include <fcntl.h>
#include <signal.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <sys/xattr.h>

#include <atomic>
#include <cctype>
#include <chrono>
#include <cstdlib>
#include <cstring>
#include <string_view>
#include <vector>

#include "core/support/errno_text.h"
#include "core/support/error.h"
#include "core/support/host_name.h"
#include "core/support/printable.h"

namespace fs = std::filesystem;

namespace zipper {

namespace {

constexpr std::string_view ending = ".tmp";
constexpr std::size_t longestName = 150;  ///< of a target; names may have 255 bytes, ours adds to them
constexpr auto oldAge = std::chrono::hours(24);

thread_local FileStamp replacement;

fs::path folderOf(const fs::path& path) { return path.has_parent_path() ? path.parent_path() : fs::path("."); }

/// The name of the target, cut between two characters if it is long.
std::string beginningFor(const fs::path& target) {
  std::string name = target.filename().string();
  if (name.size() > longestName) {
    std::size_t end = longestName;
    while (end > 0 && (static_cast<unsigned char>(name[end]) & 0xC0) == 0x80) --end;
    name.resize(end);
  }
  return name + ".";
}

/// What stands between the target's name and ".tmp": who made the file.
struct Maker {
  std::string host;  ///< empty in the names that earlier versions gave
  long process = 0;
};

bool isNumber(std::string_view text) {
  if (text.empty() || text.size() > 10) return false;
  for (const char c : text)
    if (std::isdigit(static_cast<unsigned char>(c)) == 0) return false;
  return true;
}

bool parseMaker(std::string_view text, Maker& maker) {
  const auto last = text.rfind('-');
  if (last == std::string_view::npos || !isNumber(text.substr(last + 1))) return false;
  text = text.substr(0, last);
  const auto middle = text.rfind('-');
  const std::string_view process = middle == std::string_view::npos ? text : text.substr(middle + 1);
  if (!isNumber(process)) return false;
  maker.host = middle == std::string_view::npos ? "" : std::string(text.substr(0, middle));
  maker.process = std::atol(std::string(process).c_str());
  return true;
}

bool isAlive(long process) { return ::kill(pid_t(process), 0) == 0 || errno != ESRCH; }

/// Nobody writes it any more: nobody holds its lock, and the program that made it is gone; where that can't be told,
/// because it ran on another machine, it is a day old.
bool isStale(const fs::path& path, const Maker& maker) {
  const Descriptor file(::open(path.c_str(), O_WRONLY | O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK));
  struct stat status {};
  if (file.get() < 0 || ::fstat(file.get(), &status) != 0 || !S_ISREG(status.st_mode)) return false;
  if (::flock(file.get(), LOCK_EX | LOCK_NB) != 0) return false;
  if (maker.host == hostName()) return !isAlive(maker.process);
  const auto age = std::chrono::system_clock::now() - std::chrono::system_clock::from_time_t(status.st_mtime);
  return age > oldAge && !(maker.host.empty() && isAlive(maker.process));
}

/// Those that begin so; all of them if `beginning` is empty.
void removeStale(const fs::path& folder, const std::string& beginning) {
  std::error_code code;
  std::vector<fs::path> stale;
  for (fs::directory_iterator entry(folder, code), end; !code && entry != end; entry.increment(code)) {
    const std::string name = entry->path().filename().string();
    if (name.size() <= beginning.size() + ending.size() || name.rfind(beginning, 0) != 0) continue;
    if (std::string_view(name).substr(name.size() - ending.size()) != ending) continue;
    std::string who = name.substr(0, name.size() - ending.size());
    // Host names have no dots here, see hostName().
    who = beginning.empty() ? who.substr(who.rfind('.') + 1) : who.substr(beginning.size());
    Maker maker;
    if (parseMaker(who, maker) && isStale(entry->path(), maker)) stale.push_back(entry->path());
  }
  for (const fs::path& path : stale) ::unlink(path.c_str());
}

void copyAccessList(const fs::path& target, int file) {
  constexpr const char* key = "system.posix_acl_access";
  const ssize_t size = ::getxattr(target.c_str(), key, nullptr, 0);
  if (size <= 0) return;
  std::vector<char> list(static_cast<std::size_t>(size));
  const ssize_t got = ::getxattr(target.c_str(), key, list.data(), list.size());
  if (got > 0) (void)::fsetxattr(file, key, list.data(), std::size_t(got), 0);
}

/// Rights are only ever taken away from others, never given to a group that hadn't got them.
void copyPermissions(const struct stat& old, const fs::path& target, int file) {
  struct stat now {};
  if (::fstat(file, &now) != 0) return;
  if (now.st_uid != old.st_uid || now.st_gid != old.st_gid) {
    if (::fchown(file, old.st_uid, old.st_gid) != 0) (void)!::fchown(file, uid_t(-1), old.st_gid);
    if (::fstat(file, &now) != 0) return;
  }
  mode_t mode = old.st_mode & 0777;
  if (now.st_gid != old.st_gid) mode &= ~mode_t(070);
  (void)::fchmod(file, mode);
  if (now.st_gid == old.st_gid) copyAccessList(target, file);
}

}  // namespace

TemporaryFile::TemporaryFile(const fs::path& target, const fs::path& title) : target_(target), title_(title) {
  static std::atomic<unsigned> counter{0};
  const std::string beginning = beginningFor(target);
  removeStale(folderOf(target), beginning);
  struct stat old {};
  const bool replaces = ::stat(target.c_str(), &old) == 0;
  if (replaces && ::faccessat(AT_FDCWD, target.c_str(), W_OK, AT_EACCESS) != 0)
    failWithErrno("can't be written", title);
  for (int attempt = 0; attempt < 100 && file_.get() < 0; ++attempt) {
    const std::string name = concat(beginning, hostName(), "-", ::getpid(), "-", counter++, ending);
    name_ = target.has_parent_path() ? (target.parent_path() / name).string() : name;
    // Nobody else looks into what replaces a private file, not even for a moment.
    file_ = Descriptor(::open(name_.c_str(), O_RDWR | O_CREAT | O_EXCL | O_CLOEXEC, replaces ? 0600 : 0666));
    if (file_.get() < 0 && errno != EEXIST) break;
  }
  if (file_.get() < 0 && errno == ENOENT) {
    std::error_code code;  // some folders of the system say so of whatever is to be made in them
    const bool isThere = fs::is_directory(folderOf(target), code);
    fail(wholePrintable(title.string()), ": can't be written: ",
         isThere ? "no file can be made in this folder; choose another place"
                 : concat(std::strerror(ENOENT), "; create its folder first"));
  }
  if (file_.get() < 0) failWithErrno("can't be written", title);
  (void)::flock(file_.get(), LOCK_EX | LOCK_NB);  // where there are no locks, the name alone tells whose it is
  if (replaces) copyPermissions(old, target, file_.get());
}

TemporaryFile::~TemporaryFile() {
  if (!name_.empty()) ::unlink(name_.c_str());
}

void TemporaryFile::replaceTarget() {
  // The file of that name may be another one than was opened: libraries replace files too.
  Descriptor named(::open(name_.c_str(), O_RDONLY | O_CLOEXEC));
  if (named.get() < 0 || ::fsync(named.get()) != 0) failWithErrno("can't be written", title_);
  struct stat old {};
  if (::stat(target_.c_str(), &old) == 0) copyPermissions(old, target_, named.get());
  const FileStamp stamp = stampOf(named.get());
  if (!named.close()) failWithErrno("can't be written", title_);
  if (::rename(name_.c_str(), target_.c_str()) != 0) failWithErrno("can't be replaced", title_);
  name_.clear();
  replacement = stamp;
  const Descriptor folder(::open(folderOf(target_).c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC));
  if (folder.get() >= 0) ::fsync(folder.get());
}

FileStamp lastReplacement() { return replacement; }

void removeStaleTemporaries(const fs::path& folder) { removeStale(folder, ""); }

}  // namespace zipper
