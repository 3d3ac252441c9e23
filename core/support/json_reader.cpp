// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/support/json_reader.h"

#include <algorithm>
#include <set>

namespace zipper {

namespace {

/// Of two keys of one object with another each: what that costs in an object that keeps their order.
constexpr std::size_t mostKeyComparisons = 100'000'000;

/// Where in a text something stands, for people.
std::string placeIn(const std::string& text, std::size_t byte) {
  const std::string before = text.substr(0, byte);
  const auto lastBreak = before.find_last_of('\n');
  const auto column = lastBreak == std::string::npos ? before.size() : before.size() - lastBreak - 1;
  return concat("line ", 1 + std::count(before.begin(), before.end(), '\n'), ", column ", column + 1);
}

/// Looks at everything the parser finds before it is kept.
template <typename AnyJson>
class Guard {
 public:
  Guard(int deepest, const std::string& what) : deepest_(deepest), what_(what) {}

  bool operator()(int depth, typename AnyJson::parse_event_t event, AnyJson& parsed) {
    using Event = typename AnyJson::parse_event_t;
    if (depth > deepest_) fail(what_, ": JSON is nested deeper than ", deepest_, " levels");
    if (event == Event::object_start) keys_.emplace_back();
    if (event == Event::object_end) keys_.pop_back();
    if (event == Event::key) addKey(parsed.template get<std::string>());
    return true;
  }

 private:
  void addKey(const std::string& key) {
    constexpr bool keepsOrder = std::is_same_v<AnyJson, Json>;
    if (keepsOrder) comparisons_ += keys_.back().size();
    if (comparisons_ > mostKeyComparisons) fail(what_, ": an object has too many keys");
    if (!keys_.back().insert(key).second) fail(what_, ": the key '", printable(key), "' stands there twice");
  }

  int deepest_;
  const std::string& what_;
  std::vector<std::set<std::string>> keys_;
  std::size_t comparisons_ = 0;
};

template <typename AnyJson>
AnyJson parse(const std::string& text, int deepest, const std::string& what, std::size_t maximumBytes) {
  if (text.size() > maximumBytes) fail(what, ": has ", text.size(), " bytes, at most ", maximumBytes, " were expected");
  if (text.empty()) fail(what, ": empty; a JSON object expected");
  Guard<AnyJson> guard(deepest, what);
  try {
    return AnyJson::parse(text, std::ref(guard));
  } catch (const nlohmann::json::parse_error& error) {
    fail(what, ": not valid JSON at ", placeIn(text, error.byte > 0 ? error.byte - 1 : 0));
  } catch (const nlohmann::json::out_of_range&) {
    fail(what, ": a number in it is too large");
  } catch (const nlohmann::json::exception& error) {
    fail(what, ": ", printable(error.what()));
  }
}

}  // namespace

Json parseShallow(const std::string& text, int deepest, const std::string& what, std::size_t maximumBytes) {
  return parse<Json>(text, deepest, what, maximumBytes);
}

std::map<std::string, std::string> parseTexts(const std::string& text, const std::string& what,
                                              std::size_t maximumBytes) {
  const auto json = parse<nlohmann::json>(text, 1, what, maximumBytes);
  if (!json.is_object()) fail(what, ": a JSON object expected");
  std::map<std::string, std::string> texts;
  for (const auto& [key, value] : json.items()) {
    if (!value.is_string()) fail(what, ": '", printable(key), "' isn't a text");
    texts.emplace_hint(texts.end(), key, value.template get_ref<const std::string&>());
  }
  return texts;
}

std::vector<int> parseIntegers(const std::string& text, const std::string& what) {
  const Json json{{"list", parseShallow(text, 1, what)}};
  std::vector<int> numbers;
  JsonReader(json, what).read("list", numbers);
  return numbers;
}

}  // namespace zipper
