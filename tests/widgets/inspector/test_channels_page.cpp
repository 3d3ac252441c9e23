// SPDX-License-Identifier: GPL-3.0-or-later

#include <QComboBox>
#include <QLabel>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QtTest>
#include <algorithm>
#include <cmath>
#include <numeric>

#include "core/support/files.h"
#include "support/mouse.h"
#include "support/test_program.h"
#include "widgets/inspector/channel_chart.h"
#include "widgets/inspector/channels_page.h"
#include "widgets/inspector/inspector_panel.h"
#include "widgets/inspector/part_choice.h"

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
  PermutationChart& permutation = *page.findChild<PermutationChart*>();
  SortedCostChart& costs = *page.findChild<SortedCostChart*>();
  QSignalSpy readOuts{&page, &InspectorPage::readOut};

  explicit ShownChannels(const QStringList& titles = {"A · digits", "B · fashion"}) {
    page.setTasks(titles, 13);
    page.resize(420, 640);
    page.show();
    if (!QTest::qWaitForWindowExposed(&page)) qFatal("the page doesn't show");
  }
  void set(std::shared_ptr<const ChannelPairs> pairs) { page.setPairs({{"pointwise", {std::move(pairs)}}}); }
  QString readOut() const { return readOuts.isEmpty() ? QString() : readOuts.last()[0].toString(); }
  QString note() const { return page.findChild<QLabel*>("note")->text(); }
  QString message() const { return page.findChild<QLabel*>("message")->text(); }
};

}  // namespace

