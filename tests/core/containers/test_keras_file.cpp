// SPDX-License-Identifier: GPL-3.0-or-later

#include <QElapsedTimer>
#include <QtTest>
#include <algorithm>
#include <random>

#include "core/containers/keras_file.h"
#include "crafted_file.h"
#include "expected_tensors.h"
#include "support/expect_error.h"
#include "support/run_python.h"
#include "support/test_program.h"

using namespace zipper;
namespace fs = std::filesystem;

/// Against files that h5py wrote. It is another implementation of HDF5 than the one under test.
class TestKerasFile : public QObject {
  Q_OBJECT

 private:
  test::CraftedFiles files_;

  fs::path file(const QString& name) const { return files_.path(name.toStdString() + ".h5"); }

  NamedTensors expected(const QString& name) const {
    return readSafetensors(files_.path(name.toStdString() + ".safetensors")).tensors;
  }

  static void addFixtures() {
    QTest::addColumn<bool>("withHead");
    QTest::newRow("keras2") << true;
    QTest::newRow("keras3") << true;
    QTest::newRow("no_top") << false;
    QTest::newRow("half") << true;
    QTest::newRow("nested") << true;
    for (const char* name : {"weights3", "weights3_dense", "weights3_plain", "weights3_plain_dense", "archive",
                             "archive_named", "archive_nested", "nested_named", "tf212", "latest", "tracked_order"})
      QTest::newRow(name) << true;
  }

 private Q_SLOTS:
  void initTestCase() {
    const QString folder = QString::fromStdString(files_.path("").string());
    for (const char* script : {"make_keras_fixture.py", "make_hostile_keras.py"}) {
      const std::string problem = test::makeFixtures(script, folder);
      QVERIFY2(problem.empty(), problem.c_str());
    }
  }

  void readsWhatWasWritten_data() { addFixtures(); }
  void readsWhatWasWritten() {
    QVERIFY(looksLikeKeras(file(QTest::currentDataTag())));
    const TensorFile read = readKeras(file(QTest::currentDataTag()));
    const std::string difference = test::differenceTo(expected(QTest::currentDataTag()), read.tensors);
    QVERIFY2(difference.empty(), difference.c_str());
    QVERIFY(find(read.tensors, "conv_dw_1_bn/gamma").defined());
  }

  /// A whole model holds its configuration beside its weights.
  void readsTheConfiguration() {
    const LoadedModel model = loadModel(file("keras3"));
    const MobileNetSpec spec = MobileNet(model.network)->spec();
    QCOMPARE(spec.inputSize, 64);
    QVERIFY(spec.normalization.mean == std::vector<double>{0} && spec.normalization.std == std::vector<double>{1});
    const auto& notes = model.source.notes;
    QVERIFY(std::count(notes.begin(), notes.end(), "read from the file: input size 64") == 1);
    for (const std::string& note : notes) QVERIFY2(note.find("input size guessed") == std::string::npos, note.c_str());
  }

  void computesTheSame_data() { addFixtures(); }
  void computesTheSame() {
    const double error = test::errorOfModel(file(QTest::currentDataTag()), expected(QTest::currentDataTag()));
    QVERIFY2(error <= 1e-4, std::to_string(error).c_str());
  }

  void deliversTypesMetadataAndNotes() {
    const TensorFile keras2 = readKeras(file("keras2"));
    QCOMPARE(keras2.metadata.at("backend"), std::string("tensorflow"));
    QCOMPARE(keras2.metadata.at("keras_version"), std::string("2.0.4"));
    QVERIFY(keras2.notes.empty());
    QCOMPARE(keras2.tensors.front().first, std::string("conv1/kernel"));
    QCOMPARE(keras2.tensors.front().second.scalar_type(), torch::kFloat);
    const TensorFile keras3 = readKeras(file("keras3"));
    QCOMPARE(keras3.metadata.at("keras_version"), std::string("3.4.1"));
    QCOMPARE(keras3.notes.size(), std::size_t(1));
    QVERIFY(find(keras3.tensors, "conv_dw_13/kernel").defined());
    QCOMPARE(readKeras(file("half")).tensors.front().second.scalar_type(), torch::kHalf);
    QCOMPARE(readKeras(file("no_top")).tensors.front().second.scalar_type(), torch::kDouble);
  }

  void readsWhatIsOddButFine() {
    QVERIFY(torch::equal(find(readKeras(file("plain")).tensors, "conv1/kernel"), torch::arange(12.f).reshape({3, 4})));
    QVERIFY(torch::equal(find(readKeras(file("newer")).tensors, "conv1/kernel"), torch::arange(12.f).reshape({3, 4})));
    for (const char* name : {"keras3_weights", "archive_small", "archive_odd_config"}) {
      const TensorFile read = readKeras(file(name));
      QVERIFY(torch::equal(find(read.tensors, "conv2d/kernel"), torch::arange(12.f).reshape({3, 4})));
    }
    QCOMPARE(readKeras(file("archive_small")).metadata.at("keras_version"), std::string("3.13.2"));
    const TensorFile many = readKeras(file("many"));
    QCOMPARE(many.tensors.size(), std::size_t(12));
    for (int i = 0; i < 12; ++i)
      QCOMPARE(find(many.tensors, "layer_" + std::to_string(i) + "/kernel").item<float>(), float(i));
    const TensorFile thousand = readKeras(file("thousand"));
    QCOMPARE(thousand.tensors.size(), std::size_t(1400));
    for (int i = 0; i < 1400; ++i) QCOMPARE(thousand.tensors[std::size_t(i)].second.item<float>(), float(i));
    // Layers of one name in two models.
    std::vector<std::string> names;
    for (const auto& entry : readKeras(file("two_models")).tensors) names.push_back(entry.first);
    QCOMPARE(names, (std::vector<std::string>{"functional/dense/kernel", "functional/dense_1/kernel",
                                              "functional_1/dense/kernel", "functional_1/dense_1/kernel"}));
    // A path that goes 300 times round a cycle of groups ends all the same.
    QCOMPARE(readKeras(file("cycle")).tensors.size(), std::size_t(1));
  }

