// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <filesystem>
#include <memory>
#include <string>

#include "core/lesson/lesson.h"
#include "core/session/session.h"
#include "core/support/stop_token.h"
#include "core/support/temporary_folder.h"

namespace zipper {

/// A lesson whose files lie in a folder that nobody but this user can look into, and that is removed at its end.
struct UnpackedLesson {
  Lesson lesson;
  std::filesystem::path file;  ///< the lesson file; it is never written
  TemporaryFolder folder;
};
using UnpackedLessonPtr = std::shared_ptr<const UnpackedLesson>;

/// Error if the file is no lesson or damaged (see lesson_file.h), or there is no room for what it holds. The session in
/// it is not read. Throws Cancelled.
UnpackedLessonPtr unpackLesson(const std::filesystem::path& file, const StopToken& stop = {});

/// The session of the lesson. Its images are those that were unpacked and no others: what it says of places may lead
/// anywhere, and a relative one into the folder that the program happens to work in. Error as of loadSession(), which
/// has the warnings.
Session sessionOf(const UnpackedLesson& lesson, std::vector<std::string>* warnings = nullptr);

/// What is to be said about the images of a task that are a part of those that its network and finished steps were made
/// with: in numbers; empty if there is nothing.
std::string noteOnImages(const LessonImages& images);
bool isNoteOnImages(const std::string& note);

/// The session that is to be saved to `path` while its images lie in the folder of a lesson, which will be removed:
/// they are copied into a folder beside it ("NAME-images"), and the session says so. What lies there already stays if
/// it is the same, or else the folder gets another name. Other sessions come back as they are. Error if it can't be
/// written.
Session withImagesBeside(const Session& session, const UnpackedLesson& lesson, const std::filesystem::path& path);

}  // namespace zipper
