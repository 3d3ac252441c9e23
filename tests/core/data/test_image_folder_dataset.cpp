// SPDX-License-Identifier: GPL-3.0-or-later

#include <QtTest>
#include <set>
#include <thread>

#include "core/data/dataset.h"
#include "data_files.h"
#include "support/expect_error.h"

using namespace zipper;
using namespace zipper::test;

namespace {

void writeClass(const fs::path& folder, int images) {
  for (int i = 0; i < images; ++i)
    writeImage(folder / concat("image", 10 + i, ".png"), noise(9, 11, CV_8UC3, std::uint64_t(i)));
}

DatasetPtr open(const Folder& folder, Split split, std::size_t cacheBytes = 1 << 20) {
  OpenOptions options;
  options.split = split;
  options.cacheBytes = cacheBytes;
  return openDataset(folder.text(), options);
}

std::set<std::string> paths(const Dataset& dataset) {
  std::set<std::string> result;
  for (int i = 0; i < dataset.size(); ++i) result.insert(dataset.describeImage(i));
  return result;
}

}  // namespace

class TestImageFolderDataset : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void labelsByFolderInTheOrderOfNames() {
    Folder folder;
    writeClass(folder.path() / "train/dog", 2);
    writeClass(folder.path() / "train/cat", 3);
    writeClass(folder.path() / "test/dog", 1);
    const auto train = open(folder, Split::Train);
    QCOMPARE(train->size(), std::int64_t(5));
    QCOMPARE(train->classNames(), (std::vector<std::string>{"cat", "dog"}));
    QCOMPARE(train->label(0), 0);
    QCOMPARE(train->label(4), 1);
    QCOMPARE(train->describeImage(4), folder.text() + "/train/dog/image11.png");
    QCOMPARE(train->image(4).size(), cv::Size(11, 9));
    const auto test = open(folder, Split::Test);
    QCOMPARE(test->size(), std::int64_t(1));
    QCOMPARE(test->label(0), 1);  // by the classes of train/, though cat has no test images
    QCOMPARE(test->classNames(), train->classNames());
  }

  void valIsATestSplitToo() {
    Folder folder;
    writeClass(folder.path() / "train/a", 2);
    writeClass(folder.path() / "val/a", 3);
    QCOMPARE(open(folder, Split::Test)->size(), std::int64_t(3));
    writeImage(folder.path() / "test/unlabelled.png", noise(4, 4, CV_8UC1, 1));  // as in ImageNet
    QCOMPARE(open(folder, Split::Test)->size(), std::int64_t(3));
    writeClass(folder.path() / "test/a", 4);
    QCOMPARE(open(folder, Split::Test)->size(), std::int64_t(4));
  }

  void ignoresHiddenAndOtherFiles() {
    Folder folder;
    writeClass(folder.path() / "a", 5);
    writeClass(folder.path() / ".thumbnails", 5);
    writeBytes(folder.path() / "a/.hidden.png", "x");
    writeBytes(folder.path() / "a/notes.txt", "x");
    writeBytes(folder.path() / "readme.png", "x");
    QCOMPARE(open(folder, Split::Train)->size() + open(folder, Split::Test)->size(), std::int64_t(5));
    QCOMPARE(open(folder, Split::Train)->classNames(), std::vector<std::string>{"a"});
  }

  void splitsWhenThereIsNoSplit_data() {
    QTest::addColumn<QString>("prefix");
    QTest::newRow("classes directly") << ".";
    QTest::newRow("train/ only") << "train";
  }
  void splitsWhenThereIsNoSplit() {
    QFETCH(QString, prefix);
    Folder folder;
    writeClass(folder.path() / prefix.toStdString() / "a", 10);
    writeClass(folder.path() / prefix.toStdString() / "b", 5);
    const auto train = open(folder, Split::Train), test = open(folder, Split::Test);
    QCOMPARE(train->size(), std::int64_t(12));
    QCOMPARE(test->size(), std::int64_t(3));
    auto all = paths(*train);
    all.merge(paths(*test));
    QCOMPARE(all.size(), std::size_t(15));
  }

  void refusesTestClassesThatTrainDoesNotHave() {
    Folder folder;
    writeClass(folder.path() / "train/a", 2);
    writeClass(folder.path() / "test/b", 2);
    ZIPPER_EXPECT_ERROR(open(folder, Split::Test), folder.text() + "/test/b: the class \"b\" was not expected");
    QCOMPARE(open(folder, Split::Train)->size(), std::int64_t(2));
  }

  void refusesATestFolderAlone() {
    Folder folder;
    writeClass(folder.path() / "test/a", 2);
    ZIPPER_EXPECT_ERROR(open(folder, Split::Test), "were found in test/ but none in train/");
  }

  void refusesAClassWithoutImages() {
    Folder folder;
    writeClass(folder.path() / "a", 2);
    fs::create_directory(folder.path() / "docs");
    ZIPPER_EXPECT_ERROR(open(folder, Split::Train),
                        "/docs: images (.jpg .jpeg .png .webp .bmp) of one class were expected");
  }

  void saysWhenNothingCanBeHeldOut() {
    Folder folder;
    writeClass(folder.path() / "a", 1);
    writeClass(folder.path() / "b", 1);
    ZIPPER_EXPECT_ERROR(open(folder, Split::Test), "a test split can't be held out");
    QCOMPARE(open(folder, Split::Train)->size(), std::int64_t(2));
  }

  void namesAnImageThatCannotBeDecoded() {
    Folder folder;
    writeClass(folder.path() / "train/a", 2);
    writeClass(folder.path() / "test/a", 1);
    writeBytes(folder.path() / "train/a/bad.jpg", "broken");
    const auto train = open(folder, Split::Train);
    QCOMPARE(train->size(), std::int64_t(3));
    ZIPPER_EXPECT_ERROR(train->image(0), folder.text() + "/train/a/bad.jpg: can't be decoded");
  }

  void keepsImagesInMemoryWithinItsBudget() {
    Folder folder;
    writeClass(folder.path() / "train/a", 3);
    writeClass(folder.path() / "test/a", 1);
    const std::size_t one = 9 * 11 * 3 + sizeof(cv::Mat);
    const auto cached = open(folder, Split::Train, 2 * one), uncached = open(folder, Split::Train, 0);
    for (int i = 0; i < 3; ++i) QVERIFY(equal(cached->image(i), uncached->image(i)));
    fs::remove_all(folder.path() / "train");
    cached->image(0);
    cached->image(1);
    ZIPPER_EXPECT_ERROR(cached->image(2), "image12.png: can't be read");  // no room was left for it
    ZIPPER_EXPECT_ERROR(uncached->image(0), "image10.png: can't be read");
  }

  void mayBeReadFromSeveralThreads() {
    Folder folder;
    writeClass(folder.path() / "train/a", 8);
    writeClass(folder.path() / "test/a", 1);
    const auto data = open(folder, Split::Train, 3000);
    std::atomic<int> wrong{0};
    std::vector<std::thread> threads;
    for (int t = 0; t < 4; ++t)
      threads.emplace_back([&] {
        for (int i = 0; i < 80; ++i) {
          const cv::Mat expected = noise(9, 11, CV_8UC3, std::uint64_t(i % 8));
          if (data->image(i % 8).at<cv::Vec3b>(0, 0)[0] != expected.at<cv::Vec3b>(0, 0)[2]) ++wrong;
        }
      });
    for (auto& thread : threads) thread.join();
    QCOMPARE(wrong.load(), 0);
  }
};

QTEST_APPLESS_MAIN(TestImageFolderDataset)
#include "test_image_folder_dataset.moc"
