// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/recipe/source_files.h"

#include <QtTest>

#include "core/containers/crafted_file.h"
#include "support/expect_error.h"
#include "support/test_program.h"

using namespace zipper;
namespace fs = std::filesystem;

namespace {

/// The beginning of an ONNX model, and a tensor whose data are in another file.
std::string onnxWithData(const std::string& location) {
  const std::string key = std::string("\x0a\x08", 2) + "location";
  return std::string("\x08\x07\x12\x04test", 8) + key + '\x12' + char(location.size()) + location;
}

const char* const tfjs =
    R"({"format":"layers-model","modelTopology":{"class_name":"Sequential"},"weightsManifest":[)"
    R"({"paths":["part1.bin","part2.bin","missing.bin"],"weights":[]},{"paths":["sub/part3.bin",7],"weights":[]}]})";

}  // namespace

/// What was read beside a network is as safe as the network.
class TestSourceFiles : public QObject {
  Q_OBJECT

  test::CraftedFiles files_;

  std::vector<ProtectedFile> sourcesOf(const std::string& model) const {
    Recipe recipe;
    recipe.sources.resize(2);
    recipe.sources[1].model = files_.path(model).string();
    return sourceFiles(recipe);
  }
  bool isSafe(const std::string& model, const std::string& file) const {
    return sourceReplacedBy(files_.path(file), sourcesOf(model)) != nullptr;
  }

 private Q_SLOTS:
  void init() {
    fs::create_directories(files_.path("sub"));
    for (const char* name : {"part1.bin", "part2.bin", "sub/part3.bin", "other.bin", "net.txt", "net_labels.txt",
                             "any_labels.txt", "notes.txt", "weights", "net.onnx.data"})
      files_.write(name, "x");
    files_.write("metadata.json", "{}");
    files_.write("labels.txt", "0 a\n1 b\n");
  }

  void protectsShardsAndLabels() {
    files_.write("model.json", tfjs);
    for (const char* name : {"model.json", "part1.bin", "part2.bin", "sub/part3.bin", "metadata.json", "labels.txt"})
      QVERIFY2(isSafe("model.json", name), name);
    for (const char* name : {"other.bin", "net_labels.txt", "notes.txt"}) QVERIFY2(!isSafe("model.json", name), name);
    ZIPPER_EXPECT_ERROR(refuseToReplace(files_.path("part1.bin"), sourcesOf("model.json")),
                        "part1.bin: is a file beside the network of task b, and what was read is never written over");
  }

  void protectsLabelsOfTensorFlowLite() {
    files_.write("net.tflite", std::string("\x1c\0\0\0TFL3", 8));
    for (const char* name : {"labels.txt", "net.txt", "net_labels.txt", "any_labels.txt"})
      QVERIFY2(isSafe("net.tflite", name), name);
    for (const char* name : {"metadata.json", "notes.txt"}) QVERIFY2(!isSafe("net.tflite", name), name);
  }

  void protectsLabelsOfKeras() {
    files_.write("net.h5", "\x89HDF\r\n\x1a\n");
    QVERIFY(isSafe("net.h5", "labels.txt"));
    files_.write("labels.txt", "of something else\n");  // which isn't read
    QVERIFY(!isSafe("net.h5", "labels.txt"));
  }

  void protectsDataOfOnnx() {
    files_.write("net.onnx", onnxWithData("weights"));
    for (const char* name : {"weights", "net.onnx.data"}) QVERIFY2(isSafe("net.onnx", name), name);
    for (const char* name : {"labels.txt", "other.bin"}) QVERIFY2(!isSafe("net.onnx", name), name);
  }

  void takesWhatIsThere() {
    QCOMPARE(sourcesOf("nowhere.json").size(), std::size_t(4));
    files_.write("model.json", "{\"modelTopology\": \"weightsManifest\" \"class_name\"");
    QVERIFY(isSafe("model.json", "model.json") && isSafe("model.json", "metadata.json"));
    QVERIFY(!isSafe("model.json", "part1.bin"));
    files_.write("net.onnx", onnxWithData("weights").substr(0, 22));
    QVERIFY(!isSafe("net.onnx", "weights"));
  }
};

ZIPPER_TEST_WITH(QCoreApplication, TestSourceFiles)
#include "test_source_files.moc"
