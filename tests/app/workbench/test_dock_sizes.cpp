// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/workbench/dock_sizes.h"

#include <QDockWidget>
#include <QMainWindow>
#include <QtTest>

#include "app/workbench/window_fixture.h"
#include "support/test_program.h"

using namespace zipper;
using namespace zipper::test;

namespace {

/// A window with a dock at the left, at the right and at the bottom.
struct WindowWithDocks {
  QMainWindow window;
  QDockWidget* left = dock(Qt::LeftDockWidgetArea);
  QDockWidget* right = dock(Qt::RightDockWidgetArea);
  QDockWidget* bottom = dock(Qt::BottomDockWidgetArea);
  DockSizes* sizes = new DockSizes(window, {left, right, bottom});

  WindowWithDocks() {
    window.setCorner(Qt::BottomLeftCorner, Qt::LeftDockWidgetArea);
    window.setCorner(Qt::BottomRightCorner, Qt::RightDockWidgetArea);
    auto* middle = new QWidget;
    middle->setMinimumSize(200, 120);
    window.setCentralWidget(middle);
    window.resize(1200, 800);
    window.show();
    if (!QTest::qWaitForWindowExposed(&window)) qFatal("the window doesn't show");
    resizeDocks(300, 400, 260);
  }
  QDockWidget* dock(Qt::DockWidgetArea area) {
    auto* made = new QDockWidget(&window);
    auto* panel = new QWidget;
    panel->setMinimumSize(90, 70);
    made->setWidget(panel);
    window.addDockWidget(area, made);
    return made;
  }
  void resizeDocks(int leftWidth, int rightWidth, int height) {
    window.resizeDocks({left, right}, {leftWidth, rightWidth}, Qt::Horizontal);
    window.resizeDocks({bottom}, {height}, Qt::Vertical);
    QTest::qWait(20);
  }
  void resize(int width, int height) {
    window.resize(width, height);
    QTest::qWait(20);
  }
  std::vector<int> now() const { return {left->width(), right->width(), bottom->height()}; }
};

const std::vector<int> asSet{300, 400, 260};

}  // namespace

/// What docks get back when a window that was made small is large again.
class TestDockSizes : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void aLargeWindowGivesTheRoomBack() {
    WindowWithDocks shown;
    QCOMPARE(shown.now(), asSet);
    shown.resize(560, 330);
    QVERIFY(shown.left->width() < 300 && shown.right->width() < 400 && shown.bottom->height() < 260);
    shown.resize(1200, 800);
    QCOMPARE(shown.now(), asSet);
    shown.resize(1600, 1000);  // larger than ever: the middle has the rest
    QCOMPARE(shown.now(), asSet);
  }

  /// As a mouse does it, a few pixels at a time.
  void soDoManySmallSteps() {
    WindowWithDocks shown;
    for (int width = 1200; width >= 560; width -= 40) shown.resize(width, width * 2 / 3);
    QVERIFY(shown.left->width() < 300 && shown.right->width() < 400);
    const int least = shown.left->width();
    shown.resize(880, 587);
    QVERIFY(shown.left->width() >= least && shown.left->width() < 300);
    for (int width = 900; width <= 1200; width += 20) shown.resize(width, width * 2 / 3);
    QCOMPARE(shown.now(), asSet);
  }

  void whatIsDraggedMeanwhileStays() {
    WindowWithDocks shown;
    shown.resize(700, 330);
    QTest::mousePress(&shown.window, Qt::LeftButton, {}, {1, 1});
    shown.window.resizeDocks({shown.left}, {130}, Qt::Horizontal);  // what a drag does
    QTest::mouseRelease(&shown.window, Qt::LeftButton, {}, {1, 1});
    QTest::qWait(20);
    const int dragged = shown.left->width();
    shown.resize(1200, 800);
    QCOMPARE(shown.left->width(), dragged);
    QCOMPARE(shown.bottom->height(), 260);
  }

  void whatTheProgramSetsStays() {
    WindowWithDocks shown;
    shown.resize(560, 330);
    shown.resizeDocks(150, 160, 90);
    shown.sizes->forget();
    const std::vector<int> set = shown.now();
    shown.resize(1200, 800);
    QCOMPARE(shown.now(), set);
  }

  /// The panels of the program itself.
  void panelsOfTheWindowGetTheirWidthsBack() {
    WindowFixture fixture;
    MainWindow& window = fixture.window();
    window.resize(1600, 1000);
    fixture.openSample();
    QTest::qWait(50);
    const auto dockOf = [&window](const char* name) { return window.findChild<QDockWidget*>(name); };
    const auto widthOf = [&dockOf](const char* name) { return dockOf(name)->width(); };
    // More than they ask for: a panel that has less gets that much at the next chance, whatever the window's size.
    window.resizeDocks({dockOf("recipeDock"), dockOf("inspectorDock")}, {420, 560}, Qt::Horizontal);
    QTest::qWait(50);
    const int recipe = widthOf("recipeDock"), inspector = widthOf("inspectorDock");
    QVERIFY(recipe >= 400 && inspector >= 500);
    window.resize(1024, 700);
    QTest::qWait(50);
    QVERIFY(widthOf("recipeDock") < recipe || widthOf("inspectorDock") < inspector);
    window.resize(1600, 1000);
    QTest::qWait(50);
    QCOMPARE(widthOf("recipeDock"), recipe);
    QCOMPARE(widthOf("inspectorDock"), inspector);
  }
};

ZIPPER_TEST_WITH(QApplication, TestDockSizes)
#include "test_dock_sizes.moc"
