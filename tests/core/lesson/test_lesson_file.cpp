// SPDX-License-Identifier: GPL-3.0-or-later

#include <QTemporaryDir>
#include <QtTest>
#include <filesystem>
#include <fstream>

#include "core/exports/stored_zip.h"
#include "core/lesson/lesson_file.h"
#include "core/lesson/lesson_names.h"
#include "core/lesson/unpacked_lesson.h"
#include "core/support/files.h"
#include "core/support/json_reader.h"
#include "support/expect_error.h"
#include "support/test_program.h"

using namespace zipper;
using namespace zipper::test;
namespace fs = std::filesystem;

namespace {

using Files = std::vector<std::pair<std::string, std::string>>;

std::string archiveOf(const Files& files) {
  std::string bytes;
  StoredZip zip([&bytes](const std::string& more) { bytes += more; });
  for (const auto& [name, contents] : files) zip.add(name, contents);
  zip.finish();
  return bytes;
}

LessonEntry entryOf(const std::string& name, const std::string& contents) {
  return {name, contents.size(), sha256(contents.data(), contents.size())};
}

Lesson titled() {
  Lesson lesson;
  lesson.title = "Title";
  return lesson;
}

}  // namespace

class TestLessonFile : public QObject {
  Q_OBJECT

  QTemporaryDir folder_;
  fs::path path(const char* name) const { return folder_.filePath(name).toStdString(); }

  fs::path written(const std::string& bytes) const {
    std::ofstream(path("x.zipperlesson"), std::ios::binary) << bytes;
    return path("x.zipperlesson");
  }
  /// A lesson whose session is a text, with `more` files that the description names, and others that it doesn't.
  fs::path lessonWith(const Files& more, const Files& others = {}, const std::string& kind = lessonKind) const {
    std::vector<LessonEntry> entries{entryOf("session.zipper", "session")};
    Files files{{"mimetype", kind}, {"lesson.json", ""}, {"session.zipper", "session"}};
    for (const auto& [name, contents] : more) {
      entries.push_back(entryOf(name, contents));
      files.emplace_back(name, contents);
    }
    files[1].second = lessonToJson(titled(), entries);
    files.insert(files.end(), others.begin(), others.end());
    return written(archiveOf(files));
  }
  std::string errorOfUnpacking(const fs::path& file) const {
    return errorOf([&] { unpackLesson(file); });
  }

 private Q_SLOTS:
  void whatIsPackedIsUnpacked() {
    createFolder(path("in/data/a/images"));
    std::ofstream(path("in/session.zipper")) << "session";
    std::ofstream(path("in/data/a/images/1.png")) << "image";
    packLessonFile(path("p.zipperlesson"), titled(), path("in"), {"session.zipper", "data/a/images/1.png"});
    QVERIFY(isLessonFile(path("p.zipperlesson")));
    const std::string start = readTextFile(path("p.zipperlesson")).substr(30, 35);
    QCOMPARE(start, std::string("mimetypeapplication/x-zipper-lesson"));
    fs::path folder;
    {
      const UnpackedLessonPtr lesson = unpackLesson(path("p.zipperlesson"));
      folder = lesson->folder.path();
      QCOMPARE(readTextFile(folder / "data/a/images/1.png"), std::string("image"));
      QCOMPARE(readTextFile(lesson->folder.path() / lessonSessionEntry), std::string("session"));
      QCOMPARE(int(fs::status(folder).permissions() & fs::perms::mask), 0700);
    }
    QVERIFY(!fs::exists(folder));
  }

  void otherFilesAreNoLessons() {
    QVERIFY(!isLessonFile(path("nothing")));
    QVERIFY(!isLessonFile(folder_.path().toStdString()));
    QVERIFY(!isLessonFile(written("PK\x03\x04")));
    QVERIFY(!isLessonFile(written(archiveOf({{"mimetype", "application/epub+zip"}}))));
    ZIPPER_EXPECT_ERROR(unpackLesson(path("x.zipperlesson")), "no lesson");
    ZIPPER_EXPECT_ERROR(unpackLesson(path("nothing")), "nothing");
    ZIPPER_EXPECT_ERROR(unpackLesson(lessonWith({}, {}, "application/x-zipper-lessons")), "x.zipperlesson: damaged");
  }

