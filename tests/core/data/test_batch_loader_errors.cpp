// SPDX-License-Identifier: GPL-3.0-or-later

#include <QtTest>
#include <future>
#include <thread>

#include "core/data/batch_loader.h"
#include "loader_spec.h"
#include "memory_dataset.h"
#include "support/expect_error.h"
#include "support/test_program.h"

using namespace zipper;
using namespace zipper::test;
using namespace std::chrono_literals;

namespace {

LoaderOptions batchesOf(int size, int threads = 2) {
  LoaderOptions options;
  options.batchSize = size;
  options.threads = threads;
  return options;
}

/// A data set whose reads wait until the gate opens, so that tests need not guess how long something takes.
struct GatedDataset {
  std::promise<void> gate;
  std::shared_future<void> open = gate.get_future().share();
  std::atomic<int> reads{0};
  std::shared_ptr<MemoryDataset> data = std::make_shared<MemoryDataset>(1000, 32, CV_8UC1);
  GatedDataset() {
    data->onRead = [this](std::int64_t) {
      ++reads;
      open.wait();
    };
  }
};

}  // namespace

class TestBatchLoaderErrors : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void leavesOutAndCountsUnreadableImages() {
    const auto data = std::make_shared<MemoryDataset>(30, 32, CV_8UC1);
    data->broken = {2, 11, 12, 13, 14, 15, 16, 17, 18, 19, 25, 26};
    BatchLoader loader(data, loaderSpec(1), batchesOf(10));
    QCOMPARE(loader.next()->images.size(0), std::int64_t(9));
    QCOMPARE(loader.unreadable().count, std::int64_t(1));
    QCOMPARE(loader.unreadable().messages.front(), std::string("/memory/2.png: can't be decoded"));
    const Batch second = *loader.next();
    QCOMPARE(second.indices, std::vector<std::int64_t>{10});
    QCOMPARE(second.labels.size(0), std::int64_t(1));
    QVERIFY(second.images.is_contiguous(torch::MemoryFormat::ChannelsLast));
    QCOMPARE(loader.next()->images.size(0), std::int64_t(8));
    QVERIFY(!loader.next());
    QCOMPARE(loader.unreadable().count, std::int64_t(12));
    QCOMPARE(loader.unreadable().messages.size(), std::size_t(10));
    const std::string text = unreadableText(loader.unreadable());
    QVERIFY(text.find("12 images can't be read and are left out: /memory/2.png: can't be decoded; /memory/11.png: ") ==
            0);
    QVERIFY(text.find("/memory/14.png: can't be decoded; and 7 more") != std::string::npos);
    QCOMPARE(unreadableText({1, {"x.png: bad"}}), std::string("1 image can't be read and is left out: x.png: bad"));
  }

  /// The input size of a network may be whatever a file claims.
  void saysThatABatchDoesNotFit() {
    const auto data = std::make_shared<MemoryDataset>(6, 32, CV_8UC1);
    MobileNetSpec spec = loaderSpec(1);
    spec.inputSize = 4096;
    ZIPPER_EXPECT_ERROR(BatchLoader(data, spec, batchesOf(1 << 20)),
                        "a batch of 1048576 images of 4096x4096 pixels takes about");
  }

  void skipsBatchesWithoutAnyReadableImage() {
    const auto data = std::make_shared<MemoryDataset>(6, 32, CV_8UC1);
    data->broken = {0, 1, 4, 5};
    BatchLoader loader(data, loaderSpec(1), batchesOf(2));
    QCOMPARE(loader.next()->indices, (std::vector<std::int64_t>{2, 3}));
    QVERIFY(!loader.next());
    QCOMPARE(loader.unreadable().count, std::int64_t(4));
  }

  void countsAnImageOnceOverAllEpochs() {
    const auto data = std::make_shared<MemoryDataset>(4, 32, CV_8UC1);
    data->broken = {1};
    LoaderOptions options = batchesOf(4);
    options.endless = true;
    BatchLoader loader(data, loaderSpec(1), options);
    for (int i = 0; i < 5; ++i) QCOMPARE(loader.next()->images.size(0), std::int64_t(3));
    QCOMPARE(loader.unreadable().count, std::int64_t(1));
  }

  void throwsWhenNothingIsLeft() {
    const auto data = std::make_shared<MemoryDataset>(5, 32, CV_8UC1);
    data->broken = {0, 1, 2, 3, 4};
    for (const bool endless : {false, true}) {
      LoaderOptions options = batchesOf(2);
      options.endless = endless;
      BatchLoader loader(data, loaderSpec(1), options);
      ZIPPER_EXPECT_ERROR(loader.next(),
                          "none of the 5 images can be read: /memory/0.png: can't be decoded; /memory/1.png: can't");
      ZIPPER_EXPECT_ERROR(loader.next(), "none of the 5 images");
    }
  }

  void countsACorruptFileOfAnImageTree() {
    Folder folder;
    for (int i = 0; i < 3; ++i) {
      writeImage(folder.path() / "train/a" / concat(i, ".jpg"), noise(40, 40, CV_8UC3, 1));
      writeImage(folder.path() / "train/b" / concat(i, ".jpg"), noise(40, 40, CV_8UC3, 1));
      writeImage(folder.path() / "test/a" / concat(i, ".jpg"), noise(40, 40, CV_8UC3, 1));
    }
    const fs::path bad = folder.path() / "train/a/1.jpg";
    writeBytes(bad, readBytes(bad).substr(0, 700));
    BatchLoader loader(openDataset(folder.text()), loaderSpec(3), {});
    QCOMPARE(loader.next()->indices, (std::vector<std::int64_t>{0, 2, 3, 4, 5}));
    QCOMPARE(loader.unreadable().count, std::int64_t(1));
    QVERIFY(loader.unreadable().messages[0].find(bad.string() + ": ") == 0);
  }

  void refusesLabelsOutsideTheNetwork() {
    const auto data = std::make_shared<MemoryDataset>(30, 32, CV_8UC1);
    MobileNetSpec spec = loaderSpec(1);
    spec.classes = 8;
    ZIPPER_EXPECT_ERROR(BatchLoader(data, spec, {}),
                        "/memory/8.png: has label 8, but the network has 8 classes: 0 to 7 are allowed");
    spec.classes = 10;
    spec.classOffset = 1;
    ZIPPER_EXPECT_ERROR(BatchLoader(data, spec, {}),
                        "/memory/9.png: has label 9, but the network has 10 classes (class offset 1)");
    spec.classes = 0;  // no head: any label will do
    BatchLoader loader(data, spec, {});
    QVERIFY(loader.next());
  }

  void refusesImpossibleOptions() {
    const auto data = std::make_shared<MemoryDataset>(30, 32, CV_8UC1);
    ZIPPER_EXPECT_ERROR(BatchLoader(data, loaderSpec(1), batchesOf(0)), "a batch size of at least 1");
    ZIPPER_EXPECT_ERROR(BatchLoader(subset(data, {}), loaderSpec(1), {}), "the data set is empty");
  }

  void surfacesFailuresOfItsThreads() {
    const auto data = std::make_shared<MemoryDataset>(30, 32, CV_8UC1);
    data->onRead = [](std::int64_t index) {
      if (index == 12) throw std::runtime_error("the disk is on fire");
    };
    BatchLoader loader(data, loaderSpec(1), batchesOf(10));
    QCOMPARE(loader.next()->images.size(0), std::int64_t(10));
    ZIPPER_EXPECT_ERROR(loader.next(), "the disk is on fire");
    ZIPPER_EXPECT_ERROR(loader.next(), "the disk is on fire");
  }

  void namesAnImageThatCannotBeFitted() {
    BatchLoader loader(std::make_shared<MemoryDataset>(3, 32, CV_8UC2), loaderSpec(1), {});
    ZIPPER_EXPECT_ERROR(loader.next(),
                        "/memory/0.png: preprocessing: an 8-bit image with 1 or 3 channels was expected");
  }

  void stopEndsANextThatWaits() {
    GatedDataset gated;
    BatchLoader loader(gated.data, loaderSpec(1), batchesOf(10));
    auto result = std::async(std::launch::async, [&] { return loader.next().has_value(); });
    while (gated.reads < 2) std::this_thread::yield();
    QCOMPARE(result.wait_for(50ms), std::future_status::timeout);  // nothing can be ready yet
    loader.stop();
    QCOMPARE(result.wait_for(20s), std::future_status::ready);  // though no image has been read
    QVERIFY(!result.get());
    QVERIFY(!loader.next());
    gated.gate.set_value();
  }

  void endsWithinOneImage() {
    GatedDataset gated;
    {
      BatchLoader loader(gated.data, loaderSpec(1), batchesOf(500));
      while (gated.reads < 2) std::this_thread::yield();
      loader.stop();
      gated.gate.set_value();
    }
    QCOMPARE(gated.reads.load(), 2);  // one for each thread
  }

  void preparesNoMoreThanAsked() {
    const auto data = std::make_shared<MemoryDataset>(1000, 32, CV_8UC1);
    std::atomic<int> reads{0};
    data->onRead = [&](std::int64_t) { ++reads; };
    LoaderOptions options = batchesOf(10, 2);
    options.prefetch = 3;
    BatchLoader loader(data, loaderSpec(1), options);
    while (reads < 30) std::this_thread::yield();
    std::this_thread::sleep_for(50ms);
    QCOMPARE(reads.load(), 30);
    loader.next();
    while (reads < 40) std::this_thread::yield();
    std::this_thread::sleep_for(50ms);
    QCOMPARE(reads.load(), 40);
  }

  void canBeDroppedAtAnyTime() {
    const auto data = std::make_shared<MemoryDataset>(100, 32, CV_8UC3);
    for (int i = 0; i < 60; ++i) {
      LoaderOptions options = batchesOf(8, 1 + i % 4);
      options.endless = true;
      BatchLoader loader(data, loaderSpec(3), options);
      for (int k = 0; k < i % 5; ++k) QVERIFY(loader.next());
    }
  }
};

ZIPPER_TEST(TestBatchLoaderErrors)
#include "test_batch_loader_errors.moc"
