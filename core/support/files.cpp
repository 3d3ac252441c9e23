// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/support/files.h"

#include <fcntl.h>
#include <openssl/evp.h>
#include <sys/stat.h>
#include <unistd.h>

#include <array>
#include <atomic>
#include <cerrno>
#include <cstring>
#include <fstream>
#include <memory>

#include "core/support/error.h"
#include "core/support/printable.h"

namespace fs = std::filesystem;

namespace zipper {

namespace {

[[noreturn]] void failWithErrno(const char* what, const fs::path& path) {
  const int code = errno;
  std::string advice;
  if (code == ENOSPC || code == EDQUOT) advice = "; free some space or choose another place";
  if (code == EACCES || code == EROFS) advice = "; check the permissions or choose another place";
  fail(wholePrintable(path.string()), ": ", what, ": ", std::strerror(code), advice);
}

/// An open descriptor that is closed at the end of the scope.
class Descriptor {
 public:
  explicit Descriptor(int value) : value_(value) {}
  Descriptor(const Descriptor&) = delete;
  Descriptor& operator=(const Descriptor&) = delete;
  ~Descriptor() {
    if (value_ >= 0) ::close(value_);
  }
  int get() const { return value_; }
  /// Closes now and tells whether that worked: on some file systems a full disk shows only here.
  bool close() {
    const int value = value_;
    value_ = -1;
    return ::close(value) == 0;
  }

 private:
  int value_;
};

void syncFolder(const fs::path& folder) {
  Descriptor descriptor(::open(folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC));
  if (descriptor.get() >= 0) ::fsync(descriptor.get());
}

bool isRegularOrNew(const fs::path& path) {
  std::error_code code;
  const auto status = fs::status(path, code);
  return !fs::exists(status) || fs::is_regular_file(status);
}

void writeDirectly(const fs::path& path, const std::function<void(FileWriter&)>& fill) {
  Descriptor file(::open(path.c_str(), O_WRONLY | O_CLOEXEC));
  if (file.get() < 0) failWithErrno("can't be written", path);
  FileWriter writer(file.get(), path);
  fill(writer);
  if (!file.close()) failWithErrno("can't be written", path);
}

/// Opens a new file beside `target` under a name that no other thread or process uses.
int openTemporary(const fs::path& target, std::string& name) {
  static std::atomic<unsigned> counter{0};
  for (int attempt = 0; attempt < 100; ++attempt) {
    name = concat(target.string(), ".", ::getpid(), "-", counter++, ".tmp");
    const int descriptor = ::open(name.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0666);
    if (descriptor >= 0 || errno != EEXIST) return descriptor;
  }
  return -1;
}

/// The file may be another one than was opened: libraries replace files too.
void syncFile(const std::string& name, const fs::path& path) {
  const Descriptor file(::open(name.c_str(), O_RDONLY | O_CLOEXEC));
  if (file.get() < 0 || ::fsync(file.get()) != 0) failWithErrno("can't be written", path);
}

void copyFile(const std::string& name, FileWriter& writer) {
  std::ifstream in(name, std::ios::binary);
  std::vector<char> buffer(std::size_t(1) << 20);
  while (in.read(buffer.data(), std::streamsize(buffer.size())) || in.gcount() > 0)
    writer.write(buffer.data(), std::size_t(in.gcount()));
  if (in.bad()) failWithErrno("can't be read", name);
}

using Digest = std::unique_ptr<EVP_MD_CTX, decltype(&EVP_MD_CTX_free)>;

Digest startSha256() {
  Digest digest(EVP_MD_CTX_new(), &EVP_MD_CTX_free);
  EVP_DigestInit_ex(digest.get(), EVP_sha256(), nullptr);
  return digest;
}

std::string finishHex(Digest& digest) {
  std::array<unsigned char, EVP_MAX_MD_SIZE> bytes{};
  unsigned length = 0;
  EVP_DigestFinal_ex(digest.get(), bytes.data(), &length);
  static const char* digits = "0123456789abcdef";
  std::string hex;
  for (unsigned i = 0; i < length; ++i) {
    hex += digits[bytes[i] >> 4];
    hex += digits[bytes[i] & 15];
  }
  return hex;
}

}  // namespace

bool isSameFile(const fs::path& one, const fs::path& other) {
  std::error_code code;
  return fs::equivalent(one, other, code) && !code;
}

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
  if (path.empty()) fail("the name of the file to write is empty");
  if (!isRegularOrNew(path)) {
    if (fs::is_directory(path)) fail(path.string(), ": is a folder; a file name is needed");
    return writeDirectly(path, fill);
  }
  std::error_code code;
  const fs::path target = fs::exists(path) ? fs::canonical(path, code) : path;  // a link stays a link
  std::string name;
  Descriptor file(openTemporary(target, name));
  if (file.get() < 0) failWithErrno("can't be written", path);
  try {
    FileWriter writer(file.get(), path);
    fill(writer);
    if (::fsync(file.get()) != 0 || !file.close()) failWithErrno("can't be written", path);
    if (::rename(name.c_str(), target.c_str()) != 0) failWithErrno("can't be replaced", path);
  } catch (...) {
    ::unlink(name.c_str());
    throw;
  }
  syncFolder(target.has_parent_path() ? target.parent_path() : fs::path("."));
}

