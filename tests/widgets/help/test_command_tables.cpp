// SPDX-License-Identifier: GPL-3.0-or-later

#include <QMenu>
#include <QMenuBar>
#include <QTextBrowser>
#include <QtTest>

#include "app/workbench/window_fixture.h"
#include "support/test_program.h"
#include "widgets/help/command_tables.h"
#include "widgets/style/plain_text.h"

using namespace zipper;

class TestCommandTables : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void listsMenusWithinMenus() {
    QMenuBar bar;
    QMenu* menu = bar.addMenu("&View");
    QMenu* theme = menu->addMenu("&Theme");
    QAction* dark = theme->addAction("&Dark");
    dark->setShortcut(Qt::CTRL | Qt::Key_D);
    dark->setStatusTip("Always <dark>");
    menu->addAction("Hidden")->setVisible(false);
    menu->addSeparator();
    QMenu* files = menu->addMenu("Recent");
    files->addAction("/a/file");
    const QString html = commandTables(bar, {files});
    QVERIFY2(html.contains("<tr><td><b>Ctrl+D</b></td><td>Theme › Dark</td><td>Always &lt;dark&gt;</td></tr>"),
             qPrintable(html));
    QVERIFY(html.contains("<a name=\"menu-1\"></a>View</h3>"));
    QVERIFY(!html.contains("Hidden") && !html.contains("file") && !html.contains("Recent"));
  }

  void everyCommandOfTheWindowIsListed() {
    test::WindowFixture fixture;
    const QString html = commandTables(*fixture.window().menuBar(), {fixture.actions().recentMenu});
    int listed = 0;
    for (const QAction* action : fixture.window().findChildren<QAction*>(Qt::FindDirectChildrenOnly)) {
      if (action->shortcut().isEmpty() || action->text().isEmpty() || !action->isVisible()) continue;
      const QString keys = action->shortcut().toString(QKeySequence::NativeText).toHtmlEscaped();
      const QString row = "<tr><td><b>" + keys + "</b></td><td>";
      const qsizetype at = html.indexOf(row);
      QVERIFY2(at >= 0, qPrintable(action->text()));
      const QString rest = html.mid(at + row.size(), html.indexOf("</tr>", at) - at - row.size());
      QVERIFY2(rest.contains(style::withoutMnemonic(action->text()).toHtmlEscaped()), qPrintable(action->text()));
      ++listed;
    }
    QVERIFY(listed > 25);
    for (const QMenu* menu : fixture.window().menuBar()->findChildren<QMenu*>(Qt::FindDirectChildrenOnly))
      for (const QAction* action : menu->actions())
        if (!action->isSeparator() && action->isVisible() && action->menu() == nullptr)
          QVERIFY2(html.contains("<td>" + style::withoutMnemonic(action->text()).toHtmlEscaped() + "</td>"),
                   qPrintable(action->text()));
  }

  void helpOpensTheHandbookWhereTheWorkIs() {
    test::WindowFixture fixture;
    fixture.actions().handbook->trigger();
    auto* handbook = fixture.window().findChild<QDialog*>("handbook");
    QVERIFY(handbook != nullptr && handbook->isVisible());
    fixture.actions().shortcuts->trigger();
    QCOMPARE(fixture.window().findChildren<QDialog*>("handbook").size(), 1);
    QVERIFY(handbook->findChild<QTextBrowser*>()->toPlainText().contains(
        style::withoutMnemonic(fixture.actions().runAll->text())));
  }
};

ZIPPER_TEST_WITH(QApplication, TestCommandTables)
#include "test_command_tables.moc"
