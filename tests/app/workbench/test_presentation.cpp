// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/workbench/presentation.h"

#include <QDockWidget>
#include <QFontMetricsF>
#include <QLineEdit>
#include <QMenuBar>
#include <QPointer>
#include <QStatusBar>
#include <QToolBar>
#include <QtTest>
#include <utility>
#include <vector>

#include "app/workbench/window_fixture.h"
#include "support/test_program.h"
#include "widgets/plots/custom_plot.h"
#include "widgets/plots/stroke_scale.h"
#include "widgets/summary/summary_card.h"
#include "widgets/zipper_view/zipper_scene.h"

using namespace zipper;
using namespace zipper::test;

namespace {

/// What must be the same after a presentation as before.
struct WindowLook {
  explicit WindowLook(MainWindow& window) : window(window.geometry()), states(window.windowState()) {
    for (QDockWidget* dock : window.findChildren<QDockWidget*>()) {
      const bool inFront = dock->isVisible() && !dock->visibleRegion().isEmpty();
      docks << QString("%1 visible %2, in front %3, floating %4")
                   .arg(dock->objectName())
                   .arg(dock->isVisible())
                   .arg(inFront)
                   .arg(dock->isFloating());
      if (!inFront) continue;
      const QRect place = dock->geometry();
      docks.back() += QString(", at %1,%2 %3x%4").arg(place.x()).arg(place.y()).arg(place.width()).arg(place.height());
    }
    docks.sort();
    for (QWidget* widget : window.findChildren<QWidget*>())
      if (widget->isVisible()) fonts.emplace_back(widget, widget->font());
    for (const QToolBar* bar : window.findChildren<QToolBar*>()) icons << bar->iconSize();
  }

  QRect window;
  Qt::WindowStates states;
  QStringList docks;
  std::vector<std::pair<QPointer<QWidget>, QFont>> fonts;
  QList<QSize> icons;
  QFont application = QApplication::font();
};

const ZipperPicture& pictureOf(WindowFixture& fixture) {
  return static_cast<const ZipperScene*>(fixture.part<ZipperView>()->scene())->picture();
}

/// Of the zipper's usual writing, in pixels of the screen.
double heightOfWriting(WindowFixture& fixture) {
  const double scale = fixture.part<ZipperView>()->transform().m11();
  return QFontMetricsF(pictureOf(fixture).theme.label(14)).height() * scale;
}

QStringList shownDocks(MainWindow& window) {
  QStringList names;
  for (const QDockWidget* dock : window.findChildren<QDockWidget*>())
    if (dock->isVisible()) names << dock->objectName();
  names.sort();
  return names;
}

/// Without that of lessons, which is there while one is open.
qsizetype dockCount(const MainWindow& window) { return window.findChildren<QDockWidget*>().size() - 1; }

const QStringList presentedDocks{"curvesDock", "explainDock"};

/// Waits until nothing moves any more, however slow the machine is: fonts, bars and docks settle one after the other.
void settle(MainWindow& window) {
  QStringList before;
  int same = 0;
  QVERIFY(QTest::qWaitFor(
      [&] {
        const QStringList now = WindowLook(window).docks;
        same = now == before ? same + 1 : 0;
        before = now;
        return same >= 5;
      },
      20000));
}

/// The sample in a window of this size, settled.
void openIn(WindowFixture& fixture, const QSize& size) {
  fixture.openSample();
  QVERIFY(fixture.waitUntil(RunState::Idle));
  fixture.part<SummaryCard>()->setChoice(false);  // unfolded, it grows when something more is known
  fixture.window().resize(size);
  settle(fixture.window());
  fixture.window().restoreState(fixture.window().saveState());  // what it shows is what it saves
  settle(fixture.window());
  QVERIFY(QTest::qWaitForWindowActive(&fixture.window()));
}

void present(WindowFixture& fixture, bool on) {
  fixture.actions().presentation->setChecked(on);
  QCOMPARE(fixture.part<Presentation>()->isOn(), on);
  settle(fixture.window());
}

}  // namespace

