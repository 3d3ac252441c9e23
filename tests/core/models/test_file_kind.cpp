// SPDX-License-Identifier: GPL-3.0-or-later

#include <QtTest>

#include "core/containers/crafted_file.h"
#include "core/containers/crafted_protobuf.h"
#include "core/models/file_kind.h"
#include "core/models/folder_kind.h"
#include "core/models/model_file.h"
#include "support/expect_error.h"
#include "support/test_program.h"

using namespace zipper;
using test::Proto;
namespace fs = std::filesystem;

namespace {

/// A ZIP archive of empty files that are stored as they are.
std::string zipOf(const std::vector<std::string>& names) {
  const auto number = [](std::uint64_t value, int bytes) {
    std::string text;
    for (int i = 0; i < bytes; ++i) text += char(value >> (8 * i) & 0xff);
    return text;
  };
  std::string files, directory;
  for (const std::string& name : names) {
    const std::string common = number(0, 2) + number(0, 2) + number(0, 4) + number(0, 4) + number(0, 4) + number(0, 4) +
                               number(name.size(), 2) + number(0, 2);
    directory += "PK\x01\x02" + number(20, 2) + number(20, 2) + common + number(0, 2) + number(0, 2) + number(0, 2) +
                 number(0, 4) + number(files.size(), 4) + name;
    files += "PK\x03\x04" + number(20, 2) + common + name;
  }
  return files + directory + "PK\x05\x06" + number(0, 4) + number(names.size(), 2) + number(names.size(), 2) +
         number(directory.size(), 4) + number(files.size(), 4) + number(0, 2);
}

}  // namespace

/// What people have beside networks that can be read is named, whatever the file is called, with what to do.
class TestFileKind : public QObject {
  Q_OBJECT

 private:
  test::CraftedFiles files_;

 private Q_SLOTS:
  void namesWhatItIs_data() {
    QTest::addColumn<QByteArray>("content");
    QTest::addColumn<QString>("kind");
    const auto row = [](const char* name, const std::string& content, const char* kind) {
      QTest::newRow(name) << QByteArray::fromStdString(content) << kind;
    };
    row("lfs", "version https://git-lfs.github.com/spec/v1\noid sha256:00\nsize 1\n", "git lfs pull");
    row("old tflite", std::string("\x1c\0\0\0TFL2", 8), "unknown binary data");
    row("gguf", std::string("GGUF\3\0\0\0", 8), "a GGUF file");
    row("engine", std::string("ftrt\0\0\0\0", 8), "a TensorRT engine");
    row("tfjs", "{\"format\":\"graph-model\",\"modelTopology\":{}}", "a TensorFlow.js model; convert it");
    row("tfjs spaces", "{\n  \"format\": \"graph-model\",\n  \"weightsManifest\": []}", "a TensorFlow.js model");
    row("prototxt", "name: \"MOBILENET\"\nlayer {\n  name: \"conv1\"\n  type: \"Convolution\"\n}\n",
        "the description of a Caffe network (prototxt)");
    row("openvino", "<?xml version=\"1.0\"?>\n<net name=\"x\" version=\"11\">\n<layers>\n<layer id=\"0\"", "OpenVINO");
    row("darknet", "[net]\nbatch=1\n[convolutional]\n", "Darknet");
    row("html", "<!DOCTYPE html><html>Sign in</html>", "a web page; the download gave a page instead");
    row("exported page",
        "<!doctype html><style>" + std::string(6000, ' ') +
            "</style><script type=\"application/json\" id=\"network\">{\"format\":\"zipper-web-page\",\"version\":1",
        "a web page that Zipper Workbench exported, which is made to be opened in a browser");
    row("shards", "{\"metadata\":{},\"weight_map\":{}}", "the index of a network in several files");
    row("hugging face", "{\"architectures\":[\"MobileNetV1ForImageClassification\"]}", "a Hugging Face network");
    row("keras json", "{\"class_name\": \"Functional\", \"config\": {}}", "holds no weights");
    row("7z", "7z\xbc\xaf\x27\x1c", "an archive; unpack it");
    row("xz", std::string("\xfd\x37zXZ\0", 6), "an xz archive");
    row("tar", std::string(257, 'a') + "ustar", "an archive; unpack it");
    row("tiff", std::string("II*\0", 4), "a TIFF image");
    row("webp", "RIFF1234WEBPVP8 ", "a WebP image");
    row("zip", zipOf({"a.txt", "b/c.pth"}), "a ZIP archive of 2 files ('a.txt', 'b/c.pth'); unpack it");
    row("zip of a saved model", zipOf({"model/saved_model.pb", "model/variables/variables.index"}),
        "a ZIP archive of a TensorFlow SavedModel");
    row("lesson", zipOf({"mimetype", "lesson.json", "session.zipper"}), "a lesson; the workbench opens it");
    row("npz", zipOf({"arr_0.npy"}), "NumPy arrays (.npz)");
    row("pt2", zipOf({"model/archive_format", "model/models/model.json"}), "a program of torch.export (.pt2)");
    row("old pt2", zipOf({"serialized_exported_program.json", "version"}), "a program of torch.export (.pt2)");
    row("damaged zip", "PK\x03\x04 and so on", "a damaged ZIP archive");
    const Proto node = Proto().text(1, "input").text(2, "Placeholder");
    row("frozen graph", Proto().message(1, node).message(1, node).bytes, "a TensorFlow graph (a frozen .pb)");
    const Proto meta = Proto().message(1, Proto().message(2, Proto().message(1, Proto().text(1, "Add"))));
    row("saved model", Proto().number(1, 1).message(2, meta).bytes, "a TensorFlow SavedModel");
    const Proto description = Proto().message(1, Proto().text(1, "image").text(2, "an image"));
    row("core ml", Proto().number(1, 4).message(2, description).bytes, "a Core ML model");
    row("caffemodel", Proto().text(1, "MOBILENET").message(100, Proto().text(1, "data")).bytes, "a Caffe network");
    row("old caffemodel", Proto().text(1, "MOBILENET").message(2, Proto().text(4, "data")).bytes, "a Caffe network");
    row("text", "Dear network,\n", "text");
    row("empty", "", "nothing (it is empty)");
    row("binary", std::string("\x01\x02\x03\x04\0\x05\x06\xff{}", 10), "unknown binary data");
  }

