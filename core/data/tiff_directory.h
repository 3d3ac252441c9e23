// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string_view>

namespace zipper {

/// The numbers in the first directory of a TIFF, which EXIF data is too.
struct TiffDirectory {
  std::map<std::uint16_t, std::uint64_t> values;  ///< by tag: the first of its numbers
  std::optional<std::uint64_t> value(std::uint16_t tag) const;
};

/// Of the file's bytes; BigTIFF too. Entries that aren't whole numbers are left out. Throws Error (without a path) if
/// the directory lies outside the bytes. Format: "TIFF Revision 6.0", Adobe 1992, section 2; libtiff's "BigTIFF
/// design".
TiffDirectory readTiffDirectory(std::string_view bytes);

}  // namespace zipper
