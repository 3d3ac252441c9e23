// SPDX-License-Identifier: GPL-3.0-or-later

#include <QAbstractButton>
#include <QAction>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QtTest>

#include "support/expect_error.h"
#include "support/file_text.h"
#include "support/mouse.h"
#include "support/plain_session.h"
#include "support/test_program.h"
#include "widgets/curves/merge_cost_panel.h"

using namespace zipper;
using test::hover;
using test::textOf;
using namespace zipper::test;

namespace {

/// Layer l costs 0.2 - l/100 and saves 1000 l parameters.
std::vector<LayerMergeability> someCosts() {
  std::vector<LayerMergeability> layers;
  for (int layer = 1; layer <= layerCount; ++layer) {
    LayerMergeability one;
    one.layer = layer;
    one.cost = 0.2 - layer / 100.0;
    one.savedParameters = 1000 * layer;
    layers.push_back(one);
  }
  return layers;
}

struct CostFixture {
  CostFixture() : panel(&estimate, &suggest) {
    panel.resize(700, 400);
    panel.show();
  }
  QWidget* plot() { return panel.findChild<QWidget*>("mergeCostPlot"); }
  QImage picture() {
    QTest::qWait(20);
    return plot()->grab().toImage();
  }
  /// Hovers over the plot from left to right until the readout is about the layer; returns where.
  QPoint findBar(int layer) {
    for (int x = 0; x < plot()->width(); x += 4) {
      const QPoint at(x, plot()->height() / 2);
      hover(*plot(), at);
      if (panel.readoutText().startsWith(QString("Layer %1,").arg(layer))) return at;
    }
    return {};
  }

  QAction estimate{"Estimate"}, suggest{"Suggest"};
  MergeCostPanel panel;
};

}  // namespace

class TestMergeCostPanel : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void tellsTheValuesOfABar() {
    CostFixture fixture;
    QVERIFY(fixture.findBar(7).isNull());
    fixture.panel.setCosts(someCosts());
    QVERIFY(!fixture.findBar(7).isNull());
    const QString text = fixture.panel.readoutText();
    QVERIFY2(text.contains("separate") && text.contains("0.1300") && text.contains("7,000"), qPrintable(text));
    QVERIFY(text.split('\n').filter("rank").front().endsWith("7"));
    fixture.panel.setCosts({});
    QVERIFY(fixture.panel.readoutText().isEmpty());
  }

  void walksByKeys() {
    CostFixture fixture;
    fixture.panel.setCosts(someCosts());
    QSignalSpy selected(&fixture.panel, &MergeCostPanel::layerSelected);
    QTest::keyClick(fixture.plot(), Qt::Key_Right);
    QTest::keyClick(fixture.plot(), Qt::Key_Right);
    QVERIFY(fixture.panel.readoutText().startsWith("Layer 2,"));
    QTest::keyClick(fixture.plot(), Qt::Key_Return);
    QCOMPARE(selected.takeFirst().at(0).toInt(), 2);
    QTest::keyClick(fixture.plot(), Qt::Key_Escape);
    QVERIFY(fixture.panel.readoutText().isEmpty());
  }

  void aClickSelects() {
    CostFixture fixture;
    fixture.panel.setCosts(someCosts());
    QSignalSpy selected(&fixture.panel, &MergeCostPanel::layerSelected);
    QTest::mouseClick(fixture.plot(), Qt::LeftButton, {}, fixture.findBar(11));
    QCOMPARE(selected.takeFirst().at(0).toInt(), 11);
    const QImage before = fixture.picture();
    fixture.panel.setSelectedLayer(11);
    QVERIFY(selected.isEmpty());
    QVERIFY(fixture.picture() != before);
  }

  void showsWhatIsMerged() {
    CostFixture fixture;
    fixture.panel.setCosts(someCosts());
    const QImage before = fixture.picture();
    Session session = plainSession();
    addStep(session, {1});
    fixture.panel.setLayers(layerOverview(session));
    QVERIFY(fixture.picture() != before);
    QVERIFY(!fixture.findBar(1).isNull());
    QVERIFY(fixture.panel.readoutText().contains("merged"));
  }

  void offersItsActions() {
    CostFixture fixture;
    QSignalSpy estimated(&fixture.estimate, &QAction::triggered);
    for (QAbstractButton* button : fixture.panel.findChildren<QAbstractButton*>())
      if (button->text() == "Estimate") button->click();
    QCOMPARE(estimated.size(), 1);
  }

  void savesPicturesAndNumbers() {
    CostFixture fixture;
    fixture.panel.setCosts(someCosts());
    const QTemporaryDir folder;
    fixture.panel.savePng(folder.filePath("costs.png"));
    QVERIFY(QImage(folder.filePath("costs.png")).width() >= 1280);
    fixture.panel.savePdf(folder.filePath("costs.pdf"));
    QVERIFY(textOf(folder.filePath("costs.pdf")).startsWith("%PDF"));
    fixture.panel.saveSvg(folder.filePath("costs.svg"));
    QVERIFY(textOf(folder.filePath("costs.svg")).contains("merge cost, estimated"));
    fixture.panel.saveCsv(folder.filePath("costs.csv"));
    const QStringList lines = textOf(folder.filePath("costs.csv")).split('\n');
    QCOMPARE(lines[0], QString("layer,state,merge_cost,saved_parameters"));
    QCOMPARE(lines[2], QString("2,separate,0.18,2000"));
    QCOMPARE(lines.size(), 15);
    ZIPPER_EXPECT_ERROR(fixture.panel.savePng(folder.filePath("none/costs.png")), "costs.png");
  }
};

ZIPPER_TEST_WITH(QApplication, TestMergeCostPanel)
#include "test_merge_cost_panel.moc"
