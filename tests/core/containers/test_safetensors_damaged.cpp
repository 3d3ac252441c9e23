// SPDX-License-Identifier: GPL-3.0-or-later

#include <QtTest>

#include "core/containers/safetensors.h"
#include "core/support/random.h"
#include "crafted_file.h"
#include "support/expect_error.h"
#include "support/test_program.h"

using namespace zipper;
using test::CraftedFiles;
using test::errorOf;

class TestSafetensorsDamaged : public QObject {
  Q_OBJECT

 private:
  CraftedFiles files_;

  std::string errorOfBytes(const std::string& bytes) {
    const auto path = files_.write("damaged.safetensors", bytes);
    const std::string message = errorOf([&] { readSafetensors(path); });
    if (message == "no error") return message;
    const std::string start = path.string() + ": ";
    if (message.rfind(start, 0) != 0) return "the message does not begin with the path: " + message;
    if (message.find('\n') != std::string::npos) return "a newline is in " + message;
    return message.substr(start.size());
  }

  std::string smallFile() {
    const auto path = files_.path("small.safetensors");
    writeSafetensors(path,
                     {{"stem.conv.weight", torch::rand({4, 3, 3, 3})},
                      {"flags", torch::ones({5}, torch::kBool)},
                      {"scalar", torch::tensor(2.5, torch::kHalf)},
                      {"empty", torch::zeros({0, 4})},
                      {"counts", torch::arange(7)}},
                     {{"format", "pt"}, {"note", "x"}});
    return CraftedFiles::bytesOf(path);
  }

 private Q_SLOTS:
  void refusesWhatIsNoFile() {
    ZIPPER_EXPECT_ERROR(readSafetensors(files_.path("missing")),
                        "missing: there is no such file; a safetensors file was");
    ZIPPER_EXPECT_ERROR(readSafetensors(files_.path("")), "is a folder; a safetensors file was expected");
    ZIPPER_EXPECT_ERROR(readSafetensors("/dev/zero"), "/dev/zero: is not a regular file");
    ZIPPER_EXPECT_ERROR(readSafetensorsMetadata(files_.path("missing")), "no such file");
    ZIPPER_EXPECT_ERROR(looksLikeSafetensors(files_.path("missing")), "no such file");
  }

  void refusesEveryTruncation() {
    const std::string whole = smallFile();
    QCOMPARE(errorOfBytes(whole), std::string("no error"));
    for (std::size_t length = 0; length < whole.size(); ++length)
      QVERIFY2(errorOfBytes(whole.substr(0, length)) != "no error", std::to_string(length).c_str());
    QVERIFY(errorOfBytes(whole + '\0').find("1 bytes of data at the end belong to no tensor") == 0);
  }

  void refusesHeaderLengths_data() {
    QTest::addColumn<quint64>("length");
    QTest::addColumn<QString>("part");
    QTest::newRow("2^60") << (quint64(1) << 60) << "at most 100000000 were expected";
    QTest::newRow("2^64-1") << ~quint64(0) << "at most 100000000 were expected";
    QTest::newRow("bound + 1") << quint64(100'000'001) << "at most 100000000 were expected";
    QTest::newRow("bound") << quint64(100'000'000) << "the file is truncated";
    QTest::newRow("0") << quint64(0) << "'{' was expected at its first byte";
    QTest::newRow("1") << quint64(1) << "bad JSON at byte 2";
    QTest::newRow("too short") << quint64(3) << "bad JSON";
  }

  void refusesHeaderLengths() {
    QFETCH(quint64, length);
    QFETCH(QString, part);
    const std::string message = errorOfBytes(CraftedFiles::prefix(length) + "{\"a\":{}} ");
    QVERIFY2(message.find(part.toStdString()) != std::string::npos, message.c_str());
  }

  void readsAHeaderAtTheBound() {
    const auto path =
        files_.write("bound", CraftedFiles::prefix(100'000'000) + "{" + std::string(99'999'998, ' ') + "}");
    QVERIFY(readSafetensors(path).tensors.empty());
    QVERIFY(looksLikeSafetensors(path));
    files_.write("bound", CraftedFiles::prefix(100'000'001) + "{" + std::string(99'999'999, ' ') + "}");
    ZIPPER_EXPECT_ERROR(readSafetensors(path), "at most 100000000 were expected");
    QVERIFY(!looksLikeSafetensors(path));
  }

