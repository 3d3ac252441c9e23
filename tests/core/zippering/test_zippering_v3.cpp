// SPDX-License-Identifier: GPL-3.0-or-later

#include <QTemporaryDir>
#include <QtTest>
#include <set>

#include "core/network/identical_layers.h"
#include "core/network/mobilenet_v3.h"
#include "core/session/session_file.h"
#include "core/session/session_json.h"
#include "core/support/compute_threads.h"
#include "core/support/libtorch.h"
#include "core/zippering/comparison.h"
#include "core/zippering/convention_fit.h"
#include "core/zippering/naive_baseline.h"
#include "support/expect_error.h"
#include "support/python_reference.h"
#include "support/test_program.h"
#include "support/tiny_v3.h"

using namespace zipper;
using namespace zipper::test;

namespace {

MobileNetSpec publishedV3(Architecture architecture, int classes = 0) {
  MobileNetSpec spec;
  spec.architecture = architecture;
  spec.activation = Activation::ReLU;
  spec.classes = classes;
  if (classes > 0) spec.hidden = {{hiddenOfV3(architecture, 1.0), Activation::HardSwish}};
  return spec;
}

std::vector<int> allLayersOf(const MobileNetSpec& spec) {
  std::vector<int> layers;
  for (int layer = 1; layer <= layersOf(spec); ++layer) layers.push_back(layer);
  return layers;
}

std::int64_t numbersIn(const std::vector<torch::Tensor>& tensors) {
  std::int64_t count = 0;
  for (const torch::Tensor& tensor : tensors) count += tensor.numel();
  return count;
}

}  // namespace

/// Whole runs of V3, the head of task A with a hidden layer.
class TestZipperingV3 : public QObject {
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
  static Recipe recipeOf(const std::vector<int>& layers, int trunk = 0, BnPolicy policy = BnPolicy::PerTask) {
    Recipe recipe = tinyRecipe(layers, 2);
    recipe.bnPolicy = policy;
    recipe.defaults.trunk = trunk;
    planSteps(recipe, layers, 2);
    return recipe;
  }

 private Q_SLOTS:
  void initTestCase() {
    setComputeThreads(1);
    MobileNetSpec first = tinySpecV3(4, 2), second = tinySpecV3(3, 2);
    first.hidden = {{20, Activation::HardSwish}};
    networks_ = livelyNetworksV3({first, second}, tinyData());
  }

  void mergesGatedBlocksAndTheLastConvolution() {
    for (const BnPolicy policy : {BnPolicy::PerTask, BnPolicy::Shared}) {
      const Session session = run(recipeOf({1, 4, 5, 12}, 0, policy));
      QCOMPARE(session.layers(), 12);
      const NetworkPlan plan = planOf(session.teachers[1].spec);
      std::set<int> aligned, wanted{plan.outputSpace(0), plan.outputSpace(3), plan.outputSpace(11)};
      const Sharing sharing(std::vector<int>{1, 4, 5, 12}, policy);
      std::int64_t saved = 0;
      for (const UnitPlan& unit : plan.units) {
        if (sharing.of(unit) == Shared::Nothing) continue;
        wanted.insert(unit.outputSpace);
        const bool whole = policy == BnPolicy::Shared;
        saved += std::int64_t(unit.inputChannels) * unit.outputChannels +
                 (whole ? (unit.normalizes() ? 2 : 1) * std::int64_t(unit.outputChannels) : 0);
      }
      for (const auto& step : session.steps)
        for (const ChannelMatch& match : step->channelMatches) {
          QCOMPARE(match.task, 1);
          QVERIFY(aligned.insert(match.space).second);
        }
      QCOMPARE(aligned, wanted);
      const MergeCost cost = mergeCost(session);
      QCOMPARE(cost.separateParameters - cost.mergedParameters, saved);
      QCOMPARE(cost.mergedMacs, cost.separateMacs);
      MergedNetwork network = networkAt(session, session.current);
      QCOMPARE(numbersIn(network.parameters()), cost.mergedParameters);
      for (const char* key : {"shared.layers.4.expand.conv.weight", "shared.layers.4.squeeze.conv.weight",
                              "shared.layers.1.excite.conv.weight", "a.hidden.1.weight",
                              "b.layers.4.depthwise.conv.weight", "a.layers.6.squeeze.bias"})
        QVERIFY2(find(last(session).state, key).defined(), key);
      const char* bias = policy == BnPolicy::Shared ? "shared.layers.4.squeeze.bias" : "b.layers.4.squeeze.bias";
      QVERIFY(find(last(session).state, bias).defined());
      QCOMPARE(session.steps[0]->curve.columns(), Curve(2, 12).columns());
      for (const auto& step : session.steps)
        for (const Score& score : step->calibrated) QVERIFY(std::isfinite(score.loss));
      // The aligned teacher does what the teacher does.
      torch::NoGradGuard noGrad;
      const auto images = randomImages(networks_[1]->spec(), 3);
      MobileNet teacher = alignedTeacher(session, session.current, 1);
      QVERIFY(relativeError(teacher->forward(images).logits, networks_[1]->forward(images).logits) < 1e-4);
      QVERIFY(!equalValues({teacher->state()}, {networks_[1]->state()}));
    }
  }

