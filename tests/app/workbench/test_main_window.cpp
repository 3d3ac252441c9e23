// SPDX-License-Identifier: GPL-3.0-or-later

#include <QDockWidget>
#include <QMenuBar>
#include <QPushButton>
#include <QTranslator>
#include <QtTest>

#include "app/workbench/window_fixture.h"
#include "core/containers/safetensors.h"
#include "core/exports/export_formats.h"
#include "core/models/model_formats.h"
#include "core/models/naming_schemes.h"
#include "core/session/session_file.h"
#include "support/test_program.h"
#include "support/tiny_session.h"
#include "widgets/accuracy/accuracy_panel.h"
#include "widgets/explain/explain_panel.h"
#include "widgets/help/formats_dialog.h"
#include "widgets/history/history_panel.h"
#include "widgets/layers/layers_panel.h"
#include "widgets/log/log_panel.h"
#include "widgets/recipe/schedule_preview.h"
#include "widgets/welcome/conventions_dialog.h"
#include "widgets/welcome/welcome_page.h"
#include "widgets/zipper_view/zipper_view.h"

using namespace zipper;
using namespace zipper::test;

/// The whole way of a user through the real window, offscreen.
class TestMainWindow : public QObject {
  Q_OBJECT

 private:
  static QString sharedMnemonic(const QStringList& labels);

 private Q_SLOTS:
  void theWholeWay();
  void thePhotographsOpen();
  void pausedStepGoesOnToTheSameWeights();
  void selectionIsOneInAllPanels();
  void runsAreHiddenInAllPanels();
  void explainsTheSettingsOfTheStepItself();
  void aLayerIsTriedAgainFromTheZipper();
  void newLeavesNoWayBackToAClosedSession();
  void lookingWhileRunningChangesNothing();
  void unsavedWorkIsAskedFor();
  void goingBackMakesNoRun();
  void closingKeepsTheStepUnlessToldOtherwise();
  void figuresAreReplacedOnlyWhenAgreed();
  void failuresAreNotRemembered();
  void timeIsForecast();
  void theStatusSaysWhatIsDone();
  void theRecipeKnowsTheSmallestTrainingSet();
  void aCrashCostsNoFinishedStep();
  void aRecoveredSessionKnowsItsFile();
  void aFileWrittenSinceIsNotOverwritten();
  void conventionsAreOverriddenBeforeLoading();
  void theFormatsPageNamesAllFormats();
  void mnemonicsAreUnique_data();
  void mnemonicsAreUnique();
  void everyCommandOfTheFileMenuHasItsKeys();
};

namespace {

const NetworkValues& valuesAtCurrent(const Session& session) {
  return *session.steps.at(std::size_t(session.current))->values;
}

void expectEqualSessions(const Session& one, const Session& other) {
  QCOMPARE(one.current, other.current);
  QCOMPARE(one.steps.size(), other.steps.size());
  for (std::size_t i = 0; i < one.steps.size(); ++i) {
    QCOMPARE(one.steps[i]->parent, other.steps[i]->parent);
    QVERIFY(equalValues(*one.steps[i]->values, *other.steps[i]->values));
    QVERIFY(one.steps[i]->curve.values() == other.steps[i]->curve.values());
  }
  QCOMPARE(recipeToJson(one.recipe), recipeToJson(other.recipe));
}

/// A session with a step that was saved to `path` and one that wasn't, in a window that wasn't closed in order.
void leaveAnOrphanOf(WindowFixture& fixture, const QString& path) {
  fixture.openSample();
  QVERIFY(fixture.runToEnd(fixture.actions().step));
  fixture.files().save(path);
  QTRY_VERIFY(!fixture.document().isModified());
  QVERIFY(fixture.runToEnd(fixture.actions().step));
  fixture.open();
}

}  // namespace

