// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <cstdint>
#include <limits>
#include <nlohmann/json.hpp>
#include <string>
#include <type_traits>
#include <vector>

#include "core/support/error.h"

namespace zipper {

using Json = nlohmann::ordered_json;

/// The JSON as text; bytes that aren't UTF-8 (in paths, say) become U+FFFD.
inline std::string dumpJson(const Json& json, int indent = -1) {
  return json.dump(indent, ' ', false, Json::error_handler_t::replace);
}

/// Parses what a file says; discarded (see nlohmann::json) if it isn't JSON. JSON that is nested deeper than it ever is
/// would cost stack in whoever prints it: Error that begins with `what`.
inline Json parseShallow(const std::string& text, int deepest, const std::string& what) {
  const auto isShallow = [&](int depth, Json::parse_event_t, Json&) {
    if (depth > deepest) fail(what, ": JSON is nested deeper than ", deepest, " levels");
    return true;
  };
  return Json::parse(text, isShallow, false);
}

/// Reads the keys of a JSON object into values and remembers which were asked for. Wrong types throw Error naming key
/// and value.
class JsonReader {
 public:
  JsonReader(const Json& json, std::string where) : json_(json), where_(std::move(where)) {
    if (!json.is_object()) fail(where_, ": ", json.dump(), " found, an object expected");
  }

  template <typename T>
  void read(const char* key, T& value) {
    const Json* found = take(key);
    if (found == nullptr) return;
    try {
      checkKind<T>(key, *found);
      value = found->get<T>();
    } catch (const nlohmann::json::exception&) {
      fail(where_, ": '", key, "' holds ", found->dump(), ", which is of the wrong type");
    }
  }

  template <typename Enum>
  void read(const char* key, Enum& value, Enum (*parse)(const std::string&)) {
    std::string text;
    read(key, text);
    if (json_.contains(key)) value = parse(text);
  }

  /// The value of a key, or null if it isn't there.
  const Json* take(const char* key) {
    known_.push_back(key);
    const auto found = json_.find(key);
    return found == json_.end() ? nullptr : &*found;
  }

  /// The array that a key holds, or null if it isn't there.
  const Json* takeArray(const char* key) {
    const Json* found = take(key);
    if (found != nullptr && !found->is_array())
      fail(where_, ": '", key, "' holds ", found->dump(), ", a list expected");
    return found;
  }

  /// Throws Error if the object has keys that weren't asked for.
  void finish() const {
    for (const auto& entry : json_.items()) {
      bool known = false;
      std::string list;
      for (const char* key : known_) {
        known = known || entry.key() == key;
        list += concat(list.empty() ? "" : ", ", key);
      }
      if (!known) fail(where_, ": unknown key '", entry.key(), "'; known are ", list);
    }
  }

 private:
  /// nlohmann::json turns 1.7 and 2^32+1 into the integer 1 without a word; a file must mean what it says.
  template <typename T>
  void checkKind([[maybe_unused]] const char* key, [[maybe_unused]] const Json& value) const {
    if constexpr (std::is_integral_v<T> && !std::is_same_v<T, bool>) {
      if (!value.is_number_integer()) fail(where_, ": '", key, "' holds ", value.dump(), ", a whole number expected");
      const bool fits =
          value.is_number_unsigned()
              ? value.get<std::uint64_t>() <= std::uint64_t(std::numeric_limits<T>::max())
              : std::is_signed_v<T> && value.get<std::int64_t>() >= std::int64_t(std::numeric_limits<T>::min());
      if (!fits) fail(where_, ": '", key, "' holds ", value.dump(), ", which is out of range");
    }
  }

  const Json& json_;
  std::string where_;
  std::vector<const char*> known_;
};

}  // namespace zipper
