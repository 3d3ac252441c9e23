// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <string>

namespace zipper {

/// Keeps what libpng, libjpeg, libtiff and OpenCV print on standard error, instead of letting it get between the
/// program's own lines: while an object lives, what its thread prints through stdio's stderr or std::cerr is kept.
/// Other threads print as ever. The libraries offer no way of their own through OpenCV, and redirecting the descriptor
/// would take the lines of other threads.
class LibraryOutput {
 public:
  LibraryOutput();
  ~LibraryOutput();
  LibraryOutput(const LibraryOutput&) = delete;
  LibraryOutput& operator=(const LibraryOutput&) = delete;

  /// The first line so far that isn't blank, fit to be shown; empty if there is none.
  std::string firstLine() const;

 private:
  std::string kept_;
  std::string* outer_;  // of an object around this one
};

}  // namespace zipper
