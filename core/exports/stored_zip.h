// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <cstdint>
#include <functional>
#include <map>
#include <string>

namespace zipper {

/// Writes a ZIP archive file by file, each stored as it is, without times, in the order in which they come. Under
/// 4 GiB, and under 65,535 files of different names. Source: see storedZip().
class StoredZip {
 public:
  /// `write` takes the bytes one after the other. `place`: see storedZip().
  explicit StoredZip(std::function<void(const std::string& bytes)> write, std::uint32_t place = 0);
  /// Error if the archive would become too large.
  void add(const std::string& name, const std::string& contents);
  /// The directory; nothing may come behind it.
  void finish();

 private:
  void put(const std::string& bytes);

  std::function<void(const std::string& bytes)> write_;
  std::uint64_t at_;
  std::uint32_t count_ = 0;
  std::string directory_;
};

/// A ZIP archive of files by name, stored as they are, without times. `place`: where it will begin in the file that it
/// is appended to, from whose beginning its directory counts, as Python's zipfile has it. Under 4 GiB, and under 65,536
/// files. Source: PKWARE, ".ZIP File Format Specification" (APPNOTE.TXT) 6.3.10, sections 4.3.7, 4.3.12 and 4.3.16.
std::string storedZip(const std::map<std::string, std::string>& files, std::uint32_t place);

}  // namespace zipper
