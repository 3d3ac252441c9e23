// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <cstdint>
#include <limits>
#include <map>
#include <nlohmann/json.hpp>
#include <string>
#include <type_traits>
#include <vector>

#include "core/support/error.h"
#include "core/support/printable.h"

namespace zipper {

using Json = nlohmann::ordered_json;

/// The JSON as text; bytes that aren't UTF-8 (in paths, say) become U+FFFD.
inline std::string dumpJson(const Json& json, int indent = -1) {
  return json.dump(indent, ' ', false, Json::error_handler_t::replace);
}

/// A value as it may stand in a message.
inline std::string shownJson(const Json& json) { return printable(dumpJson(json)); }

/// The longest text that is parsed where nothing else is said, in bytes.
inline constexpr std::size_t maximumJsonBytes = std::size_t(64) << 20;

/// The only parser of JSON in the program (safetensors' headers have their own): nlohmann::json takes whatever depth,
/// keeps the last of two entries with one key, and looks a key up among all the others of its object. Error that begins
/// with `what` and says where, if the text isn't JSON, nests deeper than `deepest` levels (whoever walks or prints it
/// recurses), has a key twice, more than `maximumBytes` bytes, or so many keys that finding them would take seconds.
Json parseShallow(const std::string& text, int deepest, const std::string& what,
                  std::size_t maximumBytes = maximumJsonBytes);

/// An object of texts, of any number of keys: {"key": "text"}. Error as parseShallow().
std::map<std::string, std::string> parseTexts(const std::string& text, const std::string& what,
                                              std::size_t maximumBytes = maximumJsonBytes);

/// A list of whole numbers: [1,2,13]. Error as parseShallow(), or if one isn't whole or out of range.
std::vector<int> parseIntegers(const std::string& text, const std::string& what);

/// Reads the keys of a JSON object into values and remembers which were asked for. Wrong types, whole numbers that
/// don't fit and, inside of lists, the same throw Error naming key and value.
class JsonReader {
 public:
  JsonReader(const Json& json, std::string where) : json_(json), where_(std::move(where)) {
    if (!json.is_object()) fail(where_, ": ", shownJson(json), " found, an object expected");
  }

  /// A key that isn't there leaves the value as it is.
  template <typename T>
  void read(const char* key, T& value) {
    const Json* found = take(key);
    if (found == nullptr) return;
    try {
      checkKind<T>(key, *found);
      value = found->get<T>();
    } catch (const nlohmann::json::exception&) {
      fail(where_, ": '", key, "' holds ", shownJson(*found), ", ", wanted<T>(), " expected");
    }
  }

  /// The same of a key that must be there.
  template <typename T>
  void require(const char* key, T& value) {
    if (!json_.contains(key)) need(key);
    read(key, value);
  }

  /// The value of a key that must be there.
  const Json& need(const char* key) {
    const Json* found = take(key);
    if (found == nullptr) fail(where_, ": '", key, "' is missing");
    return *found;
  }

  /// The array of a key that must be there.
  const Json& needArray(const char* key) {
    if (!json_.contains(key)) need(key);
    return *takeArray(key);
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
      fail(where_, ": '", key, "' holds ", shownJson(*found), ", a list expected");
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
      if (!known) fail(where_, ": unknown key '", printable(entry.key()), "'; known are ", list);
    }
  }

 private:
  template <typename T>
  static const char* wanted() {
    if constexpr (std::is_same_v<T, bool>) return "true or false";
    if constexpr (std::is_same_v<T, std::string>) return "a text";
    if constexpr (std::is_arithmetic_v<T>) return "a number";
    return IsVector<T>::value ? "a list" : "another type";
  }

  template <typename T>
  struct IsVector : std::false_type {};
  template <typename T>
  struct IsVector<std::vector<T>> : std::true_type {};

  /// nlohmann::json turns 1.7 and 2^32+1 into the integer 1 without a word; a file must mean what it says.
  template <typename T>
  void checkKind([[maybe_unused]] const char* key, [[maybe_unused]] const Json& value) const {
    if constexpr (IsVector<T>::value) {
      if (!value.is_array()) fail(where_, ": '", key, "' holds ", shownJson(value), ", a list expected");
      for (const Json& entry : value) checkKind<typename T::value_type>(key, entry);
    } else if constexpr (std::is_integral_v<T> && !std::is_same_v<T, bool>) {
      if (!value.is_number_integer())
        fail(where_, ": '", key, "' holds ", shownJson(value), ", a whole number expected");
      // A value that is made here may be positive and signed.
      const bool negative = !value.is_number_unsigned() && value.get<std::int64_t>() < 0;
      const bool fits =
          negative ? std::is_signed_v<T> && value.get<std::int64_t>() >= std::int64_t(std::numeric_limits<T>::min())
                   : value.get<std::uint64_t>() <= std::uint64_t(std::numeric_limits<T>::max());
      if (!fits) fail(where_, ": '", key, "' holds ", shownJson(value), ", which is out of range");
    }
  }

  const Json& json_;
  std::string where_;
  std::vector<const char*> known_;
};

}  // namespace zipper