void TestMainWindow::theWholeWay() {
  WindowFixture fixture;
  Actions& actions = fixture.actions();
  QVERIFY(!actions.step->isEnabled());
  fixture.openWholeSample();
  QVERIFY(actions.step->isEnabled());

  // A step gives points and a merged layer.
  QVERIFY(fixture.runToEnd(actions.step));
  QCOMPARE(fixture.document().session().mergedLayers(), std::vector<int>{1});
  QCOMPARE(fixture.part<CurvesPanel>()->pointCount(), std::size_t(4));
  QVERIFY(!fixture.document().session().teacherScores.empty());
  QVERIFY(fixture.window().isWindowModified());

  // Cancelled in the middle: the finished step stays, the live points go.
  fixture.useQuickRecipe("1-3", 100000);
  actions.step->trigger();
  QTRY_VERIFY_WITH_TIMEOUT(fixture.part<CurvesPanel>()->pointCount() > 4, 30000);
  actions.cancel->trigger();
  QVERIFY(fixture.waitUntil(RunState::Idle));
  QCOMPARE(fixture.document().session().mergedLayers(), std::vector<int>{1});
  QCOMPARE(fixture.part<CurvesPanel>()->pointCount(), std::size_t(4));
  QVERIFY(fixture.part<LogPanel>()->plainText().contains("Cancelled"));

  // Back, and all layers with another strategy.
  actions.stepBack->trigger();
  QCOMPARE(fixture.document().session().current, -1);
  QVERIFY(fixture.part<LogPanel>()->plainText().contains("went to the teachers"));
  fixture.useQuickRecipe("1-3");
  Recipe recipe = fixture.document().session().recipe;
  recipe.defaults.start.initialization = Initialization::FromB;
  planSteps(recipe, {1, 2, 3});
  fixture.document().setRecipe(recipe);
  QVERIFY(fixture.runToEnd(actions.runAll));
  QCOMPARE(fixture.document().session().mergedLayers(), (std::vector<int>{1, 2, 3}));
  QCOMPARE(fixture.document().session().steps.size(), std::size_t(4));
  QVERIFY(!actions.step->isEnabled());

  // What is exported is what was previewed.
  const QString exported = fixture.path("merged.safetensors");
  fixture.files().exportMerged("safetensors", "all", exported);
  QVERIFY(fixture.waitUntil(RunState::Idle));
  NamedTensors written = readSafetensors(exported.toStdString()).tensors;
  QVERIFY(equalValues(NetworkValues{written}, valuesAtCurrent(fixture.document().session())));

  const QString path = fixture.path("merge.zipper");
  fixture.files().save(path);
  QTRY_VERIFY(!fixture.document().isModified());
  const Session before = fixture.document().session();
  actions.newSession->trigger();
  QVERIFY(!fixture.document().isOpen());
  fixture.window().openSession(path);
  QVERIFY(QTest::qWaitFor([&] { return fixture.document().isOpen(); }, 20000));
  expectEqualSessions(before, fixture.document().session());
  QVERIFY(!fixture.document().isModified());
}

void TestMainWindow::thePhotographsOpen() {
  WindowFixture fixture;
  fixture.actions().openPhotographs->trigger();
  QVERIFY(QTest::qWaitFor([&] { return fixture.document().isOpen(); }, 60000));
  const Session& session = fixture.document().session();
  QCOMPARE(session.recipe.sources.size(), std::size_t(2));
  QCOMPARE(session.recipe.sources[0].data, fixture.path("sample/flowers").toStdString());
  QCOMPARE(session.recipe.sources[1].model, fixture.path("sample/clothing.safetensors").toStdString());
  QCOMPARE(session.specs()[0].inputSize, 96);
  QVERIFY(QFile::exists(fixture.path("sample/flowers/ATTRIBUTION.tsv")));
}

