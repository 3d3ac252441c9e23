// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <vector>

namespace zipper {

/// The key under which a header holds its metadata.
inline constexpr const char* safetensorsMetadataKey = "__metadata__";

/// One tensor of a safetensors header as its JSON says, before it is known whether it makes sense.
struct RawSafetensorsEntry {
  std::string name;
  std::string type;
  std::vector<std::uint64_t> shape;    ///< each below 2^63
  std::vector<std::uint64_t> offsets;  ///< each below 2^63
};

struct RawSafetensorsHeader {
  std::vector<RawSafetensorsEntry> entries;  ///< in the order of the text
  std::map<std::string, std::string> metadata;
};

/// Parses the JSON of a header while reading it: no document tree is built, and nesting deeper than the format has is
/// refused where it begins. Throws Error that names the key: bad JSON, duplicate or unknown keys, values of another
/// kind.
RawSafetensorsHeader parseSafetensorsJson(const std::string& json);

}  // namespace zipper
