// SPDX-License-Identifier: GPL-3.0-or-later

#include <QLabel>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QtTest>

#include "support/test_program.h"
#include "widgets/lesson/lesson_panel.h"

using namespace zipper;

class TestLessonPanel : public QObject {
  Q_OBJECT

  static Lesson lesson() {
    Lesson lesson;
    lesson.title = "A <b>lesson</b>";
    lesson.pages = {{"One", "Text & <i>more</i>\nsecond line\x1b[2J"}, {"Two", "", 0, "curves"}};
    lesson.images = {{{8, 40}, {}, {8, 24}}};
    lesson.licences = {{0, "LICENSE", "CC BY"}};
    return lesson;
  }

  template <typename Part>
  static Part* part(LessonPanel& panel, const char* name) {
    return panel.findChild<Part*>(name);
  }

 private Q_SLOTS:
  void textsAreShownAsTheyAre() {
    LessonPanel panel;
    panel.setLesson(lesson());
    QCOMPARE(part<QLabel>(panel, "lessonTitle")->textFormat(), Qt::PlainText);
    QCOMPARE(part<QLabel>(panel, "lessonTitle")->text(), QString("A <b>lesson</b>"));
    QCOMPARE(part<QPlainTextEdit>(panel, "lessonText")->toPlainText(), QString("Text & <i>more</i>\nsecond line?[2J"));
  }

  void pagesAreTurned() {
    LessonPanel panel;
    QSignalSpy shown(&panel, &LessonPanel::pageShown);
    panel.setLesson(lesson());
    QCOMPARE(panel.pageCount(), 3);
    auto *back = part<QPushButton>(panel, "lessonBack"), *next = part<QPushButton>(panel, "lessonNext");
    QVERIFY(!back->isEnabled());
    next->click();
    QCOMPARE(part<QLabel>(panel, "lessonPlace")->text(), QString("Page 2 of 3"));
    QCOMPARE(part<QLabel>(panel, "lessonHeading")->text(), QString("Two"));
    next->click();
    QVERIFY(!next->isEnabled());
    const QString sources = part<QPlainTextEdit>(panel, "lessonText")->toPlainText();
    QVERIFY2(sources.contains("8 of 40 training images, 8 of 24 test images") && sources.contains("CC BY"),
             qPrintable(sources));
    back->click();
    QCOMPARE(shown.size(), 4);
    QCOMPARE(shown.at(1).at(0).toInt(), 1);
    QCOMPARE(shown.at(3).at(0).toInt(), 1);
  }

  void withoutALessonItSaysWhereTheyComeFrom() {
    LessonPanel panel;
    panel.setLesson(lesson());
    panel.clear();
    QCOMPARE(panel.pageCount(), 0);
    QVERIFY(part<QPlainTextEdit>(panel, "lessonText")->toPlainText().contains("No lesson is open"));
    QVERIFY(!part<QPushButton>(panel, "lessonNext")->isEnabled());
    Lesson bare;
    bare.title = "Bare";
    panel.setLesson(bare);
    QCOMPARE(part<QPlainTextEdit>(panel, "lessonText")->toPlainText(), QString("This lesson has no texts."));
  }
};

ZIPPER_TEST_WITH(QApplication, TestLessonPanel)
#include "test_lesson_panel.moc"
