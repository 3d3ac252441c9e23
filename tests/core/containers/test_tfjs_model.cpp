// SPDX-License-Identifier: GPL-3.0-or-later

#include <QtTest>
#include <cmath>

#include "core/containers/tfjs_model.h"
#include "crafted_file.h"
#include "support/expect_error.h"
#include "support/test_program.h"

using namespace zipper;
namespace fs = std::filesystem;

namespace {

std::string weight(const std::string& name, const std::string& shape, const std::string& more = "") {
  return R"({"name":")" + name + R"(","shape":)" + shape + R"(,"dtype":"float32")" + more + "}";
}

std::string group(const std::string& weights, const std::string& paths = R"(["weights.bin"])") {
  return R"({"paths":)" + paths + R"(,"weights":[)" + weights + "]}";
}

std::string model(const std::string& groups) {
  return R"({"modelTopology":{"class_name":"Sequential","config":{"layers":[]}},"weightsManifest":[)" + groups + "]}";
}

std::string manyTimes(const std::string& text, int times) {
  std::string all;
  for (int i = 0; i < times; ++i) all += text;
  return all;
}

/// 0, 1, 2, ... as the file has them.
std::string numbers(int count) {
  std::string bytes;
  for (int i = 0; i < count; ++i) {
    const float value = float(i);
    bytes.append(reinterpret_cast<const char*>(&value), sizeof value);
  }
  return bytes;
}

}  // namespace

class TestTfjsModel : public QObject {
  Q_OBJECT

 private:
  test::CraftedFiles files_;

  TensorFile read(const std::string& json) { return readTfjs(files_.write("model.json", json)); }

 private Q_SLOTS:
  void init() {
    files_.write("weights.bin", numbers(6));
    for (const char* name : {"metadata.json", "more.bin"}) fs::remove(files_.path(name));
  }

  void readsWeightsInTheirOrder() {
    const TensorFile file = read(model(group(weight("a/kernel", "[2,2]") + "," + weight("a/bias", "[2]"))));
    QCOMPARE(file.tensors.size(), std::size_t(2));
    QCOMPARE(file.tensors[0].first, std::string("a/kernel"));
    QVERIFY(torch::equal(file.tensors[0].second, torch::arange(4.f).reshape({2, 2})));
    QVERIFY(torch::equal(file.tensors[1].second, torch::tensor({4.f, 5.f})));
    QVERIFY(file.kerasConfig.find("Sequential") != std::string::npos);
    QVERIFY(file.notes.empty() && file.metadata.empty());
    QCOMPARE(file.otherFiles.size(), std::size_t(1));
  }

  /// A group's files are one behind the other; a weight may begin in one and end in the next.
  void readsSeveralFilesAndGroups() {
    files_.write("more.bin", numbers(2));
    const std::string both = R"(["weights.bin","more.bin"])";
    const TensorFile one = read(model(group(weight("a", "[5]") + "," + weight("b", "[3]"), both)));
    QVERIFY(torch::equal(one.tensors[1].second, torch::tensor({5.f, 0.f, 1.f})));
    const TensorFile two = read(model(group(weight("a", "[6]")) + "," + group(weight("b", "[2]"), R"(["more.bin"])")));
    QVERIFY(torch::equal(two.tensors[1].second, torch::arange(2.f)));
    QCOMPARE(two.otherFiles.size(), std::size_t(2));
  }

  void readsTheConvertersFrameAndLabels() {
    files_.write("metadata.json", R"({"labels":["one","zwei"],"imageSize":224})");
    const TensorFile file = read(
        R"({"format":"layers-model","modelTopology":{"keras_version":"2.4.0","model_config":{"class_name":"Functional"}},)"
        R"("weightsManifest":[)" +
        group(weight("a", "[6]")) + "]}");
    QCOMPARE(file.kerasConfig, std::string(R"({"class_name":"Functional"})"));
    QCOMPARE(file.metadata.at("keras_version"), std::string("2.4.0"));
    QCOMPARE(file.metadata.at(tfjsLabelsKey), std::string(R"(["one","zwei"])"));
    for (const char* other : {"[]", "{", R"({"labels":3})", ""}) {
      files_.write("metadata.json", other);
      QVERIFY(read(model(group(weight("a", "[6]")))).metadata.empty());
    }
  }

