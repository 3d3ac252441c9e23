// SPDX-License-Identifier: GPL-3.0-or-later

#include <QComboBox>
#include <QDockWidget>
#include <QLabel>
#include <QListView>
#include <QSignalSpy>
#include <QtTest>

#include "app/workbench/window_fixture.h"
#include "support/test_program.h"
#include "widgets/changes/changes_panel.h"
#include "widgets/changes/gallery_page.h"
#include "widgets/changes/grad_cam_view.h"
#include "widgets/history/history_panel.h"
#include "widgets/inspector/feature_maps_page.h"
#include "widgets/inspector/inspector_panel.h"

using namespace zipper;
using namespace zipper::test;

namespace {

/// A window whose panel of what changed is in front.
struct ChangesFixture : WindowFixture {
  ChangesFixture() {
    openSample();
    dock().raise();
  }
  QDockWidget& dock() { return *window().findChild<QDockWidget*>("changesDock"); }
  ChangesPanel& panel() { return *part<ChangesPanel>(); }
  QString text(const QString& label) { return panel().findChild<QLabel*>(label)->text(); }
  QListView& images() { return *panel().findChild<QListView*>("gallery"); }
  /// Waits until the current step is compared, and all its test images are.
  bool isCompared() {
    return QTest::qWaitFor(
        [this] {
          const ShownChangesPtr& changes = panel().changes();
          return changes && changes->isWhole() && changes->answers.step == document().session().current;
        },
        60000);
  }
  /// A merge that hurts: random weights, hardly trained.
  void useHarmfulRecipe() {
    Recipe recipe = document().session().recipe;
    recipe.defaults.start.initialization = Initialization::Random;
    planSteps(recipe, {1, 2, 3});
    document().setRecipe(recipe);
  }
  QPixmap picture(int row) {
    return QPixmap::fromImage(images().model()->index(row, 0).data(Qt::DecorationRole).value<QImage>());
  }
};

}  // namespace

/// What a step changed, in the real window.
class TestChanges : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void lostImagesAppearAndOpenInTheInspector() {
    ChangesFixture fixture;
    fixture.useHarmfulRecipe();
    QVERIFY(fixture.text("changesMessage").contains("Nothing is merged yet"));
    QVERIFY(fixture.runToEnd(fixture.actions().step));
    QVERIFY(fixture.isCompared());
    const ShownChangesPtr changes = fixture.panel().changes();
    QCOMPARE(changes->answers.images.size(), std::size_t(fixture.document().data()[0].test->size()));
    QVERIFY(changes->changes.lost > 0);
    // They are the scores of the step.
    const Score& score = fixture.document().session().steps[0]->calibrated.at(0);
    QCOMPARE(double(changes->changes.merged.hits) / double(score.images), score.top1);
    QCOMPARE(fixture.part<ChangesPanel>()->findChild<GalleryPage*>()->total(), qint64(changes->changes.lost));
    QTRY_VERIFY_WITH_TIMEOUT(!fixture.picture(0).isNull(), 20000);

