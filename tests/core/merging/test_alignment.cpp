// SPDX-License-Identifier: GPL-3.0-or-later

#include <QTemporaryDir>
#include <QtTest>
#include <numeric>

#include "core/analysis/feature_maps.h"
#include "core/analysis/layer_weights.h"
#include "core/analysis/mergeability.h"
#include "core/merging/alignment.h"
#include "core/merging/merge_layer.h"
#include "core/network/merge_cost.h"
#include "core/session/session_file.h"
#include "core/session/session_network.h"
#include "core/support/compute_threads.h"
#include "core/support/libtorch.h"
#include "core/training/calibration.h"
#include "core/training/loss.h"
#include "core/training/statistics.h"
#include "support/expect_error.h"
#include "support/random_plans.h"
#include "support/session_edits.h"
#include "support/test_program.h"
#include "support/tiny_session.h"

using namespace zipper;
using namespace zipper::test;

namespace {

constexpr std::uint64_t seed = 20260302;

std::vector<int> randomOrder(int channels, Random& random) {
  std::vector<int> order(std::size_t(channels), 0);
  std::iota(order.begin(), order.end(), 0);
  shuffle(order, random);
  return order;
}

std::vector<int> composed(const std::vector<int>& first, const std::vector<int>& then) {
  std::vector<int> result;
  for (const int channel : then) result.push_back(first[std::size_t(channel)]);
  return result;
}

bool isIdentity(const std::vector<int>& order) {
  for (std::size_t i = 0; i < order.size(); ++i)
    if (order[i] != int(i)) return false;
  return true;
}

double largestDifference(const torch::Tensor& a, const torch::Tensor& b) { return (a - b).abs().max().item<double>(); }

/// A random network whose batch normalizations fit the data, so that no channel is dead.
MobileNet livelyNetwork(const MobileNetSpec& spec) {
  MobileNet random = randomNetwork(spec, 21);
  MergedNetwork network({random, random}, BnPolicy::PerTask);
  const auto data = tinyData();
  reestimateStatistics(network, {{data[0].train, data[0].train}, 64, 16, 1});
  return network.task(0);
}

/// A network and a copy of it whose channels are shuffled everywhere: what alignment has to find its way through.
struct HiddenTwin {
  explicit HiddenTwin(int classes = 4) : a(livelyNetwork(smallSpec(0.125, 32, classes))), b(cloneNetwork(a)) {
    Random random(seed);
    const NetworkPlan plan = a->plan();
    for (int layer = 0; layer <= plan.layers(); ++layer) {
      orders.push_back(randomOrder(plan.units[std::size_t(plan.tap(layer))].outputChannels, random));
      permuteSpace(b, plan.outputSpace(layer), orders.back());
    }
  }
  MobileNet a, b;
  std::vector<std::vector<int>> orders;
};

MergeInput inputFor(const std::vector<TaskData>& data, Alignment alignment, Initialization initialization) {
  MergeInput input;
  for (const TaskData& task : data) input.trainingSets.push_back(task.train);
  input.settings.start.alignment = alignment;
  input.settings.start.initialization = initialization;
  input.settings.initializationImages = 64;
  input.seed = 5;
  return input;
}

Session alignedSession(const std::vector<int>& layers) {
  Recipe recipe = tinyRecipe(layers);
  setInitialization(recipe.defaults.start, Initialization::LeastSquares);
  recipe.defaults.start.alignment = Alignment::Mergeability;
  planSteps(recipe, layers);
  Session session = tinySession(recipe);
  runSteps(session, remainingSteps(session), tinyData());
  return session;
}

}  // namespace

class TestAlignment : public QObject {
  Q_OBJECT

  QTemporaryDir folder_;
  std::string path(const char* name) const { return folder_.filePath(name).toStdString(); }

 private Q_SLOTS:
  void initTestCase() { setComputeThreads(1); }