void TestMainWindow::pausedStepGoesOnToTheSameWeights() {
  WindowFixture fixture;
  Actions& actions = fixture.actions();
  fixture.openSample();
  fixture.useQuickRecipe("1", 30);
  QVERIFY(fixture.runToEnd(actions.step));
  const auto straight = fixture.document().session().steps[0]->values;
  actions.stepBack->trigger();
  actions.step->trigger();
  actions.pause->trigger();
  QVERIFY(fixture.run().state() == RunState::Paused);
  QVERIFY(actions.resume->isEnabled() && actions.cancel->isEnabled() && !actions.pause->isEnabled());
  QTest::qWait(100);
  QCOMPARE(fixture.document().session().steps.size(), std::size_t(1));
  actions.resume->trigger();
  QVERIFY(fixture.waitUntil(RunState::Idle));
  QVERIFY(equalValues(*straight, *fixture.document().session().steps.at(1)->values));
}

void TestMainWindow::selectionIsOneInAllPanels() {
  WindowFixture fixture;
  fixture.openSample();
  fixture.part<ZipperView>()->setFocus();
  const int before = fixture.part<ZipperView>()->selectedLayer();
  QTest::keyClick(fixture.part<ZipperView>(), Qt::Key_Right);
  QCOMPARE(fixture.part<LayersPanel>()->selectedLayer(), before + 1);
  QCOMPARE(fixture.part<ZipperView>()->selectedLayer(), before + 1);
}

void TestMainWindow::runsAreHiddenInAllPanels() {
  WindowFixture fixture;
  fixture.openSample();
  Actions& actions = fixture.actions();
  QVERIFY(fixture.runToEnd(actions.step));
  actions.stepBack->trigger();
  QVERIFY(fixture.runToEnd(actions.step));
  const auto entries = [&] {
    return QList{fixture.part<CurvesPanel>()->findChild<QAbstractButton*>("legend:run/0"),
                 fixture.part<AccuracyPanel>()->findChild<QAbstractButton*>("legend:run/0")};
  };
  for (int pressed = 0; pressed < 2; ++pressed) {
    QVERIFY(entries()[pressed] != nullptr);
    entries()[pressed]->click();
    QCOMPARE(fixture.part<HistoryPanel>()->hiddenRuns(), QSet<int>{0});
    QVERIFY(!entries()[0]->isChecked() && !entries()[1]->isChecked());
    fixture.part<HistoryPanel>()->setRunVisible(0, true);
    QVERIFY(entries()[0]->isChecked() && entries()[1]->isChecked());
  }
}

void TestMainWindow::explainsTheSettingsOfTheStepItself() {
  WindowFixture fixture;
  fixture.openSample();
  Recipe recipe = fixture.document().session().recipe;
  StepPlan fineTuning = recipe.steps.front();
  fineTuning.target = StepTarget::fineTuning();
  fineTuning.settings.calibration.iterations = 77;
  recipe.steps = {fineTuning};
  fixture.document().setRecipe(recipe);
  const QString text = fixture.part<ExplainPanel>()->text();
  QVERIFY2(text.contains("77"), qPrintable(text));
}

void TestMainWindow::aLayerIsTriedAgainFromTheZipper() {
  WindowFixture fixture;
  fixture.openSample();
  QVERIFY(fixture.runToEnd(fixture.actions().runAll));
  const Session& session = fixture.document().session();
  QCOMPARE(session.mergedLayers(), (std::vector<int>{1, 2, 3}));
  Q_EMIT fixture.part<ZipperView>()->tryAgainRequested(2);
  QCOMPARE(session.mergedLayers(), std::vector<int>{1});
  QCOMPARE(session.steps.size(), std::size_t(3));
  Q_EMIT fixture.part<ZipperView>()->tryAgainRequested(2);  // not merged any more
  QCOMPARE(session.mergedLayers(), std::vector<int>{1});
  fixture.actions().tryAgain->trigger();  // the last step, whatever is selected
  QCOMPARE(session.current, -1);
}

