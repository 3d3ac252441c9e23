// SPDX-License-Identifier: GPL-3.0-or-later

#include <QtTest>

#include "core/support/compute_threads.h"
#include "core/support/libtorch.h"
#include "core/training/evaluation.h"
#include "core/training/teacher_training.h"
#include "support/expect_error.h"
#include "support/random_networks.h"
#include "support/test_program.h"
#include "support/tiny_dataset.h"

using namespace zipper;
using namespace zipper::test;

class TestTeacherTraining : public QObject {
  Q_OBJECT

  static TrainingOptions quick(int epochs) {
    TrainingOptions options;
    options.epochs = epochs;
    options.batchSize = 16;
    options.validationShare = 0.2;
    options.learningRate = 5e-3;
    return options;
  }
  const DatasetPtr data_ = std::make_shared<TinyDataset>(200, 4, 1);
  const DatasetPtr test_ = std::make_shared<TinyDataset>(80, 4, 2);

 private Q_SLOTS:
  void initTestCase() { setComputeThreads(1); }

  void learns() {
    std::vector<double> validation;
    const TrainingResult result =
        trainTeacher(MobileNet(smallSpec(0.125, 32, 4), 3), data_, quick(25), [&](const TrainingProgress& p) {
          if (p.epochEnded) validation.push_back(p.validationTop1);
        });
    MobileNet network = result.network;
    const Score score = evaluate(FoldedNetwork(network), test_);
    QVERIFY2(score.top1 > 0.8, qPrintable(QString::number(score.top1)));
    QCOMPARE(score.top5, 1.0);
    QCOMPARE(validation.size(), std::size_t(25));
    QCOMPARE(result.validationTop1, *std::max_element(validation.begin(), validation.end()));
  }

  /// Of a V3, with and without squeeze-and-excite: an epoch more lowers the loss, and squeeze-and-excite learns too.
  void learnsV3() {
    for (const bool minimalistic : {false, true}) {
      MobileNetSpec spec = smallSpec(0.25, 32, 4);
      spec.architecture = Architecture::MobileNetV3Small;
      spec.activation = Activation::ReLU;
      spec.minimalistic = minimalistic;
      spec.hidden = {{32, minimalistic ? Activation::ReLU : Activation::HardSwish}};
      MobileNet network(spec, 3);
      const NamedTensors before = deepCopy(network->state());
      std::vector<double> losses;
      const TrainingResult result = trainTeacher(network, data_, quick(6), [&](const TrainingProgress& p) {
        if (p.epochEnded) losses.push_back(p.loss);
      });
      QVERIFY2(losses.back() < 0.8 * losses.front(), qPrintable(QString::number(losses.back() / losses.front())));
      QVERIFY(losses[1] < losses[0]);
      int gates = 0;
      for (const auto& [key, tensor] : network->state()) {
        if (key.find("squeeze") == std::string::npos && key.find("excite") == std::string::npos) continue;
        ++gates;
        QVERIFY2(!torch::equal(tensor, find(before, key)), key.c_str());
      }
      QCOMPARE(gates, minimalistic ? 0 : 9 * 4);
      MobileNet learned = result.network;
      QVERIFY(evaluate(FoldedNetwork(learned), test_).loss < std::log(4.0));
    }
  }

  void isReproducible() {
    MobileNet one = trainTeacher(MobileNet(smallSpec(0.125, 32, 4), 3), data_, quick(1)).network;
    MobileNet two = trainTeacher(MobileNet(smallSpec(0.125, 32, 4), 3), data_, quick(1)).network;
    for (const auto& [key, tensor] : one->state()) QVERIFY2(torch::equal(tensor, find(two->state(), key)), key.c_str());
  }

  /// Validation images of the data set's own are what the best epoch is chosen by, and nothing is held out then.
  void choosesByGivenValidationImages() {
    TrainingOptions options = quick(2);
    options.validation = test_;
    int batches = 0;
    const TrainingResult result = trainTeacher(MobileNet(smallSpec(0.125, 32, 4), 3), data_, options,
                                               [&](const TrainingProgress& p) { batches = p.batches; });
    QCOMPARE(batches, 200 / 16);  // with a fifth held out there would be 160 / 16
    MobileNet network = result.network;
    QCOMPARE(evaluate(FoldedNetwork(network), test_).top1, result.validationTop1);
  }

  void keepsWhatWasReachedWhenStopped() {
    StopSource stop;
    const TrainingResult result = trainTeacher(MobileNet(smallSpec(0.125, 32, 4), 3), data_, quick(50),
                                               [&](const TrainingProgress& p) {
                                                 if (p.epoch == 2 && p.batch == 3) stop.requestStop();
                                               },
                                               {stop.token()});
    QVERIFY(result.interrupted);
    QCOMPARE(result.bestEpoch, 1);
    QVERIFY(result.network);
  }

  void refusesWrongOptions() {
    ZIPPER_EXPECT_ERROR(trainTeacher(MobileNet(smallSpec(0.125, 32, 4)), data_, quick(0)), "epochs: 0 found");
    ZIPPER_EXPECT_ERROR(trainTeacher(MobileNet(smallSpec(0.125, 32, 2)), data_, quick(1)), "label");
  }
};

ZIPPER_TEST(TestTeacherTraining)
#include "test_teacher_training.moc"
