// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/support/files.h"

#include <openssl/evp.h>

#include <array>
#include <fstream>
#include <memory>

#include "core/support/errno_text.h"
#include "core/support/error.h"
#include "core/support/printable.h"

namespace fs = std::filesystem;

namespace zipper {

namespace {

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
  if (code) fail(wholePrintable(path.string()), ": the folder can't be created: ", code.message());
}

}  // namespace zipper
