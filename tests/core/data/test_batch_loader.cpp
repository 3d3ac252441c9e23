// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/data/batch_loader.h"

#include <QtTest>
#include <random>

#include "loader_spec.h"
#include "memory_dataset.h"
#include "support/expect_error.h"
#include "support/test_program.h"

using namespace zipper;
using namespace zipper::test;

namespace {

std::vector<Batch> take(BatchLoader& loader, int most) {
  std::vector<Batch> batches;
  while (int(batches.size()) < most) {
    auto batch = loader.next();
    if (!batch) break;
    batches.push_back(std::move(*batch));
  }
  return batches;
}

bool same(const std::vector<Batch>& a, const std::vector<Batch>& b) {
  if (a.size() != b.size()) return false;
  for (std::size_t i = 0; i < a.size(); ++i)
    if (a[i].indices != b[i].indices || !torch::equal(a[i].images, b[i].images) ||
        !torch::equal(a[i].labels, b[i].labels))
      return false;
  return true;
}

LoaderOptions busyOptions(std::uint64_t seed, int threads) {
  LoaderOptions options;
  options.batchSize = 7;
  options.shuffle = options.endless = true;
  options.augmentation = {4, 0.4, true, 0.3};
  options.seed = seed;
  options.threads = threads;
  options.prefetch = 3;
  return options;
}

}  // namespace

class TestBatchLoader : public QObject {
  Q_OBJECT

 private:
  std::uint64_t seed_ = std::random_device{}();

 private Q_SLOTS:
  void initTestCase() { qInfo("seed %llu", static_cast<unsigned long long>(seed_)); }

  /// Augmented and with unreadable images; a share whose images all are unreadable is delivered empty.
  void sharesMakeUpTheWholeBatch() {
    const auto data = std::make_shared<MemoryDataset>(30, 32, CV_8UC3);
    for (std::int64_t i = 0; i < 30; i += 3) data->broken.insert(i);
    LoaderOptions options = busyOptions(seed_, 2);
    BatchLoader whole(data, loaderSpec(3), options);
    std::vector<std::unique_ptr<BatchLoader>> parts;
    for (int i = 0; i < 3; ++i) {
      options.share = {i, 3};
      parts.push_back(std::make_unique<BatchLoader>(data, loaderSpec(3), options));
    }
    for (int i = 0; i < 9; ++i) {
      const Batch expected = *whole.next();
      std::vector<torch::Tensor> images, labels;
      // A batch without any readable image is left out of the whole, but no process can know that it is one.
      while (images.empty() || torch::cat(images).size(0) == 0) {
        images.clear(), labels.clear();
        for (auto& part : parts) {
          const Batch batch = *part->next();
          images.push_back(batch.images);
          labels.push_back(batch.labels);
        }
      }
      QVERIFY(torch::equal(torch::cat(images), expected.images));
      QVERIFY(torch::equal(torch::cat(labels), expected.labels));
    }
  }

  void decodesNoImageOfAnotherShare() {
    const auto data = std::make_shared<MemoryDataset>(40, 32, CV_8UC3);
    LoaderOptions options;
    options.batchSize = 8;
    options.share = {1, 4};
    data->onRead = [](std::int64_t index) {
      if (index % 8 / 2 != 1) fail("image ", index, " belongs to another share");
    };
    BatchLoader loader(data, loaderSpec(3), options);
    const auto batches = take(loader, 99);
    QCOMPARE(batches.size(), std::size_t(5));
    for (const Batch& batch : batches) QCOMPARE(batch.images.size(0), std::int64_t(2));
  }

  void deliversOnePassInOrder() {
    const auto data = std::make_shared<MemoryDataset>(50, 32, CV_8UC3);
    LoaderOptions options;
    options.batchSize = 16;
    options.threads = 3;
    BatchLoader loader(data, loaderSpec(3), options);
    QCOMPARE(loader.batchesPerEpoch(), std::int64_t(4));
    const auto batches = take(loader, 100);
    QCOMPARE(batches.size(), std::size_t(4));
    QCOMPARE(batches[3].images.size(0), std::int64_t(2));
    std::int64_t expected = 0;
    for (const auto& batch : batches)
      for (const auto index : batch.indices) QCOMPARE(index, expected++);
    QCOMPARE(expected, std::int64_t(50));
    QVERIFY(!loader.next());
    QCOMPARE(loader.unreadable().count, std::int64_t(0));
  }

