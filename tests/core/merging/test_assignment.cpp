// SPDX-License-Identifier: GPL-3.0-or-later

#include <QTemporaryDir>
#include <QtTest>
#include <algorithm>
#include <limits>
#include <numeric>

#include "core/merging/assignment.h"
#include "core/support/files.h"
#include "core/support/libtorch.h"
#include "core/support/random.h"
#include "support/expect_error.h"
#include "support/python_reference.h"
#include "support/test_program.h"

using namespace zipper;

namespace {

constexpr std::uint64_t costsSeed = 20260301;

double total(const std::vector<double>& costs, const std::vector<int>& columns) {
  double sum = 0;
  for (std::size_t row = 0; row < columns.size(); ++row) sum += costs[row * columns.size() + std::size_t(columns[row])];
  return sum;
}

double bestByTrying(const std::vector<double>& costs, int size) {
  std::vector<int> columns(std::size_t(size), 0);
  std::iota(columns.begin(), columns.end(), 0);
  double best = std::numeric_limits<double>::infinity();
  do best = std::min(best, total(costs, columns));
  while (std::next_permutation(columns.begin(), columns.end()));
  return best;
}

/// Real numbers of either sign, or (kind 1) few different whole numbers: many ties.
std::vector<double> randomCosts(Random& random, int size, std::uint64_t kind) {
  std::vector<double> costs(std::size_t(size) * std::size_t(size));
  for (double& cost : costs) cost = kind == 1 ? double(random.below(4)) : random.uniform(-5, 5);
  return costs;
}

/// Like the distances of real channels: squared distances of points in a few dimensions.
std::vector<double> distanceCosts(Random& random, int size) {
  constexpr int dimensions = 8;
  std::vector<double> points(std::size_t(2 * size * dimensions));
  for (double& one : points) one = random.uniform();
  std::vector<double> costs;
  for (int a = 0; a < size; ++a)
    for (int b = size; b < 2 * size; ++b) {
      double sum = 0;
      for (int d = 0; d < dimensions; ++d) {
        const double difference = points[std::size_t(a * dimensions + d)] - points[std::size_t(b * dimensions + d)];
        sum += difference * difference;
      }
      costs.push_back(sum);
    }
  return costs;
}

bool isPermutation(std::vector<int> columns) {
  std::sort(columns.begin(), columns.end());
  for (std::size_t i = 0; i < columns.size(); ++i)
    if (columns[i] != int(i)) return false;
  return true;
}

/// The columns that SciPy's linear_sum_assignment chooses.
std::vector<int> scipyAssign(const std::vector<double>& costs, int size) {
  QTemporaryDir folder;
  const QString path = folder.filePath("costs.bin");
  writeFileAtomically(path.toStdString(),
                      std::string(reinterpret_cast<const char*>(costs.data()), costs.size() * sizeof(double)));
  const QByteArray printed = test::runReferenceScript("reference_solvers.py", {"assign", path, QString::number(size)});
  std::vector<int> columns;
  for (const QByteArray& number : printed.simplified().split(' ')) columns.push_back(number.toInt());
  return columns;
}

}  // namespace

class TestAssignment : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void isTheBestOfAll() {
    Random random(costsSeed);
    for (int run = 0; run < 300; ++run) {
      const int size = int(random.below(8));
      const auto costs = randomCosts(random, size, random.below(2));
      const auto columns = assign(costs, size);
      QVERIFY(isPermutation(columns) && int(columns.size()) == size);
      const double difference = std::abs(total(costs, columns) - bestByTrying(costs, size));
      QVERIFY2(difference < 1e-9, qPrintable(QString("seed %1, run %2").arg(costsSeed).arg(run)));
    }
  }

  void equalsSciPy_data() {
    QTest::addColumn<int>("size");
    QTest::addColumn<int>("kind");
    for (const int size : {1, 17, 128, 400})
      for (const int kind : {0, 1, 2}) QTest::addRow("%d of kind %d", size, kind) << size << kind;
  }
  void equalsSciPy() {
    QFETCH(int, size);
    QFETCH(int, kind);
    Random random(costsSeed + std::uint64_t(size));
    const auto costs = kind == 2 ? distanceCosts(random, size) : randomCosts(random, size, std::uint64_t(kind));
    const auto ours = assign(costs, size), theirs = scipyAssign(costs, size);
    QVERIFY(isPermutation(ours));
    QVERIFY2(std::abs(total(costs, ours) - total(costs, theirs)) < 1e-9 * size, qPrintable(QString::number(costsSeed)));
    // Without ties the best assignment is the only one.
    if (kind != 1) QCOMPARE(ours, theirs);
  }

  void findsAHiddenPermutation() {
    Random random(costsSeed);
    std::vector<int> hidden(50);
    std::iota(hidden.begin(), hidden.end(), 0);
    shuffle(hidden, random);
    std::vector<double> costs(2500, 1);
    for (std::size_t row = 0; row < 50; ++row) costs[row * 50 + std::size_t(hidden[row])] = 0.9;
    QCOMPARE(assign(costs, 50), hidden);
  }

  /// A layer of width 1.0 has 1,024 channels; a step must not wait for its alignment.
  void isQuick() {
    Random random(costsSeed);
    const auto costs = distanceCosts(random, 1024);
    QElapsedTimer timer;
    timer.start();
    QVERIFY(isPermutation(assign(costs, 1024)));
    QVERIFY2(timer.elapsed() < 1000, qPrintable(QString::number(timer.elapsed())));
  }

  void refusesWhatCannotBeAssigned() {
    ZIPPER_EXPECT_ERROR(assign({1, 2, 3}, 2), "3 costs found, 2 x 2 expected");
    ZIPPER_EXPECT_ERROR(assign({1, 2, 3, std::nan("")}, 2), "a cost isn't finite");
    QVERIFY(assign({}, 0).empty());
  }
};

ZIPPER_TEST(TestAssignment)
#include "test_assignment.moc"
