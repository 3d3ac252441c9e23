// SPDX-License-Identifier: GPL-3.0-or-later

#include <QElapsedTimer>
#include <QRandomGenerator>
#include <QScrollBar>
#include <QSignalSpy>
#include <QtTest>

#include "core/support/random.h"
#include "made_up_changes.h"
#include "support/mouse.h"
#include "support/test_program.h"
#include "widgets/changes/confusion_view.h"

using namespace zipper;
using test::hover;
using namespace zipper::test;

namespace {

std::uint64_t confusionSeed() {
  const std::uint64_t seed = qEnvironmentVariableIsSet("ZIPPER_TEST_SEED")
                                 ? qEnvironmentVariable("ZIPPER_TEST_SEED").toULongLong()
                                 : QRandomGenerator::global()->generate();
  qInfo("seed %llu", static_cast<unsigned long long>(seed));
  return seed;
}

struct ShownMatrix {
  explicit ShownMatrix(const ShownChangesPtr& changes, QSize size = {360, 320}) {
    view.resize(size);
    view.setChanges(changes);
    view.show();
    (void)QTest::qWaitForWindowExposed(&view);
    press(Qt::Key_Home, Qt::ControlModifier);
  }
  void press(int key, Qt::KeyboardModifiers modifiers = Qt::NoModifier) {
    QTest::keyClick(&view, Qt::Key(key), modifiers);
  }

  ConfusionView view;
};

ConfusionGeometry randomGeometry(Random& random) {
  ConfusionGeometry geometry;
  geometry.size = 1 + int(random.below(120));
  geometry.cell = ConfusionGeometry::leastCell + int(random.below(40));
  geometry.names = {int(random.below(100)), int(random.below(100))};
  geometry.area = {geometry.names.width() + 50 + int(random.below(500)),
                   geometry.names.height() + 50 + int(random.below(500))};
  geometry.scrolled = {int(random.below(std::uint64_t(geometry.mostScrolled().x()) + 1)),
                       int(random.below(std::uint64_t(geometry.mostScrolled().y()) + 1))};
  return geometry;
}

}  // namespace

