// SPDX-License-Identifier: GPL-3.0-or-later

#include <QtTest>

#include "core/containers/crafted_file.h"
#include "core/containers/crafted_tflite.h"
#include "core/containers/tflite_file.h"
#include "core/support/error.h"
#include "support/expect_error.h"
#include "support/test_program.h"

using namespace zipper;
using test::bytesOfNumbers;
using test::CraftedTensor;
using test::CraftedTflite;
using test::smallTflite;
using Code = tflite::BuiltinOperator;

namespace {

TfliteGraph parseBytes(const std::string& bytes) { return parseTflite(InputFile::ofBytes(bytes, "the file")); }

CraftedTensor bytesTensor(const std::string& name, std::vector<std::int32_t> shape, const std::string& data,
                          tflite::TensorType type) {
  CraftedTensor tensor;
  tensor.name = name;
  tensor.shape = std::move(shape);
  tensor.type = type;
  tensor.data = data;
  return tensor;
}

}  // namespace

class TestTfliteFile : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void readsWhatIsThere() {
    CraftedTflite model = smallTflite();
    model.tensors[0].signature = {-1, 4, 4, 2};
    model.entries = {{"min_runtime_version", std::string("1.5.0\0\0\0", 8)},
                     {"zipper.spec", "{}"},
                     {"binary", std::string("\1\2\3", 3)},
                     {"empty", ""}};
    model.inputNames = {{"image", 0}};
    model.outputNames = {{"scores", 2}};
    for (const bool old : {false, true}) {
      model.oldCodes = old;
      const TfliteGraph graph = parseBytes(model.bytes());
      QCOMPARE(graph.tensors.size(), std::size_t(5));
      QCOMPARE(graph.nodes.size(), std::size_t(2));
      QCOMPARE(graph.nodes[0].op, std::string("MUL"));
      QCOMPARE(graph.nodes[0].activation, std::string("RELU6"));
      QCOMPARE(graph.nodes[0].inputs, (std::vector<int>{0, 3}));
      QCOMPARE(graph.nodes[1].op, std::string("MEAN"));
      QCOMPARE(graph.inputs.at(0).name, std::string("image"));
      QCOMPARE(graph.outputs.at(0).name, std::string("scores"));
      QCOMPARE(graph.tensors[0].signature, (std::vector<std::int64_t>{-1, 4, 4, 2}));
      QVERIFY(!graph.tensors[0].values.defined() && graph.tensors[3].values.defined());
      QVERIFY(torch::equal(graph.tensors[3].values, torch::tensor({1.5F, -2.F})));
      QVERIFY(torch::equal(graph.tensors[4].values, torch::tensor({1, 2}, torch::kInt)));
      QCOMPARE(graph.metadata,
               (std::map<std::string, std::string>{{"min_runtime_version", "1.5.0"}, {"zipper.spec", "{}"}}));
      QCOMPARE(graph.description, std::string("crafted"));
      QCOMPARE(graph.bytes, std::int64_t(model.bytes().size()));
    }
  }

  void readsRealValues() {
    CraftedTflite model = smallTflite();
    CraftedTensor whole =
        bytesTensor("whole", {2, 2}, bytesOfNumbers<std::uint8_t>({0, 128, 129, 255}), tflite::TensorType::UINT8);
    whole.scales = {0.5F};
    whole.zeros = {128};
    CraftedTensor rows =
        bytesTensor("rows", {2, 2}, bytesOfNumbers<std::int8_t>({-127, 1, 2, 127}), tflite::TensorType::INT8);
    rows.scales = {0.5F, 2};
    CraftedTensor columns = rows;
    columns.zeros = {1, -1};
    columns.axis = 1;
    CraftedTensor bias =
        bytesTensor("bias", {2}, bytesOfNumbers<std::int32_t>({2147483647, -3}), tflite::TensorType::INT32);
    bias.scales = {1e-3F, 2e-3F};
    CraftedTensor half = bytesTensor("half", {1}, bytesOfNumbers<std::uint16_t>({0x3c00}), tflite::TensorType::FLOAT16);
    const CraftedTensor plain = bytesTensor("plain", {}, bytesOfNumbers<std::int64_t>({7}), tflite::TensorType::INT64);
    for (const CraftedTensor& tensor : {whole, rows, columns, bias, half, plain}) model.add(tensor);
    const TfliteGraph graph = parseBytes(model.bytes());
    const auto real = [&](std::size_t index) { return realValues(graph.tensors.at(5 + index)); };
    QVERIFY(torch::equal(real(0), torch::tensor({-64.F, 0.F, 0.5F, 63.5F}).view({2, 2})));
    QVERIFY(torch::equal(real(1), torch::tensor({-63.5F, 0.5F, 4.F, 254.F}).view({2, 2})));
    QVERIFY(torch::equal(real(2), torch::tensor({-64.F, 4.F, 0.5F, 256.F}).view({2, 2})));
    QVERIFY(torch::equal(real(3), torch::tensor({float(2147483647.0 * 1e-3F), float(-3 * 2e-3F)})));
    QVERIFY(torch::equal(real(4), torch::ones({1})));
    QCOMPARE(real(5).item<float>(), 7.F);
    QCOMPARE(real(5).dim(), std::int64_t(0));
    // Different scales over one buffer.
    QCOMPARE(graph.tensors[6].buffer, graph.tensors[7].buffer);
    QCOMPARE(graph.tensors[6].values.data_ptr(), graph.tensors[7].values.data_ptr());
    ZIPPER_EXPECT_ERROR(realValues(graph.tensors[0]), "tensor 'x': has no values of a type that is read (FLOAT32)");
  }

  void readsAssociatedFiles() {
    CraftedTflite model = smallTflite();
    const std::string model_bytes = model.bytes();
    QVERIFY(parseBytes(model_bytes).files.empty());
    // An archive with a stored file, as Python's zipfile appends it to a model.
    const std::string name = "labels.txt", text = "cat\ndog\n";
    const auto two = [](std::size_t n) { return std::string{char(n & 255), char(n >> 8 & 255)}; };
    const auto four = [&](std::size_t n) { return two(n & 0xffff) + two(n >> 16); };
    const std::string crc("\x5b\x0b\x6d\x6c", 4);
    const std::string sizes = four(text.size()) + four(text.size());
    for (const bool isDamaged : {false, true}) {
      const std::string sum = isDamaged ? crc : four(crcOf(text));
      const std::string common = two(0) + two(0) + two(0) + two(33) + sum + sizes + two(name.size()) + two(0);
      const std::string local = "PK\x03\x04" + two(20) + common + name + text;
      const std::string central = "PK\x01\x02" + two(20) + two(20) + common + two(0) + two(0) + two(0) + four(0) +
                                  four(model_bytes.size()) + name;
      const std::string end = "PK\x05\x06" + four(0) + two(1) + two(1) + four(central.size()) +
                              four(model_bytes.size() + local.size()) + two(0);
      const TfliteGraph graph = parseBytes(model_bytes + local + central + end);
      if (isDamaged)
        QVERIFY(graph.files.empty());
      else
        QCOMPARE(graph.files, (std::map<std::string, std::string>{{name, text}}));
    }
  }

  void namesOperatorsOfOtherPrograms() {
    CraftedTflite model = smallTflite();
    model.operators[0].code = Code::CUSTOM;
    model.operators[0].custom = "TFLite_Detection_PostProcess";
    model.operators[1].code = Code(126 + 74);
    const TfliteGraph graph = parseBytes(model.bytes());
    QCOMPARE(graph.nodes[0].op, std::string("custom operator TFLite_Detection_PostProcess"));
    QCOMPARE(graph.nodes[1].op, std::string("operator 200"));
  }

 private:
  static std::uint32_t crcOf(const std::string& text) {
    std::uint32_t sum = 0xffffffff;
    for (const char c : text) {
      sum ^= static_cast<unsigned char>(c);
      for (int bit = 0; bit < 8; ++bit) sum = sum >> 1 ^ (sum & 1 ? 0xedb88320U : 0U);
    }
    return ~sum;
  }
};

ZIPPER_TEST_WITH(QCoreApplication, TestTfliteFile)
#include "test_tflite_file.moc"
