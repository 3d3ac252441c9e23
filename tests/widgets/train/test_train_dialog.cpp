// SPDX-License-Identifier: GPL-3.0-or-later

#include <QApplication>
#include <QClipboard>
#include <QComboBox>
#include <QGroupBox>
#include <QLabel>
#include <QMenu>
#include <QPushButton>
#include <QRadioButton>
#include <QSignalSpy>
#include <QSpinBox>
#include <QtTest>

#include "core/training/training_choice.h"
#include "support/test_program.h"
#include "widgets/train/train_dialog.h"
#include "widgets/train/train_form.h"
#include "widgets/train/training_plot.h"

using namespace zipper;

namespace {

TrainingChoice chosen() {
  TrainingChoice choice;
  choice.data = "/data/my pets";
  choice.start.from = "/nets/keras_model.h5";
  choice.headOnly = true;
  choice.augments = false;
  return choice;
}

TrainingLook found() {
  TrainingLook look;
  look.model = ModelSummary();
  look.data = DataSummary();
  look.network = MobileNetSpec();
  look.pace = TrainingPace{0.01, 0, 0, 100, 0, 10};
  return look;
}

TrainingState epochEnd(int epoch, double training, double validation) {
  TrainingState state;
  state.epoch = epoch;
  state.epochs = 3;
  state.trainingTop1 = training;
  state.validationTop1 = validation;
  state.epochEnded = true;
  return state;
}

QString statusOf(TrainDialog& dialog) { return dialog.findChild<QLabel*>("status")->text(); }
QPushButton* buttonOf(TrainDialog& dialog, const char* name) { return dialog.findChild<QPushButton*>(name); }

}  // namespace

