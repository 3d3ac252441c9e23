// SPDX-License-Identifier: GPL-3.0-or-later

#include <QtTest>
#include <filesystem>
#include <thread>

#include "core/support/files.h"
#include "core/support/temporary_folder.h"
#include "core/support/text_format.h"
#include "core/support/timing.h"
#include "support/expect_error.h"
#include "support/test_program.h"

using namespace zipper;

class TestTiming : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void takesTurnsAndCountsOnlyTheWork() {
    std::string order;
    std::vector<int> seen;
    const auto sleep = [](int milliseconds) { std::this_thread::sleep_for(std::chrono::milliseconds(milliseconds)); };
    const TimedWork slow{[&] { order += 'a', sleep(20); }};
    const TimedWork quick{[&] { order += 'b'; }, [&] { order += 'p', sleep(20); }};
    Work work;
    work.progress = [&](int done, int total) { seen = {done, total}; };
    const std::vector<Timing> times = timeInTurns({slow, quick}, {3, 1}, work);
    QCOMPARE(times.size(), std::size_t(2));
    QVERIFY(times[0].median >= 20 && times[0].minimum >= 20 && times[0].minimum <= times[0].median);
    QVERIFY(times[0].maximum >= times[0].median && times[0].range().isKnown());
    QCOMPARE(times[0].range().slowest, times[0].maximum);
    QVERIFY(times[1].minimum < 20);
    QCOMPARE(times[1].repetitions, 3);
    QCOMPARE(seen, (std::vector<int>{8, 8}));
    QCOMPARE(order.size(), std::size_t(12));
    for (std::size_t round = 0; round < 4; ++round) {
      const std::string turns = order.substr(3 * round, 3);
      QVERIFY2(turns == "apb" || turns == "pba", order.c_str());
    }
  }

  void theMedianIsTheMiddle() {
    int milliseconds = 40;
    const TimedWork faster{[&] { std::this_thread::sleep_for(std::chrono::milliseconds(milliseconds -= 10)); }};
    const Timing time = timeInTurns({faster}, {3, 0}).front();
    QVERIFY(time.median >= 20 && time.minimum >= 10 && time.minimum <= time.median - 5);
  }

  void aMedianHasItsRange() {
    QCOMPARE(millisecondsText(1.5, TimeRange{1.42, 12.34}), std::string("1.50\u00a0ms (1.42\u201312.3)"));
    QCOMPARE(millisecondsText(1.5, TimeRange{}), std::string("1.50\u00a0ms"));
    QCOMPARE(millisecondsText(1.5, TimeRange{1.5, 1.5}), std::string("1.50\u00a0ms"));
  }

  void stopsAndRefuses() {
    StopSource source;
    int runs = 0;
    const TimedWork work{[&] { ++runs, source.requestStop(); }};
    try {
      timeInTurns({work}, {3, 0}, {source.token()});
      QFAIL("wasn't stopped");
    } catch (const Cancelled&) {
    }
    QCOMPARE(runs, 1);
    ZIPPER_EXPECT_ERROR(timeInTurns({work}, {0}), "0 repetitions");
  }

  void temporaryFoldersGoAway() {
    std::filesystem::path first, second;
    {
      const TemporaryFolder one, other;
      first = one.path(), second = other.path();
      QVERIFY(first != second);
      createFolder(first / "deep");
      writeFileAtomically(first / "deep" / "file", "text");
    }
    QVERIFY(!std::filesystem::exists(first) && !std::filesystem::exists(second));
    const QByteArray before = qgetenv("TMPDIR");
    qputenv("TMPDIR", "/proc");
    ZIPPER_EXPECT_ERROR(TemporaryFolder(), "/proc: a temporary folder can't be created");
    qputenv("TMPDIR", before);
  }
};

ZIPPER_TEST(TestTiming)
#include "test_timing.moc"
