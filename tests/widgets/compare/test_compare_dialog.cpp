// SPDX-License-Identifier: GPL-3.0-or-later

#include <QCheckBox>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QSpinBox>
#include <QtTest>

#include "support/test_program.h"
#include "widgets/compare/compare_dialog.h"
#include "widgets/compare/compare_form.h"
#include "widgets/compare/comparison_losses.h"
#include "widgets/compare/comparison_table.h"
#include "widgets/compare/made_up_comparison.h"

using namespace zipper;
using namespace zipper::test;

namespace {

Recipe planFor(const std::vector<int>& layers) {
  Recipe recipe = presetRecipe("fast");
  planSteps(recipe, layers);
  return recipe;
}

struct ShownComparison {
  ShownComparison() {
    dialog.setPlan(planFor({1, 2}));
    dialog.show();
  }
  QPushButton* button(const char* name) { return dialog.findChild<QPushButton*>(name); }
  QCheckBox* box(const char* strategy) { return dialog.findChild<QCheckBox*>(strategy); }
  QStringList row(int index) {
    QStringList texts;
    const QTreeWidgetItem* item = dialog.table().topLevelItem(index);
    for (int column = 0; item && column < dialog.table().columnCount(); ++column)
      texts << item->text(column).replace(QChar(0xa0), ' ');
    return texts;
  }

  CompareDialog dialog;
};

}  // namespace

