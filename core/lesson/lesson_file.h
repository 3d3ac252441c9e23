// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "core/lesson/lesson_json.h"
#include "core/support/stop_token.h"

namespace zipper {

/// A lesson file is a ZIP archive of stored files: "mimetype" first, then the description, the session, images and
/// licences as the description names them. What it claims is compared with its size before memory is taken; each file
/// has a SHA-256, and the description the archive's CRC-32. No name in it is used as it stands: see isLessonEntry().

/// True if the path is a file that begins as a lesson does.
bool isLessonFile(const std::filesystem::path& path);

/// The description, without reading what it lists. Error that begins with the file's name: no lesson, damaged, or made
/// by a newer version.
LessonDescription readLessonDescription(const std::filesystem::path& path);

/// Writes all files of a lesson below a folder of the program's own, which must be empty, after checking each. Error as
/// above, if one isn't what its checksum was taken of, or can't be written. Throws Cancelled.
LessonDescription unpackLessonFile(const std::filesystem::path& path, const std::filesystem::path& folder,
                                   const StopToken& stop = {});

/// Packs these files, which lie below the folder as isLessonEntry() has them. Atomic. Error if they are too many or too
/// large together. Throws Cancelled.
void packLessonFile(const std::filesystem::path& path, const Lesson& lesson, const std::filesystem::path& folder,
                    const std::vector<std::string>& files, const StopToken& stop = {});

/// As much as a lesson file holds at most, in bytes.
inline constexpr std::uint64_t largestLessonFile = std::uint64_t(3) << 30;

}  // namespace zipper
