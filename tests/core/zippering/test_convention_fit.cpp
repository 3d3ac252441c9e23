// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/zippering/convention_fit.h"

#include <QTemporaryDir>
#include <QtTest>

#include "core/containers/safetensors.h"
#include "core/models/guesses.h"
#include "core/training/statistics.h"
#include "support/expect_error.h"
#include "support/test_program.h"
#include "support/tiny_session.h"

using namespace zipper;
using namespace zipper::test;

namespace {

/// A network whose statistics are those of the images, read as its spec says.
MobileNet trainedAs(const MobileNetSpec& spec, const DatasetPtr& images) {
  MergedNetwork network({randomNetwork(spec, 3), randomNetwork(spec, 4)}, BnPolicy::PerTask);
  {
    torch::NoGradGuard noGrad;  // activations beyond 6, so that ReLU and ReLU6 are two functions
    for (const auto& [key, tensor] : network.state())
      if (key.find("bn.weight") != std::string::npos) torch::Tensor(tensor).mul_(4);
  }
  for (int round = 0; round < 3; ++round)
    reestimateStatistics(network, {{images, images}, 64, 16, std::uint64_t(round)});
  network.train(false);
  return network.task(0);
}

bool holds(const std::vector<std::string>& notes, const std::string& part) {
  return std::any_of(notes.begin(), notes.end(),
                     [&](const auto& note) { return note.find(part) != std::string::npos; });
}

}  // namespace

class TestConventionFit : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void init() { images_ = std::make_shared<TinyDataset>(64, 4, 1); }

  void aBareStateDictIsReadAsItWasTrained_data() {
    QTest::addColumn<int>("stride");
    QTest::addColumn<bool>("relu6");
    QTest::addColumn<double>("mean");
    QTest::newRow("as kuangliu trains") << 1 << false << 0.4734;
    QTest::newRow("small, ReLU6") << 2 << true << 0.5;
    QTest::newRow("plain pixels") << 1 << true << 0.0;
  }
  void aBareStateDictIsReadAsItWasTrained() {
    QFETCH(int, stride);
    QFETCH(bool, relu6);
    QFETCH(double, mean);
    MobileNetSpec spec = smallSpec(0.125, 32, 4);
    spec.stemStride = stride;
    spec.activation = relu6 ? Activation::ReLU6 : Activation::ReLU;
    spec.inputChannels = 1;
    spec.normalization.mean = {mean};
    spec.normalization.std = {mean == 0.5 ? 0.5 : mean == 0 ? 1.0 : 0.2009};
    MobileNet network = trainedAs(spec, images_);
    const std::string path = file("bare.safetensors");
    writeSafetensors(path, network->state(), {});
    SpecOverrides overrides;
    LoadedModel model = loadModelFor(path, overrides, images_);
    const MobileNetSpec& found = model.network->spec();
    const std::string all = concat(describe(found), " ", conventionMisfit(model.network, images_), " of ",
                                   conventionMisfit(network, images_));
    QVERIFY2(found.inputSize == 32 && found.stemStride == stride && found.activation == spec.activation, all.c_str());
    QVERIFY2(std::abs(found.normalization.mean[0] - mean) < 0.02, all.c_str());
    QVERIFY(holds(model.source.notes, "input size guessed: 32 (tried with"));
    // The recipe holds it: the next time nothing has to be tried.
    QVERIFY(overrides.inputSize == 32 && overrides.stemStride == stride && overrides.activation == spec.activation);
    QCOMPARE(describe(loadModel(path, overrides).network->spec()), describe(found));
    QVERIFY(conventionMisfit(model.network, images_) < 0.2);
  }

  void whatTheFileOrTheUserSaysStays() {
    MobileNetSpec spec = smallSpec(0.125, 32, 4);
    spec.activation = Activation::ReLU;
    MobileNet network = trainedAs(spec, images_);
    saveModel(file("own.safetensors"), network);
    SpecOverrides overrides;
    const LoadedModel own = loadModelFor(file("own.safetensors"), overrides, images_);
    QVERIFY(isEmpty(overrides) && guessesAmong(own.source.notes).empty());
    writeSafetensors(file("bare.safetensors"), network->state(), {});
    overrides.activation = Activation::ReLU6;
    const LoadedModel wished = loadModelFor(file("bare.safetensors"), overrides, images_);
    QVERIFY(wished.network->spec().activation == Activation::ReLU6);
    QVERIFY(!isGuessed(wished.source.notes, "activation"));
    SpecOverrides none;
    const LoadedModel alone = loadModelFor(file("bare.safetensors"), none, nullptr);
    QVERIFY(isEmpty(none) && alone.network->spec().inputSize == 224);
  }

  void guessesAreToldApartFromOtherNotes() {
    const std::vector<std::string> notes{
        "27 keys num_batches_tracked were ignored", "stem stride guessed: 2 (by the convention of timm)",
        "not in an ONNX graph, guessed: normalization mean 0.5, std 0.5, RGB", "activation chosen: relu"};
    QCOMPARE(guessesAmong(notes).size(), std::size_t(2));
    QCOMPARE(guessSummary(notes), std::string("stem stride 2, normalization mean 0.5, std 0.5, RGB"));
    QVERIFY(isGuessed(notes, "stem stride") && !isGuessed(notes, "activation"));
    QVERIFY(guessSummary({}).empty());
  }

 private:
  std::string file(const QString& name) const { return folder_.filePath(name).toStdString(); }

  QTemporaryDir folder_;
  DatasetPtr images_;
};

ZIPPER_TEST(TestConventionFit)
#include "test_convention_fit.moc"
