// SPDX-License-Identifier: GPL-3.0-or-later

#include <QPushButton>
#include <QtTest>

#include "app/workbench/window_fixture.h"
#include "core/models/model_file.h"
#include "core/network/named_tensors.h"
#include "core/training/training_start.h"
#include "support/class_folders.h"
#include "support/random_networks.h"
#include "support/test_program.h"
#include "widgets/train/train_dialog.h"
#include "widgets/train/train_form.h"
#include "widgets/train/training_plot.h"

using namespace zipper;
using namespace zipper::test;

namespace {

/// A backbone and images of three classes.
struct TrainFixture : WindowFixture {
  TrainFixture() {
    writeClassFolders(path("shapes").toStdString(), {"left", "middle", "right"}, 20, 5);
    MobileNet backbone = randomNetwork(smallSpec(0.125, 32, 0), 7);
    saveModel(path("backbone.safetensors").toStdString(), backbone);
  }

  TrainingChoice choice(int epochs) const {
    TrainingChoice choice;
    choice.data = path("shapes").toStdString();
    choice.start.from = path("backbone.safetensors").toStdString();
    choice.out = path("trained.safetensors").toStdString();
    choice.headOnly = true;
    choice.augments = false;
    choice.epochs = epochs;
    choice.batchSize = 8;
    choice.threads = 1;
    choice.validationShare = 0.25;
    return choice;
  }
  TrainDialog& dialog() {
    actions().trainHead->trigger();
    return *part<TrainDialog>();
  }
  QPushButton* button(const char* name) { return part<TrainDialog>()->findChild<QPushButton*>(name); }
  /// Chooses it, waits until it was looked at, and starts it.
  bool begin(const TrainingChoice& choice) {
    dialog().form().setChoice(choice);
    if (!QTest::qWaitFor([this] { return button("startButton")->isEnabled(); }, 20000)) return false;
    button("startButton")->click();
    return run().isTraining();
  }
  bool waitForEnd() {
    return QTest::qWaitFor([this] { return !part<TrainDialog>()->isRunning(); }, 30000);
  }
};

/// An endless one: images change.
TrainingChoice endless(const TrainFixture& fixture) {
  TrainingChoice choice = fixture.choice(100000);
  choice.headOnly = false;
  choice.augments = true;
  return choice;
}

}  // namespace

