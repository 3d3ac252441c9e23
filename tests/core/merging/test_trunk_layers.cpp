// SPDX-License-Identifier: GPL-3.0-or-later

#include <QTemporaryDir>
#include <QtTest>

#include "core/merging/kernel_moments.h"
#include "core/merging/merge_layer.h"
#include "core/session/session_file.h"
#include "core/session/session_network.h"
#include "core/support/compute_threads.h"
#include "core/support/libtorch.h"
#include "core/training/calibration.h"
#include "core/training/loss.h"
#include "support/expect_error.h"
#include "support/python_reference.h"
#include "support/session_edits.h"
#include "support/test_program.h"
#include "support/tiny_v3.h"

using namespace zipper;
using namespace zipper::test;

class TestTrunkLayers : public QObject {
  Q_OBJECT

  QTemporaryDir folder_;
  std::string path(const char* name) const { return folder_.filePath(name).toStdString(); }

  static Recipe trunkRecipe(const std::vector<int>& layers, int trunk,
                            Initialization how = Initialization::LeastSquares) {
    Recipe recipe = tinyRecipe(layers);
    recipe.defaults.trunk = trunk;
    setInitialization(recipe.defaults.start, how);
    planSteps(recipe, layers, 2);
    return recipe;
  }

  static Session run(const Recipe& recipe) {
    Session session = tinySession(recipe);
    runSteps(session, remainingSteps(session), tinyData());
    return session;
  }

  static std::vector<int> trunksOf(const Session& session) {
    std::vector<int> trunks;
    for (const auto& step : session.steps) trunks.push_back(step->trunk);
    return trunks;
  }

 private Q_SLOTS:
  void initTestCase() { setComputeThreads(1); }

  /// Per group it is what a general least-squares solver finds, and batch normalization restores mean and variance.
  void kernelsAreLeastSquares() {
    torch::manual_seed(3);
    const auto f64 = torch::kFloat64;
    ConvUnit unit(ConvUnitImpl::Options{4, 4, 3, 1, true});
    std::vector<KernelMoments> tasks;
    std::vector<torch::Tensor> xs, zs;
    for (int t = 0; t < 2; ++t) {
      const auto x = torch::randn({4, 200, 9}, f64) + 0.3, z = torch::randn({4, 200, 1}, f64) + x.sum(2, true);
      xs.push_back(x), zs.push_back(z);
      tasks.push_back({200.0, x.mean(1), z.mean(1), x.transpose(1, 2).bmm(x) / 200, z.transpose(1, 2).bmm(x) / 200,
                       z.square().mean(1)});
    }
    fitKernels(*unit, tasks, 0);
    const auto x = torch::cat(xs, 1), z = torch::cat(zs, 1);
    const auto variance = [](const torch::Tensor& rows) { return (rows - rows.mean(1, true)).square().mean(1); };
    const auto scale = variance(z).sqrt().unsqueeze(1);
    const auto wanted = std::get<0>(
        torch::linalg_lstsq(x - x.mean(1, true), (z - z.mean(1, true)) / scale, c10::nullopt, c10::nullopt));
    QVERIFY(relativeError(unit->conv->weight.detach().view({4, 9}).to(f64), wanted.squeeze(2)) < 1e-5);
    const auto y = x.bmm(unit->conv->weight.detach().view({4, 9, 1}).to(f64)).squeeze(2);
    const auto normal = (y - unit->bn->running_mean.to(f64).unsqueeze(1)) /
                        (unit->bn->running_var.to(f64) + unit->bn->options.eps()).sqrt().unsqueeze(1);
    const auto out =
        normal * unit->bn->weight.detach().to(f64).unsqueeze(1) + unit->bn->bias.detach().to(f64).unsqueeze(1);
    QVERIFY(relativeError(out.mean(1), z.squeeze(2).mean(1)) < 1e-4);
    QVERIFY(relativeError(variance(out), variance(z.squeeze(2))) < 1e-4);
  }

