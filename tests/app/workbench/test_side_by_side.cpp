// SPDX-License-Identifier: GPL-3.0-or-later

#include <QComboBox>
#include <QDockWidget>
#include <QLabel>
#include <QListView>
#include <QTreeView>
#include <QtTest>

#include "app/workbench/window_fixture.h"
#include "core/analysis/answer_pass.h"
#include "support/test_program.h"
#include "widgets/beside/errors_page.h"
#include "widgets/history/history_panel.h"
#include "widgets/inspector/feature_maps_page.h"
#include "widgets/inspector/heat_map_view.h"
#include "widgets/inspector/inspector_panel.h"
#include "widgets/inspector/map_grid.h"
#include "widgets/inspector/weights_page.h"

using namespace zipper;
using namespace zipper::test;

namespace {

/// Two runs: two layers with least squares (steps 0 and 1), two from random weights (2 and 3), where it stands.
struct BesideFixture : WindowFixture {
  BesideFixture() {
    openSample();
    useQuickRecipe("1-2", 2);
    run2(Initialization::LeastSquares);
    Q_EMIT part<HistoryPanel>()->stepActivated(-1);
    run2(Initialization::Random);
    window().findChild<QDockWidget*>("curvesDock")->raise();
  }
  void run2(Initialization initialization) {
    Recipe recipe = document().session().recipe;
    setInitialization(recipe.defaults.start, initialization);
    planSteps(recipe, {1, 2});
    document().setRecipe(recipe);
    QVERIFY(runToEnd(actions().runAll));
  }
  QComboBox& choice() { return *part<InspectorPanel>()->findChild<QComboBox*>("besideStep"); }
  QLabel& note() { return *part<InspectorPanel>()->findChild<QLabel*>("besideNote"); }
  ErrorsPage& page() { return *part<ErrorsPage>(); }
  void choose(int step) {
    choice().setCurrentIndex(choice().findData(step));
    Q_EMIT choice().activated(choice().currentIndex());
  }
  QStringList weightTitles() {
    QStringList titles;
    for (const ShownArray& array : part<WeightsPage>()->findChild<HeatMapView*>()->arrays())
      titles << array.fullTitle();
    return titles;
  }
  bool isCompared(int task = 0) {
    return QTest::qWaitFor(
        [this, task] {
          const ShownChangesPtr& errors = page().errors();
          return errors && errors->isWhole() && errors->answers.task == task;
        },
        60000);
  }
};

}  // namespace

/// A second step in the inspector of the real window.
class TestSideBySide : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void initTestCase() { fixture_ = std::make_unique<BesideFixture>(); }
  void weightsAndMapsAreOfBothSteps();
  void errorsAreThoseOfBothSteps();
  void theHistoryLeadsThere();
  void whereTheSessionStandsIsNothingToCompare();
  void aStepThatGoesIsForgotten();

 private:
  std::unique_ptr<BesideFixture> fixture_;
};

void TestSideBySide::weightsAndMapsAreOfBothSteps() {
  BesideFixture& fixture = *fixture_;
  fixture.chooseLayer(2);
  fixture.part<InspectorPanel>()->showPage(fixture.part<WeightsPage>());
  QCOMPARE(fixture.choice().count(), 1 + 4);
  fixture.choose(1);
  QTRY_COMPARE_WITH_TIMEOUT(fixture.weightTitles(), QStringList({"here", "beside", "here − beside"}), 20000);
  const auto& arrays = fixture.part<WeightsPage>()->findChild<HeatMapView*>()->arrays();
  const LayerWeights here = layerWeights(fixture.document().session(), 3, 2);
  const LayerWeights beside = layerWeights(fixture.document().session(), 1, 2);
  QVERIFY(arrays[0].values->values == here.network[0].matrices[0].matrix.values);
  QVERIFY(arrays[1].values->values == beside.network[0].matrices[0].matrix.values);

  fixture.part<InspectorPanel>()->showProbe({0, 5, {}});
  auto& grid = *fixture.part<FeatureMapsPage>()->findChild<MapGrid*>();
  QTRY_VERIFY_WITH_TIMEOUT(!grid.arrays().empty() && grid.arrays()[0].title == "here", 20000);
  QCOMPARE(grid.arrays()[1].title, QString("beside"));
  fixture.choose(-1);
  QTRY_VERIFY_WITH_TIMEOUT(grid.arrays()[0].title == "teacher", 20000);
}

