// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/lesson/unpacked_lesson.h"

#include <algorithm>
#include <system_error>

#include "core/lesson/lesson_file.h"
#include "core/lesson/lesson_names.h"
#include "core/session/session_file.h"
#include "core/support/error.h"
#include "core/support/files.h"
#include "core/support/printable.h"

namespace fs = std::filesystem;

namespace zipper {

namespace {

constexpr const char* noteBegins = "the lesson holds ";

constexpr std::size_t largestLicenceText = std::size_t(1) << 20;

std::string partText(const LessonCount& count, const char* what) {
  return concat(count.held, " of ", count.all, " ", what, " images");
}

bool isBelow(const fs::path& path, const fs::path& folder) {
  const auto [end, ignored] = std::mismatch(folder.begin(), folder.end(), path.begin(), path.end());
  return end == folder.end();
}

/// The same list, and all that it takes: images are never changed once they are there.
bool isSameData(const fs::path& one, const fs::path& other) {
  std::error_code code;
  if (!fs::is_directory(other, code)) return false;
  for (fs::recursive_directory_iterator file(one, code), end; !code && file != end; file.increment(code)) {
    const fs::path twin = other / fs::relative(file->path(), one, code);
    if (file->is_directory(code)) continue;
    const auto bytes = fs::file_size(file->path(), code), there = fs::file_size(twin, code);
    if (code || bytes != there) return false;
  }
  return !code && readTextFile(one / "images.csv") == readTextFile(other / "images.csv") &&
         sha256OfFile(one / "classes.txt") == sha256OfFile(other / "classes.txt");
}

void copyFolder(const fs::path& from, const fs::path& to) {
  createFolder(to.parent_path());
  const fs::path unfinished = to.string() + ".part";
  std::error_code code;
  fs::remove_all(unfinished, code);
  fs::copy(from, unfinished, fs::copy_options::recursive, code);
  if (!code) fs::rename(unfinished, to, code);
  if (!code) return;
  const std::string reason = code.message();
  fs::remove_all(unfinished, code);
  fail(wholePrintable(to.string()), ": the images of the lesson can't be written there: ", reason);
}

/// "merged-images", or the first of "merged-images-2", ... in which nothing else is in the way.
fs::path folderBeside(const fs::path& session, const fs::path& lesson) {
  const std::string stem = session.stem().string() + "-images";
  for (int number = 1;; ++number) {
    fs::path folder = session;
    folder.replace_filename(number == 1 ? stem : concat(stem, "-", number));
    std::error_code code;
    if (!fs::exists(fs::symlink_status(folder, code))) return folder;
    bool fits = fs::is_directory(folder, code);
    for (fs::directory_iterator task(lesson / "data", code), end; fits && !code && task != end; task.increment(code)) {
      const fs::path there = folder / task->path().filename();
      fits = !fs::exists(fs::symlink_status(there, code)) || isSameData(task->path(), there);
    }
    if (fits) return folder;
  }
}

}  // namespace

UnpackedLessonPtr unpackLesson(const fs::path& file, const StopToken& stop) {
  const auto unpacked = std::make_shared<UnpackedLesson>();
  std::error_code code;
  unpacked->file = fs::absolute(file, code);
  const LessonDescription description = unpackLessonFile(file, unpacked->folder.path(), stop);
  unpacked->lesson = description.lesson;
  for (const LessonEntry& entry : description.entries)
    if (const int task = taskOfLicence(entry.name); task >= 0)
      unpacked->lesson.licences.push_back({task, fs::path(entry.name).filename().string(),
                                           readUtf8File(unpacked->folder.path() / entry.name, largestLicenceText)});
  return unpacked;
}

Session sessionOf(const UnpackedLesson& lesson, std::vector<std::string>* warnings) {
  Session session = loadSession(lesson.folder.path() / lessonSessionEntry, warnings);
  for (std::size_t t = 0; t < session.recipe.sources.size(); ++t) {
    TaskSource& source = session.recipe.sources[t];
    const fs::path images = lesson.folder.path() / lessonDataFolder(int(t));
    std::error_code code;
    source.model = fs::path(source.model).filename().string();
    source.data = fs::is_directory(images, code) ? images.string() : std::string();
  }
  return session;
}

std::string noteOnImages(const LessonImages& images) {
  if (!images.isPart() || images.held() == 0) return {};
  return concat(noteBegins, partText(images.train, "training"), " and ", partText(images.test, "test"),
                "; its finished steps were made with all of them and scored anew on these");
}

bool isNoteOnImages(const std::string& note) { return note.rfind(noteBegins, 0) == 0; }

Session withImagesBeside(const Session& session, const UnpackedLesson& lesson, const fs::path& path) {
  Session moved = session;
  fs::path folder;
  for (TaskSource& source : moved.recipe.sources) {
    if (source.data.empty() || !isBelow(source.data, lesson.folder.path())) continue;
    std::error_code code;
    if (folder.empty()) folder = folderBeside(fs::absolute(path, code), lesson.folder.path());
    const fs::path target = folder / fs::path(source.data).filename();
    if (!fs::exists(target, code)) copyFolder(source.data, target);
    source.data = target.string();
  }
  if (folder.empty()) return moved;
  std::error_code code;
  const fs::path licences = lesson.folder.path() / "licences";
  if (fs::is_directory(licences, code) && !fs::exists(folder / "licences", code))
    copyFolder(licences, folder / "licences");
  return moved;
}

}  // namespace zipper
