// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <c10/core/ScalarType.h>

#include <cstdint>
#include <map>
#include <string>
#include <vector>

namespace zipper {

/// One tensor as the header of a safetensors file describes it.
struct SafetensorsEntry {
  std::string name;
  c10::ScalarType type = c10::ScalarType::Float;
  std::vector<std::int64_t> shape;
  std::uint64_t begin = 0;  ///< first byte, counted from the end of the header
  std::uint64_t end = 0;    ///< one past the last byte
};

struct SafetensorsHeader {
  std::vector<SafetensorsEntry> entries;        ///< in the order of their data
  std::map<std::string, std::string> metadata;  ///< "__metadata__"
};

/// The longest header that the format allows, in bytes.
inline constexpr std::uint64_t maximumSafetensorsHeader = 100'000'000;

/// "F32", ...; an empty string if the format has no name for the type.
std::string safetensorsTypeName(c10::ScalarType type);

/// Parses a header and checks it against the number of data bytes behind it: after this, every entry has a known type,
/// its bytes are those of its shape, and the entries cover the data without holes and overlaps. Takes memory in
/// proportion to the length of the text only. Throws Error that names the key; the message does not name the file.
SafetensorsHeader parseSafetensorsHeader(const std::string& json, std::uint64_t dataBytes);

}  // namespace zipper