class TestPresentation : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void givesEverythingBack_data() {
    QTest::addColumn<QSize>("size");
    QTest::addColumn<bool>("ownArrangement");
    for (const QSize& size : {QSize(1024, 700), QSize(1440, 900), QSize(2560, 1440)}) {
      const QString name = QString("%1x%2").arg(size.width()).arg(size.height());
      QTest::newRow(qPrintable(name)) << size << false;
      QTest::newRow(qPrintable(name + ", panels moved")) << size << true;
    }
  }
  void givesEverythingBack() {
    QFETCH(QSize, size);
    QFETCH(bool, ownArrangement);
    WindowFixture fixture;
    openIn(fixture, size);
    MainWindow& window = fixture.window();
    if (ownArrangement) {
      const auto dock = [&window](const char* name) { return window.findChild<QDockWidget*>(name); };
      dock("logDock")->hide();
      dock("inspectorDock")->setFloating(true);
      dock("inspectorDock")->setGeometry(20, 30, 400, 500);  // on every screen
      dock("layersDock")->raise();
      window.addDockWidget(Qt::RightDockWidgetArea, dock("explainDock"));
      window.resizeDocks({dock("recipeDock")}, {310}, Qt::Horizontal);
      settle(window);
    }
    const WindowLook before(window);
    for (int round = 0; round < 2; ++round) {
      present(fixture, true);
      QCOMPARE(shownDocks(window), presentedDocks);
      present(fixture, false);
      QTRY_COMPARE(WindowLook(window).docks, before.docks);
      const WindowLook after(window);
      QCOMPARE(after.window, before.window);
      QCOMPARE(after.states, before.states);
      QCOMPARE(after.icons, before.icons);
      QCOMPARE(QApplication::font(), before.application);
      for (const auto& [widget, font] : before.fonts)
        if (widget != nullptr)
          QVERIFY2(widget->font() == font,
                   qPrintable(QString("%1 %2").arg(widget->metaObject()->className(), widget->objectName())));
      QCOMPARE(plots::strokeScale(), 1.0);
    }
  }

  void textsAreHalfAsLargeAgain_data() {
    QTest::addColumn<QSize>("size");
    QTest::newRow("1440x900") << QSize(1440, 900);
    QTest::newRow("2560x1440") << QSize(2560, 1440);
  }
  void textsAreHalfAsLargeAgain() {
    QFETCH(QSize, size);
    WindowFixture fixture;
    openIn(fixture, size);
    MainWindow& window = fixture.window();
    auto* plot = fixture.part<CurvesPanel>()->findChild<QCustomPlot*>();
    const auto sizes = [&] {
      return std::vector<double>{QFontMetricsF(window.font()).height(),
                                 QFontMetricsF(window.menuBar()->font()).height(),
                                 QFontMetricsF(plot->xAxis->labelFont()).height(), heightOfWriting(fixture)};
    };
    const std::vector<double> before = sizes();
    const int icon = window.findChild<QToolBar*>("runToolBar")->iconSize().width();
    present(fixture, true);
    const std::vector<double> during = sizes();
    // Fonts have whole pixels; the zipper's have whole tenths of their usual size besides, and grow with the view.
    for (std::size_t i = 0; i < before.size(); ++i)
      QVERIFY2(during[i] > 1.4 * before[i] && during[i] < (i + 1 < before.size() ? 1.6 : 2.2) * before[i],
               qPrintable(QString("text %1: %2 became %3").arg(i).arg(before[i]).arg(during[i])));
    QCOMPARE(window.findChild<QToolBar*>("runToolBar")->iconSize().width(), icon * 3 / 2);
    QCOMPARE(plots::strokeScale(), 1.5);
    present(fixture, false);
    QTRY_COMPARE(sizes(), before);
  }

  void theWholeZipperIsInView_data() {
    QTest::addColumn<QSize>("size");
    for (const QSize& size : {QSize(1024, 700), QSize(1440, 900), QSize(2560, 1440)})
      QTest::newRow(qPrintable(QString("%1x%2").arg(size.width()).arg(size.height()))) << size;
  }
  void theWholeZipperIsInView() {
    QFETCH(QSize, size);
    WindowFixture fixture;
    openIn(fixture, size);
    const auto* zipper = fixture.part<ZipperView>();
    const double before = heightOfWriting(fixture);
    present(fixture, true);
    QTRY_COMPARE(fixture.window().size(), size);
    QVERIFY(zipper->isFitted());
    for (int column = 0; column < pictureOf(fixture).geometry.columns(); ++column)
      QVERIFY(zipper->viewport()->rect().contains(zipper->columnRect(column)));
    QVERIFY(heightOfWriting(fixture) > 1.2 * before);
    QVERIFY(fixture.window().menuBar()->isVisible() && fixture.window().statusBar()->isVisible());
  }

  void keysBeginAndEndIt() {
    WindowFixture fixture;
    openIn(fixture, {1280, 800});
    const auto* presentation = fixture.part<Presentation>();
    QTest::keyClick(&fixture.window(), Qt::Key_Escape);
    QVERIFY(!presentation->isOn());
    for (QWidget* focused : {static_cast<QWidget*>(fixture.part<ZipperView>()),
                             static_cast<QWidget*>(fixture.part<CurvesPanel>()->findChild<QCustomPlot*>())}) {
      QTest::keyClick(&fixture.window(), Qt::Key_F11);
      QVERIFY(presentation->isOn());
      QVERIFY(fixture.actions().presentation->isChecked());
      focused->setFocus();
      QTest::keyClick(focused, Qt::Key_Escape);
      QVERIFY(!presentation->isOn());
      QVERIFY(!fixture.actions().presentation->isChecked());
    }
    QTest::keyClick(&fixture.window(), Qt::Key_F11);
    QTest::keyClick(&fixture.window(), Qt::Key_F11);
    QVERIFY(!presentation->isOn());
  }

  void focusComesBackToAHiddenPanel() {
    WindowFixture fixture;
    openIn(fixture, {1280, 800});
    QWidget* field = nullptr;
    for (QLineEdit* one : fixture.part<RecipePanel>()->findChildren<QLineEdit*>())
      if (one->isVisible() && one->isEnabled()) field = one;
    QVERIFY(field != nullptr);
    field->setFocus();
    QTRY_VERIFY(field->hasFocus());
    present(fixture, true);
    QTRY_VERIFY(fixture.part<ZipperView>()->hasFocus());
    present(fixture, false);
    QTRY_VERIFY(field->hasFocus());
  }

  void holdsFromTheWelcomePageOn() {
    WindowFixture fixture;
    const QFont before = QApplication::font();
    present(fixture, true);
    QCOMPARE(shownDocks(fixture.window()), QStringList());
    openIn(fixture, {1280, 800});
    QCOMPARE(shownDocks(fixture.window()), presentedDocks);
    present(fixture, false);
    QCOMPARE(shownDocks(fixture.window()).size(), dockCount(fixture.window()));
    QVERIFY(fixture.window().findChild<QDockWidget*>("recipeDock")->width() >= 250);
    QCOMPARE(QApplication::font(), before);
  }

  void isNotKeptForTheNextStart() {
    WindowFixture fixture;
    openIn(fixture, {1280, 800});
    fixture.window().findChild<QDockWidget*>("logDock")->hide();
    settle(fixture.window());
    const QByteArray state = fixture.window().saveState(), geometry = fixture.window().saveGeometry();
    const QFont font = QApplication::font();
    present(fixture, true);
    fixture.actions().themeLight->trigger();  // saves the settings
    QCOMPARE(QSettings().value("window/state").toByteArray(), state);
    fixture.window().close();
    QMessageBox* question = fixture.dialog("questionDialog");
    QVERIFY(question != nullptr);
    question->button(QMessageBox::Discard)->click();
    QTRY_VERIFY(!fixture.window().isVisible());
    QCOMPARE(QSettings().value("window/state").toByteArray(), state);
    QCOMPARE(QSettings().value("window/geometry").toByteArray(), geometry);

    fixture.open();
    QVERIFY(!fixture.actions().presentation->isChecked());
    QCOMPARE(QApplication::font(), font);
    QCOMPARE(plots::strokeScale(), 1.0);
    fixture.openSample();
    const QStringList docks = shownDocks(fixture.window());
    QCOMPARE(docks.size(), dockCount(fixture.window()) - 1);
    QVERIFY(!docks.contains("logDock"));
  }
};

ZIPPER_TEST_WITH(QApplication, TestPresentation)
#include "test_presentation.moc"
