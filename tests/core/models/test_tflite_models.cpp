// SPDX-License-Identifier: GPL-3.0-or-later

#include <QFileInfo>
#include <QtTest>

#include "core/containers/crafted_file.h"
#include "core/containers/safetensors.h"
#include "core/models/model_file.h"
#include "core/network/compatibility.h"
#include "held_notes.h"
#include "support/python_reference.h"
#include "support/run_python.h"
#include "support/test_program.h"

using namespace zipper;
using test::holds;

/// Models that Google published for its Edge TPU.
class TestTfliteModels : public QObject {
  Q_OBJECT

 private:
  const QString folder_ = ZIPPER_TESTS "/../../shared/data/coral";
  test::CraftedFiles files_;

  static void addModels() {
    QTest::addColumn<QString>("file");
    QTest::addColumn<int>("architecture");
    QTest::addColumn<double>("width");
    QTest::addColumn<int>("inputSize");
    QTest::addColumn<int>("classes");
    QTest::addColumn<QString>("first");  ///< of its class names
    QTest::addColumn<QString>("last");
    const auto row = [](const char* name, const char* file, Architecture architecture, double width, int size,
                        int classes, const char* first, const char* last) {
      QTest::newRow(name) << file << int(architecture) << width << size << classes << first << last;
    };
    const Architecture v1 = Architecture::MobileNetV1, v2 = Architecture::MobileNetV2;
    row("v1", "mobilenet_v1_0.25_128_quant.tflite", v1, 0.25, 128, 1001, "background",
        "toilet tissue, toilet paper, bathroom tissue");
    row("v2", "mobilenet_v2_1.0_224_quant.tflite", v2, 1, 224, 1001, "background",
        "toilet tissue, toilet paper, bathroom tissue");
    row("birds", "mobilenet_v2_1.0_224_inat_bird_quant.tflite", v2, 1, 224, 965, "Haemorhous cassinii (Cassin's Finch)",
        "background");
    row("insects", "mobilenet_v2_1.0_224_inat_insect_quant.tflite", v2, 1, 224, 1022,
        "Nicrophorus tomentosus (Tomentose Burying Beetle)", "background");
  }

  LoadedModel load(const QString& file) const { return loadModel((folder_ + "/" + file).toStdString()); }

 private Q_SLOTS:
  void initTestCase() {
    if (!QFileInfo::exists(folder_)) QSKIP("../shared/data/coral is not there");
  }

  void opens_data() { addModels(); }
  void opens() {
    QFETCH(QString, file);
    QFETCH(int, architecture);
    QFETCH(double, width);
    QFETCH(int, inputSize);
    QFETCH(int, classes);
    QFETCH(QString, first);
    QFETCH(QString, last);
    const LoadedModel model = load(file);
    const MobileNetSpec spec = model.network->spec();
    QCOMPARE(int(spec.architecture), architecture);
    QCOMPARE(spec.width, width);
    QVERIFY(spec.channels.empty() && spec.strides.empty() && !spec.expandFirst && spec.hidden.empty());
    QCOMPARE(spec.inputSize, inputSize);
    QCOMPARE(spec.classes, classes);
    QCOMPARE(spec.classOffset, classes == 1001 ? 1 : 0);
    QVERIFY(spec.padding == Padding::Same && spec.activation == Activation::ReLU6);
    QCOMPARE(spec.stemStride, 2);
    // A byte b stands for (b - 128) / 128.
    for (const auto& numbers : {spec.normalization.mean, spec.normalization.std})
      for (const double number : numbers) QVERIFY(std::abs(number - 128.0 / 255) < 1e-7);
    QVERIFY(spec.normalization.order == ChannelOrder::RGB);
    QCOMPARE(spec.classNames.size(), std::size_t(classes));
    QCOMPARE(QString::fromStdString(spec.classNames.front()), first);
    QCOMPARE(QString::fromStdString(spec.classNames.back()), last);
    QCOMPARE(model.source.format, std::string("TensorFlow Lite"));
    const auto& notes = model.source.notes;
    QVERIFY(holds(notes, "its weights are integers of 8 bits"));
    QVERIFY(holds(notes, "read from the quantization of its input: normalization mean 0.50196"));
    QVERIFY(holds(notes, "the Softmax at its end is left out"));
    QVERIFY(holds(notes, "labels.txt' in the file"));
    QVERIFY(!holds(notes, "normalization mean 0.5,"));
  }

  void hasTheWeightsThatPythonReads_data() { addModels(); }
  void hasTheWeightsThatPythonReads() {
    QFETCH(QString, file);
    const auto out = files_.path("weights.safetensors");
    const std::string problem =
        test::runScript("read_tflite.py", {folder_ + "/" + file, QString::fromStdString(out.string())});
    QVERIFY2(problem.empty(), problem.c_str());
    const NamedTensors expected = readSafetensors(out).tensors;
    MobileNet network = load(file).network;
    const NamedTensors state = network->state();
    std::size_t place = 0;
    const auto next = [&](const char* what) { return find(expected, concat(place, what)); };
    for (const auto& [key, tensor] : state) {
      if (key.find(".conv.weight") == std::string::npos) continue;
      QVERIFY2(torch::equal(tensor, next(".weight")), key.c_str());
      const torch::Tensor bias = find(state, key.substr(0, key.size() - 11) + "bn.bias");
      QVERIFY2(torch::allclose(bias, next(".bias"), 1e-6, 1e-7), key.c_str());
      ++place;
    }
    QVERIFY(torch::equal(find(state, "head.weight"), next(".weight").flatten(1)));
    QVERIFY(torch::equal(find(state, "head.bias"), next(".bias")));
    QCOMPARE(expected.size(), 2 * (place + 1));
  }

  /// One of the two was trained from the other, or both from a third.
  void birdsAndInsectsCanBeMerged() {
    const auto specOf = [&](const char* file) { return load(file).network->spec(); };
    QCOMPARE(whyNotMergeable({specOf("mobilenet_v2_1.0_224_inat_bird_quant.tflite"),
                              specOf("mobilenet_v2_1.0_224_inat_insect_quant.tflite")}),
             std::string());
  }
};

ZIPPER_TEST_WITH(QCoreApplication, TestTfliteModels)
#include "test_tflite_models.moc"