/// The dialog by itself: what is chosen is what comes out, and buttons follow what goes on.
class TestTrainDialog : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  /// Every setting survives the form.
  void theFormGivesBackWhatItGot() {
    TrainForm form;
    TrainingChoice choice = chosen();
    choice.out = "/out/x.safetensors";
    choice.start.keepsHead = true;
    choice.start.overrides.inputSize = 96;
    choice.epochs = 7;
    choice.batchSize = 24;
    choice.learningRate = 0.0125;
    choice.weightDecay = 0.5;
    choice.labelSmoothing = 0.25;
    choice.validationShare = 0.125;
    choice.augments = choice.flip = true;
    choice.minimumScale = 0.75;
    choice.colour = 0.5;
    choice.seed = 18446744073709551615u;
    choice.threads = 3;
    choice.images.alpha = Alpha::White;
    form.setChoice(choice);
    QCOMPARE(trainingCommand(form.choice()), trainingCommand(choice));
    choice = {};
    choice.data = "/data";
    choice.start.architecture = Architecture::MobileNetV3Small;
    choice.start.width = 0.5;
    choice.start.overrides.inputSize = 64;
    choice.start.overrides.stemStride = 1;
    choice.start.minimalistic = true;
    form.setChoice(choice);
    form.findChild<QComboBox*>("start")->setCurrentIndex(1);
    QCOMPARE(trainingCommand(form.choice()), trainingCommand(choice));
    QVERIFY(!form.findChild<QRadioButton*>("headOnly")->isEnabled());
  }

  void theCommandSaysWhatIsUnusual() {
    TrainingChoice choice = chosen();
    choice.epochs = 3;
    choice.learningRate = 0.001;
    choice.out = "/out/it's.safetensors";
    QCOMPARE(trainingCommand(choice),
             std::string("zipper train --data '/data/my pets' --from /nets/keras_model.h5 --head-only --epochs 3 --lr "
                         "0.001 --no-augment --out '/out/it'\\''s.safetensors'"));
    TrainDialog dialog;
    dialog.form().setChoice(choice);
    buttonOf(dialog, "copyCommand")->click();
    QCOMPARE(QApplication::clipboard()->text().toStdString(), trainingCommand(choice));
  }

  void aHeadAloneNeedsNoChanges() {
    TrainForm form;
    form.setChoice(chosen());
    form.findChild<QRadioButton*>("allLayers")->setChecked(true);
    QVERIFY(form.choice().augments && !form.choice().headOnly);
    form.findChild<QRadioButton*>("headOnly")->setChecked(true);
    QVERIFY(form.choice().keepsFeatures());
  }

  /// A look is asked for once a while nothing changed; the number of epochs needs none.
  void timeIsToldBefore() {
    TrainDialog dialog;
    QSignalSpy looks(&dialog, &TrainDialog::lookRequested);
    dialog.form().setChoice(chosen());
    dialog.show();
    QTRY_COMPARE(looks.size(), 1);
    QVERIFY(!buttonOf(dialog, "startButton")->isEnabled());
    dialog.setLook(looks[0][0].toInt() - 1, found());
    QVERIFY(!buttonOf(dialog, "startButton")->isEnabled());  // an answer to another question
    dialog.setLook(looks[0][0].toInt(), found());
    QVERIFY(buttonOf(dialog, "startButton")->isEnabled());
    const QString before = statusOf(dialog);
    QVERIFY2(before.contains("estimate"), qPrintable(before));
    dialog.form().findChild<QSpinBox*>("epochs")->setValue(1000);
    QVERIFY(statusOf(dialog) != before && statusOf(dialog).contains("estimate"));
    QTest::qWait(400);
    QCOMPARE(looks.size(), 1);
    dialog.form().findChild<QSpinBox*>("batch")->setValue(64);
    QTRY_COMPARE(looks.size(), 2);
    TrainingLook bad = found();
    bad.problem = "no such thing";
    dialog.setLook(looks[1][0].toInt(), bad);
    QCOMPARE(statusOf(dialog), QString("no such thing"));
    QVERIFY(!buttonOf(dialog, "startButton")->isEnabled());
  }

  void showsWhatGoesOn() {
    TrainDialog dialog;
    dialog.setTasks({"A", "B & C"}, true, 1);
    TrainingChoice choice = chosen();
    choice.epochs = 3;
    dialog.begin(choice);
    QVERIFY(buttonOf(dialog, "pauseButton")->isEnabled() && buttonOf(dialog, "stopButton")->isEnabled());
    QVERIFY(!dialog.form().isEnabled() && !buttonOf(dialog, "useButton")->isEnabled());
    TrainingState batch;
    batch.epoch = batch.batch = 1;
    batch.epochs = 3;
    batch.batches = 2;
    batch.batchLoss = 1.5;
    TrainingState scoring = batch;
    scoring.toScore = 4;
    dialog.setStates({batch, batch, scoring, epochEnd(1, 0.25, 0.5)}, 0.3, 12);
    QCOMPARE(dialog.loss().losses().size(), std::size_t(2));
    QCOMPARE(dialog.top1().epochs().size(), std::size_t(1));
    QVERIFY(statusOf(dialog).contains("left"));
    QSignalSpy pauses(&dialog, &TrainDialog::pauseRequested), stops(&dialog, &TrainDialog::stopRequested);
    buttonOf(dialog, "pauseButton")->click();
    QCOMPARE(pauses.value(0).value(0).toBool(), true);
    dialog.setPaused(true);
    buttonOf(dialog, "pauseButton")->click();
    QCOMPARE(pauses.value(1).value(0).toBool(), false);
    buttonOf(dialog, "stopButton")->click();
    QCOMPARE(stops.size(), 1);
    TrainingEnd end;
    end.path = "/out/x.safetensors";
    end.bestEpoch = 1;
    end.stopped = true;
    dialog.end(end);
    QVERIFY2(statusOf(dialog).contains("/out/x.safetensors"), qPrintable(statusOf(dialog)));
    QVERIFY(buttonOf(dialog, "useButton")->isEnabled() && dialog.form().isEnabled());
    QSignalSpy uses(&dialog, &TrainDialog::useRequested);
    const QList<QAction*> actions = buttonOf(dialog, "useButton")->menu()->actions();
    QCOMPARE(actions.size(), 3);
    for (QAction* action : actions) action->trigger();
    QCOMPARE(uses[0][0].toInt(), 1);  // the one that it was trained for
    QCOMPARE(uses[1][0].toInt(), 0);
    QCOMPARE(uses[2][0].toInt(), -1);
  }

  void nothingWrittenIsNothingToUse() {
    TrainDialog dialog;
    dialog.begin(chosen());
    dialog.end({});
    QVERIFY(statusOf(dialog).contains("nothing was written"));
    QVERIFY(!buttonOf(dialog, "useButton")->isEnabled());
  }
};

ZIPPER_TEST_WITH(QApplication, TestTrainDialog)
#include "test_train_dialog.moc"
