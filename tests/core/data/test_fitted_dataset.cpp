// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/data/fitted_dataset.h"

#include <QtTest>
#include <algorithm>
#include <atomic>
#include <future>
#include <random>

#include "core/data/batch_loader.h"
#include "core/data/fingerprint.h"
#include "core/data/relabelled_dataset.h"
#include "loader_spec.h"
#include "memory_dataset.h"
#include "support/expect_error.h"
#include "support/test_program.h"

using namespace zipper;
using namespace zipper::test;

namespace {

constexpr std::size_t everything = std::size_t(1) << 30;

/// Counts how often each image is decoded.
struct Counted {
  Counted(int images, int side, int type)
      : data(std::make_shared<MemoryDataset>(images, side, type)), reads(std::size_t(images)) {
    data->onRead = [this](std::int64_t index) { ++reads[std::size_t(index)]; };
  }
  /// How many images were decoded so often.
  int timesRead(int times) const { return int(std::count(reads.begin(), reads.end(), times)); }

  std::shared_ptr<MemoryDataset> data;
  std::vector<std::atomic<int>> reads;
};

LoaderOptions plainPass(int threads = 1) {
  LoaderOptions options;
  options.batchSize = 7;
  options.threads = threads;
  return options;
}

LoaderOptions changedAtRandom(const Augmentation& augmentation, std::uint64_t seed) {
  LoaderOptions options = plainPass(2);
  options.shuffle = true;
  options.augmentation = augmentation;
  options.seed = seed;
  return options;
}

std::vector<Batch> passOver(const DatasetPtr& dataset, const MobileNetSpec& spec, const LoaderOptions& options) {
  BatchLoader loader(dataset, spec, options);
  std::vector<Batch> batches;
  while (auto batch = loader.next()) batches.push_back(std::move(*batch));
  return batches;
}

bool sameBatches(const std::vector<Batch>& a, const std::vector<Batch>& b) {
  return std::equal(a.begin(), a.end(), b.begin(), b.end(), [](const Batch& one, const Batch& other) {
    return one.indices == other.indices && torch::equal(one.images, other.images) &&
           torch::equal(one.labels, other.labels);
  });
}

std::int64_t imagesIn(const std::vector<Batch>& batches) {
  std::int64_t count = 0;
  for (const Batch& batch : batches) count += batch.images.size(0);
  return count;
}

/// Grey and coloured files of several kinds and sizes.
void writeMixedFolder(const fs::path& folder) {
  const std::vector<cv::Size> sizes{{32, 32}, {28, 28}, {61, 45}, {45, 90}, {9, 200}};
  for (std::size_t i = 0; i < 20; ++i) {
    const cv::Size size = sizes[i % sizes.size()];
    const cv::Mat image = noise(size.height, size.width, i % 3 == 0 ? CV_8UC1 : CV_8UC3, i);
    writeImage(folder / "train" / (i % 2 ? "ant" : "bee") / concat(i, i % 4 < 2 ? ".png" : ".jpg"), image);
  }
  writeImage(folder / "test/ant/0.png", noise(30, 30, CV_8UC3, 1));
}

}  // namespace

class TestFittedDataset : public QObject {
  Q_OBJECT

 private:
  std::uint64_t seed_ = std::random_device{}();

 private Q_SLOTS:
  void initTestCase() { qInfo("seed %llu", static_cast<unsigned long long>(seed_)); }

  void batchesAreTheSame_data() {
    QTest::addColumn<bool>("files");
    QTest::addColumn<int>("channels");
    QTest::addColumn<bool>("bgr");
    QTest::addColumn<int>("images");  // that there is room for
    for (const bool files : {false, true})
      for (const int images : {0, 9, 100}) {
        const char* kind = files ? "folder" : "idx";
        QTest::addRow("%s, grey, %d", kind, images) << files << 1 << false << images;
        QTest::addRow("%s, RGB, %d", kind, images) << files << 3 << false << images;
        QTest::addRow("%s, BGR, %d", kind, images) << files << 3 << true << images;
      }
  }

