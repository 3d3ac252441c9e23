// SPDX-License-Identifier: GPL-3.0-or-later

#include <QAbstractButton>
#include <QCheckBox>
#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QMessageBox>
#include <QPushButton>
#include <QScrollArea>
#include <QScrollBar>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QToolButton>
#include <QUndoStack>
#include <QtTest>
#include <algorithm>

#include "core/support/files.h"
#include "core/support/random.h"
#include "support/expect_error.h"
#include "support/test_program.h"
#include "widgets/recipe/field_row.h"
#include "widgets/recipe/initialization_row.h"
#include "widgets/recipe/preset_row.h"
#include "widgets/recipe/recipe_form.h"
#include "widgets/recipe/recipe_panel.h"

using namespace zipper;

namespace {

/// Of the networks that these recipes are for.
const int panelLayers = layersOf(MobileNetSpec());

class Fixture {
 public:
  Fixture() : changed(&panel, &RecipePanel::recipeChanged) {
    Recipe recipe = presetRecipe("fast", panelLayers);
    recipe.sources = {{"a.safetensors", "aa", "data/a", "f1"}, {"b.safetensors", "bb", "data/b", "f2"}};
    panel.setRecipe(recipe, panelLayers);
    panel.resize(300, 700);
    panel.show();
  }

  FieldRow* row(RecipeField field) { return panel.findChild<RecipeForm*>()->row(field); }
  QLineEdit* line(RecipeField field) { return qobject_cast<QLineEdit*>(row(field)->editor()); }
  QComboBox* combo(RecipeField field) { return qobject_cast<QComboBox*>(row(field)->editor()); }
  PresetRow* preset() { return panel.findChild<PresetRow*>(); }

  void type(RecipeField field, const QString& text) {
    line(field)->setFocus();
    line(field)->selectAll();
    QTest::keyClicks(line(field), text);
  }
  void choose(RecipeField field, const QString& value) { chooseIn(combo(field), combo(field)->findData(value)); }
  void chooseIn(QComboBox* box, int index) {
    box->setCurrentIndex(index);
    Q_EMIT box->activated(index);
  }
  InitializationRow* initialization() { return panel.findChild<RecipeForm*>()->initializationRow(); }
  void initialize(const char* name) { initialization()->findChild<QAbstractButton*>(name)->click(); }
  QString remark(RecipeField field) {
    auto* label = row(field)->findChild<QLabel*>("remark");
    return label->isVisibleTo(row(field)) ? label->text() : QString();
  }

  RecipePanel panel;
  QSignalSpy changed;
};

}  // namespace