void TestMainWindow::newLeavesNoWayBackToAClosedSession() {
  WindowFixture fixture;
  fixture.openSample();
  Actions& actions = fixture.actions();
  QVERIFY(fixture.runToEnd(actions.step));
  fixture.files().save(fixture.path("closed.zipper"));
  QVERIFY(fixture.waitUntil(RunState::Idle));
  QVERIFY(QTest::qWaitFor([&] { return !fixture.document().isModified(); }));
  fixture.drafts().takeFrom(fixture.document().session(), {});  // the welcome page now leads back
  actions.newSession->trigger();
  QVERIFY(!fixture.document().isOpen());
  QVERIFY(fixture.drafts().draft().isEmpty());
  for (const QAbstractButton* button : fixture.part<WelcomePage>()->findChildren<QAbstractButton*>())
    QVERIFY2(!button->isVisible() || !button->text().contains("Back"), qPrintable(button->text()));
}

void TestMainWindow::lookingWhileRunningChangesNothing() {
  WindowFixture fixture;
  Actions& actions = fixture.actions();
  fixture.openSample();
  fixture.useQuickRecipe("1", 30);
  QVERIFY(fixture.runToEnd(actions.step));
  const auto quiet = fixture.document().session().steps[0]->values;
  actions.stepBack->trigger();
  actions.step->trigger();
  for (int layer = 0; layer <= 14; ++layer) {
    fixture.chooseLayer(layer);
    QTest::qWait(20);
  }
  QVERIFY(fixture.waitUntil(RunState::Idle));
  QVERIFY(equalValues(*quiet, *fixture.document().session().steps.at(1)->values));
}

void TestMainWindow::unsavedWorkIsAskedFor() {
  WindowFixture fixture;
  fixture.openSample();
  QVERIFY(fixture.runToEnd(fixture.actions().step));
  fixture.window().close();
  QVERIFY(fixture.window().isVisible());
  QMessageBox* question = fixture.dialog("questionDialog");
  QVERIFY(question != nullptr);
  question->button(QMessageBox::Cancel)->click();
  QVERIFY(fixture.window().isVisible());
  QTRY_VERIFY(fixture.window().findChild<QMessageBox*>("questionDialog") == nullptr);
  fixture.window().close();
  question = fixture.dialog("questionDialog");
  QVERIFY(question != nullptr);
  question->button(QMessageBox::Discard)->click();
  QTRY_VERIFY(!fixture.window().isVisible());
}

void TestMainWindow::goingBackMakesNoRun() {
  WindowFixture fixture;
  fixture.openSample();
  Actions& actions = fixture.actions();
  fixture.useQuickRecipe("1-2");
  QVERIFY(fixture.runToEnd(actions.runAll));
  const auto legend = [&](int run) {
    return fixture.part<CurvesPanel>()->findChild<QAbstractButton*>(QString("legend:run/%1").arg(run));
  };
  for (int back = 0; back < 2; ++back) {
    actions.stepBack->trigger();
    QVERIFY(legend(0) == nullptr && legend(1) == nullptr);  // one run needs no legend
  }
  // A step that is cancelled makes none either.
  fixture.useQuickRecipe("1-2", 100000);
  actions.step->trigger();
  QTRY_VERIFY_WITH_TIMEOUT(fixture.part<CurvesPanel>()->pointCount() > 0, 30000);
  QVERIFY(legend(0) != nullptr && legend(1) != nullptr);
  actions.cancel->trigger();
  QVERIFY(fixture.waitUntil(RunState::Idle));
  QVERIFY(legend(0) == nullptr && legend(1) == nullptr);
  // One with another strategy does, and is named for it.
  fixture.useQuickRecipe("1-2");
  Recipe recipe = fixture.document().session().recipe;
  recipe.defaults.start.initialization = Initialization::Mean;
  planSteps(recipe, {1, 2});
  fixture.document().setRecipe(recipe);
  QVERIFY(fixture.runToEnd(actions.step));
  QCOMPARE(legend(1)->accessibleName().isEmpty() ? legend(1)->text() : legend(1)->accessibleName(),
           QString("Run 2 · mean"));
}

