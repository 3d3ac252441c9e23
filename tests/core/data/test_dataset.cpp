// SPDX-License-Identifier: GPL-3.0-or-later

#include <QtTest>
#include <set>

#include "core/data/dataset.h"
#include "core/data/fingerprint.h"
#include "memory_dataset.h"
#include "support/expect_error.h"
#include "support/test_program.h"

using namespace zipper;
using namespace zipper::test;

namespace {

std::set<std::string> members(const Dataset& dataset) {
  std::set<std::string> result;
  for (int i = 0; i < dataset.size(); ++i) result.insert(dataset.describeImage(i));
  return result;
}

std::vector<int> perClass(const Dataset& dataset) {
  std::vector<int> counts(dataset.classNames().size());
  for (int i = 0; i < dataset.size(); ++i) ++counts[std::size_t(dataset.label(i))];
  return counts;
}

}  // namespace

class TestDataset : public QObject {
  Q_OBJECT

 private:
  DatasetPtr data_ = std::make_shared<MemoryDataset>(203, 4, CV_8UC1);

 private Q_SLOTS:
  void namesItsSplits() {
    QCOMPARE(toString(Split::Train), std::string("train"));
    QVERIFY(splitFromString(toString(Split::Train)) == Split::Train);
    QVERIFY(splitFromString(toString(Split::Test)) == Split::Test);
    QVERIFY(splitFromString("val") == Split::Validation);
    QVERIFY(splitFromString(toString(Split::Validation)) == Split::Validation);
    ZIPPER_EXPECT_ERROR(splitFromString("both"), "\"both\" is no split of a data set: train, test or val was expected");
  }

  void subsetKeepsTheOrderAsked() {
    const auto part = subset(data_, {12, 7, 7});
    QCOMPARE(part->size(), std::int64_t(3));
    QCOMPARE(part->label(0), 2);
    QCOMPARE(part->describeImage(1), std::string("/memory/7.png"));
    QVERIFY(equal(part->image(2), data_->image(7)));
    QCOMPARE(part->classNames(), data_->classNames());
    ZIPPER_EXPECT_ERROR(subset(data_, {203}), "image 203 was asked for, the data set has images 0 to 202");
    ZIPPER_EXPECT_ERROR(subset(data_, {-1}), "image -1 was asked for");
  }

  void splitsAreDisjointCompleteAndBalanced() {
    const auto [first, second] = stratifiedSplit(data_, 0.25, 3);
    auto all = members(*first);
    QCOMPARE(all.size(), std::size_t(first->size()));
    all.merge(members(*second));
    QCOMPARE(all, members(*data_));
    QCOMPARE(first->size() + second->size(), data_->size());
    // Classes 0 to 2 have 21 images, the others 20: a quarter is 5 of each.
    QCOMPARE(perClass(*second), std::vector<int>(10, 5));
  }

  void splitsDependOnTheSeedOnly() {
    const auto a = stratifiedSplit(data_, 0.2, 1), b = stratifiedSplit(data_, 0.2, 1),
               c = stratifiedSplit(data_, 0.2, 2);
    QCOMPARE(members(*a.second), members(*b.second));
    QVERIFY(members(*a.second) != members(*c.second));
  }

  void splitsLeaveSomethingOfEachClass() {
    const auto pairs = std::make_shared<MemoryDataset>(20, 4, CV_8UC1);
    for (const double share : {0.01, 0.99}) {
      const auto [first, second] = stratifiedSplit(pairs, share, 0);
      QCOMPARE(perClass(*first), std::vector<int>(10, 1));
      QCOMPARE(perClass(*second), std::vector<int>(10, 1));
    }
    QCOMPARE(stratifiedSplit(std::make_shared<MemoryDataset>(10, 4, CV_8UC1), 0.9, 0).second->size(), std::int64_t(0));
    ZIPPER_EXPECT_ERROR(stratifiedSplit(data_, 0.0, 0), "a share of 0 of the data set");
    ZIPPER_EXPECT_ERROR(stratifiedSplit(data_, 1.0, 0), "a share of 1 of the data set");
    ZIPPER_EXPECT_ERROR(stratifiedSplit(data_, std::nan(""), 0), "a share of nan of the data set");
  }

  void fingerprintsTellDataSetsApart() {
    const std::string print = fingerprint(*data_);
    QCOMPARE(print.size(), std::size_t(64));
    QCOMPARE(print, fingerprint(MemoryDataset(203, 4, CV_8UC1)));
    QVERIFY(print != fingerprint(MemoryDataset(202, 4, CV_8UC1)));
    QVERIFY(print != fingerprint(MemoryDataset(203, 5, CV_8UC1)));
    QVERIFY(print != fingerprint(MemoryDataset(203, 4, CV_8UC3)));
    MemoryDataset broken(203, 4, CV_8UC1);
    broken.broken = {0};
    QVERIFY(print != fingerprint(broken));
    QVERIFY(fingerprint(*subset(data_, {0, 10})) != fingerprint(*subset(data_, {10, 0})));
    QCOMPARE(fingerprint(*subset(data_, {})).size(), std::size_t(64));
    QCOMPARE(fingerprint(*subset(data_, {1})).size(), std::size_t(64));
  }

  void fingerprintsIgnoreWhereTheFilesLie() {
    Folder a, b;
    writeIdx(a.path(), 20, 10);
    writeIdx(b.path(), 20, 10);
    QCOMPARE(fingerprint(*openDataset(a.text())), fingerprint(*openDataset(b.text())));
    writeBytes(b.path() / "classes.txt", "a\nb\nc\nd\ne\nf\ng\nh\ni\nj\n");
    QVERIFY(fingerprint(*openDataset(a.text())) != fingerprint(*openDataset(b.text())));
  }

  void saysWhatItLookedForAndFound() {
    Folder folder;
    ZIPPER_EXPECT_ERROR(openDataset(folder.text() + "/none"),
                        "/none: the folder of the data set was expected, there is no such");
    ZIPPER_EXPECT_ERROR(openDataset(""), "there is no such folder");
    ZIPPER_EXPECT_ERROR(openDataset(folder.text()), folder.text() + ": no data set: expected were IDX files");
    ZIPPER_EXPECT_ERROR(openDataset(folder.text()), "found was an empty folder");
    for (const char* name : {"a.txt", "b.txt", "c.txt"}) writeBytes(folder.path() / name, "x");
    fs::create_directory(folder.path() / "sub");
    ZIPPER_EXPECT_ERROR(openDataset(folder.text()), "found was 1 folders and 3 files (sub, a.txt, b.txt, ...)");
    ZIPPER_EXPECT_ERROR(openDataset(folder.text() + "/a.txt"),
                        "a.txt: a folder with a data set was expected, this is a file");
  }
};

ZIPPER_TEST(TestDataset)
#include "test_dataset.moc"