  /// Two teachers of which one is a copy of the other: least squares finds their layers again, whatever the strides and
  /// the padding.
  void findsTheCommonTeacherAgain_data() {
    QTest::addColumn<int>("version");
    for (const int version : {1, 2, 3}) QTest::newRow(concat("V", version).c_str()) << version;
  }
  void findsTheCommonTeacherAgain() {
    QFETCH(int, version);
    for (const Padding padding : {Padding::Pad1, Padding::Same}) {
      MobileNetSpec spec = version == 3 ? tinySpecV3(4, 2) : version == 2 ? tinySpecV2(4, 2) : smallSpec(0.125, 32, 4);
      spec.padding = padding;
      MobileNet teacher = randomNetwork(spec, 5);
      MergedNetwork network({teacher, teacher}, BnPolicy::PerTask);
      std::vector<MobileNet> teachers{cloneNetwork(teacher), cloneNetwork(teacher)};
      const auto data = std::make_shared<TinyDataset>(64, 4, 1);
      MergeInput input;
      input.trainingSets = {data, data};
      input.settings.start.initialization = Initialization::LeastSquares;
      input.settings.initializationImages = 64;
      input.settings.ridge = 1e-9;
      const int depth = version == 3 ? 4 : 3;  // of a V3 with a kernel of 5x5
      input.settings.trunk = depth;
      for (int layer = 1; layer <= depth; ++layer) mergeLayer(network, teachers, layer, input);
      QCOMPARE(network.trunk(), depth);
      network.train(false);
      torch::NoGradGuard noGrad;
      LoaderOptions options;
      BatchLoader loader(data, spec, options);
      const auto images = loader.next()->images;
      const auto wanted = teacher->trunk(images, depth), got = network.task(1)->trunk(images, depth);
      QVERIFY2((wanted - got).abs().mean().item<double>() < 0.02 * wanted.abs().mean().item<double>(),
               qPrintable(QString::number((wanted - got).abs().mean().item<double>())));
    }
  }

  /// A V2 is shared whole layer by layer, or layers that were merged become a trunk later: stem, expansions, kernels
  /// and projections, each with its batch normalization.
  void blocksBecomeATrunk() {
    const auto data = tinyData();
    MobileNet a = livelyNetworkV2(data[0], tinySpecV2(4, 2)), b = cloneNetwork(a);
    shuffleSpaces(b, 5);
    for (const bool later : {false, true}) {
      std::vector<MobileNet> teachers{cloneNetwork(a), cloneNetwork(b)};
      MergedNetwork network(teachers, BnPolicy::PerTask);
      network.train(false);
      MergeInput input;
      input.trainingSets = {data[0].train, data[0].train};
      input.settings.start.initialization = Initialization::Mean;
      input.settings.start.alignment = Alignment::Activations;
      input.settings.initializationImages = 64;
      std::vector<int> trunks;
      for (const int layer : {2, 1, 3}) {
        input.settings.trunk = later ? 0 : 3;
        mergeLayer(network, teachers, layer, input);
        trunks.push_back(network.trunk());
      }
      QCOMPARE(trunks, later ? (std::vector<int>{0, 0, 0}) : (std::vector<int>{0, 2, 3}));
      input.settings.trunk = 2;
      QCOMPARE(extendTrunk(network, teachers, input), later);
      QCOMPARE(network.trunk(), later ? 2 : 3);
      for (std::size_t i = 0; i < network.task(0)->units().size(); ++i) {
        const UnitPlan& unit = network.task(0)->plan().units[i];
        ConvUnit &first = network.task(0)->unit(int(i)), &second = network.task(1)->unit(int(i));
        const bool whole = unit.layer <= network.trunk();
        QVERIFY2((first->bn.get() == second->bn.get()) == whole, unit.name.c_str());
        QVERIFY2((first->conv.get() == second->conv.get()) == (whole || (unit.merges && unit.layer <= 3)),
                 unit.name.c_str());
      }
      torch::NoGradGuard noGrad;
      const auto images = randomImages(a->spec(), 4), wanted = a->forward(images).logits;
      for (int t = 0; t < 2; ++t) QVERIFY(relativeError(network.task(t)->forward(images).logits, wanted) < 1e-4);
      const auto together = network.forward({images, images});
      for (const ForwardResult& result : together) QVERIFY(relativeError(result.logits, wanted) < 1e-4);
    }
  }

