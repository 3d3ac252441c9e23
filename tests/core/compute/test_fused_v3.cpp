// SPDX-License-Identifier: GPL-3.0-or-later

#include <QtTest>
#include <algorithm>
#include <functional>

#include "core/compute/fused_teacher.h"
#include "core/support/compute_threads.h"
#include "core/support/libtorch.h"
#include "support/differentiated.h"
#include "support/random_networks.h"
#include "support/random_plans.h"
#include "support/ranks.h"
#include "support/specs_v3.h"
#include "support/test_program.h"

using namespace zipper;
using namespace zipper::test;

/// The fused step with 5x5 kernels, hard swish and squeeze-and-excite, against autograd in float64.
class TestFusedV3 : public QObject {
  Q_OBJECT

  std::uint64_t seed_ = 0;

  static CalibrationSettings allTerms() {
    CalibrationSettings settings;
    settings.l1Weight = 0.8;
    settings.distillationWeight = 0.5;
    settings.temperature = 2;
    return settings;
  }
  static Batch batchFor(const MobileNetSpec& spec, int count = 13) {
    return {randomImages(spec, count), torch::randint(spec.classes, {count}, torch::kInt64), {}};
  }
  /// Answers that differ from image to image: the distillation between others is a difference of nearly equal numbers.
  /// And running statistics that fit the data, as those of a trained network: moments are taken around them, so that
  /// less is rounded away.
  static MobileNet decided(const MobileNetSpec& spec, const NetworkPlan& plan, std::uint64_t seed) {
    MobileNet network = randomNetwork(spec, plan, seed);
    torch::NoGradGuard noGrad;
    network->head->weight.mul_(10);
    const auto setMomentum = [&](double momentum) {
      for (ConvUnit& unit : network->units())
        if (unit->options().normalizes) unit->bn->options.momentum(momentum);
    };
    const double usual = torch::nn::BatchNorm2dOptions(1).momentum().value();
    network->train();
    setMomentum(1);
    network->features(randomImages(spec, 32));
    setMomentum(usual);
    network->eval();
    return network;
  }
  static MobileNetSpec v3(Architecture architecture, bool minimalistic, int size, bool same) {
    MobileNetSpec spec = specV3(architecture, 0.25, minimalistic);
    spec.inputSize = size;
    spec.classes = 4;
    spec.padding = same ? Padding::Same : Padding::Pad1;
    return spec;
  }

  /// What float32 costs plain PyTorch: gradients that are small differences of large numbers (a shift early in the
  /// residual stream, of which the batch normalizations behind it leave nearly nothing) have few digits there.
  static double errorOfAutograd(MobileNet& student, MobileNet& teacher, const Batch& batch,
                                const Differentiated& exact) {
    double error = 0;
    for (const auto& [key, found] : differentiated(student, teacher, batch, allTerms(), torch::kFloat32).gradients)
      error = std::max(error, relativeError(found, exact.gradients.at(key)));
    return error;
  }

  /// Rounding moves a value across a kink of an activation or of |x| now and then, which changes gradients visibly; of
  /// ten batches, each with a network of its own, at least one is without, and exact to 1e-4 or to what autograd
  /// reaches in float32.
  static void compare(const MobileNetSpec& spec, const NetworkPlan& plan, int threads, Random& random) {
    QVERIFY(canBeFused(plan));
    MobileNet teacher = decided(spec, plan, random.next());
    bool isExact = false;
    for (int i = 0; i < 10 && !isExact; ++i) {
      MobileNet student = decided(spec, plan, random.next());
      const Batch batch = batchFor(spec);
      const Differentiated exact = differentiated(student, teacher, batch, allTerms(), torch::kFloat64);
      student->train(true);
      setComputeThreads(threads);
      const double error = compareFusedStep(student, teacher, batch, allTerms(), exact);
      setComputeThreads(1);
      QVERIFY2(error < 0.3, qPrintable(QString::number(error)));
      isExact = error < 1e-4 || (error < 2e-3 && error <= errorOfAutograd(student, teacher, batch, exact));
    }
    QVERIFY(isExact);
  }

  /// Gradients of the paths of all tasks, one after the other, by autograd in float64.
  static std::vector<Differentiated> differentiatedTasks(MergedNetwork& merged, std::vector<MobileNet>& teachers,
                                                         const std::vector<Batch>& batches) {
    MergedNetwork own = merged.clone();
    for (int t = 0; t < own.taskCount(); ++t) own.task(t)->to(torch::kFloat64);
    own.train(true);
    for (std::size_t t = 0; t < teachers.size(); ++t) {
      MobileNet teacher = cloneNetwork(teachers[t]);
      teacher->to(torch::kFloat64);
      const Batch batch{batches[t].images.to(torch::kFloat64), batches[t].labels, {}};
      taskLoss(own.task(int(t)), FoldedNetwork(teacher), batch, allTerms()).total.backward();
    }
    std::vector<Differentiated> tasks(teachers.size());
    for (std::size_t t = 0; t < teachers.size(); ++t)
      for (const auto& item : own.task(int(t))->named_parameters())
        tasks[t].gradients[item.key()] = item.value().grad();
    return tasks;
  }