/// Training in the real window.
class TestTrain : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  /// The bits of what the engine, and so `zipper train`, makes of the same choice; then it is the network of a task.
  void trainsAHeadAndUsesIt() {
    TrainFixture fixture;
    const TrainingChoice choice = fixture.choice(4);
    QVERIFY(fixture.begin(choice));
    QVERIFY(fixture.waitForEnd());
    TrainDialog& dialog = *fixture.part<TrainDialog>();
    QCOMPARE(dialog.top1().epochs().size(), std::size_t(4));
    QVERIFY(!dialog.loss().losses().empty());
    QCOMPARE(dialog.result(), fixture.path("trained.safetensors"));
    TrainingData data = openTrainingData(choice.data, choice.images);
    StartedNetwork started = startNetwork(choice.start, data, optionsOf(choice));
    MobileNet expected =
        trainTeacher(started.network, data.train, optionsOf(choice, started.network->spec(), data)).network;
    LoadedModel written = loadModel(choice.out);
    QCOMPARE(written.network->spec().classNames, (std::vector<std::string>{"left", "middle", "right"}));
    for (const auto& [key, tensor] : expected->state())
      QVERIFY2(torch::equal(tensor, find(written.network->state(), key)), key.c_str());
    Q_EMIT dialog.useRequested(1);
    QTRY_VERIFY(fixture.drafts().draft().tasks[1].isComplete());
    QCOMPARE(fixture.drafts().draft().tasks[1].model, fixture.path("trained.safetensors"));
    QCOMPARE(fixture.drafts().draft().tasks[1].data, fixture.path("shapes"));
    Q_EMIT dialog.useRequested(-1);  // task A has nothing yet
    QTRY_VERIFY(fixture.drafts().draft().tasks[0].isComplete());
  }

  /// Within one batch; what was best stays.
  void isPausedAndStopped() {
    TrainFixture fixture;
    QVERIFY(fixture.begin(endless(fixture)));
    TrainDialog& dialog = *fixture.part<TrainDialog>();
    QTRY_VERIFY_WITH_TIMEOUT(dialog.top1().epochs().size() > 1, 20000);
    QVERIFY(!fixture.actions().openSession->isEnabled() && fixture.actions().trainHead->isEnabled());
    fixture.button("pauseButton")->click();
    QTest::qWait(300);
    const std::size_t held = dialog.loss().losses().size();
    QTest::qWait(300);
    QCOMPARE(dialog.loss().losses().size(), held);
    fixture.button("pauseButton")->click();
    QTRY_VERIFY(dialog.loss().losses().size() > held);
    fixture.button("stopButton")->click();
    QVERIFY(QTest::qWaitFor([&] { return !dialog.isRunning(); }, 5000));
    QCOMPARE(fixture.run().state(), RunState::Empty);
    QVERIFY(!dialog.result().isEmpty());
    QVERIFY(loadModel(dialog.result().toStdString()).network);
  }

  void whatWasReadIsNeverWrittenOver() {
    TrainFixture fixture;
    TrainingChoice choice = fixture.choice(1);
    choice.out = choice.start.from;
    QVERIFY(fixture.begin(choice));
    QVERIFY(fixture.errorText().contains("never written over"));
    QVERIFY(fixture.waitForEnd());
    QVERIFY(fixture.part<TrainDialog>()->result().isEmpty());
    QCOMPARE(loadModel(choice.start.from).network->spec().classes, 0);
  }

  void closingAsks() {
    TrainFixture fixture;
    QVERIFY(fixture.begin(endless(fixture)));
    QTRY_VERIFY_WITH_TIMEOUT(!fixture.part<TrainDialog>()->top1().epochs().empty(), 20000);
    fixture.window().close();
    QMessageBox* box = fixture.WindowFixture::dialog("questionDialog");
    QVERIFY(box != nullptr && box->text().contains("being trained"));
    QVERIFY(fixture.window().isVisible());
    for (QAbstractButton* button : box->buttons())
      if (box->buttonRole(button) == QMessageBox::AcceptRole) button->click();
    QTRY_VERIFY_WITH_TIMEOUT(!fixture.window().isVisible(), 10000);
    QVERIFY(loadModel(fixture.path("trained.safetensors").toStdString()).network);
  }

  /// From the card of a task whose network has no head.
  void aBackboneIsOfferedAHead() {
    TrainFixture fixture;
    fixture.drafts().chooseModel(0, fixture.path("backbone.safetensors"));
    fixture.drafts().chooseData(0, fixture.path("shapes"));
    QTRY_VERIFY(fixture.drafts().draft().tasks[0].summary && !fixture.drafts().draft().tasks[0].data.isEmpty());
    QCOMPARE(fixture.part<TrainLink>()->taskWithoutHead(), 0);
    QPushButton* train = fixture.window().findChild<QPushButton*>("train");
    QVERIFY(train != nullptr && !train->isHidden());
    train->click();
    const TrainingChoice choice = fixture.part<TrainDialog>()->form().choice();
    QVERIFY(choice.headOnly && choice.keepsFeatures());
    QCOMPARE(choice.start.from, fixture.path("backbone.safetensors").toStdString());
    QCOMPARE(choice.data, fixture.path("shapes").toStdString());
    QCOMPARE(fixture.part<TrainDialog>()->preferredTask(), 0);
  }
};

ZIPPER_TEST_WITH(QApplication, TestTrain)
#include "test_train.moc"
