// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <filesystem>
#include <string>

#include "core/analysis/float_array.h"

namespace zipper {

/// NumPy's .npy format, version 1.0: little-endian float32 in C order. numpy.load() reads it.
/// Source: numpy/lib/format.py. Throws Error if the shape doesn't fit the number of values.
std::string npyBytes(const FloatArray& array);

/// Writes it atomically; Error that names the path if it can't be written.
void writeNpy(const std::filesystem::path& path, const FloatArray& array);

}  // namespace zipper
