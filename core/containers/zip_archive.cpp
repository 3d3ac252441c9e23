// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/containers/zip_archive.h"

#include <zlib.h>

#include <algorithm>
#include <array>
#include <cstring>
#include <limits>

#include "core/support/error.h"
#include "core/support/printable.h"

namespace zipper {

namespace {

constexpr std::uint64_t maximumEntries = 20'000;
constexpr std::uint64_t maximumDirectory = 4'000'000;
constexpr std::uint64_t endRecordBytes = 22, locatorBytes = 20, zip64EndBytes = 56;
constexpr std::uint64_t directoryEntryBytes = 46, localHeaderBytes = 30;
constexpr std::uint32_t saturated32 = 0xffffffff;
constexpr std::uint16_t saturated16 = 0xffff;
constexpr int deflated = 8;
constexpr std::uint64_t usualUnpacked = 64 << 20, usualRatio = 32;
constexpr std::size_t blockBytes = 1 << 16;

/// Little-endian numbers of a piece of the file; the caller has checked the bounds.
template <typename Number>
Number numberAt(const std::string& bytes, std::size_t at) {
  static_assert(__BYTE_ORDER__ == __ORDER_LITTLE_ENDIAN__, "ZIP archives are little-endian");
  Number number = 0;
  std::memcpy(&number, bytes.data() + at, sizeof number);
  return number;
}

std::string piece(const InputFile& file, std::uint64_t offset, std::uint64_t bytes) {
  std::string text(std::size_t(bytes), '\0');
  file.read(offset, text.data(), text.size());
  return text;
}

std::uint32_t checksumOf(const void* bytes, std::size_t count) {
  return std::uint32_t(crc32_z(crc32_z(0, nullptr, 0), static_cast<const Bytef*>(bytes), count));
}

/// Unpacks deflated bytes piece by piece, at most `most` of them.
class Inflater {
 public:
  explicit Inflater(std::size_t most) : most_(most) {
    if (inflateInit2(&stream_, -MAX_WBITS) != Z_OK) fail("zlib can't be started");
  }
  Inflater(const Inflater&) = delete;
  Inflater& operator=(const Inflater&) = delete;
  ~Inflater() { inflateEnd(&stream_); }

  /// False if the bytes are damaged or make too many.
  bool add(std::string& packed) {
    stream_.next_in = reinterpret_cast<Bytef*>(packed.data());
    stream_.avail_in = uInt(packed.size());
    while (stream_.avail_in > 0 && !ended_) {
      stream_.next_out = block_.data();
      stream_.avail_out = uInt(block_.size());
      const int code = inflate(&stream_, Z_NO_FLUSH);
      const std::size_t made = block_.size() - stream_.avail_out;
      if ((code != Z_OK && code != Z_STREAM_END) || made > most_ - result_.size()) return false;
      result_.append(reinterpret_cast<const char*>(block_.data()), made);
      ended_ = code == Z_STREAM_END;
    }
    return true;
  }
  bool ended() const { return ended_; }
  std::string take() { return std::move(result_); }