void TestMainWindow::closingKeepsTheStepUnlessToldOtherwise() {
  WindowFixture fixture;
  fixture.openSample();
  fixture.useQuickRecipe("1-2", 100000);
  fixture.actions().step->trigger();
  fixture.window().close();
  QMessageBox* question = fixture.dialog("questionDialog");
  QVERIFY(question != nullptr);
  QTest::keyClick(question, Qt::Key_Return);
  QTRY_VERIFY(fixture.window().findChild<QMessageBox*>("questionDialog") == nullptr);
  QVERIFY(fixture.window().isVisible());
  QVERIFY(fixture.run().state() == RunState::Running);
  fixture.run().cancel();
  QVERIFY(fixture.waitUntil(RunState::Idle));
}

void TestMainWindow::figuresAreReplacedOnlyWhenAgreed() {
  WindowFixture fixture;
  fixture.openSample();
  const QString folder = fixture.path("figures");
  QDir().mkpath(folder);
  const auto write = [&](const QString& name) {
    QFile file(folder + "/" + name);
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write("mine");
  };
  const auto isMine = [&](const QString& name) {
    QFile file(folder + "/" + name);
    return file.open(QIODevice::ReadOnly) && file.readAll() == "mine";
  };
  write("curves.svg");
  fixture.window().exportFigures(folder);
  QMessageBox* question = fixture.dialog("questionDialog");
  QVERIFY(question != nullptr);
  QVERIFY2(question->informativeText().contains("curves.svg"), qPrintable(question->informativeText()));
  QTest::keyClick(question, Qt::Key_Return);  // keeps what is there
  QTRY_VERIFY(fixture.window().findChild<QMessageBox*>("questionDialog") == nullptr);
  QVERIFY(isMine("curves.svg") && !QFile::exists(folder + "/zipper.svg"));

  fixture.window().exportFigures(folder);
  question = fixture.dialog("questionDialog");
  QVERIFY(question != nullptr);
  for (QAbstractButton* button : question->buttons())
    if (question->buttonRole(button) == QMessageBox::DestructiveRole) button->click();
  QTRY_VERIFY_WITH_TIMEOUT(!isMine("curves.svg") && QFile::exists(folder + "/accuracy.png"), 20000);

  // A report asks in the same way.
  write("report.html");
  fixture.window().exportReport(folder);
  question = fixture.dialog("questionDialog");
  QVERIFY(question != nullptr);
  question->button(QMessageBox::Cancel)->click();
  QVERIFY(isMine("report.html"));
}

void TestMainWindow::failuresAreNotRemembered() {
  WindowFixture fixture;
  fixture.openSample();
  QVERIFY(fixture.runToEnd(fixture.actions().step));
  QDir().mkpath(fixture.path("good"));
  fixture.files().save(fixture.path("good/merge.zipper"));
  QTRY_VERIFY(!fixture.document().isModified());
  const QString good = QFileInfo(fixture.path("good")).absoluteFilePath();
  QTRY_COMPARE(QSettings().value("dialogs/folder").toString(), good);
  fixture.files().save("/proc/merge.zipper");
  QVERIFY(fixture.errorText().contains("/proc"));
  QDir().mkpath(fixture.path("odd/empty"));
  fixture.drafts().chooseData(0, fixture.path("odd/empty"));
  QVERIFY(!fixture.errorText().isEmpty());
  QCOMPARE(QSettings().value("dialogs/folder").toString(), good);
}

void TestMainWindow::timeIsForecast() {
  WindowFixture fixture;
  fixture.openSample();
  Actions& actions = fixture.actions();
  fixture.useQuickRecipe("1-3", 20);
  QVERIFY(fixture.runToEnd(actions.step));
  const double seconds = fixture.run().secondsFor(remainingSteps(fixture.document().session()));
  QVERIFY(seconds > 0);
  QVERIFY2(actions.runAll->toolTip().contains("about"), qPrintable(actions.runAll->toolTip()));
  const double shortly = fixture.run().secondsFor({remainingSteps(fixture.document().session()).front()});
  QVERIFY(shortly > 0 && shortly < seconds);
  double least = 2;
  const auto connection = QObject::connect(&fixture.run(), &RunController::progressChanged, [&] {
    if (fixture.run().state() == RunState::Running && fixture.run().progress().share >= 0)
      least = std::min(least, fixture.run().progress().share);
  });
  QVERIFY(fixture.runToEnd(actions.runAll));
  QObject::disconnect(connection);
  QVERIFY2(least < 0.5, qPrintable(QString::number(least)));  // it begins anew
  QVERIFY(!actions.runAll->toolTip().contains("about"));
}

