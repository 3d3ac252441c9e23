// SPDX-License-Identifier: GPL-3.0-or-later

#include <QPushButton>
#include <QUndoStack>
#include <QtTest>

#include "app/workbench/window_fixture.h"
#include "support/test_program.h"
#include "widgets/costs/merge_estimate_panel.h"
#include "widgets/explain/explain_panel.h"
#include "widgets/inspector/channels_page.h"
#include "widgets/layers/layers_panel.h"
#include "widgets/recipe/suggest_dialog.h"

using namespace zipper;
using namespace zipper::test;

/// Merge costs and suggestions in the real window.
class TestMergeCosts : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void areEstimatedAndShownEverywhere() {
    WindowFixture fixture;
    Actions& actions = fixture.actions();
    QVERIFY(!actions.estimateCosts->isEnabled() && !actions.suggestLayers->isEnabled());
    fixture.openSample();
    QVERIFY(actions.estimateCosts->isEnabled());
    auto* channels = fixture.part<ChannelsPage>();
    QVERIFY(channels->exportables().empty());
    const Session before = fixture.document().session();
    const int revision = fixture.document().revision();
    actions.estimateCosts->trigger();
    QVERIFY(fixture.run().state() == RunState::Busy);
    QVERIFY(!actions.step->isEnabled() && actions.cancel->isEnabled());
    QVERIFY(fixture.part<ExplainPanel>()->text().contains("estimate"));
    QTRY_VERIFY_WITH_TIMEOUT(fixture.run().progress().share > 0, 20000);
    QVERIFY(fixture.waitUntil(RunState::Idle));
    QCOMPARE(fixture.document().mergeCosts().size(), std::size_t(13));
    QCOMPARE(fixture.document().revision(), revision);  // the session is as it was
    QCOMPARE(recipeToJson(fixture.document().session().recipe), recipeToJson(before.recipe));
    QVERIFY(!fixture.part<LayersPanel>()->csv().contains(",,,,\n2"));
    QVERIFY(fixture.part<ExplainPanel>()->text().contains("merge estimate"));
    QCOMPARE(channels->exportables().size(), std::size_t(2));
    QDir().mkpath(fixture.path("figures"));
    fixture.window().exportFigures(fixture.path("figures"));
    QTRY_VERIFY_WITH_TIMEOUT(QFile::exists(fixture.path("figures/merge-costs.png")), 20000);  // the last one
    for (const char* name : {"figures/merge-costs.svg", "figures/merge-costs.png", "figures/zipper.svg"})
      QVERIFY2(QFile::exists(fixture.path(name)), name);
    fixture.files().closeSession();
    QVERIFY(fixture.document().mergeCosts().empty());
  }

  void areCancelled() {
    WindowFixture fixture;
    fixture.openSample();
    fixture.actions().estimateCosts->trigger();
    fixture.actions().cancel->trigger();
    QVERIFY(fixture.waitUntil(RunState::Idle));
    QVERIFY(fixture.document().mergeCosts().empty());
    QVERIFY(fixture.actions().estimateCosts->isEnabled());
  }

  void becomeAPlan() {
    WindowFixture fixture;
    fixture.openSample();
    fixture.actions().suggestLayers->trigger();  // estimates first
    SuggestDialog* dialog = nullptr;
    QVERIFY(QTest::qWaitFor([&] { return (dialog = fixture.window().findChild<SuggestDialog*>()) != nullptr; }, 30000));
    dialog->setCompression(1.4);
    const auto wanted = dialog->layers();
    QVERIFY(!wanted.empty() && wanted.size() < 13);
    dialog->findChild<QPushButton*>("useButton")->click();
    const auto planned = [&] {
      std::vector<int> layers;
      for (const StepPlan& step : fixture.document().session().recipe.steps)
        if (step.target.mergesLayer()) layers.push_back(step.target.layerNumber());
      return layers;
    };
    QCOMPARE(planned(), wanted);
    fixture.part<RecipePanel>()->undoStack()->undo();
    QCOMPARE(planned(), parseLayers("1-3"));
  }

  /// A cancelled estimate that was begun for a suggestion is forgotten.
  void aLaterEstimateOpensNoDialog() {
    WindowFixture fixture;
    fixture.openSample();
    fixture.actions().suggestLayers->trigger();
    fixture.actions().cancel->trigger();
    QVERIFY(fixture.waitUntil(RunState::Idle));
    QVERIFY(fixture.runToEnd(fixture.actions().estimateCosts));
    QVERIFY(!fixture.document().mergeCosts().empty());
    QVERIFY(fixture.window().findChild<SuggestDialog*>() == nullptr);
  }
};

ZIPPER_TEST_WITH(QApplication, TestMergeCosts)
#include "test_merge_costs.moc"