  /// Of a V3 squeeze and excite are shared with their biases, whole layer by layer or later.
  void gatedBlocksBecomeATrunk() {
    const auto data = tinyData();
    MobileNet a = livelyNetworkV3(data[0].train, tinySpecV3(4, 2)), b = cloneNetwork(a);
    shuffleSpaces(b, 5);
    for (const bool later : {false, true}) {
      std::vector<MobileNet> teachers{cloneNetwork(a), cloneNetwork(b)};
      MergedNetwork network(teachers, BnPolicy::PerTask);
      network.train(false);
      MergeInput input;
      input.trainingSets = {data[0].train, data[0].train};
      input.settings.start.initialization = later ? Initialization::LeastSquares : Initialization::Mean;
      input.settings.start.alignment = Alignment::Activations;
      input.settings.initializationImages = 64;
      input.settings.ridge = 1e-9;
      input.settings.trunk = later ? 0 : 4;
      for (const int layer : {1, 2, 3, 4}) mergeLayer(network, teachers, layer, input);
      input.settings.trunk = 4;
      QCOMPARE(extendTrunk(network, teachers, input), later);
      for (int i = 0; i < network.task(0)->plan().convolutions(); ++i) {
        const UnitPlan& unit = network.task(0)->plan().units[std::size_t(i)];
        const NamedTensors first = network.task(0)->unit(i)->tensors(), second = network.task(1)->unit(i)->tensors();
        for (std::size_t k = 0; k < first.size(); ++k)
          QVERIFY2(first[k].second.is_same(second[k].second) == (unit.layer <= 4), unit.name.c_str());
      }
      QVERIFY(find(network.state(), "shared.layers.4.squeeze.bias").defined());
      torch::NoGradGuard noGrad;
      const auto images = imagesFor(data[0].train, a->spec()), wanted = a->forward(images).logits;
      const double bound = later ? 0.02 : 1e-4;
      for (const ForwardResult& result : network.forward({images, images}))
        QVERIFY2(relativeError(result.logits, wanted) < bound,
                 qPrintable(QString::number(relativeError(result.logits, wanted))));
    }
  }

  /// Least squares fits merged layers anew, to the kernels that all tasks have then.
  void deepeningFitsAgain() {
    const auto data = tinyData();
    std::vector<MobileNet> teachers = livelyNetworksV2({tinySpecV2(4, 2), tinySpecV2(3, 2)}, data);
    MergedNetwork network(teachers, BnPolicy::PerTask);
    network.train(false);
    MergeInput input;
    input.trainingSets = {data[0].train, data[1].train};
    input.settings.start.initialization = Initialization::LeastSquares;
    input.settings.initializationImages = 64;
    for (const int layer : {1, 2}) mergeLayer(network, teachers, layer, input);
    const NamedTensors before = deepCopy(network.task(0)->state());
    input.settings.trunk = 2;
    QVERIFY(extendTrunk(network, teachers, input));
    for (const char* key : {"stem.conv.weight", "layers.1.depthwise.conv.weight", "layers.1.project.conv.weight",
                            "layers.2.expand.conv.weight", "layers.2.expand.bn.weight",
                            "layers.2.depthwise.bn.running_mean", "layers.2.project.conv.weight"}) {
      QVERIFY2(!torch::equal(find(network.task(0)->state(), key), find(before, key)), key);
      QVERIFY2(find(network.task(0)->state(), key).is_same(find(network.task(1)->state(), key)), key);
    }
    const char* next = "layers.3.expand.conv.weight";
    QVERIFY(torch::equal(find(network.task(0)->state(), next), find(before, next)));
  }

