// SPDX-License-Identifier: GPL-3.0-or-later

#include <QFileInfo>
#include <QtTest>

#include "core/containers/crafted_file.h"
#include "core/containers/expected_tensors.h"
#include "held_notes.h"
#include "support/expect_error.h"
#include "support/run_python.h"
#include "support/test_program.h"

using namespace zipper;
using test::holds;

/// Networks that people made with Teachable Machine. They may not be part of the project.
class TestTeachableMachine : public QObject {
  Q_OBJECT

 private:
  const QString folder_ = ZIPPER_TESTS "/../../shared/data/teachable_machine";
  test::CraftedFiles files_;

  static void addModels() {
    QTest::addColumn<QString>("file");
    QTest::addColumn<int>("classes");
    QTest::addColumn<QString>("format");
    QTest::addColumn<QString>("first");  ///< of its class names
    QTest::newRow("ducks") << "ducks/keras_model.h5" << 2 << "Keras"
                           << "Rubber Duck";
    QTest::newRow("masks") << "masks/keras_model.h5" << 2 << "Keras"
                           << "With Mask";
    QTest::newRow("food") << "food_tfjs/model.json" << 40 << "TensorFlow.js"
                          << "가래떡";
  }

  LoadedModel load(const QString& file) const { return loadModel((folder_ + "/" + file).toStdString()); }

 private Q_SLOTS:
  void initTestCase() {
    if (!QFileInfo::exists(folder_)) QSKIP("../shared/data/teachable_machine is not there");
  }

  void opens_data() { addModels(); }
  void opens() {
    QFETCH(QString, file);
    QFETCH(int, classes);
    QFETCH(QString, format);
    QFETCH(QString, first);
    const LoadedModel model = load(file);
    const MobileNetSpec spec = model.network->spec();
    QVERIFY(spec.architecture == Architecture::MobileNetV2);
    QCOMPARE(spec.width, 0.35);
    QVERIFY(spec.channels.empty() && spec.strides.empty() && !spec.expandFirst);
    QCOMPARE(spec.inputSize, 224);
    QCOMPARE(spec.classes, classes);
    QCOMPARE(spec.classOffset, 0);
    QCOMPARE(spec.hidden, (std::vector<HiddenLayer>{{100, Activation::ReLU}}));
    QVERIFY(spec.padding == Padding::Same && spec.activation == Activation::ReLU6);
    QCOMPARE(spec.bnEpsilon, 1e-3);
    QCOMPARE(spec.normalization.mean, std::vector<double>(3, 0.5));
    QCOMPARE(spec.normalization.std, std::vector<double>(3, 0.5));
    QCOMPARE(spec.classNames.size(), std::size_t(classes));
    QCOMPARE(QString::fromStdString(spec.classNames.front()), first);
    QCOMPARE(QString::fromStdString(model.source.format), format);
    QCOMPARE(model.source.scheme, std::string("keras-v2"));
    const auto& notes = model.source.notes;
    QVERIFY(holds(notes, "the softmax at its end is left out"));
    QVERIFY(holds(notes, "the head has no bias; it got one of zeros"));
    QVERIFY(holds(notes, "a head of 2 linear layers: 'dense_Dense1' (100, relu), 'dense_Dense2' ("));
    QVERIFY(
        holds(notes, format == "Keras" ? "class names read from labels.txt" : "class names read from metadata.json"));
    for (const char* what : {"input size", "stem stride", "activation", "padding", "epsilon"})
      QVERIFY2(!holds(notes, std::string(what) + " guessed"), what);
    QVERIFY(!holds(notes, "guessed"));  // all that Teachable Machine makes is prepared in one way
    QVERIFY(holds(notes, "made by Teachable Machine"));
  }

