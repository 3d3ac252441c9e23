// SPDX-License-Identifier: GPL-3.0-or-later

#include <QTemporaryDir>
#include <QtTest>
#include <set>

#include "core/session/session_file.h"
#include "core/session/session_json.h"
#include "core/support/compute_threads.h"
#include "core/support/libtorch.h"
#include "core/zippering/comparison.h"
#include "core/zippering/naive_baseline.h"
#include "support/expect_error.h"
#include "support/python_reference.h"
#include "support/session_edits.h"
#include "support/test_program.h"
#include "support/tiny_v2.h"

using namespace zipper;
using namespace zipper::test;

/// Whole runs of V2, the head of task A with a hidden layer.
class TestZipperingV2 : public QObject {
  Q_OBJECT

  QTemporaryDir folder_;
  std::vector<MobileNet> networks_;
  std::string path(const char* name) const { return folder_.filePath(name).toStdString(); }

  Session sessionOf(const Recipe& recipe) {
    ModelSource source;
    source.path = "tiny";
    return startSession(recipe, {makeTeacher(networks_[0], source), makeTeacher(networks_[1], source)}, tinyData());
  }
  Session run(const Recipe& recipe) {
    Session session = sessionOf(recipe);
    runSteps(session, remainingSteps(session), tinyData());
    return session;
  }
  static const NetworkValues& last(const Session& session) { return *session.steps.back()->values; }

  /// Everything that the preset does, and fine-tuning at the end.
  static Recipe recipeOf(const std::vector<int>& layers, int trunk = 0) {
    Recipe recipe = tinyRecipe(layers, 2);
    recipe.defaults.trunk = trunk;
    planSteps(recipe, layers, 2);
    return recipe;
  }

 private Q_SLOTS:
  void initTestCase() {
    setComputeThreads(1);
    MobileNetSpec first = tinySpecV2(4, 2), second = tinySpecV2(3, 2);
    first.hidden = {{20, Activation::ReLU}};
    networks_ = livelyNetworksV2({first, second}, tinyData());
  }

  void mergesBlocksAndTheLastConvolution() {
    const Session session = run(recipeOf({2, 3, 18}));
    QCOMPARE(session.layers(), 18);
    QCOMPARE(session.mergedLayers(), (std::vector<int>{2, 3, 18}));
    const NetworkPlan plan = planOf(session.teachers[1].spec);
    std::set<int> aligned, wanted{plan.outputSpace(1), plan.outputSpace(2), plan.outputSpace(17), plan.outputSpace(18)};
    for (const int layer : {2, 3}) wanted.insert(plan.units[std::size_t(plan.site(layer).merged[0])].outputSpace);
    for (const auto& step : session.steps)
      for (const ChannelMatch& match : step->channelMatches) {
        QCOMPARE(match.task, 1);
        QVERIFY(aligned.insert(match.space).second);
      }
    QCOMPARE(aligned, wanted);
    QCOMPARE(session.steps[0]->curve.columns(), Curve(2, 18).columns());
    QVERIFY(!session.steps[1]->curve.column("l1.b.18").empty());
    for (const char* key : {"shared.layers.3.expand.conv.weight", "shared.layers.18.pointwise.conv.weight",
                            "a.hidden.1.weight", "b.layers.3.project.bn.bias", "a.layers.4.project.conv.weight"})
      QVERIFY2(find(last(session).state, key).defined(), key);
    const MergeCost cost = mergeCost(session);
    std::int64_t weights = 0;
    for (const UnitPlan& unit : plan.units)
      if (unit.merges && (unit.layer == 2 || unit.layer == 3 || unit.layer == 18))
        weights += std::int64_t(unit.inputChannels) * unit.outputChannels;
    QCOMPARE(cost.separateParameters - cost.mergedParameters, weights);
    QCOMPARE(cost.mergedMacs, cost.separateMacs);
    // The aligned teacher does what the teacher does.
    torch::NoGradGuard noGrad;
    const auto images = randomImages(networks_[1]->spec(), 3);
    MobileNet teacher = alignedTeacher(session, session.current, 1);
    QVERIFY(relativeError(teacher->forward(images).logits, networks_[1]->forward(images).logits) < 1e-4);
    QVERIFY(!equalValues({teacher->state()}, {networks_[1]->state()}));
  }

  /// From a recipe's text, and from a file after every step.
  void theSameRecipeGivesTheSameBits() {
    const Session whole = run(recipeOf({1, 2, 3}));
    QCOMPARE(whole.steps.size(), std::size_t(4));
    QVERIFY(equalValues(last(run(recipeFromJson(recipeToJson(recipeOfPath(whole))))), last(whole)));
    Session session = sessionOf(whole.recipe);
    while (!remainingSteps(session).empty()) {
      appendStep(session, runStep(session, remainingSteps(session).front(), tinyData()));
      saveSession(path("resume.zipper"), session);
      session = loadSession(path("resume.zipper"));
    }
    QVERIFY(equalValues(last(session), last(whole)));
    for (std::size_t i = 0; i < whole.steps.size(); ++i)
      QCOMPARE(session.steps[i]->curve.values(), whole.steps[i]->curve.values());
    Recipe other = whole.recipe;
    other.seed = 2;
    QVERIFY(!equalValues(last(run(other)), last(whole)));
  }

