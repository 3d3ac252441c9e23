// SPDX-License-Identifier: GPL-3.0-or-later

#include <QtTest>

#include "core/lesson/lesson_json.h"
#include "core/lesson/lesson_names.h"
#include "core/lesson/lesson_text.h"
#include "core/support/json_reader.h"
#include "support/expect_error.h"
#include "support/test_program.h"

using namespace zipper;

namespace {

const std::string sha(64, 'a');

std::string described(const std::function<void(Json&)>& edit) {
  Lesson lesson;
  lesson.title = "A lesson";
  lesson.pages = {{"Page", "Text", 0, "changes"}};
  Json json = parseShallow(lessonToJson(lesson, {{"session.zipper", 10, sha}}), 8, "test");
  edit(json);
  return dumpJson(json);
}

}  // namespace

class TestLessonText : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void pagesAreReadFromText() {
    const auto pages = pagesFromText(
        "\n# Two networks\r\n@step 0\n@panel explain\n\nLook at both.\n\n# Not this\n\\# not a title\n\\@step 3\n\n");
    QCOMPARE(pages.size(), std::size_t(2));
    QCOMPARE(pages[0].title, std::string("Two networks"));
    QCOMPARE(pages[0].text, std::string("Look at both."));
    QCOMPARE(*pages[0].step, -1);
    QCOMPARE(pages[0].panel, std::string("explain"));
    QCOMPARE(pages[1].text, std::string("# not a title\n@step 3"));
    QVERIFY(!pages[1].step);
  }

  void whatWasReadCanBeWritten() {
    const std::vector<LessonPage> pages{
        {"One", "Text\n\n# more\n@x\n\\y", 4, "try"}, {"", "Only a text", {}, ""}, {"Title", "", -1, ""}};
    const auto again = pagesFromText(pagesToText(pages));
    QCOMPARE(again.size(), pages.size());
    for (std::size_t i = 0; i < pages.size(); ++i) {
      QCOMPARE(again[i].title, pages[i].title);
      QCOMPARE(again[i].text, pages[i].text);
      QCOMPARE(again[i].panel, pages[i].panel);
      QVERIFY(again[i].step == pages[i].step);
    }
  }

  void aTextBeforeTheFirstTitleIsAPage() {
    const auto pages = pagesFromText("Hello\n# One\n");
    QCOMPARE(pages.size(), std::size_t(2));
    QCOMPARE(pages[0].text, std::string("Hello"));
  }

  void mistakesAreToldWithTheirLine() {
    ZIPPER_EXPECT_ERROR(pagesFromText("# A\n@step x\n"), "line 2");
    ZIPPER_EXPECT_ERROR(pagesFromText("# A\n@panel curve\n"), "there is no panel \"curve\"");
    ZIPPER_EXPECT_ERROR(pagesFromText("# A\n@stop 3\n"), "@step NUMBER or @panel NAME expected");
    ZIPPER_EXPECT_ERROR(pagesFromText("# A\ntext\n@step 3\n"), "line 3");
  }

  void lessonsThatCantBeAreRefused() {
    Lesson lesson;
    ZIPPER_EXPECT_ERROR(checkLesson(lesson, 0), "no title");
    lesson.title = "A";
    lesson.pages = {{"", "", {}, ""}};
    ZIPPER_EXPECT_ERROR(checkLesson(lesson, 0), "is empty");
    lesson.pages = {{"x", "", 3, ""}};
    ZIPPER_EXPECT_ERROR(checkLesson(lesson, 3), "step 4 is to be shown, but the session has 3");
    lesson.pages = {{"x", std::string(longestLessonText + 1, 'x'), {}, ""}};
    ZIPPER_EXPECT_ERROR(checkLesson(lesson, 3), "shorten it");
    lesson.pages = {{"x", "", {}, "../x"}};
    ZIPPER_EXPECT_ERROR(checkLesson(lesson, 3), "no name of a panel");
    lesson.pages.clear();
    lesson.panels = {{"curves", "middle"}};
    ZIPPER_EXPECT_ERROR(checkLesson(lesson, 3), "can't be one of a window");
  }

  void descriptionsAreReadBack() {
    const LessonDescription found = lessonFromJson(described([](Json&) {}));
    QCOMPARE(found.lesson.title, std::string("A lesson"));
    QCOMPARE(*found.lesson.pages.at(0).step, 0);
    QCOMPARE(found.entries.at(0).bytes, std::uint64_t(10));
  }

  void otherDescriptionsAreRefused() {
    ZIPPER_EXPECT_ERROR(lessonFromJson(described([](Json& json) {
                          json["format"] = 2;
                          json["more"] = 1;
                        })),
                        "made by a newer version");
    ZIPPER_EXPECT_ERROR(lessonFromJson(described([](Json& json) { json["more"] = 1; })), "unknown key 'more'");
    ZIPPER_EXPECT_ERROR(lessonFromJson(described([](Json& json) { json["pages"][0]["step"] = -1; })), "no step -1");
    ZIPPER_EXPECT_ERROR(lessonFromJson(described([](Json& json) { json["files"][0]["sha256"] = "12"; })), "no SHA-256");
    ZIPPER_EXPECT_ERROR(lessonFromJson(described([](Json& json) { json["files"].push_back(json["files"][0]); })),
                        "named twice");
    for (const char* name :
         {"/etc/passwd", "../x", "data/a/images/../../x", "data/a/images/.x", "data/a/x", "data//images/x",
          "data/A/images/x", "data/a/images/a/b", "data/aa/images/x", "data/a/images/x\\y", "lesson.json", ""})
      ZIPPER_EXPECT_ERROR(lessonFromJson(described([&](Json& json) { json["files"][0]["name"] = name; })),
                          "which none can be");
    ZIPPER_EXPECT_ERROR(lessonFromJson("{\"format\":1"), "the description of the lesson");
  }

  void namesOfStrangersBecomeHarmless() {
    QCOMPARE(lessonFileName("rose 1.jpg"), std::string("rose_1.jpg"));
    QCOMPARE(lessonFileName("../../x"), std::string("_._.._x"));
    QCOMPARE(lessonFileName(""), std::string("_"));
    for (const char* name : {"../../x", ".hidden", "a b", "ä/ö", "\n"})
      QVERIFY(isLessonEntry("data/a/images/" + lessonFileName(name)));
    QVERIFY(isLessonEntry("data/a/images/" + lessonFileName(std::string(500, 'x') + ".png")));
    QCOMPARE(taskOfLicence("licences/b/LICENSE"), 1);
    QCOMPARE(taskOfLicence("data/b/images.csv"), -1);
  }
};

ZIPPER_TEST(TestLessonText)
#include "test_lesson_text.moc"
