// SPDX-License-Identifier: GPL-3.0-or-later

// The part of files.h that writes.

#include <fcntl.h>
#include <sys/stat.h>
#include <sys/statvfs.h>

#include <chrono>
#include <fstream>
#include <thread>
#include <vector>

#include "core/support/descriptor.h"
#include "core/support/errno_text.h"
#include "core/support/error.h"
#include "core/support/files.h"
#include "core/support/printable.h"
#include "core/support/temporary_file.h"

namespace fs = std::filesystem;

namespace zipper {

namespace {

bool isRegularOrNew(const fs::path& path) {
  std::error_code code;
  const auto status = fs::status(path, code);
  return !fs::exists(status) || fs::is_regular_file(status);
}

void refuseNoFile(const fs::path& path) {
  if (path.empty()) fail("the name of the file to write is empty");
  std::error_code code;
  if (fs::is_directory(path, code)) fail(wholePrintable(path.string()), ": is a folder; a file name is needed");
}

/// A link stays a link: what it leads to is replaced, also where that isn't there yet.
fs::path withoutLinks(const fs::path& path) {
  fs::path target = path;
  std::error_code code;
  for (int links = 0; links < 40 && fs::is_symlink(target, code); ++links) {
    const fs::path next = fs::read_symlink(target, code);
    if (code) break;
    target = next.is_absolute() ? next : target.parent_path() / next;
  }
  return target;
}

/// Of a pipe that nobody reads the usual call would wait for ever.
void writeDirectly(const fs::path& path, const std::function<void(FileWriter&)>& fill) {
  Descriptor file(::open(path.c_str(), O_WRONLY | O_CLOEXEC | O_NONBLOCK));
  for (int i = 0; i < 20 && file.get() < 0 && errno == ENXIO; ++i) {  // its reader may just be starting
    std::this_thread::sleep_for(std::chrono::milliseconds(100));
    file = Descriptor(::open(path.c_str(), O_WRONLY | O_CLOEXEC | O_NONBLOCK));
  }
  if (file.get() < 0 && errno == ENXIO)
    fail(wholePrintable(path.string()), ": can't be written: it is a pipe, and no program reads from it");
  if (file.get() < 0) failWithErrno("can't be written", path);
  ::fcntl(file.get(), F_SETFL, ::fcntl(file.get(), F_GETFL) & ~O_NONBLOCK);
  FileWriter writer(file.get(), path);
  fill(writer);
  if (!file.close()) failWithErrno("can't be written", path);
}

void copyFile(const std::string& name, FileWriter& writer) {
  std::ifstream in(name, std::ios::binary);
  std::vector<char> buffer(std::size_t(1) << 20);
  while (in.read(buffer.data(), std::streamsize(buffer.size())) || in.gcount() > 0)
    writer.write(buffer.data(), std::size_t(in.gcount()));
  if (in.bad()) failWithErrno("can't be read", name);
}

}  // namespace

void FileWriter::write(const void* data, std::size_t bytes) {
  const char* at = static_cast<const char*>(data);
  while (bytes > 0) {
    const ssize_t written = ::write(descriptor_, at, bytes);
    if (written < 0) {
      if (errno == EINTR) continue;
      failWithErrno("can't be written", path_);
    }
    at += written;
    bytes -= std::size_t(written);
  }
}

void writeFileAtomically(const fs::path& path, const std::function<void(FileWriter&)>& fill) {
  refuseNoFile(path);
  if (!isRegularOrNew(path)) return writeDirectly(path, fill);
  TemporaryFile temporary(withoutLinks(path), path);
  FileWriter writer(temporary.descriptor(), path);
  fill(writer);
  temporary.replaceTarget();
}

void writeFileAtomically(const fs::path& path, const std::string& contents) {
  writeFileAtomically(path, [&](FileWriter& writer) { writer.write(contents); });
}

void makeFileAtomically(const fs::path& path, const std::function<void(const fs::path&)>& make) {
  refuseNoFile(path);
  const bool regular = isRegularOrNew(path);
  TemporaryFile temporary(regular ? withoutLinks(path) : fs::temp_directory_path() / path.filename(), path);
  make(temporary.name());
  if (!regular) return writeDirectly(path, [&](FileWriter& writer) { copyFile(temporary.name(), writer); });
  temporary.replaceTarget();
}

void checkCanWrite(const fs::path& path, std::uintmax_t bytes) {
  refuseNoFile(path);
  if (!isRegularOrNew(path)) return;  // writing to a device or a pipe is no trial
  const TemporaryFile trial(withoutLinks(path), path);
  const std::string some(4096, '\0');
  FileWriter(trial.descriptor(), path).write(some);
  struct statvfs disk {};
  if (::fstatvfs(trial.descriptor(), &disk) != 0 || disk.f_blocks == 0) return;  // some file systems don't tell
  const std::uintmax_t room = std::uintmax_t(disk.f_bavail) * disk.f_frsize;
  if (room < bytes)
    fail(wholePrintable(path.string()), ": can't be written: about ", bytes, " bytes are needed, ", room,
         " are free there; free some space or choose another place");
}

void createFolderToWrite(const fs::path& folder) {
  createFolder(folder);
  checkCanWrite(folder / ".zipper-trial");
}

}  // namespace zipper
