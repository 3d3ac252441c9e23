// SPDX-License-Identifier: GPL-3.0-or-later

#include <QtTest>
#include <utility>
#include <vector>

#include "core/support/work.h"
#include "support/test_program.h"

using namespace zipper;

class TestWork : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void nobodyNeedsToListen() {
    const Work work;
    work.tell(1, 2);
    work.warn("nobody hears it");
    work.throwIfStopped();
  }

  void stopsWhenAskedTo() {
    const StopSource source;
    const Work work{source.token()};
    work.throwIfStopped();
    source.requestStop();
    QVERIFY_THROWS_EXCEPTION(Cancelled, work.throwIfStopped());
  }

  /// Three parts of two batches each; all else is that of the whole.
  void partsTellOfTheWhole() {
    std::vector<std::pair<int, int>> told;
    std::vector<std::string> warnings;
    const StopSource source;
    const Work whole{source.token(),
                     [&](int done, int total) {
                       told.push_back({done, total});
                     },
                     [&](const std::string& text) { warnings.push_back(text); }};
    for (int part = 0; part < 3; ++part)
      for (int done = 1; done <= 2; ++done) partOfWork(whole, part, 3).tell(done, 2);
    QVERIFY((told == std::vector<std::pair<int, int>>{{1, 6}, {2, 6}, {3, 6}, {4, 6}, {5, 6}, {6, 6}}));
    const Work last = partOfWork(whole, 2, 3);
    last.warn("an image can't be read");
    QVERIFY(warnings == std::vector<std::string>{"an image can't be read"});
    source.requestStop();
    QVERIFY_THROWS_EXCEPTION(Cancelled, last.throwIfStopped());
    partOfWork({}, 0, 2).warn("nobody hears it");
  }
};

ZIPPER_TEST(TestWork)
#include "test_work.moc"