class TestRecipePanel : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void showsAndReturnsARecipe() {
    Fixture f;
    Recipe recipe = presetRecipe("paper");
    recipe.sources = f.panel.recipe().sources;
    recipe.seed = 42;
    planSteps(recipe, {7, 9, 13}, 100);
    f.panel.setRecipe(recipe, panelLayers);
    QCOMPARE(recipeToJson(f.panel.recipe()), recipeToJson(recipe));
    QCOMPARE(f.line(RecipeField::Layers)->text(), QString("7,9,13"));
    QCOMPARE(f.line(RecipeField::FinetuneIterations)->text(), QString("100"));
    QVERIFY(f.panel.isValid());
    QCOMPARE(f.changed.size(), 0);
  }

  /// What is the same in all networks has to be learnt anew by none.
  void saysThatSharedWeightsAreTheSame() {
    Fixture f;
    Recipe recipe = presetRecipe(exactPreset, panelLayers);
    recipe.sources = f.panel.recipe().sources;
    f.panel.setRecipe(recipe, panelLayers);
    QVERIFY2(f.remark(RecipeField::Initialization).contains("the same in all networks"),
             qPrintable(f.remark(RecipeField::Initialization)));
    QVERIFY(!f.initialization()->findChild<QAbstractButton*>("a")->toolTip().contains("anew"));
    f.initialize("mean");
    QVERIFY(f.remark(RecipeField::Initialization).contains("arithmetic mean"));
    Recipe paper = presetRecipe("paper", panelLayers);
    paper.sources = recipe.sources;
    f.panel.setRecipe(paper, panelLayers);
    QVERIFY(f.initialization()->findChild<QAbstractButton*>("a")->toolTip().contains("anew"));
  }

  void saysWhatAnInitializationTakesAlong() {
    Fixture f;
    QVERIFY(!f.initialization()->findChild<QLabel*>("takenAlong")->isVisible());
    f.initialize("mean");
    const auto* taken = f.initialization()->findChild<QLabel*>("takenAlong");
    QVERIFY(taken->isVisible());
    for (const char* part : {"Alignment → None", "→ off"})
      QVERIFY2(taken->text().contains(part, Qt::CaseInsensitive), qPrintable(taken->text()));
    QCOMPARE(taken->text().count("→"), 4);
    QVERIFY2(f.remark(RecipeField::Alignment).contains("was: Mergeability"),
             qPrintable(f.remark(RecipeField::Alignment)));
    QVERIFY(f.row(RecipeField::FitKernels)->change().contains("was: on"));
    QVERIFY(f.row(RecipeField::Ridge)->change().isEmpty());
    // Also where they are folded away.
    const auto buttons = f.panel.findChildren<QToolButton*>();
    QVERIFY(std::any_of(buttons.begin(), buttons.end(),
                        [](const QToolButton* b) { return b->text().contains("3 changed"); }));
    // Undone, there is nothing to tell; done again, there is.
    f.panel.undoStack()->undo();
    QVERIFY(!taken->isVisible() && f.row(RecipeField::FitKernels)->change().isEmpty());
    f.panel.undoStack()->redo();
    QVERIFY(taken->isVisible());
    // One set back by hand isn't changed any more.
    f.choose(RecipeField::Alignment, "mergeability");
    QCOMPARE(taken->text().count("→"), 3);
  }

  void keepsWhatWasTakenAlong() {
    Fixture f;
    const Start before = f.panel.recipe().defaults.start;
    f.initialize("mean");
    f.initialization()->findChild<QPushButton*>("keepOthers")->click();
    const Start now = f.panel.recipe().defaults.start;
    QVERIFY(now.initialization == Initialization::Mean && now.alignment == before.alignment);
    QVERIFY(now.fitKernels == before.fitKernels && now.fitHeads == before.fitHeads);
    QVERIFY(!f.initialization()->findChild<QLabel*>("takenAlong")->isVisible());
    f.panel.undoStack()->undo();
    QVERIFY(f.panel.recipe().defaults.start.alignment == Alignment::None);
  }

  void changesAnInitializationAlone() {
    Fixture f;
    const Start before = f.panel.recipe().defaults.start;
    f.initialization()->findChild<QCheckBox*>("initializationAlone")->click();
    f.initialize("random");
    Start now = f.panel.recipe().defaults.start;
    QVERIFY(now.initialization == Initialization::Random && now.alignment == before.alignment && now.fitHeads);
    QVERIFY(!f.initialization()->findChild<QLabel*>("takenAlong")->isVisible());
  }

  void aPresetSaysWhatItChanged() {
    Fixture f;
    f.chooseIn(f.preset()->comboBox(), 1);
    QVERIFY2(f.preset()->change().contains("→") && f.preset()->change().contains("more"),
             qPrintable(f.preset()->change()));
    f.chooseIn(f.preset()->comboBox(), 0);
    f.panel.undoStack()->undo();
    f.panel.undoStack()->undo();
    QVERIFY(f.preset()->change().isEmpty());
  }

  void typingChangesTheRecipe() {
    Fixture f;
    f.type(RecipeField::LearningRate, "2e-4");
    QCOMPARE(f.panel.recipe().defaults.calibration.learningRate, 2e-4);
    QCOMPARE(f.panel.recipe().steps[4].settings.calibration.learningRate, 2e-4);
    QVERIFY(f.panel.isValid());
    QVERIFY(f.changed.size() >= 4);
    QVERIFY(f.preset()->isCustom());
    QCOMPARE(f.panel.recipe().preset, std::string("fast"));
  }

  void aWrongValueStaysInView() {
    Fixture f;
    f.panel.resize(300, 300);
    auto* area = f.panel.findChild<QScrollArea*>();
    for (const RecipeField field : {RecipeField::LearningRate, RecipeField::Layers, RecipeField::FinetuneIterations}) {
      FieldRow* row = f.row(field);
      area->verticalScrollBar()->setValue(row->mapTo(area->widget(), QPoint(0, row->height())).y() -
                                          area->viewport()->height());  // at the lower edge
      f.type(field, "wrong");
      QTRY_VERIFY(!f.remark(field).isEmpty());
      QTest::qWait(20);
      const QRect place(row->mapTo(area->viewport(), QPoint()), row->size());
      QVERIFY2(area->viewport()->rect().contains(place), qPrintable(nameOf(field)));
    }
  }

  void oneGoOfTypingIsOneCommand() {
    Fixture f;
    f.type(RecipeField::Iterations, "125");
    QCOMPARE(f.panel.undoStack()->count(), 1);
    f.type(RecipeField::BatchSize, "32");
    QCOMPARE(f.panel.undoStack()->count(), 2);
    QTest::keyClick(f.line(RecipeField::BatchSize), Qt::Key_Return);
    f.type(RecipeField::BatchSize, "16");
    QCOMPARE(f.panel.undoStack()->count(), 3);
    f.panel.undoStack()->undo();
    QCOMPARE(f.line(RecipeField::BatchSize)->text(), QString("32"));
    f.panel.undoStack()->undo();
    f.panel.undoStack()->undo();
    QCOMPARE(f.panel.recipe().defaults.calibration.iterations, presetRecipe("fast").defaults.calibration.iterations);
    QVERIFY(!f.preset()->isCustom());
    f.panel.undoStack()->redo();
    QCOMPARE(f.panel.recipe().defaults.calibration.iterations, 125);
    QCOMPARE(f.line(RecipeField::Iterations)->text(), QString("125"));
  }

  void undoKeysInALineUndoTheForm() {
    Fixture f;
    f.choose(RecipeField::Optimizer, "sgd");
    f.line(RecipeField::Iterations)->setFocus();
    QTest::keyClick(f.line(RecipeField::Iterations), Qt::Key_Z, Qt::ControlModifier);
    QVERIFY(f.panel.recipe().defaults.calibration.optimizer == OptimizerKind::Adam);
  }

  void wrongFieldsSayWhy() {
    Fixture f;
    f.type(RecipeField::BatchSize, "1");
    QVERIFY(!f.panel.isValid());
    QVERIFY2(f.remark(RecipeField::BatchSize).contains("2 to 4096"), qPrintable(f.remark(RecipeField::BatchSize)));
    QVERIFY(f.line(RecipeField::BatchSize)->accessibleDescription().contains("2 to 4096"));
    QVERIFY(f.panel.findChild<QLabel*>("status")->text().contains("1 field(s)"));
    f.type(RecipeField::BatchSize, "12");
    QVERIFY(f.panel.isValid());
    QCOMPARE(f.remark(RecipeField::BatchSize), QString());
    f.type(RecipeField::Layers, "1-20");
    QVERIFY2(f.remark(RecipeField::Layers).contains("no layer 20"), qPrintable(f.remark(RecipeField::Layers)));
    QVERIFY(!f.panel.isValid());
  }

  void fieldsThatDontApplyAreHiddenUnlessWrong() {
    Fixture f;
    QVERIFY(!f.row(RecipeField::Momentum)->isVisible());
    f.choose(RecipeField::Optimizer, "sgd");
    QVERIFY(f.row(RecipeField::Momentum)->isVisible());
    f.type(RecipeField::Momentum, "2");
    f.choose(RecipeField::Optimizer, "adam");
    QVERIFY(f.row(RecipeField::Momentum)->isVisible());
    QVERIFY(!f.row(RecipeField::Decay)->isVisible());
    f.choose(RecipeField::Schedule, "exponential");
    QVERIFY(f.row(RecipeField::Decay)->isVisible());
    QVERIFY(f.row(RecipeField::DecayEpochs)->isVisible());
  }

  void presetsAreOneCommand() {
    Fixture f;
    f.type(RecipeField::Layers, "1-4");
    const int before = f.panel.undoStack()->count();
    f.chooseIn(f.preset()->comboBox(), 1);
    QCOMPARE(f.panel.undoStack()->count(), before + 1);
    QCOMPARE(f.panel.recipe().preset, std::string("paper"));
    QVERIFY(f.panel.recipe().bnPolicy == BnPolicy::Shared);
    QCOMPARE(f.panel.recipe().steps.size(), std::size_t(4));
    f.type(RecipeField::Iterations, "10");
    QVERIFY(f.preset()->comboBox()->currentText().contains("Custom"));
    f.panel.resetToPreset();
    QCOMPARE(f.panel.recipe().defaults.calibration.iterations, 4000);
    QCOMPARE(f.preset()->comboBox()->currentText(), QString("Paper"));
    QCOMPARE(f.preset()->comboBox()->count(), 3);
    // What a preset leaves alone is set right all the same.
    f.type(RecipeField::Trunk, "99");
    QVERIFY(!f.panel.isValid());
    f.panel.resetToPreset();
    QVERIFY(f.panel.isValid());
    QCOMPARE(f.panel.recipe().defaults.trunk, 0);
    QCOMPARE(f.panel.recipe().steps.size(), std::size_t(4));
  }

  void initializationByKeyAndByFormula() {
    Fixture f;
    auto* button = f.panel.findChild<QAbstractButton*>("random");
    QTest::mouseClick(button, Qt::LeftButton);
    QVERIFY(f.panel.recipe().defaults.start.initialization == Initialization::Random);
    QVERIFY(f.remark(RecipeField::Initialization).contains("random numbers"));
    for (QLabel* label : f.row(RecipeField::Initialization)->findChildren<QLabel*>())
      if (label->property("row").toInt() == 1 && label->property("row").isValid())
        QTest::mouseClick(label, Qt::LeftButton);
    QVERIFY(f.panel.recipe().defaults.start.initialization == Initialization::FromB);
    auto* fromB = f.panel.findChild<QAbstractButton*>("b");
    f.panel.activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(&f.panel));
    fromB->setFocus();
    QTest::keyClick(fromB, Qt::Key_Up);
    QVERIFY(f.panel.recipe().defaults.start.initialization == Initialization::FromA);
    f.panel.undoStack()->undo();
    QVERIFY(f.panel.recipe().defaults.start.initialization == Initialization::FromB);
  }

  void alignmentSaysWhatItDoes() {
    Fixture f;
    f.choose(RecipeField::Alignment, "weights");
    QVERIFY(f.panel.recipe().defaults.start.alignment == Alignment::Weights);
    QVERIFY(f.panel.recipe().steps[3].settings.start.alignment == Alignment::Weights);
    QVERIFY(f.remark(RecipeField::Alignment).contains("without looking at images"));
    f.panel.undoStack()->undo();
    QVERIFY(f.panel.recipe().defaults.start.alignment == presetRecipe("fast").defaults.start.alignment);
  }

  void imagesAreAskedForWhereTheyAreNeeded() {
    Fixture f;
    f.type(RecipeField::BnMomentum, "7");  // unfolds what is advanced
    QTest::mouseClick(f.panel.findChild<QAbstractButton*>("least-squares"), Qt::LeftButton);
    f.choose(RecipeField::Alignment, "none");
    QVERIFY(f.row(RecipeField::Ridge)->isVisible() && f.row(RecipeField::InitializationImages)->isVisible());
    QTest::mouseClick(f.panel.findChild<QAbstractButton*>("mean"), Qt::LeftButton);
    QVERIFY(!f.row(RecipeField::Ridge)->isVisible() && !f.row(RecipeField::InitializationImages)->isVisible());
    auto* heads = qobject_cast<QAbstractButton*>(f.row(RecipeField::FitHeads)->editor());
    heads->click();
    QVERIFY(f.panel.recipe().defaults.start.fitHeads);
    QVERIFY(!f.row(RecipeField::Ridge)->isVisible() && f.row(RecipeField::InitializationImages)->isVisible());
    heads->click();
    QVERIFY(!f.row(RecipeField::Ridge)->isVisible() && !f.row(RecipeField::InitializationImages)->isVisible());
    f.choose(RecipeField::Alignment, "activations");
    QVERIFY(!f.row(RecipeField::Ridge)->isVisible() && f.row(RecipeField::InitializationImages)->isVisible());
    f.choose(RecipeField::Alignment, "mergeability");
    QVERIFY(f.row(RecipeField::Ridge)->isVisible());
  }

  /// As on the command line; one undo takes all of it back.
  void fitsBelongToLeastSquares() {
    Fixture f;
    QTest::mouseClick(f.panel.findChild<QAbstractButton*>("mean"), Qt::LeftButton);
    const Start mean = f.panel.recipe().defaults.start;
    QVERIFY(mean.initialization == Initialization::Mean && mean.alignment == Alignment::None);
    QVERIFY(!mean.fisherWeights && !mean.fitKernels && !mean.fitHeads);
    QTest::mouseClick(f.panel.findChild<QAbstractButton*>("least-squares"), Qt::LeftButton);
    QVERIFY(f.panel.recipe().defaults.start.fitKernels &&
            f.panel.recipe().defaults.start.alignment == Alignment::Mergeability);
    f.panel.undoStack()->undo();
    f.panel.undoStack()->undo();
    QVERIFY(f.panel.recipe().defaults.start.initialization == Initialization::LeastSquares);
    QVERIFY(f.panel.recipe().defaults.start.fitKernels && f.panel.recipe().defaults.start.fitHeads);
  }

  void lockedWhileAStepRuns() {
    Fixture f;
    f.type(RecipeField::Iterations, "7");
    f.panel.setLocked(true, "Step 3 is running.");
    QVERIFY(!f.line(RecipeField::Iterations)->isEnabled());
    QVERIFY(!f.preset()->comboBox()->isEnabled());
    QCOMPARE(f.panel.findChild<QLabel*>("status")->text(), QString("Step 3 is running."));
    f.panel.resetToPreset();
    QCOMPARE(f.panel.recipe().defaults.calibration.iterations, 7);
    f.panel.setLocked(false);
    QVERIFY(f.line(RecipeField::Iterations)->isEnabled());
    QVERIFY(!f.panel.findChild<QLabel*>("status")->isVisible());
  }

  void lockedBnPolicyNeverChanges() {
    Fixture f;
    f.choose(RecipeField::BnPolicy, "shared");
    f.panel.setBnPolicyLocked(true);
    QVERIFY(!f.combo(RecipeField::BnPolicy)->isEnabled());
    QVERIFY(f.combo(RecipeField::BnPolicy)->toolTip().contains("Fixed"));
    f.panel.undoStack()->undo();
    QVERIFY(f.panel.recipe().bnPolicy == BnPolicy::Shared);
    f.panel.resetToPreset();  // fast prescribes per-task
    QVERIFY(f.panel.recipe().bnPolicy == BnPolicy::Shared);
    QVERIFY(f.preset()->isCustom());
    QTemporaryDir folder;
    const QString path = folder.filePath("fast.json");
    writeFileAtomically(path.toStdString(), recipeToJson(presetRecipe("fast")));
    ZIPPER_EXPECT_ERROR(f.panel.loadRecipe(path), "its BN policy is per-task");
    f.panel.setBnPolicyLocked(false);
    QVERIFY(f.combo(RecipeField::BnPolicy)->isEnabled());
    QVERIFY(!f.combo(RecipeField::BnPolicy)->toolTip().contains("Fixed"));
  }

  void newSessionsClearTheUndoStack() {
    Fixture f;
    f.type(RecipeField::LearningRate, "1e-3");
    f.panel.setRecipe(f.panel.recipe(), panelLayers);  // what the document says after a step
    QCOMPARE(f.panel.undoStack()->count(), 1);
    QCOMPARE(f.line(RecipeField::LearningRate)->text(), QString("1e-3"));
    Recipe other = f.panel.recipe();
    other.sources[0].model = "c.safetensors";
    f.panel.setRecipe(other, panelLayers);
    QCOMPARE(f.panel.undoStack()->count(), 0);
    QCOMPARE(f.panel.recipe().sources[0].model, std::string("c.safetensors"));
  }

  void saysThatStepsLoseSettingsOfTheirOwn() {
    Fixture f;
    Recipe recipe = f.panel.recipe();
    recipe.steps[3].settings.start.initialization = Initialization::FromA;
    f.panel.setRecipe(recipe, panelLayers);
    QVERIFY(f.panel.recipe().steps[3].settings.start.initialization == Initialization::LeastSquares);
    QVERIFY(f.remark(RecipeField::Layers).contains("settings of their own"));
    f.panel.setRecipe(f.panel.recipe(), panelLayers);
    QVERIFY(!f.remark(RecipeField::Layers).contains("settings of their own"));
  }

  void saysWhichLayersAreDone() {
    Fixture f;
    f.panel.setMergedLayers({1, 2});
    QCOMPARE(f.remark(RecipeField::Layers), QString("1-2 merged, 3-13 to come."));
  }

  void savesAndLoads() {
    Fixture f;
    QTemporaryDir folder;
    const QString path = folder.filePath("recipe.json");
    f.type(RecipeField::LearningRate, "3e-3");
    f.type(RecipeField::Layers, "1-5");
    f.panel.saveRecipe(path);
    QCOMPARE(recipeToJson(recipeFromJson(readTextFile(path.toStdString()))), recipeToJson(f.panel.recipe()));

    Recipe other = presetRecipe("paper", panelLayers);
    other.sources = {{"c.safetensors", "cc", "data/c", "f3"}};
    f.panel.setRecipe(other, panelLayers);
    f.changed.clear();
    f.panel.loadRecipe(path);
    QCOMPARE(f.changed.size(), 1);
    QCOMPARE(f.panel.recipe().defaults.calibration.learningRate, 3e-3);
    QCOMPARE(f.panel.recipe().steps.size(), std::size_t(6));
    QCOMPARE(f.panel.recipe().sources[0].model, std::string("c.safetensors"));
    f.panel.undoStack()->undo();
    QCOMPARE(recipeToJson(f.panel.recipe()), recipeToJson(other));
  }

  void refusesToSaveAndLoadWhatIsWrong() {
    Fixture f;
    QTemporaryDir folder;
    const QString path = folder.filePath("recipe.json");
    const std::string before = recipeToJson(f.panel.recipe());
    ZIPPER_EXPECT_ERROR(f.panel.loadRecipe(path), "recipe.json");
    writeFileAtomically(path.toStdString(), "{\"iterations\": 3}");
    ZIPPER_EXPECT_ERROR(f.panel.loadRecipe(path), "unknown key 'iterations'");
    QCOMPARE(recipeToJson(f.panel.recipe()), before);
    f.type(RecipeField::BatchSize, "x");
    ZIPPER_EXPECT_ERROR(f.panel.saveRecipe(folder.filePath("bad.json")), "a whole number expected");
    QVERIFY(!QFileInfo::exists(folder.filePath("bad.json")));
    ZIPPER_EXPECT_ERROR(Fixture().panel.saveRecipe("/nonexistent/recipe.json"), "/nonexistent");
  }

  void theWheelScrollsAndChangesNothing() {
    Fixture f;
    QComboBox* box = f.combo(RecipeField::Schedule);
    const QPointF at = box->rect().center();
    QWheelEvent wheel(at, box->mapToGlobal(at), {}, {0, -120}, Qt::NoButton, Qt::NoModifier, Qt::NoScrollPhase, false);
    QApplication::sendEvent(box, &wheel);
    QVERIFY(f.panel.recipe().defaults.calibration.schedule == ScheduleKind::Cosine);
    QCOMPARE(f.panel.undoStack()->count(), 0);
  }

  void fitsANarrowDock() {
    Fixture f;
    f.panel.resize(260, 700);
    f.choose(RecipeField::Optimizer, "sgd");
    f.choose(RecipeField::Schedule, "exponential");
    f.type(RecipeField::BnMomentum, "7");  // unfolds what is advanced
    QVERIFY(f.row(RecipeField::BnMomentum)->isVisible());
    QTest::qWait(1);
    auto* scroll = f.panel.findChild<QScrollArea*>();
    QVERIFY2(scroll->widget()->width() <= scroll->viewport()->width(), "the form is wider than the dock");
    QCOMPARE(f.panel.width(), 260);
  }

  void anyEditsUndoToTheBeginning() {
    const std::uint64_t seed = 7;
    Random random(seed);
    Fixture f;
    const std::string start = recipeToJson(f.panel.recipe());
    const QStringList texts{"1", "2e-3", "x", "0.5", "17", ""};
    const std::vector<RecipeField> lines{RecipeField::Iterations, RecipeField::LearningRate, RecipeField::Layers,
                                         RecipeField::Seed, RecipeField::BatchSize};
    std::vector<std::string> states{start};
    for (int i = 0; i < 60; ++i) {
      switch (random.below(3)) {
        case 0:
          f.type(lines[random.below(lines.size())], texts[int(random.below(std::uint64_t(texts.size())))]);
          break;
        case 1:
          f.chooseIn(f.preset()->comboBox(), int(random.below(2)));
          break;
        default:
          f.chooseIn(f.combo(RecipeField::Schedule), int(random.below(3)));
      }
    }
    const bool valid = f.panel.isValid();
    while (f.panel.undoStack()->canUndo()) f.panel.undoStack()->undo();
    QVERIFY2(recipeToJson(f.panel.recipe()) == start, qPrintable(QString("seed %1").arg(seed)));
    QVERIFY(f.panel.isValid());
    while (f.panel.undoStack()->canRedo()) f.panel.undoStack()->redo();
    QCOMPARE(f.panel.isValid(), valid);
  }
};

ZIPPER_TEST_WITH(QApplication, TestRecipePanel)
#include "test_recipe_panel.moc"
