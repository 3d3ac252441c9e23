// SPDX-License-Identifier: GPL-3.0-or-later

#include <QComboBox>
#include <QLabel>
#include <QSignalSpy>
#include <QtTest>

#include "support/test_program.h"
#include "widgets/inspector/beside_choice.h"
#include "widgets/inspector/beside_weights.h"
#include "widgets/inspector/distributions.h"
#include "widgets/inspector/feature_maps_page.h"
#include "widgets/inspector/heat_map_view.h"
#include "widgets/inspector/inspector_panel.h"
#include "widgets/inspector/map_grid.h"
#include "widgets/inspector/prediction_view.h"
#include "widgets/inspector/weights_page.h"

#include "made_up_layer.h"

using namespace zipper;
using namespace zipper::test;

namespace {

/// The same teachers, other merged weights: by this much everywhere.
std::shared_ptr<LayerWeights> weightsMovedBy(const std::shared_ptr<LayerWeights>& weights, float by) {
  auto moved = std::make_shared<LayerWeights>(*weights);
  moved->step = weights->step + 1;
  for (UnitWeights& unit : moved->network) {
    for (float& value : unit.matrices[0].matrix.values) value += by;
    for (float& value : unit.kernels.values) value += by;
  }
  return moved;
}

QStringList besideTitles(const std::vector<ShownArray>& arrays) {
  QStringList titles;
  for (const ShownArray& array : arrays) titles << array.fullTitle();
  return titles;
}

bool allAre(const FloatArray& array, float value) {
  return std::all_of(array.values.begin(), array.values.end(),
                     [value](float one) { return std::abs(one - value) < 1e-5f; });
}

std::shared_ptr<FeatureMaps> mapsOfLayer3(float merged) {
  auto maps = std::make_shared<FeatureMaps>();
  maps->layer = 3;
  maps->teacher = {{2, 1, 2}, {1, 2, 3, 4}};
  maps->merged = {{2, 1, 2}, {merged, merged, merged, merged}};
  maps->teacherProbabilities = {0.5f, 0.5f};
  maps->mergedProbabilities = {merged / 10, 1 - merged / 10};
  return maps;
}

}  // namespace