  void refuses_data() {
    QTest::addColumn<QString>("message");
    QTest::newRow("external_link") << "symbolic or external link";
    QTest::newRow("external_values") << "in another file";
    QTest::newRow("virtual") << "its layout is of kind 3";
    QTest::newRow("soft_link") << "symbolic or external link";
    QTest::newRow("huge") << "4611686018427387904 values of 4 bytes";
    QTest::newRow("large") << "50331648 values of 4 bytes";
    QTest::newRow("bomb") << "15728640 values of 4 bytes";
    QTest::newRow("large_chunks") << "a chunk has more than 8388608 bytes";
    QTest::newRow("missing_chunk") << "some of its chunks were never written";
    QTest::newRow("checksummed") << "filter 3";
    QTest::newRow("integers") << "none of its layers has weights";
    QTest::newRow("group_for_weight") << "'conv1', weight 'conv1/kernel:0': it was expected to be a dataset";
    QTest::newRow("big_endian") << "none of its layers has weights";
    QTest::newRow("absent_weight") << "weight 'conv1/kernel:0': is in the list of weights, but not in the file";
    QTest::newRow("absent_layer") << "layer 'conv1' is in the list of layers, but not in the file";
    QTest::newRow("same_name") << "weight 'conv1/kernel': ";
    QTest::newRow("same_name_twice") << "another weight is called 'conv1/kernel' too";
    QTest::newRow("tracked") << "layer 'conv1' is in the list of layers, but not in the file";
    QTest::newRow("no_list") << "layer 'conv1' has no attribute 'weight_names'";
    QTest::newRow("numbers_for_names") << "attribute 'layer_names' holds float64";
    QTest::newRow("no_keras") << "not of Keras";
    QTest::newRow("archive_bomb") << "'model.weights.h5' unpacks from ";
    QTest::newRow("archive_claims_more") << "doesn't unpack to 60000000 bytes";
    QTest::newRow("archive_claims_less") << "doesn't unpack to 1000 bytes";
    QTest::newRow("archive_claims_gigabytes") << "to 4000000000 bytes; at most 1073741824 are read";
    QTest::newRow("archive_damaged") << "'model.weights.h5' doesn't unpack to ";
    QTest::newRow("archive_without_weights") << "a Keras archive without 'model.weights.h5'";
    QTest::newRow("archive_deep_config") << "config.json: JSON is nested deeper than";
    QTest::newRow("archive_no_json") << "config.json: not valid JSON";
    QTest::newRow("circle3") << "go in circles";
    QTest::newRow("empty") << "none of its layers has weights";
  }
  void refuses() {
    QFETCH(QString, message);
    const fs::path path = file(QTest::currentDataTag());
    ZIPPER_EXPECT_ERROR(readKeras(path), path.string() + ": ");
    ZIPPER_EXPECT_ERROR(readKeras(path), message.toStdString());
  }

  void tellsWhatWasAssumed() {
    const auto notes = [&](const char* name) { return readKeras(file(name)).notes; };
    const std::string optimizer = "the values of the optimizer were ignored";
    QCOMPARE(notes("weights3"), std::vector<std::string>{optimizer});
    QCOMPARE(notes("archive_nested"), std::vector<std::string>{optimizer});
    QVERIFY(notes("weights3_plain").front().find("doesn't tell the names of its layers") != std::string::npos);
  }

  void refusesTruncatedFiles() {
    for (const char* name : {"plain", "half"}) {
      const std::string bytes = test::CraftedFiles::bytesOf(file(name));
      for (std::size_t length = 0; length < bytes.size(); length += 1 + bytes.size() / 500) {
        const fs::path path = files_.write("cut.h5", bytes.substr(0, length));
        QCOMPARE(looksLikeKeras(path), length >= 8);
        QVERIFY2(test::errorOf([&] { readKeras(path); }) != "no error", std::to_string(length).c_str());
      }
    }
  }

  /// Whatever a file says, it is read or refused, soon.
  void survivesDamage() {
    const auto seed = std::random_device{}();
    qInfo("seed %u", seed);
    std::mt19937_64 random(seed);
    std::vector<std::string> originals;
    for (const char* name : {"plain", "missing_chunk", "large_chunks", "external_values", "newer", "many",
                             "archive_small", "keras3_weights", "latest"})
      originals.push_back(test::CraftedFiles::bytesOf(file(name)));
    int refused = 0;
    for (int i = 0; i < 2000; ++i) {
      std::string bytes = originals[random() % originals.size()];
      for (auto changes = 1 + random() % 8; changes > 0;) {
        char& byte = bytes[random() % bytes.size()];
        if (byte == 0 && random() % 16 != 0) continue;  // most of a small file is unused
        byte = random() % 2 == 0 ? char(random()) : char(byte ^ (1 << random() % 8));
        --changes;
      }
      QElapsedTimer timer;
      timer.start();
      refused += test::errorOf([&] { readKeras(files_.write("damaged.h5", bytes)); }) == "no error" ? 0 : 1;
      QVERIFY(timer.elapsed() < 1000);
    }
    QVERIFY(refused > 500);
  }
};

ZIPPER_TEST_WITH(QCoreApplication, TestKerasFile)
#include "test_keras_file.moc"
