// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/style/table_model.h"

#include <QAbstractItemModelTester>
#include <QtTest>

#include "support/test_program.h"

using namespace zipper;

namespace {

/// Two rows with a name and a number each.
class Planets : public style::TableModel {
 protected:
  int rowsShown() const override { return 2; }
  int columnsShown() const override { return 2; }
  style::ColumnHeader header(int column) const override {
    return column == 0 ? style::ColumnHeader{"Planet", "What it is called", "name"}
                       : style::ColumnHeader{"Moons", "How many there are", "moon_count"};
  }
  bool isText(int column) const override { return column == 0; }
  QString text(int row, int column) const override {
    if (column == 0) return row == 0 ? "Earth" : "Mars";
    return QString("%1 moons").arg(row + 1);
  }
  QVariant raw(int row, int column) const override { return column == 0 ? QVariant(text(row, column)) : row + 1; }
  QString toolTip(int row, int) const override { return row == 0 ? "blue" : "red"; }
  QVariant more(int row, int, int role) const override { return role == style::RawRole + 1 ? 10 * row : QVariant(); }
};

}  // namespace

class TestTableModel : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void answersWhatTheTableSays() {
    const Planets model;
    const QModelIndex mars = model.index(1, 1);
    QCOMPARE(mars.data(), QVariant("2 moons"));
    QCOMPARE(mars.data(Qt::ToolTipRole), QVariant("red"));
    QCOMPARE(mars.data(style::RawRole), QVariant(2));
    QCOMPARE(mars.data(style::RawRole + 1), QVariant(10));
    QVERIFY(!mars.data(Qt::FontRole).isValid());
    QVERIFY(!model.data({}, Qt::DisplayRole).isValid());
    QCOMPARE(model.rowCount(mars), 0);
    QCOMPARE(model.columnCount(mars), 0);
    QVERIFY(mars.data(Qt::TextAlignmentRole).value<Qt::Alignment>() & Qt::AlignRight);
    QVERIFY(model.index(1, 0).data(Qt::TextAlignmentRole).value<Qt::Alignment>() & Qt::AlignLeft);
  }

  void headersSayWhatTheColumnsHold() {
    const Planets model;
    const auto header = [&](int column, int role) { return model.headerData(column, Qt::Horizontal, role); };
    QCOMPARE(header(1, Qt::DisplayRole), QVariant("Moons"));
    QCOMPARE(header(1, Qt::ToolTipRole), QVariant("How many there are"));
    QCOMPARE(header(1, style::RawRole), QVariant("moon_count"));
    QVERIFY(header(1, Qt::TextAlignmentRole).value<Qt::Alignment>() & Qt::AlignRight);
    QVERIFY(!header(2, Qt::DisplayRole).isValid());
    QVERIFY(!model.headerData(0, Qt::Vertical, Qt::DisplayRole).isValid());
  }

  void isAProperModelThatCanBeCopied() {
    Planets model;
    const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::Fatal);
    QCOMPARE(style::csvOf(model), QString("name,moon_count\nEarth,1\nMars,2\n"));
  }
};

ZIPPER_TEST(TestTableModel)
#include "test_table_model.moc"
