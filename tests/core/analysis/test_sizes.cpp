// SPDX-License-Identifier: GPL-3.0-or-later

#include <QtTest>
#include <cmath>

#include "core/analysis/best_trade.h"
#include "core/analysis/size_sweep.h"
#include "core/analysis/trunk_runs.h"
#include "core/network/common_width.h"
#include "core/support/error.h"
#include "support/test_program.h"
#include "support/tiny_session.h"

using namespace zipper;
using namespace zipper::test;

namespace {

/// A network of 1/compression of the parameters.
TradePoint sized(double compression, double loss) { return {1 / compression, loss}; }

TradeNoise always(double noise) {
  return [noise](std::size_t, std::size_t) { return noise; };
}

/// The later a layer the cheaper, as in the trials.
std::vector<LayerMergeability> madeUpEstimates(const std::vector<MobileNetSpec>& specs) {
  std::vector<LayerMergeability> layers;
  for (int layer = 1; layer <= layersOf(specs.front()); ++layer) {
    const MergeCost cost = mergeCost(specs, Sharing(std::vector<int>{layer}, BnPolicy::PerTask));
    LayerMergeability one;
    one.layer = layer;
    one.cost = 0.1;
    one.loss = 0.1;
    one.savedParameters = cost.separateParameters - cost.mergedParameters;
    layers.push_back(one);
  }
  return layers;
}

std::vector<MobileNetSpec> tinySpecs() { return {smallSpec(0.125, 32, 4), smallSpec(0.125, 32, 3)}; }

std::vector<bool> rightUpTo(int right, int images) {
  std::vector<bool> result(std::size_t(images), false);
  for (int i = 0; i < right; ++i) result[std::size_t(i)] = true;
  return result;
}

/// A point of one task of 100 images.
SizePoint madeUpPoint(const SizePlan& plan, int right) {
  SizePoint point;
  point.layers = plan.layers;
  point.cost = plan.cost;
  point.scores = {{100, right / 100.0, 1, 0}};
  point.right = {rightUpTo(right, 100)};
  return point;
}

}  // namespace

