// SPDX-License-Identifier: GPL-3.0-or-later

#include <QtTest>

#include "core/merging/initialization.h"
#include "core/merging/least_squares.h"
#include "core/merging/merge_layer.h"
#include "core/session/session_network.h"
#include "core/support/compute_threads.h"
#include "core/support/libtorch.h"
#include "support/expect_error.h"
#include "support/python_reference.h"
#include "support/test_program.h"
#include "support/tiny_session.h"

using namespace zipper;
using namespace zipper::test;

namespace {

/// Samples of a layer in one task: x [n,C_in], z [n,C_out].
struct Samples {
  torch::Tensor x, z;

  LayerMoments moments(std::int64_t perBatch = 64) const {
    LayerMoments result(int(x.size(1)), int(z.size(1)));
    const auto maps = [](const torch::Tensor& rows) { return rows.unsqueeze(2).unsqueeze(3); };
    for (std::int64_t begin = 0; begin < x.size(0); begin += perBatch) {
      const auto end = std::min(begin + perBatch, x.size(0));
      result.add(maps(x.slice(0, begin, end)), maps(z.slice(0, begin, end)), 0);
    }
    return result;
  }
};

/// Correlated inputs with means, some of them dead, and outputs that aren't a linear function of them.
Samples randomSamples(int count, int inputs, int outputs, int dead, int seed) {
  torch::manual_seed(std::uint64_t(seed));
  Samples samples;
  samples.x = torch::relu(torch::randn({count, inputs}).mm(torch::randn({inputs, inputs}) / std::sqrt(inputs)) + 0.3);
  if (dead > 0) samples.x.narrow(1, 0, dead).zero_();
  samples.z = samples.x.mm(torch::randn({inputs, outputs})) + torch::randn({count, outputs}) + 2;
  samples.z *= torch::rand({outputs}) * 3 + 0.2;
  return samples;
}

double residual(const torch::Tensor& x, const torch::Tensor& y) {
  const auto weights = std::get<0>(torch::linalg_lstsq(x, y, c10::nullopt, c10::string_view("gelsd")));
  return (x.mm(weights) - y).square().sum().item<double>();
}

torch::Tensor centred(const torch::Tensor& values) { return values - values.mean(0); }

/// Three tasks with other numbers of samples.
std::vector<Samples> threeTasks(int dead) {
  return {randomSamples(500, 24, 16, dead, 1), randomSamples(300, 24, 16, dead, 2),
          randomSamples(400, 24, 16, dead, 3)};
}

std::vector<LayerMoments> momentsOf(const std::vector<Samples>& tasks) {
  std::vector<LayerMoments> moments;
  for (const Samples& samples : tasks) moments.push_back(samples.moments());
  return moments;
}

/// Rows whose squared errors are what the tasks' fits add up, in float64: centred, outputs with standard deviation 1,
/// each task counting the same; and rows of zeros wanted that make the ridge.
Samples stackedRows(const std::vector<Samples>& tasks, double ridge) {
  std::vector<torch::Tensor> xs, zs;
  double trace = 0;
  for (const Samples& samples : tasks) {
    const double root = std::sqrt(double(samples.x.size(0)));
    const auto x = centred(samples.x.to(torch::kFloat64)), z = centred(samples.z.to(torch::kFloat64));
    xs.push_back(x / root);
    zs.push_back(z / z.norm(2, 0));
    trace += xs.back().square().sum().item<double>();
  }
  const auto inputs = xs[0].size(1), outputs = zs[0].size(1);
  xs.push_back(std::sqrt(ridge * trace / double(inputs)) * torch::eye(inputs, torch::kFloat64));
  zs.push_back(torch::zeros({inputs, outputs}, torch::kFloat64));
  return {torch::cat(xs), torch::cat(zs)};
}

/// [outputs,inputs] by LAPACK's SVD.
torch::Tensor fitOf(const torch::Tensor& x, const torch::Tensor& z) {
  return std::get<0>(torch::linalg_lstsq(x, z, c10::nullopt, c10::string_view("gelsd"))).t();
}

}  // namespace