class TestBeside : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void whatAllTasksShareIsComparedOnce() {
    const auto here = madeUpWeights(3, 8, 6, true, 0), beside = weightsMovedBy(here, -0.25f);
    const auto both = besideWeights(here, beside);
    const std::vector<ShownArray>& arrays = both->matrices.at("pointwise");
    QCOMPARE(besideTitles(arrays), QStringList({"here", "beside", "here − beside"}));
    QVERIFY(allAre(*arrays[2].values, 0.25f));
    QCOMPARE(arrays[0].scale.limit, arrays[1].scale.limit);
    QCOMPARE(arrays[0].values.get(), &here->network[0].matrices[0].matrix);  // not a copy
    QVERIFY(!both->reordered);
  }

  void kernelsAreThoseOfEachTask() {
    const auto here = madeUpWeights(3, 8, 6, true, 0);
    const auto both = besideWeights(here, weightsMovedBy(here, 0.5f));
    QCOMPARE(besideTitles(both->kernels),
             QStringList({"here A", "here B", "beside A", "beside B", "here − beside A", "here − beside B"}));
    QVERIFY(allAre(*both->kernels[4].values, -0.5f));
    QCOMPARE(int(ofTask(both->kernels, 1).size()), 3);
  }

  void whatIsMergedInOneOnlyIsComparedByTask() {
    const auto here = madeUpWeights(3, 8, 6, true, 0);
    auto beside = std::make_shared<LayerWeights>(*here);
    beside->merged = false;
    beside->network = beside->teachers;
    const auto both = besideWeights(here, beside);
    const std::vector<ShownArray>& arrays = both->matrices.at("pointwise");
    QCOMPARE(besideTitles(arrays),
             QStringList({"A here", "A beside", "A here − beside", "B here", "B beside", "B here − beside"}));
    const float shared = here->network[0].matrices[0].matrix.values[7];
    const float own = here->teachers[1].matrices[0].matrix.values[7];
    QCOMPARE(arrays[5].values->values[7], shared - own);
    QCOMPARE(int(ofTask(arrays, 0).size()), 3);
  }

  /// Channels that stand in another order can't be subtracted from each other.
  void anotherOrderHasNoDifference() {
    const auto here = madeUpWeights(3, 8, 6, false, 0);
    auto beside = std::make_shared<LayerWeights>(*here);
    std::vector<float>& teacher = beside->teachers[1].matrices[0].matrix.values;
    std::rotate(teacher.begin(), teacher.begin() + 8, teacher.end());
    beside->network[1].matrices[0].matrix.values = teacher;
    const auto both = besideWeights(here, beside);
    QVERIFY(both->reordered);
    QCOMPARE(besideTitles(both->matrices.at("pointwise")),
             QStringList({"A here", "A beside", "A here − beside", "B here", "B beside"}));
  }

  void distributionsAreOfBothStates() {
    const auto here = madeUpWeights(3, 8, 6, true, 0), beside = weightsMovedBy(here, 0.1f);
    const std::vector<Distribution> charts = distributionsOf(*here, 20, -1, {}, beside.get());
    QStringList kernels, matrix;
    for (const HistogramSeries& series : charts.front().series) kernels << series.title;
    QCOMPARE(kernels, QStringList({"A here", "A beside", "B here", "B beside"}));
    for (const Distribution& chart : charts)
      if (chart.title.startsWith("Pointwise weights"))
        for (const HistogramSeries& series : chart.series) matrix << series.title;
    QCOMPARE(matrix, QStringList({"here", "beside"}));
  }

  void thePanelShowsThemAndGoesBack() {
    InspectorPanel panel;
    panel.setTasks({"A · digits", "B · fashion"}, {100, 50}, {{}, {}}, 13);
    panel.setLayer("Layer 3", 3);
    auto* page = panel.findChild<WeightsPage*>();
    panel.showPage(page);
    panel.resize(420, 700);
    panel.show();
    QVERIFY(QTest::qWaitForWindowExposed(&panel));
    const auto here = madeUpWeights(3, 8, 6, true, 0);
    panel.setWeights(here, besideWeights(here, weightsMovedBy(here, 0.1f)));
    auto& view = *page->findChild<HeatMapView*>();
    QCOMPARE(besideTitles(view.arrays()), QStringList({"here", "beside", "here − beside"}));
    panel.setWeights(here);
    QCOMPARE(besideTitles(view.arrays()).front(), QString("A"));
  }

  void mapsOfOneImageStandBesideEachOther() {
    FeatureMapsPage page;
    page.setTasks({"A · digits", "B · fashion"}, {100, 50}, {{"zero", "one"}, {}}, 13, false);
    page.setLayer(3);
    const auto here = mapsOfLayer3(8), beside = mapsOfLayer3(3);
    page.setMaps(here, QImage(4, 4, QImage::Format_Grayscale8), "Test image 1", beside);
    const std::vector<ShownArray>& arrays = page.findChild<MapGrid*>()->arrays();
    QCOMPARE(besideTitles(arrays), QStringList({"here", "beside", "difference"}));
    QVERIFY(allAre(*arrays[2].values, 5));
    QCOMPARE(arrays[0].scale.limit, arrays[1].scale.limit);
    QVERIFY(page.findChild<PredictionView*>()->toolTip().contains("zero: here 80.0"));
    QVERIFY(page.findChild<PredictionView*>()->toolTip().contains("beside 30.0"));

    beside->teacher.values = {3, 4, 1, 2};
    page.setMaps(here, QImage(4, 4, QImage::Format_Grayscale8), "Test image 1", beside);
    QCOMPARE(int(page.findChild<MapGrid*>()->arrays().size()), 2);
    page.setMaps(here, QImage(4, 4, QImage::Format_Grayscale8), "Test image 1");
    QCOMPARE(besideTitles(page.findChild<MapGrid*>()->arrays()).front(), QString("teacher"));
    QVERIFY(page.findChild<PredictionView*>()->toolTip().contains("teacher"));
  }

  void theChoiceIsSeenWhenThereIsSomethingToChoose() {
    BesideChoice choice;
    QVERIFY(!choice.isVisibleTo(nullptr));
    QSignalSpy chosen(&choice, &BesideChoice::chosen);
    choice.setSteps({{0, "Run 1, layer 1"}, {4, "Run 2, layer 1"}}, "Run 1, layer 1");
    choice.show();
    QCOMPARE(choice.step(), BesideChoice::nothing);
    auto* box = choice.findChild<QComboBox*>("besideStep");
    box->setFocus();
    QTest::keyClick(box, Qt::Key_Down);
    QTest::keyClick(box, Qt::Key_Down);
    QCOMPARE(choice.step(), 4);
    QCOMPARE(chosen.back()[0].toInt(), 4);
    QCOMPARE(choice.findChild<QLabel*>("besideHere")->text(), QString("Here: Run 1, layer 1. Beside: Run 2, layer 1."));
    choice.setStep(17);
    QCOMPARE(choice.step(), 4);
    choice.setSteps({{0, "Run 1, layer 1"}}, "Run 1, layer 1");
    QCOMPARE(choice.step(), BesideChoice::nothing);
    QCOMPARE(chosen.size(), 2);
  }
};

ZIPPER_TEST_WITH(QApplication, TestBeside)
#include "test_beside.moc"
