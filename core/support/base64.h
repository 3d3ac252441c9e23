// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace zipper {

/// Bytes as text of RFC 4648, section 4: with padding, without line ends.
std::string toBase64(const void* data, std::size_t bytes);

/// The reverse. Error if it is anything but what toBase64() makes: another character, no padding, bits that are left
/// over.
std::string fromBase64(std::string_view text);

}  // namespace zipper
