// SPDX-License-Identifier: GPL-3.0-or-later

#include <sys/resource.h>
#include <sys/stat.h>
#include <sys/time.h>
#include <sys/wait.h>
#include <unistd.h>

#include <QTemporaryDir>
#include <QtTest>
#include <csignal>
#include <filesystem>
#include <fstream>

#include "core/support/error.h"
#include "core/support/files.h"
#include "core/support/kept_elsewhere.h"
#include "core/support/process_start.h"
#include "core/support/temporary_folder.h"
#include "support/expect_error.h"
#include "support/test_program.h"

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

  void aLinkToNothingYetLeadsToTheFile() {
    fs::create_symlink("later.txt", path("early.txt"));
    writeFileAtomically(path("early.txt"), "new");
    QVERIFY(fs::is_symlink(path("early.txt")));
    QCOMPARE(readTextFile(path("later.txt")), std::string("new"));
  }

  void keepsThePermissionsOfWhatItReplaces() {
    const auto modeOf = [](const fs::path& name) {
      struct stat status {};
      return ::stat(name.c_str(), &status) == 0 ? int(status.st_mode & 07777) : -1;
    };
    const mode_t mask = ::umask(022);
    writeFileAtomically(path("fresh"), "x");
    QCOMPARE(modeOf(path("fresh")), 0644);
    for (const int mode : {0600, 0640, 0666, 0755}) {
      QCOMPARE(::chmod(path("fresh").c_str(), mode_t(mode)), 0);
      writeFileAtomically(path("fresh"), "y");
      QCOMPARE(modeOf(path("fresh")), mode);
      makeFileAtomically(path("fresh"), [&](const fs::path& temporary) {
        QCOMPARE(modeOf(temporary), mode);
        fs::remove(temporary);  // as libraries do
        std::ofstream(temporary) << "z";
      });
      QCOMPARE(modeOf(path("fresh")), mode);
    }
    if (::geteuid() == 0 && ::chown(path("fresh").c_str(), 12345, 23456) == 0) {
      writeFileAtomically(path("fresh"), "owned");
      struct stat status {};
      QCOMPARE(::stat(path("fresh").c_str(), &status), 0);
      QCOMPARE(int(status.st_uid), 12345);
      QCOMPARE(int(status.st_gid), 23456);
    }
    ::umask(mask);
  }

  void removesWhatKilledProgramsLeft() {
    const fs::path target = path("killed.zipper");
    const pid_t child = ::fork();
    if (child == 0) {
      try {
        writeFileAtomically(target, [](FileWriter& writer) {
          writer.write("half");
          ::raise(SIGKILL);
        });
      } catch (...) {
      }
      ::_exit(0);
    }
    ::waitpid(child, nullptr, 0);
    const auto left = [&] {
      int count = 0;
      for (const auto& entry : fs::directory_iterator(path("")))
        if (entry.path().extension() == ".tmp") ++count;
      return count;
    };
    QCOMPARE(left(), 1);
    std::ofstream(path("killed.zipper.notes-of-mine.tmp")) << "mine";
    std::ofstream(path("killed.zipper.far-away-12-0.tmp")) << "young, of another machine";
    writeFileAtomically(path("other.zipper"), "x");
    QCOMPARE(left(), 3);
    writeFileAtomically(target, [&](FileWriter& writer) {
      // What is being written now, here or by another thread, is nobody's leftover.
      writeFileAtomically(target, "in between");
      writer.write("whole");
    });
    QCOMPARE(left(), 2);
    QCOMPARE(readTextFile(target), std::string("whole"));
    struct timeval old[2] = {{1000, 0}, {1000, 0}};
    QCOMPARE(::utimes(path("killed.zipper.far-away-12-0.tmp").c_str(), old), 0);
    writeFileAtomically(target, "again");
    QCOMPARE(left(), 1);
    fs::remove(path("killed.zipper.notes-of-mine.tmp"));
  }

  void temporaryFoldersOfKilledProgramsGo() {
    const QTemporaryDir base;
    qputenv("TMPDIR", base.path().toUtf8());
    const auto folders = [&] { return QDir(base.path()).entryList(QDir::Dirs | QDir::NoDotAndDotDot).size(); };
    const pid_t child = ::fork();
    if (child == 0) {
      const TemporaryFolder folder;
      std::ofstream(folder.path() / "large") << "x";
      ::raise(SIGKILL);
    }
    ::waitpid(child, nullptr, 0);
    QCOMPARE(folders(), 1);
    QVERIFY(QDir(base.path()).mkdir("zipper-tmp-of-mine"));
    {
      const TemporaryFolder first, second;
      QCOMPARE(folders(), 3);
    }
    QCOMPARE(folders(), 1);
    qunsetenv("TMPDIR");
  }

  void namesMayBeAsLongAsTheSystemAllows() {
    std::string longest;
    while (longest.size() < 250) longest += "\xc3\xa4";
    writeFileAtomically(path(longest.c_str()), "x");
    QCOMPARE(readTextFile(path(longest.c_str())), std::string("x"));
  }

  void triesBeforeTheWork() {
    const auto before = entries();
    checkCanWrite(path("not yet"));
    checkCanWrite("/dev/null");
    QCOMPARE(entries(), before);
    writeFileAtomically(path("there"), "old");
    checkCanWrite(path("there"));
    QCOMPARE(readTextFile(path("there")), std::string("old"));
    ZIPPER_EXPECT_ERROR(checkCanWrite(path("none/x.txt")), "none/x.txt: can't be written: No such file");
    ZIPPER_EXPECT_ERROR(checkCanWrite(path("")), "is a folder");
    ZIPPER_EXPECT_ERROR(checkCanWrite(path("there/x")), "there/x: can't be written: Not a directory");
    ZIPPER_EXPECT_ERROR(checkCanWrite(path("large"), std::uintmax_t(1) << 60), "free some space");
    ZIPPER_EXPECT_ERROR(createFolderToWrite(path("there")), "there: the folder can't be created");
    createFolderToWrite(path("folder/in/folder"));
    QVERIFY(fs::is_empty(path("folder/in/folder")));
    fs::remove_all(path("folder"));
  }

  void keepsElsewhereWhatCantBeWritten() {
    const auto write = [](const fs::path& place) { writeFileAtomically(place, "hours of work"); };
    writeOrKeep(path("fine"), "it", write);
    QCOMPARE(readTextFile(path("fine")), std::string("hours of work"));
    qputenv("TMPDIR", folder_.path().toUtf8());
    try {
      writeOrKeep("/dev/full", "the session", write);
      QFAIL("nothing was thrown");
    } catch (const KeptElsewhere& error) {
      const std::string text = error.what();
      QVERIFY2(text.rfind("/dev/full: can't be written: No space left on device", 0) == 0, text.c_str());
      QVERIFY2(text.find("; the session is kept as " + error.kept.string()) != std::string::npos, text.c_str());
      QCOMPARE(error.kept.filename(), fs::path("full"));
      QCOMPARE(readTextFile(error.kept), std::string("hours of work"));
    }
    ZIPPER_EXPECT_ERROR(writeOrKeep("x", "it", [](const fs::path&) { fail("never"); }), "never");
    qunsetenv("TMPDIR");
  }

  void aLimitOnTheSizeIsAnError() {
    const pid_t child = ::fork();
    if (child == 0) {
      prepareProcess("test");
      const struct rlimit limit { 1000, 1000 };
      ::setrlimit(RLIMIT_FSIZE, &limit);
      try {
        writeFileAtomically(path("limited"), std::string(5000, 'x'));
      } catch (const Error& error) {
        ::_exit(std::string(error.what()).find("File too large; files may not become that large") == std::string::npos);
      }
      ::_exit(2);
    }
    int status = -1;
    ::waitpid(child, &status, 0);
    QVERIFY(WIFEXITED(status));
    QCOMPARE(WEXITSTATUS(status), 0);
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
    ZIPPER_EXPECT_ERROR(writeFileAtomically(path("pipe"), "text"), "it is a pipe, and no program reads from it");
    for (const fs::path& name : {path("pipe"), fs::path("/dev/zero")}) {
      ZIPPER_EXPECT_ERROR(readTextFile(name), "is a device, a pipe or a socket, a file was expected");
      ZIPPER_EXPECT_ERROR(sha256OfFile(name), "is a device, a pipe or a socket, a file was expected");
    }
    ZIPPER_EXPECT_ERROR(readTextFile(path("")), "is a folder, a file was expected");
    ZIPPER_EXPECT_ERROR(readTextFile(path("none\x1b")), "none?: can't be read: No such file or directory");
  }
};

ZIPPER_TEST(TestFiles)
#include "test_files.moc"
