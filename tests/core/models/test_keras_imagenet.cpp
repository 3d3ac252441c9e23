// SPDX-License-Identifier: GPL-3.0-or-later

#include <QFileInfo>
#include <QtTest>

#include "core/containers/crafted_file.h"
#include "core/containers/expected_tensors.h"
#include "support/run_python.h"
#include "support/test_program.h"

using namespace zipper;

/// Weights that Keras published, trained on ImageNet. They may not be part of the project.
class TestKerasImageNet : public QObject {
  Q_OBJECT

 private:
  const QString model_ = ZIPPER_TESTS "/../../shared/data/mobilenet_2_5_224_tf_no_top.h5";
  test::CraftedFiles files_;

 private Q_SLOTS:
  void initTestCase() {
    if (!QFileInfo::exists(model_)) QSKIP("../shared/data/mobilenet_2_5_224_tf_no_top.h5 is not there");
  }

  void opensAsBackbone() {
    const MobileNetSpec spec = loadModel(model_.toStdString()).network->spec();
    QCOMPARE(spec.width, 0.25);
    QCOMPARE(spec.inputSize, 224);
    QCOMPARE(spec.stemStride, 2);
    QCOMPARE(spec.classes, 0);
    QCOMPARE(spec.bnEpsilon, 1e-3);
    QVERIFY(spec.padding == Padding::Same);
    QVERIFY(spec.activation == Activation::ReLU6);
    QVERIFY(spec.normalization.order == ChannelOrder::RGB);
    QCOMPARE(spec.normalization.mean, std::vector<double>(3, 0.5));
    QCOMPARE(spec.normalization.std, std::vector<double>(3, 0.5));
  }

  void hasTheFeaturesOfPyTorch() {
    const auto out = files_.path("features.safetensors");
    const std::string problem = test::runScript("keras_features.py", {model_, QString::fromStdString(out.string())});
    QVERIFY2(problem.empty(), problem.c_str());
    const double error = test::errorOfModel(model_.toStdString(), readSafetensors(out).tensors);
    QVERIFY2(error <= 1e-4, std::to_string(error).c_str());
    // The comparison would notice another padding.
    SpecOverrides overrides;
    overrides.padding = Padding::Pad1;
    QVERIFY(test::errorOfModel(model_.toStdString(), readSafetensors(out).tensors, overrides) > 0.05);
  }
};

ZIPPER_TEST_WITH(QCoreApplication, TestKerasImageNet)
#include "test_keras_imagenet.moc"
