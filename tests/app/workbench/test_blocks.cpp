// SPDX-License-Identifier: GPL-3.0-or-later

#include <QComboBox>
#include <QTableView>
#include <QtTest>

#include "app/workbench/window_fixture.h"
#include "core/session/session_file.h"
#include "support/test_program.h"
#include "support/tiny_session.h"
#include "widgets/explain/explain_panel.h"
#include "widgets/inspector/inspector_panel.h"
#include "widgets/inspector/kernels_page.h"
#include "widgets/inspector/part_choice.h"
#include "widgets/inspector/weights_page.h"
#include "widgets/layers/layer_table_model.h"
#include "widgets/layers/layers_panel.h"

using namespace zipper;
using namespace zipper::test;

namespace {

/// The session with networks of another architecture, whose layers are blocks; task A's head has a hidden layer.
Session withBlocks(Session session, Architecture architecture) {
  for (std::size_t t = 0; t < session.teachers.size(); ++t) {
    MobileNetSpec spec = session.teachers[t].spec;
    spec.architecture = architecture;
    spec.width = 0.35;
    if (isV3(architecture)) spec.activation = Activation::ReLU;
    if (t == 0) spec.hidden = {{12, Activation::ReLU}};
    MobileNet network = randomNetwork(spec, 40 + t);
    session.teachers[t] = makeTeacher(network, session.teachers[t].source);
  }
  session.steps.clear();
  session.current = -1;
  session.teacherScores.clear();
  return session;
}

}  // namespace

/// Networks whose layers have several units, in the real window.
class TestBlocks : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void initTestCase();
  void panelsShowWhatLayersAreMadeOf();
  void theInspectorLooksIntoEachPart();
  void stepsMergeBlocks();
  void stepsMergeSqueezeAndExcite();

 private:
  void open(Architecture architecture, int layers);
  QStringList kinds();
  QString explanation() { return fixture_->part<ExplainPanel>()->text(); }

  std::unique_ptr<WindowFixture> fixture_;
  Session sample_;
};

void TestBlocks::initTestCase() {
  fixture_ = std::make_unique<WindowFixture>();
  fixture_->openSample();
  sample_ = fixture_->document().session();
  fixture_->files().closeSession();
  open(Architecture::MobileNetV2, 18);
}

void TestBlocks::open(Architecture architecture, int layers) {
  const QString path = fixture_->path(QString::fromStdString(toString(architecture)) + ".zipper");
  saveSession(path.toStdString(), withBlocks(sample_, architecture));
  fixture_->window().openSession(path);
  QVERIFY(QTest::qWaitFor([&] { return fixture_->document().isOpen(); }, 30000));
  QVERIFY(fixture_->waitUntil(RunState::Idle));
  QVERIFY(fixture_->document().hasData());
  QCOMPARE(fixture_->document().session().layers(), layers);
  fixture_->useQuickRecipe("1-3");
}

QStringList TestBlocks::kinds() {
  const auto* model = fixture_->part<LayersPanel>()->findChild<QTableView*>()->model();
  QStringList kinds;
  for (int row = 0; row < model->rowCount(); ++row) kinds << model->index(row, LayerTableModel::Kind).data().toString();
  return kinds;
}

void TestBlocks::panelsShowWhatLayersAreMadeOf() {
  QCOMPARE(kinds().size(), 1 + 2 + 16 * 3 + 1 + 2);
  QCOMPARE(kinds().count("expand"), 16);
  QCOMPARE(kinds().count("project"), 17);
  QCOMPARE(kinds().count("hidden layer"), 1);
  auto* zipper = fixture_->part<ZipperView>();
  for (int column = 0; column <= 19; ++column) {
    QVERIFY(zipper->columnRect(column).isValid());
    fixture_->chooseLayer(column);
  }
  QVERIFY(zipper->accessibleDescription().startsWith("Head"));
  QVERIFY2(explanation().contains("projecting convolution"), qPrintable(explanation()));
}

