// SPDX-License-Identifier: GPL-3.0-or-later

#include <QSignalSpy>
#include <QTemporaryDir>
#include <QtTest>
#include <cmath>
#include <numeric>

#include "core/support/files.h"
#include "support/mouse.h"
#include "support/test_program.h"
#include "widgets/inspector/channel_chart.h"
#include "widgets/inspector/channels_page.h"
#include "widgets/inspector/inspector_panel.h"

using namespace zipper;
using test::hover;

namespace {

/// Channel c of A corresponds to the last but c of B and costs (c * 3 mod 8) / 100; channel 2 has no known cost.
std::shared_ptr<ChannelPairs> somePairs(int layer = 3, PairOrigin origin = PairOrigin::Estimate) {
  auto pairs = std::make_shared<ChannelPairs>();
  pairs->layer = layer;
  pairs->origin = origin;
  for (int c = 0; c < 8; ++c) {
    pairs->partners.push_back(7 - c);
    pairs->costs.push_back(c == 2 ? std::nanf("") : float(c * 3 % 8) / 100);
  }
  return pairs;
}

struct ShownChannels {
  ChannelsPage page;
  QSignalSpy readOuts{&page, &InspectorPage::readOut};

  ShownChannels() {
    page.resize(420, 640);
    page.show();
    if (!QTest::qWaitForWindowExposed(&page)) qFatal("the page doesn't show");
  }
  QString readOut() const { return readOuts.isEmpty() ? QString() : readOuts.last()[0].toString(); }
};

}  // namespace

class TestChannelsPage : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void saysWhyThereIsNothing() {
    ShownChannels shown;
    auto none = std::make_shared<ChannelPairs>();
    shown.page.setPairs(none);
    QVERIFY(shown.page.message().contains("Estimate Merge Costs"));
    none = std::make_shared<ChannelPairs>();
    none->layer = 14;
    shown.page.setPairs(none);
    QVERIFY(shown.page.message().contains("classes"));
    QVERIFY(shown.page.exportables().empty());
    hover(shown.page.permutation(), {100, 100});
  }

  void saysWhereThePairsComeFrom() {
    ShownChannels shown;
    shown.page.setPairs(somePairs());
    QVERIFY(shown.page.note().contains("estimate") && shown.page.note().contains("8 of 8 channel(s)"));
    shown.page.setPairs(somePairs(3, PairOrigin::Step));
    QVERIFY(shown.page.note().contains("step"));
    shown.page.setPairs(somePairs(3, PairOrigin::InPlace));
    QVERIFY(shown.page.note().contains("in place"));
  }

  void theMousePointsAtPairs() {
    ShownChannels shown;
    shown.page.setPairs(somePairs());
    PermutationChart& chart = shown.page.permutation();
    QSet<int> found;
    for (int y = 0; y < chart.height(); y += 3)
      for (int x = 0; x < chart.width(); x += 3) {
        hover(chart, {x, y});
        if (chart.pointed() >= 0) found << chart.pointed();
        QCOMPARE(shown.page.costs().pointed(), chart.pointed());
      }
    QCOMPARE(found.size(), 8);
    for (int x = 0; x < shown.page.costs().width(); x += 2) {
      hover(shown.page.costs(), {x, 40});
      QVERIFY(shown.page.costs().pointed() != 2);
      QCOMPARE(chart.pointed(), shown.page.costs().pointed());
    }
  }

  void keysWalkThroughPairs() {
    ShownChannels shown;
    shown.page.setPairs(somePairs());
    PermutationChart& chart = shown.page.permutation();
    chart.setFocus(Qt::TabFocusReason);
    QTest::keyClick(&chart, Qt::Key_Home);
    QTest::keyClick(&chart, Qt::Key_Right);
    QCOMPARE(chart.pointed(), 1);
    QVERIFY2(shown.readOut().contains("channel 1 of A") && shown.readOut().contains("channel 6 of B"),
             qPrintable(shown.readOut()));
    QVERIFY(shown.readOut().contains("0.03") && shown.readOut().contains("rank 4 of 7"));
    QTest::keyClick(&chart, Qt::Key_Right);
    QVERIFY(!shown.readOut().contains("cost"));
    QTest::keyClick(&chart, Qt::Key_End);
    QCOMPARE(chart.pointed(), 7);
    QCOMPARE(chart.accessibleDescription(), shown.readOut());
    SortedCostChart& costs = shown.page.costs();
    QTest::keyClick(&costs, Qt::Key_Home);
    QCOMPARE(costs.pointed(), costs.order().front());
    QTest::keyClick(&costs, Qt::Key_Right);
    QCOMPARE(costs.pointed(), costs.order()[1]);
  }

  void sortsByCost() {
    ShownChannels shown;
    const auto pairs = somePairs();
    shown.page.setPairs(pairs);
    const auto& order = shown.page.costs().order();
    QCOMPARE(order.size(), std::size_t(7));
    for (std::size_t i = 1; i < order.size(); ++i)
      QVERIFY(pairs->costs[std::size_t(order[i - 1])] <= pairs->costs[std::size_t(order[i])]);
  }

  void looksDifferentForAnotherPermutation() {
    ShownChannels shown;
    shown.page.setPairs(somePairs());
    const QImage before = shown.page.permutation().grab().toImage();
    auto other = somePairs();
    std::iota(other->partners.begin(), other->partners.end(), 0);
    shown.page.setPairs(other);
    QVERIFY(shown.page.permutation().grab().toImage() != before);
  }

  void isATabOfTheInspector() {
    InspectorPanel panel;
    panel.setTasks({"A", "B"}, {0, 0}, {{}, {}});
    panel.setLayer("Layer 3", 3);
    panel.show();
    panel.setCurrentTab(InspectorPanel::Channels);
    QVERIFY(panel.exportTitles().isEmpty());
    panel.setChannels(somePairs(4));  // another layer
    QVERIFY(panel.exportTitles().isEmpty());
    panel.setChannels(somePairs(3));
    QCOMPARE(panel.exportTitles(), (QStringList{"pairs of channels", "sorted costs"}));
    const QTemporaryDir folder;
    panel.savePng(folder.filePath("pairs.png"), 0);
    QVERIFY(!QImage(folder.filePath("pairs.png")).isNull());
    panel.saveCsv(folder.filePath("pairs.csv"), 0);
    const QStringList lines =
        QString::fromStdString(readTextFile(folder.filePath("pairs.csv").toStdString())).split('\n');
    QCOMPARE(lines[0], QString("channel_a,channel_b,merge_cost"));
    QCOMPARE(lines[2], QString("1,6,0.03"));
    QCOMPARE(lines.size(), 10);
    panel.setLayer("Layer 4", 4);
    QVERIFY(panel.exportTitles().isEmpty());
  }
};

ZIPPER_TEST_WITH(QApplication, TestChannelsPage)
#include "test_channels_page.moc"
