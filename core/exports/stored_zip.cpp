// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/exports/stored_zip.h"

#include <zlib.h>

#include <algorithm>
#include <utility>

#include "core/support/error.h"

namespace zipper {

namespace {

constexpr std::uint64_t mostBytes = 0xfffffffe;
constexpr std::uint32_t mostFiles = 0xfffe;

class LittleEndian {
 public:
  LittleEndian& two(std::uint32_t value) { return put(value, 2); }
  LittleEndian& four(std::uint32_t value) { return put(value, 4); }
  LittleEndian& text(const std::string& bytes) {
    bytes_ += bytes;
    return *this;
  }
  std::string bytes_;

 private:
  LittleEndian& put(std::uint32_t value, int count) {
    for (int i = 0; i < count; ++i) bytes_ += char(value >> 8 * i & 0xff);
    return *this;
  }
};

/// What the header of a file and its entry in the directory have in common: from the version that is needed to the
/// length of the name. Flag 11: the name is UTF-8. The first day that the format can tell stands for no time at all.
void describeStored(LittleEndian& out, const std::string& name, const std::string& contents) {
  const auto* data = reinterpret_cast<const Bytef*>(contents.data());
  const auto crc = std::uint32_t(crc32_z(crc32_z(0, nullptr, 0), data, contents.size()));
  const auto size = std::uint32_t(contents.size());
  out.two(10).two(1u << 11).two(0).two(0).two(1u << 5 | 1).four(crc).four(size).four(size);
  out.two(std::uint32_t(name.size())).two(0);
}

}  // namespace

StoredZip::StoredZip(std::function<void(const std::string& bytes)> write, std::uint32_t place)
    : write_(std::move(write)), at_(place) {}

void StoredZip::put(const std::string& bytes) {
  if (bytes.size() > mostBytes - std::min(at_, mostBytes))
    fail("a ZIP archive of over ", mostBytes, " bytes can't be written");
  write_(bytes);
  at_ += bytes.size();
}

void StoredZip::add(const std::string& name, const std::string& contents) {
  if (++count_ > mostFiles || name.size() > mostFiles || contents.size() > mostBytes)
    fail("a ZIP archive of so many or such large files can't be written");
  LittleEndian header, entry;
  entry.four(0x02014b50).two(10);
  describeStored(entry, name, contents);
  entry.two(0).two(0).two(0).four(0).four(std::uint32_t(at_)).text(name);
  directory_ += entry.bytes_;
  header.four(0x04034b50);
  describeStored(header, name, contents);
  put(header.text(name).bytes_);
  put(contents);
}

void StoredZip::finish() {
  const auto begin = std::uint32_t(at_), bytes = std::uint32_t(directory_.size());
  put(directory_);
  LittleEndian end;
  put(end.four(0x06054b50).two(0).two(0).two(count_).two(count_).four(bytes).four(begin).two(0).bytes_);
}

std::string storedZip(const std::map<std::string, std::string>& files, std::uint32_t place) {
  std::string bytes;
  StoredZip zip([&bytes](const std::string& more) { bytes += more; }, place);
  for (const auto& [name, contents] : files) zip.add(name, contents);
  zip.finish();
  return bytes;
}

}  // namespace zipper
