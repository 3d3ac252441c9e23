// SPDX-License-Identifier: GPL-3.0-or-later

#include <QtTest>

#include "core/containers/zip_archive.h"
#include "core/support/random.h"
#include "crafted_file.h"
#include "crafted_pickle.h"
#include "support/expect_error.h"
#include "support/test_program.h"

using namespace zipper;
using namespace zipper::test;

class TestZipArchive : public QObject {
  Q_OBJECT

 private:
  CraftedFiles files_;

  /// Reads everything in an archive; the message without the file's name.
  std::string errorOfZip(const std::string& bytes) {
    const auto path = files_.write("x.zip", bytes);
    const std::string message = errorOf([&] {
      const InputFile file(path, "an archive");
      const ZipArchive archive(file);
      for (const ZipEntry& entry : archive.entries()) archive.text(entry, 1'000'000);
    });
    if (message == "no error") return message;
    const std::string start = path.string() + ": ZIP: ";
    return message.rfind(start, 0) == 0 ? message.substr(start.size()) : "another beginning: " + message;
  }

  void expect(const std::string& message, const std::string& part) {
    QVERIFY2(message.find(part) != std::string::npos, message.c_str());
  }

  static std::string small() {
    return craftedZip({{"a/data.pkl", "hello"}, {"a/empty", ""}, {"a/data/0", "0123456789"}});
  }

 private Q_SLOTS:
  void readsStoredEntries() {
    const InputFile file(files_.write("small.zip", small()), "an archive");
    const ZipArchive archive(file);
    QCOMPARE(archive.entries().size(), std::size_t(3));
    QCOMPARE(archive.text(*archive.find("a/data.pkl"), 5), std::string("hello"));
    QCOMPARE(archive.text(*archive.find("a/empty"), 0), std::string());
    QCOMPARE(archive.text(*archive.find("a/data/0"), 100), std::string("0123456789"));
    QVERIFY(archive.find("b") == nullptr);
    ZIPPER_EXPECT_ERROR(archive.text(*archive.find("a/data/0"), 9), "'a/data/0' has 10 bytes, at most 9 are read");
    expect(errorOfZip(craftedZip({})), "no error");
  }

  void readsBehindAComment() {
    std::string bytes = small();
    bytes[bytes.size() - 2] = 3;
    expect(errorOfZip(bytes + "abc"), "no error");
    expect(errorOfZip(bytes + "abcd"), "its directory at the end is missing");
  }

