// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/style/painted_values.h"

#include <QAbstractScrollArea>
#include <QAccessible>
#include <QWidget>
#include <QtTest>

#include "support/test_program.h"

using namespace zipper;

namespace {

class PaintedPicture : public QWidget, public style::PaintedValues {
  Q_OBJECT

 public:
  QString paintedValues() const override { return values; }
  QString values;
};

/// Rows and columns of products.
class ProductTable : public QAbstractScrollArea, public style::PaintedTable {
  Q_OBJECT

 public:
  QString paintedValues() const override { return "products"; }
  int paintedRows() const override { return rows; }
  int paintedColumns() const override { return 3; }
  QString paintedRowName(int row) const override { return QString("row %1").arg(row); }
  QString paintedColumnName(int column) const override { return QString("column %1").arg(column); }
  QString paintedCell(int row, int column) const override { return QString::number(row * column * factor); }
  QRect paintedCellRect(int row, int column) const override { return {column * 10, row * 10, 10, 10}; }
  int paintedCurrentRow() const override { return 1; }
  int paintedCurrentColumn() const override { return 2; }
  int rows = 4, factor = 1;
};

QString accessibleTextOf(QWidget& widget, QAccessible::Text kind) {
  return QAccessible::queryAccessibleInterface(&widget)->text(kind);
}

}  // namespace

class TestPaintedValues : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void aPictureHasARoleAndItsValues() {
    PaintedPicture picture;
    picture.setAccessibleName("A chart");
    QCOMPARE(QAccessible::queryAccessibleInterface(&picture)->role(), QAccessible::Chart);
    picture.values = "from 1 to 2";
    QCOMPARE(accessibleTextOf(picture, QAccessible::Name), QString("A chart"));
    QCOMPARE(accessibleTextOf(picture, QAccessible::Value), QString("from 1 to 2"));
    QCOMPARE(accessibleTextOf(picture, QAccessible::Description), QString("from 1 to 2"));
    picture.values = "from 3 to 4";  // it is asked anew
    QCOMPARE(accessibleTextOf(picture, QAccessible::Value), QString("from 3 to 4"));
    picture.setAccessibleDescription("what is pointed at");
    QCOMPARE(accessibleTextOf(picture, QAccessible::Description), QString("what is pointed at"));
    QCOMPARE(accessibleTextOf(picture, QAccessible::Value), QString("from 3 to 4"));
  }

  void aTableHasCells() {
    ProductTable products;
    products.resize(100, 100);
    products.show();
    QAccessibleInterface* all = QAccessible::queryAccessibleInterface(&products);
    QCOMPARE(all->role(), QAccessible::Table);
    QAccessibleTableInterface* table = all->tableInterface();
    QVERIFY(table != nullptr);
    QCOMPARE(table->rowCount(), 4);
    QCOMPARE(table->columnCount(), 3);
    QCOMPARE(table->rowDescription(2), QString("row 2"));
    QCOMPARE(table->columnDescription(1), QString("column 1"));
    QCOMPARE(all->childCount(), 12);
    QAccessibleInterface* cell = table->cellAt(3, 2);
    QCOMPARE(cell->text(QAccessible::Name), QString("6"));
    QCOMPARE(cell->role(), QAccessible::Cell);
    QCOMPARE(cell->parent(), all);
    QCOMPARE(cell->tableCellInterface()->rowIndex(), 3);
    QCOMPARE(cell->tableCellInterface()->columnIndex(), 2);
    QCOMPARE(all->child(3 * 3 + 2), cell);  // the same, however it is asked for
    QCOMPARE(all->indexOfChild(cell), 3 * 3 + 2);
    const QRect place = cell->rect();
    QCOMPARE(place, QRect(products.mapToGlobal(QPoint(20, 30)), QSize(10, 10)));
    QCOMPARE(all->childAt(place.center().x(), place.center().y()), cell);
    QCOMPARE(table->cellAt(4, 0), nullptr);
    QCOMPARE(table->cellAt(0, -1), nullptr);
    QCOMPARE(all->child(12), nullptr);
    products.factor = 10;  // cells tell what their place holds now
    QCOMPARE(cell->text(QAccessible::Name), QString("60"));
    products.rows = 2;
    QVERIFY(!cell->isValid() && cell->state().invalid);
    QCOMPARE(cell->text(QAccessible::Name), QString());
  }

  void cellsOutliveNoWidget() {
    QAccessible::Id cell = 0;
    {
      ProductTable products;
      cell = QAccessible::uniqueId(QAccessible::queryAccessibleInterface(&products)->child(4));
      QVERIFY(QAccessible::accessibleInterface(cell) != nullptr);
    }
    QVERIFY(QAccessible::accessibleInterface(cell) == nullptr);
  }

  void changesAreAnnounced() {
    QWidget widget;
    style::announce(&widget, {});
    QVERIFY(!widget.property("announced").isValid());
    style::announce(&widget, "Layer 3 is merged.");
    QCOMPARE(widget.property("announced").toString(), QString("Layer 3 is merged."));
#if QT_VERSION < QT_VERSION_CHECK(6, 8, 0)
    QCOMPARE(widget.accessibleDescription(), QString("Layer 3 is merged."));
#endif
  }
};

ZIPPER_TEST_WITH(QApplication, TestPaintedValues)
#include "test_painted_values.moc"
