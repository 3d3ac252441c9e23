// SPDX-License-Identifier: GPL-3.0-or-later

#include <QtTest>
#include <algorithm>
#include <string>

#include "core/kernels/kernels.h"
#include "core/support/compute_threads.h"
#include "core/support/libtorch.h"
#include "support/test_program.h"
#include "support/tiny_session.h"

using namespace zipper;
using namespace zipper::test;

namespace {

/// A session's numbers in one: the weights of the merged network, each counted by its place.
double weighed(const NetworkValues& values) {
  double sum = 0;
  for (const auto& [key, tensor] : values.state) {
    const torch::Tensor flat = tensor.to(torch::kFloat64).flatten();
    sum += (flat * (torch::arange(flat.numel()) % 7 - 2).to(torch::kFloat64)).sum().item<double>();
  }
  return sum;
}

/// Whether this processor has what the loops for AVX-512 need.
bool hasAvx512() {
  const Kernels* sets[3];
  const int count = kernelSets(sets);
  return std::any_of(sets, sets + count, [](const Kernels* set) { return std::string(set->name) == "avx512"; });
}

}  // namespace

/// What is the same with every LibTorch, and what isn't: the expected numbers are those of 1.13.1 (Debian 12); 2.6
/// (Debian 13) was tried as well. A recipe reproduces a run to the bit with the same LibTorch only.
class TestLibTorchVersions : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void initTestCase() { setComputeThreads(1); }

  /// Seeds mean the same: random weights, and which images are looked at in which order.
  void randomNumbersAreTheSame() {
    torch::manual_seed(7);
    const torch::Tensor uniform = torch::rand({3}), normal = torch::randn({3}), order = torch::randperm(6);
    QVERIFY(torch::allclose(uniform, torch::tensor({0.534923f, 0.198803f, 0.659212f}), 1e-5));
    QVERIFY(torch::allclose(normal, torch::tensor({-0.032552f, 1.01105f, 1.77149f}), 1e-4));
    QVERIFY(torch::equal(order, torch::tensor({1, 4, 3, 5, 0, 2})));
  }

  void runs_data() {
    QTest::addColumn<int>("initialization");
    QTest::addColumn<int>("iterations");
    QTest::addColumn<double>("expected");
    QTest::addColumn<double>("tolerance");
    const auto row = [](const char* name, Initialization initialization, int iterations, double expected,
                        double tolerance) {
      QTest::newRow(name) << int(initialization) << iterations << expected << tolerance;
    };
    row("from A, statistics: the same", Initialization::FromA, 0, 5129.24382123, 1e-7);
    row("random, statistics: the same", Initialization::Random, 0, 5127.68435348, 1e-7);
    row("mean, statistics: the same", Initialization::Mean, 0, 5127.45155683, 1e-7);
    // LAPACK's and oneDNN's sums: last bits differ, as they do between processors.
    row("least squares: last bits differ", Initialization::LeastSquares, 0, 5183.06762789, 1e-6);
    // Adam divides gradients by their size: last bits become a share of the learning rate, more with each iteration. So
    // processors with AVX-512 and without it have a number of their own here.
    row("calibration: differs the more the longer", Initialization::Mean, 1,
        hasAvx512() ? 5123.86716474 : 5123.91934705, 1e-5);
  }

  void runs() {
    QFETCH(int, initialization);
    QFETCH(int, iterations);
    QFETCH(double, expected);
    QFETCH(double, tolerance);
    Recipe recipe = tinyRecipe({1}, iterations);
    StepSettings& settings = recipe.steps.front().settings;
    settings.start.initialization = Initialization(initialization);
    settings.start.alignment = Alignment::None;
    settings.start.fisherWeights = settings.start.fitKernels = settings.start.fitHeads = false;
    settings.calibration.iterations = iterations;
    recipe.steps.resize(1);
    Session session = tinySession(recipe);
    appendStep(session, runStep(session, remainingSteps(session).front(), tinyData()));
    const double found = weighed(*session.steps.back()->values);
    QVERIFY2(std::abs(found - expected) <= tolerance * std::abs(expected),
             qPrintable(QString("%1 instead of %2").arg(found, 0, 'g', 12).arg(expected, 0, 'g', 12)));
  }
};

ZIPPER_TEST(TestLibTorchVersions)
#include "test_libtorch_versions.moc"
