// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/exports/stored_zip.h"

#include <zlib.h>

namespace zipper {

namespace {

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

std::string storedZip(const std::map<std::string, std::string>& files, std::uint32_t place) {
  LittleEndian out, directory;
  for (const auto& [name, contents] : files) {
    const auto header = std::uint32_t(place + out.bytes_.size());
    out.four(0x04034b50);
    describeStored(out, name, contents);
    out.text(name).text(contents);
    directory.four(0x02014b50).two(10);
    describeStored(directory, name, contents);
    directory.two(0).two(0).two(0).four(0).four(header).text(name);
  }
  const auto begin = std::uint32_t(place + out.bytes_.size()), count = std::uint32_t(files.size());
  out.text(directory.bytes_).four(0x06054b50).two(0).two(0).two(count).two(count);
  out.four(std::uint32_t(directory.bytes_.size())).four(begin).two(0);
  return out.bytes_;
}

}  // namespace zipper
