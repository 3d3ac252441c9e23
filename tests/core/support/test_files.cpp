// SPDX-License-Identifier: GPL-3.0-or-later

#include <sys/stat.h>

#include <QTemporaryDir>
#include <QtTest>
#include <filesystem>
#include <fstream>

#include "core/support/files.h"
#include "support/expect_error.h"

namespace fs = std::filesystem;
using namespace zipper;

class TestFiles : public QObject {
  Q_OBJECT

 private:
  QTemporaryDir folder_;
  fs::path path(const char* name) const { return fs::path(folder_.path().toStdString()) / name; }
  std::size_t entries() const {
    return std::size_t(std::distance(fs::directory_iterator(folder_.path().toStdString()), fs::directory_iterator{}));
  }

 private Q_SLOTS:
  void replacesAFile() {
    writeFileAtomically(path("a.txt"), "old");
    writeFileAtomically(path("a.txt"), "new");
    QCOMPARE(readTextFile(path("a.txt")), std::string("new"));
  }

  void keepsTheOldFileWhenFillingFails() {
    writeFileAtomically(path("b.txt"), "old");
    const auto before = entries();
    ZIPPER_EXPECT_ERROR(writeFileAtomically(path("b.txt"),
                                            [](FileWriter& writer) {
                                              writer.write("half");
                                              fail("no more");
                                            }),
                        "no more");
    QCOMPARE(readTextFile(path("b.txt")), std::string("old"));
    QCOMPARE(entries(), before);
  }

  void namesTheFileOnAFullDisk() {
    ZIPPER_EXPECT_ERROR(writeFileAtomically("/dev/full", "text"), "/dev/full: can't be written: No space left");
  }

  void namesAFolderThatDoesNotExist() {
    ZIPPER_EXPECT_ERROR(writeFileAtomically(path("none/x.txt"), "text"), "none/x.txt: can't be written: No such file");
  }

  void refusesAFolderAsTarget() {
    ZIPPER_EXPECT_ERROR(writeFileAtomically(folder_.path().toStdString(), "text"), "is a folder");
  }

  void makesAFileOfWhatALibraryWrote() {
    makeFileAtomically(path("made"), [&](const fs::path& temporary) {
      QVERIFY(temporary.parent_path() == path("made").parent_path());
      std::ofstream(temporary) << "new";
    });
    QCOMPARE(readTextFile(path("made")), std::string("new"));
    const auto before = entries();
    ZIPPER_EXPECT_ERROR(makeFileAtomically(path("made"),
                                           [&](const fs::path& temporary) {
                                             std::ofstream(temporary) << "worse";
                                             fail("not good enough");
                                           }),
                        "not good enough");
    QCOMPARE(readTextFile(path("made")), std::string("new"));
    QCOMPARE(entries(), before);
    const auto write = [](const fs::path& temporary) { std::ofstream(temporary) << "x"; };
    ZIPPER_EXPECT_ERROR(makeFileAtomically("/dev/full", write), "/dev/full");
    ZIPPER_EXPECT_ERROR(makeFileAtomically(folder_.path().toStdString(), write), "is a folder");
    ZIPPER_EXPECT_ERROR(makeFileAtomically(path("none/x"), write), "No such file");
  }

  void keepsALinkALink() {
    writeFileAtomically(path("target.txt"), "old");
    fs::create_symlink(path("target.txt"), path("link.txt"));
    writeFileAtomically(path("link.txt"), "new");
    QVERIFY(fs::is_symlink(path("link.txt")));
    QCOMPARE(readTextFile(path("target.txt")), std::string("new"));
  }

  void knowsSha256() {
    // FIPS 180-2, appendix B.1
    QCOMPARE(sha256("abc", 3), std::string("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"));
    writeFileAtomically(path("abc"), "abc");
    QCOMPARE(sha256OfFile(path("abc")), sha256("abc", 3));
  }

  void refusesFilesThatAreTooLarge() {
    writeFileAtomically(path("large"), std::string(100, 'x'));
    ZIPPER_EXPECT_ERROR(readTextFile(path("large"), 99), "has 100 bytes, at most 99");
  }

  void readsRegularFilesOnly() {
    QCOMPARE(::mkfifo(path("pipe").c_str(), 0600), 0);
    for (const fs::path& name : {path("pipe"), fs::path("/dev/zero")}) {
      ZIPPER_EXPECT_ERROR(readTextFile(name), "is a device, a pipe or a socket, a file was expected");
      ZIPPER_EXPECT_ERROR(sha256OfFile(name), "is a device, a pipe or a socket, a file was expected");
    }
    ZIPPER_EXPECT_ERROR(readTextFile(path("")), "is a folder, a file was expected");
    ZIPPER_EXPECT_ERROR(readTextFile(path("none\x1b")), "none?: can't be read: No such file or directory");
  }
};

QTEST_APPLESS_MAIN(TestFiles)
#include "test_files.moc"