  void permutingKeepsTheFunction() {
    torch::NoGradGuard noGrad;
    const HiddenTwin twin;
    MobileNet a = twin.a, b = twin.b;
    const auto images = randomImages(a->spec(), 4);
    const auto wanted = a->forward(images, true), found = b->forward(images, true);
    QVERIFY(largestDifference(wanted.logits, found.logits) < 1e-4);
    QCOMPARE(wanted.taps.size(), std::size_t(13));
    QCOMPARE(found.taps.size(), wanted.taps.size());
    for (std::size_t i = 0; i < wanted.taps.size(); ++i) {
      const auto index = torch::tensor(twin.orders[i + 1]).to(torch::kInt64);
      QVERIFY(largestDifference(wanted.taps[i].index_select(1, index), found.taps[i]) < 1e-4);
      QVERIFY(largestDifference(wanted.taps[i], found.taps[i]) > 1e-2);
    }
  }

  /// Whatever writes or reads the channels goes with them, also where additions tie those of several layers.
  void permutingKeepsTheFunctionOfAnyPlan() {
    torch::NoGradGuard noGrad;
    Random random(seed);
    for (const bool inverted : {false, true}) {
      const MobileNetSpec spec = smallSpec(0.25, 32, 5);
      MobileNet network = randomNetwork(spec, randomPlan(spec, {inverted, true}, random), seed);
      const auto images = randomImages(spec, 3), wanted = network->forward(images).logits;
      const auto before = network->unit(0)->conv->weight.detach().clone();
      int space = 0;
      for (const Space& one : network->plan().spaces) permuteSpace(network, space++, randomOrder(one.channels, random));
      QVERIFY(space > network->layers());
      QVERIFY(largestDifference(network->forward(images).logits, wanted) < 1e-4);
      QVERIFY(!torch::equal(before, network->unit(0)->conv->weight));
    }
  }

  void sharedChannelsKeepTheirOrder() {
    const MobileNetSpec spec = smallSpec(0.125, 32, 4);
    MergedNetwork network({randomNetwork(spec, 1), randomNetwork(spec, 2), randomNetwork(spec, 3)}, BnPolicy::PerTask);
    network.merge(5);
    QCOMPARE(network.task(0)->plan().spaces.size(), std::size_t(14));
    for (int space = 0; space < 14; ++space) {
      QCOMPARE(canPermute(network, space), space != 4 && space != 5);
      QCOMPARE(isWrittenByShared(network, space), space == 5);
    }

    Random random(seed);
    const NetworkPlan plan = randomPlan(spec, {true, false}, random);  // layer 2 adds the output of layer 1
    MobileNet one = randomNetwork(spec, plan, 1), other = randomNetwork(spec, plan, 2);
    MergedNetwork tied({one, other}, BnPolicy::PerTask);
    const int first = plan.outputSpace(1), second = plan.outputSpace(2);
    QCOMPARE(first, second);
    QVERIFY(canPermute(tied, first) && !isWrittenByShared(tied, first));
    tied.merge(2);
    QVERIFY(canPermute(tied, plan.outputSpace(0)) && !canPermute(tied, first) && isWrittenByShared(tied, first));
  }

  void refusesWhatIsNoPermutation() {
    MobileNet network = randomNetwork(smallSpec(0.125), 1);
    std::vector<int> order(8);
    std::iota(order.begin(), order.end(), 0);
    permuteSpace(network, 1, order);
    order[3] = 4;
    ZIPPER_EXPECT_ERROR(permuteSpace(network, 1, order), "isn't a permutation of 8 channels");
    order.pop_back();
    ZIPPER_EXPECT_ERROR(permuteSpace(network, 1, order), "isn't a permutation of 8 channels");
  }

  void findsShuffledChannels_data() {
    QTest::addColumn<int>("alignment");
    for (const Alignment alignment : {Alignment::Weights, Alignment::Activations, Alignment::Mergeability})
      QTest::newRow(toString(alignment).c_str()) << int(alignment);
  }
  /// Every layer finds back what was shuffled, and the mean of what corresponds is the network itself.
  void findsShuffledChannels() {
    QFETCH(int, alignment);
    const HiddenTwin twin;
    std::vector<MobileNet> teachers{cloneNetwork(const_cast<MobileNet&>(twin.a)),
                                    cloneNetwork(const_cast<MobileNet&>(twin.b))};
    MergedNetwork network(teachers, BnPolicy::PerTask);
    network.train(false);
    const auto data = tinyData();
    const MergeInput input = inputFor({data[0], data[0]}, Alignment(alignment), Initialization::Mean);
    for (int layer = 1; layer <= network.layers(); ++layer) {
      const auto matches = mergeLayer(network, teachers, layer, input);
      QCOMPARE(matches.size(), std::size_t(layer == 1 ? 2 : 1));
      for (const ChannelMatch& match : matches) {
        QCOMPARE(match.task, 1);
        QVERIFY2(isIdentity(composed(twin.orders[std::size_t(match.space)], match.order)),
                 qPrintable(QString("space %1, seed %2").arg(match.space).arg(seed)));
      }
    }
    torch::NoGradGuard noGrad;
    const auto images = randomImages(teachers[0]->spec(), 4);
    const auto wanted = MobileNet(twin.a)->forward(images).logits;
    for (int t = 0; t < 2; ++t) QVERIFY(largestDifference(network.task(t)->forward(images).logits, wanted) < 1e-4);
  }

