// SPDX-License-Identifier: GPL-3.0-or-later

#include <sys/file.h>
#include <sys/wait.h>
#include <unistd.h>

#include <QTemporaryDir>
#include <QtTest>
#include <csignal>
#include <filesystem>
#include <fstream>

#include "core/support/claimed_file.h"
#include "core/support/files.h"
#include "core/support/host_name.h"
#include "support/test_program.h"

namespace fs = std::filesystem;
using namespace zipper;

class TestFileLock : public QObject {
  Q_OBJECT

  QTemporaryDir folder_;
  fs::path path(const char* name) const { return fs::path(folder_.path().toStdString()) / name; }

  /// Another process that holds the lock until it is killed.
  static pid_t holdInChild(const fs::path& file) {
    int ready[2] = {-1, -1};
    if (::pipe(ready) != 0) return -1;
    const pid_t child = ::fork();
    if (child == 0) {
      const FileLock lock(file);
      const char answer = lock.isHeld() ? 'y' : 'n';
      (void)!::write(ready[1], &answer, 1);
      for (;;) ::pause();
    }
    char answer = 'n';
    (void)!::read(ready[0], &answer, 1);
    ::close(ready[0]);
    ::close(ready[1]);
    return answer == 'y' ? child : -1;
  }
  static void end(pid_t child) {
    ::kill(child, SIGKILL);
    ::waitpid(child, nullptr, 0);
  }

 private Q_SLOTS:
  void isHeldByOneOnly() {
    {
      const FileLock first(path("a.lock"));
      QVERIFY(first.isHeld() && first.doubt().empty());
      const FileLock second(path("a.lock"));
      QVERIFY(!second.isHeld());
      QVERIFY2(second.holder().find(std::to_string(::getpid())) != std::string::npos, second.holder().c_str());
    }
    QVERIFY(!fs::exists(path("a.lock")));
    QVERIFY(FileLock(path("a.lock")).isHeld());
  }

  void isGivenBackByAKilledProcess() {
    const pid_t child = holdInChild(path("b.lock"));
    QVERIFY(child > 0);
    QVERIFY(FileLock(path("b.lock")).holder().find("process " + std::to_string(child)) != std::string::npos);
    end(child);
    QVERIFY(fs::exists(path("b.lock")));
    QVERIFY(FileLock(path("b.lock")).isHeld());
    QVERIFY(!fs::exists(path("b.lock")));
  }

  /// What a full disk leaves: a file without a word in it.
  void anEmptyFileLocksNothing() {
    writeFileAtomically(path("c.lock"), "");
    const FileLock lock(path("c.lock"));
    QVERIFY(lock.isHeld() && lock.doubt().empty());
  }

  void theFileOfADeadProcessLocksNothing() {
    writeFileAtomically(path("d.lock"), "999999999\nzipper\n" + hostName() + "\n1\n");
    const FileLock lock(path("d.lock"));
    QVERIFY(lock.isHeld() && lock.doubt().empty());
  }

  void anotherMachineIsNamed() {
    writeFileAtomically(path("e.lock"), "12\nzipper\nfar-away\n1\n");
    const FileLock lock(path("e.lock"));
    QVERIFY(lock.isHeld());
    QVERIFY2(lock.doubt().find("zipper (process 12 on far-away)") != std::string::npos, lock.doubt().c_str());
  }

  void saysWhyThereIsNone() {
    const FileLock lock(path("none/f.lock"));
    QVERIFY(!lock.isHeld() && lock.holder().empty());
    QVERIFY2(lock.doubt().find("No such file") != std::string::npos, lock.doubt().c_str());
  }

  void aLinkHasTheLockOfItsTarget() {
    writeFileAtomically(path("target.zipper"), "x");
    fs::create_directory(path("elsewhere"));
    fs::create_symlink(path("target.zipper"), path("elsewhere/link.zipper"));
    const ClaimedFile first(path("elsewhere/link.zipper"));
    QVERIFY(first.holder().empty());
    QVERIFY(!ClaimedFile(path("target.zipper")).holder().empty());
  }

  void noticesEveryChange() {
    writeFileAtomically(path("s.zipper"), "one");
    ClaimedFile claim(path("s.zipper"));
    QVERIFY(!claim.hasChanged());
    writeFileAtomically(path("s.zipper"), "two");
    QVERIFY(claim.hasChanged());
    claim.remember();
    QVERIFY(!claim.hasChanged());
    std::ofstream(path("s.zipper"), std::ios::app) << "more";
    QVERIFY(claim.hasChanged());
    writeFileAtomically(path("s.zipper"), "of this program");
    claim.rememberWritten();
    QVERIFY(!claim.hasChanged());
    // Somebody was quicker than we could look at what we wrote.
    writeFileAtomically(path("s.zipper"), "ours");
    const pid_t child = ::fork();
    if (child == 0) {
      writeFileAtomically(path("s.zipper"), "of somebody else");
      ::_exit(0);
    }
    ::waitpid(child, nullptr, 0);
    claim.rememberWritten();
    QVERIFY(claim.hasChanged());
    claim.remember();
    fs::remove(path("s.zipper"));
    QVERIFY(!claim.hasChanged());  // nothing can be lost there any more
    ClaimedFile fresh(path("new.zipper"));
    QVERIFY(!fresh.hasChanged());
    writeFileAtomically(path("new.zipper"), "of somebody else");
    QVERIFY(fresh.hasChanged());
  }

  void devicesHaveNoLock() {
    const ClaimedFile device("/dev/null");
    QVERIFY(device.holder().empty() && device.doubt().empty() && !device.hasChanged());
    QVERIFY(!fs::exists("/dev/.null.lock"));
  }

  void findsAFreeName() {
    writeFileAtomically(path("m.zipper"), "1");
    QCOMPARE(freeNameBeside(path("m.zipper")), path("m-2.zipper"));
    writeFileAtomically(path("m-2.zipper"), "2");
    QCOMPARE(freeNameBeside(path("m.zipper")), path("m-3.zipper"));
  }
};

ZIPPER_TEST(TestFileLock)
#include "test_file_lock.moc"
