// SPDX-License-Identifier: GPL-3.0-or-later

#include <QtTest>

#include "core/containers/safetensors.h"
#include "crafted_file.h"
#include "support/expect_error.h"
#include "support/test_program.h"

using namespace zipper;
using test::CraftedFiles;

namespace {

const std::vector<torch::ScalarType> knownTypes{torch::kDouble, torch::kFloat, torch::kHalf,  torch::kBFloat16,
                                                torch::kLong,   torch::kInt,   torch::kShort, torch::kInt8,
                                                torch::kUInt8,  torch::kBool};

torch::Tensor smallNumbers(torch::ScalarType type, at::IntArrayRef shape) {
  std::int64_t count = 1;
  for (const auto size : shape) count *= size;
  return (torch::arange(count) % 2 + torch::arange(count) / 4).reshape(shape).to(type);
}

}  // namespace

class TestSafetensors : public QObject {
  Q_OBJECT

 private:
  CraftedFiles files_;

  void compare(const NamedTensors& found, const NamedTensors& expected) {
    QCOMPARE(found.size(), expected.size());
    for (std::size_t i = 0; i < found.size(); ++i) {
      QCOMPARE(found[i].first, expected[i].first);
      QCOMPARE(found[i].second.scalar_type(), expected[i].second.scalar_type());
      QVERIFY2(torch::equal(found[i].second, expected[i].second.contiguous()), found[i].first.c_str());
    }
  }

 private Q_SLOTS:
  void roundTripsEveryType() {
    NamedTensors tensors;
    for (const auto type : knownTypes) {
      const std::string name = torch::toString(type);
      tensors.emplace_back(name, smallNumbers(type, {3, 5}));
      tensors.emplace_back(name + " scalar", smallNumbers(type, {}));
      tensors.emplace_back(name + " empty", smallNumbers(type, {2, 0, 3}));
      tensors.emplace_back(name + " also empty", smallNumbers(type, {0}));
    }
    writeSafetensors(files_.path("all.safetensors"), tensors, {{"a", "b"}, {"ключ", "\n\"value\"\\"}});
    const TensorFile file = readSafetensors(files_.path("all.safetensors"));
    compare(file.tensors, tensors);
    QCOMPARE(file.metadata.size(), std::size_t(2));
    QCOMPARE(file.metadata.at("a"), std::string("b"));
    QCOMPARE(file.metadata.at("ключ"), std::string("\n\"value\"\\"));
    QVERIFY(readSafetensorsMetadata(files_.path("all.safetensors")) == file.metadata);
    QVERIFY(looksLikeSafetensors(files_.path("all.safetensors")));
  }

  void keepsEveryBitOfAFloat() {
    const auto values = torch::tensor({-0.0F, NAN, INFINITY, -INFINITY, 1e-45F, 3.4028235e38F});
    writeSafetensors(files_.path("bits.safetensors"), {{"x", values}}, {});
    const auto found = readSafetensors(files_.path("bits.safetensors")).tensors.at(0).second;
    QCOMPARE(std::memcmp(found.data_ptr(), values.data_ptr(), values.nbytes()), 0);
  }

  void writesViewsAndGradientsAsPlainNumbers() {
    const auto base = torch::arange(24, torch::kFloat).reshape({2, 3, 2, 2});
    const NamedTensors tensors{{"transposed", base.transpose(0, 1)},
                               {"channels last", base.contiguous(torch::MemoryFormat::ChannelsLast)},
                               {"slice", base.slice(1, 1, 3)},
                               {"expanded", base.slice(0, 0, 1).expand({5, 3, 2, 2})},
                               {"parameter", base.clone().requires_grad_()}};
    writeSafetensors(files_.path("views.safetensors"), tensors, {});
    const TensorFile file = readSafetensors(files_.path("views.safetensors"));
    compare(file.tensors, tensors);
    QVERIFY(!file.tensors.back().second.requires_grad());
  }

  void alignsTheData() {
    for (std::size_t length = 1; length < 20; ++length) {
      writeSafetensors(files_.path("aligned"), {{std::string(length, 'x'), torch::ones({2})}}, {});
      QCOMPARE(std::filesystem::file_size(files_.path("aligned")) % 8, std::uintmax_t(0));
    }
  }

  void roundTripsAFileWithoutTensors() {
    writeSafetensors(files_.path("none.safetensors"), {}, {});
    const TensorFile file = readSafetensors(files_.path("none.safetensors"));
    QVERIFY(file.tensors.empty() && file.metadata.empty());
  }

  void ownsItsMemory() {
    const auto path = files_.path("gone.safetensors");
    writeSafetensors(path, {{"x", torch::ones({1000})}}, {});
    const TensorFile file = readSafetensors(path);
    std::filesystem::resize_file(path, 0);
    QCOMPARE(file.tensors[0].second.sum().item<float>(), 1000.0F);
  }

  void ordersByDataNotByHeader() {
    const auto path =
        files_.write("order", CraftedFiles::safetensors(R"({"b":{"dtype":"U8","shape":[1],"data_offsets":[1,2]},)"
                                                        R"("a":{"dtype":"U8","shape":[1],"data_offsets":[0,1]}})",
                                                        2));
    QCOMPARE(readSafetensors(path).tensors.at(0).first, std::string("a"));
  }

  void refusesWhatItCannotWrite() {
    const auto path = files_.path("x.safetensors");
    const auto one = torch::ones({1});
    ZIPPER_EXPECT_ERROR(writeSafetensors(path, {{"x", one}, {"x", one}}, {}), "x: two tensors have this name");
    ZIPPER_EXPECT_ERROR(writeSafetensors(path, {{"x", torch::Tensor()}}, {}), "x: is undefined");
    ZIPPER_EXPECT_ERROR(writeSafetensors(path, {{"x", one.to(torch::kComplexFloat)}}, {}), "no type for ComplexFloat");
    ZIPPER_EXPECT_ERROR(writeSafetensors(path, {{"x", one.to_sparse()}}, {}), "not a dense tensor");
    ZIPPER_EXPECT_ERROR(writeSafetensors(path, {{"__metadata__", one}}, {}), "reserved");
    ZIPPER_EXPECT_ERROR(writeSafetensors(path, {{"\xff\n", one}}, {}), "'\?\?' is not UTF-8");
    ZIPPER_EXPECT_ERROR(writeSafetensors(path, {}, {{"a", "\xc3"}}), "is not UTF-8");
    QVERIFY(!std::filesystem::exists(path));
  }

  void namesTheFileThatCannotBeWritten() {
    const NamedTensors tensors{{"x", torch::ones({10})}};
    ZIPPER_EXPECT_ERROR(writeSafetensors(files_.path("none/x.safetensors"), tensors, {}),
                        "none/x.safetensors: can't be written");
    ZIPPER_EXPECT_ERROR(writeSafetensors("/dev/full", tensors, {}), "/dev/full: can't be written: No space left");
    ZIPPER_EXPECT_ERROR(writeSafetensors(files_.path(""), tensors, {}), "is a folder");
  }
};

ZIPPER_TEST(TestSafetensors)
#include "test_safetensors.moc"
