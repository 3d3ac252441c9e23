// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <filesystem>
#include <functional>
#include <map>
#include <string>

#include "core/containers/tensor_file.h"

namespace zipper {

struct SafetensorsHeader;  ///< safetensors_header.h

/// True if the first bytes look like a safetensors file: a plausible header length followed by '{'.
bool looksLikeSafetensors(const std::filesystem::path& path);

/// Reads a whole file: u64 little-endian header length, JSON header, data.
/// Source: https://github.com/huggingface/safetensors (format description in its README). Supports F64 F32 F16 BF16 I64
/// I32 I16 I8 U8 BOOL. Throws Error that names the file and the key: header over 100,000,000 bytes or longer than the
/// file, bad JSON, unknown type, shape and offsets that don't agree, offsets out of bounds, overlaps, holes. Sizes are
/// checked before memory is taken.
TensorFile readSafetensors(const std::filesystem::path& path);

/// The same; `check` sees the header before memory is taken for anything else. An Error that it throws gets the file's
/// name.
TensorFile readSafetensors(const std::filesystem::path& path,
                           const std::function<void(const SafetensorsHeader&)>& check);

/// Only the metadata, without reading the tensors.
std::map<std::string, std::string> readSafetensorsMetadata(const std::filesystem::path& path);

/// Writes atomically (see writeFileAtomically). Tensors are written contiguous (C order), in the given order.
void writeSafetensors(const std::filesystem::path& path, const NamedTensors& tensors,
                      const std::map<std::string, std::string>& metadata);

}  // namespace zipper
