// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <cstdint>
#include <cstring>
#include <string>
#include <string_view>

#include "core/support/error.h"

// Numbers go from the bytes into memory as they are.
static_assert(__BYTE_ORDER__ == __ORDER_LITTLE_ENDIAN__, "the file formats read here are little-endian");

namespace zipper {

/// Takes numbers and texts out of bytes, one behind the other, never beyond their end. Errors begin with what the bytes
/// are ("the symbol table node ..."). The bytes must live as long as the cursor.
class ByteCursor {
 public:
  ByteCursor(std::string_view bytes, std::string what) : rest_(bytes), what_(std::move(what)) {}

  std::size_t left() const { return rest_.size(); }

  /// The next bytes; Error if there are fewer.
  std::string_view take(std::uint64_t bytes) {
    if (bytes > rest_.size()) fail(what_, " is truncated: ", bytes, " more bytes were expected, found ", rest_.size());
    const std::string_view taken = rest_.substr(0, std::size_t(bytes));
    rest_.remove_prefix(std::size_t(bytes));
    return taken;
  }

  void skip(std::uint64_t bytes) { take(bytes); }

  /// A little-endian unsigned number.
  template <typename Number>
  Number number() {
    Number value = 0;
    std::memcpy(&value, take(sizeof value).data(), sizeof value);
    return value;
  }
  std::uint8_t u8() { return number<std::uint8_t>(); }
  std::uint16_t u16() { return number<std::uint16_t>(); }
  std::uint32_t u32() { return number<std::uint32_t>(); }
  std::uint64_t u64() { return number<std::uint64_t>(); }

  /// A number of LEB128, seven bits a byte, the lowest first; at most 64 bits.
  std::uint64_t varint() {
    std::uint64_t value = 0;
    for (int shift = 0; shift < 64; shift += 7) {
      const std::uint8_t byte = u8();
      value |= std::uint64_t(byte & 0x7f) << shift;
      if (byte < 0x80) return value;
    }
    fail(what_, " holds a number of more than 64 bits");
  }

  /// Error unless the next bytes are these.
  void expect(std::string_view signature) {
    if (take(signature.size()) != signature) fail(what_, " does not begin with '", signature, "'");
  }

 private:
  std::string_view rest_;
  std::string what_;
};

}  // namespace zipper
