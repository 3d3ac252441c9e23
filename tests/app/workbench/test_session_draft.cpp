// SPDX-License-Identifier: GPL-3.0-or-later

#include <QtTest>

#include "app/workbench/session_draft.h"
#include "core/network/task_names.h"
#include "support/test_program.h"

using namespace zipper;

namespace {

ModelSummary modelOfWidth(double width) {
  ModelSummary summary;
  summary.spec.width = width;
  summary.spec.classes = 10;
  return summary;
}

}  // namespace

/// The tasks of a session while they are being chosen.
class TestSessionDraft : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void twoTasksAlwaysStay() {
    SessionDraft draft;
    QCOMPARE(draft.tasks.size(), std::size_t(2));
    QVERIFY(draft.isEmpty());
    draft.remove(1);
    QCOMPARE(draft.tasks.size(), std::size_t(2));
    draft.add();
    QVERIFY(!draft.isEmpty());  // somebody wants a third one
    draft.tasks[2].model = "c";
    draft.remove(0);
    QCOMPARE(draft.tasks[1].model, QString("c"));
    QVERIFY(!draft.isEmpty());
  }

  void thereAreAsManyTasksAsLetters() {
    SessionDraft draft;
    for (int i = 0; i < 100; ++i) draft.add();
    QCOMPARE(int(draft.tasks.size()), mostTasks);
    draft.clear(1000);
    QCOMPARE(int(draft.tasks.size()), mostTasks);
  }

  void tasksAreFoundByWhatNeverChanges() {
    SessionDraft draft;
    draft.add();
    const int second = draft.tasks[1].id, third = draft.tasks[2].id;
    draft.remove(1);
    QVERIFY(draft.find(second) == nullptr);
    QCOMPARE(draft.find(third), &draft.tasks[1]);
    draft.clear();
    QVERIFY(draft.find(third) == nullptr);
    for (const TaskDraft& task : draft.tasks) QVERIFY(task.id != second);
  }

  void allTasksMustFitTheFirst() {
    SessionDraft draft;
    draft.add();
    draft.add();
    draft.tasks[0].summary = modelOfWidth(0.25);
    draft.tasks[3].summary = modelOfWidth(0.25);
    QCOMPARE(draft.misfit(), std::string());
    draft.tasks[2].summary = modelOfWidth(0.25);  // B isn't chosen yet
    draft.tasks[2].summary->spec.architecture = Architecture::MobileNetV2;
    QVERIFY2(draft.misfit().find("C a MobileNet V2") != std::string::npos, draft.misfit().c_str());
    draft.remove(2);
    QCOMPARE(draft.misfit(), std::string());
  }

  /// A narrower network is no misfit; what becomes of it is told once all networks are known.
  void narrowerNetworksAreWidened() {
    SessionDraft draft;
    draft.add();
    draft.tasks[0].summary = modelOfWidth(0.25);
    draft.tasks[1].summary = modelOfWidth(0.5);
    QCOMPARE(draft.misfit(), std::string());
    QVERIFY(draft.adjustments().empty());
    draft.tasks[2].summary = modelOfWidth(0.5);
    QCOMPARE(draft.adjustments().size(), std::size_t(1));
    QVERIFY(draft.adjustments()[0].find("task A: its network has width 0.25") == 0);
    draft.tasks[2].summary->spec.architecture = Architecture::MobileNetV2;
    QVERIFY(draft.adjustments().empty());
  }

  void aDraftIsCompleteWhenAllTasksAre() {
    SessionDraft draft;
    draft.add();
    for (TaskDraft& task : draft.tasks) {
      QVERIFY(!draft.isComplete());
      task.summary = modelOfWidth(1);
      task.data = "somewhere";
    }
    QVERIFY(draft.isComplete());
    draft.tasks[2].summary->spec.classes = 0;
    QVERIFY(!draft.isComplete());
    QCOMPARE(draft.recipe().sources.size(), std::size_t(3));
  }

  void namesTellTasksOfOneFileApart() {
    SessionDraft draft;
    draft.clear(6);
    for (const int task : {0, 1, 3, 4}) draft.tasks[std::size_t(task)].model = "/nets/digits.onnx";
    draft.tasks[2].model = "/nets/fashion.onnx";
    draft.tasks[4].name = " digits 2 ";  // somebody's own word
    const std::vector<std::string> wanted{"digits", "digits 3", "fashion", "digits 4", "", ""};
    QVERIFY(draft.usualNames() == wanted);
    const Recipe recipe = draft.recipe();
    const std::vector<std::string> inRecipe{"", "digits 3", "", "digits 4", "digits 2", ""};
    for (std::size_t t = 0; t < inRecipe.size(); ++t) QCOMPARE(recipe.sources[t].name, inRecipe[t]);
    draft.tasks[0].name = "numbers";
    QCOMPARE(draft.usualNames()[1], std::string("digits"));
  }

  void theFirstTaskWithoutLabelsIsNamed() {
    SessionDraft draft;
    draft.add();
    QCOMPARE(draft.taskWithoutLabels(), -1);
    draft.tasks[2].classes = ClassView();
    QCOMPARE(draft.taskWithoutLabels(), -1);
    draft.tasks[2].classes->matching.problem = "more classes than outputs";
    QCOMPARE(draft.taskWithoutLabels(), 2);
  }
};

ZIPPER_TEST(TestSessionDraft)
#include "test_session_draft.moc"
