// SPDX-License-Identifier: GPL-3.0-or-later

#include <leveldb/env.h>
#include <leveldb/options.h>
#include <leveldb/table_builder.h>

#include <QtTest>
#include <memory>
#include <random>

#include "core/containers/tensorflow_checkpoint.h"
#include "crafted_file.h"
#include "crafted_leveldb.h"
#include "expected_tensors.h"
#include "support/expect_error.h"
#include "support/run_python.h"
#include "support/test_program.h"

using namespace zipper;
using namespace zipper::test;
namespace fs = std::filesystem;

class TestTensorFlowCheckpoint : public QObject {
  Q_OBJECT

 private:
  CraftedFiles files_;

  fs::path prefix(const QString& name) const { return files_.path(name.toStdString() + ".ckpt"); }

  NamedTensors expected(const QString& name) const {
    return readSafetensors(files_.path(name.toStdString() + ".safetensors")).tensors;
  }

  /// A checkpoint with the tensor "x", whose data are 24 bytes 'd'.
  fs::path crafted(const std::string& index, const std::string& data = std::string(24, 'd')) const {
    files_.write("crafted.data-00000-of-00001", data);
    return files_.write("crafted.index", index);
  }

  static CraftedIndexEntry goodEntry() {
    CraftedIndexEntry entry;
    const std::string data(24, 'd');
    entry.crc = maskedCrc32c(crc32c(data.data(), data.size()));
    return entry;
  }

 private Q_SLOTS:
  void initTestCase() {
    const std::string problem =
        makeFixtures("make_tf_checkpoint_fixture.py", QString::fromStdString(files_.path("").string()));
    QVERIFY2(problem.empty(), problem.c_str());
  }

  void knowsTheChecksum() {
    const std::string text = "123456789";  // the value is in the catalogue of parametrised CRC algorithms
    QCOMPARE(crc32c(text.data(), text.size()), 0xe3069283u);
    std::string bytes;
    for (int i = 0; i < 100; ++i) bytes += char(i * 37);
    for (std::size_t cut = 0; cut <= bytes.size(); ++cut)
      QCOMPARE(crc32c(bytes.data() + cut, bytes.size() - cut, crc32c(bytes.data(), cut)),
               crc32c(bytes.data(), bytes.size()));
  }

  void readsWhatWasWritten_data() {
    QTest::addColumn<bool>("averages");
    QTest::newRow("slim") << false;
    QTest::newRow("trained") << false;
    QTest::newRow("averages") << true;
    QTest::newRow("half_width") << false;
  }
  void readsWhatWasWritten() {
    QFETCH(bool, averages);
    const TensorFile read = readTensorFlowCheckpoint(prefix(QTest::currentDataTag()), averages);
    const std::string difference = differenceTo(expected(QTest::currentDataTag()), read.tensors);
    QVERIFY2(difference.empty(), difference.c_str());
  }

  void computesTheSame_data() {
    QTest::addColumn<QString>("suffix");
    QTest::newRow("slim") << ".index";
    QTest::newRow("trained") << ".index";
    QTest::newRow("half_width") << ".index";
  }
  void computesTheSame() {
    QFETCH(QString, suffix);
    const fs::path path = prefix(QTest::currentDataTag()).string() + suffix.toStdString();
    const double error = errorOfModel(path, expected(QTest::currentDataTag()));
    QVERIFY2(error <= 1e-4, std::to_string(error).c_str());
  }

  void leavesOutWhatBelongsToTheTraining() {
    const TensorFile read = readTensorFlowCheckpoint(prefix("trained"));
    QCOMPARE(read.notes.size(), std::size_t(1));
    const std::string expected =
        "275 entries that belong to the training were ignored: RMSProp, RMSProp_1, global_step";
    QCOMPARE(read.notes[0], expected);
    for (const auto& [name, tensor] : read.tensors)
      QVERIFY2(name.rfind("MobilenetV1_cubs_cropped/", 0) == 0, name.c_str());
  }

  void takesAveragesOnlyWhenAsked() {
    const TensorFile read = readTensorFlowCheckpoint(prefix("averages"));
    QCOMPARE(read.notes, std::vector<std::string>{"137 moving averages (ExponentialMovingAverage) were ignored"});
    const auto wanted = expected("averages");
    QCOMPARE(read.tensors.size(), std::size_t(137));
    for (const auto& [name, tensor] : read.tensors)
      QVERIFY2(torch::equal(tensor, find(wanted, "file." + name) + 1), name.c_str());
    QCOMPARE(readTensorFlowCheckpoint(prefix("averages"), true).notes,
             std::vector<std::string>{"137 tensors are moving averages (ExponentialMovingAverage)"});
    QCOMPARE(readTensorFlowCheckpoint(prefix("slim"), true).notes,
             std::vector<std::string>{"the checkpoint holds no moving averages"});
  }

