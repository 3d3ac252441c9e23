// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/data/tiff_directory.h"

#include "core/support/error.h"

namespace zipper {

namespace {

constexpr std::uint64_t mostEntries = 4096;

class Reader {
 public:
  explicit Reader(std::string_view bytes) : bytes_(bytes) {
    if (bytes.substr(0, 2) != "II" && bytes.substr(0, 2) != "MM") fail("it is no TIFF");
    big_ = bytes[0] == 'M';
  }
  std::uint64_t number(std::uint64_t at, std::size_t count) const {
    if (at > bytes_.size() || count > bytes_.size() - at) fail("it is cut short");
    std::uint64_t value = 0;
    for (std::size_t i = 0; i < count; ++i)
      value = value << 8 | static_cast<unsigned char>(bytes_[std::size_t(at) + (big_ ? i : count - 1 - i)]);
    return value;
  }

 private:
  std::string_view bytes_;
  bool big_ = false;
};

/// Bytes of one number of this type; 0 for types that are no whole numbers.
std::size_t bytesOfType(std::uint64_t type) {
  switch (type) {
    case 1:
      return 1;  // byte
    case 3:
      return 2;  // short
    case 4:
      return 4;  // long
    case 16:
      return 8;  // long8
    default:
      return 0;
  }
}

}  // namespace

std::optional<std::uint64_t> TiffDirectory::value(std::uint16_t tag) const {
  const auto found = values.find(tag);
  return found == values.end() ? std::nullopt : std::optional(found->second);
}

TiffDirectory readTiffDirectory(std::string_view bytes) {
  const Reader reader(bytes);
  const bool wide = reader.number(2, 2) == 43;
  const std::size_t offsetBytes = wide ? 8 : 4, countBytes = wide ? 8 : 2, entryBytes = wide ? 20 : 12;
  std::uint64_t at = reader.number(wide ? 8 : 4, offsetBytes);
  const std::uint64_t entries = reader.number(at, countBytes);
  if (entries > mostEntries) fail("it is damaged");
  at += countBytes;
  TiffDirectory directory;
  for (std::uint64_t i = 0; i < entries; ++i, at += entryBytes) {
    const auto tag = std::uint16_t(reader.number(at, 2));
    const std::size_t size = bytesOfType(reader.number(at + 2, 2));
    const std::uint64_t count = reader.number(at + 4, offsetBytes);
    if (size == 0 || count == 0) continue;
    const std::uint64_t inside = at + 4 + offsetBytes;  // numbers that fit stand in the entry itself
    const bool fits = count <= offsetBytes / size;
    directory.values.emplace(tag, reader.number(fits ? inside : reader.number(inside, offsetBytes), size));
  }
  return directory;
}

}  // namespace zipper