class TestLeastSquares : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void initTestCase() { setComputeThreads(1); }

  void equalsNumPy_data() {
    QTest::addColumn<bool>("shared");
    QTest::addColumn<double>("ridge");
    QTest::addColumn<int>("dead");
    QTest::newRow("per task") << false << 0.0 << 0;
    QTest::newRow("per task, ridge") << false << 0.03 << 0;
    QTest::newRow("per task, singular") << false << 0.0 << 5;
    QTest::newRow("shared") << true << 0.0 << 0;
    QTest::newRow("shared, ridge, dead inputs") << true << 0.01 << 3;
  }
  /// Against NumPy's SVD of the samples themselves: another algorithm on other numbers than the Gram matrix.
  void equalsNumPy() {
    QFETCH(bool, shared);
    QFETCH(double, ridge);
    QFETCH(int, dead);
    const Samples a = randomSamples(500, 24, 16, dead, 1), b = randomSamples(300, 24, 16, dead, 2);
    const NamedTensors wanted = runReference(
        "least_squares", {{"x.a", a.x.contiguous()}, {"z.a", a.z}, {"x.b", b.x.contiguous()}, {"z.b", b.z}},
        {{"policy", shared ? "shared" : "per-task"}, {"ridge", std::to_string(ridge)}}, "reference_solvers.py");
    const auto found =
        leastSquaresWeights({a.moments(), b.moments()}, ridge, shared ? BnPolicy::Shared : BnPolicy::PerTask);
    const double error = relativeError(found, find(wanted, "weights"));
    QVERIFY2(error < 1e-6, qPrintable(QString::number(error)));
  }

  /// All rows at once are what each row's own system of equations has as its solution.
  void importanceWeighsTheTasksPerChannel() {
    const double ridge = 0.01;
    const Samples a = randomSamples(500, 24, 16, 3, 1), b = randomSamples(300, 24, 16, 3, 2);
    std::vector<LayerMoments> tasks{a.moments(), b.moments()};
    const auto plain = leastSquaresWeights(tasks, ridge, BnPolicy::PerTask);
    for (LayerMoments& task : tasks) task.importance = 7 * torch::ones({16}, torch::kFloat64);
    QVERIFY(relativeError(leastSquaresWeights(tasks, ridge, BnPolicy::PerTask), plain) < 1e-9);

    torch::manual_seed(3);
    for (LayerMoments& task : tasks) task.importance = torch::rand({16}, torch::kFloat64) + 0.05;
    tasks[0].importance[5] = 0;
    const auto found = leastSquaresWeights(tasks, ridge, BnPolicy::PerTask);
    const auto gramA = tasks[0].inputCovariance(), gramB = tasks[1].inputCovariance();
    const auto strength = ridge * (gramA + gramB).diagonal().mean() * torch::eye(24, torch::kFloat64);
    for (int c = 0; c < 16; ++c) {
      const auto cross = [c](const LayerMoments& task) {
        return task.crossCovariance()[c] / task.outputVariance()[c].sqrt();
      };
      const double partA = std::max(1e-3, (tasks[0].importance[c] / tasks[0].importance.mean()).item<double>());
      const double partB = (tasks[1].importance[c] / tasks[1].importance.mean()).item<double>();
      const double countsA = 2 * partA / (partA + partB), countsB = 2 - countsA;
      const auto row = torch::linalg_solve(countsA * gramA + countsB * gramB + strength,
                                           countsA * cross(tasks[0]) + countsB * cross(tasks[1]));
      QVERIFY2(relativeError(found[c], row) < 1e-8, qPrintable(QString::number(c)));
    }
    tasks[0].importance.zero_();
    QVERIFY(torch::isfinite(leastSquaresWeights(tasks, 0, BnPolicy::PerTask)).all().item<bool>());
  }

  /// Channels that are constant in a task, as those of widened networks are, belong to the others: their rows are what
  /// those alone would have, with 1e-3 of a task that wants nothing; in the rows that it has, all count the same.
  void constantChannelsHaveNoSay() {
    const double ridge = 0.01;
    for (const std::size_t count : {std::size_t(2), std::size_t(3)}) {
      std::vector<Samples> samples = threeTasks(0);
      samples.resize(count);
      const auto plain = leastSquaresWeights(momentsOf(samples), ridge, BnPolicy::PerTask);
      samples[1].z.narrow(1, 4, 12).fill_(2);
      const std::vector<LayerMoments> tasks = momentsOf(samples);
      std::vector<LayerMoments> others = tasks;
      others.erase(others.begin() + 1);
      const auto found = leastSquaresWeights(tasks, ridge, BnPolicy::PerTask);
      QVERIFY(relativeError(found.narrow(0, 0, 4), plain.narrow(0, 0, 4)) < 1e-9);
      const auto alone = leastSquaresWeights(others, ridge, BnPolicy::PerTask);
      const double error = relativeError(found.narrow(0, 4, 12), alone.narrow(0, 4, 12));
      QVERIFY2(error < 0.02, qPrintable(QString::number(error)));
      QVERIFY(relativeError(plain.narrow(0, 4, 12), alone.narrow(0, 4, 12)) > 0.1);

      std::vector<OwnFit> fits, ofOthers;
      for (const LayerMoments& task : tasks) fits.push_back(ownFit(task, ridge));
      for (const LayerMoments& task : others) ofOthers.push_back(ownFit(task, ridge));
      const auto costs = sharingCosts(fits);
      const auto expected = sharingCosts(ofOthers) * (double(count - 1) / double(count));
      QVERIFY((costs - expected).narrow(0, 4, 12).abs().max().item<double>() < 1e-9);
      QVERIFY(costs.narrow(0, 0, 4).min().item<double>() > 0.01);
      if (count == 2) QVERIFY(costs.narrow(0, 4, 12).max().item<double>() < 1e-9);
    }
    std::vector<Samples> samples = threeTasks(0);
    samples[1].z.narrow(1, 4, 12).fill_(2);
    const auto costs = pairingCosts(samples[0].moments(), samples[1].moments(), ridge);
    QCOMPARE(costs.narrow(1, 4, 12).abs().max().item<double>(), 0.0);
    QVERIFY(costs.narrow(1, 0, 4).min().item<double>() > 0.01);
  }

  void threeTasksAreFittedTogether() {
    for (const double ridge : {0.0, 0.02}) {
      const auto tasks = threeTasks(0);
      const Samples rows = stackedRows(tasks, ridge);
      const auto found = leastSquaresWeights(momentsOf(tasks), ridge, BnPolicy::PerTask);
      QVERIFY(relativeError(found, fitOf(rows.x, rows.z)) < 1e-6);
    }
  }

  /// Each channel's own rows, weighted by what its tasks count.
  void importanceWeighsThreeTasks() {
    const double ridge = 0.02;
    for (const int dead : {0, 3}) {
      const auto samples = threeTasks(dead);
      std::vector<LayerMoments> tasks = momentsOf(samples);
      const auto plain = leastSquaresWeights(tasks, ridge, BnPolicy::PerTask);
      for (LayerMoments& task : tasks) task.importance = 7 * torch::ones({16}, torch::kFloat64);
      int rowsBegun = 0;
      const auto countRow = [&] { ++rowsBegun; };
      QVERIFY(relativeError(leastSquaresWeights(tasks, ridge, BnPolicy::PerTask, countRow), plain) < 1e-9);
      QCOMPARE(rowsBegun, 16);

      torch::manual_seed(3);
      for (LayerMoments& task : tasks) task.importance = torch::rand({16}, torch::kFloat64) + 0.05;
      const auto found = leastSquaresWeights(tasks, ridge, BnPolicy::PerTask);
      const Samples rows = stackedRows(samples, ridge);
      for (int c = 0; c < 16; ++c) {
        std::vector<torch::Tensor> counts;
        double sum = 0;
        for (const LayerMoments& task : tasks) sum += (task.importance[c] / task.importance.mean()).item<double>();
        for (std::size_t t = 0; t < tasks.size(); ++t) {
          const double part = (tasks[t].importance[c] / tasks[t].importance.mean()).item<double>();
          counts.push_back(torch::full({samples[t].x.size(0), 1}, std::sqrt(3 * part / sum), torch::kFloat64));
        }
        counts.push_back(torch::ones({24, 1}, torch::kFloat64));
        const auto weights = torch::cat(counts);
        const auto row = fitOf(weights * rows.x, weights * rows.z.narrow(1, c, 1))[0];
        QVERIFY2(relativeError(found[c], row) < 1e-6, qPrintable(QString::number(c)));
      }
    }
    const auto cancelled = [] { throw Cancelled(); };
    std::vector<LayerMoments> tasks = momentsOf(threeTasks(0));
    for (LayerMoments& task : tasks) task.importance = torch::ones({16}, torch::kFloat64);
    QVERIFY_THROWS_EXCEPTION(Cancelled, leastSquaresWeights(tasks, ridge, BnPolicy::PerTask, cancelled));
  }

  /// Against what fitting the rows themselves leaves, together and apart.
  void sharingCostsAreWhatIsLost() {
    const double ridge = 1e-10;
    const auto samples = threeTasks(2);
    std::vector<OwnFit> fits;
    for (const LayerMoments& task : momentsOf(samples)) fits.push_back(ownFit(task, ridge));
    const auto left = [](const Samples& rows) {
      return (rows.x.mm(fitOf(rows.x, rows.z).t()) - rows.z).square().sum(0);
    };
    auto expected = left(stackedRows(samples, 0));
    for (const Samples& task : samples) expected = expected - left(stackedRows({task}, 0));
    QVERIFY(relativeError(sharingCosts(fits), expected / 3) < 1e-6);
    const auto pairs = pairingCosts(momentsOf(samples)[0], momentsOf(samples)[1], ridge);
    QVERIFY(relativeError(sharingCosts({fits[0], fits[1]}), pairs.diagonal()) < 1e-6);
    QVERIFY(sharingCosts({fits[0], fits[0], fits[0]}).max().item<double>() < 1e-9);
  }

  /// Outputs that keep their scale, of tasks in which they vary by other amounts: against what fitting the rows
  /// themselves loses, relative to the mean of the variances.
  void sharingCostsWithABiasAreWhatIsLost() {
    const double ridge = 1e-10;
    std::vector<Samples> samples = threeTasks(2);
    samples[1].z *= 3;
    const auto left = [](const std::vector<torch::Tensor>& xs, const std::vector<torch::Tensor>& zs) {
      const auto x = torch::cat(xs), z = torch::cat(zs);
      return (x.mm(fitOf(x, z).t()) - z).square().sum(0);
    };
    std::vector<torch::Tensor> xs, zs;
    std::vector<OwnFit> fits;
    torch::Tensor variance = torch::zeros({16}, torch::kFloat64), own = variance.clone();
    for (const Samples& task : samples) {
      const double root = std::sqrt(double(task.x.size(0)));
      xs.push_back(centred(task.x.to(torch::kFloat64)) / root);
      zs.push_back(centred(task.z.to(torch::kFloat64)) / root);
      variance += zs.back().square().sum(0) / 3;
      own += left({xs.back()}, {zs.back()});
      fits.push_back(ownFit(task.moments(), ridge, Behind::Bias));
    }
    QVERIFY(relativeError(sharingCosts(fits), (left(xs, zs) - own) / (3 * variance)) < 1e-6);
    const auto pairs = pairingCosts(samples[0].moments(), samples[1].moments(), ridge, Behind::Bias);
    QVERIFY(relativeError(sharingCosts({fits[0], fits[1]}), pairs.diagonal()) < 1e-6);
    const auto together = left({xs[0], xs[1]}, {zs[0].narrow(1, 4, 1), zs[1].narrow(1, 9, 1)}),
               apart = left({xs[0]}, {zs[0].narrow(1, 4, 1)}) + left({xs[1]}, {zs[1].narrow(1, 9, 1)});
    const auto scale = zs[0].select(1, 4).square().sum() + zs[1].select(1, 9).square().sum();
    QVERIFY(std::abs((pairs[4][9] - ((together - apart) / scale)[0]).item<double>()) < 1e-6);
    // Of the same weights in two scales batch normalization makes one for nothing, a bias doesn't.
    Samples linear = samples[0], larger;
    linear.z = linear.x.mm(torch::randn({24, 16}));
    larger = {linear.x, 3 * linear.z};
    const auto one = linear.moments(), three = larger.moments();
    QVERIFY(pairingCosts(one, three, ridge).diagonal().max().item<double>() < 1e-6);
    const auto paid = pairingCosts(one, three, ridge, Behind::Bias).diagonal();
    // ½ ½ (3 − 1)² of a variance, relative to (1 + 9) / 2 of it.
    QVERIFY(relativeError(paid, torch::full({16}, 0.2, torch::kFloat64)) < 1e-4);
  }

  void mapsWithABiasAreFittedNearOthers_data() {
    QTest::addColumn<bool>("shared");
    QTest::addColumn<bool>("weighted");
    QTest::newRow("bias per task") << false << false;
    QTest::newRow("shared bias") << true << false;
    QTest::newRow("importance") << false << true;
  }
  /// Against LAPACK's fit of the rows themselves, each channel with what its tasks' errors count.
  void mapsWithABiasAreFittedNearOthers() {
    QFETCH(bool, shared);
    QFETCH(bool, weighted);
    const double ridge = 0.05;
    const auto samples = threeTasks(3);
    std::vector<LayerMoments> tasks = momentsOf(samples);
    torch::manual_seed(11);
    const auto near = torch::randn({16, 24}, torch::kFloat64);
    torch::Tensor meanX = torch::zeros({24}, torch::kFloat64), meanZ = torch::zeros({16}, torch::kFloat64);
    for (const Samples& task : samples) {
      meanX += task.x.to(torch::kFloat64).mean(0) / 3;
      meanZ += task.z.to(torch::kFloat64).mean(0) / 3;
    }
    std::vector<torch::Tensor> xs, missing, counts;
    torch::Tensor sum = torch::zeros({16}, torch::kFloat64);
    double trace = 0;
    for (std::size_t t = 0; t < 3; ++t) {
      if (weighted) tasks[t].importance = torch::rand({16}, torch::kFloat64) + 0.05;
      const double root = std::sqrt(double(samples[t].x.size(0)));
      const auto x = samples[t].x.to(torch::kFloat64), z = samples[t].z.to(torch::kFloat64);
      xs.push_back((x - (shared ? meanX : x.mean(0))) / root);
      missing.push_back((z - (shared ? meanZ : z.mean(0))) / root - xs[t].mm(near.t()));
      trace += xs[t].square().sum().item<double>();
      counts.push_back(weighted ? tasks[t].importance / tasks[t].importance.mean() / z.var(0, false)
                                : torch::ones({16}, torch::kFloat64));
      sum += counts[t];
    }
    const auto found = fittedMap(tasks, near, ridge, shared ? BnPolicy::Shared : BnPolicy::PerTask);
    const auto pull = std::sqrt(ridge * trace / 24) * torch::eye(24, torch::kFloat64);
    for (int c = 0; c < 16; ++c) {
      std::vector<torch::Tensor> rows{pull}, wanted{torch::zeros({24, 1}, torch::kFloat64)};
      for (std::size_t t = 0; t < 3; ++t) {
        const auto count = (3 * counts[t][c] / sum[c]).sqrt();
        rows.push_back(count * xs[t]);
        wanted.push_back(count * missing[t].narrow(1, c, 1));
      }
      const auto row = near[c] + fitOf(torch::cat(rows), torch::cat(wanted))[0];
      QVERIFY2(relativeError(found[c], row) < 1e-6, qPrintable(QString::number(c)));
    }
  }

  void biasesRestoreTheMean() {
    const Samples a = randomSamples(300, 12, 6, 0, 12), b = randomSamples(200, 12, 6, 0, 13);
    const auto weights = fittedMap({a.moments(), b.moments()}, torch::zeros({6, 12}), 0.1);
    const auto outputMean = [&](const Samples& task, const torch::Tensor& bias) {
      return task.x.to(torch::kFloat64).mm(weights.t()).mean(0) + bias.to(torch::kFloat64);
    };
    torch::Tensor own = torch::zeros({6}), shared = torch::zeros({6});
    fitBias(own, weights, {b.moments()});
    QVERIFY(relativeError(outputMean(b, own), b.z.to(torch::kFloat64).mean(0)) < 1e-5);
    fitBias(shared, weights, {a.moments(), b.moments()});
    QVERIFY(relativeError(outputMean(a, shared) + outputMean(b, shared),
                          a.z.to(torch::kFloat64).mean(0) + b.z.to(torch::kFloat64).mean(0)) < 1e-5);
  }

  void momentsDoNotDependOnTheBatches() {
    const Samples samples = randomSamples(333, 12, 7, 0, 3);
    const LayerMoments one = samples.moments(333), many = samples.moments(10);
    QVERIFY(relativeError(many.xx, one.xx) < 1e-12);
    QVERIFY(relativeError(many.zx, one.zx) < 1e-12);
    QVERIFY(relativeError(many.inputCovariance(),
                          centred(samples.x.to(torch::kFloat64)).t().mm(centred(samples.x.to(torch::kFloat64))) / 333) <
            1e-9);
    QVERIFY(relativeError(one.outputVariance(), samples.z.to(torch::kFloat64).var(0, false)) < 1e-9);
    QCOMPARE(many.samples, 333.0);
  }

  void manyPositionsAreSampled() {
    torch::manual_seed(4);
    const auto x = torch::randn({16, 3, 40, 40}) + 1;
    LayerMoments moments(3, 3);
    moments.add(x, 2 * x, 7);
    QCOMPARE(moments.samples, 8192.0);
    QVERIFY(relativeError(moments.x, torch::ones({3}, torch::kFloat64)) < 0.1);
    QVERIFY(relativeError(moments.zx, 2 * moments.xx) < 1e-6);
  }

  /// Of maps of one pixel, as a squeeze and an excite have them, every image is one sample, however many there are.
  void mapsOfOnePixelAreNotSampled() {
    torch::manual_seed(4);
    const auto x = torch::randn({300, 5, 1, 1}), z = torch::randn({300, 2, 1, 1});
    LayerMoments moments(5, 2);
    for (int begin = 0; begin < 300; begin += 64) {
      const int end = std::min(begin + 64, 300);
      moments.add(x.slice(0, begin, end), z.slice(0, begin, end), std::uint64_t(begin));
    }
    QCOMPARE(moments.samples, 300.0);
    const auto rowsX = x.flatten(1).to(torch::kFloat64), rowsZ = z.flatten(1).to(torch::kFloat64);
    QVERIFY(relativeError(moments.x, rowsX.mean(0)) < 1e-12);
    QVERIFY(relativeError(moments.xx, rowsX.t().mm(rowsX) / 300) < 1e-12);
    QVERIFY(relativeError(moments.zx, rowsZ.t().mm(rowsX) / 300) < 1e-12);
    QVERIFY(relativeError(moments.zz, rowsZ.square().mean(0)) < 1e-12);
  }

  void singularSystemsHaveTheSmallestSolution() {
    torch::manual_seed(5);
    const auto half = torch::randn({9, 4}, torch::kFloat64);
    const auto s = half.mm(half.t()), b = torch::randn({3, 9}, torch::kFloat64);
    QVERIFY(relativeError(solveSymmetric(s, b), b.mm(torch::linalg_pinv(s, 1e-10))) < 1e-6);
    QVERIFY(torch::equal(solveSymmetric(torch::zeros({4, 4}, torch::kFloat64), b.narrow(1, 0, 4)),
                         torch::zeros({3, 4}, torch::kFloat64)));
    const auto regular = s + torch::eye(9, torch::kFloat64);
    QVERIFY(relativeError(solveSymmetric(regular, b).mm(regular), b) < 1e-10);
  }

  /// The batch normalization gives the task back the mean and the variance that the teacher's output has.
  void batchNormRestoresMeanAndVariance() {
    const Samples a = randomSamples(800, 16, 10, 0, 6), b = randomSamples(800, 16, 10, 0, 7);
    const auto weights = leastSquaresWeights({a.moments(), b.moments()}, 1e-4, BnPolicy::PerTask);
    for (const Samples& task : {a, b}) {
      torch::nn::BatchNorm2d bn(torch::nn::BatchNorm2dOptions(10).eps(1e-3));
      fitBatchNorm(bn, weights, {task.moments()});
      bn->eval();
      torch::NoGradGuard noGrad;
      const auto output = bn->forward(task.x.mm(weights.to(torch::kFloat32).t()).unsqueeze(2).unsqueeze(3)).flatten(1);
      QVERIFY(relativeError(output.mean(0), task.z.mean(0)) < 1e-3);
      QVERIFY(relativeError(output.std(0), task.z.std(0)) < 1e-3);
      QVERIFY(((centred(output) * centred(task.z)).sum(0) > 0).all().item<bool>());
    }
  }

  /// The formula against what it stands for: the residual of one weight vector for both minus those of two.
  void pairingCostsAreExcessResiduals() {
    const Samples a = randomSamples(400, 10, 6, 0, 8), b = randomSamples(250, 10, 6, 0, 9);
    const auto costs = pairingCosts(a.moments(), b.moments(), 0);
    const auto rows = [](const torch::Tensor& values, bool scaled) {
      const auto one = centred(values.to(torch::kFloat64));
      return (scaled ? one / one.std(0, false) : one) / std::sqrt(double(values.size(0)));
    };
    const auto xA = rows(a.x, false), xB = rows(b.x, false), zA = rows(a.z, true), zB = rows(b.z, true);
    for (const int i : {0, 3, 5})
      for (const int j : {0, 2, 4}) {
        const auto yA = zA.narrow(1, i, 1), yB = zB.narrow(1, j, 1);
        const double excess =
            residual(torch::cat({xA, xB}), torch::cat({yA, yB})) - residual(xA, yA) - residual(xB, yB);
        QVERIFY(std::abs(costs[i][j].item<double>() - excess / 2) < 1e-6);
      }
    QVERIFY(pairingCosts(a.moments(), a.moments(), 1e-4).diagonal().max().item<double>() < 1e-9);
  }

  void sharedBatchNormWorksToo() {
    Recipe recipe = tinyRecipe({1, 2, 13}, 2);
    setInitialization(recipe.defaults.start, Initialization::LeastSquares);
    recipe.bnPolicy = BnPolicy::Shared;
    Session session = tinySession(recipe);
    runSteps(session, remainingSteps(session), tinyData());
    MergedNetwork network = networkAt(session, session.current);
    QVERIFY(network.task(0)->pointwise(2)->bn.get() == network.task(1)->pointwise(2)->bn.get());
    QVERIFY(std::isfinite(session.steps.back()->calibrated[1].loss));
  }

  /// Least squares explains the teachers' outputs better than the mean does: what it is there for.
  void fitsBetterThanTheMean() {
    std::vector<double> mismatch;
    for (const Initialization how : {Initialization::Mean, Initialization::LeastSquares}) {
      Recipe recipe = tinyRecipe({4}, 1);
      setInitialization(recipe.defaults.start, how);
      recipe.defaults.calibration.learningRate = 1e-9;
      planSteps(recipe, {4});
      Session session = tinySession(recipe);
      const StepResult step = runStep(session, recipe.steps[0], tinyData());
      mismatch.push_back(step.curve.column("l1.a.4")[0] + step.curve.column("l1.b.4")[0]);
    }
    QVERIFY2(mismatch[1] < 0.8 * mismatch[0], qPrintable(QString("%1, %2").arg(mismatch[0]).arg(mismatch[1])));
  }

  void reportsAndStopsWithinABatch() {
    Recipe recipe = tinyRecipe({3}, 0);
    recipe.defaults.initializationImages = 64;
    recipe.defaults.start.alignment = Alignment::Mergeability;
    planSteps(recipe, {3});
    const Session session = tinySession(recipe);
    StopSource source;
    std::vector<StageProgress> seen;
    Observer observer;
    observer.stage = [&](const StageProgress& progress) {
      if (progress.stage != Stage::Initializing || progress.total == 0) return;
      seen.push_back(progress);
      QVERIFY(progress.done <= progress.total);
    };
    runStep(session, recipe.steps[0], tinyData(), {}, observer);
    QVERIFY(seen.size() >= 4);
    QCOMPARE(seen.back().done, seen.back().total);
    seen.clear();
    const auto report = observer.stage;
    observer.stage = [&](const StageProgress& progress) {
      report(progress);
      if (!seen.empty()) source.requestStop();
    };
    QVERIFY_THROWS_EXCEPTION(Cancelled, runStep(session, recipe.steps[0], tinyData(), {}, observer, {source.token()}));
    QCOMPARE(seen.size(), std::size_t(1));
  }

  void needsImages() {
    MobileNet a = randomNetwork(smallSpec(0.125), 1), b = randomNetwork(smallSpec(0.125), 2);
    MergedNetwork network({a, b}, BnPolicy::PerTask);
    ZIPPER_EXPECT_ERROR(initializeLayer(network, 1, Initialization::LeastSquares, 0), "needs calibration images");
    QVERIFY(!network.isMerged(1));
  }
};

ZIPPER_TEST(TestLeastSquares)
#include "test_least_squares.moc"
