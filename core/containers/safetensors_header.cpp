// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/containers/safetensors_header.h"

#include <algorithm>
#include <array>
#include <limits>
#include <utility>

#include "core/containers/safetensors_json.h"
#include "core/support/error.h"
#include "core/support/printable.h"

namespace zipper {

namespace {

constexpr std::array<std::pair<const char*, c10::ScalarType>, 10> types{{
    {"F64", c10::ScalarType::Double},
    {"F32", c10::ScalarType::Float},
    {"F16", c10::ScalarType::Half},
    {"BF16", c10::ScalarType::BFloat16},
    {"I64", c10::ScalarType::Long},
    {"I32", c10::ScalarType::Int},
    {"I16", c10::ScalarType::Short},
    {"I8", c10::ScalarType::Char},
    {"U8", c10::ScalarType::Byte},
    {"BOOL", c10::ScalarType::Bool},
}};

c10::ScalarType typeOf(const RawSafetensorsEntry& raw) {
  std::string known;
  for (const auto& [name, type] : types) {
    if (raw.type == name) return type;
    known += concat(known.empty() ? "" : ", ", name);
  }
  fail(printable(raw.name), ": unknown type '", printable(raw.type, 40), "'; known are ", known);
}

std::string claimedShape(const std::vector<std::uint64_t>& shape) {
  std::string text = "[";
  for (const auto size : shape) text += concat(text.size() > 1 ? "," : "", size);
  return text + "]";
}

/// Bytes of the tensor. A size of 0 counts as 1 in the check for overflow, because LibTorch computes strides that way.
std::uint64_t bytesOf(const RawSafetensorsEntry& raw, std::uint64_t bytesPerValue) {
  constexpr auto limit = std::uint64_t(std::numeric_limits<std::int64_t>::max());
  std::uint64_t bytes = bytesPerValue;
  bool empty = false;
  for (const auto size : raw.shape) {
    const std::uint64_t factor = std::max<std::uint64_t>(size, 1);
    if (bytes > limit / factor)
      fail(printable(raw.name), ": shape ", claimedShape(raw.shape), " is larger than any memory");
    bytes *= factor;
    empty = empty || size == 0;
  }
  return empty ? 0 : bytes;
}

SafetensorsEntry checkedEntry(RawSafetensorsEntry raw, std::uint64_t dataBytes) {
  SafetensorsEntry entry;
  entry.type = typeOf(raw);
  const std::string name = printable(raw.name);
  if (raw.offsets.size() != 2) fail(name, ": data_offsets has ", raw.offsets.size(), " numbers, 2 were expected");
  entry.begin = raw.offsets[0];
  entry.end = raw.offsets[1];
  if (entry.begin > entry.end) fail(name, ": data_offsets [", entry.begin, ",", entry.end, "] are in the wrong order");
  if (entry.end > dataBytes)
    fail(name, ": its data ends at byte ", entry.end, ", but the file has ", dataBytes,
         " bytes of data; is the file truncated?");
  const std::uint64_t bytes = bytesOf(raw, c10::elementSize(entry.type));
  if (entry.end - entry.begin != bytes)
    fail(name, ": shape ", claimedShape(raw.shape), " of type ", raw.type, " needs ", bytes,
         " bytes, data_offsets hold ", entry.end - entry.begin);
  entry.shape.assign(raw.shape.begin(), raw.shape.end());
  entry.name = std::move(raw.name);
  return entry;
}

void checkCoverage(const std::vector<SafetensorsEntry>& entries, std::uint64_t dataBytes) {
  std::uint64_t covered = 0;
  const SafetensorsEntry* before = nullptr;
  for (const auto& entry : entries) {
    if (entry.begin < covered)
      fail(printable(entry.name), ": its data overlaps that of ", printable(before->name), " (byte ", entry.begin, ")");
    if (entry.begin > covered)
      fail(printable(entry.name), ": there is a hole of ", entry.begin - covered, " bytes before its data");
    covered = entry.end;
    before = &entry;
  }
  if (covered < dataBytes) fail(dataBytes - covered, " bytes of data at the end belong to no tensor");
}

}  // namespace

std::string safetensorsTypeName(c10::ScalarType type) {
  for (const auto& [name, known] : types)
    if (known == type) return name;
  return {};
}

SafetensorsHeader parseSafetensorsHeader(const std::string& json, std::uint64_t dataBytes) {
  RawSafetensorsHeader raw = parseSafetensorsJson(json);
  SafetensorsHeader header;
  header.metadata = std::move(raw.metadata);
  header.entries.reserve(raw.entries.size());
  for (auto& entry : raw.entries) header.entries.push_back(checkedEntry(std::move(entry), dataBytes));
  // Stable: tensors without data share an offset and keep the order in which the header names them.
  std::stable_sort(header.entries.begin(), header.entries.end(),
                   [](const auto& a, const auto& b) { return std::pair(a.begin, a.end) < std::pair(b.begin, b.end); });
  checkCoverage(header.entries, dataBytes);
  return header;
}

}  // namespace zipper
