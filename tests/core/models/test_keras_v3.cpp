// SPDX-License-Identifier: GPL-3.0-or-later

#include <QtTest>

#include "core/containers/crafted_file.h"
#include "core/containers/expected_tensors.h"
#include "core/network/mobilenet_v3.h"
#include "held_notes.h"
#include "support/expect_error.h"
#include "support/run_python.h"
#include "support/test_program.h"

using namespace zipper;
using test::holds;

/// MobileNets V3 as Keras 2 and 3 and TensorFlow.js save them, against what PyTorch computes of them.
class TestKerasV3 : public QObject {
  Q_OBJECT

 private:
  QTemporaryDir folder_;

  std::filesystem::path fixture(const QString& name) const { return folder_.filePath(name).toStdString(); }

  std::filesystem::path modelOf(const QString& name) const {
    return fixture(name == "tfjs" ? QString("tfjs/model.json") : name + ".h5");
  }

 private Q_SLOTS:
  void initTestCase() {
    const std::string problem = test::makeFixtures("make_v3_keras.py", folder_.path());
    QVERIFY2(problem.empty(), problem.c_str());
  }

  void computesWhatPyTorchComputes_data() {
    QTest::addColumn<bool>("isLarge");
    QTest::addColumn<double>("width");
    QTest::addColumn<QString>("hidden");
    QTest::addColumn<int>("classes");
    QTest::addColumn<bool>("isStated");  ///< by a configuration
    const auto row = [](const char* name, bool isLarge, double width, const char* hidden, int classes, bool stated) {
      QTest::newRow(name) << isLarge << width << hidden << classes << stated;
    };
    row("names3", false, 0.5, "1024 hard-swish", 7, false);
    row("names2", true, 1, "1280 relu", 7, false);
    row("names2-no-top", true, 1, "", 0, false);
    row("whole2", false, 1, "1024 hard-swish", 5, true);
    row("whole2-minimal", false, 1, "1024 relu", 5, true);
    row("tfjs", false, 1, "1024 hard-swish", 5, true);
    row("nested2", false, 0.5, "16 relu", 4, true);
    row("numbers3", true, 0.5, "1280 hard-swish", 5, false);
    row("numbers3-no-top", false, 1, "", 0, false);
    row("numbers3-minimal", false, 1, "1024 relu", 4, false);
    row("archive3", false, 1, "1024 hard-swish", 6, true);
  }

  void computesWhatPyTorchComputes() {
    QFETCH(bool, isLarge);
    QFETCH(QString, hidden);
    QFETCH(bool, isStated);
    const QString name = QTest::currentDataTag();
    const LoadedModel model = loadModel(modelOf(name));
    const MobileNetSpec spec = model.network->spec();
    QCOMPARE(model.source.scheme, std::string("keras-v3"));
    QVERIFY(spec.architecture == (isLarge ? Architecture::MobileNetV3Large : Architecture::MobileNetV3Small));
    QTEST(spec.width, "width");
    QTEST(spec.classes, "classes");
    QCOMPARE(spec.minimalistic, name.contains("minimal") || name == "names2");
    QVERIFY(spec.activation == Activation::ReLU && spec.padding == Padding::Same && spec.bnEpsilon == 1e-3);
    QVERIFY(spec.normalization.mean[0] == 0.5 && spec.normalization.std[0] == 0.5 && spec.strides.empty());
    QStringList found;
    for (const HiddenLayer& layer : spec.hidden)
      found << QString("%1 %2").arg(layer.channels).arg(QString::fromStdString(toString(layer.activation)));
    QCOMPARE(found.join(", "), hidden);
    // Keras's stem has 16 channels at every width.
    QCOMPARE(spec.channels.empty(), spec.width == 1);
    if (!spec.channels.empty()) QCOMPARE(spec.channels.front(), 16);
    QCOMPARE(spec.inputSize, isStated ? 96 : 224);
    for (const char* what : {"input size", "activation", "padding", "epsilon", "stem stride", "normalization"})
      QCOMPARE(holds(model.source.notes, std::string(what) + " guessed"), !isStated);
    QVERIFY(!holds(model.source.notes, "head activation guessed"));
    QCOMPARE(holds(model.source.notes, "as many of each kind as in Keras's MobileNetV3"), name.startsWith("numbers"));
    const NamedTensors expected = readSafetensors(fixture(name + ".expected")).tensors;
    const double error = test::errorOfModel(modelOf(name), expected);
    QVERIFY2(error <= 1e-4, std::to_string(error).c_str());
    SpecOverrides other;
    other.padding = Padding::Pad1;
    QVERIFY(test::errorOfModel(modelOf(name), expected, other) > 0.01);
  }

  void refusesOtherActivations() {
    ZIPPER_EXPECT_ERROR(
        loadModel(fixture("refused-gate.h5")),
        "layer 'gate' of its backbone has the activation 'sigmoid'; a MobileNet V3 has relu, hard swish");
    ZIPPER_EXPECT_ERROR(loadModel(fixture("refused-swish.h5")),
                        "behind its backbone lies the layer 'tf.__operators__.add_");
  }
};

ZIPPER_TEST_WITH(QCoreApplication, TestKerasV3)
#include "test_keras_v3.moc"
