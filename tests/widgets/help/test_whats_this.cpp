// SPDX-License-Identifier: GPL-3.0-or-later

#include <QApplication>
#include <QDockWidget>
#include <QHelpEvent>
#include <QSignalSpy>
#include <QVBoxLayout>
#include <QWhatsThis>
#include <QWhatsThisClickedEvent>
#include <QtTest>

#include "app/workbench/window_fixture.h"
#include "support/test_program.h"
#include "widgets/help/handbook.h"
#include "widgets/help/whats_this.h"

using namespace zipper;

namespace {

/// Qt's own widget for the text; null: none is shown.
QWidget* shownHelp() {
  for (QWidget* widget : QApplication::topLevelWidgets())
    if (widget->inherits("QWhatsThat") && widget->isVisible()) return widget;
  return nullptr;
}

}  // namespace

class TestWhatsThis : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void cleanup() { QWhatsThis::hideText(); }

  void widgetsHaveThePageOfThoseAround() {
    QWidget window;
    auto* panel = new QWidget(&window);
    auto* part = new QWidget(panel);
    QCOMPARE(handbookPageOf(part), QString());
    QCOMPARE(handbookPageOf(nullptr), QString());
    setHandbookPage(&window, "start.html");
    QCOMPARE(handbookPageOf(part), QString("start.html"));
    setHandbookPage(panel, "curves.html#accuracy");
    QCOMPARE(handbookPageOf(part), QString("curves.html#accuracy"));
    QCOMPARE(handbookPageOf(&window), QString("start.html"));
  }

  void explainsWhatIsPointedAt() {
    WhatsThis help;
    QWidget window;
    auto* part = new QWidget(&window);
    window.setWhatsThis("A panel & more.");
    setHandbookPage(&window, "curves.html");
    window.show();
    QHelpEvent pointed(QEvent::WhatsThis, QPoint(1, 1), part->mapToGlobal(QPoint(1, 1)));
    QCoreApplication::sendEvent(part, &pointed);
    QVERIFY(pointed.isAccepted());
    QVERIFY(shownHelp() != nullptr);
    QSignalSpy requested(&help, &WhatsThis::pageRequested);
    QWhatsThisClickedEvent clicked("curves.html");
    QCoreApplication::sendEvent(&window, &clicked);
    QCOMPARE(requested.size(), 1);
    QCOMPARE(requested[0][0].toString(), QString("curves.html"));
  }

  void theKeyTwiceExplainsWhatHasTheFocus() {
    WhatsThis help;
    QWidget window;
    auto* part = new QWidget(&window);
    part->setFocusPolicy(Qt::StrongFocus);
    window.setWhatsThis("A panel.");
    window.show();
    part->setFocus();
    QVERIFY(QTest::qWaitForWindowActive(&window));
    help.ask();
    QVERIFY(QWhatsThis::inWhatsThisMode());
    QVERIFY(shownHelp() == nullptr);
    help.ask();
    QVERIFY(!QWhatsThis::inWhatsThisMode());
    QVERIFY(shownHelp() != nullptr);
  }

  void everyPanelSaysWhatItIs() {
    test::WindowFixture fixture;
    const Handbook handbook;
    const auto docks = fixture.window().findChildren<QDockWidget*>();
    QVERIFY(docks.size() >= 9);
    for (const QDockWidget* dock : docks) {
      QVERIFY2(!dock->whatsThis().isEmpty(), qPrintable(dock->objectName()));
      const QString link = handbookPageOf(dock->widget()), anchor = link.section('#', 1);
      QVERIFY2(Handbook::pages().contains(link.section(".html", 0, 0)), qPrintable(dock->objectName()));
      const bool found =
          anchor.isEmpty() || handbook.html(link.section(".html", 0, 0)).contains("<a name=\"" + anchor + "\"></a>");
      QVERIFY2(found, qPrintable(link));
    }
    const auto* zipper = fixture.part<ZipperView>();
    QVERIFY(!zipper->whatsThis().isEmpty());
    QCOMPARE(handbookPageOf(zipper), QString("zipper.html"));
    QCOMPARE(fixture.actions().whatsThis->shortcut(), QKeySequence(Qt::SHIFT | Qt::Key_F1));
  }
};

ZIPPER_TEST_WITH(QApplication, TestWhatsThis)
#include "test_whats_this.moc"