/// The teachers are scored before the first step: that isn't fine-tuning, even if that is the first step.
void TestMainWindow::theStatusSaysWhatIsDone() {
  WindowFixture fixture;
  fixture.openSample();
  QTRY_VERIFY_WITH_TIMEOUT(!fixture.document().session().teacherScores.empty(), 20000);
  QVERIFY(QTest::qWaitFor([&] { return !fixture.part<JobRunner>()->isRunning(); }, 20000));
  fixture.document().setTeacherScores({});
  Recipe recipe = fixture.document().session().recipe;
  planSteps(recipe, {}, 20);
  fixture.document().setRecipe(recipe);
  QStringList told;
  QSignalSpy phases(&fixture.run(), &RunController::phaseChanged);
  const auto connection = QObject::connect(&fixture.run(), &RunController::progressChanged, [&] {
    if (fixture.run().state() == RunState::Running) told << fixture.run().progress().what;
  });
  QVERIFY(fixture.runToEnd(fixture.actions().step));
  QObject::disconnect(connection);
  const QStringList scored = told.filter("evaluating");
  QVERIFY2(!scored.isEmpty() && scored.first().startsWith("teachers: evaluating"), qPrintable(told.join('\n')));
  QVERIFY2(scored.last().startsWith("fine-tuning: evaluating"), qPrintable(told.join('\n')));
  QVERIFY2(!told.filter("fine-tuning: calibrating ").isEmpty(), qPrintable(told.join('\n')));
  QVERIFY(!phases.isEmpty() && phases.size() < told.size());  // what explains isn't made anew with each batch
}

/// What an exponential schedule comes to depends on it.
void TestMainWindow::theRecipeKnowsTheSmallestTrainingSet() {
  WindowFixture fixture;
  fixture.openSample();
  Recipe recipe = fixture.document().session().recipe;
  recipe.defaults.calibration.schedule = ScheduleKind::Exponential;
  planSteps(recipe, {1});
  fixture.part<RecipePanel>()->setRecipe(recipe, fixture.document().session().layers());
  const auto caption = [&] { return fixture.part<SchedulePreview>()->caption(); };
  QVERIFY2(caption().contains("in 4 iteration"), qPrintable(caption()));
  fixture.files().closeSession();
  fixture.part<RecipePanel>()->setRecipe(recipe, 13);
  QVERIFY2(caption().contains("epochs"), qPrintable(caption()));
}

void TestMainWindow::aCrashCostsNoFinishedStep() {
  WindowFixture fixture;
  fixture.openSample();
  QVERIFY(fixture.runToEnd(fixture.actions().step));
  const Session before = fixture.document().session();
  fixture.open();  // the window before wasn't closed in order
  fixture.window().offerRecovery();
  QMessageBox* question = fixture.dialog("questionDialog");
  QVERIFY(question != nullptr);
  QVERIFY2(question->informativeText().contains("fashion + digits, 1 layer"), qPrintable(question->informativeText()));
  question->defaultButton()->click();
  QVERIFY(QTest::qWaitFor([&] { return fixture.document().isOpen(); }, 20000));
  expectEqualSessions(before, fixture.document().session());
  QVERIFY(fixture.document().isModified());
  QVERIFY(fixture.document().path().isEmpty());
}