  void findsTheIndex() {
    const std::string start = prefix("slim").string();
    for (const char* end : {"", ".index", ".data-00000-of-00001"}) {
      QVERIFY2(looksLikeTensorFlowCheckpoint(start + end), end);
      QCOMPARE(readTensorFlowCheckpoint(start + end).tensors.size(), std::size_t(137));
    }
    QVERIFY(!looksLikeTensorFlowCheckpoint(files_.path("slim")));
    QVERIFY(!looksLikeTensorFlowCheckpoint(files_.path("slim.safetensors")));
    QVERIFY(!looksLikeTensorFlowCheckpoint(files_.write("short.index", "W")));
    ZIPPER_EXPECT_ERROR(readTensorFlowCheckpoint(files_.path("slim")), "slim.index: there is no such file");
  }

  /// Tables of LevelDB itself: several blocks, shared beginnings of keys.
  void readsTablesOfLevelDb() {
    leveldb::Options options;
    options.compression = leveldb::kNoCompression;
    options.block_size = 512;
    leveldb::WritableFile* file = nullptr;
    const fs::path path = files_.path("leveldb.index");
    QVERIFY(options.env->NewWritableFile(path.string(), &file).ok());
    const std::unique_ptr<leveldb::WritableFile> owner(file);
    leveldb::TableBuilder builder(options, file);
    builder.Add("", numberField(1, 1));
    std::string data;
    std::vector<std::string> names;
    for (int i = 0; i < 100; ++i) {
      names.push_back("MobilenetV1/Conv2d_" + std::to_string(100 + i) + "/weights");
      const float values[2] = {float(i), -float(i)};
      const std::string bytes(reinterpret_cast<const char*>(values), sizeof values);
      CraftedIndexEntry entry{1, {2}, 0, data.size(), bytes.size(), maskedCrc32c(crc32c(bytes.data(), bytes.size()))};
      builder.Add(names.back(), entry.bytes());
      data += bytes;
    }
    QVERIFY(builder.Finish().ok());
    QVERIFY(file->Close().ok());
    files_.write("leveldb.data-00000-of-00001", data);
    const TensorFile read = readTensorFlowCheckpoint(path);
    QCOMPARE(read.tensors.size(), names.size());
    for (std::size_t i = 0; i < names.size(); ++i) {
      QCOMPARE(read.tensors[i].first, names[i]);
      QVERIFY(torch::equal(read.tensors[i].second, torch::tensor({float(i), -float(i)})));
    }
  }

  void readsOtherTypes() {
    CraftedIndexEntry entry = goodEntry();
    QCOMPARE(readTensorFlowCheckpoint(crafted(indexOf(entry))).tensors[0].second.scalar_type(), torch::kFloat);
    entry.shape = {3, 1, 4};
    entry.type = 19;
    QCOMPARE(readTensorFlowCheckpoint(crafted(indexOf(entry))).tensors[0].second.scalar_type(), torch::kHalf);
    entry.type = 14;
    QCOMPARE(readTensorFlowCheckpoint(crafted(indexOf(entry))).tensors[0].second.scalar_type(), torch::kBFloat16);
    entry.shape = {3};
    entry.type = 2;
    QCOMPARE(readTensorFlowCheckpoint(crafted(indexOf(entry))).tensors[0].second.scalar_type(), torch::kDouble);
    entry.type = 9;
    const TensorFile integers = readTensorFlowCheckpoint(crafted(indexOf(entry)));
    QVERIFY(integers.tensors.empty());
    QCOMPARE(integers.notes,
             std::vector<std::string>{"1 entry that is no floating-point tensor was ignored: x (int64)"});
  }

  void namesTheMissingDataFile() {
    CraftedIndexEntry entry = goodEntry();
    entry.shard = 2;
    const fs::path path = crafted(indexOf(entry, 12));
    ZIPPER_EXPECT_ERROR(readTensorFlowCheckpoint(path), "crafted.data-00002-of-00012: there is no such file");
    ZIPPER_EXPECT_ERROR(readTensorFlowCheckpoint(path), path.string() + ": 'x': ");
  }

