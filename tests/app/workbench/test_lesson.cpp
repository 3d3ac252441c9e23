// SPDX-License-Identifier: GPL-3.0-or-later

#include <QDockWidget>
#include <QFile>
#include <QMainWindow>
#include <QPushButton>
#include <QtTest>
#include <filesystem>

#include "app/workbench/actions.h"
#include "app/workbench/lesson_layout.h"
#include "app/workbench/panels.h"
#include "core/lesson/make_lesson.h"
#include "core/lesson/unpacked_lesson.h"
#include "core/session/session_file.h"
#include "core/support/files.h"
#include "support/test_program.h"
#include "widgets/lesson/lesson_panel.h"
#include "widgets/notices/notice_bar.h"
#include "window_fixture.h"

using namespace zipper;
using namespace zipper::test;

/// Lessons in the window: made of a session, opened, closed and saved as a session.
class TestLesson : public QObject {
  Q_OBJECT

  std::unique_ptr<WindowFixture> fixture_;

  QDockWidget* dock(const char* name) { return fixture_->window().findChild<QDockWidget*>(name); }
  QString file() const { return fixture_->path("class.zipperlesson"); }
  bool waitForPages() {
    return QTest::qWaitFor([this] { return fixture_->part<LessonPanel>()->pageCount() > 0; }, 20000);
  }
  void openFile() {
    fixture_->window().openSession(file());
    QVERIFY(waitForPages());
    QVERIFY(fixture_->waitUntil(RunState::Idle));
  }

 private Q_SLOTS:
  void initTestCase() {
    fixture_ = std::make_unique<WindowFixture>();
    fixture_->openSample();
    QVERIFY(!dock("lessonDock")->isVisible());
    QVERIFY(fixture_->runToEnd(fixture_->actions().step));
    Lesson lesson;
    lesson.title = "Two become one";
    lesson.pages = {{"Before", "Two networks.", -1, ""}, {"After", "One layer is shared.", 0, "changes"}};
    lesson.panels = {{"explain", "left", 0, true, 0.5, 0.3},
                     {"changes", "bottom", 0, false, 1, 0.3},
                     {"curves", "bottom", 0, true, 1, 0.3},
                     {"unheardof", "top", 0, true, 1, 1}};
    fixture_->files().saveLesson(file(), lesson, 2);
    QVERIFY(fixture_->waitUntil(RunState::Idle));
    QVERIFY2(QFile::exists(file()), qPrintable(fixture_->errorText()));
  }
  void cleanupTestCase() { fixture_.reset(); }

  void itOpensReadyForAClass() {
    fixture_->open();  // a window that knows nothing of the session
    openFile();
    Document& document = fixture_->document();
    QVERIFY(document.hasData());
    QVERIFY(document.path().isEmpty());
    QVERIFY(!document.isModified());
    QCOMPARE(document.title(), QString("Two become one"));
    QCOMPARE(document.session().steps.size(), std::size_t(1));
    QCOMPARE(document.session().current, -1);  // as the first page wants it
    QVERIFY(dock("lessonDock")->isVisible());
    QVERIFY(dock("explainDock")->isVisible());
    QVERIFY(dock("inspectorDock")->isHidden());
    QVERIFY(dock("recipeDock")->isHidden());
    QVERIFY(!document.dataNotices().empty() &&
            document.dataNotices()[0].find("the lesson holds 20 of") != std::string::npos);
    QVERIFY(fixture_->part<NoticeBar>()->shown().front().id == "lesson.0");
    QVERIFY(fixture_->part<NoticeBar>()->shown().front().action.isEmpty());  // nothing has to be done
  }

  void pagesBringForwardWhatTheyName() {
    fixture_->window().findChild<QPushButton*>("lessonNext")->click();
    QCOMPARE(fixture_->document().session().current, 0);
    QVERIFY(!fixture_->document().isModified());
    QTRY_VERIFY(!dock("changesDock")->visibleRegion().isEmpty());
    QVERIFY(!dock("lessonDock")->visibleRegion().isEmpty());
  }