  void batchesAreTheSame() {
    QFETCH(const bool, files);
    QFETCH(const int, channels);
    QFETCH(const bool, bgr);
    QFETCH(const int, images);
    Folder folder;
    if (files)
      writeMixedFolder(folder.path());
    else
      writeIdx(folder.path(), 20, 10);
    MobileNetSpec spec = loaderSpec(channels);
    if (bgr) spec.normalization.order = ChannelOrder::BGR;
    const DatasetPtr base = openDataset(folder.text());
    const DatasetPtr kept = fittedDataset(base, spec, std::size_t(images) * 32 * 32 * std::size_t(channels));
    const Augmentation shifts{4}, all{4, 0.4, true, 0.3};
    for (int pass = 0; pass < 2; ++pass)
      for (const LoaderOptions& options :
           {plainPass(), changedAtRandom(shifts, seed_), changedAtRandom(all, seed_), changedAtRandom({}, seed_ + 1)})
        QVERIFY(sameBatches(passOver(kept, spec, options), passOver(base, spec, options)));
  }

  void eachImageIsDecodedOnce() {
    Counted counted(20, 40, CV_8UC3);
    const DatasetPtr kept = fittedDataset(counted.data, loaderSpec(3), everything);
    for (int pass = 0; pass < 3; ++pass)
      passOver(kept, loaderSpec(3), pass == 1 ? changedAtRandom({4}, seed_) : plainPass());
    QCOMPARE(counted.timesRead(1), 20);
  }

  void whatThereIsNoRoomForIsDecodedInEveryPass() {
    Counted counted(20, 40, CV_8UC1);
    const DatasetPtr kept = fittedDataset(counted.data, loaderSpec(3), 10 * 32 * 32 * 3 + 99);
    for (int pass = 0; pass < 3; ++pass)
      passOver(kept, loaderSpec(3), changedAtRandom({}, seed_ + std::uint64_t(pass)));
    QCOMPARE(counted.timesRead(1), 10);
    QCOMPARE(counted.timesRead(3), 10);
  }

  /// As samples, splits and matched classes are made of a task's images.
  void partsAndOtherLabelsUseWhatIsKept() {
    Counted counted(20, 40, CV_8UC3);
    const DatasetPtr kept = fittedDataset(counted.data, loaderSpec(3), everything);
    MobileNetSpec reversed = loaderSpec(3);
    reversed.classNames = {"9", "8", "7", "6", "5", "4", "3", "2", "1", "0"};
    const DatasetPtr matched =
        relabelled(kept, matchAsGiven(reversed, kept->classNames(), {9, 8, 7, 6, 5, 4, 3, 2, 1, 0}), reversed);
    QCOMPARE(matched->label(1), 8);
    passOver(subset(matched, {3, 5, 7}), reversed, plainPass());
    passOver(stratifiedSplit(kept, 0.5, 1).first, reversed, plainPass());
    passOver(matched, reversed, plainPass());
    QCOMPARE(counted.timesRead(1), 20);
    QCOMPARE(asOpened(matched), kept);
  }

  void wholeImagesStayWhole() {
    Counted counted(12, 40, CV_8UC3);
    const DatasetPtr kept = fittedDataset(counted.data, loaderSpec(1), everything);
    passOver(kept, loaderSpec(1), plainPass());
    QVERIFY(equal(kept->image(3), noise(40, 40, CV_8UC3, 4)));
    QCOMPARE(fingerprint(*kept), fingerprint(MemoryDataset(12, 40, CV_8UC3)));
    for (auto& reads : counted.reads) reads = 0;
    passOver(kept, loaderSpec(1), changedAtRandom({0, 0.5}, seed_));  // crops are cut from the whole image
    QCOMPARE(counted.timesRead(1), 12);
  }