  void leavesOutWhatIsNoFloat() {
    const std::string steps = R"({"name":"steps","shape":[2],"dtype":"int32"})";
    const TensorFile file = read(model(group(weight("a", "[4]") + "," + steps)));
    QCOMPARE(file.tensors.size(), std::size_t(1));
    QCOMPARE(file.notes, std::vector<std::string>{"steps was ignored: it holds int32"});
    QVERIFY(read(model(group(weight("none", "[0,3]") + "," + weight("a", "[6]")))).tensors[0].second.numel() == 0);
  }

  /// The scale and the least value are those of a tensor; so is the type of quantization.
  void dequantizes() {
    files_.write("weights.bin", std::string("\x00\x01\xff", 3) + std::string("\x00\x00\xff\xff\x00\x80", 6) +
                                    std::string("\x00\x3c\x00\xc0\x01\x00", 6));
    const auto quantized = [](const std::string& name, const std::string& how) {
      return weight(name, "[3]", R"(,"quantization":)" + how);
    };
    const TensorFile file =
        read(model(group(quantized("bytes", R"({"dtype":"uint8","scale":0.5,"min":-1})") + "," +
                         quantized("words", R"({"dtype":"uint16","scale":2,"min":-3.5,"original_dtype":"float32"})") +
                         "," + quantized("halves", R"({"dtype":"float16"})"))));
    QVERIFY(torch::equal(file.tensors[0].second, torch::tensor({-1.f, -0.5f, 126.5f})));
    QVERIFY(torch::equal(file.tensors[1].second, torch::tensor({-3.5f, 131066.5f, 65532.5f})));
    QVERIFY(torch::equal(file.tensors[2].second, torch::tensor({1.f, -2.f, std::ldexp(1.f, -24)})));
    QCOMPARE(file.notes, (std::vector<std::string>{"1 tensor converted from float16 to float32",
                                                   "1 tensor dequantized from uint16 to float32",
                                                   "1 tensor dequantized from uint8 to float32"}));
  }

  void readsTextsOfTheWriter() {
    const auto withTexts = [&](const std::string& texts) {
      const std::string json = model(group(weight("a", "[6]")));
      return read(json.substr(0, json.size() - 1) + R"(,"userDefinedMetadata":)" + texts + "}").metadata;
    };
    QCOMPARE(withTexts(R"({"zipper.recipe":"{}","count":3,"labels":"x","deep":{"a":"b"}})"),
             (std::map<std::string, std::string>{{"zipper.recipe", "{}"}}));
    for (const char* other : {"[]", "null", "\"text\"", "{}"}) QVERIFY(withTexts(other).empty());
  }

  void recognizesLayersModels() {
    const auto looks = [&](const std::string& text) { return looksLikeTfjs(files_.write("x", text)); };
    QVERIFY(looks(model("")));
    QVERIFY(looks("\n  " + model("")));
    QVERIFY(!looks(R"({"format":"graph-model","modelTopology":{"node":[{"class_name":1}]},"weightsManifest":[]})"));
    QVERIFY(!looks(R"({"weightsManifest":[],"modelTopology":{"node":[{"name":"x"}]}})"));
    QVERIFY(!looks(R"({"class_name":"Functional","config":{}})"));
    QVERIFY(!looks("") && !looks("text") && !looks("[" + model("") + "]"));
  }