  void refusesEntries_data() {
    QTest::addColumn<QByteArray>("index");
    QTest::addColumn<QString>("message");
    const auto row = [](const char* name, const std::function<void(CraftedIndexEntry&)>& change, const char* message) {
      CraftedIndexEntry entry = goodEntry();
      change(entry);
      QTest::newRow(name) << QByteArray::fromStdString(indexOf(entry)) << message;
    };
    row(
        "wrong checksum", [](auto& e) { e.crc ^= 1; }, "'x': checksum ");
    row(
        "offset", [](auto& e) { e.offset = 1; }, "24 bytes from byte 1 on reach beyond the end");
    row(
        "large offset", [](auto& e) { e.offset = ~0ull >> 1; }, "reach beyond the end");
    row(
        "negative offset", [](auto& e) { e.offset = ~0ull; }, "'x': ");
    row(
        "negative size", [](auto& e) { e.size = ~0ull; }, "24 bytes, but -1 are stored");
    row(
        "another size", [](auto& e) { e.size = 20; }, "24 bytes, but 20 are stored");
    row(
        "negative dimension",
        [](auto& e) {
          e.shape = {-2, -3};
        },
        "a dimension is -2");
    row(
        "overflow",
        [](auto& e) {
          e.shape = {1ll << 40, 1ll << 40};
        },
        "more than 2^63 bytes");
    row(
        "overflow to 0",
        [](auto& e) {
          e.shape = {1ll << 62, 4};
          e.size = 0;
        },
        "more than 2^63 bytes");
    row(
        "large",
        [](auto& e) {
          e.shape = {1ll << 40};
          e.size = 4ull << 40;
        },
        "reach beyond the end");
    row(
        "many dimensions", [](auto& e) { e.shape.assign(33, 1); }, "more than 32 dimensions");
    row(
        "shard", [](auto& e) { e.shard = 1; }, "in data file 1 of 1");
    row(
        "negative shard", [](auto& e) { e.shard = ~0ull; }, "in data file -1 of 1");
  }
  void refusesEntries() {
    QFETCH(QByteArray, index);
    QFETCH(QString, message);
    const fs::path path = crafted(index.toStdString());
    ZIPPER_EXPECT_ERROR(readTensorFlowCheckpoint(path), message.toStdString());
    ZIPPER_EXPECT_ERROR(readTensorFlowCheckpoint(path), path.string() + ": ");
  }

  void refusesIndexes_data() {
    QTest::addColumn<QByteArray>("index");
    QTest::addColumn<QString>("message");
    const auto row = [](const char* name, const std::string& index, const char* message) {
      QTest::newRow(name) << QByteArray::fromStdString(index) << message;
    };
    const std::string x = blockEntry("x", goodEntry().bytes());
    row("no table", "no table at all, but long enough to hold a footer", "not those of a LevelDB table");
    row("empty", "", "not those of a LevelDB table");
    row("no header", table({block(x)}), "it has no header");
    row("big endian", table({block(header(1, 1) + x)}), "big-endian");
    row("shards", table({block(header(100000) + x)}), "100000 data files");
    row("first format", table({block(blockEntry("", bytesField(1, "tensors")))}), "TensorFlow's first format");
    row("compressed", table({block(header() + x)}, 1), "is compressed (kind 1)");
    row("sliced", table({block(header() + blockEntry("x", goodEntry().bytes() + bytesField(7, "")))}), "into slices");
    row("group", table({block(header() + blockEntry("x", "\x0b"))}), "a protobuf field of kind 3");
    row("wire type", table({block(header() + blockEntry("x", bytesField(4, "offset")))}),
        "protobuf field 4 has kind 2");
    row("endless number", table({block(header() + blockEntry("x", std::string(20, '\xff')))}), "more than 64 bits");
    row("unordered", table({block(header() + blockEntry("y", "") + x)}), "keys don't ascend");
    row("twice", table({block(header() + x + x)}), "keys don't ascend");
    row("twice in blocks", table({block(header() + x), block(x)}), "keys don't ascend");
    row("shared", table({block(header() + blockEntry("x", "", 7))}), "a key shares 7 bytes with one of 0");
    row("long key", table({block(header() + blockEntry(std::string(4097, 'x'), ""))}), "longer than 4096 bytes");
    row("long rest", table({block(header() + varint(0) + varint(~0ull) + varint(1))}), "longer than 4096 bytes");
    row("long value", table({block(header() + varint(0) + varint(1) + varint(~0ull) + "x")}), "is truncated");
    row("restarts", table({header() + x + littleEndian(1u << 30, 4)}), "no room for its 1073741824 restart points");
    row("short block", table({"abc"}), "has 3 bytes, at least 4");
    std::string overlap = blockEntry("x", goodEntry().bytes()) + blockEntry("y", goodEntry().bytes());
    row("overlap", table({block(header() + overlap)}), "'y': its bytes from 0 on overlap");
    // Two bytes of key and two of value each, but 4 kB in memory.
    std::string shared = header() + blockEntry(std::string(4000, 'x'), numberField(1, 1));
    for (int i = 0; i < 10000; ++i) {
      const std::string key{char(0x20 + i / 100), char(0x20 + i % 100)};
      shared += blockEntry(key, numberField(1, 1), 4000);
    }
    row("shared keys", table({block(shared)}), "more than 16777216 bytes of memory");
  }
  void refusesIndexes() {
    QFETCH(QByteArray, index);
    QFETCH(QString, message);
    ZIPPER_EXPECT_ERROR(readTensorFlowCheckpoint(crafted(index.toStdString())), message.toStdString());
  }