void writeFileAtomically(const fs::path& path, const std::string& contents) {
  writeFileAtomically(path, [&](FileWriter& writer) { writer.write(contents); });
}

void makeFileAtomically(const fs::path& path, const std::function<void(const fs::path&)>& make) {
  const bool regular = isRegularOrNew(path);
  if (fs::is_directory(path)) fail(path.string(), ": is a folder; a file name is needed");
  std::error_code code;
  const fs::path target = fs::exists(path) ? fs::canonical(path, code) : path;
  std::string name;
  const Descriptor file(openTemporary(regular ? target : fs::temp_directory_path() / target.filename(), name));
  if (file.get() < 0) failWithErrno("can't be written", path);
  try {
    make(name);
    if (!regular) {
      writeDirectly(path, [&](FileWriter& writer) { copyFile(name, writer); });
      ::unlink(name.c_str());
      return;
    }
    syncFile(name, path);
    if (::rename(name.c_str(), target.c_str()) != 0) failWithErrno("can't be replaced", path);
  } catch (...) {
    ::unlink(name.c_str());
    throw;
  }
  syncFolder(target.has_parent_path() ? target.parent_path() : fs::path("."));
}

void checkRegularFile(const fs::path& path) {
  std::error_code code;
  const auto status = fs::status(path, code);
  if (fs::is_regular_file(status)) return;
  const std::string name = wholePrintable(path.string());
  if (!fs::exists(status))
    fail(name, ": can't be read: ", code ? code.message() : std::string("No such file or directory"));
  if (fs::is_directory(status)) fail(name, ": is a folder, a file was expected");
  fail(name, ": is a device, a pipe or a socket, a file was expected; copy what it gives into a file first");
}

std::string readTextFile(const fs::path& path, std::size_t maximumBytes) {
  checkRegularFile(path);
  std::ifstream in(path, std::ios::binary);
  if (!in) failWithErrno("can't be read", path);
  std::error_code code;
  const auto size = fs::file_size(path, code);
  if (size > maximumBytes)
    fail(wholePrintable(path.string()), ": has ", size, " bytes, at most ", maximumBytes, " were expected");
  // It may grow meanwhile: never more than was looked at.
  std::string text(size, '\0');
  in.read(text.data(), std::streamsize(size));
  if (in.bad()) failWithErrno("can't be read", path);
  text.resize(std::size_t(in.gcount()));
  return text;
}

std::string sha256OfFile(const fs::path& path) {
  checkRegularFile(path);
  std::ifstream in(path, std::ios::binary);
  if (!in) failWithErrno("can't be read", path);
  Digest digest = startSha256();
  std::vector<char> buffer(std::size_t(1) << 20);
  while (in.read(buffer.data(), std::streamsize(buffer.size())) || in.gcount() > 0)
    EVP_DigestUpdate(digest.get(), buffer.data(), std::size_t(in.gcount()));
  return finishHex(digest);
}

std::string sha256(const void* data, std::size_t bytes) {
  Digest digest = startSha256();
  EVP_DigestUpdate(digest.get(), data, bytes);
  return finishHex(digest);
}

void createFolder(const fs::path& path) {
  std::error_code code;
  fs::create_directories(path, code);
  if (code) fail(path.string(), ": the folder can't be created: ", code.message());
}

}  // namespace zipper
