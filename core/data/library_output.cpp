// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/data/library_output.h"

#include <unistd.h>

#include <cerrno>
#include <cstdio>
#include <iostream>
#include <streambuf>

#include "core/support/printable.h"

namespace zipper {

namespace {

constexpr std::size_t mostKept = 4096;

thread_local std::string* keeper = nullptr;

void keep(const char* data, std::size_t bytes) {
  if (keeper->size() < mostKept) keeper->append(data, std::min(bytes, mostKept - keeper->size()));
}

ssize_t writeOut(void*, const char* data, std::size_t bytes) {
  if (keeper != nullptr) {
    keep(data, bytes);
    return ssize_t(bytes);
  }
  for (std::size_t done = 0; done < bytes;) {
    const ssize_t count = ::write(STDERR_FILENO, data + done, bytes - done);
    if (count < 0 && errno != EINTR) return ssize_t(done);
    if (count > 0) done += std::size_t(count);
  }
  return ssize_t(bytes);
}

/// Stands before the buffer that std::cerr had.
class ErrorBuffer : public std::streambuf {
 public:
  explicit ErrorBuffer(std::streambuf* target) : target_(target) {}

 protected:
  int_type overflow(int_type c) override {
    if (traits_type::eq_int_type(c, traits_type::eof())) return traits_type::not_eof(c);
    const char letter = traits_type::to_char_type(c);
    return xsputn(&letter, 1) == 1 ? c : traits_type::eof();
  }
  std::streamsize xsputn(const char* data, std::streamsize bytes) override {
    if (keeper == nullptr) return target_->sputn(data, bytes);
    keep(data, std::size_t(bytes));
    return bytes;
  }
  int sync() override { return keeper == nullptr ? target_->pubsync() : 0; }

 private:
  std::streambuf* target_;
};

/// glibc's stderr is a variable that may be assigned. Both live as long as the process: whatever is printed at its end
/// goes through them.
bool standBeforeStandardError() {
  cookie_io_functions_t functions{};
  functions.write = &writeOut;
  if (std::FILE* stream = ::fopencookie(nullptr, "w", functions)) {
    std::setvbuf(stream, nullptr, _IONBF, 0);
    stderr = stream;
  }
  std::cerr.rdbuf(new ErrorBuffer(std::cerr.rdbuf()));
  return true;
}

}  // namespace

LibraryOutput::LibraryOutput() : outer_(keeper) {
  static const bool once = standBeforeStandardError();
  (void)once;
  keeper = &kept_;
}

LibraryOutput::~LibraryOutput() { keeper = outer_; }

std::string LibraryOutput::firstLine() const {
  const auto begin = kept_.find_first_not_of(" \r\n");
  if (begin == std::string::npos) return "";
  return printable(kept_.substr(begin, kept_.find_first_of("\r\n", begin) - begin));
}

}  // namespace zipper
