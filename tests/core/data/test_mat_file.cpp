// SPDX-License-Identifier: GPL-3.0-or-later

#include <QtTest>

#include "core/data/dataset.h"
#include "core/data/mat_file.h"
#include "data_files.h"
#include "support/expect_error.h"
#include "support/run_python.h"
#include "support/test_program.h"

using namespace zipper;
using namespace zipper::test;

namespace {

std::string little(std::uint32_t value) {
  std::string bytes;
  for (int shift = 0; shift < 32; shift += 8) bytes += char(value >> shift & 0xFF);
  return bytes;
}

std::string element(std::uint32_t type, std::string data) {
  const auto size = std::uint32_t(data.size());
  data.resize((data.size() + 7) / 8 * 8);
  return little(type) + little(size) + data;
}

/// A row of bytes, by hand.
std::string variable(const std::string& name, const std::string& values, std::uint32_t claimed) {
  return element(14, element(6, little(9) + little(0)) + element(5, little(1) + little(claimed)) + element(1, name) +
                         element(2, values));
}

std::string file(const std::string& elements) {
  std::string header(128, ' ');
  header.replace(0, 10, "MATLAB 5.0");
  header.replace(124, 4, std::string("\0\1IM", 4));
  return header + elements;
}

}  // namespace

class TestMatFile : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void readsPlainVariables() {
    const MatArrays arrays = parseMat(file(variable("labels", "\1\2\3", 3) + variable("none", "", 0)));
    QCOMPARE(arrays.at("labels"), (std::vector<std::int64_t>{1, 2, 3}));
    QVERIFY(arrays.at("none").empty());
  }

  /// Files of an independent writer: every type of number, compressed and not, with texts and cells in between.
  void readsWhatScipyWrites_data() {
    QTest::addColumn<bool>("compressed");
    QTest::newRow("plain") << false;
    QTest::newRow("compressed") << true;
  }
  void readsWhatScipyWrites() {
    QFETCH(bool, compressed);
    Folder folder;
    const std::string path = folder.text() + "/all.mat";
    const QString how = compressed ? "compressed" : "plain";
    QCOMPARE(runScript("make_mat.py", {QString::fromStdString(path), how}), std::string());
    const MatArrays arrays = readMatFile(path);
    for (const char* type :
         {"int8", "uint8", "int16", "uint16", "int32", "uint32", "int64", "uint64", "float32", "float64"})
      QCOMPARE(arrays.at(type), (std::vector<std::int64_t>{1, 2, 77}));
    QCOMPARE(arrays.at("many").size(), std::size_t(100000));
    QCOMPARE(arrays.at("many").back(), std::int64_t(99999));
    QCOMPARE(arrays.at("pair"), (std::vector<std::int64_t>{1, 3, 2, 4}));
    QCOMPARE(arrays.count("text") + arrays.count("cell"), std::size_t(0));
  }

  void readsFlowers() {
    Folder folder;
    for (int i = 1; i <= 6; ++i)
      writeImage(folder.path() / concat("jpg/image_0000", i, ".jpg"), noise(5, 7, CV_8UC3, std::uint64_t(i)));
    writeBytes(folder.path() / "imagelabels.mat", file(variable("labels", "\2\1\2\1\3\1", 6)));
    writeBytes(folder.path() / "setid.mat",
               file(variable("trnid", "\1\2\5", 3) + variable("valid", "\4", 1) + variable("tstid", "\3\6", 2)));
    const auto train = openDataset(folder.text());
    QCOMPARE(train->size(), std::int64_t(3));
    QCOMPARE(train->classNames(), (std::vector<std::string>{"1", "2", "3"}));
    QCOMPARE(train->label(0), 1);
    QCOMPARE(train->describeImage(2), folder.text() + "/jpg/image_00005.jpg");
    QCOMPARE(openValidation(folder.text())->size(), std::int64_t(1));
    OpenOptions options;
    options.split = Split::Test;
    QCOMPARE(openDataset(folder.text(), options)->size(), std::int64_t(2));
  }

  void saysWhatIsWrong() {
    ZIPPER_EXPECT_ERROR(parseMat("no such file at all"), "it is no MATLAB file of version 5; save it with -v7");
    ZIPPER_EXPECT_ERROR(parseMat("MATLAB 7.3 MAT-file, " + std::string(200, ' ')), "version 7.3; save it with -v7");
    ZIPPER_EXPECT_ERROR(parseMat(file(variable("labels", "\1\2\3", 4))), "\"labels\" has 3 numbers, 4 were expected");
    ZIPPER_EXPECT_ERROR(parseMat(file(little(14) + little(1000000) + "x")), "an element goes beyond the end");
    ZIPPER_EXPECT_ERROR(parseMat(file(little(15) + little(4) + "abcd")), "a compressed variable can't be unpacked");
    std::string bomb(std::size_t(64) << 20, '\0');
    uLongf packedBytes = compressBound(bomb.size());
    std::string packed(packedBytes, '\0');
    QCOMPARE(compress(reinterpret_cast<Bytef*>(packed.data()), &packedBytes, reinterpret_cast<Bytef*>(bomb.data()),
                      bomb.size()),
             Z_OK);
    packed.resize(packedBytes);
    ZIPPER_EXPECT_ERROR(parseMat(file(little(15) + little(std::uint32_t(packedBytes)) + packed)),
                        "it unpacks to more than 16 MB");
  }
};

ZIPPER_TEST(TestMatFile)
#include "test_mat_file.moc"