void TestMainWindow::aRecoveredSessionKnowsItsFile() {
  WindowFixture fixture;
  const QString path = fixture.path("merge.zipper");
  leaveAnOrphanOf(fixture, path);
  fixture.files().recover(Recovery(fixture.path("recovery")).orphans().value(0));
  QVERIFY(fixture.waitUntil(RunState::Idle));
  QCOMPARE(fixture.document().path(), path);
  QVERIFY(fixture.window().isWindowModified());
  QVERIFY(fixture.window().windowTitle().startsWith("merge.zipper[*]"));

  // Also after a second crash.
  fixture.open();
  fixture.files().recover(Recovery(fixture.path("recovery")).orphans().value(0));
  QVERIFY(fixture.waitUntil(RunState::Idle));
  fixture.actions().save->trigger();
  QTRY_VERIFY(!fixture.document().isModified());
  QCOMPARE(loadSession(path.toStdString()).steps.size(), std::size_t(2));
  fixture.window().close();
  QVERIFY(QDir(fixture.path("recovery")).entryList({"*.origin"}).isEmpty());
}

void TestMainWindow::aFileWrittenSinceIsNotOverwritten() {
  WindowFixture fixture;
  const QString path = fixture.path("merge.zipper");
  leaveAnOrphanOf(fixture, path);
  const QString orphan = Recovery(fixture.path("recovery")).orphans().value(0);
  QCOMPARE(Recovery::originOf(orphan), path);
  QFile file(path);
  QVERIFY(file.open(QIODevice::ReadWrite));
  QVERIFY(file.setFileTime(QDateTime::currentDateTime().addSecs(60), QFileDevice::FileModificationTime));
  QVERIFY(Recovery::originOf(orphan).isEmpty());
}

void TestMainWindow::conventionsAreOverriddenBeforeLoading() {
  WindowFixture fixture;
  fixture.openSample();
  SessionController& files = fixture.files();
  files.closeSession();
  DraftController& drafts = fixture.drafts();
  drafts.chooseModel(0, fixture.path("sample/fashion.safetensors"));
  QTRY_VERIFY_WITH_TIMEOUT(drafts.draft().tasks[0].summary.has_value(), 20000);
  WelcomePage* page = fixture.part<WelcomePage>();
  page->findChildren<QPushButton*>("conventions")[0]->click();
  auto* dialog = fixture.window().findChild<ConventionsDialog*>();
  QVERIFY(dialog != nullptr);
  QTest::keyClicks(dialog->findChild<QLineEdit*>("inputSize"), "64");
  dialog->findChild<QComboBox*>("activation")->setCurrentIndex(1);
  dialog->accept();
  QTRY_COMPARE_WITH_TIMEOUT(drafts.draft().tasks[0].summary->spec.inputSize, 64, 20000);
  QVERIFY(page->findChildren<QLabel*>("reading")[0]->text().contains("64×64"));
  QVERIFY(page->findChildren<QLabel*>("notes")[0]->text().contains("input size chosen: 64"));

  // What can't be read leaves the earlier choice.
  SpecOverrides nowhere;
  nowhere.part = "nowhere.";
  drafts.changeConventions(0, nowhere);
  QVERIFY(fixture.errorText().contains("fashion.safetensors"));
  QCOMPARE(drafts.draft().tasks[0].summary->spec.inputSize, 64);

  drafts.chooseModel(1, fixture.path("sample/digits.safetensors"));
  drafts.chooseData(0, fixture.path("sample/fashion"));
  drafts.chooseData(1, fixture.path("sample/digits"));
  QTRY_VERIFY_WITH_TIMEOUT(drafts.draft().isComplete(), 20000);
  files.openSources(drafts.draft().recipe());
  QVERIFY(QTest::qWaitFor([&] { return fixture.document().isOpen(); }, 20000));
  const Session& session = fixture.document().session();
  QCOMPARE(session.teachers[0].spec.inputSize, 64);
  QVERIFY(session.teachers[0].spec.activation == Activation::ReLU);
  QCOMPARE(session.teachers[1].spec.inputSize, 32);

  const QString path = fixture.path("overridden.zipper");
  files.save(path);
  QTRY_COMPARE(fixture.document().path(), path);
  const Recipe saved = loadSession(path.toStdString()).recipe;
  QCOMPARE(saved.sources[0].overrides.inputSize.value(), 64);
  QVERIFY(saved.sources[0].overrides.activation == Activation::ReLU && isEmpty(saved.sources[1].overrides));
}

