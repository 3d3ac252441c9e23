// SPDX-License-Identifier: GPL-3.0-or-later

#include <QtTest>
#include <functional>
#include <limits>
#include <random>

#include "core/containers/crafted_tflite.h"
#include "core/containers/tflite_file.h"
#include "core/support/error.h"
#include "support/expect_error.h"
#include "support/test_program.h"

using namespace zipper;
using test::CraftedTflite;
using test::smallTflite;

namespace {

TfliteGraph parseDamaged(const std::string& bytes) { return parseTflite(InputFile::ofBytes(bytes, "the file")); }

}  // namespace

/// Models that no runtime would take, or that would take a runtime down.
class TestTfliteDamaged : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void refuses_data() {
    QTest::addColumn<std::function<void(CraftedTflite&)>>("damage");
    QTest::addColumn<QString>("message");
    const auto row = [](const char* name, std::function<void(CraftedTflite&)> damage, const char* message) {
      QTest::newRow(name) << damage << message;
    };
    row(
        "version", [](auto& m) { m.version = 2; }, "has version 2 of the format, version 3 was expected");
    row(
        "no subgraph", [](auto& m) { m.subgraphs = 0; }, "has 0 subgraphs, one was expected");
    row(
        "subgraphs", [](auto& m) { m.subgraphs = 3; }, "has 3 subgraphs, one was expected");
    row(
        "external", [](auto& m) { m.external = true; }, "are outside of its FlatBuffer, as in models of over 2 GB");
    row(
        "sparse", [](auto& m) { m.tensors[3].sparse = true; }, "tensor 'factor': stores only what isn't zero");
    row(
        "too few bytes", [](auto& m) { m.tensors[3].shape = {3}; },
        "tensor 'factor': 8 bytes of data, 12 were expected for 3 numbers of type FLOAT32");
    row(
        "negative", [](auto& m) { m.tensors[3].shape = {-2}; }, "tensor 'factor': a size of its shape is -2");
    row(
        "huge",
        [](auto& m) {
          m.tensors[3].shape = {1 << 20, 1 << 20};
        },
        "tensor 'factor': its shape is too large");
    row(
        "axes", [](auto& m) { m.tensors[0].shape.assign(9, 1); }, "tensor 'x': has more than 8 axes");
    row(
        "signature", [](auto& m) { m.tensors[0].signature = {-1}; },
        "tensor 'x': its shape has 4 axes, its signature 1");
    row(
        "empty input", [](auto& m) { m.tensors[0].shape[1] = 0; },
        "tensor 'x': a size of its shape is 0, 1 or more was expected");
    row(
        "negative input", [](auto& m) { m.tensors[0].shape[2] = -1; },
        "tensor 'x': a size of its shape is -1, 1 or more was expected");
    row(
        "negative signature",
        [](auto& m) {
          m.tensors[0].signature = {-1, -2, 4, 2};
        },
        "tensor 'x': a size of its shape is -2, 1 or more was expected");
    row(
        "empty beside an open size",
        [](auto& m) {
          m.tensors[0].signature = {-1, 4, 4, 2};
          m.tensors[0].shape[3] = 0;
        },
        "tensor 'x': a size of its shape is 0");
    row(
        "scales",
        [](auto& m) {
          m.tensors[3].scales = {1, 2, 3};
        },
        "tensor 'factor': has 3 scales along axis 0, which has another size");
    row(
        "axis",
        [](auto& m) {
          m.tensors[3].scales = {1, 2};
          m.tensors[3].axis = 1;
        },
        "has 2 scales along axis 1");
    row(
        "zeros",
        [](auto& m) {
          m.tensors[3].scales = {1, 2};
          m.tensors[3].zeros = {1};
        },
        "tensor 'factor': has 2 scales and 1 zero points");
    row(
        "infinite", [](auto& m) { m.tensors[3].scales = {std::numeric_limits<float>::infinity()}; },
        "tensor 'factor': one of its scales is inf");
    row(
        "input", [](auto& m) { m.inputs = {99}; }, "an input is tensor 99, but there are 5");
    row(
        "output", [](auto& m) { m.outputs = {-1}; }, "an output is tensor -1, but there are 5");
    row(
        "operand",
        [](auto& m) {
          m.operators[0].inputs = {0, 77};
        },
        "an input of MUL is tensor 77, but there are 5");
    row(
        "result", [](auto& m) { m.operators[0].outputs = {-7}; }, "an output of MUL is tensor -7, but there are 5");
    row(
        "circle",
        [](auto& m) {
          m.operators[0].inputs = {2, 3};
        },
        "MUL reads 'z', which nothing before it computes; its operators form a circle or aren't in order");
    row(
        "itself",
        [](auto& m) {
          m.operators[0].inputs = {1, 3};
        },
        "MUL reads 'y', which nothing before it computes");
    row(
        "order", [](auto& m) { std::swap(m.operators[0], m.operators[1]); }, "MEAN reads 'y', which nothing before it");
    row(
        "twice", [](auto& m) { m.operators[1].outputs = {1}; }, "MEAN computes 'y', which is already there");
    row(
        "constant", [](auto& m) { m.operators[0].outputs = {3}; }, "MUL computes 'factor', which is already there");
    row(
        "metadata",
        [](auto& m) {
          m.entries = {{"TFLITE_METADATA", "M001M001M001"}};
        },
        "its metadata are damaged");
    row(
        "tensors",
        [](auto& m) {
          for (int i = 0; i < 20000; ++i) m.computed("t", {1});
        },
        "has 20005 tensors, at most 20000");
    row(
        "long names",
        [](auto& m) {
          for (int i = 0; i < 300; ++i) m.computed(std::string(100'000, 'n'), {1});
        },
        "describes more than any MobileNet has (over 16 MiB besides the weights)");
    row(
        "operators",
        [](auto& m) {
          for (int i = 0; i < 10000; ++i) m.operators.push_back(m.operators[0]);
        },
        "has 10002 operators, at most 10000");
  }
  void refuses() {
    QFETCH(std::function<void(CraftedTflite&)>, damage);
    QFETCH(QString, message);
    CraftedTflite model = smallTflite();
    model.entries = {{"note", "text"}};
    damage(model);
    ZIPPER_EXPECT_ERROR(parseDamaged(model.bytes()), message.toStdString());
  }

  void refusesOtherFiles() {
    ZIPPER_EXPECT_ERROR(parseDamaged(""), "does not begin like a TensorFlow Lite model");
    ZIPPER_EXPECT_ERROR(parseDamaged(std::string(100, '\0')), "does not begin like a TensorFlow Lite model");
    ZIPPER_EXPECT_ERROR(parseDamaged(std::string("\x1c\0\0\0TFL3", 8)), "is damaged or truncated");
    ZIPPER_EXPECT_ERROR(parseDamaged(std::string("\xff\xff\xff\x7fTFL3", 8) + std::string(64, '\xff')),
                        "is damaged or truncated: its FlatBuffer points outside of its 72 bytes");
  }

  /// Whatever is cut off, the answer is a sentence: the FlatBuffer's root comes last in none of its parts.
  void survivesTruncation() {
    const std::string whole = smallTflite().bytes();
    for (std::size_t length = 0; length < whole.size(); ++length) {
      const std::string message = test::errorOf([&] { parseDamaged(whole.substr(0, length)); });
      QVERIFY2(message != "no error" && message.find('\n') == std::string::npos, message.c_str());
    }
  }

  void survivesChangedBytes() {
    const auto seed = std::random_device{}();
    qInfo("seed %u", seed);
    std::mt19937 random(seed);
    const std::string whole = smallTflite().bytes();
    for (int i = 0; i < 3000; ++i) {
      std::string bytes = whole;
      for (int k = 0; k < 1 + i % 4; ++k) bytes[8 + random() % (bytes.size() - 8)] = char(random());
      try {
        for (const TfliteTensor& tensor : parseDamaged(bytes).tensors)
          if (tensor.values.defined()) realValues(tensor);
      } catch (const Error&) {
        // One of the two.
      }
    }
  }
};

ZIPPER_TEST_WITH(QCoreApplication, TestTfliteDamaged)
#include "test_tflite_damaged.moc"
