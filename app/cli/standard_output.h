// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <memory>
#include <string>

namespace zipper::cli {

/// Watches what is printed to standard output as long as it lives: a full disk, a closed descriptor or a reader that
/// has gone must not pass for success.
class StandardOutput {
 public:
  StandardOutput();
  ~StandardOutput();
  StandardOutput(const StandardOutput&) = delete;
  StandardOutput& operator=(const StandardOutput&) = delete;

  /// To be called at the very end with the exit status so far: prints what is still in memory and returns the exit
  /// status, 1 with a line on standard error if not all of it came out. If nobody reads any more, the process ends as
  /// every filter does, by SIGPIPE (the shell says 141), unless it was started with that signal ignored.
  int finish(int status);

 private:
  class Buffer;
  std::unique_ptr<Buffer> buffer_;
};

/// Long work that tells its progress on standard output says so on standard error as soon as that fails, and goes on:
/// its result is a file.
void tellBrokenOutputAtOnce();

}  // namespace zipper::cli
