// SPDX-License-Identifier: GPL-3.0-or-later

#include <sys/time.h>

#include <QtTest>
#include <atomic>
#include <csignal>
#include <thread>

#include "core/support/signal_shelter.h"
#include "support/test_program.h"

using namespace zipper;

namespace {

std::atomic<int> handledOpenly{0}, handledSheltered{0};
thread_local bool sheltered = false;

void countSignal(int) { ++(sheltered ? handledSheltered : handledOpenly); }

bool blocks(int signal) {
  sigset_t blocked;
  ::pthread_sigmask(SIG_SETMASK, nullptr, &blocked);
  return ::sigismember(&blocked, signal) == 1;
}

}  // namespace

class TestSignalShelter : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  /// Sheltered threads compute, this one sleeps: the kernel would rather interrupt those that run.
  void signalsAreHandledByOtherThreads() {
    std::signal(SIGALRM, countSignal);
    std::atomic<bool> over{false};
    const auto compute = [&over] {
      sheltered = true;
      while (!over) {
      }
    };
    std::thread first([&] {
      shelterFromSignals();
      std::thread second(compute);  // started by a sheltered thread
      compute();
      second.join();
    });
    const itimerval often{{0, 1000}, {0, 1000}}, never{};
    ::setitimer(ITIMER_REAL, &often, nullptr);
    QTRY_VERIFY_WITH_TIMEOUT(handledOpenly >= 50, 20000);
    ::setitimer(ITIMER_REAL, &never, nullptr);
    over = true;
    first.join();
    std::signal(SIGALRM, SIG_DFL);
    QCOMPARE(handledSheltered.load(), 0);
  }

  void whatAThreadCausesItselfStaysWithIt() {
    std::thread thread([] {
      shelterFromSignals();
      for (const int signal : {SIGSEGV, SIGFPE, SIGABRT, SIGPIPE}) QVERIFY(!blocks(signal));
      for (const int signal : {SIGINT, SIGTERM, SIGCHLD, SIGALRM, SIGPROF}) QVERIFY(blocks(signal));
      takeSignals();
      for (const int signal : {SIGINT, SIGTERM, SIGCHLD, SIGALRM, SIGPROF}) QVERIFY(!blocks(signal));
    });
    thread.join();
    QVERIFY(!blocks(SIGINT));
  }
};

ZIPPER_TEST(TestSignalShelter)
#include "test_signal_shelter.moc"