  /// What zippering is for: merged layers come closer to the teachers' by calibrating them.
  void calibrationLowersTheMismatch() {
    Recipe recipe = tinyRecipe({4, 5}, 40);
    recipe.defaults.calibration.batchSize = 16;
    planSteps(recipe, {4, 5});
    const Session session = run(recipe);
    const std::vector<float> losses = session.steps[1]->curve.column(totalLossColumn());
    QCOMPARE(losses.size(), std::size_t(40));
    double first = 0, end = 0;
    for (std::size_t i = 0; i < 8; ++i) first += losses[i], end += losses[39 - i];
    QVERIFY2(end < 0.95 * first, qPrintable(QString("%1, %2").arg(first).arg(end)));
  }

  /// From a recipe's text, and from a file after every step.
  void theSameRecipeGivesTheSameBits() {
    const Session whole = run(recipeOf({1, 2, 4}));
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
    for (const BnPolicy policy : {BnPolicy::PerTask, BnPolicy::Shared}) {
      const Session session = run(recipeOf({4, 1}, 0, policy));
      saveSession(path("a.zipper"), session);
      const Session again = loadSession(path("a.zipper"));
      QCOMPARE(sessionToJson(again), sessionToJson(session));
      for (std::size_t t = 0; t < 2; ++t) {
        QCOMPARE(specToJson(again.teachers[t].spec), specToJson(networks_[t]->spec()));
        QVERIFY(equalValues(*again.teachers[t].values, *session.teachers[t].values));
      }
      for (std::size_t i = 0; i < session.steps.size(); ++i)
        QVERIFY(equalValues(*again.steps[i]->values, *session.steps[i]->values));
      for (int space = 0; space < 26; ++space)
        QCOMPARE(channelMatch(again, again.current, 1, space), channelMatch(session, session.current, 1, space));
      torch::NoGradGuard noGrad;
      const auto images = randomImages(networks_[0]->spec(), 2);
      MergedNetwork network = networkAt(session, session.current), loaded = networkAt(again, again.current);
      for (int t = 0; t < 2; ++t)
        QVERIFY(torch::equal(network.task(t)->forward(images).logits, loaded.task(t)->forward(images).logits));
    }
  }

  void aTrunkGrowsAndIsComputedOnce() {
    const Session session = run(recipeOf({2, 1, 3, 4}, 4));
    std::vector<int> trunks;
    for (const auto& step : session.steps) trunks.push_back(step->trunk);
    QCOMPARE(trunks, (std::vector<int>{0, 2, 3, 4, 4}));
    for (const char* key : {"shared.layers.4.depthwise.bn.running_mean", "shared.layers.4.excite.bias",
                            "shared.layers.1.squeeze.bias", "shared.stem.conv.weight"})
      QVERIFY2(find(last(session).state, key).defined(), key);
    std::int64_t once = 0;
    for (const UnitPlan& unit : unitsOf(networks_[0]->spec())) once += unit.layer <= 4 ? unit.macs : 0;
    QCOMPARE(mergeCost(session).separateMacs - mergeCost(session).mergedMacs, once);
    MergedNetwork network = networkAt(session, session.current);
    QCOMPARE(numbersIn(network.parameters()), mergeCost(session).mergedParameters);
  }

  /// What is the same in all networks is shared without images, and changes nothing.
  void identicalLayersAreSharedAsTheyAre() {
    torch::NoGradGuard noGrad;
    MobileNet other = withNewHead(networks_[0], tinySpecV3(3, 2), 9);
    other->eval();
    QCOMPARE(identicalLayers({networks_[0], other}).depth, 12);
    other->unit(other->plan().site(7).merged[2])->bias[1].add_(1);  // an excite
    const IdenticalLayers same = identicalLayers({networks_[0], other});
    QCOMPARE(same.depth, 6);
    QVERIFY2(same.difference.find("layers.7.excite.bias of task b differs") != std::string::npos,
             same.difference.c_str());
    const std::vector<TaskData> none(2);
    Session session =
        startSession(presetRecipe("exact"), {makeTeacher(networks_[0], {}), makeTeacher(other, {})}, none);
    RunOptions options;
    options.evaluate = false;
    runSteps(session, remainingSteps(session), none, options);
    QCOMPARE(session.trunk(), 6);
    MergedNetwork network = networkAt(session, session.current);
    const auto images = randomImages(other->spec(), 3);
    QVERIFY(torch::equal(network.task(0)->forward(images).logits, networks_[0]->forward(images).logits));
    QVERIFY(torch::equal(network.task(1)->forward(images).logits, other->forward(images).logits));
  }