void TestBlocks::theInspectorLooksIntoEachPart() {
  auto& page = *fixture_->part<WeightsPage>();
  auto* choice = page.findChild<PartChoice*>();
  const auto partsOf = [&](int layer) {
    fixture_->chooseLayer(layer);
    (void)QTest::qWaitFor([&] { return page.exportables().size() >= 2; }, 20000);
    return choice->parts();
  };
  QCOMPARE(partsOf(3), (std::vector<std::string>{"expand", "project"}));
  QCOMPARE(partsOf(1), std::vector<std::string>{"project"});
  QCOMPARE(partsOf(18), std::vector<std::string>{"pointwise"});
  QVERIFY(fixture_->part<KernelsPage>()->exportables().empty());
  QCOMPARE(partsOf(19), (std::vector<std::string>{"hidden.1", "head"}));
}

void TestBlocks::stepsMergeBlocks() {
  QVERIFY(fixture_->runToEnd(fixture_->actions().step));
  const Session& session = fixture_->document().session();
  QCOMPARE(session.mergedLayers(), std::vector<int>{1});
  QVERIFY2(explanation().contains("share the projecting convolution of layer 1."), qPrintable(explanation()));
  QVERIFY(fixture_->runToEnd(fixture_->actions().runAll));
  QCOMPARE(session.mergedLayers(), (std::vector<int>{1, 2, 3}));
  const auto* model = fixture_->part<LayersPanel>()->findChild<QTableView*>()->model();
  int merged = 0, mismatches = 0;
  for (int row = 0; row < model->rowCount(); ++row) {
    merged += model->index(row, LayerTableModel::State).data().toString() == "merged" ? 1 : 0;
    mismatches += model->index(row, LayerTableModel::FirstMismatch).data().toString() == "–" ? 0 : 1;
  }
  QCOMPARE(merged, 1 + 2 + 2);  // layer 1 has no expansion
  QCOMPARE(mismatches, 18);
  QTRY_COMPARE(fixture_->part<ZipperView>()->closedShareOf(3), 1.0);  // it closes by and by
  QCOMPARE(fixture_->part<ZipperView>()->closedShareOf(4), 0.0);
  fixture_->files().closeSession();
}

/// Of a MobileNet V3 Small nine of the eleven blocks have squeeze-and-excite, the first too, which doesn't expand.
void TestBlocks::stepsMergeSqueezeAndExcite() {
  open(Architecture::MobileNetV3Small, 12);
  QCOMPARE(kinds().size(), 1 + 4 + 2 * 3 + 8 * 5 + 1 + 2);
  QCOMPARE(kinds().count("squeeze"), 9);
  QCOMPARE(kinds().count("excite"), 9);
  auto& page = *fixture_->part<WeightsPage>();
  auto* choice = page.findChild<PartChoice*>();
  const auto partsOf = [&](int layer) {
    fixture_->chooseLayer(layer);
    (void)QTest::qWaitFor([&] { return page.exportables().size() >= 2; }, 20000);
    return choice->parts();
  };
  QCOMPARE(partsOf(4), (std::vector<std::string>{"expand", "squeeze", "excite", "project"}));
  QCOMPARE(partsOf(1), (std::vector<std::string>{"squeeze", "excite", "project"}));
  QCOMPARE(partsOf(2), (std::vector<std::string>{"expand", "project"}));
  QVERIFY(fixture_->runToEnd(fixture_->actions().step));
  const Session& session = fixture_->document().session();
  QCOMPARE(session.mergedLayers(), std::vector<int>{1});
  QVERIFY2(explanation().contains("share squeeze-and-excite and the projecting convolution of layer 1."),
           qPrintable(explanation()));
  QVERIFY(fixture_->runToEnd(fixture_->actions().runAll));
  QCOMPARE(session.mergedLayers(), (std::vector<int>{1, 2, 3}));
  const auto* model = fixture_->part<LayersPanel>()->findChild<QTableView*>()->model();
  int merged = 0;
  for (int row = 0; row < model->rowCount(); ++row)
    merged += model->index(row, LayerTableModel::State).data().toString() == "merged" ? 1 : 0;
  QCOMPARE(merged, 3 + 2 + 2);
  fixture_->files().closeSession();
}

ZIPPER_TEST_WITH(QApplication, TestBlocks)
#include "test_blocks.moc"