class TestChannelsPage : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void saysWhyThereIsNothing() {
    ShownChannels shown;
    auto none = std::make_shared<ChannelPairs>();
    shown.set(none);
    QVERIFY(shown.message().contains("Estimate Merge Costs"));
    none = std::make_shared<ChannelPairs>();
    none->layer = 14;
    shown.set(none);
    QVERIFY(shown.message().contains("classes"));
    QVERIFY(shown.page.exportables().empty());
    hover(shown.permutation, {100, 100});
  }

  void saysWhereThePairsComeFrom() {
    ShownChannels shown;
    shown.set(somePairs());
    QVERIFY(shown.note().contains("estimate") && shown.note().contains("8 of 8 channel(s) of B"));
    shown.set(somePairs(3, PairOrigin::Step));
    QVERIFY(shown.note().contains("step"));
    shown.set(somePairs(3, PairOrigin::InPlace));
    QVERIFY(shown.note().contains("in place"));
  }

  void saysHowToGetTheEstimates() {
    ShownChannels shown;
    auto pairs = somePairs(3, PairOrigin::InPlace);
    shown.set(pairs);
    QVERIFY(shown.costs.accessibleDescription().isEmpty());
    pairs = somePairs(3, PairOrigin::InPlace);
    std::fill(pairs->costs.begin(), pairs->costs.end(), std::nanf(""));
    const QImage before = shown.costs.grab().toImage();
    shown.set(pairs);
    QVERIFY(shown.costs.accessibleDescription().contains("Run, Estimate Merge Costs (Ctrl+E)"));
    QVERIFY(shown.costs.grab().toImage() != before);
  }

  void theMousePointsAtPairs() {
    ShownChannels shown;
    shown.set(somePairs());
    PermutationChart& chart = shown.permutation;
    QSet<int> found;
    for (int y = 0; y < chart.height(); y += 3)
      for (int x = 0; x < chart.width(); x += 3) {
        hover(chart, {x, y});
        if (chart.pointed() >= 0) found << chart.pointed();
        QCOMPARE(shown.costs.pointed(), chart.pointed());
      }
    QCOMPARE(found.size(), 8);
    for (int x = 0; x < shown.costs.width(); x += 2) {
      hover(shown.costs, {x, 40});
      QVERIFY(shown.costs.pointed() != 2);
      QCOMPARE(chart.pointed(), shown.costs.pointed());
    }
  }

  void keysWalkThroughPairs() {
    ShownChannels shown;
    shown.set(somePairs());
    PermutationChart& chart = shown.permutation;
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
    SortedCostChart& costs = shown.costs;
    QTest::keyClick(&costs, Qt::Key_Home);
    QCOMPARE(costs.pointed(), costs.order().front());
    QTest::keyClick(&costs, Qt::Key_Right);
    QCOMPARE(costs.pointed(), costs.order()[1]);
  }

  void sortsByCost() {
    ShownChannels shown;
    const auto pairs = somePairs();
    shown.set(pairs);
    const auto& order = shown.costs.order();
    QCOMPARE(order.size(), std::size_t(7));
    for (std::size_t i = 1; i < order.size(); ++i)
      QVERIFY(pairs->costs[std::size_t(order[i - 1])] <= pairs->costs[std::size_t(order[i])]);
  }

  void looksDifferentForAnotherPermutation() {
    ShownChannels shown;
    shown.set(somePairs());
    const QImage before = shown.permutation.grab().toImage();
    auto other = somePairs();
    std::iota(other->partners.begin(), other->partners.end(), 0);
    shown.set(other);
    QVERIFY(shown.permutation.grab().toImage() != before);
  }

  void comparesAnyTaskWithA() {
    ShownChannels shown({"A · digits", "B · fashion", "C · letters", "D · signs"});
    auto shifted = std::make_shared<ChannelPairs>(*somePairs());
    for (int c = 0; c < 8; ++c) shifted->partners[std::size_t(c)] = (c + 1) % 8;
    shown.page.setPairs({{"pointwise", {somePairs(), shifted, std::make_shared<ChannelPairs>()}}});
    auto* choice = shown.page.findChild<QComboBox*>();
    QVERIFY(choice->isVisible());
    QCOMPARE(choice->count(), 3);
    QCOMPARE(choice->currentText(), QString("B · fashion"));
    QSignalSpy chosen(&shown.page, &ChannelsPage::taskChosen);
    const QImage ofB = shown.permutation.grab().toImage();
    choice->setFocus();
    QTest::keyClick(choice, Qt::Key_Down);
    QCOMPARE(chosen.size(), 1);
    QCOMPARE(chosen[0][0].toInt(), 2);
    QVERIFY(shown.permutation.grab().toImage() != ofB);
    QVERIFY(shown.note().contains("channel(s) of C"));
    shown.permutation.setFocus(Qt::TabFocusReason);
    QTest::keyClick(&shown.permutation, Qt::Key_Home);
    QVERIFY2(shown.readOut().startsWith("channel 0 of A · channel 1 of C"), qPrintable(shown.readOut()));
    QCOMPARE(shown.page.exportables()[0].columns, (QStringList{"channel_a", "channel_c", "merge_cost"}));
    QCOMPARE(shown.page.exportables()[0].array->values[1], 1.f);
    shown.page.setTask(3);
    QCOMPARE(choice->currentText(), QString("D · signs"));
    QVERIFY(shown.page.exportables().empty());  // nothing is known of these
    shown.page.setTask(0);                      // A isn't compared with itself
    QCOMPARE(choice->currentText(), QString("D · signs"));
    QCOMPARE(chosen.size(), 1);
  }

  void comparesThePartsOfALayer() {
    ShownChannels shown;
    auto inner = somePairs(3, PairOrigin::Step);
    std::iota(inner->partners.begin(), inner->partners.end(), 0);
    shown.page.setPairs({{"expand", {inner}}, {"project", {somePairs()}}});
    auto* box = shown.page.findChild<PartChoice*>()->findChild<QComboBox*>();
    QVERIFY(box->isVisible());
    QCOMPARE(box->currentText(), QString("Project"));
    QVERIFY(shown.note().contains("8 of 8 channel(s)"));
    QSignalSpy chosen(&shown.page, &ChannelsPage::partChosen);
    box->setFocus();
    QTest::keyClick(box, Qt::Key_Home);
    QCOMPARE(chosen.size(), 1);
    QVERIFY(shown.note().contains("step") && shown.note().contains("0 of 8 channel(s)"));
    QCOMPARE(shown.page.exportables()[0].title, QString("Expand: pairs of channels"));
    shown.page.setPairs({{"expand", {std::make_shared<ChannelPairs>()}}, {"project", {somePairs()}}});
    QVERIFY(shown.message().contains("the channels that the layer hands on"));
    shown.page.setPart("project");
    QVERIFY(shown.note().contains("8 of 8 channel(s)"));
    QCOMPARE(chosen.size(), 1);
    shown.page.setPairs({{"pointwise", {somePairs()}}});
    QVERIFY(!box->isVisible());
    QCOMPARE(shown.page.exportables()[0].title, QString("pairs of channels"));
  }

  void twoTasksNeedNoChoice() {
    ShownChannels shown;
    shown.set(somePairs());
    QVERIFY(!shown.page.findChild<QComboBox*>()->isVisible());
  }

  void isATabOfTheInspector() {
    InspectorPanel panel;
    auto* page = panel.findChild<ChannelsPage*>();
    panel.setTasks({"A", "B"}, {0, 0}, {{}, {}}, 13);
    panel.setLayer("Layer 3", 3);
    panel.show();
    QVERIFY(page->exportables().empty());
    panel.setChannels({{"pointwise", {somePairs(4)}}});  // another layer
    QVERIFY(page->exportables().empty());
    panel.setChannels({{"pointwise", {somePairs(3)}}});
    const auto items = page->exportables();
    QCOMPARE(items.size(), std::size_t(2));
    QCOMPARE(items[0].title, QString("pairs of channels"));
    QCOMPARE(items[1].title, QString("sorted estimates"));
    const QTemporaryDir folder;
    writePng(folder.filePath("pairs.png"), items[0].picture());
    QVERIFY(!QImage(folder.filePath("pairs.png")).isNull());
    writeCsv(folder.filePath("pairs.csv"), items[0]);
    const QStringList lines =
        QString::fromStdString(readTextFile(folder.filePath("pairs.csv").toStdString())).split('\n');
    QCOMPARE(lines[0], QString("channel_a,channel_b,merge_cost"));
    QCOMPARE(lines[2], QString("1,6,0.03"));
    QCOMPARE(lines.size(), 10);
    panel.setLayer("Layer 4", 4);
    QVERIFY(page->exportables().empty());
  }
};

ZIPPER_TEST_WITH(QApplication, TestChannelsPage)
#include "test_channels_page.moc"