  /// What is left of a model is one, so that it is said to be damaged.
  void recognizesDamagedModels() {
    const auto looks = [&](const std::string& text) { return looksLikeTfjs(files_.write("x", text)); };
    QVERIFY(looks(R"({"format":"layers-model","modelTopology":{}})"));
    QVERIFY(looks(R"({"modelTopology":7,"weightsManifest":[]})"));
    QVERIFY(looks(R"({"modelTopology":)" + manyTimes("{\"a\":", 500'000)));
    const std::string right = model(group(weight("a", "[6]")));
    for (std::size_t length = std::string(R"({"modelTopology")").size(); length < right.size(); ++length)
      QVERIFY2(looks(right.substr(0, length)), std::to_string(length).c_str());
  }

  void saysWhatAFileOfWeightsShouldBe() {
    fs::remove(files_.path("weights.bin"));
    fs::create_directories(files_.path("weights.bin"));
    ZIPPER_EXPECT_ERROR(read(model(group(weight("a", "[6]")))),
                        "a file of weights of a TensorFlow.js model was expected");
    fs::remove(files_.path("weights.bin"));
  }

  void refuses_data() {
    QTest::addColumn<QString>("json");
    QTest::addColumn<QString>("message");
    const auto row = [](const char* name, const std::string& json, const char* message) {
      QTest::newRow(name) << QString::fromStdString(json) << message;
    };
    row("no JSON", "{", "model.json: the TensorFlow.js model is damaged or truncated: model.json: not valid JSON");
    const std::string right = model(group(weight("a", "[6]")));
    row("cut off", right.substr(0, right.size() / 2), "the TensorFlow.js model is damaged or truncated");
    row("deep", R"({"modelTopology":)" + manyTimes("{\"a\":", 500'000),
        "is damaged or truncated: model.json: JSON is nested");
    row("no topology", R"({"weightsManifest":[]})", "'modelTopology' is missing");
    row("topology", R"({"modelTopology":3,"weightsManifest":[]})", "'modelTopology' is no object");
    row("topology that says what it is", R"({"format":"layers-model","modelTopology":7,"weightsManifest":[]})",
        "the TensorFlow.js model is damaged: 'modelTopology' is no object");
    row("no weights", model(""), "none of its layers has weights");
    row("too short", model(group(weight("a", "[7]"))),
        "its weights have 28 bytes, but the files of them, "
        "[\"weights.bin\"], only 24; they are truncated");
    row("too long", model(group(weight("a", "[5]"))),
        "its weights have 20 bytes, but the files of them, "
        "[\"weights.bin\"], more; they are too long, or of another model");
    row("no files", model(group(weight("a", "[6]"), "[]")), "only 0");
    row("a file twice", model(group(weight("a", "[12]"), R"(["weights.bin","./weights.bin"])")), "is named twice");
    row("outside", model(group(weight("a", "[6]"), R"(["../weights.bin"])")), "only files in the folder of the model");
    row("absolute", model(group(weight("a", "[6]"), R"(["/etc/passwd"])")), "named from the root of the disk");
    row("missing", model(group(weight("a", "[6]"), R"(["none.bin"])")), "which is not beside the model");
    row("no text", model(group(weight("a", "[6]"), "[3]")), "a path is 3");
    row("huge", model(group(weight("a", "[1099511627776,1099511627776]"))), "claims more than 1073741824 bytes");
    row("huge and empty", model(group(weight("a", "[0,1099511627776,1099511627776]"))), "claims more than");
    row("many", model(group(weight("a", "[200000000]") + "," + weight("b", "[200000000]"))),
        "its weights have 1600000000 bytes, at most 1073741824 are read");
    row("negative", model(group(weight("a", "[-6]"))), "a size of its shape is -6");
    row("axes", model(group(weight("a", "[1,1,1,1,1,1,1,1,6]"))), "its shape has 9 axes");
    row("name", model(group(weight("a", "[3]") + "," + weight("a", "[3]"))), "another weight is called 'a' too");
    const auto quantized = [](const std::string& how) {
      return model(group(weight("a", "[6]", R"(,"quantization":)" + how)));
    };
    row("quantized", quantized(R"({"dtype":"uint8"})"), "'a': quantization: 'scale' is missing");
    row("quantized without least", quantized(R"({"dtype":"uint16","scale":1})"), "'min' is missing");
    row("quantized otherwise", quantized(R"({"dtype":"int4","scale":1,"min":0})"), "'a': it is quantized as 'int4'");
    row("quantized by a text", quantized(R"("uint8")"), "'a': quantization: \"uint8\" found, an object expected");
    row("quantized scale", quantized(R"({"dtype":"uint8","scale":"1","min":0})"), "'scale' holds \"1\"");
    row("quantized and short", quantized(R"({"dtype":"uint8","scale":1,"min":0})"), "its weights have 6 bytes");
    row("quantized and huge",
        model(group(weight("a", "[400000000]", R"(,"quantization":{"dtype":"uint8","scale":1,"min":0})"))),
        "claims more than 1073741824 bytes");
    row("quantized truth",
        model(group(R"({"name":"a","shape":[6],"dtype":"bool","quantization":{"dtype":"float16"}})")),
        "'a': it is quantized, but its type is 'bool'");
    row("texts", model(group(R"({"name":"a","shape":[6],"dtype":"string"})")), "'a': its type is 'string'");
  }

  void refuses() {
    QFETCH(QString, json);
    QFETCH(QString, message);
    const fs::path path = files_.path("model.json");
    ZIPPER_EXPECT_ERROR(read(json.toStdString()), path.string() + ": ");
    ZIPPER_EXPECT_ERROR(read(json.toStdString()), message.toStdString());
  }
};

ZIPPER_TEST_WITH(QCoreApplication, TestTfjsModel)
#include "test_tfjs_model.moc"
