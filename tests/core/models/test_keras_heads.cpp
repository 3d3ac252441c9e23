// SPDX-License-Identifier: GPL-3.0-or-later

#include <QtTest>

#include "core/containers/crafted_file.h"
#include "core/containers/expected_tensors.h"
#include "held_notes.h"
#include "support/expect_error.h"
#include "support/run_python.h"
#include "support/test_program.h"

using namespace zipper;
using test::holds;

/// Whole Keras models that h5py wrote, with heads of several layers, against what PyTorch computes of them.
class TestKerasHeads : public QObject {
  Q_OBJECT

 private:
  QTemporaryDir folder_;

  std::filesystem::path fixture(const QString& name) const { return folder_.filePath(name).toStdString(); }

 private Q_SLOTS:
  void initTestCase() {
    const std::string problem = test::makeFixtures("make_keras_heads.py", folder_.path());
    QVERIFY2(problem.empty(), problem.c_str());
  }

  void computesWhatPyTorchComputes_data() {
    QTest::addColumn<QString>("hidden");  ///< "16 relu, ..."
    QTest::addColumn<int>("classes");
    QTest::addColumn<QStringList>("notes");
    const QString end = "the softmax at its end is left out", noBias = "the head has no bias; it got one of zeros";
    const auto put = [](int layers) {
      return QString("batch normalization of the head was put into the weights of %1 linear layer").arg(layers);
    };
    QTest::newRow("v1-plain") << "" << 4 << QStringList{end};
    QTest::newRow("v1-dense-dense")
        << "16 relu" << 4
        << QStringList{end, "read from the file: a head of 2 linear layers: 'dense' (16, relu), 'dense_1' (4)"};
    QTest::newRow("v1-bn-dense") << "" << 4 << QStringList{end, put(1)};
    QTest::newRow("v1-bn-dense-bn-dense")
        << "12 relu6, 12 relu" << 3
        << QStringList{put(2), noBias, "hidden layer 1 of the head has no bias; it got one of zeros"};
    QTest::newRow("v2-plain") << "" << 10 << QStringList{end};
    QTest::newRow("v2-strides") << "" << 10 << QStringList{end};
    QTest::newRow("v2-linear-linear") << "9 none" << 4 << QStringList{end, noBias};
    QTest::newRow("v2-nested") << "100 relu" << 3 << QStringList{end, noBias};
    QTest::newRow("v2-nested-one") << "" << 3 << QStringList{end, noBias};
    QTest::newRow("v2-pooled") << "16 relu" << 2 << QStringList{end};
    QTest::newRow("v2-archive") << "8 relu6" << 6 << QStringList{end, noBias, put(1)};
    QTest::newRow("v2-weights3") << "" << 6
                                 << QStringList{"as many of each kind as in Keras's MobileNetV2",
                                                "head guessed: 'dense/kernel' and 'dense/bias', the only tensors left"};
  }

  void computesWhatPyTorchComputes() {
    QFETCH(QString, hidden);
    QFETCH(QStringList, notes);
    const QString name = QTest::currentDataTag();
    const LoadedModel model = loadModel(fixture(name + ".h5"));
    const MobileNetSpec spec = model.network->spec();
    QTEST(spec.classes, "classes");
    QStringList found;
    for (const HiddenLayer& layer : spec.hidden)
      found << QString("%1 %2").arg(layer.channels).arg(QString::fromStdString(toString(layer.activation)));
    QCOMPARE(found.join(", "), hidden);
    for (const QString& note : notes) QVERIFY2(holds(model.source.notes, note.toStdString()), qPrintable(note));
    if (name != "v2-weights3") {
      // What the configuration tells is no guess.
      QCOMPARE(spec.inputSize, 96);
      for (const char* what : {"input size", "activation", "padding", "epsilon", "stem stride", "head"})
        QVERIFY2(!holds(model.source.notes, std::string(what) + " guessed"), what);
      QVERIFY(holds(model.source.notes, "read from the file: padding same"));
    }
    const NamedTensors expected = readSafetensors(fixture(name + ".expected")).tensors;
    const double error = test::errorOfModel(fixture(name + ".h5"), expected);
    QVERIFY2(error <= 1e-4, std::to_string(error).c_str());
  }

  void readsStrides() {
    QCOMPARE(loadModel(fixture("v2-strides.h5")).network->spec().strides, (std::vector<int>{1, 1, 2, 2, 1, 1, 1}));
    QVERIFY(loadModel(fixture("v2-plain.h5")).network->spec().strides.empty());
  }

  void refusesByName_data() {
    QTest::addColumn<QString>("message");
    QTest::newRow("refused-tanh")
        << "layer 'dense' of its head has the activation 'tanh'; relu, relu6, hard_swish, linear, or";
    QTest::newRow("refused-relu-at-the-end")
        << "behind the last linear layer of the head, 'dense', lies the activation";
    QTest::newRow("refused-layer") << "behind its backbone lies the layer 'ln' of the kind 'LayerNormalization'";
    QTest::newRow("refused-norm") << "batch normalization 'bn' of the head can't be put into the weights of a linear";
    QTest::newRow("refused-norms") << "two batch normalizations one behind the other, 'bn' and 'bn_1'";
    QTest::newRow("refused-norm-at-the-end") << "batch normalization 'bn' is the last layer of the head";
    QTest::newRow("refused-pooling") << "behind its backbone lies the layer 'max' of the kind 'GlobalMaxPooling2D'";
    QTest::newRow("refused-window") << "averages over 2x2 pixels, but the last feature maps have 3x3";
    QTest::newRow("refused-softmax") << "the activation 'softmax' of its head lies before the layer 'dense_1'";
    QTest::newRow("refused-stride") << "has stride 2 in block 5, where a MobileNet V2 has 1";
  }

  void refusesByName() {
    QFETCH(QString, message);
    const auto path = fixture(QString(QTest::currentDataTag()) + ".h5");
    ZIPPER_EXPECT_ERROR(loadModel(path), path.string() + ": ");
    ZIPPER_EXPECT_ERROR(loadModel(path), message.toStdString());
  }
};

ZIPPER_TEST_WITH(QCoreApplication, TestKerasHeads)
#include "test_keras_heads.moc"