  void namesWhatItIs() {
    QFETCH(QByteArray, content);
    QFETCH(QString, kind);
    for (const char* name : {"model.bin", "model.onnx", "model.pth"}) {
      const auto path = files_.write(name, content.toStdString());
      QVERIFY2(QString::fromStdString(describeContent(path)).contains(kind), describeContent(path).c_str());
      const QString message = QString::fromStdString(test::errorOf([&] { loadModel(path); }));
      QVERIFY2(message.contains("was expected, found ") && message.contains(kind), qPrintable(message));
    }
  }

  /// What is read, but damaged.
  void namesTfliteModels() {
    const auto path = files_.write("model.bin", std::string("\x1c\0\0\0TFL3", 8));
    QCOMPARE(describeContent(path), std::string("a TensorFlow Lite model"));
    ZIPPER_EXPECT_ERROR(loadModel(path), "is damaged or truncated: its FlatBuffer points outside of its 8 bytes");
  }

  void namesTfjsModels() {
    const auto path = files_.write("model.json", "{\"modelTopology\":{\"class_name\":\"Sequential\",\"conf");
    ZIPPER_EXPECT_ERROR(loadModel(path), "the TensorFlow.js model is damaged or truncated: model.json: not valid JSON");
    files_.write("model.json", R"({"modelTopology":7,"weightsManifest":[]})");
    ZIPPER_EXPECT_ERROR(loadModel(path), "the TensorFlow.js model is damaged: 'modelTopology' is no object");
  }

  /// What is cut off after any byte is described too, one way or another.
  void survivesTruncation() {
    const Proto node = Proto().text(1, "input").text(2, "Placeholder");
    for (const std::string& whole :
         {Proto().message(1, node).message(1, node).bytes, zipOf({"model/saved_model.pb", "x"}),
          Proto().number(1, 1).message(2, Proto().message(1, node)).bytes, std::string("\x0a\xff\xff\xff\xff\xff\x7f")})
      for (std::size_t length = 0; length <= whole.size(); ++length)
        QVERIFY(!describeContent(files_.write("cut", whole.substr(0, length))).empty());
  }

  void namesFolders() {
    const auto folder = [&](const char* name, const std::vector<std::string>& inside) {
      fs::create_directories(files_.path(name));
      for (const std::string& file : inside) files_.write(std::string(name) + "/" + file, "x");
      return files_.path(name);
    };
    const auto saved = folder("saved", {"saved_model.pb"}), plain = folder("plain", {"a.txt"});
    const auto hub = folder("hub", {"config.json", "model.safetensors"}), js = folder("js", {"model.json"});
    ZIPPER_EXPECT_ERROR(loadModel(saved), "is the folder of a TensorFlow SavedModel; convert it with tf2onnx");
    ZIPPER_EXPECT_ERROR(loadModel(js), "is the folder of a TensorFlow.js model; open the model.json in it");
    ZIPPER_EXPECT_ERROR(loadModel(hub), "is a folder; open 'model.safetensors' in it; a MobileNet V1, V2 or V3 (");
    ZIPPER_EXPECT_ERROR(loadModel(plain), "is a folder; a MobileNet V1, V2 or V3 (");
    QVERIFY(isNetworkFolder(saved) && isNetworkFolder(hub) && isNetworkFolder(js) && !isNetworkFolder(plain));
    QVERIFY(!isNetworkFolder(files_.path("none")));
  }
};

ZIPPER_TEST_WITH(QCoreApplication, TestFileKind)
#include "test_file_kind.moc"
