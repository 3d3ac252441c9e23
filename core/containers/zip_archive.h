// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <vector>

#include "core/containers/input_file.h"

namespace zipper {

/// One file in a ZIP archive, as the central directory describes it.
struct ZipEntry {
  std::string name;
  std::uint64_t header = 0;  ///< where its local header begins
  std::uint64_t limit = 0;   ///< where something else begins: the next entry, or the directory
  std::uint64_t packedSize = 0;
  std::uint64_t size = 0;  ///< bytes
  std::uint32_t crc = 0;
  std::uint16_t flags = 0;
  std::uint16_t method = 0;  ///< 0: stored
};

/// Reads ZIP archives as PyTorch writes them (ZIP64 included): entries that are stored as they are, so that nothing
/// becomes larger than the file. Where a format has compressed entries (Keras), they are unpacked up to a limit.
/// Source: PKWARE, ".ZIP File Format Specification" (APPNOTE.TXT) 6.3.10, sections 4.3.7 to 4.3.16 and 4.5.3.
class ZipArchive {
 public:
  /// Reads the directory only. The file has to outlive the archive. Throws Error that begins with the file's name:
  /// no directory (truncated), sizes or places out of bounds, overlapping entries, two of one name, over 20,000 files.
  explicit ZipArchive(const InputFile& file);

  const std::vector<ZipEntry>& entries() const { return entries_; }
  /// Null if there is none of that name.
  const ZipEntry* find(const std::string& name) const;
  /// Throws Error that names file and entry if it is compressed or encrypted; the size of any other is the one in the
  /// file.
  void checkReadable(const ZipEntry& entry) const;
  /// Fills a buffer of entry.size bytes. Throws Error as checkReadable(), and if the data is not where the directory
  /// says or its checksum is wrong.
  void read(const ZipEntry& entry, void* buffer) const;
  /// The same as a string; Error if it has more bytes.
  std::string text(const ZipEntry& entry, std::uint64_t maximumBytes) const;
  /// The same of an entry that is stored or deflated. Memory is taken for what comes out, not for what the archive
  /// says; what unpacks to over 64 MiB and over 32 times of its size is refused.
  std::string unpacked(const ZipEntry& entry, std::uint64_t maximumBytes) const;

 private:
  std::string nameOf(const ZipEntry& entry) const;
  /// Where the bytes of an entry begin; Error if `bytes` of them are not inside of its place.
  std::uint64_t dataOf(const ZipEntry& entry, std::uint64_t bytes) const;
  struct Directory {
    std::uint64_t offset = 0, bytes = 0, count = 0;
  };
  Directory findDirectory() const;
  void readZip64Directory(std::uint64_t endRecord, Directory& directory) const;
  void parseDirectory(const Directory& directory);
  void checkOverlaps(std::uint64_t directoryOffset);

  const InputFile& file_;
  std::vector<ZipEntry> entries_;  ///< in the order of the directory
  std::map<std::string, std::size_t> index_;
};

}  // namespace zipper