  void sessionsAreSavedAndLoaded() {
    const Session session = run(recipeOf({3, 2}));
    saveSession(path("a.zipper"), session);
    const Session again = loadSession(path("a.zipper"));
    QCOMPARE(sessionToJson(again), sessionToJson(session));
    for (std::size_t t = 0; t < 2; ++t) {
      QCOMPARE(specToJson(again.teachers[t].spec), specToJson(networks_[t]->spec()));
      QVERIFY(equalValues(*again.teachers[t].values, *session.teachers[t].values));
    }
    for (std::size_t i = 0; i < session.steps.size(); ++i)
      QVERIFY(equalValues(*again.steps[i]->values, *session.steps[i]->values));
    for (int space = 0; space < 25; ++space)
      QCOMPARE(channelMatch(again, again.current, 1, space), channelMatch(session, session.current, 1, space));
    torch::NoGradGuard noGrad;
    const auto images = randomImages(networks_[0]->spec(), 2);
    MergedNetwork network = networkAt(session, session.current), loaded = networkAt(again, again.current);
    for (int t = 0; t < 2; ++t)
      QVERIFY(torch::equal(network.task(t)->forward(images).logits, loaded.task(t)->forward(images).logits));
  }

  void refusesOrdersOfOtherBlocks() {
    const Session session = run(recipeOf({3}));
    saveSession(path("good.zipper"), session);
    const auto refusal = [&](int space) {
      rewriteSession(path("good.zipper"), path("bad.zipper"), [&](std::string& text) {
        Json json = parseShallow(text, 20, "test");
        Json& match = json["steps"][0]["channel_matches"][1];
        const int channels = planOf(networks_[0]->spec()).spaces[std::size_t(space)].channels;
        std::vector<int> order(std::size_t(channels), 0);
        for (int i = 0; i < channels; ++i) order[std::size_t(i)] = i;
        match["space"] = space;
        match["order"] = order;
        text = json.dump();
      });
      return errorOf([&] { loadSession(path("bad.zipper")); });
    };
    const NetworkPlan plan = planOf(networks_[0]->spec());
    const int own = plan.units[std::size_t(plan.site(3).merged[0])].outputSpace;
    QCOMPARE(refusal(own), std::string("no error"));
    for (const int space :
         {plan.outputSpace(1), plan.outputSpace(4), plan.units[std::size_t(plan.site(4).merged[0])].outputSpace}) {
      const std::string found = refusal(space);
      QVERIFY2(found.find(concat("a channel order of space ", space, " found, which layer 3")) != std::string::npos,
               found.c_str());
    }
    const std::string twice = refusal(plan.outputSpace(2));
    QVERIFY2(twice.find("two channel orders of task b, space ") != std::string::npos, twice.c_str());
  }

  void aTrunkGrowsAndIsComputedOnce() {
    const Session session = run(recipeOf({2, 1, 3}, 3));
    std::vector<int> trunks;
    for (const auto& step : session.steps) trunks.push_back(step->trunk);
    QCOMPARE(trunks, (std::vector<int>{0, 2, 3, 3}));
    QVERIFY(find(last(session).state, "shared.layers.3.depthwise.bn.running_mean").defined());
    QVERIFY(find(last(session).state, "shared.stem.conv.weight").defined());
    std::int64_t once = 0;
    for (const UnitPlan& unit : unitsOf(networks_[0]->spec())) once += unit.layer <= 3 ? unit.macs : 0;
    QCOMPARE(mergeCost(session).separateMacs - mergeCost(session).mergedMacs, once);
  }

  /// The naive baseline and two ways of merging, from the same seeds.
  void strategiesAreCompared() {
    const Session start = sessionOf(recipeOf({2, 18}));
    const auto strategy = [&](const char* name) { return strategyFromString(name, start.recipe.defaults.start); };
    const Comparison comparison =
        compareStrategies(start, tinyData(), {strategy("mean"), strategy("least-squares"), strategy("naive")}, {1});
    QCOMPARE(comparison.runs.size(), std::size_t(3));
    Session mean = start;
    mean.recipe = withStrategy(start.recipe, strategy("mean"));
    mean.recipe.seed = 1;
    runSteps(mean, remainingSteps(mean), tinyData());
    QCOMPARE(comparison.runs[0].points.back().scores[1].loss, mean.steps.back()->calibrated[1].loss);
    QVERIFY(comparison.runs[1].losses[0] != comparison.runs[0].losses[0]);
    const ComparisonRun& naive = comparison.runs[2];
    QCOMPARE(naive.losses.size(), comparison.runs[0].losses.size());
    QVERIFY(naive.parameters < comparison.runs[0].parameters);
  }

  void theNaiveNetworkSharesAllButTheHeads() {
    std::vector<MobileNetSpec> specs{networks_[0]->spec(), networks_[1]->spec()};
    NaiveNetwork network(specs, 1);
    const std::int64_t head = std::int64_t(40) * 3 + 3;
    QCOMPARE(network.parameterCount(), totalCost(specs[0]).parameters + head);
    for (std::size_t i = 0; i < network.task(0)->units().size(); ++i)
      QVERIFY(network.task(0)->unit(int(i))->bn.ptr() == network.task(1)->unit(int(i))->bn.ptr());
    torch::NoGradGuard noGrad;
    network.train(false);
    const auto a = randomImages(specs[0], 3), b = randomImages(specs[1], 4);
    const auto logits = network.logits({a, b});
    QVERIFY(torch::allclose(logits[0], network.task(0)->forward(a).logits, 1e-4, 1e-6));
    QVERIFY(torch::allclose(logits[1], network.task(1)->forward(b).logits, 1e-4, 1e-6));
    specs[1].architecture = Architecture::MobileNetV1;
    specs[1].channels.clear();
    ZIPPER_EXPECT_ERROR(NaiveNetwork(specs, 1), "A is a MobileNet V2, B a MobileNet V1");
  }
};

ZIPPER_TEST_WITH(QCoreApplication, TestZipperingV2)
#include "test_zippering_v2.moc"