  /// The largest relative error of a gradient of both tasks' fused steps.
  static double errorOfTasks(MergedNetwork& merged, std::vector<MobileNet>& teachers) {
    std::vector<Batch> batches;
    for (MobileNet& teacher : teachers) batches.push_back(batchFor(teacher->spec()));
    const std::vector<Differentiated> exact = differentiatedTasks(merged, teachers, batches);
    const auto workspace = std::make_shared<FusedWorkspace>();
    merged.train(true);
    for (std::size_t t = 0; t < teachers.size(); ++t) {
      const FoldedNetwork folded(teachers[t]);
      FusedStep step(merged.task(int(t)), folded, workspace);
      step.forward(batches[t], allTerms());
      step.backward();
    }
    double error = 0;
    for (std::size_t t = 0; t < teachers.size(); ++t)
      for (const auto& item : merged.task(int(t))->named_parameters())
        error = std::max(error, relativeError(item.value().grad(), exact[t].gradients.at(item.key())));
    return error;
  }

  /// Gradients over all processes after a training step of a copy.
  static NamedTensors stepped(MobileNet& network, const FoldedNetwork& teacher, const Batch& batch,
                              const ProcessGroupPtr& group) {
    MobileNet own = cloneNetwork(network);
    own->train(true);
    FusedStep step(own, teacher, std::make_shared<FusedWorkspace>(), group);
    step.forward(batch, {});
    step.backward();
    NamedTensors result;
    for (const auto& item : own->named_parameters()) {
      torch::Tensor gradient = item.value().grad().contiguous();
      if (group) group->sum(gradient);
      result.emplace_back(item.key(), gradient);
    }
    return result;
  }
  static double largestError(const NamedTensors& found, const NamedTensors& expected) {
    double largest = 0;
    for (std::size_t i = 0; i < expected.size(); ++i)
      largest = std::max(largest, relativeError(found[i].second, expected[i].second));
    return largest;
  }

 private Q_SLOTS:
  void initTestCase() {
    setComputeThreads(1);
    seed_ = qEnvironmentVariableIsSet("ZIPPER_TEST_SEED") ? qEnvironmentVariable("ZIPPER_TEST_SEED").toULongLong()
                                                          : QRandomGenerator::global()->generate();
    qInfo("seed %llu", static_cast<unsigned long long>(seed_));
  }
  void cleanup() { setComputeThreads(1); }

  void plansEqualAutograd_data() {
    QTest::addColumn<bool>("inverted");
    QTest::addColumn<int>("threads");
    QTest::newRow("chains") << false << 1;
    QTest::newRow("additions") << true << 1;
    QTest::newRow("additions, three threads") << true << 3;
  }
  void plansEqualAutograd() {
    QFETCH(bool, inverted);
    QFETCH(int, threads);
    Random random(seed_ + std::uint64_t(threads));
    for (int round = 0; round < 3; ++round) {
      const int size = (threads > 1 ? 64 : 32) + int(random.below(9));
      MobileNetSpec spec = smallSpec(0.25, size, 2 + int(random.below(5)));
      spec.padding = random.below(2) == 0 ? Padding::Pad1 : Padding::Same;
      compare(spec, randomPlan(spec, {inverted, true, true}, random), threads, random);
    }
  }

  void networksEqualAutograd_data() {
    QTest::addColumn<int>("architecture");
    QTest::addColumn<bool>("minimalistic");
    QTest::addColumn<int>("size");
    QTest::addColumn<bool>("same");
    QTest::addColumn<int>("threads");
    const int large = int(Architecture::MobileNetV3Large), small = int(Architecture::MobileNetV3Small);
    QTest::newRow("small, padding 1") << small << false << 64 << false << 1;
    QTest::newRow("small, TF SAME, odd sizes, two threads") << small << false << 45 << true << 2;
    QTest::newRow("large, padding 1, odd sizes") << large << false << 33 << false << 1;
    QTest::newRow("large, TF SAME, odd sizes, three threads") << large << false << 47 << true << 3;
    QTest::newRow("small, minimalistic, TF SAME") << small << true << 40 << true << 1;
    QTest::newRow("large, minimalistic, padding 1") << large << true << 32 << false << 1;
  }
  void networksEqualAutograd() {
    QFETCH(int, architecture);
    QFETCH(bool, minimalistic);
    QFETCH(int, size);
    QFETCH(bool, same);
    QFETCH(int, threads);
    Random random(seed_ + 10);
    MobileNetSpec spec = v3(Architecture(architecture), minimalistic, size, same);
    spec.stemStride = threads > 1 ? 1 : 2;  // otherwise there is so little to do that one thread does it
    const UnitShapes shapes = unitShapes(planOf(spec), spec.padding);
    setComputeThreads(threads);
    QCOMPARE(divisionFor(13, 13 * shapes.work() / std::int64_t(shapes.units.size())).parts, std::size_t(threads));
    compare(spec, planOf(spec), threads, random);
  }

