// SPDX-License-Identifier: GPL-3.0-or-later

#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QSlider>
#include <QSpinBox>
#include <QTemporaryDir>
#include <QtTest>

#include "support/plain_session.h"
#include "support/test_program.h"
#include "widgets/sizes/sizes_content.h"
#include "widgets/sizes/sizes_dialog.h"
#include "widgets/sizes/sizes_page.h"
#include "widgets/sizes/trade_plot.h"
#include "widgets/sizes/trade_table.h"
#include "widgets/sizes/trunks_page.h"

using namespace zipper;
using namespace zipper::test;

namespace {

/// All layers cost the same: the first ones, which hold next to nothing, are left out first.
SizeSweep madeUpSizes() {
  SizeSweep sweep;
  const std::vector<MobileNetSpec> specs{plainSpec(0), plainSpec(1)};
  std::vector<LayerMergeability> layers;
  for (int layer = 1; layer <= layersOf(specs.front()); ++layer) {
    const MergeCost cost = mergeCost(specs, Sharing(std::vector<int>{layer}, BnPolicy::PerTask));
    LayerMergeability one;
    one.layer = layer;
    one.cost = 0.1;
    one.loss = 0.1;
    one.savedParameters = cost.separateParameters - cost.mergedParameters;
    layers.push_back(one);
  }
  sweep.recipe = presetRecipe("fast", layersOf(specs.front()));
  sweep.plans = sizePlans(layers, specs, BnPolicy::PerTask);
  return sweep;
}

SizePoint madeUpSize(const SizePlan& plan, int right) {
  SizePoint point;
  point.layers = plan.layers;
  point.cost = plan.cost;
  for (int task = 0; task < 2; ++task) {
    std::vector<bool> images(100, false);
    for (int i = 0; i < right; ++i) images[std::size_t(i)] = true;
    point.right.push_back(images);
    point.scores.push_back({100, right / 100.0, 1, 0});
  }
  return point;
}

struct ShownSizes {
  ShownSizes() {
    dialog.show();
    dialog.setEnabledToStart(true);
  }
  template <typename Part>
  Part* part(const char* name) {
    return dialog.findChild<Part*>(name);
  }

  SizesDialog dialog;
};

}  // namespace

