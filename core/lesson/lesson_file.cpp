// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/lesson/lesson_file.h"

#include <cstdio>
#include <cstring>
#include <functional>
#include <set>
#include <system_error>

#include "core/containers/zip_archive.h"
#include "core/exports/stored_zip.h"
#include "core/lesson/lesson_names.h"
#include "core/support/error.h"
#include "core/support/files.h"
#include "core/support/printable.h"
#include "core/support/temporary_folder.h"

namespace fs = std::filesystem;

namespace zipper {

namespace {

constexpr std::uint64_t largestKind = 256;
constexpr std::uint64_t largestDescription = std::uint64_t(32) << 20;

/// How a lesson begins: a stored first file "mimetype" without extra fields, so that its contents follow its name.
const std::string& kindBytes() {
  static const std::string bytes = std::string(lessonKindEntry) + lessonKind;
  return bytes;
}

constexpr std::size_t kindPlace = 30;  ///< behind the local header

bool beginsAsLesson(const std::string& start) {
  return start.compare(0, 4, "PK\x03\x04") == 0 && start.size() >= kindPlace + kindBytes().size() &&
         start.compare(kindPlace, kindBytes().size(), kindBytes()) == 0;
}

/// The archive of a lesson with its description.
class OpenLesson {
 public:
  explicit OpenLesson(const fs::path& path) : file_(path, "a lesson") {
    if (!beginsAsLesson(file_.beginning(kindPlace + kindBytes().size())))
      fail(file_.name(), ": no lesson: its beginning isn't that of one");
    archive_.emplace(file_);
    const ZipEntry* kind = archive_->find(lessonKindEntry);
    if (kind == nullptr || archive_->text(*kind, largestKind) != lessonKind)
      fail(file_.name(), ": damaged: its kind isn't that of a lesson");
    const ZipEntry* entry = archive_->find(lessonJsonEntry);
    if (entry == nullptr) fail(file_.name(), ": no lesson: it holds no ", lessonJsonEntry);
    const std::string json = archive_->text(*entry, largestDescription);
    try {
      description_ = lessonFromJson(json);
    } catch (const Error& error) {
      fail(file_.name(), ": ", error.what());
    }
    checkFiles();
  }

  const LessonDescription& description() const { return description_; }

  /// The bytes of a file, as its checksum was taken of them.
  std::string read(const LessonEntry& entry) const {
    const ZipEntry& stored = *archive_->find(entry.name);
    std::string bytes(std::size_t(stored.size), '\0');  // the file is as large: see checkFiles()
    archive_->read(stored, bytes.data());
    if (sha256(bytes.data(), bytes.size()) != entry.sha256)
      fail(file_.name(), ": damaged: ", entry.name, " isn't what its checksum was taken of");
    return bytes;
  }

 private:
  /// The description and the archive must name the same files, of the same sizes.
  void checkFiles() const {
    for (const LessonEntry& entry : description_.entries) {
      const ZipEntry* stored = archive_->find(entry.name);
      if (stored == nullptr) fail(file_.name(), ": damaged: ", entry.name, " is missing");
      archive_->checkReadable(*stored);
      if (stored->size != entry.bytes || stored->size > file_.size())
        fail(file_.name(), ": damaged: ", entry.name, " has ", stored->size, " bytes, ", entry.bytes, " expected");
    }
    if (archive_->entries().size() != description_.entries.size() + 2)
      fail(file_.name(), ": damaged: it holds ", archive_->entries().size(), " files, ",
           description_.entries.size() + 2, " expected");
    for (const LessonEntry& entry : description_.entries)
      if (entry.name == lessonSessionEntry) return;
    fail(file_.name(), ": damaged: it holds no session");
  }

  InputFile file_;
  std::optional<ZipArchive> archive_;
  LessonDescription description_;
};

}  // namespace

bool isLessonFile(const fs::path& path) {
  std::error_code code;
  if (!fs::is_regular_file(path, code)) return false;
  try {
    return beginsAsLesson(InputFile(path, "a lesson").beginning(kindPlace + kindBytes().size()));
  } catch (const Error&) {
    return false;  // whoever opens it says why it can't be read
  }
}

LessonDescription readLessonDescription(const fs::path& path) { return OpenLesson(path).description(); }

LessonDescription unpackLessonFile(const fs::path& path, const fs::path& folder, const StopToken& stop) {
  const OpenLesson lesson(path);
  std::set<fs::path> made;
  for (const LessonEntry& entry : lesson.description().entries) {
    stop.throwIfStopped();
    const fs::path target = folder / entry.name;  // whose parts isLessonEntry() has looked at
    if (made.insert(target.parent_path()).second) createFolder(target.parent_path());
    writeUnsynced(target, lesson.read(entry));
  }
  return lesson.description();
}

void packLessonFile(const fs::path& path, const Lesson& lesson, const fs::path& folder,
                    const std::vector<std::string>& files, const StopToken& stop) {
  std::vector<LessonEntry> entries;
  std::uint64_t total = 0;
  for (const std::string& name : files) {
    stop.throwIfStopped();
    std::error_code code;
    const auto bytes = std::uint64_t(fs::file_size(folder / name, code));
    if (code || !isLessonEntry(name)) fail(inQuotes(name), " can't be put into a lesson");
    total += bytes;
    entries.push_back({name, bytes, sha256OfFile(folder / name)});
  }
  if (total > largestLessonFile)
    fail("the lesson would have ", total >> 20, " MB, at most ", largestLessonFile >> 20,
         " MB are taken; take fewer images");
  writeFileAtomically(path, [&](FileWriter& out) {
    StoredZip zip([&out](const std::string& bytes) { out.write(bytes); });
    zip.add(lessonKindEntry, lessonKind);
    zip.add(lessonJsonEntry, lessonToJson(lesson, entries));
    for (const LessonEntry& entry : entries) {
      stop.throwIfStopped();
      zip.add(entry.name, readTextFile(folder / entry.name, std::size_t(largestLessonFile)));
    }
    zip.finish();
  });
}

}  // namespace zipper