  void computesWhatPyTorchComputes_data() { addModels(); }
  void computesWhatPyTorchComputes() {
    QFETCH(QString, file);
    const auto out = files_.path("expected.safetensors");
    const std::string problem =
        test::runScript("teachable_machine.py", {folder_ + "/" + file, QString::fromStdString(out.string())});
    QVERIFY2(problem.empty(), problem.c_str());
    const NamedTensors expected = readSafetensors(out).tensors;
    const std::string path = (folder_ + "/" + file).toStdString();
    const double error = test::errorOfModel(path, expected);
    QVERIFY2(error <= 1e-4, std::to_string(error).c_str());
    // The comparison would notice another padding.
    SpecOverrides overrides;
    overrides.padding = Padding::Pad1;
    QVERIFY(test::errorOfModel(path, expected, overrides) > 0.01);
  }

  /// Only the heads were trained: the backbones are the same, bit for bit.
  void haveOneBackbone() {
    MobileNet ducks = load("ducks/keras_model.h5").network, masks = load("masks/keras_model.h5").network;
    MobileNet food = load("food_tfjs/model.json").network;
    const NamedTensors state = ducks->state();
    std::size_t same = 0;
    for (const auto& [key, tensor] : state) {
      if (key.rfind("head.", 0) == 0 || key.rfind("hidden.", 0) == 0) continue;
      for (MobileNet* other : {&masks, &food})
        QVERIFY2(torch::equal(find((*other)->state(), key), tensor), key.c_str());
      ++same;
    }
    QCOMPARE(same, std::size_t(260));
    QVERIFY(!torch::equal(find(state, "hidden.1.weight"), find(masks->state(), "hidden.1.weight")));
  }

  void refusesWhatIsWiredOtherwise() {
    const std::filesystem::path source = folder_.toStdString() + "/food_tfjs";
    const std::string json = test::CraftedFiles::bytesOf(source / "model.json");
    std::filesystem::copy_file(source / "weights.bin", files_.path("weights.bin"));
    const auto errorOf = [&](const std::string& read, const std::string& instead) {
      const std::string wire = "[[[\"", end = "\",0,0,{}]]]";
      const auto place = json.find(wire + read + end);
      if (place == std::string::npos) return read + " isn't read";
      std::string rewired = json;
      rewired.replace(place, wire.size() + read.size(), wire + instead);
      const auto path = files_.write("model.json", rewired);
      return test::errorOf([&] { loadModel(path); });
    };
    QCOMPARE(errorOf("expanded_conv_project_BN", "expanded_conv_project_BN"), std::string("no error"));
    const auto expect = [](const std::string& error, const char* text) {
      QVERIFY2(error.find(text) != std::string::npos, error.c_str());
    };
    expect(errorOf("expanded_conv_project_BN", "block_16_project_BN"),
           "layer 'block_1_expand' of its configuration reads 'block_16_project_BN', which is computed from it");
    expect(errorOf("expanded_conv_project_BN", "block_17_project_BN"),
           "'block_17_project_BN', which is no layer of it");
    expect(errorOf("block_2_add", "block_1_project_BN"),
           "layer 'block_3_expand' of its configuration is computed from 'block_1_project_BN'; in a MobileNet V2 it is "
           "computed from 'block_1_project_BN', 'block_2_project_BN'");
  }

  /// A list of another network's names doesn't name the classes of this one.
  void leavesOutLabelsThatDoNotFit() {
    const auto path = files_.path("keras_model.h5");
    std::filesystem::copy_file((folder_ + "/ducks/keras_model.h5").toStdString(), path);
    QVERIFY(loadModel(path).network->spec().classNames.empty());
    for (const auto& [labels, note] :
         {std::pair{"0 Rubber Duck\n", "labels.txt beside the file has 1 name, but the network has 2 classes"},
          std::pair{"ducks\nothers\n", ""}}) {
      files_.write("labels.txt", labels);
      const LoadedModel model = loadModel(path);
      QVERIFY(model.network->spec().classNames.empty());
      QCOMPARE(holds(model.source.notes, "labels.txt"), *note != '\0');
      QVERIFY(*note == '\0' || holds(model.source.notes, note));
    }
  }
};

ZIPPER_TEST_WITH(QCoreApplication, TestTeachableMachine)
#include "test_teachable_machine.moc"
