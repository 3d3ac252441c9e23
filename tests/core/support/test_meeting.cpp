// SPDX-License-Identifier: GPL-3.0-or-later

#include <sys/socket.h>

#include <QtTest>
#include <random>
#include <thread>

#include "core/support/meeting_client.h"
#include "core/support/meeting_server.h"
#include "support/expect_error.h"
#include "support/ranks.h"
#include "support/test_program.h"

using namespace zipper;
using namespace zipper::test;

namespace {

constexpr std::chrono::milliseconds patience{5000};

MeetingClient clientOf(const std::string& secret, const StopToken& stop = {}) { return {secret, patience, stop}; }

/// Whether the other side hangs up within this time, whatever it says before.
bool hangsUp(const Descriptor& descriptor, int seconds) {
  timeval limit{seconds, 0};
  ::setsockopt(descriptor.get(), SOL_SOCKET, SO_RCVTIMEO, &limit, sizeof limit);
  char buffer[4096];
  while (true) {
    const ssize_t count = ::recv(descriptor.get(), buffer, sizeof buffer, 0);
    if (count <= 0) return count == 0 || errno == ECONNRESET;
  }
}

}  // namespace

class TestMeeting : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void keepsWhatItIsTold() {
    const int port = freePort();
    const MeetingServer server("127.0.0.1", port, "open sesame");
    MeetingClient one = clientOf("open sesame"), other = clientOf("open sesame");
    QVERIFY(one.connect("127.0.0.1", port) && other.connect("localhost", port));
    QCOMPARE(one.ask(MeetingVerb::Get, {"key"}), std::string("0"));
    QCOMPARE(one.ask(MeetingVerb::Set, {"key", std::string("a\0b", 3)}), std::string());
    QCOMPARE(other.ask(MeetingVerb::Get, {"key"}), std::string("1a\0b", 4));
    QCOMPARE(one.ask(MeetingVerb::Add, {"sum", "5"}), std::string("5"));
    QCOMPARE(other.ask(MeetingVerb::Add, {"sum", "-7"}), std::string("-2"));
    QCOMPARE(one.ask(MeetingVerb::Check, {"key", "sum"}), std::string("1"));
    QCOMPARE(one.ask(MeetingVerb::Check, {"key", "none"}), std::string("0"));
    QCOMPARE(one.ask(MeetingVerb::Count, {}), std::string("2"));
    QCOMPARE(one.ask(MeetingVerb::Delete, {"key"}), std::string("1"));
    QCOMPARE(one.ask(MeetingVerb::Delete, {"key"}), std::string("0"));
  }

  void asksForTheSecret() {
    const int port = freePort();
    const MeetingServer server("127.0.0.1", port, "right");
    for (const char* secret : {"", "wrong", "right "}) {
      MeetingClient client = clientOf(secret);
      ZIPPER_EXPECT_ERROR(client.connect("127.0.0.1", port), "has another secret (ZIPPER_RANK_SECRET)");
    }
    QTRY_COMPARE(server.refused(), 3);
    QVERIFY(clientOf("right").connect("127.0.0.1", port));
  }

  /// All of 127.0.0.0/8 is this machine: who listens everywhere answers there, too.
  void listensWhereTheAddressSays() {
    const int port = freePort();
    const MeetingServer server("127.0.0.1", port, "");
    QVERIFY(stranger("127.0.0.1", port).get() >= 0);
    QVERIFY(stranger("127.0.0.2", port).get() < 0);
    ZIPPER_EXPECT_ERROR(MeetingServer("127.0.0.1", port, ""), "can't listen there: Address already in use");
    ZIPPER_EXPECT_ERROR(MeetingServer("192.0.2.1", port, ""), "can't listen there: Cannot assign requested address");
  }

  void strangersHoldNobodyUp() {
    const int port = freePort();
    const MeetingServer server("127.0.0.1", port, "");
    std::vector<Descriptor> strangers;
    for (int i = 0; i < 100; ++i)
      strangers.push_back(stranger("127.0.0.1", port, std::string(std::size_t(i % 40), 'x')));
    const auto start = std::chrono::steady_clock::now();
    MeetingClient client = clientOf("");
    QVERIFY(client.connect("127.0.0.1", port));
    QCOMPARE(client.ask(MeetingVerb::Count, {}), std::string("0"));
    QVERIFY(std::chrono::steady_clock::now() - start < std::chrono::seconds(2));
    for (const Descriptor& descriptor : strangers) QVERIFY(hangsUp(descriptor, 10));
    QCOMPARE(client.ask(MeetingVerb::Count, {}), std::string("0"));  // who is trusted stays
  }

  void silenceEndsAfterThePatience() {
    const int port = freePort();
    const Listener listener(port);  // the system accepts, nobody speaks
    MeetingClient client("", std::chrono::milliseconds(500), {});
    const auto start = std::chrono::steady_clock::now();
    QVERIFY(!client.connect("127.0.0.1", port));
    QVERIFY(std::chrono::steady_clock::now() - start < std::chrono::seconds(10));
  }

  void aStopEndsWaitingAtOnce() {
    const int port = freePort();
    const Listener listener(port);
    StopSource source;
    MeetingClient client("", std::chrono::seconds(600), source.token());
    std::thread impatient([&source] {
      std::this_thread::sleep_for(std::chrono::milliseconds(200));
      source.requestStop();
    });
    const auto start = std::chrono::steady_clock::now();
    bool cancelled = false;
    try {
      while (!client.connect("127.0.0.1", port)) {
      }
    } catch (const Cancelled&) {
      cancelled = true;
    }
    impatient.join();
    QVERIFY(cancelled);
    QVERIFY(std::chrono::steady_clock::now() - start < std::chrono::seconds(2));
  }

  /// Whatever a trusted peer sends: it is answered or hung up on, and the others don't notice.
  void survivesNonsense() {
    const unsigned seed = qEnvironmentVariableIntValue("ZIPPER_TEST_SEED") != 0
                              ? unsigned(qEnvironmentVariableIntValue("ZIPPER_TEST_SEED"))
                              : std::random_device()() & 0x7fffffffU;
    qInfo() << "ZIPPER_TEST_SEED" << seed;
    std::mt19937 random(seed);
    MeetingTable table;
    int refused = 0;
    for (int i = 0; i < 20000; ++i) {
      std::string request(random() % 24, '\0');
      for (char& c : request) c = char(random() % 8 == 0 ? random() : random() % 4);
      try {
        table.answer(request);
      } catch (const Error&) {
        ++refused;
      }
    }
    QVERIFY(refused > 1000);
    ZIPPER_EXPECT_ERROR(table.answer(meetingRequest(MeetingVerb::Set, {"only a key"})), "1 fields found, 2 expected");
    ZIPPER_EXPECT_ERROR(table.answer(meetingRequest(MeetingVerb(99), {})), "unknown request");
    ZIPPER_EXPECT_ERROR(table.answer(std::string("\1\0\0\0\x09"
                                                 "abc",
                                                 8)),
                        "a field of 9 bytes, 3 are left");
  }

  void keepsNoMoreThanItsShare() {
    MeetingTable table;
    const std::string block(60000, 'x');
    const auto fill = [&] {
      for (int i = 0; i < 1000; ++i) table.answer(meetingRequest(MeetingVerb::Set, {std::to_string(i), block}));
    };
    ZIPPER_EXPECT_ERROR(fill(), "too much to keep");
  }
};

ZIPPER_TEST(TestMeeting)
#include "test_meeting.moc"
