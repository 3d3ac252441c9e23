// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/support/base64.h"

#include <algorithm>
#include <array>
#include <cstdint>

#include "core/support/error.h"

namespace zipper {

namespace {

constexpr std::string_view base64Digits = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";

std::array<int, 256> base64Values() {
  std::array<int, 256> values{};
  values.fill(-1);
  for (std::size_t i = 0; i < base64Digits.size(); ++i) values[static_cast<unsigned char>(base64Digits[i])] = int(i);
  return values;
}

}  // namespace

std::string toBase64(const void* data, std::size_t bytes) {
  const auto* in = static_cast<const unsigned char*>(data);
  std::string text;
  text.reserve((bytes + 2) / 3 * 4);
  for (std::size_t i = 0; i < bytes; i += 3) {
    const std::size_t count = std::min<std::size_t>(3, bytes - i);
    std::uint32_t group = 0;
    for (std::size_t j = 0; j < 3; ++j) group = group << 8 | (j < count ? in[i + j] : 0U);
    for (std::size_t j = 0; j < 4; ++j) text += j <= count ? base64Digits[group >> (18 - 6 * j) & 63U] : '=';
  }
  return text;
}

std::string fromBase64(std::string_view text) {
  static const std::array<int, 256> values = base64Values();
  if (text.size() % 4 != 0) fail("base64 of ", text.size(), " characters found, a multiple of 4 expected");
  std::string bytes;
  bytes.reserve(text.size() / 4 * 3);
  for (std::size_t i = 0; i < text.size(); i += 4) {
    const bool last = i + 4 == text.size();
    const std::size_t padding = !last || text[i + 3] != '=' ? 0 : text[i + 2] != '=' ? 1 : 2;
    std::uint32_t group = 0;
    for (std::size_t j = 0; j < 4; ++j) {
      const int value = j + padding >= 4 ? 0 : values[static_cast<unsigned char>(text[i + j])];
      if (value < 0) fail("base64: no such character at ", i + j);
      group = group << 6 | std::uint32_t(value);
    }
    if ((group & ((1U << 8 * padding) - 1)) != 0) fail("base64: bits are left over at its end");
    for (std::size_t j = 0; j + padding < 3; ++j) bytes += char(group >> (16 - 8 * j) & 255U);
  }
  return bytes;
}

}  // namespace zipper
