// SPDX-License-Identifier: GPL-3.0-or-later

#include <QtTest>

#include "core/support/compute_threads.h"
#include "core/support/libtorch.h"
#include "core/training/autograd_step.h"
#include "core/training/executor_choice.h"
#include "core/training/fused_step.h"
#include "support/differentiated.h"
#include "support/expect_error.h"
#include "support/random_networks.h"
#include "support/random_plans.h"
#include "support/test_program.h"

using namespace zipper;
using namespace zipper::test;

/// Both executors of a plan, also of plans that are no published architecture's.
class TestTaskStep : public QObject {
  Q_OBJECT

  std::uint64_t seed_ = 0;

  MobileNetSpec randomSpec(Random& random) {
    MobileNetSpec spec = smallSpec(0.25, 32 + int(random.below(9)), 2 + int(random.below(5)));
    spec.padding = random.below(2) == 0 ? Padding::Pad1 : Padding::Same;
    return spec;
  }
  static Batch randomBatch(const MobileNetSpec& spec, int count) {
    return {randomImages(spec, count), torch::randint(spec.classes, {count}, torch::kInt64), {}};
  }
  /// Answers differ visibly from one to the next: the distillation between answers that hardly do is a difference of
  /// nearly equal numbers, of which float32 leaves few digits.
  static MobileNet decidedNetwork(const MobileNetSpec& spec, const NetworkPlan& plan, std::uint64_t seed) {
    MobileNet network = randomNetwork(spec, plan, seed);
    torch::NoGradGuard noGrad;
    network->head->weight.mul_(10);
    return network;
  }
  static CalibrationSettings allTerms() {
    CalibrationSettings settings;
    settings.l1Weight = 0.8;
    settings.distillationWeight = 0.5;
    settings.temperature = 2;
    return settings;
  }
  struct Example {
    MobileNet student;
    Batch batch;
    Differentiated exact;  ///< in float64
  };
  /// Where both networks are sure of the same answers, the distillation is too close to 0 for float32: PyTorch's own is
  /// 5e-4 off at a divergence of 1e-4.
  static Example withDistillation(const MobileNetSpec& spec, const NetworkPlan& plan, MobileNet& teacher,
                                  Random& random) {
    for (;;) {
      Example example{decidedNetwork(spec, plan, random.next()), randomBatch(spec, 13), {}};
      example.exact = differentiated(example.student, teacher, example.batch, allTerms(), torch::kFloat64);
      if (example.exact.loss.distillation.item<double>() > 1e-3) return example;
    }
  }
  static void kindsOfPlans() {
    QTest::addColumn<bool>("inverted");
    QTest::addColumn<bool>("wide");
    QTest::newRow("chains of 3x3 kernels") << false << false;
    QTest::newRow("chains of 3x3 and 5x5 kernels") << false << true;
    QTest::newRow("additions") << true << false;
    QTest::newRow("additions, 3x3 and 5x5 kernels") << true << true;
  }

 private Q_SLOTS:
  void initTestCase() {
    setComputeThreads(1);
    seed_ = qEnvironmentVariableIsSet("ZIPPER_TEST_SEED") ? qEnvironmentVariable("ZIPPER_TEST_SEED").toULongLong()
                                                          : QRandomGenerator::global()->generate();
    qInfo("seed %llu", static_cast<unsigned long long>(seed_));
  }

  void fusedEqualsAutograd_data() {
    QTest::addColumn<bool>("inverted");
    QTest::newRow("chains") << false;
    QTest::newRow("additions") << true;
  }
  /// Against autograd in float64. Rounding moves a value across a kink now and then, which changes gradients
  /// visibly, and a channel that hardly varies has statistics that rounding changes; of ten batches, each with a
  /// network of its own, at least one is without.
  void fusedEqualsAutograd() {
    QFETCH(bool, inverted);
    Random random(seed_);
    for (int round = 0; round < 4; ++round) {
      const MobileNetSpec spec = randomSpec(random);
      const NetworkPlan plan = randomPlan(spec, {inverted, false}, random);
      QVERIFY(canBeFused(plan));
      MobileNet teacher = decidedNetwork(spec, plan, random.next());
      double smallest = 1;
      for (int i = 0; i < 10 && smallest > 1e-4; ++i) {
        auto [student, batch, exact] = withDistillation(spec, plan, teacher, random);
        student->train(true);
        const double error = compareFusedStep(student, teacher, batch, allTerms(), exact);
        QVERIFY2(error < 0.3, qPrintable(QString::number(error)));
        smallest = std::min(smallest, error);
      }
      QVERIFY2(smallest < 1e-4, qPrintable(QString::number(smallest)));
    }
  }

