// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <cstdint>
#include <map>
#include <string>

namespace zipper {

/// A ZIP archive of files by name, stored as they are, without times. `place`: where it will begin in the file that it
/// is appended to, from whose beginning its directory counts, as Python's zipfile has it. Under 4 GiB, and under 65,536
/// files. Source: PKWARE, ".ZIP File Format Specification" (APPNOTE.TXT) 6.3.10, sections 4.3.7, 4.3.12 and 4.3.16.
std::string storedZip(const std::map<std::string, std::string>& files, std::uint32_t place);

}  // namespace zipper
