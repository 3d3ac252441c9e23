// SPDX-License-Identifier: GPL-3.0-or-later

#include <QtTest>
#include <algorithm>

#include "core/containers/crafted_file.h"
#include "core/containers/safetensors.h"
#include "core/models/model_file.h"
#include "core/models/onnx_file.h"
#include "core/support/files.h"
#include "held_notes.h"
#include "support/expect_error.h"
#include "support/python_reference.h"
#include "support/run_python.h"
#include "support/test_program.h"

using namespace zipper;
using test::holds;

namespace {

/// What a network gets: images in [0,1], channels in its order, normalized as its spec says.
torch::Tensor prepared(const torch::Tensor& pixels, const MobileNetSpec& spec) {
  const Normalization& n = spec.normalization;
  torch::Tensor images = n.order == ChannelOrder::BGR ? pixels.flip(1) : pixels;
  const auto perChannel = [](const std::vector<double>& values) {
    return torch::tensor(values, torch::kFloat).view({1, -1, 1, 1});
  };
  return (images - perChannel(n.mean)) / perChannel(n.std);
}

std::vector<double> rounded(const std::vector<double>& values) {
  std::vector<double> result;
  for (const double value : values) result.push_back(std::round(value * 1e4) / 1e4);
  return result;
}

}  // namespace

/// Graphs that do more than the network, written by torch.onnx.export, against what PyTorch computes from pixels.
class TestOnnxGraphs : public QObject {
  Q_OBJECT

 private:
  QTemporaryDir folder_;
  test::CraftedFiles files_;

  std::filesystem::path fixture(const QString& name) const { return folder_.filePath(name).toStdString(); }

 private Q_SLOTS:
  void initTestCase() {
    const std::string problem = test::makeFixtures("make_onnx_graphs.py", folder_.path());
    QVERIFY2(problem.empty(), problem.c_str());
  }

  void readsWhatTheGraphDoes_data() {
    QTest::addColumn<QString>("note");
    const auto row = [](const char* name, const char* note) { QTest::addRow("%s", name) << note; };
    row("mean-std", "normalization mean 0.485,0.456,0.406, std 0.229,0.224,0.225");
    row("scaled", "normalization mean 0.5, std 0.5");
    row("bytes", "its input is bytes");
    row("nhwc", "for pixels from 0 to 255");
    row("bgr", "turned round");
    row("two-outputs", "left aside: 1 output, 'y'; the network is that of output 'z'");
    row("probabilities", "left aside: 1 output, 'z'; the network is that of output 'y'");
    row("argmax", "the ArgMax at its end is left out");
    row("temperature", "the scale behind the head");
    row("two-means", "read from the graph: input size 64");
    row("flat-mean", "input size 64");
    row("window", "input size guessed: 64 (the graph leaves it open and averages over 2x2)");
    row("keep", "input size 64");
    row("min-relu", "activation relu6");
    row("clamp", "activation relu6");
    row("scale-and-shift", "input size 64");
    row("nhwc-pads", "padding same");
    row("external", "normalization mean 0.485");
  }

  void readsWhatTheGraphDoes() {
    QFETCH(QString, note);
    const QString name = QTest::currentDataTag();
    const LoadedModel model = loadModel(fixture(name + ".onnx"));
    const MobileNetSpec& spec = MobileNet(model.network)->spec();
    QVERIFY2(holds(model.source.notes, note.toStdString()),
             qPrintable(QString::fromStdString(model.source.notes.back())));
    QCOMPARE(spec.inputSize, 64);
    const QString expected = name == "external" ? "mean-std" : name;
    const NamedTensors python = readSafetensors(fixture(expected + ".safetensors")).tensors;
    // Without normalization in the graph, PyTorch looked at the pixels themselves.
    const bool normalized = holds(model.source.notes, "read from the graph: normalization");
    const torch::Tensor pixels = find(python, "pixels");
    // Outputs that don't depend on the image would agree whatever was read.
    QVERIFY(find(python, "logits").std(0).max().item<double>() > 0.01);
    torch::NoGradGuard noGrad;
    MobileNet network = model.network;
    const double error = test::relativeError(network->forward(normalized ? prepared(pixels, spec) : pixels).logits,
                                             find(python, "logits"));
    QVERIFY2(error <= 1e-4, std::to_string(error).c_str());
  }

  void takesTheNormalizationOver() {
    const auto specOf = [&](const char* name) {
      MobileNet network = loadModel(fixture(QString(name) + ".onnx")).network;
      return network->spec().normalization;
    };
    QCOMPARE(rounded(specOf("mean-std").mean), (std::vector<double>{0.485, 0.456, 0.406}));
    QCOMPARE(rounded(specOf("bytes").std), (std::vector<double>{0.229, 0.224, 0.225}));
    QCOMPARE(rounded(specOf("nhwc").mean), (std::vector<double>{0.5}));
    QCOMPARE(rounded(specOf("bgr").mean), (std::vector<double>{0.4076, 0.458, 0.485}));
    QVERIFY(specOf("bgr").order == ChannelOrder::BGR && specOf("bytes").order == ChannelOrder::RGB);
  }

  void refusesWithTheReason_data() {
    QTest::addColumn<QString>("reason");
    const auto row = [](const char* name, const char* reason) { QTest::addRow("%s", name) << reason; };
    row("nonsquare", "its input is 32 pixels high and 64 wide; only networks with square images can be used");
    row("small", "its input is 28x28 pixels, 32x32 to 4096x4096 were expected");
    row("leaky", "Relu or Clip was expected after stem, found LeakyRelu");
    row("sigmoid", "Relu or Clip was expected after stem, found Sigmoid");
    row("max-pool", "average pooling was expected after the last layer, found MaxPool");
    row("two-heads", "several of its outputs are heads of a MobileNet V1: 'y', 'z'");
  }

  void refusesWithTheReason() {
    QFETCH(QString, reason);
    const QString message =
        QString::fromStdString(test::errorOf([&] { loadModel(fixture(QString(QTest::currentDataTag()) + ".onnx")); }));
    QVERIFY2(message.contains("the graph was not recognized as MobileNet V1: " + reason), qPrintable(message));
    QVERIFY2(!message.contains("nearest known"), qPrintable(message));
  }

  /// A recipe must notice when the file beside the model is another one.
  void externalDataIsPartOfTheHash() {
    const auto copy = [&](const char* name) {
      std::filesystem::copy_file(fixture(name), files_.path(name), std::filesystem::copy_options::overwrite_existing);
    };
    copy("external.onnx");
    copy("external.data");
    const std::string before = loadModel(files_.path("external.onnx")).source.sha256;
    QVERIFY(before != sha256OfFile(files_.path("external.onnx")));
    std::string data = test::CraftedFiles::bytesOf(files_.path("external.data"));
    data[2] = char(data[2] ^ 1);
    files_.write("external.data", data);
    QVERIFY(loadModel(files_.path("external.onnx")).source.sha256 != before);
    files_.write("external.data", data.substr(0, data.size() - 4));
    ZIPPER_EXPECT_ERROR(loadModel(files_.path("external.onnx")), "that file is truncated, or of another model");
    std::filesystem::remove(files_.path("external.data"));
    ZIPPER_EXPECT_ERROR(loadModel(files_.path("external.onnx")), "'external.data', which is not beside the model");
  }
};

ZIPPER_TEST_WITH(QCoreApplication, TestOnnxGraphs)
#include "test_onnx_graphs.moc"