class TestSizes : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  /// The trial of the method: 1.83 loses 3.15 points, 1.72 loses 0.77. From the chord, 1.72 is 0.923 - 0.244 away.
  void theKneeOfTheTrial() {
    const std::vector<TradePoint> trial{sized(1, 0), sized(1.30, 0.02), sized(1.52, 0.42), sized(1.72, 0.77),
                                        sized(1.83, 3.15)};
    QCOMPARE(bestTrade(trial), std::size_t(3));
    QCOMPARE(recommendedTrade(trial, always(0.3)), std::size_t(3));
    // All that the smallest network loses may be chance.
    QCOMPARE(recommendedTrade(trial, always(3.2)), std::size_t(4));
  }

  void noiseAllowsASmallerNetwork() {
    const std::vector<TradePoint> points{sized(1, 0), sized(1.52, 0.42), sized(1.72, 0.77), sized(1.75, 0.88),
                                         sized(1.83, 3.15)};
    QCOMPARE(bestTrade(points), std::size_t(2));
    QCOMPARE(recommendedTrade(points, always(0.10)), std::size_t(2));
    QCOMPARE(recommendedTrade(points, always(0.12)), std::size_t(3));
  }

  void curvesWithoutAKnee() {
    // Straight: a parameter costs the same everywhere, so the smallest network is as good a trade as any.
    QCOMPARE(bestTrade({{4, 0}, {3, 1}, {2, 2}, {1, 3}}), std::size_t(3));
    // The first parameters cost most: whoever pays that gets the rest for nothing.
    QCOMPARE(bestTrade({{4, 0}, {3, 2.5}, {2, 2.8}, {1, 3}}), std::size_t(3));
    // Nothing is lost, or won.
    QCOMPARE(bestTrade({{4, 0}, {1, 0}}), std::size_t(1));
    QCOMPARE(recommendedTrade({{4, 0}, {2, 1}, {1, -0.5}}, always(0)), std::size_t(2));
    QCOMPARE(bestTrade({{4, 0}}), std::size_t(0));
    // Late and steep: by hand, 2/3 - 1/9 at the second point, 1/3 - 0 at the first.
    QCOMPARE(bestTrade({{4, 0}, {3, 0}, {2, 1}, {1, 9}}), std::size_t(2));
  }

  /// By hand: of 4 images 2 are lost, (1/2 - 1/4) / 4 = 1/16; the other task is the same; sqrt(1/16) / 2.
  void standardErrorsAreOfTheImagesThatDiffer() {
    const RightImages teachers{{true, true, true, true}, {true, false}},
        merged{{true, true, false, false}, {true, false}};
    QCOMPARE(standardErrorOfDifference(teachers, merged), 0.125);
    QCOMPARE(standardErrorOfDifference(teachers, teachers), 0.0);
    // As many lost as won: no difference, but 2 of 4 images changed.
    QCOMPARE(standardErrorOfDifference({{true, true, false, false}}, {{true, false, true, false}}), std::sqrt(0.5 / 4));
    QVERIFY_THROWS_EXCEPTION(Error, standardErrorOfDifference(teachers, {{true}, {true, false}}));
  }

  /// Wilson's interval of 80 of 100 is 71.11 ... 86.66 %; the mean of two such shares is known sqrt(2) times better.
  void meansHaveIntervals() {
    const Score score{100, 0.8, 1, 0};
    const Proportion one = meanTop1Of({score}), two = meanTop1Of({score, score});
    QVERIFY(std::abs(one.low - 0.7112) < 1e-4 && std::abs(one.high - 0.8666) < 1e-4);
    QVERIFY(std::abs((two.share - two.low) * std::sqrt(2.0) - (one.share - one.low)) < 1e-12);
    QVERIFY(std::abs((two.high - two.share) * std::sqrt(2.0) - (one.high - one.share)) < 1e-12);
  }

  /// Networks of different widths: a few shared layers don't make up for the channels that the narrower one gets.
  void plansAreSmallerThanTheSeparateNetworks() {
    const auto specs = atCommonWidth({smallSpec(0.25, 32, 4), smallSpec(0.125, 32, 3)});
    std::vector<LayerMergeability> estimates = madeUpEstimates(specs);
    for (LayerMergeability& one : estimates)
      one.savedParameters = parametersSaved(specs, Sharing(std::vector<int>{one.layer}, BnPolicy::PerTask));
    for (const LayerMergeability& one : estimates) QVERIFY(one.savedParameters > 0);
    const auto plans = sizePlans(estimates, specs, BnPolicy::PerTask);
    QCOMPARE(plans.front().cost.mergedParameters, plans.front().cost.separateParameters);
    QVERIFY(plans.size() > 2 && plans.size() < 13);
    QCOMPARE(plans.back().layers.size(), std::size_t(13));
    for (std::size_t i = 1; i < plans.size(); ++i) QVERIFY(plans[i].cost.compression > plans[i - 1].cost.compression);
  }

  void plansAreNestedAndGrow() {
    const auto specs = tinySpecs();
    const auto plans = sizePlans(madeUpEstimates(specs), specs, BnPolicy::PerTask);
    const std::size_t layers = std::size_t(layersOf(specs.front()));
    QCOMPARE(plans.size(), layers + 1);
    QVERIFY(plans.front().layers.empty() && plans.front().expectedLoss == 0);
    QCOMPARE(plans.back().expectedLoss, 1.0);
    for (std::size_t i = 1; i < plans.size(); ++i) {
      const auto &before = plans[i - 1].layers, &now = plans[i].layers;
      QVERIFY(std::includes(now.begin(), now.end(), before.begin(), before.end()) && now.size() == before.size() + 1);
      QVERIFY(plans[i].cost.compression > plans[i - 1].cost.compression);
      // All estimates are the same here: i of the layers lose i / layers of what all do.
      QVERIFY(std::abs(plans[i].expectedLoss - double(i) / double(layers)) < 1e-9);
    }
    QCOMPARE(plans[1].layers, std::vector<int>{int(layers)});  // it holds most weights
    const auto half = plansReaching(plans, {1.5, 1.5, 99, 1});
    QCOMPARE(half.size(), std::size_t(3));
    QVERIFY(half[0].layers.empty() && half[1].cost.compression >= 1.5);
    QCOMPARE(half[2].layers.size(), layers);
    QCOMPARE(spreadPlans(plans, 1000).size(), plans.size());
    QCOMPARE(spreadPlans(plans, 2).back().layers.size(), layers);
    // Costs alike: the first layers, which hold next to nothing, are left out.
    const auto& recommended = recommendedByEstimate(plans).layers;
    QVERIFY(!recommended.empty() && recommended.size() < layers && recommended.front() > 1);
  }

  void recipesOfSizesKeepTheirSettings() {
    Recipe recipe = tinyRecipe({1, 2, 3});
    recipe.steps.push_back({StepTarget::fineTuning(), recipe.defaults});
    recipe.steps[1].settings.ridge = 0.5;
    const Recipe some = recipeOfSize(recipe, {2, 3}, true), untrained = recipeOfSize(recipe, {2, 3}, false);
    QCOMPARE(some.steps.size(), std::size_t(3));
    QVERIFY(some.steps[0].target.merges(2) && some.steps[0].settings.ridge == 0.5);
    QVERIFY(some.steps[2].target.isFineTuning() && hasIterations(some));
    QCOMPARE(untrained.steps.size(), std::size_t(2));
    QVERIFY(!hasIterations(untrained));
    QVERIFY(recipeOfSize(recipe, {}, true).steps.empty());
  }

  void advisesByWhatIsKnownBest() {
    const auto specs = tinySpecs();
    SizeSweep sweep;
    sweep.plans = sizePlans(madeUpEstimates(specs), specs, BnPolicy::PerTask);
    sweep.teachers = madeUpPoint(sweep.plans.front(), 90);
    QCOMPARE(toString(adviceOf(sweep)), std::string("estimate"));
    const std::size_t all = sweep.plans.size() - 1;
    sweep.points = {madeUpPoint(sweep.plans[all], 50)};
    QVERIFY(!measuredAdvice(sweep, false));  // two points are a straight line
    sweep.points.push_back(madeUpPoint(sweep.plans[all - 3], 89));
    const auto advice = measuredAdvice(sweep, false);
    QVERIFY(advice && advice->layers == sweep.plans[all - 3].layers && !advice->losesNothing);
    QCOMPARE(toString(adviceOf(sweep)), std::string("measured in closed form"));
    QVERIFY(std::abs(advice->loss - 0.01) < 1e-12);
    QVERIFY(std::abs(advice->standardError - std::sqrt((0.01 - 0.0001) / 100)) < 1e-12);
    // By hand: (1 * 0.40 + e * 0.01) / (1 + e * e) with the expected loss e of the other point.
    const double e = sweep.plans[all - 3].expectedLoss;
    QVERIFY(std::abs(*lossOfAll(sweep, false) - (0.40 + e * 0.01) / (1 + e * e)) < 1e-12);
    sweep.points[0] = madeUpPoint(sweep.plans[all], 90);
    QVERIFY(measuredAdvice(sweep, false)->losesNothing);
    SizePoint calibrated = madeUpPoint(sweep.plans[all], 90);
    calibrated.calibrated = true;
    sweep.points.push_back(calibrated);
    QVERIFY(!measuredAdvice(sweep, true) && sweep.has(true));
  }

  /// The same as the merge by itself, and what two sizes begin with is done once.
  void measuresMerges() {
    const std::vector<TaskData> data = tinyData();
    const Session start = tinySession(tinyRecipe({1, 2}));
    SizeMerger merger(start, data);
    const SizePoint teachers = merger.teachers();
    const Scores scored = evaluateTeachers(start, data);
    for (std::size_t t = 0; t < 2; ++t) {
      QCOMPARE(teachers.scores[t].top1, scored[t].top1);
      QCOMPARE(std::int64_t(teachers.right[t].size()), scored[t].images);
    }
    int finished = 0, initialized = 0;
    std::optional<StepTarget> last;
    Observer observer;
    observer.stage = [&](const StageProgress& progress) {
      if (progress.stage == Stage::Initializing && progress.target != last) ++initialized;
      last = progress.target;
    };
    SizePlan one, both;
    one.layers = {1};
    both.layers = {1, 2};
    merger.merge(one, true, observer, [&finished] { ++finished; });
    QCOMPARE(finished, 2);
    const SizePoint point = merger.merge(both, true, observer, [&finished] { ++finished; });
    QCOMPARE(finished, 5);
    QCOMPARE(initialized, 2);
    Session alone = start;
    RunOptions options;
    options.evaluate = false;
    runSteps(alone, remainingSteps(alone), data, options);
    const Scores expected = evaluateStep(alone, alone.current, data);
    for (std::size_t t = 0; t < 2; ++t) QCOMPARE(point.scores[t].top1, expected[t].top1);
    QCOMPARE(point.cost.mergedParameters, mergeCost(alone).mergedParameters);
    QVERIFY(point.seconds > 0 && point.calibrated);
  }

  void trunksAreMergedAsDeepAsAsked() {
    const std::vector<TaskData> data = tinyData();
    const Session start = tinySession(tinyRecipe({1, 2}, 1));
    const Session merged = mergedWithTrunk(start, 2, data);
    QCOMPARE(merged.trunk(), 2);
    QVERIFY(!merged.steps.back()->calibrated.empty() && merged.steps.front()->calibrated.empty());
    QCOMPARE(start.current, -1);
  }
};

ZIPPER_TEST(TestSizes)
#include "test_sizes.moc"
