// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <filesystem>

#include "core/lesson/lesson.h"
#include "core/lesson/lesson_images.h"
#include "core/session/session.h"
#include "core/support/work.h"

namespace zipper {

/// What a lesson file would take. Opens the data sets of the session and looks at some images; those of a task without
/// any, or that aren't there, count nothing.
LessonSizes measureLesson(const Session& session, const StopToken& stop = {});

/// Makes a lesson file of a session: its steps, trained networks, and images of its data sets, with the files that say
/// under which licence these are. `lesson`: title, pages and panels; the rest of it is filled in and comes back.
/// Places on this machine aren't told. Where only a part of the images goes along, teachers and finished steps that had
/// scores are scored anew on those that do. Atomic. Tells progress in images and scores. Throws Cancelled; Error: what
/// checkLesson() refuses, images that can't be opened or are too many.
Lesson makeLesson(const std::filesystem::path& path, const Session& session, const Lesson& lesson,
                  ImagesPerClass perClass, const Work& work = {});

}  // namespace zipper