  void refusesWhatIsNotStored() {
    expect(errorOfZip(craftedZip({{"x", "abc", 8, 0, 3'000'000'000}})), "at most 1000000 are read");
    expect(errorOfZip(craftedZip({{"x", "abc", 8, 0, 900'000}})), "'x' is compressed (method 8, 3 bytes for 900000)");
    expect(errorOfZip(craftedZip({{"x", "abc", 0, 0, 900'000}})), "is compressed (method 0, 3 bytes for 900000)");
    expect(errorOfZip(craftedZip({{"x", "abc", 0, 1}})), "'x' is encrypted");
  }

  /// Deflate without compression: a byte that says "the last block", its length, and what it holds.
  static std::string deflatedBlock(const std::string& data) {
    return "\x01" + littleEndian(data.size(), 2) + littleEndian(0xffff - data.size(), 2) + data;
  }

  void unpacksUpToALimit() {
    const auto unpacked = [&](const CraftedEntry& entry, std::uint64_t most = 1'000) {
      const auto path = files_.write("x.zip", craftedZip({entry}));
      std::string result;
      const std::string message = errorOf([&] {
        const InputFile file(path, "an archive");
        const ZipArchive archive(file);
        result = archive.unpacked(archive.entries().front(), most);
      });
      return message == "no error" ? result : message;
    };
    const std::string block = deflatedBlock("hello"), crc = "hello";
    CraftedEntry entry{"x", block, 8, 0, 5, -1, -1, std::int64_t(crc32Of(crc))};
    QCOMPARE(unpacked(entry), std::string("hello"));
    QCOMPARE(unpacked({"x", "hello"}), std::string("hello"));
    expect(unpacked({"x", "hello"}, 4), "has 5 bytes, at most 4 are read");
    expect(unpacked(entry, 4), "unpacks from 10 to 5 bytes; at most 4 are read");
    for (const int size : {0, 4, 6, 900}) {
      entry.size = size;
      expect(unpacked(entry), concat("doesn't unpack to ", size, " bytes"));
    }
    entry.size = 3'000'000'000;
    expect(unpacked(entry, ~std::uint64_t(0)), "from 10 to 3000000000 bytes");
    entry.size = 60'000'000;  // takes no memory, although it may be true
    expect(unpacked(entry, ~std::uint64_t(0)), "doesn't unpack to 60000000 bytes");
    entry = {"x", block, 8, 0, 5, -1, -1, 0};
    expect(unpacked(entry), "of the right checksum");
    for (std::size_t length = 0; length < block.size(); ++length) {
      entry = {"x", block.substr(0, length), 8, 0, 5, -1, -1, std::int64_t(crc32Of(crc))};
      expect(unpacked(entry), "doesn't unpack to 5 bytes");
    }
    expect(unpacked({"x", "\xff\xff\xff", 8, 0, 5}), "doesn't unpack to 5 bytes; the file is damaged");
    expect(unpacked({"x", block, 8, 1, 5}), "is encrypted");
    expect(unpacked({"x", block, 12, 0, 5}), "is compressed (method 12");
  }

  void refusesPlacesThatAreWrong() {
    expect(errorOfZip(craftedZip({{"x", "abc"}, {"y", "def", 0, 0, -1, -1, 0}})), "overlaps what follows");
    expect(errorOfZip(craftedZip({{"x", "abc", 0, 0, 5, 5}, {"y", "def"}})), "overlaps what follows");
    expect(errorOfZip(craftedZip({{"x", "abc", 0, 0, -1, -1, 900'000}})), "overlaps what follows");
    expect(errorOfZip(craftedZip({{"x", "abc", 0, 0, 900'000, 900'000}})), "overlaps what follows");
    expect(errorOfZip(craftedZip({{"x", std::string(100, ' '), 0, 0, 3, 3, 20}})), "there is no local header at 20");
    expect(errorOfZip(craftedZip({{"x", "abc", 0, 0, -1, -1, -1, 0}})), "the checksum is wrong");
    expect(errorOfZip(craftedZip({{"x", "abc"}, {"x", "def"}})), "'x' is there twice");
    std::string bytes = small();
    bytes[28] = '\xff';  // the length of the extra field before the first file's data
    bytes[29] = '\xff';
    expect(errorOfZip(bytes), "'a/data.pkl' with 5 bytes at 65575 overlaps what follows");
  }

  void refusesDirectoriesThatAreWrong() {
    expect(errorOfZip(""), "its directory at the end is missing");
    expect(errorOfZip("PK\x03\x04 and so on"), "its directory at the end is missing");
    const std::string whole = small();
    const auto changed = [&](std::size_t fromEnd, const std::string& value) {
      std::string bytes = whole;
      return bytes.replace(bytes.size() - fromEnd, value.size(), value);
    };
    expect(errorOfZip(changed(12, "\x04")), "directory is damaged at entry 3");
    expect(errorOfZip(changed(10, "\xff\xff\xff\x7f")), "is outside the file");
    expect(errorOfZip(changed(6, "\xff\xff\xff\x7f")), "is outside the file");
    expect(errorOfZip(changed(6, std::string(4, '\0'))), "directory is damaged at entry 0");
  }

  void refusesZip64RecordsThatAreWrong() {
    const auto withLocator = [](std::uint64_t offset, const std::string& record) {
      std::string bytes = small();
      const std::string end = bytes.substr(bytes.size() - 22);
      bytes.resize(bytes.size() - 22);
      return bytes + record + "PK\x06\x07" + littleEndian(0, 4) + littleEndian(offset, 8) + littleEndian(1, 4) + end;
    };
    const auto record = [](std::uint64_t count, std::uint64_t bytes, std::uint64_t offset) {
      return "PK\x06\x06" + std::string(28, '\0') + littleEndian(count, 8) + littleEndian(bytes, 8) +
             littleEndian(offset, 8);
    };
    const std::uint64_t end = small().size() - 22;
    expect(errorOfZip(withLocator(~std::uint64_t(0), record(0, 0, 0))),
           "ZIP64 record at 18446744073709551615 is outside");
    expect(errorOfZip(withLocator(0, record(0, 0, 0))), "there is no ZIP64 record at 0");
    expect(errorOfZip(withLocator(end, record(1, ~std::uint64_t(0), 8))), "is outside the file");
    expect(errorOfZip(withLocator(end, record(1, 8, ~std::uint64_t(0)))), "is outside the file");
    expect(errorOfZip(withLocator(end, record(~std::uint64_t(0), 8, 8))), "at most 20000 files");
    expect(errorOfZip(withLocator(end, record(0, 0, 0))), "no error");
  }

  void survivesTruncationAndRandomChanges() {
    const auto seed = qEnvironmentVariableIsSet("ZIPPER_TEST_SEED") ? qgetenv("ZIPPER_TEST_SEED").toULongLong() : 11ULL;
    qInfo("seed %llu (set ZIPPER_TEST_SEED for another)", static_cast<unsigned long long>(seed));
    Random random(seed);
    const std::string whole = small();
    for (std::size_t length = 0; length < whole.size(); ++length)
      expect(errorOfZip(whole.substr(0, length)), "directory at the end is missing");
    int refused = 0;
    for (int i = 0; i < 800; ++i) {
      std::string bytes = whole;
      for (auto left = random.below(3) + 1; left > 0; --left)
        bytes[random.below(bytes.size())] = char(random.below(256));
      const std::string message = errorOfZip(bytes);
      QVERIFY2(message.find("another beginning") == std::string::npos, message.c_str());
      refused += message == "no error" ? 0 : 1;
    }
    QVERIFY(refused > 100);
  }
};

ZIPPER_TEST(TestZipArchive)
#include "test_zip_archive.moc"
