// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "core/session/session.h"

namespace zipper {

/// Writes the session to one .zipper file: a safetensors container with recipe, scores and history in the metadata,
/// teachers, curves and the network of every step as tensors (equal tensors once), and checksums of all of it. Atomic.
void saveSession(const std::filesystem::path& path, const Session& session);

/// Reads it back; Error that names the file and what is wrong with it: another kind of file, told by its content (a
/// network, an image, ...), no session, parts that don't fit each other or aren't what their checksums were taken of.
/// Memory is taken for what the file holds, not for what it claims. `notes` gets what people should know of the file:
/// those of versions before there were checksums are unchecked.
Session loadSession(const std::filesystem::path& path, std::vector<std::string>* notes = nullptr);

/// What saveSession wrote but tensors: curves and networks have no values. Quick, whatever the size of the file. Error
/// as above, of what can be told without them.
Session loadSessionOutline(const std::filesystem::path& path);

/// True if the path is a file that is a safetensors container with a session in it; Error if the header of one is
/// damaged.
bool isSessionFile(const std::filesystem::path& path);

}  // namespace zipper
