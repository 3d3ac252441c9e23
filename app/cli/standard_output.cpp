// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/cli/standard_output.h"

#include <unistd.h>

#include <cerrno>
#include <csignal>
#include <cstdio>
#include <iostream>
#include <streambuf>

#include "core/support/errno_text.h"
#include "core/support/process_start.h"

namespace zipper::cli {

namespace {

bool tellsAtOnce = false;

/// What the next write to standard output says. Only asked when one has failed already: it would print an empty line.
int reasonOfFailure() { return ::write(STDOUT_FILENO, "\n", 1) < 0 ? errno : 0; }

std::string complaint(int code) {
  return "standard output can't be written" + (code == 0 ? "" : ": " + errnoText(code));
}

}  // namespace

/// Hands all on to the stream's own buffer, and keeps the reason of the first failure: streams only remember that there
/// was one.
class StandardOutput::Buffer : public std::streambuf {
 public:
  explicit Buffer(std::streambuf* next) : next_(next) {}
  std::streambuf* next() const { return next_; }
  bool failed() const { return failed_; }
  int reason() const { return reason_; }

 protected:
  int_type overflow(int_type c) override {
    if (traits_type::eq_int_type(c, traits_type::eof())) return traits_type::not_eof(c);
    errno = 0;
    const int_type put = next_->sputc(traits_type::to_char_type(c));
    if (traits_type::eq_int_type(put, traits_type::eof())) note(errno);
    return put;
  }
  std::streamsize xsputn(const char* text, std::streamsize count) override {
    errno = 0;
    const std::streamsize put = next_->sputn(text, count);
    if (put != count) note(errno);
    return put;
  }
  int sync() override {
    errno = 0;
    const int result = next_->pubsync();
    if (result != 0) note(errno);
    return result;
  }

 private:
  void note(int code) {
    if (failed_) return;
    failed_ = true;
    reason_ = code;
    if (tellsAtOnce)
      std::cerr << "zipper: warning: " << complaint(code) << "; the work goes on without it" << std::endl;
  }

  std::streambuf* next_;
  bool failed_ = false;
  int reason_ = 0;
};

StandardOutput::StandardOutput() : buffer_(std::make_unique<Buffer>(std::cout.rdbuf())) {
  std::cout.rdbuf(buffer_.get());
}

StandardOutput::~StandardOutput() { std::cout.rdbuf(buffer_->next()); }

int StandardOutput::finish(int status) {
  std::cout.flush();
  // What printf() printed has not gone through the buffer.
  errno = 0;
  int reason = std::fflush(stdout) == 0 ? 0 : errno;
  if (!buffer_->failed() && reason == 0 && std::ferror(stdout) == 0) return status;
  if (buffer_->failed()) reason = buffer_->reason();
  if (reason == 0) reason = reasonOfFailure();
  if (reason == EPIPE && endsWithItsReader()) {
    if (status != 0) return status;
    std::signal(SIGPIPE, SIG_DFL);
    std::raise(SIGPIPE);
  }
  std::cerr << "zipper: error: " << complaint(reason) << std::endl;
  return status == 0 ? 1 : status;
}

void tellBrokenOutputAtOnce() { tellsAtOnce = true; }

}  // namespace zipper::cli
