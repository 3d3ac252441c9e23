// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <cstdint>
#include <filesystem>
#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace zipper {

/// The real numeric arrays of a MATLAB file as whole numbers, by the names of the variables, in the order of the file
/// (column by column). Other variables (texts, cells, structures, ...) are left out.
using MatArrays = std::map<std::string, std::vector<std::int64_t>>;

/// Reads a file of MATLAB's version 5 (-v6 or -v7, compressed or not), of at most 16 MB, and 16 MB when it is unpacked.
/// Own code: MATLAB's format is small, and matio isn't made for files of strangers. Throws Error that names the path if
/// it is another file (version 4, or 7.3, which is HDF5), damaged, too large, or holds numbers that aren't whole.
/// Format: "MAT-File Format", The MathWorks.
MatArrays readMatFile(const std::filesystem::path& path);

/// The same of the file's bytes; messages have no path.
MatArrays parseMat(std::string_view bytes);

}  // namespace zipper