class TestSizesDialog : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void waitsForEstimates() {
    ShownSizes fixture;
    QVERIFY(!fixture.part<QSlider>("sizeSlider")->isEnabled());
    QVERIFY(!fixture.part<QPushButton>("measureButton")->isEnabled());
    QVERIFY(!fixture.part<QPushButton>("useButton")->isEnabled());
    QVERIFY(fixture.part<QLabel>("forecast")->text().contains("estimates come first"));
  }

  void forecastsBeforeAnythingIsMeasured() {
    ShownSizes fixture;
    const SizeSweep sweep = madeUpSizes();
    SizesPage& page = fixture.dialog.sizes();
    page.setSweep(sweep);
    QVERIFY(page.chosenPlan()->layers == recommendedByEstimate(sweep.plans).layers);
    QVERIFY(fixture.part<QLabel>("advice")->text().startsWith("Recommended by estimate"));
    const int last = int(sweep.plans.size()) - 1;
    page.choosePlan(last);
    const QString text = fixture.part<QLabel>("forecast")->text();
    QVERIFY2(text.contains(QString("%1 of %1 layers are shared").arg(last)) && text.contains("Estimate: it loses 100"),
             qPrintable(text));
    QCOMPARE(page.plot().pointCount(), 0);
    page.choosePlan(0);
    QVERIFY(!fixture.part<QPushButton>("useButton")->isEnabled());
    fixture.part<QPushButton>("recommendedButton")->click();
    QVERIFY(page.chosenPlan()->layers == recommendedByEstimate(sweep.plans).layers);
  }

  void showsPointsAsTheyCome() {
    ShownSizes fixture;
    SizesPage& page = fixture.dialog.sizes();
    SizeSweep sweep = madeUpSizes();
    const std::size_t last = sweep.plans.size() - 1;
    page.setSweep(sweep);
    sweep.teachers = madeUpSize(sweep.plans[0], 90);
    sweep.points.push_back(madeUpSize(sweep.plans[last], 50));
    page.setSweep(sweep);
    QCOMPARE(page.plot().pointCount(), 2);
    QCOMPARE(page.table().topLevelItemCount(), 2);
    QVERIFY(fixture.part<QLabel>("advice")->text().startsWith("Recommended by estimate"));
    sweep.points.push_back(madeUpSize(sweep.plans[last - 2], 89));
    page.setSweep(sweep);
    QCOMPARE(page.plot().pointCount(), 3);
    QVERIFY2(fixture.part<QLabel>("advice")->text().startsWith("Recommended as measured"),
             qPrintable(fixture.part<QLabel>("advice")->text()));
    fixture.part<QPushButton>("recommendedButton")->click();
    QVERIFY(page.chosenPlan()->layers == sweep.plans[last - 2].layers);
    const QString text = fixture.part<QLabel>("forecast")->text();
    QVERIFY2(text.contains("Measured, closed form: mean top-1 89.00") && text.contains("−1.00 points"),
             qPrintable(text));
    QVERIFY(page.table().topLevelItem(1)->font(0).bold());
    QTemporaryDir folder;
    page.plot().saveCsv(folder.filePath("sizes.csv"));
    page.plot().saveSvg(folder.filePath("sizes.svg"));
    QFile csv(folder.filePath("sizes.csv"));
    QVERIFY(csv.open(QIODevice::ReadOnly));
    QCOMPARE(csv.readAll().trimmed().split('\n').size(), 4);
    QVERIFY(QFile::exists(folder.filePath("sizes.svg")));
  }

  void layersAreUsedUnlessOthersAreMerged() {
    ShownSizes fixture;
    SizesPage& page = fixture.dialog.sizes();
    page.setSweep(madeUpSizes());
    std::vector<int> chosen;
    connect(&page, &SizesPage::layersChosen, &page, [&chosen](const std::vector<int>& layers) { chosen = layers; });
    page.choosePlan(2);
    fixture.part<QPushButton>("useButton")->click();
    QCOMPARE(chosen, page.chosenPlan()->layers);
    page.setMerged({1});
    QVERIFY(!fixture.part<QPushButton>("useButton")->isEnabled());
    QVERIFY(fixture.part<QLabel>("forecast")->text().contains("Layer 1 is merged already"));
    page.choosePlan(int(madeUpSizes().plans.size()) - 1);
    QVERIFY(fixture.part<QPushButton>("useButton")->isEnabled());
  }

  void asksForWhatIsToBeMeasured() {
    ShownSizes fixture;
    SizesPage& page = fixture.dialog.sizes();
    page.setSweep(madeUpSizes());
    SizesChoice wanted;
    connect(&page, &SizesPage::startRequested, &page, [&wanted](const SizesChoice& choice) { wanted = choice; });
    fixture.part<QSpinBox>("points")->setValue(3);
    fixture.part<QPushButton>("measureButton")->click();
    QCOMPARE(wanted.plans.size(), std::size_t(2));  // besides the separate networks
    QVERIFY(!wanted.calibrates());
    fixture.part<QSpinBox>("finetuning")->setValue(7);
    page.choosePlan(4);
    fixture.part<QPushButton>("measureThisButton")->click();
    QCOMPARE(wanted.plans.size(), std::size_t(1));
    QVERIFY(wanted.calibrates() && wanted.finetuneIterations == 7 && wanted.plans[0].layers.size() == 4);
    fixture.dialog.begin("works");
    QVERIFY(!fixture.part<QPushButton>("measureButton")->isEnabled());
    QSignalSpy cancelled(&fixture.dialog, &SizesDialog::cancelRequested);
    fixture.part<QPushButton>("cancelButton")->click();
    QCOMPARE(cancelled.size(), 1);
    fixture.dialog.end("over");
    QVERIFY(fixture.part<QPushButton>("measureButton")->isEnabled());
  }

  void trunksNeedNetworksThatCanShareOne() {
    ShownSizes fixture;
    TrunksPage& page = fixture.dialog.trunks();
    auto* measure = fixture.part<QPushButton>("measureTrunksButton");
    page.setNetworks(13, {});
    QCOMPARE(page.choice().depths, (std::vector<int>{0, 4, 8, 13}));
    QVERIFY(measure->isEnabled());
    fixture.part<QLineEdit>("depths")->setText("3, 0,3");
    QCOMPARE(page.choice().depths, (std::vector<int>{0, 3}));
    fixture.part<QLineEdit>("depths")->setText("14");
    QVERIFY(!measure->isEnabled());
    page.setNetworks(13, "They look at other images.");
    QVERIFY(fixture.part<QLabel>("trunksText")->text() == "They look at other images." && !measure->isEnabled());
    TrunkSweep sweep;
    sweep.teacherScores = {{100, 0.9, 1, 0}};
    TrunkPoint point;
    point.scores = {{100, 0.8, 1, 0}};
    point.time = {1, 1, 6.0, 5.0, 50};
    sweep.points = {point};
    page.setSweep(sweep);
    QCOMPARE(page.plot().pointCount(), 1);
    QCOMPARE(page.table().topLevelItem(0)->text(1), QString("none"));
  }
};

ZIPPER_TEST_WITH(QApplication, TestSizesDialog)
#include "test_sizes_dialog.moc"