  void refusesHeaders_data() {
    QTest::addColumn<QByteArray>("header");
    QTest::addColumn<QString>("part");
    const auto row = [](const char* name, const QByteArray& header, const char* part) {
      QTest::newRow(name) << header << part;
    };
    row("not an object", "[]", "'{' was expected");
    row("text", "hello", "'{' was expected");
    row("cut", R"({"a":)", "header: bad JSON at byte 6: syntax error");
    row("two objects", "{}{}", "bad JSON at byte 3");
    row("junk", "{\"\xff\xfe\x80\":1}", "bad JSON");
    row("overlong UTF-8", "{\"\xc0\xaf\":1}", "bad JSON");
    row("NUL", QByteArray("{\0}", 3), "bad JSON");
    row("entry is a number", R"({"a":1})", "a: an object was expected, found the number 1");
    row("entry is null", R"({"a":null})", "a: an object was expected, found null");
    row("entry is a list", R"({"a":[]})", "a: an object was expected, found a list");
    row("same tensor twice", R"({"a":{"dtype":"U8","shape":[0],"data_offsets":[0,0]},"a":{}})",
        "a: the header names it twice");
    row("same field twice", R"({"a":{"dtype":"U8","dtype":"U8"}})", "a: has 'dtype' twice");
    row("unknown field", R"({"a":{"type":"U8"}})", "a: unknown key 'type'");
    row("metadata is a number", R"({"__metadata__":{"k":1}})",
        "__metadata__: k: a string was expected, found the number 1");
    row("metadata is nested", R"({"__metadata__":{"k":{}}})",
        "__metadata__: k: a string was expected, found an object");
    row("metadata twice", R"({"__metadata__":{"k":"1","k":"2"}})", "__metadata__: has 'k' twice");
    row("newline in a name", R"({"a\nb":1})", "a?b: an object was expected");
  }

  void refusesHeaders() {
    QFETCH(QByteArray, header);
    QFETCH(QString, part);
    const std::string message = errorOfBytes(CraftedFiles::safetensors(header.toStdString(), 8));
    QVERIFY2(message.find(part.toStdString()) != std::string::npos, message.c_str());
  }

  void refusesEntries_data() {
    QTest::addColumn<QString>("entry");
    QTest::addColumn<QString>("part");
    const auto row = [](const char* entry, const char* part) { QTest::newRow(entry) << entry << part; };
    row(R"("shape":[2],"data_offsets":[0,8])", "a: has no dtype");
    row(R"("dtype":"F32","data_offsets":[0,8])", "a: has no shape");
    row(R"("dtype":"F32","shape":[2])", "a: has no data_offsets");
    row(R"("dtype":"F8_E4M3","shape":[8],"data_offsets":[0,8])", "a: unknown type 'F8_E4M3'; known are F64, F32");
    row(R"("dtype":7,"shape":[2],"data_offsets":[0,8])", "a: dtype: a string was expected, found the number 7");
    row(R"("dtype":["F32"],"shape":[2],"data_offsets":[0,8])", "a: dtype: a string was expected, found a list");
    row(R"("dtype":"F32","shape":2,"data_offsets":[0,8])", "a: shape: a list was expected, found the number 2");
    row(R"("dtype":"F32","shape":[-2],"data_offsets":[0,8])",
        "a: shape: a non-negative integer was expected, found the neg");
    row(R"("dtype":"F32","shape":[2.0],"data_offsets":[0,8])", "found the number 2.0");
    row(R"("dtype":"F32","shape":[1e400],"data_offsets":[0,8])", "bad JSON");
    row(R"("dtype":"F32","shape":["2"],"data_offsets":[0,8])", "found the string '2'");
    row(R"("dtype":"F32","shape":[[2]],"data_offsets":[0,8])", "found a list");
    row(R"("dtype":"F32","shape":[true],"data_offsets":[0,8])", "found a truth value");
    row(R"("dtype":"F32","shape":[4611686018427387904,4],"data_offsets":[0,8])", "is larger than any memory");
    row(R"("dtype":"F32","shape":[4611686018427387904,4],"data_offsets":[0,0])", "is larger than any memory");
    row(R"("dtype":"F32","shape":[4611686018427387904,4,0],"data_offsets":[0,0])", "is larger than any memory");
    row(R"("dtype":"F32","shape":[4294967296,4294967296],"data_offsets":[0,0])", "is larger than any memory");
    row(R"("dtype":"F32","shape":[9223372036854775808],"data_offsets":[0,8])", "is too large");
    row(R"("dtype":"F32","shape":[99999999999999999999],"data_offsets":[0,8])", "a non-negative integer was expected");
    row(R"("dtype":"F32","shape":[1000000000000],"data_offsets":[0,8])",
        "[1000000000000] of type F32 needs 4000000000000");
    row(R"("dtype":"F32","shape":[3],"data_offsets":[0,8])",
        "shape [3] of type F32 needs 12 bytes, data_offsets hold 8");
    row(R"("dtype":"F32","shape":[],"data_offsets":[0,8])", "needs 4 bytes");
    row(R"("dtype":"F32","shape":[0],"data_offsets":[0,8])", "needs 0 bytes");
    row(R"("dtype":"F32","shape":[2],"data_offsets":[0])", "data_offsets has 1 numbers, 2 were expected");
    row(R"("dtype":"F32","shape":[2],"data_offsets":[0,8,9])", "data_offsets has 3 numbers");
    row(R"("dtype":"F32","shape":[2],"data_offsets":[8,0])", "are in the wrong order");
    row(R"("dtype":"F32","shape":[2],"data_offsets":[-8,0])", "found the negative number -8");
    row(R"("dtype":"F32","shape":[2],"data_offsets":[4,12])", "its data ends at byte 12, but the file has 8");
    row(R"("dtype":"F32","shape":[2],"data_offsets":[9223372036854775800,9223372036854775807])",
        "its data ends at byte");
    row(R"("dtype":"F32","shape":[1],"data_offsets":[4,8])", "a hole of 4 bytes before its data");
    row(R"("dtype":"F32","shape":[1],"data_offsets":[0,4])", "4 bytes of data at the end belong to no tensor");
    row(R"("dtype":"BOOL","shape":[8],"data_offsets":[0,8])", "no error");
  }