  void refusesBlocksOutOfPlace() {
    const auto withIndex = [](const std::string& index, const std::string& indexHandle = "") {
      const std::string data = withTrailer(block(header())), content = withTrailer(block(index));
      std::string handles = varint(0) + varint(data.size() - 5);
      handles += indexHandle.empty() ? varint(data.size()) + varint(content.size() - 5) : indexHandle;
      handles.resize(40, '\0');
      return data + content + handles + littleEndian(0xdb4775248b80fb57u, 8);
    };
    const std::string good = varint(0) + varint(block(header()).size());
    const auto error = [&](const std::string& index) {
      return errorOf([&] { readTensorFlowCheckpoint(crafted(index)); });
    };
    QCOMPARE(error(withIndex(blockEntry("a", good))), std::string("no error"));
    const auto contains = [](const std::string& text, const char* part) {
      return text.find(part) != std::string::npos;
    };
    QVERIFY(contains(error(withIndex(blockEntry("a", good) + blockEntry("b", good))), "overlaps the one before"));
    // With the five bytes of its trailer, the size overflows to 0.
    QVERIFY(contains(error(withIndex(blockEntry("a", varint(0) + varint(~0ull - 4)))), "reaches beyond byte"));
    QVERIFY(contains(error(withIndex(blockEntry("a", varint(~0ull) + varint(1)))), "reaches beyond byte"));
    QVERIFY(contains(error(withIndex("", varint(0) + varint(~0ull - 4))), "reaches beyond byte"));
  }

  void refusesDamage() {
    const std::string name = prefix("slim").string();
    const std::string index = CraftedFiles::bytesOf(name + ".index");
    const std::string data = CraftedFiles::bytesOf(name + ".data-00000-of-00001");
    QCOMPARE(readTensorFlowCheckpoint(crafted(index, data)).tensors.size(), std::size_t(137));
    for (std::size_t length = 0; length < index.size(); length += 37)
      QVERIFY(errorOf([&] { readTensorFlowCheckpoint(files_.write("crafted.index", index.substr(0, length))); }) !=
              "no error");
    ZIPPER_EXPECT_ERROR(readTensorFlowCheckpoint(crafted(index, data.substr(0, data.size() - 1))),
                        "reach beyond the end");
    std::string flipped = data;
    flipped[data.size() / 2] = char(flipped[data.size() / 2] ^ 16);
    ZIPPER_EXPECT_ERROR(readTensorFlowCheckpoint(crafted(index, flipped)), "is damaged, or does not belong");
    crafted(index, data);
    const auto seed = std::random_device{}();
    qInfo("seed %u", seed);
    std::mt19937_64 random(seed);
    for (int i = 0; i < 300; ++i) {
      std::string bytes = index;
      // The footer ends with padding, which is for nothing.
      char& byte = bytes[random() % (bytes.size() - 48)];
      byte = char(byte ^ (1 << random() % 8));
      QVERIFY(errorOf([&] { readTensorFlowCheckpoint(files_.write("crafted.index", bytes)); }) != "no error");
    }
  }
};

ZIPPER_TEST_WITH(QCoreApplication, TestTensorFlowCheckpoint)
#include "test_tensorflow_checkpoint.moc"
