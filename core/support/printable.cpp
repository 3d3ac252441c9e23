// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/support/printable.h"

#include <algorithm>
#include <array>
#include <cstdint>
#include <cstdio>

namespace zipper {

namespace {

bool isContinuation(const std::string& text, std::size_t at) {
  return at < text.size() && (static_cast<unsigned char>(text[at]) & 0xc0) == 0x80;
}

/// Bytes of the UTF-8 sequence that starts here; 0 if there is no well-formed one.
std::size_t sequenceLength(const std::string& text, std::size_t at) {
  const auto first = static_cast<unsigned char>(text[at]);
  const std::size_t length = first < 0x80   ? 1
                             : first < 0xc2 ? 0
                             : first < 0xe0 ? 2
                             : first < 0xf0 ? 3
                             : first < 0xf5 ? 4
                                            : 0;
  for (std::size_t i = 1; i < length; ++i)
    if (!isContinuation(text, at + i)) return 0;
  return length;
}

/// The code point of a sequence of this length.
std::uint32_t codePoint(const std::string& text, std::size_t at, std::size_t length) {
  const auto byte = [&](std::size_t i) { return std::uint32_t(static_cast<unsigned char>(text[at + i])); };
  if (length == 1) return byte(0);
  std::uint32_t point = byte(0) & (0xffU >> (length + 1));
  for (std::size_t i = 1; i < length; ++i) point = point << 6 | (byte(i) & 0x3f);
  return point;
}

/// Overlong forms, surrogates and what lies beyond Unicode are well-formed only at first sight.
bool isCharacter(std::uint32_t point, std::size_t length) {
  constexpr std::uint32_t least[] = {0, 0, 0x80, 0x800, 0x10000};
  return point >= least[length] && point <= 0x10ffff && (point < 0xd800 || point > 0xdfff);
}

bool obeysTerminalOrTurnsText(std::uint32_t point) {
  if (point < 0x20 || (point >= 0x7f && point < 0xa0)) return true;
  if (point >= 0x2028 && point <= 0x202e) return true;
  if (point >= 0x2066 && point <= 0x2069) return true;
  // Two names that differ in something without a width would look the same. Joiners are part of some scripts.
  return point == 0x061c || point == 0x200b || point == 0x200e || point == 0x200f || point == 0x2060 || point == 0xfeff;
}

bool isVisible(const std::string& text, std::size_t at, std::size_t length) {
  if (length == 0) return false;
  const std::uint32_t point = codePoint(text, at, length);
  return isCharacter(point, length) && !obeysTerminalOrTurnsText(point);
}

}  // namespace

std::string printable(const std::string& text, std::size_t maximumBytes) {
  std::string result;
  for (std::size_t at = 0; at < text.size();) {
    if (result.size() >= maximumBytes) return result + "...";
    const std::size_t length = sequenceLength(text, at);
    result += isVisible(text, at, length) ? text.substr(at, length) : "?";
    at += length > 0 ? length : 1;
  }
  return result;
}

std::string validUtf8(const std::string& text) {
  std::string result;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t length = sequenceLength(text, at);
    const bool good = length > 0 && isCharacter(codePoint(text, at, length), length);
    result += good ? text.substr(at, length) : "\ufffd";
    at += good ? length : 1;
  }
  return result;
}

std::string jsonForTerminals(const std::string& json) {
  std::string result;
  for (std::size_t at = 0; at < json.size();) {
    const std::size_t length = std::max<std::size_t>(1, sequenceLength(json, at));
    const std::uint32_t point = codePoint(json, at, length);
    std::array<char, 8> escape{};
    if (point >= 0x7f && point <= 0xffff && obeysTerminalOrTurnsText(point))
      std::snprintf(escape.data(), escape.size(), "\\u%04x", unsigned(point));
    result += escape[0] != 0 ? std::string(escape.data()) : json.substr(at, length);
    at += length;
  }
  return result;
}

}  // namespace zipper