  void refusesEntries() {
    QFETCH(QString, entry);
    QFETCH(QString, part);
    const std::string message = errorOfBytes(CraftedFiles::safetensors("{\"a\":{" + entry.toStdString() + "}}", 8));
    QVERIFY2(message.find(part.toStdString()) != std::string::npos, message.c_str());
  }

  void refusesOverlapsAndHolesBetweenTensors() {
    const auto twoTensors = [this](const char* second) {
      return errorOfBytes(CraftedFiles::safetensors(
          R"({"a":{"dtype":"U8","shape":[4],"data_offsets":[0,4]},"b":{"dtype":"U8","shape":[4],"data_offsets":)" +
              std::string(second) + "}}",
          8));
    };
    QCOMPARE(twoTensors("[4,8]"), std::string("no error"));
    QCOMPARE(twoTensors("[3,7]"), std::string("b: its data overlaps that of a (byte 3)"));
    QCOMPARE(twoTensors("[0,4]"), std::string("b: its data overlaps that of a (byte 0)"));
  }

  void refusesBytesThatAreNoTruthValues() {
    const std::string header = R"({"a":{"dtype":"BOOL","shape":[1],"data_offsets":[0,1]}})";
    QCOMPARE(errorOfBytes(CraftedFiles::safetensors(header) + '\2'), std::string("a: a BOOL is neither 0 nor 1"));
  }

  void refusesDeepNestingWithoutUsingTheStack() {
    for (const char* start : {"{\"a\":", "{\"__metadata__\":", "{\"a\":{\"shape\":"}) {
      for (const char bracket : {'[', '{'}) {
        std::string header = start;
        for (int i = 0; i < 1'000'000; ++i) header += bracket == '[' ? "[" : "{\"a\":";
        QVERIFY(errorOfBytes(CraftedFiles::safetensors(header)) != "no error");
      }
    }
  }

  void boundsTheNumberOfDimensions() {
    std::string shape = "1";
    for (int i = 0; i < 1'000'000; ++i) shape += ",1";
    const std::string entry = R"({"a":{"dtype":"U8","shape":[)" + shape + R"(],"data_offsets":[0,1]}})";
    QCOMPARE(errorOfBytes(CraftedFiles::safetensors(entry, 1)), std::string("a: shape: more than 64 numbers"));
  }

  void keepsMessagesShort() {
    const std::string longName(1'000'000, 'x');
    QVERIFY(errorOfBytes(CraftedFiles::safetensors("{\"" + longName + "\":1}")).size() < 1000);
    QVERIFY(errorOfBytes(CraftedFiles::safetensors("{\"" + longName)).size() < 1000);
  }

  /// Holes take no room on a disk: 4 TiB in a file of a few bytes.
  void refusesWhatNoMemoryHolds() {
    const std::uint64_t values = std::uint64_t(1) << 40;
    const auto path = files_.write(
        "sparse", CraftedFiles::safetensors(R"({"x":{"dtype":"F32","shape":[)" + std::to_string(values) +
                                            R"(],"data_offsets":[0,)" + std::to_string(4 * values) + "]}}"));
    std::filesystem::resize_file(path, std::filesystem::file_size(path) + 4 * values);
    ZIPPER_EXPECT_ERROR(readSafetensors(path), "sparse: its tensors have 4398046511104 bytes, this machine's memory");
  }

  void survivesRandomChanges() {
    const auto seed =
        qEnvironmentVariableIsSet("ZIPPER_TEST_SEED") ? qgetenv("ZIPPER_TEST_SEED").toULongLong() : 20181103ULL;
    qInfo("seed %llu (set ZIPPER_TEST_SEED for another)", static_cast<unsigned long long>(seed));
    Random random(seed);
    const std::string whole = smallFile();
    for (int mutation = 0; mutation < 500; ++mutation) {
      std::string bytes = whole;
      // Most of what can go wrong is in the header, so every other change is aimed there.
      const std::size_t range = mutation % 2 ? bytes.size() : 8 + 480;
      for (auto left = random.below(3) + 1; left > 0; --left) {
        char& target = bytes[random.below(range)];
        target = char(random.below(2) ? target ^ (1 << random.below(8)) : int(random.below(256)));
      }
      const auto path = files_.write("mutated", bytes);
      try {
        for (const auto& [name, tensor] : readSafetensors(path).tensors) QVERIFY(tensor.nbytes() <= bytes.size());
      } catch (const Error& error) {
        QVERIFY(std::string(error.what()).rfind(path.string() + ": ", 0) == 0);
        QVERIFY(std::string(error.what()).find('\n') == std::string::npos);
      }
    }
  }
};

ZIPPER_TEST(TestSafetensorsDamaged)
#include "test_safetensors_damaged.moc"
