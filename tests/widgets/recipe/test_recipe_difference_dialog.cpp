// SPDX-License-Identifier: GPL-3.0-or-later

#include <QApplication>
#include <QClipboard>
#include <QComboBox>
#include <QLabel>
#include <QPushButton>
#include <QTreeWidget>
#include <QtTest>

#include "support/test_program.h"
#include "widgets/recipe/recipe_difference_dialog.h"

using namespace zipper;

namespace {

Recipe withRate(double rate) {
  Recipe recipe = presetRecipe("fast", 13);
  for (StepPlan& step : recipe.steps) step.settings.calibration.learningRate = rate;
  return recipe;
}

QStringList rowsOf(const RecipeDifferenceDialog& dialog) {
  QStringList rows;
  const auto* table = dialog.findChild<QTreeWidget*>();
  for (int row = 0; row < table->topLevelItemCount(); ++row) {
    const QTreeWidgetItem* item = table->topLevelItem(row);
    rows << QString("%1: %2 | %3").arg(item->text(0), item->text(1), item->text(2));
  }
  return rows;
}

}  // namespace

class TestRecipeDifferenceDialog : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void showsWhatDiffers() {
    RecipeDifferenceDialog dialog;
    Recipe other = withRate(0.004);
    for (StepPlan& step : other.steps) {
      setInitialization(step.settings.start, Initialization::Mean);
      if (step.target.mergesLayer() && step.target.layerNumber() <= 3) step.settings.statisticsImages = 4096;
    }
    dialog.setRecipes({{"Run 1", withRate(0.002)}, {"Run 2", other}, {"same", withRate(0.002)}}, 0, 1);
    dialog.show();
    const QStringList rows = rowsOf(dialog);
    QVERIFY(rows.contains("Initialization: least squares | mean"));
    QVERIFY(rows.contains("Alignment: mergeability | none"));
    QVERIFY(rows.contains("Fit the heads: yes | no"));
    QVERIFY(rows.contains("Learning rate: 0.002 | 0.004"));
    QVERIFY2(rows.contains("From images (layers 1–3): 2,048 | 4,096"), qPrintable(rows.join('\n')));
    QVERIFY(dialog.findChild<QLabel*>("summary")->text().startsWith(QString::number(rows.size()) + " setting"));
    dialog.findChild<QPushButton*>("copyButton")->click();
    QVERIFY(QGuiApplication::clipboard()->text().startsWith("setting,first,second\n"));
    QVERIFY(dialog.csv().contains("Learning rate,0.002,0.004\n"));
    dialog.findChild<QComboBox*>("other")->setCurrentIndex(2);
    QCOMPARE(rowsOf(dialog), QStringList());
    QVERIFY(dialog.findChild<QLabel*>("summary")->text().startsWith("No differences"));
    QVERIFY(!dialog.findChild<QPushButton*>("copyButton")->isEnabled());
  }

  void takesFiles() {
    RecipeDifferenceDialog dialog;
    dialog.setRecipes({{"Run 1", withRate(0.002)}}, 0, 0);
    QSignalSpy asked(&dialog, &RecipeDifferenceDialog::fileRequested);
    dialog.findChild<QPushButton*>("fileButton")->click();
    QCOMPARE(asked.size(), 1);
    Recipe file = presetRecipe("fast");  // of networks that nobody has read
    file.sources = {{"/m/<b>x</b>.pt", "", "", ""}};
    dialog.addFile({"recipe.json", file});
    QCOMPARE(dialog.findChild<QComboBox*>("other")->currentText(), QString("recipe.json"));
    QCOMPARE(rowsOf(dialog), (QStringList{"Layers: 1–13 | all", "Network of task A: none | /m/<b>x</b>.pt"}));
    // The runs may have grown meanwhile: the file stays.
    dialog.setRecipes({{"Run 1", withRate(0.002)}, {"Run 2", withRate(0.004)}}, 0, 1);
    QCOMPARE(dialog.findChild<QComboBox*>("other")->count(), 3);
  }
};

ZIPPER_TEST_WITH(QApplication, TestRecipeDifferenceDialog)
#include "test_recipe_difference_dialog.moc"