 private:
  const std::size_t most_;
  z_stream stream_{};
  std::array<Bytef, blockBytes> block_{};
  std::string result_;
  bool ended_ = false;
};

/// Replaces the saturated fields of an entry by those of its ZIP64 extra field, which has them in this order.
bool applyZip64(ZipEntry& entry, const std::string& bytes, std::size_t at, std::size_t end) {
  for (std::uint64_t* field : {&entry.size, &entry.packedSize, &entry.header}) {
    if (*field != saturated32) continue;
    if (end - at < 8) return false;
    *field = numberAt<std::uint64_t>(bytes, at);
    at += 8;
  }
  return true;
}

/// Looks through extra fields; false if they are damaged.
bool readExtraFields(ZipEntry& entry, const std::string& bytes, std::size_t at, std::size_t end) {
  while (end - at >= 4) {
    const auto kind = numberAt<std::uint16_t>(bytes, at);
    const std::size_t length = numberAt<std::uint16_t>(bytes, at + 2);
    at += 4;
    if (length > end - at) return false;
    if (kind == 1) return applyZip64(entry, bytes, at, at + length);
    at += length;
  }
  return entry.size != saturated32 && entry.packedSize != saturated32 && entry.header != saturated32;
}

}  // namespace

ZipArchive::ZipArchive(const InputFile& file) : file_(file) {
  const Directory directory = findDirectory();
  if (directory.offset > file.size() || directory.bytes > file.size() - directory.offset)
    fail(file.name(), ": ZIP: its directory of ", directory.bytes, " bytes at ", directory.offset,
         " is outside the file");
  if (directory.count > maximumEntries || directory.bytes > maximumDirectory)
    fail(file.name(), ": ZIP: ", directory.count, " files in a directory of ", directory.bytes, " bytes, at most ",
         maximumEntries, " files and ", maximumDirectory, " bytes are read");
  parseDirectory(directory);
  checkOverlaps(directory.offset);
}

ZipArchive::Directory ZipArchive::findDirectory() const {
  // The record at the end is followed by a comment of up to 65,535 bytes.
  const std::uint64_t tail = std::min<std::uint64_t>(file_.size(), endRecordBytes + saturated16);
  const std::string bytes = piece(file_, file_.size() - tail, tail);
  for (std::size_t at = bytes.size(); at-- > 0;) {
    if (bytes.size() - at < endRecordBytes || bytes.compare(at, 4, "PK\x05\x06", 4) != 0) continue;
    if (at + endRecordBytes + numberAt<std::uint16_t>(bytes, at + 20) != bytes.size()) continue;
    Directory directory;
    directory.count = numberAt<std::uint16_t>(bytes, at + 10);
    directory.bytes = numberAt<std::uint32_t>(bytes, at + 12);
    directory.offset = numberAt<std::uint32_t>(bytes, at + 16);
    readZip64Directory(file_.size() - tail + at, directory);
    return directory;
  }
  fail(file_.name(), ": ZIP: its directory at the end is missing; the file is truncated");
}

void ZipArchive::readZip64Directory(std::uint64_t endRecord, Directory& directory) const {
  if (endRecord < locatorBytes) return;
  const std::string locator = piece(file_, endRecord - locatorBytes, locatorBytes);
  if (locator.compare(0, 4, "PK\x06\x07", 4) != 0) return;
  const auto offset = numberAt<std::uint64_t>(locator, 8);
  if (offset > endRecord || endRecord - offset < zip64EndBytes)
    fail(file_.name(), ": ZIP: the ZIP64 record at ", offset, " is outside the file");
  const std::string record = piece(file_, offset, zip64EndBytes);
  if (record.compare(0, 4, "PK\x06\x06", 4) != 0) fail(file_.name(), ": ZIP: there is no ZIP64 record at ", offset);
  directory.count = numberAt<std::uint64_t>(record, 32);
  directory.bytes = numberAt<std::uint64_t>(record, 40);
  directory.offset = numberAt<std::uint64_t>(record, 48);
}

void ZipArchive::parseDirectory(const Directory& directory) {
  const std::string bytes = piece(file_, directory.offset, directory.bytes);
  std::size_t at = 0;
  while (entries_.size() < directory.count) {
    if (bytes.size() - at < directoryEntryBytes || bytes.compare(at, 4, "PK\x01\x02", 4) != 0)
      fail(file_.name(), ": ZIP: its directory is damaged at entry ", entries_.size());
    ZipEntry entry;
    entry.flags = numberAt<std::uint16_t>(bytes, at + 8);
    entry.method = numberAt<std::uint16_t>(bytes, at + 10);
    entry.crc = numberAt<std::uint32_t>(bytes, at + 16);
    entry.packedSize = numberAt<std::uint32_t>(bytes, at + 20);
    entry.size = numberAt<std::uint32_t>(bytes, at + 24);
    entry.header = numberAt<std::uint32_t>(bytes, at + 42);
    const std::size_t name = numberAt<std::uint16_t>(bytes, at + 28), extra = numberAt<std::uint16_t>(bytes, at + 30);
    const std::size_t comment = numberAt<std::uint16_t>(bytes, at + 32);
    at += directoryEntryBytes;
    if (name + extra + comment > bytes.size() - at)
      fail(file_.name(), ": ZIP: its directory is damaged at entry ", entries_.size());
    entry.name = bytes.substr(at, name);
    if (!readExtraFields(entry, bytes, at + name, at + name + extra))
      fail(file_.name(), ": ZIP: '", printable(entry.name), "': damaged ZIP64 fields");
    at += name + extra + comment;
    if (!index_.emplace(entry.name, entries_.size()).second)
      fail(file_.name(), ": ZIP: '", printable(entry.name), "' is there twice");
    entries_.push_back(std::move(entry));
  }
}

void ZipArchive::checkOverlaps(std::uint64_t directoryOffset) {
  std::vector<ZipEntry*> order;
  for (ZipEntry& entry : entries_) order.push_back(&entry);
  std::sort(order.begin(), order.end(), [](const auto* a, const auto* b) { return a->header < b->header; });
  for (std::size_t i = 0; i < order.size(); ++i) {
    ZipEntry& entry = *order[i];
    entry.limit = i + 1 < order.size() ? std::min(order[i + 1]->header, directoryOffset) : directoryOffset;
    const bool fits = entry.header <= entry.limit && entry.limit - entry.header >= localHeaderBytes &&
                      entry.packedSize <= entry.limit - entry.header - localHeaderBytes;
    if (!fits)
      fail(file_.name(), ": ZIP: '", printable(entry.name), "' with ", entry.packedSize, " bytes at ", entry.header,
           " overlaps what follows at ", entry.limit);
  }
}

const ZipEntry* ZipArchive::find(const std::string& name) const {
  const auto found = index_.find(name);
  return found == index_.end() ? nullptr : &entries_[found->second];
}

std::string ZipArchive::nameOf(const ZipEntry& entry) const {
  return file_.name() + ": ZIP: '" + printable(entry.name) + "'";
}

void ZipArchive::checkReadable(const ZipEntry& entry) const {
  if ((entry.flags & 1) != 0) fail(nameOf(entry), " is encrypted");
  if (entry.method != 0 || entry.packedSize != entry.size)
    fail(nameOf(entry), " is compressed (method ", entry.method, ", ", entry.packedSize, " bytes for ", entry.size,
         "); PyTorch doesn't compress, something else packed the file again: save it with torch.save once more");
}

std::uint64_t ZipArchive::dataOf(const ZipEntry& entry, std::uint64_t bytes) const {
  const std::string start = nameOf(entry);
  const std::string header = piece(file_, entry.header, localHeaderBytes);
  const std::uint64_t data = entry.header + localHeaderBytes + numberAt<std::uint16_t>(header, 26) +
                             std::uint64_t(numberAt<std::uint16_t>(header, 28));
  if (header.compare(0, 4, "PK\x03\x04", 4) != 0) fail(start, ": there is no local header at ", entry.header);
  if (data > entry.limit || bytes > entry.limit - data)
    fail(start, " with ", bytes, " bytes at ", data, " overlaps what follows at ", entry.limit);
  return data;
}

void ZipArchive::read(const ZipEntry& entry, void* buffer) const {
  checkReadable(entry);
  file_.read(dataOf(entry, entry.size), buffer, std::size_t(entry.size));
  if (checksumOf(buffer, std::size_t(entry.size)) != entry.crc)
    fail(nameOf(entry), ": the checksum is wrong; the file is damaged");
}

std::string ZipArchive::text(const ZipEntry& entry, std::uint64_t maximumBytes) const {
  if (entry.size > maximumBytes)
    fail(nameOf(entry), " has ", entry.size, " bytes, at most ", maximumBytes, " are read");
  checkReadable(entry);
  std::string text(std::size_t(entry.size), '\0');
  read(entry, text.data());
  return text;
}

std::string ZipArchive::unpacked(const ZipEntry& entry, std::uint64_t maximumBytes) const {
  if (entry.method != deflated || (entry.flags & 1) != 0) return text(entry, maximumBytes);
  if (entry.size > maximumBytes || (entry.size > usualUnpacked && entry.size / usualRatio > entry.packedSize))
    fail(nameOf(entry), " unpacks from ", entry.packedSize, " to ", entry.size, " bytes; at most ", maximumBytes,
         " are read, and over ", usualUnpacked, " only if they are less than ", usualRatio, " times as many");
  std::uint64_t at = dataOf(entry, entry.packedSize), left = entry.packedSize;
  Inflater inflater{std::size_t(entry.size)};
  while (left > 0 && !inflater.ended()) {
    std::string packed = piece(file_, at, std::min<std::uint64_t>(left, blockBytes));
    at += packed.size();
    left -= packed.size();
    if (!inflater.add(packed)) fail(nameOf(entry), " doesn't unpack to ", entry.size, " bytes; the file is damaged");
  }
  std::string result = inflater.take();
  if (!inflater.ended() || result.size() != entry.size || checksumOf(result.data(), result.size()) != entry.crc)
    fail(nameOf(entry), " doesn't unpack to ", entry.size, " bytes of the right checksum; the file is damaged");
  return result;
}

}  // namespace zipper