  void deliversNormalizedPixelsAndLabels() {
    const auto data = std::make_shared<MemoryDataset>(5, 32, CV_8UC3);
    MobileNetSpec spec = loaderSpec(3);
    spec.classes = 11;
    spec.classOffset = 1;
    BatchLoader loader(data, spec, {});
    const Batch batch = *loader.next();
    QCOMPARE(batch.images.sizes().vec(), (std::vector<std::int64_t>{5, 3, 32, 32}));
    QVERIFY(batch.images.is_contiguous(torch::MemoryFormat::ChannelsLast));
    QCOMPARE(batch.images.scalar_type(), torch::kFloat32);
    QCOMPARE(batch.labels.scalar_type(), torch::kInt64);
    QCOMPARE(batch.labels[3].item<std::int64_t>(), std::int64_t(4));
    const int pixel = data->image(3).at<cv::Vec3b>(20, 11)[2];
    QVERIFY(std::abs(batch.images[3][2][20][11].item<float>() - float((pixel / 255.0 - 0.5) / 0.5)) < 1e-6f);
  }

  void deliversGreyChannelsLast() {
    BatchLoader loader(std::make_shared<MemoryDataset>(3, 32, CV_8UC3), loaderSpec(1), {});
    const torch::Tensor images = loader.next()->images;
    QCOMPARE(images.sizes().vec(), (std::vector<std::int64_t>{3, 1, 32, 32}));
    QCOMPARE(images.strides().vec(), (std::vector<std::int64_t>{1024, 1, 32, 1}));
    QVERIFY(images.is_contiguous(torch::MemoryFormat::ChannelsLast));
  }

  void isTheSameForAnyNumberOfThreads() {
    const auto data = std::make_shared<MemoryDataset>(45, 36, CV_8UC3);
    const_cast<MemoryDataset&>(*data).broken = {3, 4, 30};
    BatchLoader one(data, loaderSpec(3), busyOptions(seed_, 1));
    const auto expected = take(one, 20);
    QCOMPARE(expected.size(), std::size_t(20));
    for (const int threads : {2, 4}) {
      BatchLoader loader(data, loaderSpec(3), busyOptions(seed_, threads));
      QVERIFY(same(take(loader, 20), expected));
      QCOMPARE(loader.unreadable().messages, one.unreadable().messages);
    }
    BatchLoader other(data, loaderSpec(3), busyOptions(seed_ + 1, 2));
    QVERIFY(!same(take(other, 20), expected));
  }

  void changesAnImageAnewInEachEpoch() {
    LoaderOptions options = busyOptions(seed_, 1);
    options.shuffle = false;
    BatchLoader loader(std::make_shared<MemoryDataset>(7, 36, CV_8UC3), loaderSpec(3), options);
    const auto batches = take(loader, 2);
    QCOMPARE(batches[0].indices, batches[1].indices);
    QVERIFY(!torch::equal(batches[0].images, batches[1].images));
  }

  void repeatsSmallDataSetsWithoutGrowingTheBatch() {
    LoaderOptions options;
    options.batchSize = 64;
    options.endless = true;
    options.dropLast = true;
    BatchLoader loader(std::make_shared<MemoryDataset>(5, 32, CV_8UC1), loaderSpec(1), options);
    for (const auto& batch : take(loader, 6)) QCOMPARE(batch.images.size(0), std::int64_t(5));
  }

  void theLastBatchOfAnEndlessEpochMayBeSmaller() {
    LoaderOptions options;
    options.batchSize = 4;
    options.endless = true;
    std::vector<std::int64_t> sizes;
    BatchLoader loader(std::make_shared<MemoryDataset>(6, 32, CV_8UC1), loaderSpec(1), options);
    for (const auto& batch : take(loader, 4)) sizes.push_back(batch.images.size(0));
    QCOMPARE(sizes, (std::vector<std::int64_t>{4, 2, 4, 2}));
  }

  void dropsTheLastBatchWhenAsked() {
    LoaderOptions options;
    options.batchSize = 4;
    options.dropLast = true;
    BatchLoader loader(std::make_shared<MemoryDataset>(10, 32, CV_8UC1), loaderSpec(1), options);
    QCOMPARE(take(loader, 9).size(), std::size_t(2));
  }

  void staysFastForSmallImages() {
    Folder folder;
    writeIdx(folder.path(), 4000, 10);
    LoaderOptions options;
    options.shuffle = true;
    BatchLoader loader(openDataset(folder.text()), loaderSpec(1), options);
    QElapsedTimer timer;
    timer.start();
    QCOMPARE(take(loader, 1000).size(), std::size_t(63));
    const double micros = double(timer.nsecsElapsed()) / 1000.0 / 4000.0;
    qInfo("%.2f microseconds for an image of 28x28 -> 32x32", micros);
    QVERIFY(micros < 1000.0);  // generous: sanitizers and busy machines; the log has the number
  }
};

ZIPPER_TEST(TestBatchLoader)
#include "test_batch_loader.moc"