class TestCompareDialog : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void offersEveryStrategyThatTheEngineKnows() {
    ShownComparison fixture;
    int boxes = 0;
    for (const QCheckBox* box : fixture.dialog.findChildren<QCheckBox*>()) {
      if (box->objectName() == "sameFits") continue;
      const Strategy strategy =
          strategyFromString(box->objectName().toStdString(), presetRecipe("fast").defaults.start);
      QCOMPARE(QString::fromStdString(strategy.name), box->objectName());
      ++boxes;
    }
    QCOMPARE(boxes, 5 * 4 + 1);
    // A name means the same whatever the recipe aligns by.
    Start aligned;
    aligned.alignment = Alignment::Weights;
    for (const auto initialization : {Initialization::Mean, Initialization::LeastSquares})
      for (const auto alignment : {Alignment::None, Alignment::Activations}) {
        const Strategy strategy = strategyFromString(strategyName(initialization, alignment), aligned);
        QVERIFY(strategy.start.initialization == initialization && strategy.start.alignment == alignment);
      }
  }

  void startsWhatIsChosen() {
    ShownComparison fixture;
    QSignalSpy starts(&fixture.dialog, &CompareDialog::startRequested);
    fixture.dialog.form().setStrategies({"mean+weights", "naive"});
    fixture.dialog.findChild<QLineEdit*>("seeds")->setText("3, 1");
    fixture.dialog.findChild<QSpinBox*>("iterations")->setValue(7);
    fixture.dialog.findChild<QSpinBox*>("finetuning")->setValue(20);
    fixture.button("startButton")->click();
    QCOMPARE(starts.size(), 1);
    const auto choice = starts[0][0].value<CompareChoice>();
    QCOMPARE(choice.strategies, (std::vector<std::string>{"mean+weights", "naive"}));
    QCOMPARE(choice.seeds, (std::vector<std::uint64_t>{3, 1}));
    QCOMPARE(choice.iterations, 7);
    QCOMPARE(choice.finetuneIterations, 20);
    QCOMPARE(choice.images, 256);
    Recipe recipe = presetRecipe("fast");
    planSteps(recipe, {4, 2});
    recipe = comparisonRecipe(recipe, choice);
    QCOMPARE(recipe.steps.size(), std::size_t(3));
    QVERIFY(recipe.steps[0].target.merges(4));
    QCOMPARE(recipe.steps[1].settings.calibration.iterations, 7);
    QCOMPARE(recipe.steps[1].settings.statisticsImages, 256);
    QVERIFY(recipe.steps[2].target.isFineTuning());
    QCOMPARE(recipe.steps[2].settings.calibration.iterations, 20);
  }

  void saysWhatIsWrong() {
    ShownComparison fixture;
    QVERIFY(fixture.button("startButton")->isEnabled());
    auto* seeds = fixture.dialog.findChild<QLineEdit*>("seeds");
    for (const char* wrong : {"", "1, 1", "-2", "x"}) {
      seeds->setText(wrong);
      QVERIFY2(!fixture.button("startButton")->isEnabled() && !fixture.dialog.form().problem().isEmpty(), wrong);
    }
    seeds->setText("1");
    fixture.dialog.form().setStrategies({});
    QVERIFY(!fixture.button("startButton")->isEnabled());
    fixture.box("mean")->click();
    QVERIFY(fixture.button("startButton")->isEnabled());
    fixture.dialog.setPlan(planFor({}));
    QVERIFY(!fixture.button("startButton")->isEnabled());
    fixture.dialog.setPlan(planFor({1}));
    fixture.dialog.setEnabledToStart(false);
    QVERIFY(!fixture.button("startButton")->isEnabled());
  }

  void saysWhatElseIsDifferent() {
    ShownComparison fixture;
    CompareForm& form = fixture.dialog.form();
    const auto summary = [&] { return form.findChild<QLabel*>("summary")->text(); };
    form.setStrategies({"mean", "least-squares+mergeability"});
    QVERIFY2(summary().contains("alignment, Fisher weights, fit of the kernels, fit of the heads"),
             qPrintable(summary()));
    fixture.box("sameFits")->click();
    QVERIFY2(summary().contains("alignment, Fisher weights.") && !summary().contains("fit of"), qPrintable(summary()));
    form.setStrategies({"mean", "random", "naive"});
    QVERIFY2(!summary().contains("alone"), qPrintable(summary()));
    for (const Strategy& strategy : strategiesOf(form.choice(), planFor({1})))
      QCOMPARE(strategy.start.fitHeads, !strategy.naive);
  }

  void followsTheRuns() {
    ShownComparison fixture;
    CompareDialog& dialog = fixture.dialog;
    const Comparison all = madeUpComparison();
    dialog.begin({{"mean", "least-squares+none"}, {1, 2}, 3, 0, 32}, {});
    QVERIFY(dialog.isRunning() && !dialog.form().isEnabled());
    QVERIFY(fixture.button("cancelButton")->isEnabled() && !fixture.button("exportButton")->isEnabled());
    dialog.plot().setRun(all.runs[0]);
    dialog.plot().appendLosses({0.1f});
    QCOMPARE(dialog.plot().pointCount(), 2);
    QCOMPARE(lossesIn(dialog.plot()), 7);
    Comparison soFar = all;
    soFar.runs.resize(1);
    dialog.setComparison(soFar);
    QCOMPARE(lossesIn(dialog.plot()), 6);
    QCOMPARE(dialog.table().topLevelItemCount(), 2);
    QVERIFY(fixture.button("exportButton")->isEnabled());  // hours may be left to go
    dialog.plot().setRun(all.runs[1]);
    dialog.end("Stopped");
    QCOMPARE(dialog.plot().pointCount(), 2);  // what wasn't finished is dropped
    QVERIFY(!dialog.isRunning() && fixture.button("exportButton")->isEnabled());
    QSignalSpy exports(&dialog, &CompareDialog::exportRequested);
    fixture.button("exportButton")->click();
    QCOMPARE(exports.size(), 1);
  }

  void tellsTheFigures() {
    ShownComparison fixture;
    fixture.dialog.setComparison(madeUpComparison());
    QCOMPARE(fixture.row(0).mid(0, 4), (QStringList{"teachers", "90.00 %", "88.00 %", "92.00 %"}));
    QCOMPARE(fixture.row(1), (QStringList{"mean", "88.25 ± 0.35 %", "87.25 ± 0.35 %", "89.25 ± 0.35 %", "−1.75 points",
                                          "–", "6 · 12.0 s", "6", "12.0 s", "alignment: none; nothing fitted"}));
    QCOMPARE(fixture.row(2),
             (QStringList{"least squares, alignment: none", "89.50 %", "88.50 %", "90.50 %", "−0.50 points",
                          "6 · 12.0 s", "6 · 12.0 s", "6", "12.0 s", "alignment: none; nothing fitted"}));
    QCOMPARE(ComparisonTable::reached({6, 0, 1}, {12, 0, 1}, 3).replace(QChar(0xa0), ' '),
             QString("6 · 12.0 s (1 of 3)"));
    QCOMPARE(ComparisonTable::percentSpread({}), QString("–"));
  }

  void hasAColumnForEachTask() {
    ShownComparison fixture;
    Recipe recipe = planFor({1, 2});
    for (const char* model : {"/m/mnist.pt", "/m/fashion.pt", "/m/kmnist.pt"})
      recipe.sources.push_back({model, "", "", ""});
    fixture.dialog.setPlan(recipe);
    const QTreeWidgetItem* header = fixture.dialog.table().headerItem();
    QCOMPARE(header->text(4), QString("Top-1 C"));
    QVERIFY(header->toolTip(4).contains("kmnist"));
    QCOMPARE(header->text(5), QString("Difference"));
    Comparison comparison = madeUpComparison();
    comparison.recipe.sources = recipe.sources;
    comparison.teacherScores.push_back({100, 0.5, 1, 1});
    for (ComparisonRun& run : comparison.runs)
      for (ComparisonPoint& point : run.points) point.scores.push_back({100, 0.45, 1, 1});
    fixture.dialog.setComparison(comparison);
    QCOMPARE(fixture.row(0)[4], QString("50.00 %"));
    QCOMPARE(fixture.row(2)[4], QString("45.00 %"));
  }

  void goesOnWhenItIsClosed() {
    ShownComparison fixture;
    QSignalSpy cancels(&fixture.dialog, &CompareDialog::cancelRequested);
    fixture.dialog.show();
    fixture.dialog.begin({{"mean"}, {1}, 3, 0, 32}, {});
    fixture.dialog.close();
    QVERIFY(!fixture.dialog.isVisible());
    fixture.dialog.show();
    QTest::keyClick(&fixture.dialog, Qt::Key_Escape);
    QVERIFY(!fixture.dialog.isVisible() && fixture.dialog.isRunning());
    QVERIFY(cancels.isEmpty());
  }
};

ZIPPER_TEST_WITH(QApplication, TestCompareDialog)
#include "test_compare_dialog.moc"
