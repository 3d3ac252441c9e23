// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <filesystem>

#include "core/zippering/session.h"

namespace zipper {

/// Writes the session to one .zipper file: a safetensors container with recipe, scores and history in the metadata,
/// teachers, curves and the network of every step as tensors (equal tensors once). Atomic.
void saveSession(const std::filesystem::path& path, const Session& session);

/// Reads it back; Error that names the file and what is wrong with it.
Session loadSession(const std::filesystem::path& path);

/// What saveSession wrote but tensors: curves and networks have no values. Quick, whatever the size of the file.
Session loadSessionOutline(const std::filesystem::path& path);

/// True if the file is a safetensors container with a session in it.
bool isSessionFile(const std::filesystem::path& path);

}  // namespace zipper