  void initializesAsNamed() {
    MobileNet a = randomNetwork(smallSpec(0.125, 32, 4), 1), b = randomNetwork(smallSpec(0.125, 32, 3), 2);
    for (const Initialization how :
         {Initialization::FromA, Initialization::FromB, Initialization::Mean, Initialization::Random}) {
      MergedNetwork network({a, b}, BnPolicy::PerTask);
      std::vector<MobileNet> teachers{a, b};
      MergeInput input;
      input.settings.start.initialization = how;
      input.settings.trunk = 1;
      mergeLayer(network, teachers, 1, input);
      const auto valueOf = [](MobileNet& one) { return one->depthwise(1)->bn->running_var; };
      const auto mean = (valueOf(a) + valueOf(b)) / 2;
      const auto& found = valueOf(network.task(1));
      if (how == Initialization::FromA) QVERIFY(torch::equal(found, valueOf(a)));
      if (how == Initialization::FromB) QVERIFY(torch::equal(found, valueOf(b)));
      if (how == Initialization::Mean) QVERIFY(torch::equal(found, mean));
      if (how == Initialization::Random) QVERIFY(torch::equal(found, torch::ones_like(found)));
      QCOMPARE(torch::equal(network.task(0)->stem()->conv->weight, a->stem()->conv->weight),
               how == Initialization::FromA);
      QVERIFY(network.task(0)->stem()->conv.get() == network.task(1)->stem()->conv.get());
    }
  }

  /// The trunk learns from the losses of both tasks, in both orders of updates.
  void gradientsComeFromAllTasks() {
    MobileNet a = randomNetwork(smallSpec(0.125, 32, 4), 1), b = randomNetwork(smallSpec(0.125, 32, 3), 2);
    const std::vector<FoldedNetwork> teachers{FoldedNetwork(a), FoldedNetwork(b)};
    const auto make = [&] {
      MergedNetwork network({a, b}, BnPolicy::PerTask);
      network.merge(1);
      network.shareTrunk(1);
      network.train(true);
      return network;
    };
    torch::manual_seed(1);
    std::vector<Batch> batches;
    for (MobileNet& task : {std::ref(a), std::ref(b)})
      batches.push_back({randomImages(task->spec(), 8), torch::randint(task->spec().classes, {8}, torch::kInt64), {}});
    const std::vector<torch::Tensor> images{batches[0].images, batches[1].images};
    CalibrationSettings settings;
    settings.optimizer = OptimizerKind::Sgd;
    std::vector<torch::Tensor> gradients;
    for (std::size_t t = 0; t < 2; ++t) {
      MergedNetwork probe = make();
      taskLoss(probe.forward(images, true)[t], teachers[t], batches[t], settings).total.backward();
      gradients.push_back(probe.task(0)->stem()->conv->weight.grad());
      QVERIFY(gradients[t].abs().max().item<double>() > 1e-4);
    }
    MergedNetwork network = make();
    const auto before = network.task(0)->stem()->conv->weight.detach().clone();
    const IterationRecord record = Calibrator(network, teachers, settings).iterate(batches, 0.1);
    QCOMPARE(record.l1.size(), std::size_t(2));
    const auto change = before - network.task(1)->stem()->conv->weight.detach();
    QVERIFY(relativeError(change, 0.1 * (gradients[0] + gradients[1])) < 1e-3);
    settings.update = UpdateOrder::Alternate;
    MergedNetwork alternate = make();
    Calibrator(alternate, teachers, settings).iterate(batches, 0.1);
    QVERIFY(!torch::equal(alternate.task(0)->stem()->conv->weight, network.task(0)->stem()->conv->weight));
  }

  void growsAsFarAsLayersAreMerged() {
    QCOMPARE(trunksOf(run(trunkRecipe({1, 2, 3}, 2))), (std::vector<int>{1, 2, 2, 2}));
    QCOMPARE(trunksOf(run(trunkRecipe({2, 1, 3}, 13, Initialization::Mean))), (std::vector<int>{0, 2, 3, 3}));
    QCOMPARE(trunksOf(run(trunkRecipe({2, 3}, 3))), (std::vector<int>{0, 0, 0}));
  }

