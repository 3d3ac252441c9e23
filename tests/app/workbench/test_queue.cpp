// SPDX-License-Identifier: GPL-3.0-or-later

#include <QDir>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QRegularExpression>
#include <QSignalSpy>
#include <QTableView>
#include <QtTest>

#include "app/workbench/window_fixture.h"
#include "core/recipe/recipe_queue.h"
#include "core/session/run_tree.h"
#include "core/support/error.h"
#include "core/support/files.h"
#include "support/test_program.h"
#include "widgets/queue/queue_panel.h"

using namespace zipper;
using namespace zipper::test;

namespace {

struct QueueFixture : WindowFixture {
  /// `allTestImages`: so many that scoring the teachers says how long runs take, however fast the machine.
  explicit QueueFixture(bool allTestImages = false) { allTestImages ? openWholeSample() : openSample(); }
  QueueLink& queue() { return *part<QueueLink>(); }
  QueuePanel& panel() { return *part<QueuePanel>(); }
  QString cell(int row, int column) {
    return panel().findChild<QTableView*>()->model()->index(row, column).data().toString();
  }
  int rows() { return panel().findChild<QTableView*>()->model()->rowCount(); }
  void press(const char* name) { panel().findChild<QPushButton*>(name)->click(); }

  /// As somebody would: sets the form, types a name, presses the key of the command.
  void add(const QString& name, const std::function<void(Recipe&)>& change, const std::string& layers = "1-2") {
    Recipe recipe = document().session().recipe;
    recipe.defaults.initializationImages = recipe.defaults.statisticsImages = 32;
    recipe.defaults.calibration.batchSize = 8;
    recipe.defaults.calibration.iterations = 2;
    change(recipe);
    planSteps(recipe, parseLayers(layers, document().session().layers()));
    part<RecipePanel>()->setRecipe(recipe, document().session().layers());
    document().setRecipe(recipe);
    panel().findChild<QLineEdit*>("queueName")->setText(name);
    actions().enqueue->trigger();
  }
  bool runsThrough() {
    press("queueStart");
    return queue().isAtWork() && QTest::qWaitFor([this] { return !queue().isAtWork(); }, 60000);
  }
  QStringList files() { return QDir(path("recovery")).entryList({"queue-*"}, QDir::Files, QDir::Name); }
  std::vector<QueuedRecipe> kept() {
    for (const QString& name : files()) {
      const QString file = path("recovery/" + name);
      if (!name.endsWith(".json")) continue;
      try {
        return queueFromJson(readTextFile(file.toStdString()), 13, "the queue");
      } catch (const Error&) {
        if (QFile::exists(file)) throw;  // otherwise the worker has removed it meanwhile
      }
    }
    return {};
  }
};

const auto asItIs = [](Recipe&) {};
const auto fromRandom = [](Recipe& recipe) { setInitialization(recipe.defaults.start, Initialization::Random); };
/// A device that no machine has: it can be asked for, and fails when the run begins.
const auto onNoDevice = [](Recipe& recipe) { recipe.device = "cuda:63"; };

}  // namespace

/// A queue of recipes in the real window.
class TestQueue : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void runsBecomeRunsOfTheSession() {
    QueueFixture fixture(true);
    QTRY_VERIFY_WITH_TIMEOUT(!fixture.document().session().teacherScores.empty(), 20000);
    fixture.add("least squares", asItIs);
    fixture.add("at random", fromRandom);
    fixture.useQuickRecipe("1-3");
    const std::string form = recipeToJson(fixture.document().session().recipe);
    QCOMPARE(fixture.rows(), 2);
    QVERIFY2(fixture.cell(0, QueueModel::Time).startsWith("about "), qPrintable(fixture.cell(0, QueueModel::Time)));
    QVERIFY(fixture.runsThrough());