  void compressesAsPublishedNetworksDo_data() {
    QTest::addColumn<bool>("large");
    QTest::addColumn<bool>("shared");
    QTest::addColumn<qint64>("separate");
    QTest::addColumn<qint64>("saved");
    // Counted in torchvision's mobilenet_v3_large and _small: parameters of `features`, and of these the weights of
    // 1x1 convolutions, those of squeeze-and-excite included; shared: with batch normalization and biases behind them.
    QTest::newRow("large, per task") << true << false << qint64(2 * 2971952) << qint64(1343232 + 1507200);
    QTest::newRow("large, shared") << true << true << qint64(2 * 2971952) << qint64(1343232 + 1507200 + 14336 + 5080);
    QTest::newRow("small, per task") << false << false << qint64(2 * 927008) << qint64(394240 + 458752);
    QTest::newRow("small, shared") << false << true << qint64(2 * 927008) << qint64(394240 + 458752 + 7168 + 2888);
  }
  void compressesAsPublishedNetworksDo() {
    QFETCH(bool, large);
    QFETCH(bool, shared);
    QFETCH(qint64, separate);
    QFETCH(qint64, saved);
    const MobileNetSpec spec = publishedV3(large ? Architecture::MobileNetV3Large : Architecture::MobileNetV3Small);
    const BnPolicy policy = shared ? BnPolicy::Shared : BnPolicy::PerTask;
    const MergeCost cost = mergeCost({spec, spec}, Sharing(allLayersOf(spec), policy));
    QCOMPARE(qint64(cost.separateParameters), separate);
    QCOMPARE(qint64(cost.mergedParameters), separate - saved);
    QVERIFY(std::abs(cost.compression - double(separate) / double(separate - saved)) < 1e-12);
    QVERIFY(cost.compression > (large ? 1.92 : 1.85) && cost.compression < (large ? 1.94 : 1.88));
  }

  void aMergedNetworkHasAsManyParametersAsItCosts() {
    MobileNetSpec spec = publishedV3(Architecture::MobileNetV3Small, 10);
    MobileNet network(spec, 1);
    for (const BnPolicy policy : {BnPolicy::PerTask, BnPolicy::Shared}) {
      MergedNetwork merged({network, network}, policy);
      for (const int layer : allLayersOf(spec)) merged.merge(layer);
      const MergeCost cost = mergeCost({spec, spec}, merged.sharing());
      QCOMPARE(numbersIn(merged.parameters()), cost.mergedParameters);
      std::int64_t bytes = 0;
      for (const auto& [key, tensor] : merged.state()) bytes += std::int64_t(tensor.nbytes());
      QCOMPARE(bytes, cost.mergedBytes);
    }
  }

  /// The naive baseline and two ways of merging, from the same seeds.
  void strategiesAreCompared() {
    const Session start = sessionOf(recipeOf({4, 12}));
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
    QCOMPARE(comparison.runs[2].losses.size(), comparison.runs[0].losses.size());
    QVERIFY(comparison.runs[2].parameters < comparison.runs[0].parameters);
  }

  void theNaiveNetworkSharesAllButTheHeads() {
    std::vector<MobileNetSpec> specs{networks_[0]->spec(), networks_[1]->spec()};
    NaiveNetwork network(specs, 1);
    const std::int64_t head = std::int64_t(48) * 3 + 3;
    QCOMPARE(network.parameterCount(), totalCost(specs[0]).parameters + head);
    for (int i = 0; i < network.task(0)->plan().convolutions(); ++i) {
      const NamedTensors first = network.task(0)->unit(i)->tensors(), own = network.task(1)->unit(i)->tensors();
      for (std::size_t k = 0; k < own.size(); ++k) QVERIFY(own[k].second.is_same(first[k].second));
    }
    torch::NoGradGuard noGrad;
    network.train(false);
    const auto a = randomImages(specs[0], 3), b = randomImages(specs[1], 4);
    const auto logits = network.logits({a, b});
    QVERIFY(torch::allclose(logits[0], network.task(0)->forward(a).logits, 1e-4, 1e-6));
    QVERIFY(torch::allclose(logits[1], network.task(1)->forward(b).logits, 1e-4, 1e-6));
    specs[1] = tinySpecV3(3, 2);
    specs[1].channels[11] = 0;  // layer 4 has no squeeze-and-excite then
    ZIPPER_EXPECT_ERROR(NaiveNetwork(specs, 1), "layer 4 of A has squeeze-and-excite");
  }

  /// Squeeze and excite have no statistics that images could fit; all other units do.
  void statisticsTellHowWellImagesFit() {
    const double own = conventionMisfit(networks_[0], tinyData()[0].train);
    MobileNet other = cloneNetwork(networks_[0]);
    torch::NoGradGuard noGrad;
    other->unit(other->plan().site(4).merged[2])->bias.add_(2);  // what is multiplied is larger than it was
    const double shifted = conventionMisfit(other, tinyData()[0].train);
    QVERIFY2(own < 0.3 && shifted > own, qPrintable(QString("%1, %2").arg(own).arg(shifted)));
  }
};

ZIPPER_TEST_WITH(QCoreApplication, TestZipperingV3)
#include "test_zippering_v3.moc"