  /// A session that was made without a trunk gets one by going on with it.
  void fineTuningExtendsIt() {
    Session session = run(trunkRecipe({1, 2}, 0));
    QCOMPARE(session.trunk(), 0);
    StepPlan plan{StepTarget::fineTuning(), session.recipe.defaults};
    plan.settings.trunk = 2;
    appendStep(session, runStep(session, plan, tinyData()));
    QCOMPARE(session.trunk(), 2);
    QVERIFY(find(session.steps.back()->values->state, "shared.layers.2.depthwise.conv.weight").defined());
    QVERIFY(mergeCost(session).mergedMacs < mergeCost(session).separateMacs);
    QCOMPARE(deepestTrunk(recipeOfPath(session)), 2);
  }

  /// The recipe of a path gives the same weights; so does a session that was saved and loaded after every step.
  void reproducesAndResumes() {
    const Session whole = run(trunkRecipe({1, 2}, 2));
    const Session again = run(recipeFromJson(recipeToJson(recipeOfPath(whole))));
    QVERIFY(equalValues(*again.steps.back()->values, *whole.steps.back()->values));
    Session session = tinySession(trunkRecipe({1, 2}, 2));
    while (!remainingSteps(session).empty()) {
      appendStep(session, runStep(session, remainingSteps(session).front(), tinyData()));
      saveSession(path("t.zipper"), session);
      session = loadSession(path("t.zipper"));
    }
    QCOMPARE(session.trunk(), 2);
    QVERIFY(equalValues(*session.steps.back()->values, *whole.steps.back()->values));
  }

  void refusesDamagedTrunks() {
    saveSession(path("good.zipper"), run(trunkRecipe({1, 2}, 1)));
    const auto damaged = [&](const std::string& to) {
      return errorOf([&] {
        rewriteSession(path("good.zipper"), path("bad.zipper"), [&](std::string& text) {
          // The last one is that of the last step, not of its plan.
          const std::string from = "\"trunk\":1}";
          text.replace(text.rfind(from), from.size(), to);
        });
        loadSession(path("bad.zipper"));
      });
    };
    QVERIFY2(damaged("\"trunk\":14}").find("trunk 14 found, 0 to 13") != std::string::npos,
             damaged("\"trunk\":14}").c_str());
    QVERIFY(damaged("\"trunk\":3}").find("layer 3 is in the trunk but isn't merged") != std::string::npos);
    QVERIFY(damaged("\"trunk\":2}").find("trunk 2 found, but its plan asks for 1") != std::string::npos);
    QVERIFY(damaged("\"trunk\":0}").find("trunk 0 found, at least 1 expected") != std::string::npos);
    QVERIFY(damaged("\"x\":1}").find("unknown key 'x'") != std::string::npos);
  }

  void refusesTasksThatCannotShare() {
    MobileNetSpec spec = smallSpec(0.125, 32, 3);
    spec.stemStride = 1;
    MobileNet a = randomNetwork(smallSpec(0.125, 32, 4), 1), b = randomNetwork(spec, 2);
    ModelSource source;
    const std::vector<Teacher> teachers{makeTeacher(a, source), makeTeacher(b, source)};
    ZIPPER_EXPECT_ERROR(startSession(trunkRecipe({1}, 1), teachers, tinyData()), "the stem stride of A is 2, of B 1");
    Session session = startSession(trunkRecipe({1}, 0), teachers, tinyData());
    StepPlan plan{StepTarget::layer(1), session.recipe.defaults};
    plan.settings.trunk = 1;
    ZIPPER_EXPECT_ERROR(runStep(session, plan, tinyData()), "can't share a trunk: the stem stride");
    ZIPPER_EXPECT_ERROR(recipeFromJson(R"({"defaults":{"trunk":14}})", layersOf(spec)),
                        "trunk: 14 found, 0 (none) to 13 expected");
  }
};

ZIPPER_TEST(TestTrunkLayers)
#include "test_trunk_layers.moc"