/// The confusion matrix: where its cells are, and how they are reached.
class TestConfusionView : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void hitsAreTheCellsThatWereLaidOut() {
    Random random(confusionSeed());
    for (int i = 0; i < 300; ++i) {
      const ConfusionGeometry geometry = randomGeometry(random);
      const int row = int(random.below(std::uint64_t(geometry.size))),
                column = int(random.below(std::uint64_t(geometry.size)));
      const QRect cell = geometry.cellRect(row, column);
      for (const QPoint& corner : {cell.topLeft(), cell.bottomRight()}) {
        const auto hit = geometry.hit(corner);
        QCOMPARE(hit.has_value(), geometry.field().contains(corner));
        if (hit) QCOMPARE(*hit, QPoint(column, row));
      }
      const bool seen = cell.intersects(geometry.field());
      const auto rows = geometry.rowsSeen(), columns = geometry.columnsSeen();
      QCOMPARE(row >= rows.first && row < rows.end && column >= columns.first && column < columns.end, seen);
      QVERIFY(!geometry.hit({geometry.names.width() - 1, geometry.area.height() - 1}));  // a name
    }
  }

  void scrollingBringsACellIntoView() {
    Random random(confusionSeed());
    for (int i = 0; i < 300; ++i) {
      ConfusionGeometry geometry = randomGeometry(random);
      const int row = int(random.below(std::uint64_t(geometry.size))),
                column = int(random.below(std::uint64_t(geometry.size)));
      const bool wasWhole = geometry.field().contains(geometry.cellRect(row, column));
      const QPoint before = geometry.scrolled;
      geometry.scrolled = geometry.scrolledTo(row, column);
      QVERIFY(geometry.field().contains(geometry.cellRect(row, column)));
      if (wasWhole) QCOMPARE(geometry.scrolled, before);
    }
  }

  void allCellsFitWhereTheyCan() {
    QCOMPARE(ConfusionGeometry::fittedCell(10, {200, 300}), 20);
    QCOMPARE(ConfusionGeometry::fittedCell(2, {500, 500}), ConfusionGeometry::mostCell);
    QCOMPARE(ConfusionGeometry::fittedCell(1000, {200, 200}), ConfusionGeometry::leastCell);
    ShownMatrix shown(changesOf(manyAnswers(10, 500, 1)));
    QCOMPARE(shown.view.horizontalScrollBar()->maximum(), 0);
    QCOMPARE(shown.view.verticalScrollBar()->maximum(), 0);
    QVERIFY(shown.view.viewport()->rect().contains(shown.view.cellRect(9, 9)));
  }

  void isReadCellByCell() {
    ShownMatrix shown(changesOf(fewAnswers()));
    QSignalSpy readOut(&shown.view, &ConfusionView::readOut);
    QCOMPARE(shown.view.cell(), std::optional(QPoint(0, 0)));
    shown.press(Qt::Key_Right);
    QCOMPARE(shown.view.accessibleDescription(),
             QString("Images of shirt that are answered coat: teacher 1, merged 2, difference +1."));
    QCOMPARE(readOut.last()[0].toString(), shown.view.accessibleDescription());
    shown.press(Qt::Key_Down);
    QCOMPARE(shown.view.cell(), std::optional(QPoint(1, 1)));
    shown.press(Qt::Key_End);
    QCOMPARE(shown.view.cell(), std::optional(QPoint(2, 1)));
    shown.press(Qt::Key_Right);  // there is no more
    QCOMPARE(shown.view.cell(), std::optional(QPoint(2, 1)));
    shown.press(Qt::Key_Home, Qt::ControlModifier);
    QCOMPARE(shown.view.cell(), std::optional(QPoint(0, 0)));
    shown.press(Qt::Key_End, Qt::ControlModifier);
    QCOMPARE(shown.view.cell(), std::optional(QPoint(2, 2)));
  }

  void cellsAreChosen() {
    ShownMatrix shown(changesOf(fewAnswers()));
    QSignalSpy chosen(&shown.view, &ConfusionView::chosen);
    shown.press(Qt::Key_Down);
    shown.press(Qt::Key_Return);
    QCOMPARE(chosen.value(0), (QList<QVariant>{1, 0}));
    shown.press(Qt::Key_Space);
    QCOMPARE(chosen.size(), 2);
    QTest::mouseClick(shown.view.viewport(), Qt::LeftButton, {}, shown.view.cellRect(0, 2).center());
    QCOMPARE(chosen.value(2), (QList<QVariant>{0, 2}));
    QTest::mouseClick(shown.view.viewport(), Qt::LeftButton, {}, QPoint(1, 1));  // a name
    QCOMPARE(chosen.size(), 3);
    hover(*shown.view.viewport(), shown.view.cellRect(2, 0).center());
    QCOMPARE(shown.view.cell(), std::optional(QPoint(0, 2)));
  }

  void theCellStaysAtItsClasses() {
    ShownMatrix shown(changesOf(fewAnswers()));
    shown.press(Qt::Key_End, Qt::ControlModifier);
    TaskAnswers fewer = fewAnswers();
    fewer.images.erase(fewer.images.begin(), fewer.images.begin() + 5);  // coat, boot and shirt as an answer
    fewer.images.pop_back();                                             // no shirt any more
    shown.view.setChanges(changesOf(fewer));
    QCOMPARE(shown.view.table().size(), 2);
    QCOMPARE(shown.view.cell(), std::optional(QPoint(1, 1)));  // boot answered boot
    shown.view.setChanges(changesOf(manyAnswers(2, 10, 1)));
    QVERIFY(!shown.view.cell().has_value());
    QVERIFY(shown.view.accessibleDescription().isEmpty());
  }

  void zooms() {
    ShownMatrix shown(changesOf(manyAnswers(60, 600, 1)));
    const int before = shown.view.cellSize();
    for (int i = 0; i < 12; ++i) shown.press(Qt::Key_Plus);
    QVERIFY(shown.view.cellSize() > 2 * before);
    QVERIFY(shown.view.horizontalScrollBar()->maximum() > 0);
    shown.press(Qt::Key_End, Qt::ControlModifier);
    QVERIFY(shown.view.viewport()->rect().contains(shown.view.cellRect(59, 59)));
    shown.press(Qt::Key_Minus);
    shown.press(Qt::Key_0);
    QTRY_COMPARE(shown.view.cellSize(), before);
  }

  void matricesDiffer() {
    ShownMatrix shown(changesOf(fewAnswers()));
    const QImage difference = shown.view.grab().toImage();
    shown.view.setMatrix(MatrixShown::Teacher);
    const QImage teacher = shown.view.grab().toImage();
    shown.view.setMatrix(MatrixShown::Merged);
    QVERIFY(difference != teacher && teacher != shown.view.grab().toImage());
    QPalette dark;
    dark.setColor(QPalette::Window, QColor("#202326"));
    dark.setColor(QPalette::WindowText, QColor("#e6e6e6"));
    shown.view.setMatrix(MatrixShown::Difference);
    shown.view.setPalette(dark);
    QVERIFY(shown.view.grab().toImage() != difference);
  }

  /// A hundred classes are painted within a frame; the bound is generous for a shared machine.
  void aHundredClassesStayFluid() {
    ShownMatrix shown(changesOf(manyAnswers(100, 20000, 3)), {700, 500});
    shown.view.grab();
    for (const int presses : {0, 8}) {
      for (int i = 0; i < presses; ++i) shown.press(Qt::Key_Plus);
      QElapsedTimer timer;
      timer.start();
      for (int i = 0; i < 10; ++i) shown.view.grab();
      const double each = double(timer.nsecsElapsed()) / 1e7;
      qInfo("cells of %d pixels: %.1f ms", shown.view.cellSize(), each);
      QVERIFY(each < 60);
    }
  }
};

ZIPPER_TEST_WITH(QApplication, TestConfusionView)
#include "test_confusion_view.moc"
