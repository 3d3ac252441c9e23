// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/data/bare_images.h"

#include <QtTest>
#include <set>

#include "core/data/dataset.h"
#include "core/data/fingerprint.h"
#include "data_files.h"
#include "support/expect_error.h"
#include "support/test_program.h"

using namespace zipper;
using namespace zipper::test;

namespace {

void writePhotos(const fs::path& folder, int images) {
  for (int i = 0; i < images; ++i)
    writeImage(folder / concat("photo", i + 1, ".png"), noise(5, 7, CV_8UC3, std::uint64_t(i)));
}

DatasetPtr openBare(const Folder& folder, Split split = Split::Train) {
  OpenOptions options;
  options.split = split;
  options.labels = false;
  return openDataset(folder.text(), options);
}

std::vector<std::string> pathsOf(const Dataset& dataset) {
  std::vector<std::string> paths;
  for (std::int64_t i = 0; i < dataset.size(); ++i) paths.push_back(dataset.describeImage(i));
  return paths;
}

}  // namespace

/// Folders of images where no labels are needed.
class TestBareImages : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void anyFolderOfImagesWillDo_data() {
    QTest::addColumn<QStringList>("folders");
    QTest::newRow("flat") << QStringList{"."};
    QTest::newRow("one folder") << QStringList{"a"};
    QTest::newRow("one class of a data set") << QStringList{"train/a"};
    QTest::newRow("deep") << QStringList{"a/b/c"};
    QTest::newRow("flat and below") << QStringList{".", "a"};
    QTest::newRow("names that say no class") << QStringList{"images", "masks"};
    QTest::newRow("the same folders") << QStringList{"one/a", "one/b", "two/a", "two/b"};
  }
  void anyFolderOfImagesWillDo() {
    QFETCH(QStringList, folders);
    Folder folder;
    for (const QString& name : folders) writePhotos(folder.path() / name.toStdString(), 10);
    ZIPPER_EXPECT_ERROR(openDataset(folder.text()), "no data set");
    const DatasetPtr train = openBare(folder), test = openBare(folder, Split::Test);
    QVERIFY(!hasClasses(*train) && !hasClasses(*test));
    QCOMPARE(train->classNames(), (std::vector<std::string>{""}));
    QCOMPARE(train->size(), std::int64_t(8 * folders.size()));
    QCOMPARE(test->size(), std::int64_t(2 * folders.size()));
    std::set<std::string> all;
    for (const DatasetPtr& part : {train, test})
      for (const std::string& path : pathsOf(*part)) QVERIFY(all.insert(path).second);
    QCOMPARE(train->label(0), 0);
    QCOMPARE(train->image(0).size(), cv::Size(7, 5));
    QCOMPARE(test->notes(), (std::vector<std::string>{
                                "the images are read without classes",
                                "there are no test images of its own: 20 % of the images are held out for testing"}));
  }

  void theOrderIsNatural() {
    Folder folder;
    writePhotos(folder.path() / "train", 11);
    writePhotos(folder.path() / "test", 1);
    const std::vector<std::string> paths = pathsOf(*openBare(folder));
    QCOMPARE(paths.size(), std::size_t(11));
    for (int i = 0; i < 11; ++i) QCOMPARE(paths[std::size_t(i)], concat(folder.text(), "/train/photo", i + 1, ".png"));
  }

  void foldersOfPartsServeForThem() {
    Folder folder;
    writePhotos(folder.path() / "train", 4);
    writePhotos(folder.path() / "val", 2);
    QCOMPARE(openBare(folder)->size(), std::int64_t(4));
    QCOMPARE(openBare(folder, Split::Test)->size(), std::int64_t(2));
    OpenOptions options;
    options.labels = false;
    QVERIFY(!openValidation(folder.text(), options));
    writePhotos(folder.path() / "test", 3);
    QCOMPARE(openBare(folder, Split::Test)->size(), std::int64_t(3));
    QCOMPARE(openValidation(folder.text(), options)->size(), std::int64_t(2));
    // Beside other images the names of folders say nothing.
    writePhotos(folder.path() / "more", 1);
    QCOMPARE(openBare(folder)->size() + openBare(folder, Split::Test)->size(), std::int64_t(10));
  }

  void classesThatAreToldAreKept() {
    Folder folder;
    for (const char* name : {"cat", "dog"}) writePhotos(folder.path() / name, 5);
    const DatasetPtr bare = openBare(folder), labelled = openDataset(folder.text());
    QVERIFY(hasClasses(*bare));
    QCOMPARE(fingerprint(*bare), fingerprint(*labelled));
    QCOMPARE(bare->notes(), labelled->notes());
    Folder lists;
    writePhotos(lists.path(), 4);
    writeBytes(lists.path() / "labels.csv", "filename,label\nphoto1.png,a\nphoto2.png,a\nphoto3.png,b\nphoto4.png,b\n");
    QCOMPARE(openBare(lists)->classNames(), (std::vector<std::string>{"a", "b"}));
  }

  /// What can't be told for all parts is told for none, so that no image is in two.
  void classesOfOnePartAreNone() {
    Folder folder;
    for (const char* part : {"train/cat", "train/dog", "test/cow"}) writePhotos(folder.path() / part, 2);
    const DatasetPtr train = openBare(folder), test = openBare(folder, Split::Test);
    QVERIFY(!hasClasses(*train) && !hasClasses(*test));
    QCOMPARE(train->size(), std::int64_t(4));
    QCOMPARE(test->size(), std::int64_t(2));
  }

  void filesThatAreNoImagesAreCounted() {
    Folder folder;
    writePhotos(folder.path() / "train", 2);
    writePhotos(folder.path() / "test", 1);
    writeBytes(folder.path() / "train/readme.txt", "x");
    const std::vector<std::string> notes = openBare(folder)->notes();
    QCOMPARE(notes.size(), std::size_t(2));
    QCOMPARE(notes[1], std::string("train/: 2 images; 1 file left out: 1 .txt"));
  }

  void nothingToReadIsAnError() {
    Folder empty, single;
    writeBytes(empty.path() / "a.txt", "x");
    ZIPPER_EXPECT_ERROR(openBare(empty), "no data set: expected were");
    ZIPPER_EXPECT_ERROR(openBareImages(empty.path(), {}), "images were expected, none were found");
    writePhotos(single.path(), 1);
    ZIPPER_EXPECT_ERROR(openBare(single, Split::Test), "at least 2 images were expected, 1 was found");
    Folder digits;
    writeBytes(digits.path() / "train-images-idx3-ubyte", idxImages(4, 28, 28));
    writeBytes(digits.path() / "train-labels-idx1-ubyte", idxLabels({0, 0, 0, 0}));
    ZIPPER_EXPECT_ERROR(openDataset(digits.text()), "all images are of one class");
    QCOMPARE(openBare(digits)->size(), std::int64_t(3));
  }
};

ZIPPER_TEST(TestBareImages)
#include "test_bare_images.moc"
