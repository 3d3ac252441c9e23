// SPDX-License-Identifier: GPL-3.0-or-later

#include <QDoubleSpinBox>
#include <QLabel>
#include <QPushButton>
#include <QSignalSpy>
#include <QTreeWidget>
#include <QUndoStack>
#include <QtTest>

#include "core/network/merge_cost.h"
#include "support/plain_session.h"
#include "support/test_program.h"
#include "widgets/recipe/recipe_panel.h"
#include "widgets/recipe/suggest_dialog.h"

using namespace zipper;
using namespace zipper::test;

namespace {

/// The later a layer, the cheaper it is per parameter.
SuggestionBase someBase(const std::vector<int>& merged = {}, int tasks = 2) {
  SuggestionBase base;
  for (int task = 0; task < tasks; ++task) base.specs.push_back(plainSpec(task));
  base.merged = merged;
  for (int layer = 1; layer <= layersOf(base.specs.front()); ++layer) {
    const MergeCost cost = mergeCost(base.specs, Sharing(std::vector<int>{layer}, base.policy));
    LayerMergeability one;
    one.layer = layer;
    one.savedParameters = cost.separateParameters - cost.mergedParameters;
    one.loss = 1e-6 * double(one.savedParameters) * (20 - layer);
    base.costs.push_back(one);
  }
  return base;
}

double compressionOf(const std::vector<int>& layers) {
  return mergeCost({plainSpec(0), plainSpec(1)}, Sharing(layers, BnPolicy::PerTask)).compression;
}

}  // namespace

class TestSuggestDialog : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void reachesTheCompression() {
    SuggestDialog dialog(someBase());
    for (const double wanted : {1.1, 1.4, 1.7}) {
      dialog.setCompression(wanted);
      QVERIFY(compressionOf(dialog.layers()) >= wanted);
      QCOMPARE(dialog.findChild<QTreeWidget*>()->topLevelItemCount(), int(dialog.layers().size()));
    }
    auto* wanted = dialog.findChild<QDoubleSpinBox*>();
    wanted->setValue(wanted->maximum());
    QCOMPARE(dialog.layers(), parseLayers("all", layersOf(plainSpec(0))));
    wanted->setValue(1);
    QVERIFY(dialog.layers().empty());
    QVERIFY(!dialog.findChild<QPushButton*>("useButton")->isEnabled());
  }

  /// With three tasks there is more to win; the summary counts the layers that there are estimates of.
  void anyNumberOfTasks() {
    SuggestDialog dialog(someBase({}, 3));
    auto* wanted = dialog.findChild<QDoubleSpinBox*>();
    QVERIFY(wanted->maximum() > 2);
    wanted->setValue(wanted->maximum());
    const int layers = layersOf(plainSpec(0));
    QCOMPARE(int(dialog.layers().size()), layers);
    QVERIFY(dialog.findChild<QLabel*>("summary")->text().startsWith(QString("%1 of %1 layers").arg(layers)));
  }

  void ordersAsAskedFor() {
    SuggestDialog dialog(someBase());
    dialog.setCompression(1.5);
    const auto inOrder = dialog.layers();
    QVERIFY(std::is_sorted(inOrder.begin(), inOrder.end()));
    dialog.setCheapestFirst(true);
    auto cheapest = dialog.layers();
    QCOMPARE(cheapest.front(), layersOf(plainSpec(0)));
    std::sort(cheapest.begin(), cheapest.end());
    QCOMPARE(cheapest, inOrder);
  }

  void keepsWhatIsMerged() {
    SuggestDialog dialog(someBase({3, 1}));
    const auto layers = dialog.layers();
    QCOMPARE(std::vector<int>(layers.begin(), layers.begin() + 2), (std::vector<int>{3, 1}));
    QCOMPARE(dialog.findChild<QTreeWidget*>()->topLevelItem(0)->text(0), QString("3, merged"));
  }

  void becomesThePlanAsOneUndoableEdit() {
    RecipePanel panel;
    const int networkLayers = layersOf(plainSpec(0));
    panel.setRecipe(presetRecipe("fast", networkLayers), networkLayers);
    const auto planned = [&panel] {
      std::vector<int> layers;
      for (const StepPlan& step : panel.recipe().steps)
        if (step.target.mergesLayer()) layers.push_back(step.target.layerNumber());
      return layers;
    };
    const auto before = planned();
    const std::size_t finetuning = panel.recipe().steps.size() - before.size();
    SuggestDialog dialog(someBase());
    dialog.setCompression(1.3);
    connect(&dialog, &SuggestDialog::planChosen, &panel, &RecipePanel::planLayers);
    QSignalSpy changed(&panel, &RecipePanel::recipeChanged);
    dialog.findChild<QPushButton*>("useButton")->click();
    QCOMPARE(planned(), dialog.layers());
    QCOMPARE(panel.recipe().steps.size() - planned().size(), finetuning);
    QCOMPARE(changed.size(), 1);
    QCOMPARE(panel.undoStack()->count(), 1);
    panel.undoStack()->undo();
    QCOMPARE(planned(), before);
    panel.setLocked(true);
    panel.planLayers({1});
    QCOMPARE(planned(), before);
  }
};

ZIPPER_TEST_WITH(QApplication, TestSuggestDialog)
#include "test_suggest_dialog.moc"