  /// The mismatch compares channels that correspond: it is zero where the network still does what the teacher does.
  void mismatchOfAnAlignedNetworkIsZero() {
    Session session = tinySession(tinyRecipe({1, 2}, 0));
    MergedNetwork network = networkAt(session, -1);
    std::vector<MobileNet> teachers{alignedTeacher(session, -1, 0), alignedTeacher(session, -1, 1)};
    MergeInput input = inputFor(tinyData(), Alignment::Activations, Initialization::FromB);
    const auto matches = mergeLayer(network, teachers, 1, input);
    QCOMPARE(matches.size(), std::size_t(2));
    QVERIFY(!isIdentity(matches[1].order));
    torch::NoGradGuard noGrad;
    Batch batch{randomImages(teachers[1]->spec(), 4), torch::zeros({4}, torch::kInt64), {}};
    FoldedNetwork aligned(teachers[1]);
    MobileNet original = alignedTeacher(session, -1, 1);
    // From B with a batch normalization per task: B's path does exactly what it did, in another order.
    const TaskLoss loss = taskLoss(network.task(1), aligned, batch, {});
    for (const torch::Tensor& layer : loss.layerL1) QVERIFY(layer.item<double>() < 1e-5);
    const TaskLoss inPlace = taskLoss(network.task(1), FoldedNetwork(original), batch, {});
    QVERIFY(inPlace.layerL1[0].item<double>() > 1e-2);
    QVERIFY(inPlace.layerL1[1].item<double>() < 1e-5);
    QVERIFY(largestDifference(aligned.forward(batch.images).logits, original->forward(batch.images).logits) < 1e-4);
  }

  void sharedLayersKeepTheirOrder() {
    Session session = tinySession(tinyRecipe({7, 6, 2}, 0));
    MergedNetwork network = networkAt(session, -1);
    std::vector<MobileNet> teachers{alignedTeacher(session, -1, 0), alignedTeacher(session, -1, 1)};
    MergeInput input = inputFor(tinyData(), Alignment::Mergeability, Initialization::LeastSquares);
    QStringList warnings;
    input.work.warning = [&](const std::string& text) { warnings << QString::fromStdString(text); };
    const auto spacesOf = [](const std::vector<ChannelMatch>& matches) {
      std::vector<int> spaces;
      for (const ChannelMatch& match : matches) spaces.push_back(match.space);
      return spaces;
    };
    // Layer 7 needs its inputs aligned too; layer 6 writes what layer 7 reads, which is shared by then.
    QCOMPARE(spacesOf(mergeLayer(network, teachers, 7, input)), (std::vector<int>{6, 7}));
    QVERIFY(warnings.isEmpty());
    QCOMPARE(spacesOf(mergeLayer(network, teachers, 6, input)), (std::vector<int>{5}));
    QVERIFY(warnings.size() == 1 && warnings[0].startsWith("layer 6 keeps the order of its channels"));
    QCOMPARE(spacesOf(mergeLayer(network, teachers, 2, input)), (std::vector<int>{1, 2}));
    ZIPPER_EXPECT_ERROR(mergeLayer(network, teachers, 2, input), "layer 2 is merged already");
  }

