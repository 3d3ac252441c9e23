// SPDX-License-Identifier: GPL-3.0-or-later

#include <QAbstractScrollArea>
#include <QAccessible>
#include <QDockWidget>
#include <QMenuBar>
#include <QTabBar>
#include <QToolBar>
#include <QToolButton>
#include <QtTest>
#include <algorithm>
#include <map>
#include <set>

#include "app/workbench/window_fixture.h"
#include "support/test_program.h"
#include "widgets/changes/changes_panel.h"
#include "widgets/changes/confusion_view.h"
#include "widgets/inspector/inspector_panel.h"
#include "widgets/inspector/narrow_tabs.h"
#include "widgets/style/indicator_style.h"

using namespace zipper;
using namespace zipper::test;

namespace {

/// How a failure names a widget: its class, its name, and those around it.
QString pathOf(const QWidget* widget) {
  QStringList path;
  for (const QWidget* at = widget; at != nullptr && !at->isWindow(); at = at->parentWidget()) {
    const QString type = at->metaObject()->className(), name = at->objectName();
    path.prepend(name.isEmpty() ? type : QString("%1 \"%2\"").arg(type, name));
  }
  return path.join(" > ");
}

bool isOwn(const QWidget* widget) {
  return QByteArray(widget->metaObject()->className()).startsWith("zipper::") || widget->inherits("QCustomPlot");
}

/// Whether a class of this program paints something in the widget: drawn without its children and without the ground
/// that Qt draws, something is left.
bool paintsItself(QWidget* widget) {
  if (!isOwn(widget)) return false;
  auto* area = qobject_cast<QAbstractScrollArea*>(widget);
  QWidget* painted = area != nullptr ? area->viewport() : widget;
  if (painted->size().isEmpty()) return false;
  QImage image(painted->size(), QImage::Format_ARGB32_Premultiplied);
  image.fill(Qt::transparent);
  const bool ground = painted->autoFillBackground();
  painted->setAutoFillBackground(false);
  painted->render(&image, {}, {}, {});
  painted->setAutoFillBackground(ground);
  const auto* bytes = image.constBits();
  return std::any_of(bytes, bytes + image.sizeInBytes(), [](uchar byte) { return byte != 0; });
}

bool showsValues(QAccessible::Role role) {
  return std::set{QAccessible::Chart, QAccessible::Table, QAccessible::Canvas}.count(role) > 0;
}

QString roleName(QAccessible::Role role) { return QString("role %1").arg(int(role), 0, 16); }

/// What a screen reader would not tell about a widget; empty: all is told.
QStringList lacksOf(QWidget* widget) {
  const bool focusable = widget->focusPolicy() != Qt::NoFocus && widget->focusProxy() == nullptr;
  const bool painted = paintsItself(widget);
  const auto* tabs = qobject_cast<const QTabBar*>(widget);
  const bool isEmpty = tabs != nullptr && tabs->count() == 0;  // Qt keeps one for later, and calls it by its tab
  if ((!focusable && !painted) || isEmpty) return {};
  QAccessibleInterface* told = QAccessible::queryAccessibleInterface(widget);
  if (told == nullptr || !told->isValid()) return {"has no interface"};
  QStringList lacks;
  if (told->text(QAccessible::Name).trimmed().isEmpty()) lacks << "has no name";
  const QAccessible::Role role = told->role();
  const bool plain = role == QAccessible::NoRole || role == QAccessible::Client || role == QAccessible::Pane;
  if (painted && plain) lacks << QString("is painted and has no role but %1").arg(roleName(role));
  const bool says = !told->text(QAccessible::Value).isEmpty() || !told->text(QAccessible::Description).isEmpty();
  if (painted && showsValues(role) && !says) lacks << "shows values and doesn't tell them";
  if (const QAccessibleTableInterface* table = told->tableInterface(); painted && table != nullptr) {
    for (int row = 0; row < table->rowCount(); ++row)
      for (int column = 0; column < table->columnCount(); ++column) {
        const QAccessibleInterface* cell = const_cast<QAccessibleTableInterface*>(table)->cellAt(row, column);
        if (cell == nullptr || cell->text(QAccessible::Name).isEmpty())
          return lacks << QString("has no text in row %1, column %2").arg(row).arg(column);
      }
  }
  return lacks;
}

/// Everything that a screen reader finds from here on.
void collect(QAccessibleInterface* at, std::set<const QObject*>& found, int depth = 0) {
  if (at == nullptr || depth > 60) return;
  if (at->object() != nullptr) found.insert(at->object());
  if (at->tableInterface() != nullptr) return;  // cells have no objects
  for (int i = 0; i < at->childCount(); ++i) collect(at->child(i), found, depth + 1);
}

/// What a widget lacks, and where that was seen first.
using Offenders = std::map<QString, QString>;

/// The offenders of what is visible now.
void walk(MainWindow& window, const QString& place, Offenders& offenders) {
  std::set<const QObject*> found;
  collect(QAccessible::queryAccessibleInterface(&window), found);
  for (QWidget* widget : window.findChildren<QWidget*>()) {
    if (!widget->isVisible() || widget->isWindow() || widget->property("isTold").toBool()) continue;
    widget->setProperty("isTold", true);  // once is enough
    for (const QString& lack : lacksOf(widget)) offenders.emplace(pathOf(widget) + ": " + lack, place);
    const bool focusable = (widget->focusPolicy() & Qt::TabFocus) != 0 && widget->focusProxy() == nullptr;
    if (focusable && found.count(widget) == 0) offenders.emplace(pathOf(widget) + ": isn't in the tree", place);
  }
}

/// All of them, a line each; Qt Test cuts long messages.
QString listed(const Offenders& offenders) {
  for (const auto& [what, place] : offenders) qWarning("%s (seen first in: %s)", qPrintable(what), qPrintable(place));
  return QString("%1 offender(s), listed above").arg(offenders.size());
}

/// A step is done, a layer selected, and what changed is compared.
void doAStep(WindowFixture& fixture) {
  fixture.openSample();
  QVERIFY(fixture.waitUntil(RunState::Idle));
  fixture.window().resize(1440, 900);
  QVERIFY(fixture.runToEnd(fixture.actions().step));
  fixture.chooseLayer(1);
}

void addActions(const QMenu& menu, std::set<QAction*>& found) {
  for (QAction* action : menu.actions()) {
    found.insert(action);
    if (action->menu() != nullptr) addActions(*action->menu(), found);
  }
}

}  // namespace

