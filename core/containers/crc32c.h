// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <cstddef>
#include <cstdint>

namespace zipper {

/// CRC-32C (Castagnoli, RFC 3720 appendix B.4) of the bytes; `before` is the checksum of the bytes that precede them.
std::uint32_t crc32c(const void* bytes, std::size_t count, std::uint32_t before = 0);

/// As LevelDB and TensorFlow store a checksum, so that bytes which hold checksums can have one themselves.
/// Source: LevelDB, util/crc32c.h.
inline std::uint32_t maskedCrc32c(std::uint32_t crc) { return ((crc >> 15) | (crc << 17)) + 0xa282ead8u; }

}  // namespace zipper