  void sessionsRememberTheOrder() {
    const Session session = alignedSession({1, 2});
    saveSession(path("aligned.zipper"), session);
    const Session again = loadSession(path("aligned.zipper"));
    for (const int layer : {0, 1, 2}) {
      const auto match = channelMatch(session, session.current, 1, layer);
      QVERIFY(!match.empty());
      QCOMPARE(channelMatch(again, again.current, 1, layer), match);
      QVERIFY(channelMatch(again, again.current, 0, layer).empty());
    }
    QVERIFY(channelMatch(again, 0, 1, 2).empty());
    QVERIFY(channelMatch(again, -1, 1, 1).empty());
    QVERIFY(equalValues({alignedTeacher(again, 1, 1)->state()}, {alignedTeacher(session, 1, 1)->state()}));
    ZIPPER_EXPECT_ERROR(alignedTeacher(session, 2, 1), "step 2 was asked for, the session has 2 steps");
  }

  /// Resuming after every step ends with the same weights as a run that was never interrupted.
  void resumesToTheSameWeights() {
    const Session whole = alignedSession({1, 2, 3});
    Session session = tinySession(whole.recipe);
    while (!remainingSteps(session).empty()) {
      appendStep(session, runStep(session, remainingSteps(session).front(), tinyData()));
      saveSession(path("resume.zipper"), session);
      session = loadSession(path("resume.zipper"));
    }
    QVERIFY(equalValues(*session.steps.back()->values, *whole.steps.back()->values));
  }

  void readsSessionsWithoutAndRefusesDamagedOrders() {
    saveSession(path("good.zipper"), alignedSession({1}));
    const auto changed = [&](const QString& from, const QString& to) {
      rewriteSession(path("good.zipper"), path("changed.zipper"), [&](std::string& description) {
        QString text = QString::fromStdString(description);
        description = text.replace(QRegularExpression(from), to).toStdString();
      });
      return errorOf([&] { loadSession(path("changed.zipper")); });
    };
    const QString orders = "\"channel_matches\":\\[.*?\\}\\]";
    QCOMPARE(changed(orders + ",", ""), std::string("no error"));
    QVERIFY(loadSession(path("changed.zipper")).steps[0]->channelMatches.empty());
    const auto refused = [&](const QString& match, const char* message) {
      return changed(orders, "\"channel_matches\":[" + match + "]").find(message) != std::string::npos;
    };
    QVERIFY(refused(R"({"task":1,"layer":1,"order":[0,0,1,2,3,4,5,6]})", "isn't a permutation of 8 channels"));
    QVERIFY(refused(R"({"task":1,"layer":1,"order":[0,1,2,3,4,5,6,8]})", "isn't a permutation of 8 channels"));
    QVERIFY(refused(R"({"task":1,"layer":1,"order":[]})", "isn't a permutation of 8 channels"));
    QVERIFY(refused(R"({"task":0,"space":1,"order":[0]})", "no channels to order of task 0"));
    QVERIFY(refused(R"({"task":2,"space":1,"order":[0]})", "no channels to order of task 2"));
    QVERIFY(
        refused(R"({"task":1,"space":14,"order":[0]})", "a channel order of space 14 found, there are spaces 0 to 13"));
    QVERIFY(
        refused(R"({"task":1,"space":-1,"order":[0]})", "a channel order of space -1 found, there are spaces 0 to"));
    QVERIFY(
        refused(R"({"task":1,"space":2,"order":[0,1,2,3,4,5,6,7,8,9,10,11,12,13,14,15]})",
                "a channel order of space 2 found, which layer 1, the one that the step merges, neither reads nor"));
    QVERIFY(refused(R"({"task":1,"order":[0]})", "'space' is missing"));
    QVERIFY(refused(R"({"task":1,"layer":1,"space":1,"order":[0]})", "unknown key 'space'"));
  }

