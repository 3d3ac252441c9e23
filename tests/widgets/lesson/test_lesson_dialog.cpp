// SPDX-License-Identifier: GPL-3.0-or-later

#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QRadioButton>
#include <QSignalSpy>
#include <QSpinBox>
#include <QtTest>

#include "support/test_program.h"
#include "widgets/lesson/lesson_dialog.h"

using namespace zipper;

class TestLessonDialog : public QObject {
  Q_OBJECT

  static LessonChoices choices() { return {{"Step 1: layer 1", "Step 2: layer 2"}, {{"curves", "Curves"}}}; }

  static LessonSizes sizes() {
    LessonSizes sizes;
    PartSize part;
    part.perClass = {100, 50};
    part.bytesPerImage = 1650;
    sizes.tasks.push_back({part, {}, part, {"LICENSE"}});
    sizes.sessionBytes = 1'000'000;
    return sizes;
  }

  template <typename Part>
  static Part* part(LessonDialog& dialog, const char* name) {
    return dialog.findChild<Part*>(name);
  }

 private Q_SLOTS:
  void pagesAreWritten() {
    LessonDialog dialog;
    Lesson lesson;
    lesson.title = "Title";
    dialog.setSubject(lesson, choices(), true);
    part<QPushButton>(dialog, "addPage")->click();
    QTest::keyClicks(part<QLineEdit>(dialog, "pageTitle"), "One");
    part<QPlainTextEdit>(dialog, "pageText")->setPlainText("Look at it.");
    auto* step = part<QComboBox>(dialog, "pageStep");
    step->setCurrentIndex(3);
    Q_EMIT step->activated(3);
    auto* panel = part<QComboBox>(dialog, "pagePanel");
    panel->setCurrentIndex(1);
    Q_EMIT panel->activated(1);
    part<QPushButton>(dialog, "addPage")->click();
    part<QPushButton>(dialog, "pageUp")->click();
    const Lesson made = dialog.lesson();
    QCOMPARE(made.pages.size(), std::size_t(2));
    QCOMPARE(made.pages[1].title, std::string("One"));
    QCOMPARE(made.pages[1].text, std::string("Look at it."));
    QCOMPARE(*made.pages[1].step, 1);
    QCOMPARE(made.pages[1].panel, std::string("curves"));
    QVERIFY(!made.pages[0].step);
    part<QPushButton>(dialog, "removePage")->click();
    QCOMPARE(dialog.lesson().pages.size(), std::size_t(1));
    QCOMPARE(part<QListWidget>(dialog, "pageList")->count(), 1);
  }

  void sizesFollowTheChoice() {
    LessonDialog dialog;
    dialog.setSubject({}, choices(), true);
    auto* size = part<QLabel>(dialog, "lessonSize");
    QVERIFY(size->text().contains("Working out"));
    dialog.setSizes(sizes());
    // Few go along whole: their numbers and scores stay as they are.
    QVERIFY2(size->text().startsWith("300 image"), qPrintable(size->text()));
    QVERIFY(!dialog.imagesPerClass());
    part<QRadioButton>(dialog, "partOfImages")->click();
    // 2 parts of 2 classes, 20 images each, at 1,650 bytes and what the archive takes for each.
    QVERIFY2(size->text().startsWith("80 image"), qPrintable(size->text()));
    dialog.setSizes(sizes());
    QVERIFY2(size->text().startsWith("80 image"), qPrintable(size->text()));  // that was chosen
    part<QRadioButton>(dialog, "allImages")->click();
    QVERIFY2(size->text().startsWith("300 image"), qPrintable(size->text()));
    QVERIFY(part<QLabel>(dialog, "lessonLicences")->text().contains("LICENSE of task A"));
    part<QRadioButton>(dialog, "noImages")->click();
    QCOMPARE(*dialog.imagesPerClass(), 0);
    part<QRadioButton>(dialog, "partOfImages")->click();
    part<QSpinBox>(dialog, "imagesPerClass")->setValue(60);
    QVERIFY2(size->text().startsWith("220 image"), qPrintable(size->text()));
  }

  void manyImagesGoAlongInPart() {
    LessonDialog dialog;
    dialog.setSubject({}, choices(), true);
    LessonSizes large = sizes();
    large.tasks[0].train.bytesPerImage = 200'000;
    dialog.setSizes(large);
    QCOMPARE(*dialog.imagesPerClass(), 20);
  }

  void whatCantBeSavedIsTold() {
    LessonDialog dialog;
    dialog.setSubject({}, choices(), true);
    QVERIFY(dialog.problem().contains("title"));
    QVERIFY(!part<QPushButton>(dialog, "saveLessonButton")->isEnabled());
    part<QLineEdit>(dialog, "lessonTitleEdit")->setText("T");
    QVERIFY(part<QPushButton>(dialog, "saveLessonButton")->isEnabled());
    part<QPushButton>(dialog, "addPage")->click();
    part<QLineEdit>(dialog, "pageTitle")->clear();
    QTest::keyClicks(part<QLineEdit>(dialog, "pageTitle"), "x");
    QTest::keyClick(part<QLineEdit>(dialog, "pageTitle"), Qt::Key_Backspace);
    QVERIFY2(dialog.problem().contains("Page 1 is empty"), qPrintable(dialog.problem()));
    LessonSizes many = sizes();
    many.tasks[0].train.perClass = {20'000, 1};
    dialog.setSubject(Lesson{"T"}, choices(), true);
    dialog.setSizes(many);
    QVERIFY(dialog.problem().isEmpty());
    part<QRadioButton>(dialog, "allImages")->click();
    QVERIFY2(dialog.problem().contains("20151"), qPrintable(dialog.problem()));
  }

  void withoutImagesOnlyNoneCanBeChosen() {
    LessonDialog dialog;
    dialog.setSubject(Lesson{"T"}, choices(), false);
    QCOMPARE(*dialog.imagesPerClass(), 0);
    QVERIFY(!part<QRadioButton>(dialog, "allImages")->isEnabled());
  }
};

ZIPPER_TEST_WITH(QApplication, TestLessonDialog)
#include "test_lesson_dialog.moc"