  void damageIsNoticed() {
    const std::string good =
        readTextFile(lessonWith({{"data/a/images.csv", "list"}, {"data/a/images/1.png", "pixels"}}));
    QVERIFY(errorOfUnpacking(written(good)) == "no error");
    for (std::size_t length = 0; length < good.size(); length += 31)
      QVERIFY2(errorOfUnpacking(written(good.substr(0, length))) != "no error", std::to_string(length).c_str());
    // A changed byte in contents, description or names.
    for (const char* part : {"pixels", "session.zipper\", ", "\"Title\"", "images.csv"}) {
      std::string damaged = good;
      const std::size_t at = damaged.find(part);
      if (at == std::string::npos) continue;
      damaged[at] ^= 1;
      QVERIFY2(errorOfUnpacking(written(damaged)) != "no error", part);
    }
  }

  /// The archive's own checksum fits, that of the description doesn't.
  void exchangedFilesAreNoticed() {
    std::vector<LessonEntry> entries{entryOf("session.zipper", "session")};
    ZIPPER_EXPECT_ERROR(unpackLesson(written(archiveOf({{"mimetype", lessonKind},
                                                        {"lesson.json", lessonToJson(titled(), entries)},
                                                        {"session.zipper", "Session"}}))),
                        "damaged: session.zipper isn't what its checksum was taken of");
    ZIPPER_EXPECT_ERROR(unpackLesson(written(archiveOf({{"mimetype", lessonKind},
                                                        {"lesson.json", lessonToJson(titled(), entries)},
                                                        {"session.zipper", "longer session"}}))),
                        "14 bytes, 7 expected");
  }

  void filesThatNobodyNamedAreRefused() {
    ZIPPER_EXPECT_ERROR(unpackLesson(lessonWith({}, {{"../../evil", "x"}})), "damaged: it holds 4 files, 3 expected");
    std::vector<LessonEntry> entries{entryOf("session.zipper", "session"), entryOf("data/a/images.csv", "")};
    ZIPPER_EXPECT_ERROR(unpackLesson(written(archiveOf({{"mimetype", lessonKind},
                                                        {"lesson.json", lessonToJson(titled(), entries)},
                                                        {"session.zipper", "session"}}))),
                        "data/a/images.csv is missing");
    ZIPPER_EXPECT_ERROR(
        unpackLesson(written(archiveOf({{"mimetype", lessonKind}, {"lesson.json", lessonToJson(titled(), {})}}))),
        "it holds no session");
  }

  void newerVersionsAreTold() {
    Json json = parseShallow(lessonToJson(titled(), {entryOf("session.zipper", "session")}), 8, "test");
    json["format"] = lessonFormat + 1;
    json["colours"] = "new";
    ZIPPER_EXPECT_ERROR(
        unpackLesson(written(
            archiveOf({{"mimetype", lessonKind}, {"lesson.json", dumpJson(json)}, {"session.zipper", "session"}}))),
        "made by a newer version of the program");
  }

  void onlyHarmlessNamesArePacked() {
    createFolder(path("in2"));
    std::ofstream(path("in2/evil")) << "x";
    ZIPPER_EXPECT_ERROR(packLessonFile(path("q.zipperlesson"), titled(), path("in2"), {"evil"}),
                        "can't be put into a lesson");
    ZIPPER_EXPECT_ERROR(packLessonFile(path("q.zipperlesson"), titled(), path("in2"), {"data/a/images/1.png"}),
                        "can't be put into a lesson");
    QVERIFY(!fs::exists(path("q.zipperlesson")));
  }
};

ZIPPER_TEST(TestLessonFile)
#include "test_lesson_file.moc"