    const Session& session = fixture.document().session();
    const std::vector<Run> runs = runsOf(session);
    QCOMPARE(runs.size(), std::size_t(2));
    QCOMPARE(runs[0].steps.size(), std::size_t(2));
    QCOMPARE(noteOf(session, 0).name, std::string("least squares"));
    QCOMPARE(noteOf(session, 1).name, std::string("at random"));
    const auto startOf = [&](int step) { return session.steps[std::size_t(step)]->plan.settings.start.initialization; };
    QVERIFY(startOf(runs[0].steps[0]) == Initialization::LeastSquares);
    QVERIFY(startOf(runs[1].steps[1]) == Initialization::Random);
    QCOMPARE(session.steps[std::size_t(runs[1].steps[0])]->parent, -1);
    // Where the session stood and what was in the form is as before.
    QCOMPARE(session.current, -1);
    QCOMPARE(recipeToJson(session.recipe), form);
    QCOMPARE(recipeToJson(fixture.part<RecipePanel>()->recipe()), form);
    QCOMPARE(fixture.cell(0, QueueModel::State), QString("done"));
    double seconds = 0;
    for (const int step : runs[0].steps) seconds += session.steps[std::size_t(step)]->seconds;
    QCOMPARE(fixture.cell(0, QueueModel::Time), QString::fromStdString(durationText(seconds)));
    fixture.panel().setCurrentRow(1);
    fixture.press("queueResult");
    QCOMPARE(session.current, runs[1].steps[1]);
    QVERIFY(fixture.window().findChild<QMessageBox*>("errorDialog") == nullptr);
  }

  /// The same as the command Run All does with the same recipe, bit for bit.
  void aQueuedRunIsTheRunOfItsRecipe() {
    QueueFixture fixture;
    fixture.add("", asItIs);
    QVERIFY(fixture.runsThrough());
    const StepResult queued = *fixture.document().session().steps.back();
    QCOMPARE(fixture.document().session().runNotes.size(), std::size_t(0));
    QVERIFY(fixture.runToEnd(fixture.actions().runAll));
    const StepResult direct = *fixture.document().session().steps.back();
    QVERIFY(fixture.document().session().steps.size() == 4);
    QCOMPARE(queued.curve.values(), direct.curve.values());
    QCOMPARE(queued.calibrated.at(0).top1, direct.calibrated.at(0).top1);
    QCOMPARE(queued.calibrated.at(1).loss, direct.calibrated.at(1).loss);
  }

  void aFailureStopsOnlyItself() {
    QueueFixture fixture;
    QTRY_VERIFY_WITH_TIMEOUT(!fixture.document().session().teacherScores.empty(), 20000);
    fixture.add("bad", onNoDevice);
    fixture.useQuickRecipe("1-2");
    fixture.add("good", [](Recipe& recipe) { recipe.device = "cpu"; });
    QVERIFY(fixture.runsThrough());
    QVERIFY2(fixture.cell(0, QueueModel::State).startsWith("failed: "), qPrintable(fixture.cell(0, QueueModel::State)));
    QVERIFY2(fixture.cell(0, QueueModel::State).contains("cuda:63"), qPrintable(fixture.cell(0, QueueModel::State)));
    QCOMPARE(fixture.cell(1, QueueModel::State), QString("done"));
    QCOMPARE(runsOf(fixture.document().session()).size(), std::size_t(1));
    QCOMPARE(noteOf(fixture.document().session(), 0).name, std::string("good"));
    QVERIFY(fixture.window().findChild<QMessageBox*>("errorDialog") == nullptr);
    QTRY_COMPARE(fixture.kept().size(), std::size_t(2));
    QTRY_VERIFY(!fixture.kept().empty() && fixture.kept()[1].state == QueueState::Done);
    QVERIFY(QString::fromStdString(fixture.kept()[0].message).contains("cuda:63"));
  }

  void skippingGoesOnAndCancellingStops() {
    QueueFixture fixture;
    const auto endless = [](Recipe& recipe) { recipe.defaults.calibration.iterations = 100000; };
    fixture.add("first", endless);
    fixture.add("second", [&](Recipe& recipe) {
      endless(recipe);
      recipe.seed = 2;
    });
    fixture.add("third", asItIs);
    fixture.press("queueStart");
    QVERIFY(fixture.run().state() == RunState::Running);
    fixture.press("queuePause");
    QVERIFY(fixture.run().state() == RunState::Paused);
    QCOMPARE(fixture.cell(0, QueueModel::State), QString("paused"));
    fixture.press("queuePause");
    QVERIFY(fixture.run().state() == RunState::Running);
    QVERIFY(!fixture.actions().enqueue->isEnabled());  // the form shows the recipe in work
    fixture.press("queueSkip");
    QTRY_COMPARE_WITH_TIMEOUT(fixture.cell(0, QueueModel::State), QString("skipped"), 20000);
    QTRY_COMPARE_WITH_TIMEOUT(fixture.cell(1, QueueModel::State), QString("runs"), 20000);
    QVERIFY(fixture.waitUntil(RunState::Running));
    fixture.actions().cancel->trigger();
    QTRY_VERIFY_WITH_TIMEOUT(!fixture.queue().isAtWork(), 20000);
    QCOMPARE(fixture.cell(1, QueueModel::State), QString("waits"));  // it wasn't skipped
    QCOMPARE(fixture.cell(2, QueueModel::State), QString("waits"));
    QVERIFY(fixture.waitUntil(RunState::Idle));
    QVERIFY(fixture.actions().enqueue->isEnabled());
    // In another order, the short one first.
    fixture.panel().setCurrentRow(2);
    fixture.press("queueUp");
    QCOMPARE(fixture.cell(1, QueueModel::Name), QString("third"));
    fixture.panel().setCurrentRow(2);
    fixture.press("queueRemove");
    QCOMPARE(fixture.rows(), 2);
    QVERIFY(fixture.runsThrough());
    QCOMPARE(fixture.cell(1, QueueModel::State), QString("done"));
  }

  void theSameRecipeIsAskedAbout() {
    QueueFixture fixture;
    QTRY_VERIFY_WITH_TIMEOUT(!fixture.document().session().teacherScores.empty(), 20000);
    const auto sentence = [&] { return fixture.panel().findChild<QLabel*>("queueSame")->text(); };
    fixture.add("one", asItIs);
    fixture.add("other", fromRandom);
    QVERIFY(!fixture.panel().asksAboutSame());
    fixture.add("again", fromRandom);
    QCOMPARE(fixture.rows(), 2);
    QVERIFY(fixture.panel().asksAboutSame());
    QVERIFY2(sentence().contains("place 2, “other”"), qPrintable(sentence()));
    fixture.press("queueDontAdd");
    QCOMPARE(fixture.rows(), 2);
    fixture.actions().enqueue->trigger();
    fixture.press("queueAddAnyway");
    QCOMPARE(fixture.rows(), 3);
    QCOMPARE(fixture.cell(2, QueueModel::Name), QString("again"));
    QVERIFY(!fixture.panel().asksAboutSame());
    // The question goes with what it asks about, and another seed is another recipe.
    fixture.actions().enqueue->trigger();
    QVERIFY(fixture.panel().asksAboutSame());
    fixture.panel().setCurrentRow(2);
    fixture.press("queueRemove");
    QVERIFY(fixture.panel().asksAboutSame());
    fixture.panel().setCurrentRow(1);
    fixture.press("queueRemove");
    QVERIFY(!fixture.panel().asksAboutSame());
    fixture.add("another seed", [](Recipe& recipe) { recipe.seed = 9; });
    QCOMPARE(fixture.rows(), 2);
    // What was run counts as well; what a preset is called doesn't.
    QVERIFY(fixture.runsThrough());
    fixture.add("", [](Recipe& recipe) { recipe.preset = "lesson"; });
    QCOMPARE(fixture.rows(), 2);
    QVERIFY2(sentence().startsWith("The same recipe was run already (place 2, “another seed”)"),
             qPrintable(sentence()));
  }

  void waitsThroughARestart() {
    QueueFixture fixture;
    fixture.add("kept", fromRandom);
    fixture.open();
    QCOMPARE(fixture.rows(), 0);
    fixture.openSample();
    QCOMPARE(fixture.rows(), 1);
    QCOMPARE(fixture.cell(0, QueueModel::Name), QString("kept"));
    QVERIFY(fixture.cell(0, QueueModel::Summary).contains("random"));
    // The same networks again in the same window: it stays.
    fixture.openSample();
    QCOMPARE(fixture.rows(), 1);
    fixture.press("queueRemove");
    QTRY_VERIFY(fixture.kept().empty());
    fixture.open();
    fixture.openSample();
    QCOMPARE(fixture.rows(), 0);
  }

  void aDamagedQueueIsSetAside() {
    QueueFixture fixture;
    fixture.add("a", asItIs);
    QTRY_COMPARE(fixture.kept().size(), std::size_t(1));
    const QString name = fixture.files().filter(QRegularExpression("json$")).value(0);
    fixture.open();
    writeFileAtomically(fixture.path("recovery/" + name).toStdString(), std::string("{\"format\":1,"));
    QSignalSpy warned(&fixture.queue(), &QueueLink::warned);
    fixture.openSample();
    QCOMPARE(fixture.rows(), 0);
    QCOMPARE(warned.size(), 1);
    QVERIFY2(warned[0][0].toString().contains("set aside"), qPrintable(warned[0][0].toString()));
    QVERIFY(fixture.files().contains(name + ".damaged"));
  }

  void closingAsks() {
    QueueFixture fixture;
    fixture.add("long", [](Recipe& recipe) { recipe.defaults.calibration.iterations = 100000; });
    fixture.add("waiting", asItIs);
    fixture.press("queueStart");
    QVERIFY(fixture.run().state() == RunState::Running);
    fixture.window().close();
    QMessageBox* question = fixture.dialog("questionDialog");
    QVERIFY(question != nullptr);
    QVERIFY2(question->text().startsWith("The queue is at work"), qPrintable(question->text()));
    QVERIFY2(question->informativeText().contains("2 recipe(s) that wait"), qPrintable(question->informativeText()));
    QTest::keyClick(question, Qt::Key_Return);  // keeps working
    QVERIFY(fixture.window().isVisible() && fixture.queue().isAtWork());
    fixture.actions().cancel->trigger();
    QTRY_VERIFY_WITH_TIMEOUT(!fixture.queue().isAtWork(), 20000);
  }

  void whatCannotBeRunIsNotTaken() {
    QueueFixture fixture;
    QVERIFY(fixture.runToEnd(fixture.actions().step));
    Recipe recipe = fixture.document().session().recipe;
    recipe.steps.clear();
    fixture.part<RecipePanel>()->setRecipe(recipe, 13);
    QVERIFY(!fixture.queue().whyNotAdd().isEmpty());
    fixture.queue().add();
    QCOMPARE(fixture.rows(), 0);
  }
};

ZIPPER_TEST_WITH(QApplication, TestQueue)
#include "test_queue.moc"
