// SPDX-License-Identifier: GPL-3.0-or-later

#include <sys/resource.h>
#include <unistd.h>

#include <QtTest>
#include <algorithm>
#include <thread>

#include "core/support/background_priority.h"
#include "support/test_program.h"

using namespace zipper;

namespace {

int niceness() { return ::getpriority(PRIO_PROCESS, id_t(::gettid())); }

}  // namespace

class TestBackgroundPriority : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void aThreadAndThoseThatItStartsGiveWay() {
    const int before = niceness();
    int own = before, started = before, again = before;
    std::thread([&] {
      giveWayToOthers();
      own = niceness();
      std::thread([&] { started = niceness(); }).join();
      giveWayToOthers();
      again = niceness();
    }).join();
    QCOMPARE(own, std::max(before, 5));
    QCOMPARE(started, own);
    QCOMPARE(again, own);
    QCOMPARE(niceness(), before);  // others of the program stay as they are
  }

  /// A program that was started with less keeps to that.
  void nobodyIsRaised() {
    int own = 0;
    std::thread([&] {
      ::setpriority(PRIO_PROCESS, id_t(::gettid()), 15);
      giveWayToOthers();
      own = niceness();
    }).join();
    QVERIFY2(own >= 15, qPrintable(QString::number(own)));
  }
};

ZIPPER_TEST(TestBackgroundPriority)
#include "test_background_priority.moc"