  void otherInputsAreFittedAnew() {
    Counted counted(12, 40, CV_8UC3);
    const DatasetPtr kept = fittedDataset(counted.data, loaderSpec(3), everything);
    MobileNetSpec larger = loaderSpec(3);
    larger.inputSize = 48;
    for (const MobileNetSpec& spec : {larger, loaderSpec(1), loaderSpec(3)})
      for (int pass = 0; pass < 2; ++pass)
        QVERIFY(sameBatches(passOver(kept, spec, plainPass()),
                            passOver(std::make_shared<MemoryDataset>(12, 40, CV_8UC3), spec, plainPass())));
    QCOMPARE(counted.timesRead(5), 12);  // twice for each of the others, once for its own
  }

  void tellsWhatItsBaseTells() {
    Folder folder;
    for (int i = 0; i < 5; ++i)
      for (const char* name : {"ant", "bee"})
        writeImage(folder.path() / name / concat(i, ".png"), noise(20, 20, CV_8UC3, std::uint64_t(i)));
    OpenOptions options;
    options.cacheBytes = 0;
    const DatasetPtr base = openDataset(folder.text(), options), kept = fittedDataset(base, loaderSpec(3), everything);
    QCOMPARE(kept->size(), base->size());
    QCOMPARE(kept->label(5), base->label(5));
    QCOMPARE(kept->describeImage(2), base->describeImage(2));
    QCOMPARE(kept->classNames(), base->classNames());
    QCOMPARE(kept->notes(), base->notes());
    QVERIFY(!kept->notes().empty());
    passOver(kept, loaderSpec(3), plainPass());
    fs::remove_all(folder.path() / "ant");  // what is held out for testing keeps its images, too
    QCOMPARE(imagesIn(passOver(kept, loaderSpec(3), plainPass())), std::int64_t(8));
    QCOMPARE(imagesIn(passOver(base, loaderSpec(3), plainPass())), std::int64_t(4));
  }

  void isWrappedOnce() {
    Counted counted(12, 40, CV_8UC3);
    const DatasetPtr kept = fittedDataset(counted.data, loaderSpec(3), everything);
    passOver(kept, loaderSpec(3), plainPass());
    MobileNetSpec bgr = loaderSpec(3);
    bgr.normalization.order = ChannelOrder::BGR;
    QCOMPARE(fittedDataset(kept, bgr, everything), kept);  // reads the same pixels
    const DatasetPtr less = fittedDataset(kept, loaderSpec(3), 0);
    passOver(less, loaderSpec(3), plainPass());
    passOver(less, loaderSpec(3), plainPass());
    QCOMPARE(counted.timesRead(3), 12);  // not by way of what the first keeps
  }

  void damagedImagesAreToldInEveryPass() {
    Counted counted(12, 40, CV_8UC3);
    counted.data->broken = {2, 11};
    const DatasetPtr kept = fittedDataset(counted.data, loaderSpec(3), everything);
    for (int pass = 0; pass < 3; ++pass) {
      BatchLoader loader(kept, loaderSpec(3), plainPass());
      QCOMPARE(loader.next()->indices, (std::vector<std::int64_t>{0, 1, 3, 4, 5, 6}));
      QCOMPARE(loader.next()->images.size(0), std::int64_t(4));
      QVERIFY(!loader.next());
      QCOMPARE(loader.unreadable().count, std::int64_t(2));
      QCOMPARE(loader.unreadable().messages[0], std::string("/memory/2.png: can't be decoded"));
    }
    QCOMPARE(counted.timesRead(1), 10);
    QCOMPARE(counted.timesRead(3), 2);
  }

  void whatCannotBeFittedIsNoDamagedImage() {
    const auto odd = std::make_shared<MemoryDataset>(3, 40, CV_8UC2);
    BatchLoader loader(fittedDataset(odd, loaderSpec(3), everything), loaderSpec(3), plainPass());
    ZIPPER_EXPECT_ERROR(loader.next(),
                        "/memory/0.png: preprocessing: an 8-bit image with 1 or 3 channels was expected");
  }

