// SPDX-License-Identifier: GPL-3.0-or-later

#include <QDir>

#include "app/workbench/window_fixture.h"
#include "support/test_program.h"

using namespace zipper;
using namespace zipper::test;

/// The small inputs that went wrong once, dropped on the window: each is taken, or refused in a dialog with its reason.
class TestWindowCases : public QObject {
  Q_OBJECT

 private:
  const QString folder_ = ZIPPER_TESTS "/../../shared/cases";

  static bool isTaken(WindowFixture& fixture, const QString& path) {
    const auto& tasks = fixture.drafts().draft().tasks;
    return tasks[0].model == path || tasks[0].data == path || fixture.document().isOpen();
  }

 private Q_SLOTS:
  void initTestCase() {
    if (!QDir(folder_).exists()) QSKIP("../shared/cases is not there");
  }

  void isTakenOrRefused_data() {
    QTest::addColumn<QString>("name");
    QTest::addColumn<QString>("reason");  // empty: it is taken
    const QMap<QString, QString> reasons{{"01-session-8GB.zipper", "01-session-8GB.zipper"},
                                         {"02-session-deep.zipper", "deeper than"},
                                         {"03-idx-zero-train-labels", "train-labels-idx1-ubyte"},
                                         {"06-recipe-escape.json", "06-recipe-escape.json"},
                                         {"D04_flat_folder_is_a_class", "one class"},
                                         {"07-session-edits.txt", "text"},
                                         {"F18_nonsquare.onnx", "square"},
                                         {"F19_external.onnx.data", "expected"},
                                         {"F20_saved_model.pb", "SavedModel"},
                                         {"F21_lfs_pointer.pth", "Git LFS"}};
    for (const QString& name : QDir(folder_).entryList(QDir::AllEntries | QDir::NoDotAndDotDot))
      QTest::newRow(qPrintable(name)) << name << reasons.value(name);
  }
  void isTakenOrRefused() {
    QFETCH(QString, name);
    QFETCH(QString, reason);
    WindowFixture fixture;
    const QString path = QDir(folder_).filePath(name);
    fixture.drafts().takeDropped({path});
    if (reason.isEmpty()) {
      QVERIFY(QTest::qWaitFor([&] { return isTaken(fixture, path); }, 20000));
      QVERIFY(fixture.window().findChild<QMessageBox*>("errorDialog") == nullptr);
    } else {
      const QString text = fixture.errorText();
      QVERIFY2(text.contains(reason), qPrintable(text));
      QVERIFY(!isTaken(fixture, path));
    }
  }
};

ZIPPER_TEST_WITH(QApplication, TestWindowCases)
#include "test_window_cases.moc"
