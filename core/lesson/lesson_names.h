// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <cstdint>
#include <string>

namespace zipper {

/// Names of what lies in a lesson file.
inline constexpr const char* lessonKindEntry = "mimetype";  ///< first, so that the kind stands at a fixed place
inline constexpr const char* lessonKind = "application/x-zipper-lesson";
inline constexpr const char* lessonJsonEntry = "lesson.json";
inline constexpr const char* lessonSessionEntry = "session.zipper";

/// "data/a": the data set of a task, a folder as the program reads it.
std::string lessonDataFolder(int task);
/// "licences/a"
std::string lessonLicenceFolder(int task);

/// A file's name of what a name by a stranger holds of letters, digits, '.', '-' and '_'; others become '_'. Up to 80
/// bytes, of which the end stays; never hidden.
std::string lessonFileName(const std::string& name);

/// Whether a file of a lesson may be called so: the session, a list, names of classes or an image of a task's data, or
/// a licence, each at its place and with a name as lessonFileName() makes it. No other is ever written anywhere.
bool isLessonEntry(const std::string& name);

/// Of "licences/b/LICENSE": 1; -1: another file.
int taskOfLicence(const std::string& name);

}  // namespace zipper