  void theLessonStaysAsItIs() {
    const std::string before = sha256OfFile(file().toStdString());
    QVERIFY(!fixture_->files().whyNotReplace(file(), true).isEmpty());
    const QString saved = fixture_->path("mine.zipper");
    fixture_->files().save(saved);
    QTRY_VERIFY_WITH_TIMEOUT(QFile::exists(saved), 20000);
    QTRY_COMPARE(fixture_->document().path(), saved);
    QCOMPARE(sha256OfFile(file().toStdString()), before);
    const Session session = loadSession(saved.toStdString());
    for (const TaskSource& source : session.recipe.sources) {
      QVERIFY2(source.data.find("mine-images") != std::string::npos, source.data.c_str());
      QVERIFY(std::filesystem::exists(source.data + "/images.csv"));
    }
  }

  void whenItIsClosedTheOwnArrangementComesBack() {
    const auto folder = fixture_->document().lesson()->folder.path();
    fixture_->window().openSession(fixture_->path("mine.zipper"));
    QTRY_VERIFY_WITH_TIMEOUT(fixture_->document().isOpen() && fixture_->document().lesson() == nullptr, 20000);
    QVERIFY(fixture_->waitUntil(RunState::Idle));
    QVERIFY(fixture_->document().hasData());
    QTRY_VERIFY(dock("lessonDock")->isHidden());
    QTRY_VERIFY(dock("recipeDock")->isVisible());
    QTRY_VERIFY(!std::filesystem::exists(folder));
  }

  void damagedLessonsAreToldAndNothingIsOpened() {
    QFile whole(file());
    QVERIFY(whole.open(QIODevice::ReadOnly));
    QFile part(fixture_->path("part.zipperlesson"));
    QVERIFY(part.open(QIODevice::WriteOnly));
    part.write(whole.readAll().chopped(5000));
    part.close();
    fixture_->window().openSession(part.fileName());
    const QString message = fixture_->errorText();
    QVERIFY2(message.contains("part.zipperlesson") && message.contains("truncated"), qPrintable(message));
  }

  /// What is said of one window makes another the same, whatever else it knew before.
  void layoutsAreSaidAndMadeAgain() {
    QMainWindow window;
    Actions actions(&window);
    Panels panels(&window, actions);
    window.resize(1400, 900);
    panels.showSession();
    window.show();
    QVERIFY(QTest::qWaitForWindowExposed(&window));
    const auto place = [](const char* name, const char* area, int group, bool front) {
      PanelPlace panel;
      panel.name = name;
      panel.area = area;
      panel.group = group;
      panel.front = front;
      panel.share = 0.4;
      panel.depth = 0.3;
      return panel;
    };
    const std::vector<PanelPlace> wanted{place("lesson", "left", 0, true), place("explain", "left", 1, true),
                                         place("recipe", "left", 1, false), place("curves", "bottom", 0, true)};
    applyLayout(window, panels, wanted);
    QTest::qWait(50);
    const std::vector<PanelPlace> found = layoutOf(window, panels);
    QCOMPARE(found.size(), wanted.size());
    for (std::size_t i = 0; i < found.size(); ++i) {
      QCOMPARE(found[i].name, wanted[i].name);
      QCOMPARE(found[i].area, wanted[i].area);
      QCOMPARE(found[i].group, wanted[i].group);
      QCOMPARE(found[i].front, wanted[i].front);
      QVERIFY(std::abs(found[i].depth - 0.3) < 0.12);
      QVERIFY(dockOfName(panels, found[i].name) != nullptr);
    }
    QVERIFY(dockOfName(panels, "unheardof") == nullptr);
  }
};

ZIPPER_TEST_WITH(QApplication, TestLesson)
#include "test_lesson.moc"