void TestSideBySide::errorsAreThoseOfBothSteps() {
  BesideFixture& fixture = *fixture_;
  fixture.choose(1);
  fixture.part<InspectorPanel>()->showPage(&fixture.page());
  QVERIFY(fixture.isCompared());
  const ShownChangesPtr errors = fixture.page().errors();
  // By passes of their own, image by image.
  const Session& session = fixture.document().session();
  const DatasetPtr& images = fixture.document().data()[0].test;
  const NetworkAnswers here = mergedAnswers(session, 3, 0, images), beside = mergedAnswers(session, 1, 0, images);
  std::int64_t hereOnly = 0, besideOnly = 0;
  for (std::size_t i = 0; i < here.images.size(); ++i) {
    const bool isHere = here.answers[i] == here.labels[i], isBeside = beside.answers[i] == beside.labels[i];
    hereOnly += isHere && !isBeside;
    besideOnly += !isHere && isBeside;
  }
  QCOMPARE(errors->changes.lost, hereOnly);
  QCOMPARE(errors->changes.won, besideOnly);
  QVERIFY(hereOnly + besideOnly > 0);
  // They are the scores of the steps.
  QCOMPARE(double(errors->changes.teacher.hits) / 200, session.steps[3]->calibrated.at(0).top1);
  QCOMPARE(double(errors->changes.merged.hits) / 200, session.steps[1]->calibrated.at(0).top1);

  auto* tasks = fixture.page().findChild<QComboBox*>("errorsTask");
  tasks->setFocus();
  QTest::keyClick(tasks, Qt::Key_Down);
  QVERIFY(fixture.isCompared(1));
  auto* gallery = fixture.page().findChild<QListView*>("gallery");
  QTRY_VERIFY_WITH_TIMEOUT(!gallery->model()->index(0, 0).data(Qt::DecorationRole).value<QImage>().isNull(), 20000);
  gallery->setFocus();
  gallery->setCurrentIndex(gallery->model()->index(0, 0));
  QTest::keyClick(gallery, Qt::Key_Return);
  QCOMPARE(fixture.part<InspectorPanel>()->probe().task, 1);
  QVERIFY(fixture.part<FeatureMapsPage>()->isVisible());
}

void TestSideBySide::theHistoryLeadsThere() {
  BesideFixture& fixture = *fixture_;
  fixture.choose(-1);
  Q_EMIT fixture.part<HistoryPanel>()->besideRequested(0);
  QVERIFY(fixture.page().isVisible());
  QCOMPARE(fixture.choice().currentData().toInt(), 0);
  QVERIFY(fixture.choice().currentText().contains("Run 1"));
  fixture.document().setRunNote(0, {"the careful one", {}});
  QVERIFY(fixture.choice().currentText().contains("the careful one"));
  QVERIFY(fixture.isCompared(1));
}

void TestSideBySide::whereTheSessionStandsIsNothingToCompare() {
  BesideFixture& fixture = *fixture_;
  fixture.choose(1);
  Q_EMIT fixture.part<HistoryPanel>()->stepActivated(1);
  QVERIFY(fixture.note().text().contains("stands there"));
  QVERIFY(fixture.page().errors() == nullptr);
  fixture.part<InspectorPanel>()->showPage(fixture.part<WeightsPage>());
  QTRY_COMPARE_WITH_TIMEOUT(fixture.weightTitles().front(), QString("A"), 20000);
  Q_EMIT fixture.part<HistoryPanel>()->stepActivated(-1);  // from the teachers, too
  QVERIFY(fixture.note().text().isEmpty());
  QTRY_COMPARE_WITH_TIMEOUT(fixture.weightTitles().front(), QString("A here"), 20000);
  fixture.part<InspectorPanel>()->showPage(&fixture.page());
  QVERIFY(fixture.isCompared(1));
  Q_EMIT fixture.part<HistoryPanel>()->stepActivated(3);
}

/// Another session, or steps that are taken away, must not be read as others.
void TestSideBySide::aStepThatGoesIsForgotten() {
  BesideFixture& fixture = *fixture_;
  fixture.choose(1);
  QVERIFY(fixture.isCompared(1));
  fixture.files().closeSession();
  QVERIFY(fixture.page().errors() == nullptr);
  QCOMPARE(fixture.choice().count(), 1);
  fixture.openSample();
  QVERIFY(fixture.runToEnd(fixture.actions().step));
  QCOMPARE(fixture.choice().count(), 1 + 1);
  QCOMPARE(fixture.choice().currentData().toInt(), -1);
  QVERIFY(fixture.window().findChild<QMessageBox*>("errorDialog") == nullptr);
}

ZIPPER_TEST_WITH(QApplication, TestSideBySide)
#include "test_side_by_side.moc"