class TestAccessibility : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void initTestCase() { QApplication::setStyle(new style::IndicatorStyle); }

  void theStartPageIsTold() {
    WindowFixture fixture;
    QVERIFY(QTest::qWaitForWindowActive(&fixture.window()));
    QTest::qWait(20);  // bars of tabs get their name with the next events
    Offenders offenders;
    walk(fixture.window(), "start page", offenders);
    QVERIFY2(offenders.empty(), qPrintable(listed(offenders)));
  }

  void everyPanelIsTold() {
    WindowFixture fixture;
    doAStep(fixture);
    Offenders offenders;
    for (QDockWidget* dock : fixture.window().findChildren<QDockWidget*>()) {
      dock->show();
      dock->raise();
      QTest::qWait(20);
      if (dock->objectName() == "changesDock")
        QTRY_VERIFY_WITH_TIMEOUT(fixture.part<ChangesPanel>()->changes() != nullptr, 20000);
      walk(fixture.window(), dock->windowTitle(), offenders);
      for (NarrowTabs* pages : dock->widget()->findChildren<NarrowTabs*>())
        for (int page = 0; page < pages->findChild<QTabBar*>()->count(); ++page) {
          pages->setCurrentIndex(page);
          QTest::qWait(60);
          walk(fixture.window(), QString("%1, page %2").arg(dock->windowTitle()).arg(page + 1), offenders);
        }
    }
    QVERIFY2(offenders.empty(), qPrintable(listed(offenders)));
  }

  void theConfusionMatrixIsATable() {
    WindowFixture fixture;
    doAStep(fixture);
    auto* changes = fixture.part<ChangesPanel>();
    fixture.window().findChild<QDockWidget*>("changesDock")->raise();
    QTRY_VERIFY_WITH_TIMEOUT(changes->changes() != nullptr, 20000);
    auto* matrix = changes->findChild<ConfusionView*>();
    QAccessibleInterface* told = QAccessible::queryAccessibleInterface(matrix);
    QCOMPARE(told->role(), QAccessible::Table);
    QAccessibleTableInterface* table = told->tableInterface();
    QCOMPARE(table->rowCount(), matrix->table().size());
    const ConfusionCell cell = matrix->table().at(1, 2);
    const QString text = table->cellAt(1, 2)->text(QAccessible::Name);
    QCOMPARE(text, cellSentence(changes->changes()->answers, cell));
    QVERIFY(text.contains(table->rowDescription(1)) && text.contains(table->columnDescription(2)));
    QVERIFY(!told->text(QAccessible::Value).isEmpty());
  }

  void theZipperTellsWhereItStands() {
    WindowFixture fixture;
    doAStep(fixture);
    QAccessibleInterface* told = QAccessible::queryAccessibleInterface(fixture.part<ZipperView>());
    const int layers = fixture.document().session().layers();
    QCOMPARE(told->childCount(), layers + 2);
    QVERIFY2(told->text(QAccessible::Value).contains(QString("%1 layer").arg(layers)),
             qPrintable(told->text(QAccessible::Value)));
    QVERIFY(told->child(1)->text(QAccessible::Name).contains("merged"));
    QVERIFY(told->child(2)->text(QAccessible::Name).contains("separate"));
  }

  void buttonsOfDocksNameTheirPanel() {
    WindowFixture fixture;
    for (QDockWidget* dock : fixture.window().findChildren<QDockWidget*>())
      for (const char* name : {"qt_dockwidget_floatbutton", "qt_dockwidget_closebutton"}) {
        auto* button = dock->findChild<QAbstractButton*>(name);
        QVERIFY2(button != nullptr && button->accessibleName().contains(dock->windowTitle()),
                 qPrintable(dock->objectName()));
        QVERIFY(button->focusPolicy() & Qt::TabFocus);
      }
    fixture.openSample();
    auto* dock = fixture.window().findChild<QDockWidget*>("curvesDock");
    auto* button = dock->findChild<QAbstractButton*>("qt_dockwidget_floatbutton");
    const QString inside = button->accessibleName();
    dock->setFloating(true);
    QVERIFY(button->accessibleName() != inside);
    dock->setFloating(false);
    QCOMPARE(button->accessibleName(), inside);
  }

  void theToolBarIsInTheTabOrder() {
    WindowFixture fixture;
    fixture.openSample();
    QVERIFY(QTest::qWaitForWindowActive(&fixture.window()));
    const auto* bar = fixture.window().findChild<QToolBar*>("runToolBar");
    std::set<QWidget*> inOrder;
    QWidget* at = &fixture.window();
    for (int i = 0; i < 5000; ++i) {
      at = at->nextInFocusChain();
      if (at == &fixture.window()) break;
      inOrder.insert(at);
    }
    auto* step = qobject_cast<QToolButton*>(bar->widgetForAction(fixture.actions().step));
    for (QAction* action : bar->actions()) {
      auto* button = qobject_cast<QToolButton*>(bar->widgetForAction(action));
      if (action->isSeparator()) continue;
      QVERIFY2(button != nullptr && (button->focusPolicy() & Qt::TabFocus) && inOrder.count(button) > 0,
               qPrintable(action->objectName()));
    }
    // The focus is seen.
    fixture.part<ZipperView>()->setFocus();
    const QImage before = step->grab().toImage();
    step->setFocus(Qt::TabFocusReason);
    fixture.window().setAttribute(Qt::WA_KeyboardFocusChange);
    QTRY_VERIFY(step->hasFocus());
    QVERIFY(step->grab().toImage() != before);
    // Space presses.
    QTest::keyClick(step, Qt::Key_Space);
    QTRY_VERIFY(fixture.run().state() != RunState::Idle);
    QVERIFY(fixture.waitUntil(RunState::Idle));
  }

  void everyPanelIsReachedByKeys() {
    WindowFixture fixture;
    fixture.openSample();
    QVERIFY(QTest::qWaitForWindowActive(&fixture.window()));
    const auto docks = fixture.window().findChildren<QDockWidget*>();
    fixture.part<ZipperView>()->setFocus();
    for (const bool forward : {true, false}) {
      std::set<QString> missing;
      for (const QDockWidget* dock : docks)
        if (!dock->isHidden()) missing.insert(dock->objectName());  // the View menu opens the others
      QAction* key = forward ? fixture.actions().nextPanel : fixture.actions().previousPanel;
      QVERIFY(!key->shortcut().isEmpty());
      for (std::size_t i = 0, places = missing.size() + 1; i < places; ++i) {
        key->trigger();
        for (const QDockWidget* dock : docks)
          if (dock->isAncestorOf(QApplication::focusWidget()) && !dock->visibleRegion().isEmpty())
            missing.erase(dock->objectName());
      }
      QStringList names;
      for (const QString& name : missing) names << name;
      QVERIFY2(missing.empty(), qPrintable("not reached: " + names.join(", ")));
      QVERIFY(fixture.part<ZipperView>()->hasFocus());  // around once
    }
  }

  void everyCommandHasAMenuOrKeys() {
    WindowFixture fixture;
    std::set<QAction*> inMenus;
    QStringList lacks;
    for (QAction* entry : fixture.window().menuBar()->actions()) {
      if (!entry->text().contains('&')) lacks << entry->text() + ": has no key with Alt";
      inMenus.insert(entry);
      if (entry->menu() != nullptr) addActions(*entry->menu(), inMenus);
    }
    for (QAction* action : fixture.window().actions())
      if (inMenus.count(action) == 0 && action->shortcut().isEmpty())
        lacks << action->objectName() + ": is in no menu and has no keys";
    // No two commands with the same keys: neither would be reached.
    std::set<QString> keys;
    for (const QAction* action : fixture.window().actions())
      if (!action->shortcut().isEmpty() && !keys.insert(action->shortcut().toString()).second)
        lacks << action->objectName() + ": its keys are another's, too";
    QVERIFY2(lacks.isEmpty(), qPrintable(lacks.join("\n")));
  }
};

ZIPPER_TEST_WITH(QApplication, TestAccessibility)
#include "test_accessibility.moc"
