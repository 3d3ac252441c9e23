// SPDX-License-Identifier: GPL-3.0-or-later

#include <QComboBox>
#include <QLineEdit>
#include <QMenu>
#include <QPushButton>
#include <QtTest>

#include "app/workbench/window_fixture.h"
#include "core/containers/safetensors.h"
#include "core/session/session_file.h"
#include "support/test_program.h"
#include "support/tiny_session.h"
#include "widgets/inspector/feature_maps_page.h"
#include "widgets/inspector/inspector_panel.h"
#include "widgets/log/log_panel.h"
#include "widgets/welcome/welcome_page.h"

using namespace zipper;
using namespace zipper::test;

/// More than two tasks in the real window: from the start page to the files.
class TestThreeTasks : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void initTestCase();
  void droppedFilesFillTheCards();
  void aCardIsAddedNamedAndTakenAway();
  void aTaskThatIsGoneGetsNoNews();
  void failuresNameTheCardOfNow();
  void theWholeWay();
  void commandsAreThereForEachTask();

 private:
  QString sample(const QString& name) const { return fixture_->path("sample/" + name); }
  bool waitUntilRead(std::size_t tasks);
  QStringList models() const;
  bool openThree();

  std::unique_ptr<WindowFixture> fixture_;
};

/// The sample, and its second network again as a third one.
void TestThreeTasks::initTestCase() {
  fixture_ = std::make_unique<WindowFixture>();
  fixture_->openSample();
  fixture_->files().closeSession();
  QVERIFY(QFile::copy(sample("digits.safetensors"), sample("again.safetensors")));
  QVERIFY(QDir().mkpath(sample("again")));
  const QDir digits(sample("digits"));
  for (const QString& name : digits.entryList(QDir::Files))
    QVERIFY(QFile::copy(digits.filePath(name), sample("again/" + name)));
}

bool TestThreeTasks::waitUntilRead(std::size_t tasks) {
  return QTest::qWaitFor(
      [&] {
        const SessionDraft& draft = fixture_->drafts().draft();
        return draft.tasks.size() == tasks && draft.isComplete();
      },
      30000);
}

QStringList TestThreeTasks::models() const {
  QStringList names;
  for (const TaskDraft& task : fixture_->drafts().draft().tasks) names << QFileInfo(task.model).completeBaseName();
  return names;
}

void TestThreeTasks::droppedFilesFillTheCards() {
  fixture_->drafts().takeDropped({sample("fashion.safetensors")});
  QTRY_COMPARE_WITH_TIMEOUT(models(), (QStringList{"fashion", ""}), 20000);
  fixture_->drafts().takeDropped({sample("digits.safetensors"), sample("again.safetensors"), sample("fashion"),
                                  sample("digits"), sample("again")});
  QVERIFY(waitUntilRead(3));
  QCOMPARE(models(), (QStringList{"fashion", "digits", "again"}));
  QCOMPARE(fixture_->drafts().draft().tasks[2].data, sample("again"));
  QVERIFY(fixture_->part<WelcomePage>()->isVisible());
  fixture_->drafts().drop();
}

void TestThreeTasks::aCardIsAddedNamedAndTakenAway() {
  fixture_->drafts().chooseModel(0, sample("fashion.safetensors"));
  QTRY_COMPARE_WITH_TIMEOUT(models(), (QStringList{"fashion", ""}), 20000);
  auto* page = fixture_->part<WelcomePage>();
  page->findChild<QPushButton*>("addTask")->click();
  fixture_->drafts().chooseModel(2, sample("again.safetensors"));
  QTRY_COMPARE_WITH_TIMEOUT(models(), (QStringList{"fashion", "", "again"}), 20000);
  QTest::keyClicks(page->findChildren<QLineEdit*>("taskName")[2], " numbers ");
  QCOMPARE(fixture_->drafts().draft().tasks[2].name, QString(" numbers "));
  QCOMPARE(fixture_->drafts().draft().tasks[2].source().name, std::string("numbers"));
  page->findChildren<QPushButton*>("removeTask")[1]->click();
  QCOMPARE(models(), (QStringList{"fashion", "again"}));
  QCOMPARE(page->findChildren<QLineEdit*>("taskName")[1]->text(), QString(" numbers "));
  fixture_->drafts().drop();
  QVERIFY(fixture_->drafts().draft().isEmpty());
}

/// What the worker answers belongs to the task that it was asked for, whatever became of the cards meanwhile.
void TestThreeTasks::aTaskThatIsGoneGetsNoNews() {
  DraftController& drafts = fixture_->drafts();
  drafts.chooseModel(0, sample("fashion.safetensors"));
  drafts.addTask();
  drafts.chooseModel(1, sample("digits.safetensors"));
  drafts.chooseModel(2, sample("again.safetensors"));
  drafts.removeTask(1);
  QTRY_COMPARE_WITH_TIMEOUT(models(), (QStringList{"fashion", "again"}), 20000);
  drafts.chooseData(0, fixture_->path("nowhere"));
  drafts.drop();
  QSignalSpy failed(&drafts, &DraftController::failed);
  drafts.chooseModel(0, sample("digits.safetensors"));
  QTRY_COMPARE_WITH_TIMEOUT(models(), (QStringList{"digits", ""}), 20000);
  QCOMPARE(failed.size(), 0);
  drafts.drop();
}