  void namesTheImageThatIsNotThere() {
    Folder folder;
    writeIdx(folder.path(), 20, 10);
    const DatasetPtr kept = fittedDataset(openDataset(folder.text()), loaderSpec(3), everything);
    ZIPPER_EXPECT_ERROR(kept->fitted(20, Preprocessing(loaderSpec(3))), "there is no image 20 of 20");
    ZIPPER_EXPECT_ERROR(kept->fitted(-1, Preprocessing(loaderSpec(3))), "there is no image -1 of 20");
  }

  void whatIsKeptCannotBeSpoilt() {
    DatasetPtr kept = fittedDataset(std::make_shared<MemoryDataset>(3, 32, CV_8UC3), loaderSpec(3), everything);
    const Preprocessing preprocessing(loaderSpec(3));
    for (int i = 0; i < 2; ++i) kept->fitted(1, preprocessing).setTo(cv::Scalar::all(7));
    const cv::Mat image = kept->fitted(1, preprocessing);
    kept.reset();
    QVERIFY(equal(image, noise(32, 32, CV_8UC3, 2)));
  }

  /// Two loaders at once, each with four threads that come upon the same images.
  void mayBeReadByManyThreads() {
    Counted counted(200, 40, CV_8UC3);
    const DatasetPtr kept = fittedDataset(counted.data, loaderSpec(3), std::size_t(150) * 32 * 32 * 3);
    const auto expected = passOver(std::make_shared<MemoryDataset>(200, 40, CV_8UC3), loaderSpec(3), plainPass());
    for (int pass = 0; pass < 2; ++pass) {
      auto other = std::async(std::launch::async, [&] { return passOver(kept, loaderSpec(3), plainPass(4)); });
      QVERIFY(sameBatches(passOver(kept, loaderSpec(3), plainPass(4)), expected));
      QVERIFY(sameBatches(other.get(), expected));
    }
    std::vector<int> before(counted.reads.begin(), counted.reads.end());
    QVERIFY(sameBatches(passOver(kept, loaderSpec(3), plainPass(4)), expected));
    int decoded = 0;
    for (std::size_t i = 0; i < before.size(); ++i) decoded += counted.reads[i] - before[i];
    QCOMPARE(decoded, 50);
  }

  void inputsThatNoNetworkHasKeepNothing() {
    for (const auto& [size, channels] : {std::pair(0, 3), std::pair(-5, 3), std::pair(32, 0), std::pair(1 << 30, 3)}) {
      MobileNetSpec spec = loaderSpec(channels);
      spec.inputSize = size;
      const DatasetPtr kept = fittedDataset(std::make_shared<MemoryDataset>(3, 40, CV_8UC3), spec, everything);
      QVERIFY(equal(kept->fitted(0, Preprocessing(loaderSpec(3))),
                    Preprocessing(loaderSpec(3)).fit(noise(40, 40, CV_8UC3, 1))));
    }
  }

  void saysWhatKeepingAllTakes() {
    QCOMPARE(fittedBytes(std::make_shared<MemoryDataset>(12, 40, CV_8UC1), loaderSpec(3)),
             std::size_t(12 * 32 * 32 * 3));
    QCOMPARE(fittedBytes(nullptr, loaderSpec(3)), std::size_t(0));
  }

  void budgetsAreDividedByNeed() {
    using Bytes = std::vector<std::size_t>;
    QCOMPARE(dividedBudget({}, 100), Bytes{});
    QCOMPARE(dividedBudget({10, 20, 30}, 100), (Bytes{10, 20, 30}));
    QCOMPARE(dividedBudget({90, 10, 90}, 100), (Bytes{45, 10, 45}));
    QCOMPARE(dividedBudget({500, 40, 0, 20}, 100), (Bytes{40, 40, 0, 20}));
    QCOMPARE(dividedBudget({500, 500, 500}, 100), (Bytes{33, 33, 34}));
    QCOMPARE(dividedBudget({500, 500}, 0), (Bytes{0, 0}));
  }
};

ZIPPER_TEST(TestFittedDataset)
#include "test_fitted_dataset.moc"
