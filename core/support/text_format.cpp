// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/support/text_format.h"

#include <array>
#include <charconv>
#include <cmath>
#include <limits>

#include "core/support/error.h"
#include "core/support/printable.h"

namespace zipper {

namespace {

const char* const noBreakSpace = "\u00a0";

template <typename... Format>
std::string toText(Format... format) {
  std::array<char, 400> buffer{};  // 309 digits of the largest double and its decimals
  const auto end = std::to_chars(buffer.data(), buffer.data() + buffer.size(), format...).ptr;
  return std::string(buffer.data(), end);
}

std::string withUnit(const std::string& number, const char* unit) { return concat(number, noBreakSpace, unit); }

/// Three significant digits, so that 1.23, 12.3 and 123 take the same room.
std::string threeDigits(double value) { return fixedNumber(value, value < 9.995 ? 2 : value < 99.95 ? 1 : 0); }

std::string escapeLine(const std::string& line) {
  std::string result;
  for (const char c : printable(line, std::numeric_limits<std::size_t>::max())) {
    switch (c) {
      case '&':
        result += "&amp;";
        break;
      case '<':
        result += "&lt;";
        break;
      case '>':
        result += "&gt;";
        break;
      case '"':
        result += "&quot;";
        break;
      case '\'':
        result += "&#39;";
        break;
      default:
        result += c;
    }
  }
  return result;
}

bool beginsCharacter(char c) { return (static_cast<unsigned char>(c) & 0xc0) != 0x80; }

}  // namespace

std::string fixedNumber(double value, int decimals) {
  if (std::isnan(value)) return "nan";
  if (std::isinf(value)) return value > 0 ? "inf" : "-inf";
  const std::string text = toText(value, std::chars_format::fixed, decimals);
  // "-0.00" would claim a direction that isn't there.
  return text.find_first_not_of("-0.") == std::string::npos && text[0] == '-' ? text.substr(1) : text;
}

std::string shortestNumber(double value) { return std::isnan(value) ? "nan" : toText(value); }
std::string shortestNumber(float value) { return std::isnan(value) ? "nan" : toText(value); }

std::string withThousands(std::int64_t value) {
  std::string text = std::to_string(value);
  const std::size_t first = value < 0 ? 1 : 0;
  for (std::size_t at = text.size(); at > first + 3;) text.insert(at -= 3, ",");
  return text;
}

std::string counted(std::int64_t count, const char* name, const char* names) {
  return concat(count, ' ', count == 1 ? name : names);
}

std::string percentText(double share) { return withUnit(fixedNumber(100 * share, 2), "%"); }

std::string pointsText(double difference) {
  const std::string size = fixedNumber(100 * std::abs(difference), 2);
  const bool zero = size.find_first_not_of("0.") == std::string::npos;
  return withUnit((zero ? "\u00b1" : difference < 0 ? "\u2212" : "+") + size, "points");
}

std::string bytesText(std::int64_t bytes) {
  const double value = double(bytes);
  if (bytes < 1000) return withUnit(std::to_string(bytes), "B");
  if (value < 999.5e3) return withUnit(threeDigits(value / 1e3), "kB");
  if (value < 999.5e6) return withUnit(threeDigits(value / 1e6), "MB");
  return withUnit(threeDigits(value / 1e9), "GB");
}

std::string durationText(double seconds) {
  if (!(seconds >= 59.95)) return withUnit(fixedNumber(seconds, seconds < 9.95 ? 2 : 1), "s");
  const auto whole = std::int64_t(std::llround(seconds));
  const auto twoDigits = [](std::int64_t value) { return concat(value < 10 ? "0" : "", value); };
  if (whole < 3600) return withUnit(std::to_string(whole / 60), "min ") + withUnit(twoDigits(whole % 60), "s");
  return withUnit(withThousands(whole / 3600), "h ") + withUnit(twoDigits(whole % 3600 / 60), "min");
}

std::string millisecondsText(double milliseconds) { return withUnit(threeDigits(milliseconds), "ms"); }

std::string millisecondsText(double median, double least, double largest) {
  return concat(millisecondsText(median), " (", threeDigits(least), "\u2013", threeDigits(largest), ")");
}

std::string escapeXml(const std::string& text) {
  std::string result;
  for (std::size_t at = 0;;) {
    const std::size_t end = text.find('\n', at);
    result += escapeLine(text.substr(at, end - at));
    if (end == std::string::npos) return result;
    result += '\n';
    at = end + 1;
  }
}

std::size_t characterCount(const std::string& text) {
  std::size_t count = 0;
  for (const char c : text) count += beginsCharacter(c) ? 1 : 0;
  return count;
}

std::string shortened(const std::string& text, std::size_t characters) {
  if (characterCount(text) <= characters) return text;
  std::size_t count = 0, at = 0;
  for (; at < text.size(); ++at)
    if (beginsCharacter(text[at]) && ++count == characters) break;
  return text.substr(0, at) + "\u2026";
}

}  // namespace zipper