  void mergeabilityIsZeroForTwins() {
    HiddenTwin twin;
    Session session;
    for (MobileNet* network : {&twin.a, &twin.b}) session.teachers.push_back(makeTeacher(*network, {}));
    const auto data = tinyData();
    int last = 0;
    Work work;
    work.progress = [&](int done, int total) { last = done == total ? total : 0; };
    const auto layers = mergeability(session, {data[0].train, data[0].train}, {}, work);
    QVERIFY(last > 0);
    QCOMPARE(int(layers.size()), session.layers());
    for (const LayerMergeability& layer : layers) {
      QVERIFY2(layer.cost < 1e-4, qPrintable(QString::number(layer.cost)));
      QVERIFY(isIdentity(composed(twin.orders[std::size_t(layer.layer)], layer.partners[0])));
    }
    MergeabilityOptions inPlace;
    inPlace.align = false;
    const auto shuffled = mergeability(session, {data[0].train, data[0].train}, inPlace);
    QCOMPARE(shuffled.size(), layers.size());
    for (std::size_t i = 0; i < shuffled.size(); ++i) {
      QVERIFY(isIdentity(shuffled[i].partners[0]));
      QVERIFY2(shuffled[i].cost > 20 * layers[i].cost, qPrintable(QString::number(shuffled[i].cost)));
    }
    StopSource source;
    source.requestStop();
    QVERIFY_THROWS_EXCEPTION(Cancelled, mergeability(session, {data[0].train, data[0].train}, {}, {source.token()}));
  }

  void suggestsTheCheapestLayers() {
    const Session session = tinySession(tinyRecipe({1}));
    const auto data = tinyData();
    const auto layers = mergeability(session, {data[0].train, data[1].train});
    for (const LayerMergeability& layer : layers) {
      QVERIFY(layer.cost > 0 && layer.cost < 1);
      const double mean = std::accumulate(layer.channelCosts.begin(), layer.channelCosts.end(), 0.0) /
                          double(layer.channelCosts.size());
      QVERIFY(std::abs(mean - layer.cost) < 1e-6);
    }
    const auto specs = session.specs();
    const auto some = suggestLayers(layers, specs, BnPolicy::PerTask, 1.2);
    QVERIFY(!some.empty() && some.size() < 13);
    QVERIFY(mergeCost(specs, Sharing(some, BnPolicy::PerTask)).compression >= 1.2);
    const std::vector<int> fewer(some.begin(), some.end() - 1);
    QVERIFY(mergeCost(specs, Sharing(fewer, BnPolicy::PerTask)).compression < 1.2);
    const auto perParameter = [&](int layer) {
      const LayerMergeability& one = layers[std::size_t(layer) - 1];
      return one.loss / double(one.savedParameters);
    };
    for (std::size_t i = 1; i < some.size(); ++i) QVERIFY(perParameter(some[i - 1]) <= perParameter(some[i]));
    QCOMPARE(suggestLayers(layers, specs, BnPolicy::PerTask, 100).size(), std::size_t(13));
    QVERIFY(suggestLayers(layers, specs, BnPolicy::PerTask, 1).empty());
  }

  /// What is shown side by side corresponds: with nothing but an alignment done, teacher and merged network look alike.
  void viewsCompareChannelsThatCorrespond() {
    Recipe recipe = tinyRecipe({1}, 0);
    recipe.defaults.reestimateStatistics = false;
    setInitialization(recipe.defaults.start, Initialization::FromB);
    recipe.defaults.start.alignment = Alignment::Weights;
    planSteps(recipe, {1});
    Session session = tinySession(recipe);
    appendStep(session, runStep(session, recipe.steps[0], tinyData()));
    QVERIFY(!isIdentity(channelMatch(session, 0, 1, 1)));
    const cv::Mat image = tinyData()[1].test->image(0);
    const FeatureMaps maps = featureMaps(session, 0, 1, 1, image);
    for (std::size_t i = 0; i < maps.merged.values.size(); ++i)
      QVERIFY(std::abs(maps.merged.values[i] - maps.teacher.values[i]) < 1e-4f);
    const LayerWeights weights = layerWeights(session, 0, 1);
    QVERIFY(weights.matched && layerWeights(session, 0, 2).matched);  // its outputs, and what goes into the next
    QVERIFY(!layerWeights(session, 0, 3).matched && !layerWeights(session, -1, 1).matched);
    const auto matrixOf = [](const UnitWeights& unit) { return unit.matrix("pointwise").matrix.values; };
    QVERIFY(!matrixOf(weights.network[1]).empty());
    QCOMPARE(matrixOf(weights.network[1]), matrixOf(weights.teachers[1]));
    QCOMPARE(weights.network[1].kernels.values, weights.teachers[1].kernels.values);
    QVERIFY(matrixOf(weights.teachers[1]) != matrixOf(layerWeights(session, -1, 1).teachers[1]));
  }
};

ZIPPER_TEST(TestAlignment)
#include "test_alignment.moc"
