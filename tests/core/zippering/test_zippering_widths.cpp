// SPDX-License-Identifier: GPL-3.0-or-later

#include <QTemporaryDir>
#include <QtTest>
#include <algorithm>
#include <numeric>

#include "core/network/common_width.h"
#include "core/network/plan.h"
#include "core/network/widened_network.h"
#include "core/session/session_file.h"
#include "core/support/compute_threads.h"
#include "core/support/libtorch.h"
#include "support/test_program.h"
#include "support/tiny_session.h"

using namespace zipper;
using namespace zipper::test;

namespace {

/// Of a unit, how many channels put out nothing whatever the unit reads: scale and shift, or filter, mean and shift are
/// 0.
std::int64_t emptyChannels(const ConvUnit& unit) {
  const torch::Tensor filter = unit->conv->weight.flatten(1).eq(0).all(1) & unit->bn->running_mean.eq(0);
  return ((unit->bn->weight.eq(0) | filter) & unit->bn->bias.eq(0)).sum().item<std::int64_t>();
}

}  // namespace

/// Whole runs of two networks of different widths.
class TestZipperingWidths : public QObject {
  Q_OBJECT

  std::vector<MobileNet> own_;

  Session run(const Recipe& recipe, bool narrowFirst = false) {
    std::vector<MobileNetSpec> specs{own_[0]->spec(), own_[1]->spec()};
    specs = atCommonWidth(specs);
    std::vector<Teacher> teachers;
    for (std::size_t t = 0; t < 2; ++t) {
      MobileNet network = widened(own_[t], specs[t]);
      ModelSource source;
      source.path = "tiny";
      teachers.push_back(makeTeacher(network, source));
    }
    std::vector<TaskData> data = tinyData();
    if (narrowFirst) {
      std::swap(teachers[0], teachers[1]);
      std::swap(data[0], data[1]);
    }
    Session session = startSession(recipe, teachers, data);
    runSteps(session, remainingSteps(session), data);
    return session;
  }
  static Recipe recipeOf(Alignment alignment, bool fisher, int iterations = 2) {
    std::vector<int> layers(13);
    std::iota(layers.begin(), layers.end(), 1);
    Recipe recipe = tinyRecipe(layers, iterations);
    for (StepPlan& step : recipe.steps) {
      step.settings.start.alignment = alignment;
      step.settings.start.fisherWeights = fisher;
    }
    return recipe;
  }

 private Q_SLOTS:
  void initTestCase() {
    setComputeThreads(1);
    const std::vector<TaskData> data = tinyData();
    for (const double width : {0.25, 0.125}) {
      const int t = int(own_.size());
      MergedNetwork network({randomNetwork(smallSpec(width, 32, 4), std::uint64_t(t) + 1),
                             randomNetwork(smallSpec(width, 32, 3), std::uint64_t(t) + 3)},
                            BnPolicy::PerTask);
      reestimateStatistics(network, {{data[0].train, data[1].train}, 64, 16, 1});
      network.train(false);
      own_.push_back(network.task(t));
    }
  }

  void narrowChannelsFindTheirRows_data() {
    QTest::addColumn<int>("alignment");
    QTest::addColumn<bool>("fisher");
    QTest::addColumn<bool>("narrowFirst");
    QTest::newRow("mergeability") << int(Alignment::Mergeability) << true << false;
    QTest::newRow("without Fisher weights") << int(Alignment::Mergeability) << false << false;
    QTest::newRow("weights") << int(Alignment::Weights) << true << false;
    QTest::newRow("activations, the narrow one first") << int(Alignment::Activations) << true << true;
  }
  /// What the narrow network hasn't stays nothing through fits and calibration, in each of its own layers.
  void narrowChannelsFindTheirRows() {
    QFETCH(int, alignment);
    QFETCH(bool, fisher);
    QFETCH(bool, narrowFirst);
    const Session session = run(recipeOf(Alignment(alignment), fisher), narrowFirst);
    QCOMPARE(session.mergedLayers().size(), std::size_t(13));
    MergedNetwork network = networkAt(session, session.current);
    const int narrow = narrowFirst ? 0 : 1;
    const std::vector<UnitPlan> before = unitsOf(own_[1]->spec());
    for (std::size_t i = 0; i < network.task(narrow)->units().size(); ++i) {
      const ConvUnit& unit = network.task(narrow)->units()[i];
      QCOMPARE(emptyChannels(unit), unit->bn->weight.size(0) - before[i].outputChannels);
      QCOMPARE(emptyChannels(network.task(1 - narrow)->units()[i]), std::int64_t(0));
    }
    // The order of channels is no longer the first ones in place.
    bool moved = false;
    for (const auto& step : session.steps)
      for (const ChannelMatch& match : step->channelMatches)
        moved = moved || !std::is_sorted(match.order.begin(), match.order.end());
    QVERIFY(moved);
  }

  void sessionsKeepWhatTheyWere() {
    const Session session = run(recipeOf(Alignment::Mergeability, true, 0));
    QTemporaryDir folder;
    const std::string path = folder.filePath("widths.zipper").toStdString();
    saveSession(path, session);
    const Session read = loadSession(path);
    QCOMPARE(read.specs()[1].widenedFrom->width, 0.125);
    QVERIFY(equalValues(*read.steps.back()->values, *session.steps.back()->values));
    const MergeCost cost = mergeCost(read);
    QCOMPARE(cost.separateParameters, totalCost(own_[0]->spec()).parameters + totalCost(own_[1]->spec()).parameters);
    QVERIFY(cost.compression > 1);
    QCOMPARE(cost.mergedMacs, totalCost(own_[0]->spec()).macs + totalCost(read.specs()[1]).macs);
  }
};

ZIPPER_TEST(TestZipperingWidths)
#include "test_zippering_widths.moc"
