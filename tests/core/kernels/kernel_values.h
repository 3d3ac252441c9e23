// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QRandomGenerator>
#include <QtTest>
#include <cmath>
#include <vector>

#include "core/kernels/kernels.h"

namespace zipper::test {

using Floats = std::vector<float>;
using Doubles = std::vector<double>;

/// Every set of loops that this processor runs, against plain loops in double.
inline std::vector<const Kernels*> sets() {
  const Kernels* found[3];
  return {found, found + kernelSets(found)};
}

inline bool close(double found, double expected, double size = 1) { return std::abs(found - expected) <= 1e-5 * size; }

/// Columns "rows" and "channels": sizes that fill vectors, and such that don't.
inline void addSizes() {
  QTest::addColumn<int>("rows");
  QTest::addColumn<int>("channels");
  for (const int channels : {1, 8, 11, 16, 24, 40, 64, 100, 192})
    for (const int rows : {1, 7, 300}) QTest::addRow("%d x %d", rows, channels) << rows << channels;
}

class RandomValues {
 public:
  /// From ZIPPER_TEST_SEED, or by chance; says which.
  void seed() {
    const auto seed = qEnvironmentVariableIsSet("ZIPPER_TEST_SEED") ? qEnvironmentVariable("ZIPPER_TEST_SEED").toUInt()
                                                                    : QRandomGenerator::global()->generate();
    qInfo("seed %u", seed);
    random_.seed(seed);
  }
  Floats operator()(std::size_t count, double low = -3, double high = 9) {
    Floats values(count);
    for (float& value : values) value = float(low + (high - low) * random_.generateDouble());
    return values;
  }

 private:
  QRandomGenerator random_{0};
};

}  // namespace zipper::test
