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
#include "widgets/costs/merge_estimate_panel.h"

using namespace zipper;
using test::hover;
using test::textOf;
using namespace zipper::test;

namespace {

/// Layer l costs 0.2 - l/100 and saves 1000 l parameters; two tasks alone l/1000, 2l/1000, ...
std::vector<LayerMergeability> someEstimates(int count = 13, int tasks = 2) {
  std::vector<LayerMergeability> layers;
  for (int layer = 1; layer <= count; ++layer) {
    LayerMergeability one;
    one.layer = layer;
    one.cost = 0.2 - layer / 100.0;
    one.savedParameters = 1000 * layer;
    for (int first = 0; first < tasks; ++first)
      for (int second = first + 1; second < tasks; ++second)
        one.pairs.push_back({first, second, double(one.pairs.size() + 1) * layer / 1000.0});
    layers.push_back(one);
  }
  return layers;
}

struct EstimateFixture {
  EstimateFixture() : panel(&estimate, &suggest) {
    panel.resize(700, 400);
    panel.show();
  }
  QWidget* plot() { return panel.findChild<QWidget*>("mergeEstimatePlot"); }
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
  MergeEstimatePanel panel;
};

}  // namespace

class TestMergeEstimatePanel : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void tellsTheValuesOfABar() {
    EstimateFixture fixture;
    QVERIFY(fixture.findBar(7).isNull());
    fixture.panel.setEstimates(someEstimates());
    QVERIFY(!fixture.findBar(7).isNull());
    const QString text = fixture.panel.readoutText();
    QVERIFY2(text.contains("separate") && text.contains("0.1300") && text.contains("7,000"), qPrintable(text));
    QVERIFY(text.split('\n').filter("rank").front().endsWith("7"));
    fixture.panel.setEstimates({});
    QVERIFY(fixture.panel.readoutText().isEmpty());
  }

  void showsThePairsOfMoreThanTwoTasks() {
    EstimateFixture fixture;
    fixture.panel.setEstimates(someEstimates(4, 2));
    QTest::keyClick(fixture.plot(), Qt::Key_Right);
    QVERIFY(!fixture.panel.readoutText().contains("alone"));  // that is the estimate itself
    fixture.panel.setEstimates(someEstimates(4, 3));
    const QString text = fixture.panel.readoutText();
    QVERIFY2(text.contains("A and B alone: 0.0010") && text.contains("B and C alone: 0.0030"), qPrintable(text));
    const QTemporaryDir folder;
    fixture.panel.saveCsv(folder.filePath("estimates.csv"));
    const QStringList lines = textOf(folder.filePath("estimates.csv")).split('\n');
    QVERIFY(lines[0].endsWith(",saved_parameters,merge_estimate_a_b,merge_estimate_a_c,merge_estimate_b_c"));
    QCOMPARE(lines[2], QString("2,separate,0.18,2000,0.002,0.004,0.006"));
  }

  void hasAsManyLayersAsTheNetworks() {
    EstimateFixture fixture;
    fixture.panel.setEstimates(someEstimates(18));
    QVERIFY(!fixture.findBar(18).isNull());
    QTest::keyClick(fixture.plot(), Qt::Key_Escape);
    QTest::keyClick(fixture.plot(), Qt::Key_Left);
    QVERIFY(fixture.panel.readoutText().startsWith("Layer 18,"));
    fixture.panel.setEstimates(someEstimates(3));
    QVERIFY(fixture.panel.readoutText().startsWith("Layer 3,"));
  }

  void walksByKeys() {
    EstimateFixture fixture;
    fixture.panel.setEstimates(someEstimates());
    QSignalSpy selected(&fixture.panel, &MergeEstimatePanel::layerSelected);
    QTest::keyClick(fixture.plot(), Qt::Key_Right);
    QTest::keyClick(fixture.plot(), Qt::Key_Right);
    QVERIFY(fixture.panel.readoutText().startsWith("Layer 2,"));
    QTest::keyClick(fixture.plot(), Qt::Key_Return);
    QCOMPARE(selected.takeFirst().at(0).toInt(), 2);
    QTest::keyClick(fixture.plot(), Qt::Key_Escape);
    QVERIFY(fixture.panel.readoutText().isEmpty());
  }

  void aClickSelects() {
    EstimateFixture fixture;
    fixture.panel.setEstimates(someEstimates());
    QSignalSpy selected(&fixture.panel, &MergeEstimatePanel::layerSelected);
    QTest::mouseClick(fixture.plot(), Qt::LeftButton, {}, fixture.findBar(11));
    QCOMPARE(selected.takeFirst().at(0).toInt(), 11);
    const QImage before = fixture.picture();
    fixture.panel.setSelectedLayer(11);
    QVERIFY(selected.isEmpty());
    QVERIFY(fixture.picture() != before);
  }

  void showsWhatIsMerged() {
    EstimateFixture fixture;
    fixture.panel.setEstimates(someEstimates());
    const QImage before = fixture.picture();
    Session session = plainSession();
    addStep(session, {StepTarget::layer(1)});
    fixture.panel.setLayers(layerOverview(session));
    QVERIFY(fixture.picture() != before);
    QVERIFY(!fixture.findBar(1).isNull());
    QVERIFY(fixture.panel.readoutText().contains("merged"));
  }

  void offersItsActions() {
    EstimateFixture fixture;
    QSignalSpy estimated(&fixture.estimate, &QAction::triggered);
    for (QAbstractButton* button : fixture.panel.findChildren<QAbstractButton*>())
      if (button->text() == "Estimate") button->click();
    QCOMPARE(estimated.size(), 1);
  }

  void savesPicturesAndNumbers() {
    EstimateFixture fixture;
    fixture.panel.setEstimates(someEstimates());
    const QTemporaryDir folder;
    fixture.panel.savePng(folder.filePath("costs.png"));
    QVERIFY(QImage(folder.filePath("costs.png")).width() >= 1280);
    fixture.panel.savePdf(folder.filePath("costs.pdf"));
    QVERIFY(textOf(folder.filePath("costs.pdf")).startsWith("%PDF"));
    fixture.panel.saveSvg(folder.filePath("costs.svg"));
    QVERIFY(textOf(folder.filePath("costs.svg")).contains("merge estimate"));
    fixture.panel.saveCsv(folder.filePath("costs.csv"));
    const QStringList lines = textOf(folder.filePath("costs.csv")).split('\n');
    QCOMPARE(lines[0], QString("layer,state,merge_estimate,saved_parameters"));
    QCOMPARE(lines[2], QString("2,separate,0.18,2000"));
    QCOMPARE(lines.size(), 15);
    ZIPPER_EXPECT_ERROR(fixture.panel.savePng(folder.filePath("none/costs.png")), "costs.png");
  }
};

ZIPPER_TEST_WITH(QApplication, TestMergeEstimatePanel)
#include "test_merge_estimate_panel.moc"
