// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/containers/safetensors_json.h"

#include <limits>
#include <nlohmann/json.hpp>
#include <unordered_set>
#include <utility>

#include "core/support/error.h"
#include "core/support/printable.h"

namespace zipper {

namespace {

/// More than LibTorch computes with; keeps a hostile list from taking memory.
constexpr std::size_t maximumDimensions = 64;

/// Receives the events of nlohmann's parser. Each place in the header knows what may come next; all else is an Error.
class HeaderReader : public nlohmann::json_sax<nlohmann::json> {
 public:
  RawSafetensorsHeader take() { return std::move(header_); }

  bool null() override { unexpected("null"); }
  bool boolean(bool) override { unexpected("a truth value"); }
  bool number_integer(number_integer_t value) override { unexpected(concat("the negative number ", value)); }
  bool number_float(number_float_t, const string_t& text) override {
    unexpected(concat("the number ", printable(text, 40)));
  }
  bool binary(binary_t&) override { unexpected("binary data"); }
  bool number_unsigned(number_unsigned_t value) override;
  bool string(string_t& text) override;
  bool start_object(std::size_t) override;
  bool key(string_t& name) override;
  bool end_object() override;
  bool start_array(std::size_t) override;
  bool end_array() override;
  bool parse_error(std::size_t position, const std::string&, const nlohmann::detail::exception& error) override;

 private:
  enum class Place { Start, Root, Metadata, Entry, Shape, Offsets };

  [[noreturn]] void unexpected(const std::string& found) const;
  std::string where() const;
  const char* expected() const;
  RawSafetensorsEntry& entry() { return header_.entries.back(); }

  Place place_ = Place::Start;
  std::string name_;   ///< the last key of the root
  std::string field_;  ///< the last key of the metadata or of an entry
  std::unordered_set<std::string> names_;
  std::unordered_set<std::string> fields_;
  RawSafetensorsHeader header_;
};

std::string HeaderReader::where() const {
  if (place_ == Place::Start || place_ == Place::Root) return name_.empty() ? "header" : printable(name_);
  return concat(printable(name_), ": ", printable(field_));
}

const char* HeaderReader::expected() const {
  if (place_ == Place::Start || place_ == Place::Root) return "an object";
  if (place_ == Place::Metadata || field_ == "dtype") return "a string";
  if (place_ == Place::Entry) return "a list";
  return "a non-negative integer";
}

void HeaderReader::unexpected(const std::string& found) const {
  fail(where(), ": ", expected(), " was expected, found ", found);
}

bool HeaderReader::number_unsigned(number_unsigned_t value) {
  if (place_ != Place::Shape && place_ != Place::Offsets) unexpected(concat("the number ", value));
  if (value > number_unsigned_t(std::numeric_limits<std::int64_t>::max()))
    fail(where(), ": ", value, " is too large; at most 2^63 - 1 was expected");
  auto& values = place_ == Place::Shape ? entry().shape : entry().offsets;
  if (values.size() == maximumDimensions) fail(where(), ": more than ", maximumDimensions, " numbers");
  values.push_back(value);
  return true;
}

bool HeaderReader::string(string_t& text) {
  if (place_ == Place::Metadata)
    header_.metadata[field_] = std::move(text);
  else if (place_ == Place::Entry && field_ == "dtype")
    entry().type = std::move(text);
  else
    unexpected(concat("the string '", printable(text, 40), "'"));
  return true;
}

bool HeaderReader::start_object(std::size_t) {
  if (place_ == Place::Start) {
    place_ = Place::Root;
  } else if (place_ == Place::Root) {
    place_ = name_ == safetensorsMetadataKey ? Place::Metadata : Place::Entry;
    if (place_ == Place::Entry) header_.entries.push_back({name_, {}, {}, {}});
    fields_.clear();
    field_.clear();
  } else {
    unexpected("an object");
  }
  return true;
}

bool HeaderReader::key(string_t& name) {
  if (place_ == Place::Root) {
    if (!names_.insert(name).second) fail(printable(name), ": the header names it twice");
    name_ = std::move(name);
    return true;
  }
  if (!fields_.insert(name).second) fail(printable(name_), ": has '", printable(name), "' twice");
  if (place_ == Place::Entry && name != "dtype" && name != "shape" && name != "data_offsets")
    fail(printable(name_), ": unknown key '", printable(name), "'; dtype, shape and data_offsets were expected");
  field_ = std::move(name);
  return true;
}

bool HeaderReader::end_object() {
  if (place_ == Place::Entry)
    for (const char* field : {"dtype", "shape", "data_offsets"})
      if (fields_.count(field) == 0) fail(printable(name_), ": has no ", field);
  place_ = Place::Root;
  return true;
}

bool HeaderReader::start_array(std::size_t) {
  if (place_ != Place::Entry || field_ == "dtype") unexpected("a list");
  place_ = field_ == "shape" ? Place::Shape : Place::Offsets;
  return true;
}

bool HeaderReader::end_array() {
  place_ = Place::Entry;
  return true;
}

bool HeaderReader::parse_error(std::size_t position, const std::string&, const nlohmann::detail::exception& error) {
  // "[json.exception.parse_error.101] parse error at line 1, column 7: syntax error while ..."
  std::string reason = error.what();
  const auto start = reason.find(": ");
  if (start != std::string::npos) reason.erase(0, start + 2);
  fail("header: bad JSON at byte ", position, ": ", printable(reason));
}

}  // namespace

RawSafetensorsHeader parseSafetensorsJson(const std::string& json) {
  HeaderReader reader;
  nlohmann::json::sax_parse(json, &reader);
  return reader.take();
}

}  // namespace zipper
