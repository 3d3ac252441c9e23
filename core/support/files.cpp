// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/support/files.h"

#include <openssl/evp.h>

#include <array>
#include <cstdint>
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

void appendUtf8(std::string& text, std::uint32_t code) {
  const auto more = [&](int shift) { text += char(0x80 | (code >> shift & 0x3F)); };
  if (code < 0x80) {
    text += char(code);
  } else if (code < 0x800) {
    text += char(0xC0 | code >> 6);
    more(0);
  } else if (code < 0x10000) {
    text += char(0xE0 | code >> 12);
    more(6);
    more(0);
  } else {
    text += char(0xF0 | code >> 18);
    more(12);
    more(6);
    more(0);
  }
}

/// Of UTF-16 behind its byte order mark. Halves of pairs that stand alone become U+FFFD.
std::string utf8OfUtf16(const std::string& bytes, bool bigEndian) {
  const auto unitAt = [&](std::size_t at) {
    const auto byte = [&](std::size_t i) { return std::uint32_t(static_cast<unsigned char>(bytes[i])); };
    return bigEndian ? byte(at) << 8 | byte(at + 1) : byte(at + 1) << 8 | byte(at);
  };
  std::string text;
  for (std::size_t at = 2; at + 1 < bytes.size(); at += 2) {
    std::uint32_t code = unitAt(at);
    const std::uint32_t next = at + 3 < bytes.size() ? unitAt(at + 2) : 0;
    if (code >= 0xD800 && code < 0xDC00 && next >= 0xDC00 && next < 0xE000) {
      code = 0x10000 + ((code - 0xD800) << 10) + (next - 0xDC00);
      at += 2;
    } else if (code >= 0xD800 && code < 0xE000) {
      code = 0xFFFD;
    }
    appendUtf8(text, code);
  }
  return text;
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

std::string readUtf8File(const fs::path& path, std::size_t maximumBytes) {
  std::string text = readTextFile(path, maximumBytes);
  if (text.compare(0, 3, "\xEF\xBB\xBF") == 0) return text.substr(3);
  const bool little = text.compare(0, 2, "\xFF\xFE") == 0, big = text.compare(0, 2, "\xFE\xFF") == 0;
  return little || big ? utf8OfUtf16(text, big) : text;
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