  void gradientsAreThoseOfFiniteDifferences_data() { kindsOfPlans(); }
  /// Of every parameter, along a random direction, in float64.
  void gradientsAreThoseOfFiniteDifferences() {
    QFETCH(bool, inverted);
    QFETCH(bool, wide);
    Random random(seed_ + 1);
    const MobileNetSpec spec = randomSpec(random);
    const NetworkPlan plan = randomPlan(spec, {inverted, wide}, random);
    QVERIFY(canBeFused(plan));
    MobileNet teacher = randomNetwork(spec, plan, 1 + seed_), student = randomNetwork(spec, plan, 2 + seed_);
    teacher->to(torch::kFloat64);
    student->to(torch::kFloat64);
    const FoldedNetwork folded(teacher);
    Batch batch = randomBatch(spec, 6);
    batch.images = batch.images.to(torch::kFloat64);
    student->train(true);
    AutogradStep step(student, folded);
    step.forward(batch, allTerms());
    step.backward();
    double here = 0;
    {
      torch::NoGradGuard noGrad;
      here = taskLoss(student, folded, batch, allTerms()).total.item<double>();
    }
    for (const auto& item : student->named_parameters()) {
      torch::Tensor parameter = item.value();
      QVERIFY2(parameter.grad().defined(), item.key().c_str());
      // A kink of an activation or of |x| between two points costs a little: of three directions, each to both sides,
      // one has none.
      const torch::Tensor before = parameter.detach().clone();
      double smallest = 1;
      for (int i = 0; i < 3 && smallest > 1e-4; ++i) {
        auto direction = torch::randn_like(parameter);
        direction /= direction.norm();
        const double expected = (parameter.grad() * direction).sum().item<double>();
        const auto lossAt = [&](double distance) {
          torch::NoGradGuard noGrad;
          parameter.add_(direction, distance);
          const double loss = taskLoss(student, folded, batch, allTerms()).total.item<double>();
          parameter.copy_(before);
          return loss;
        };
        const double norm = parameter.grad().norm().item<double>();
        for (const double h : {1e-7, -1e-7}) {
          if (smallest <= 1e-4) break;
          const double found = (lossAt(h) - here) / h;
          smallest = std::min(smallest, (std::abs(found - expected) - 5e-8) / norm);
        }
      }
      QVERIFY2(smallest < 1e-4, qPrintable(QString("%1: %2").arg(item.key().c_str()).arg(smallest)));
    }
  }

  void everyPlanIsCalibrated_data() { kindsOfPlans(); }
  /// What the fused step can't do goes through the other one, which the caller doesn't notice.
  void everyPlanIsCalibrated() {
    QFETCH(bool, inverted);
    QFETCH(bool, wide);
    Random random(seed_ + 2);
    const MobileNetSpec spec = randomSpec(random);
    NetworkPlan plan = randomPlan(spec, {inverted, wide}, random);
    if (wide) plan.units[0].kernel = 5;  // a stem that the fused step can't do
    std::vector<MobileNet> networks{randomNetwork(spec, plan, 3 + seed_), randomNetwork(spec, plan, 4 + seed_)};
    MergedNetwork merged(networks, BnPolicy::PerTask);
    for (int layer = 1; layer <= plan.layers(); ++layer) merged.merge(layer);
    std::size_t shared = 0;
    for (const UnitPlan& unit : plan.units) {
      const bool isShared = merged.sharing().of(unit) == Shared::Weights;
      QCOMPARE(isShared, unit.kind == UnitKind::Pointwise);
      shared += isShared;
    }
    QCOMPARE(shared, plan.sites.size() * (inverted ? 2 : 1));
    const std::vector<FoldedNetwork> teachers{FoldedNetwork(networks[0]), FoldedNetwork(networks[1])};
    merged.train(true);
    const auto steps = makeTaskSteps(merged, teachers, allTerms(), nullptr);
    for (std::size_t t = 0; t < steps.size(); ++t) {
      QCOMPARE(dynamic_cast<FusedStep*>(steps[t].get()) != nullptr, !wide);
      const Batch batch = randomBatch(spec, 7);
      MobileNet same = cloneNetwork(merged.task(int(t)));
      const LossTerms terms = steps[t]->forward(batch, allTerms());
      steps[t]->backward();
      same->train(true);
      const LossTerms wanted = termsOf(taskLoss(same, teachers[t], batch, allTerms()));
      QCOMPARE(terms.layerL1.size(), plan.sites.size());
      QVERIFY(std::abs(terms.total / wanted.total - 1) < 1e-4f);
    }
    CalibrationSettings rounded = allTerms();
    rounded.precision = Precision::BFloat16;
    if (wide) ZIPPER_EXPECT_ERROR(makeTaskSteps(merged, teachers, rounded, nullptr), "this architecture");
  }
};

ZIPPER_TEST(TestTaskStep)
#include "test_task_step.moc"
