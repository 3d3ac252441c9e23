// SPDX-License-Identifier: GPL-3.0-or-later

#include <QtTest>

#include "core/data/batch_loader.h"
#include "loader_spec.h"
#include "support/test_program.h"

using namespace zipper;
using namespace zipper::test;

namespace {

const char* const folder = "/usr/share/datasets/fashion-mnist";  // Debian's dataset-fashion-mnist

DatasetPtr openFashion(Split split) {
  OpenOptions options;
  options.split = split;
  return openDataset(folder, options);
}

}  // namespace

/// Real data: https://github.com/zalandoresearch/fashion-mnist
class TestFashionMnist : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void initTestCase() {
    if (!QDir(folder).exists()) QSKIP("dataset-fashion-mnist is not installed");
  }

  void hasItsPublishedSizes() {
    for (const Split split : {Split::Train, Split::Test}) {
      const auto data = openFashion(split);
      const std::int64_t expected = split == Split::Train ? 60000 : 10000;
      QCOMPARE(data->size(), expected);
      QCOMPARE(data->classNames().size(), std::size_t(10));
      std::vector<std::int64_t> counts(10);
      for (std::int64_t i = 0; i < data->size(); ++i) ++counts[std::size_t(data->label(i))];
      QCOMPARE(counts, std::vector<std::int64_t>(10, expected / 10));
    }
    QCOMPARE(openFashion(Split::Train)->label(0), 9);  // an ankle boot comes first in both
    QCOMPARE(openFashion(Split::Test)->label(0), 9);
  }

  void hasItsPublishedMeanAndDeviation() {
    const auto data = openFashion(Split::Train);
    double sum = 0, squares = 0;
    for (std::int64_t i = 0; i < data->size(); ++i) {
      cv::Scalar mean, deviation;
      cv::meanStdDev(data->image(i), mean, deviation);
      sum += mean[0];
      squares += deviation[0] * deviation[0] + mean[0] * mean[0];
    }
    const double mean = sum / double(data->size());
    const double deviation = std::sqrt(squares / double(data->size()) - mean * mean);
    QVERIFY2(std::abs(mean / 255 - 0.2860) < 1e-4, qPrintable(QString::number(mean / 255)));
    QVERIFY2(std::abs(deviation / 255 - 0.3530) < 1e-4, qPrintable(QString::number(deviation / 255)));
  }

  void loadsAWholePass() {
    QElapsedTimer timer;
    const auto data = openFashion(Split::Test);
    timer.start();
    BatchLoader loader(data, loaderSpec(3), {});
    std::int64_t images = 0;
    while (const auto batch = loader.next()) images += batch->images.size(0);
    QCOMPARE(images, data->size());
    qInfo("%.2f microseconds an image, 28x28x1 -> 32x32x3, one thread",
          double(timer.nsecsElapsed()) / 1e3 / double(images));
  }
};

ZIPPER_TEST(TestFashionMnist)
#include "test_fashion_mnist.moc"
