// SPDX-License-Identifier: GPL-3.0-or-later

#include <QClipboard>
#include <QComboBox>
#include <QElapsedTimer>
#include <QPushButton>
#include <QRegularExpression>
#include <QScrollBar>
#include <QTemporaryDir>
#include <QTextBlock>
#include <QtTest>

#include "core/support/files.h"
#include "support/expect_error.h"
#include "support/test_program.h"
#include "widgets/log/log_panel.h"
#include "widgets/log/log_view.h"

using namespace zipper;

namespace {

class LogFixture {
 public:
  LogFixture() {
    panel.resize(600, 200);
    panel.show();
    view = panel.findChild<LogView*>();
  }
  void fill(int lines) {
    for (int i = 0; i < lines; ++i) panel.append(LogLevel::Info, QString("line %1").arg(i));
  }
  LogPanel panel;
  LogView* view;
};

}  // namespace

class TestLogPanel : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void stampsAndNamesTheLevel() {
    LogFixture f;
    f.panel.append(LogLevel::Warning, "3 unreadable images");
    const QRegularExpression line(R"(^\d{4}-\d\d-\d\d \d\d:\d\d:\d\d  Warning  3 unreadable images\n$)");
    QVERIFY2(line.match(f.panel.plainText()).hasMatch(), qPrintable(f.panel.plainText()));
    QVERIFY(f.view->toPlainText().contains("Warning  3 unreadable images"));
  }

  void messagesAreNoMarkup() {
    LogFixture f;
    const QString evil = "<b>bold</b> <img src='http://x'/> &amp; %1 <script>";
    f.panel.append(LogLevel::Error, evil);
    QVERIFY(f.view->toPlainText().contains(evil));
    QVERIFY(f.panel.plainText().contains(evil));
  }

  void everyLineEndIsOne() {
    LogFixture f;
    f.panel.append(LogLevel::Info, QString("one\r\ntwo\rthree") + QChar(0x2029) + "four\n\n");
    QVERIFY(f.panel.plainText().contains("one\n    two\n    three\n    four\n"));
    QCOMPARE(f.view->blockCount(), 4);
    f.panel.append(LogLevel::Info, QString("nul") + QChar(0) + "bell\a");
    QVERIFY(!f.panel.plainText().contains(QChar(0)));
  }

  void keepsTheLastLines() {
    LogFixture f;
    f.fill(LogPanel::maximumLines + 10);
    QCOMPARE(f.view->blockCount(), int(LogPanel::maximumLines));
    QCOMPARE(f.panel.plainText().count('\n'), int(LogPanel::maximumLines));
    QVERIFY(f.panel.plainText().contains("line 10\n"));
    QVERIFY(!f.panel.plainText().contains("line 9\n"));
    f.panel.append(LogLevel::Info, QString("x\n").repeated(2 * LogPanel::maximumLines));
    QCOMPARE(f.panel.plainText().count('\n'), int(LogPanel::maximumLines));
  }

  void followsOnlyAtTheBottom() {
    LogFixture f;
    f.fill(100);
    QScrollBar* bar = f.view->verticalScrollBar();
    QCOMPARE(bar->value(), bar->maximum());
    bar->setValue(30);
    f.fill(50);
    QCOMPARE(bar->value(), 30);
    bar->setValue(bar->maximum());
    f.fill(5);
    QCOMPARE(bar->value(), bar->maximum());
  }

  void keepsItsPlaceWhenOldLinesFallOut() {
    LogFixture f;
    f.fill(LogPanel::maximumLines);
    QScrollBar* bar = f.view->verticalScrollBar();
    bar->setValue(1000);
    const QString top = f.view->cursorForPosition({5, 5}).block().text();
    f.fill(100);
    QCOMPARE(f.view->cursorForPosition({5, 5}).block().text(), top);
    f.fill(2000);
    QCOMPARE(bar->value(), 0);
  }

  void filtersByLevel() {
    LogFixture f;
    f.panel.append(LogLevel::Info, "quiet");
    f.panel.append(LogLevel::Warning, "careful");
    f.panel.append(LogLevel::Error, "broken");
    f.panel.setMinimumLevel(LogLevel::Warning);
    QVERIFY(!f.view->toPlainText().contains("quiet"));
    QVERIFY(f.view->toPlainText().contains("careful"));
    f.panel.append(LogLevel::Info, "quiet again");
    QVERIFY(!f.view->toPlainText().contains("quiet again"));
    QTest::keyClick(f.panel.findChild<QComboBox*>(), Qt::Key_Down);
    QVERIFY(f.panel.minimumLevel() == LogLevel::Error);
    QCOMPARE(f.view->blockCount(), 1);
    f.panel.setMinimumLevel(LogLevel::Info);
    QCOMPARE(f.view->blockCount(), 4);
    QVERIFY(f.panel.plainText().contains("quiet again"));
  }

  void copiesClearsAndSaves() {
    LogFixture f;
    f.panel.append(LogLevel::Error, "it failed: α");
    f.panel.setMinimumLevel(LogLevel::Error);
    f.panel.append(LogLevel::Info, "hidden");
    f.panel.copyAll();
    QCOMPARE(QGuiApplication::clipboard()->text(), f.panel.plainText());
    QVERIFY(f.panel.plainText().contains("hidden"));
    QTemporaryDir folder;
    const QString path = folder.filePath("zipper.log");
    f.panel.saveText(path);
    QCOMPARE(QString::fromStdString(readTextFile(path.toStdString())), f.panel.plainText());
    ZIPPER_EXPECT_ERROR(f.panel.saveText("/nonexistent/zipper.log"), "/nonexistent");
    f.panel.clear();
    QCOMPARE(f.panel.plainText(), QString());
    QVERIFY(f.view->document()->isEmpty());
  }

  void recoloursWithTheTheme() {
    LogFixture f;
    f.panel.append(LogLevel::Error, "broken");
    const auto color = [&] {
      QTextCursor cursor(f.view->document());
      cursor.setPosition(12);
      return cursor.charFormat().foreground().color();
    };
    const QColor light = color();
    QPalette dark;
    dark.setColor(QPalette::Window, QColor("#202326"));
    dark.setColor(QPalette::WindowText, QColor("#e6e6e6"));
    f.panel.setPalette(dark);
    QVERIFY(color() != light);
    QCOMPARE(f.view->blockCount(), 1);
  }
};

ZIPPER_TEST_WITH(QApplication, TestLogPanel)
#include "test_log_panel.moc"