void TestThreeTasks::failuresNameTheCardOfNow() {
  DraftController& drafts = fixture_->drafts();
  drafts.chooseModel(0, sample("fashion.safetensors"));
  drafts.addTask();
  QSignalSpy failed(&drafts, &DraftController::failed);
  drafts.chooseModel(2, fixture_->path("nowhere.safetensors"));
  drafts.removeTask(1);
  QTRY_COMPARE_WITH_TIMEOUT(failed.size(), 1, 20000);
  QCOMPARE(failed[0][0].toString(), QString("Model B can't be used."));
  delete fixture_->dialog("errorDialog");
  drafts.drop();
}

bool TestThreeTasks::openThree() {
  fixture_->window().openTasks(
      {sample("fashion.safetensors"), sample("digits.safetensors"), sample("again.safetensors")},
      {sample("fashion"), sample("digits"), sample("again")}, {"", "numbers", ""});
  return QTest::qWaitFor([&] { return fixture_->document().isOpen(); }, 30000) && fixture_->waitUntil(RunState::Idle);
}

void TestThreeTasks::theWholeWay() {
  QVERIFY(openThree());
  const Session& session = fixture_->document().session();
  QCOMPARE(session.taskCount(), 3);
  QCOMPARE(fixture_->document().taskTitles(), (QStringList{"A · fashion", "B · numbers", "C · again"}));
  QVERIFY(fixture_->window().windowTitle().startsWith("fashion + numbers + again"));
  fixture_->useQuickRecipe("1-2");

  // Steps, and back.
  QVERIFY(fixture_->runToEnd(fixture_->actions().step));
  QCOMPARE(session.mergedLayers(), std::vector<int>{1});
  QCOMPARE(session.steps[0]->calibrated.size(), std::size_t(3));
  QCOMPARE(session.teacherScores.size(), std::size_t(3));
  QVERIFY2(fixture_->part<LogPanel>()->plainText().contains(", C "),
           qPrintable(fixture_->part<LogPanel>()->plainText()));
  fixture_->actions().stepBack->trigger();
  QCOMPARE(session.current, -1);
  // While a step becomes part of the document, the next one is in work, and after the last one none.
  std::vector<int> inWork;
  const auto watched = QObject::connect(&fixture_->document(), &Document::stepsChanged, [&] {
    const StepPlan* plan = fixture_->run().planInWork();
    inWork.push_back(plan == nullptr ? 0 : plan->target.layerNumber());
  });
  QVERIFY(fixture_->runToEnd(fixture_->actions().runAll));
  QObject::disconnect(watched);
  QCOMPARE(inWork, (std::vector<int>{2, 0}));
  QCOMPARE(session.mergedLayers(), (std::vector<int>{1, 2}));

  // The third task alone, in a file.
  const QString exported = fixture_->path("merged-c.safetensors");
  fixture_->files().exportMerged("safetensors", "c", exported);
  QVERIFY(fixture_->waitUntil(RunState::Idle));
  QVERIFY(!readSafetensors(exported.toStdString()).tensors.empty());

  // What is saved comes back.
  const QString path = fixture_->path("three.zipper");
  fixture_->files().save(path);
  QTRY_VERIFY(!fixture_->document().isModified());
  const auto values = session.steps.at(std::size_t(session.current))->values;
  fixture_->files().closeSession();
  QVERIFY(!fixture_->document().isOpen());
  fixture_->window().openSession(path);
  QVERIFY(QTest::qWaitFor([&] { return fixture_->document().isOpen(); }, 30000));
  QVERIFY(fixture_->waitUntil(RunState::Idle));
  QCOMPARE(session.taskCount(), 3);
  QCOMPARE(session.recipe.sources[1].name, std::string("numbers"));
  QVERIFY(equalValues(*values, *session.steps.at(std::size_t(session.current))->values));
  QVERIFY(fixture_->document().hasData());

  // The inspector looks into each of them.
  auto* maps = fixture_->part<FeatureMapsPage>();
  QComboBox* tasks = nullptr;
  for (QComboBox* box : maps->findChildren<QComboBox*>())
    if (box->findText("C · again") >= 0) tasks = box;
  QVERIFY(tasks != nullptr);
  QCOMPARE(tasks->count(), 3);
  tasks->setCurrentIndex(2);
  Q_EMIT tasks->activated(2);
  QCOMPARE(fixture_->part<InspectorPanel>()->probe().task, 2);
  fixture_->files().closeSession();
}

void TestThreeTasks::commandsAreThereForEachTask() {
  const auto visible = [](const QMenu* menu) {
    int count = 0;
    for (const QAction* action : menu->actions()) count += action->isVisible() ? 1 : 0;
    return count;
  };
  const Actions& actions = fixture_->actions();
  QCOMPARE(visible(actions.modelMenu), 2);
  QVERIFY(openThree());
  QCOMPARE(visible(actions.modelMenu), 3);
  QCOMPARE(visible(actions.dataMenu), 3);
  const QMenu* format = actions.exportMenu->actions().first()->menu();
  QCOMPARE(visible(format), 4);  // all of them, and each alone
  QCOMPARE(format->actions().last()->text(), QString("Task C alone…"));
  QSignalSpy asked(&actions, &Actions::exportRequested);
  format->actions().last()->trigger();
  QCOMPARE(asked.value(0).value(1).toString(), QString("c"));
  delete fixture_->part<QFileDialog>();
  fixture_->files().closeSession();
  QCOMPARE(visible(actions.modelMenu), 2);
}

ZIPPER_TEST_WITH(QApplication, TestThreeTasks)
#include "test_three_tasks.moc"