    fixture.chooseLayer(0);  // the stem has no feature maps
    fixture.images().setFocus();
    fixture.images().setCurrentIndex(fixture.images().model()->index(0, 0));
    QTest::keyClick(&fixture.images(), Qt::Key_Return);
    const std::vector<ImageAnswers> lost = imagesWith(changes->answers, Outcome::Lost);
    QCOMPARE(fixture.part<InspectorPanel>()->probe().index, qint64(lost.front().image));
    QCOMPARE(fixture.part<InspectorPanel>()->probe().task, 0);
    QVERIFY(fixture.part<FeatureMapsPage>()->isVisible());
    QTRY_VERIFY_WITH_TIMEOUT(fixture.part<FeatureMapsPage>()->showsContent(), 20000);
    QTRY_VERIFY_WITH_TIMEOUT(!fixture.part<GradCamView>()->isEmpty(), 20000);
    QVERIFY(fixture.window().findChild<QMessageBox*>("errorDialog") == nullptr);
  }

  void nothingIsComputedForWhatNobodySees() {
    ChangesFixture fixture;
    fixture.window().findChild<QDockWidget*>("curvesDock")->raise();
    QSignalSpy started(fixture.part<JobRunner>(), &JobRunner::started);
    QVERIFY(fixture.runToEnd(fixture.actions().step));
    QTest::qWait(300);
    for (const QList<QVariant>& one : started) QVERIFY(one[0].toString() != "Comparing answers");
    QVERIFY(fixture.panel().changes() == nullptr);
    fixture.dock().raise();
    QVERIFY(fixture.isCompared());
  }

  void followsTheStepsAndKeepsTheTeachers() {
    ChangesFixture fixture;
    QVERIFY(fixture.runToEnd(fixture.actions().step));
    QVERIFY(fixture.isCompared());
    const ShownChangesPtr first = fixture.panel().changes();
    QCOMPARE(fixture.text("changesSubject"), QString("Teacher and merged network after layer 1"));
    QVERIFY(fixture.runToEnd(fixture.actions().step));
    QVERIFY(fixture.isCompared());
    QCOMPARE(fixture.text("changesSubject"), QString("Teacher and merged network after layer 2"));
    QVERIFY(fixture.text("changesNote").isEmpty());
    const TaskAnswers& second = fixture.panel().changes()->answers;
    for (std::size_t i = 0; i < second.images.size(); ++i)
      QCOMPARE(second.images[i].teacher, first->answers.images[i].teacher);
    QSignalSpy started(fixture.part<JobRunner>(), &JobRunner::started);
    Q_EMIT fixture.part<HistoryPanel>()->stepActivated(0);
    QCOMPARE(fixture.panel().changes(), first);  // it was kept
    QVERIFY(started.isEmpty());
    Q_EMIT fixture.part<HistoryPanel>()->stepActivated(-1);
    QVERIFY(fixture.panel().changes() == nullptr);
    QVERIFY(fixture.text("changesMessage").contains("Nothing is merged yet"));
  }

  void aStepTakesPrecedence() {
    ChangesFixture fixture;
    QVERIFY(fixture.runToEnd(fixture.actions().step));
    QVERIFY(fixture.isCompared());
    const ShownChangesPtr first = fixture.panel().changes();
    fixture.useQuickRecipe("1-3", 100000);
    fixture.actions().step->trigger();
    QVERIFY(fixture.run().state() == RunState::Running);
    QTRY_VERIFY_WITH_TIMEOUT(fixture.part<CurvesPanel>()->pointCount() > 4, 30000);
    QCOMPARE(fixture.panel().changes(), first);  // the last finished step stays
    // Another task is compared when the run is over; its pictures and maps don't have to wait.
    auto* tasks = fixture.panel().findChild<QComboBox*>("changesTask");
    tasks->setFocus();
    QTest::keyClick(tasks, Qt::Key_Down);
    QVERIFY(fixture.text("changesMessage").contains("as soon as nothing else runs"));
    fixture.actions().cancel->trigger();
    QVERIFY(fixture.waitUntil(RunState::Idle));
    QVERIFY(fixture.isCompared());
    QCOMPARE(fixture.panel().changes()->answers.task, 1);
    QVERIFY(fixture.actions().step->isEnabled());
  }

  void anotherSessionBeginsAnew() {
    ChangesFixture fixture;
    QVERIFY(fixture.runToEnd(fixture.actions().step));
    QVERIFY(fixture.isCompared());
    fixture.files().closeSession();
    QVERIFY(fixture.panel().changes() == nullptr);
    QVERIFY(fixture.text("changesMessage").contains("Open models"));
  }
};

ZIPPER_TEST_WITH(QApplication, TestChanges)
#include "test_changes.moc"
