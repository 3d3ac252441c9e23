// SPDX-License-Identifier: GPL-3.0-or-later

#include <QAccessible>
#include <QApplication>
#include <QLineEdit>
#include <QSignalSpy>
#include <QtTest>

#include "support/test_program.h"
#include "widgets/export/export_choices.h"
#include "widgets/export/names_editor.h"

using namespace zipper;
using namespace zipper::test;

using Names = std::vector<std::string>;

/// Names of inputs and outputs: the usual ones, those that are typed, and what is wrong with them.
class TestExportNames : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void knowsTheUsualNames() {
    ExportSubject subject = twoTasks();
    QCOMPARE(usualNames(subject, "all", false).inputs, (Names{"image_a", "image_b"}));
    QCOMPARE(usualNames(subject, "all", false).outputs, (Names{"fashion", "digits"}));
    QCOMPARE(usualNames(subject, "all", true).outputs, (Names{"fashion", "digits"}));
    QCOMPARE(usualNames(subject, "b", true).inputs, Names{"image"});
    QCOMPARE(usualNames(subject, "b", true).outputs, Names{"digits"});
    subject.hasTrunk = true;
    subject.heads[1] = false;
    QCOMPARE(usualNames(subject, "all", true).inputs, Names{"image"});
    QCOMPARE(usualNames(subject, "all", true).outputs, (Names{"fashion", "features_b"}));
    QCOMPARE(usualNames(subject, "b", true).outputs, Names{"features"});
    subject.names = {"image", ""};  // the input's, and none
    subject.heads[1] = true;
    QCOMPARE(usualNames(subject, "all", true).outputs, (Names{"probabilities_a", "probabilities_b"}));
    QCOMPARE(usualNames(subject, "a", false).outputs, Names{"logits"});
  }

  void saysWhatIsWrong_data() {
    QTest::addColumn<QString>("name");
    QTest::addColumn<QString>("said");
    QTest::newRow("fine") << "cloth.es-2_B"
                          << "";
    QTest::newRow("a space") << "my clothes"
                             << "can't be a name";
    QTest::newRow("not ASCII") << "Größe"
                               << "can't be a name";
    QTest::newRow("a path") << "a/b"
                            << "can't be a name";
    QTest::newRow("taken by an input") << "image_a"
                                       << "two inputs or outputs";
    QTest::newRow("as long as may be") << QString(100, 'x') << "";
    QTest::newRow("too long") << QString(101, 'x') << "longer than 100";
  }
  void saysWhatIsWrong() {
    QFETCH(QString, name);
    QFETCH(QString, said);
    NamesEditor editor;
    editor.setParts(twoTasks(), "all", false);
    editor.findChild<QLineEdit*>("output.B")->setText(name);
    QCOMPARE(editor.problem().isEmpty(), said.isEmpty());
    QVERIFY2(editor.problem().contains(said), qPrintable(editor.problem()));
  }

  void keepsWhatWasTyped() {
    NamesEditor editor;
    QSignalSpy changes(&editor, &NamesEditor::changed);
    editor.setParts(twoTasks(), "all", false);
    QCOMPARE(editor.findChildren<QLineEdit*>().size(), 4);
    QVERIFY(changes.isEmpty());
    QVERIFY(editor.chosenNames().outputs.empty());
    editor.findChild<QLineEdit*>("output.B")->setText(" numbers ");
    QVERIFY(!changes.isEmpty());
    QCOMPARE(editor.names().outputs, (Names{"fashion", "numbers"}));
    QCOMPARE(editor.chosenNames().outputs, (Names{"fashion", "numbers"}));
    QVERIFY(editor.chosenNames().inputs.empty());
    editor.setParts(twoTasks(), "all", true);
    QCOMPARE(editor.names().outputs, (Names{"fashion", "numbers"}));
    QVERIFY(editor.names().softmax);
    QCOMPARE(editor.findChild<QLineEdit*>("output.A")->placeholderText(), QString("fashion"));
    editor.setParts(twoTasks(), "a", false);
    QCOMPARE(editor.findChildren<QLineEdit*>().size(), 2);
    QCOMPARE(editor.names().outputs, Names{"fashion"});
    editor.setParts(twoTasks(), "b", false);
    QCOMPARE(editor.names().outputs, Names{"numbers"});
    ExportSubject trunk = twoTasks();
    trunk.hasTrunk = true;
    editor.setParts(trunk, "all", false);
    QCOMPARE(editor.names().inputs, Names{"image"});
    QVERIFY(editor.findChild<QLineEdit*>("input.all") != nullptr);
  }

  /// A screen reader says which line is which.
  void linesHaveLabels() {
    NamesEditor editor;
    editor.setParts(twoTasks(), "all", false);
    for (const QLineEdit* line : editor.findChildren<QLineEdit*>()) {
      const QString name = QAccessible::queryAccessibleInterface(const_cast<QLineEdit*>(line))->text(QAccessible::Name);
      QVERIFY2(name.contains("task"), qPrintable(line->objectName() + ": " + name));
    }
  }
};

ZIPPER_TEST_WITH(QApplication, TestExportNames)
#include "test_export_names.moc"