void TestMainWindow::theFormatsPageNamesAllFormats() {
  WindowFixture fixture;
  fixture.actions().fileFormats->trigger();
  auto* page = fixture.window().findChild<FormatsDialog*>()->findChild<QTextBrowser*>();
  QVERIFY(page != nullptr && page->isVisible());
  const QString text = page->toPlainText();
  for (const NamingScheme& scheme : namingSchemes()) QVERIFY2(text.contains(scheme.title), scheme.title);
  for (const Architecture architecture : {Architecture::MobileNetV1, Architecture::MobileNetV2,
                                          Architecture::MobileNetV3Large, Architecture::MobileNetV3Small})
    QVERIFY2(text.contains(QString::fromStdString(titleOf(architecture))), titleOf(architecture).c_str());
  for (const ExportFormat& format : exportFormats())
    QVERIFY2(text.contains(QString::fromStdString(format.title)), format.title.c_str());
  for (const std::string& name : modelFormatNames())
    QVERIFY2(text.contains(QString::fromStdString(name)), name.c_str());
}

void TestMainWindow::mnemonicsAreUnique_data() {
  QTest::addColumn<QString>("texts");
  QTest::newRow("English") << ":/i18n/zipper-workbench_en.qm";
  QTest::newRow("German") << ":/i18n/zipper-workbench_de.qm";
  QTest::newRow("Chinese") << ":/i18n/zipper-workbench_zh_TW.qm";
}

void TestMainWindow::mnemonicsAreUnique() {
  QFETCH(QString, texts);
  QTranslator translator;
  QVERIFY(translator.load(texts));
  QCoreApplication::installTranslator(&translator);
  WindowFixture fixture;
  QStringList menus, panels, page;
  for (const QAction* menu : fixture.window().menuBar()->actions()) menus << menu->text();
  for (const QDockWidget* dock : fixture.window().findChildren<QDockWidget*>())
    for (const QAbstractButton* button : dock->findChildren<QAbstractButton*>()) panels << button->text();
  for (const QAbstractButton* button : fixture.part<WelcomePage>()->findChildren<QAbstractButton*>())
    page << button->text();
  QVERIFY(!menus.isEmpty() && !panels.isEmpty() && !page.isEmpty());
  QCOMPARE(sharedMnemonic(menus + panels), QString());
  QCOMPARE(sharedMnemonic(menus + page), QString());
  for (const QMenu* menu : fixture.window().findChildren<QMenu*>()) {
    QStringList items;
    for (const QAction* action : menu->actions()) items << action->text();
    QCOMPARE(sharedMnemonic(items), QString());
  }
}

/// The first two labels that are chosen by the same key; empty if there are none.
QString TestMainWindow::sharedMnemonic(const QStringList& labels) {
  QMap<QString, QString> taken;
  for (const QString& label : labels) {
    const QString keys = QKeySequence::mnemonic(label).toString();
    if (keys.isEmpty()) continue;
    if (taken.contains(keys)) return taken[keys] + " and " + label;
    taken[keys] = label;
  }
  return {};
}

/// Platforms leave some of the standard keys out.
void TestMainWindow::everyCommandOfTheFileMenuHasItsKeys() {
  WindowFixture fixture;
  Actions& actions = fixture.actions();
  for (const QAction* action : {actions.newSession, actions.openSession, actions.save, actions.saveAs, actions.quit})
    QVERIFY2(!action->shortcut().isEmpty(), qPrintable(action->text()));
}

ZIPPER_TEST_WITH(QApplication, TestMainWindow)
#include "test_main_window.moc"