  void sharedGradientsAddUp_data() {
    QTest::addColumn<bool>("shared");
    QTest::newRow("batch normalization and biases per task") << false;
    QTest::newRow("shared") << true;
  }
  /// What all tasks share, squeeze and excite among it, gets the sum of what comes from the path of each.
  void sharedGradientsAddUp() {
    QFETCH(bool, shared);
    Random random(seed_ + 20);
    const MobileNetSpec spec = smallSpec(0.25, 32, 4);
    const NetworkPlan plan = randomPlan(spec, {true, true, true}, random);
    double smallest = 1;
    for (int i = 0; i < 10 && smallest > 1e-4; ++i) {
      std::vector<MobileNet> teachers{decided(spec, plan, random.next()), decided(spec, plan, random.next())};
      MergedNetwork merged({decided(spec, plan, random.next()), decided(spec, plan, random.next())},
                           shared ? BnPolicy::Shared : BnPolicy::PerTask);
      for (int layer = 1; layer <= plan.layers(); ++layer) merged.merge(layer);
      int gates = 0;
      for (std::size_t u = 0; u < std::size_t(plan.convolutions()); ++u) {
        if (plan.units[u].normalizes()) continue;
        ConvUnit &one = merged.task(0)->unit(int(u)), &other = merged.task(1)->unit(int(u));
        QVERIFY(one->conv->weight.is_same(other->conv->weight));
        QCOMPARE(one->bias.is_same(other->bias), shared);
        ++gates;
      }
      QVERIFY(gates > 0);
      const double error = errorOfTasks(merged, teachers);
      QVERIFY2(error < 0.3, qPrintable(QString::number(error)));
      smallest = std::min(smallest, error);
    }
    QVERIFY2(smallest < 1e-4, qPrintable(QString::number(smallest)));
  }

  /// Squeeze and excite see images one by one: over several processes, one of which has none, gradients are those of
  /// one process.
  void processesShareTheGradients() {
    Random random(seed_ + 30);
    const MobileNetSpec spec = v3(Architecture::MobileNetV3Small, false, 32, false);
    MobileNet teacher = randomNetwork(spec, random.next());
    const FoldedNetwork folded(teacher);
    double smallest = 1;
    for (int i = 0; i < 10 && smallest > 1e-4; ++i) {
      MobileNet student = randomNetwork(spec, random.next());
      const Batch whole = batchFor(spec);
      const NamedTensors expected = stepped(student, folded, whole, nullptr);
      std::vector<double> found(3, 0);
      const auto errors = inRanks(3, [&](const ProcessGroupPtr& group) {
        const std::int64_t cuts[]{0, 0, 5, 13};
        const std::int64_t first = cuts[group->rank()], last = cuts[group->rank() + 1];
        const Batch part{whole.images.slice(0, first, last), whole.labels.slice(0, first, last), {}};
        found[std::size_t(group->rank())] = largestError(stepped(student, folded, part, group), expected);
      });
      for (const std::string& error : errors) QCOMPARE(error, std::string());
      const double error = *std::max_element(found.begin(), found.end());
      QVERIFY2(error < 0.3, qPrintable(QString::number(error)));
      smallest = std::min(smallest, error);
    }
    QVERIFY2(smallest < 1e-4, qPrintable(QString::number(smallest)));
  }

  void whatCannotBeFusedIsSaid() {
    const NetworkPlan plan = planOf(v3(Architecture::MobileNetV3Small, false, 32, false));
    QVERIFY(canBeFused(plan));
    std::size_t squeeze = 0;
    while (plan.units[squeeze].kind != UnitKind::Squeeze) ++squeeze;
    const auto refuses = [&](const std::function<void(std::vector<UnitPlan>&)>& change) {
      NetworkPlan other = plan;
      change(other.units);
      return !canBeFused(other);
    };
    QVERIFY(!refuses([&](auto& units) { units[squeeze - 1].kernel = 5; }));
    QVERIFY(refuses([&](auto& units) { units[squeeze - 1].kernel = 7; }));
    QVERIFY(refuses([&](auto& units) { units[squeeze - 1].activation = Activation::HardSigmoid; }));
    QVERIFY(refuses([&](auto& units) { units[squeeze].activation = Activation::ReLU6; }));
    QVERIFY(refuses([&](auto& units) { units[squeeze].input = int(squeeze) - 2; }));
    QVERIFY(refuses([&](auto& units) { units[squeeze + 1].activation = Activation::HardSwish; }));
    QVERIFY(refuses([&](auto& units) { units[squeeze + 1].gated = int(squeeze) - 2; }));
    QVERIFY(refuses([&](auto& units) { units[squeeze + 2].gated = int(squeeze) - 1; }));
    QVERIFY(refuses([&](auto& units) { units[squeeze + 2].addend = int(squeeze) + 1; }));
    QVERIFY(refuses([&](auto& units) { units[0].kernel = 5; }));
  }
};

ZIPPER_TEST(TestFusedV3)
#include "test_fused_v3.moc"
