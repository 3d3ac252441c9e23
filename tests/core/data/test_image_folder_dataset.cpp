// SPDX-License-Identifier: GPL-3.0-or-later

#include <QtTest>
#include <set>
#include <thread>

#include "core/data/dataset.h"
#include "data_files.h"
#include "support/expect_error.h"
#include "support/test_program.h"

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
    QVERIFY(train->notes().empty());  // nothing that one wouldn't expect
  }

  void namesOfSplits_data() {
    QTest::addColumn<QString>("train");
    QTest::addColumn<QString>("other");
    const char* pairs[][2] = {{"train", "val"},
                              {"train", "validation"},
                              {"train", "valid"},
                              {"train", "Val"},
                              {"train", "eval"},
                              {"train", "dev"},
                              {"Train", "Test"},
                              {"TRAIN", "TEST"},
                              {"training", "testing"},
                              {"Training", "Validation"},
                              {"trainset", "testset"},
                              {"train_images", "val_images"},
                              {"Training Set", "Test Set"},
                              {"seg_train", "seg_test"},
                              {"flowers-training", "flowers-validation"},
                              {"train-data", "test-data"}};
    for (const auto& [train, other] : pairs)
      QTest::newRow(qPrintable(QString("%1, %2").arg(train, other))) << train << other;
  }
  void namesOfSplits() {
    QFETCH(QString, train);
    QFETCH(QString, other);
    Folder folder;
    for (const char* name : {"a", "b"}) {
      writeClass(folder.path() / train.toStdString() / name, 5);
      writeClass(folder.path() / other.toStdString() / name, 3);
    }
    QCOMPARE(open(folder, Split::Train)->size(), std::int64_t(10));
    QCOMPARE(open(folder, Split::Test)->size(), std::int64_t(6));
    QCOMPARE(open(folder, Split::Validation)->size(), std::int64_t(6));
    QVERIFY(!openValidation(folder.text()));
    const auto notes = open(folder, Split::Train)->notes();
    QCOMPARE(notes.size(), std::size_t(1));
    QVERIFY2(notes[0].find(other.toStdString() + "/ is") != std::string::npos, notes[0].c_str());
  }

  void threeFoldersServeForThreeThings() {
    Folder folder;
    int images = 2;
    for (const char* split : {"train", "validation", "test"}) {
      for (const char* name : {"a", "b"}) writeClass(folder.path() / split / name, images);
      ++images;
    }
    QCOMPARE(open(folder, Split::Train)->size(), std::int64_t(4));
    QCOMPARE(open(folder, Split::Validation)->size(), std::int64_t(6));
    QCOMPARE(openValidation(folder.text())->size(), std::int64_t(6));
    QCOMPARE(open(folder, Split::Test)->size(), std::int64_t(8));
    QCOMPARE(open(folder, Split::Train)->notes(),
             (std::vector<std::string>{
                 "train/ is trained on, validation/ is what states are chosen by, test/ is tested on"}));
  }

  void aTestFolderWithoutClassesLeavesTheTestToValidation() {
    Folder folder;
    for (const char* name : {"a", "b"}) {
      writeClass(folder.path() / "train" / name, 2);
      writeClass(folder.path() / "val" / name, 3);
    }
    writeImage(folder.path() / "test/unlabelled.png", noise(4, 4, CV_8UC1, 1));  // as in ImageNet
    const auto test = open(folder, Split::Test);
    QCOMPARE(test->size(), std::int64_t(6));
    QCOMPARE(test->notes(),
             (std::vector<std::string>{
                 "train/ is trained on and val/ is the test set: there is no folder of test images beside them",
                 "test/ is left out: no class folders are in there"}));
  }

  void twoFoldersForOneThingAreRefused() {
    Folder folder;
    for (const char* split : {"train", "val", "validation"})
      for (const char* name : {"a", "b"}) writeClass(folder.path() / split / name, 2);
    ZIPPER_EXPECT_ERROR(open(folder, Split::Test),
                        "val/ and validation/ both seem to hold the validation images; keep one of them");
  }

  void aClassMayBeCalledTrain() {
    Folder folder;
    for (const char* name : {"bus", "car"}) writeClass(folder.path() / name, 2);
    for (const char* name : {"diesel", "steam"}) writeClass(folder.path() / "train" / name, 2);
    QCOMPARE(open(folder, Split::Train)->classNames(), (std::vector<std::string>{"bus", "car", "train"}));
  }

  /// One folder beside it is no class: people keep there what has no labels.
  void aFolderBesideTrainIsLeftOut() {
    for (const char* name : {"unlabeled", "extra", "sample_submission_images"}) {
      Folder folder;
      for (const char* inner : {"a", "b"}) writeClass(folder.path() / "train" / inner, 5);
      writeClass(folder.path() / name, 4);
      const auto train = open(folder, Split::Train);
      QCOMPARE(train->classNames(), (std::vector<std::string>{"a", "b"}));
      QCOMPARE(train->size(), std::int64_t(8));
      QCOMPARE(train->notes().at(0), std::string(name) + "/ is left out: the names don't say what they are for");
    }
  }

  /// As archives are unpacked into a folder of their name.
  void wrappedSplits() {
    Folder folder;
    for (const char* split : {"seg_train", "seg_test"})
      for (const char* name : {"a", "b"}) writeClass(folder.path() / split / split / name, 3);
    const auto train = open(folder, Split::Train), test = open(folder, Split::Test);
    QCOMPARE(train->classNames(), (std::vector<std::string>{"a", "b"}));
    QCOMPARE(train->size(), std::int64_t(6));
    QCOMPARE(test->size(), std::int64_t(6));
    for (const std::string& path : paths(*test))
      QCOMPARE(path.find(folder.text() + "/seg_test/seg_test/"), std::size_t(0));
  }

  void saysWhatASplitLacks() {
    Folder folder;
    for (const char* name : {"a", "b", "c"}) writeClass(folder.path() / "train" / name, 2);
    writeClass(folder.path() / "test/b", 2);
    std::filesystem::create_directories(folder.path() / "val/a");
    writeBytes(folder.path() / "dev/a/one.gif", "GIF89a");
    const auto notes = open(folder, Split::Test)->notes();
    QCOMPARE(notes, (std::vector<std::string>{"dev/ is left out: there is no image in there that can be read (1 .gif)",
                                              "val/ is left out: there is no image in there",
                                              "test/ has no images of \"a\", \"c\""}));
  }

  void walksDownAndCountsWhatIsLeftOut() {
    Folder folder;
    writeClass(folder.path() / "train/a", 5);
    writeClass(folder.path() / "train/a/deep/deeper", 2);
    writeClass(folder.path() / "train/b", 3);
    writeClass(folder.path() / "train/.thumbnails", 5);
    writeClass(folder.path() / "test/a", 1);
    writeClass(folder.path() / "test/b", 1);
    writeBytes(folder.path() / "train/a/.hidden.png", "x");
    writeBytes(folder.path() / "train/a/.DS_Store", "x");
    for (const char* name : {"one.gif", "two.GIF", "notes.txt", "noending"})
      writeBytes(folder.path() / "train/b" / name, "x");
    writeBytes(folder.path() / "train/loose.png", "x");
    fs::create_directory_symlink(folder.path() / "train/a", folder.path() / "train/a/deep/circle");
    fs::create_symlink("nowhere", folder.path() / "train/b/broken.png");
    const auto train = open(folder, Split::Train);
    QCOMPARE(train->size(), std::int64_t(10));
    QCOMPARE(train->describeImage(5), folder.text() + "/train/a/deep/deeper/image10.png");
    QCOMPARE(train->notes(),
             (std::vector<std::string>{
                 "train/: 10 images, 2 of them in subfolders of their class; 7 files left out: 2 .gif, 1 without an "
                 "ending, 1 .txt, 1 hidden, 1 that are no files (pipes, devices, broken links), 1 link that leads in a "
                 "circle; 1 image beside the class folders left out"}));
    QVERIFY(open(folder, Split::Test)->notes().empty());
  }

  void takesEveryEndingThatIsDecoded() {
    Folder folder;
    writeClass(folder.path() / "test/a", 1);
    writeClass(folder.path() / "test/b", 1);
    writeClass(folder.path() / "train/b", 1);
    const cv::Mat image = noise(9, 11, CV_8UC3, 1), grey = noise(9, 11, CV_8UC1, 1);
    for (const char* name : {"a.png", "b.jpg", "c.jpeg", "d.webp", "e.bmp", "f.tif", "g.tiff", "h.ppm", "i.TIF"})
      writeImage(folder.path() / "train/a" / name, image);
    writeImage(folder.path() / "train/a/j.pgm", grey);
    writeImage(folder.path() / "train/a/k.pbm", grey);
    for (const char* name : {"l.jfif", "m.jpe", "n.JPE", "photo"})
      fs::copy_file(folder.path() / "train/a/b.jpg", folder.path() / "train/a" / name);
    fs::copy_file(folder.path() / "train/a/e.bmp", folder.path() / "train/a/o.dib");
    fs::copy_file(folder.path() / "train/a/h.ppm", folder.path() / "train/a/p.pnm");
    const auto train = open(folder, Split::Train);
    QCOMPARE(train->size(), std::int64_t(18));
    for (int i = 0; i < 18; ++i) QCOMPARE(train->image(i).size(), cv::Size(11, 9));
    QVERIFY(train->notes().empty());
  }

  void saysHowClassesAreOrdered() {
    Folder folder;
    for (const char* name : {"class1", "class2", "class10", "class3"}) {
      writeClass(folder.path() / "train" / name, 1);
      writeClass(folder.path() / "test" / name, 1);
    }
    const auto train = open(folder, Split::Train);
    QCOMPARE(train->classNames(), (std::vector<std::string>{"class1", "class10", "class2", "class3"}));
    QCOMPARE(train->notes(),
             (std::vector<std::string>{
                 "the classes are in the order of their names' bytes, as the loaders of PyTorch and Keras order them: "
                 "class1, class10, class2, ...; by the numbers in them it would be class1, class2, class3, ..."}));
  }

  void oneClassIsNoDataSet() {
    Folder folder;
    writeClass(folder.path() / "a", 5);
    ZIPPER_EXPECT_ERROR(open(folder, Split::Train),
                        folder.text() +
                            ": no data set: the only class is one folder, at least two were expected; give "
                            "each class a folder of its own");
    Folder outer;
    for (const char* name : {"a", "b"}) writeClass(outer.path() / "flowers" / name, 2);
    ZIPPER_EXPECT_ERROR(open(outer, Split::Train),
                        "choose " + outer.text() + "/flowers if its 2 folders are the classes");
  }

  /// Where labels are needed, it is said what such images do for.
  void imagesWithoutClassesSayWhatTheyDoFor() {
    const std::string use = "; images without classes do for --no-labels, --agreement and the ranges of int8";
    Folder flat, one, none;
    writeClass(flat.path(), 3);
    ZIPPER_EXPECT_ERROR(open(flat, Split::Train), "; choose another folder" + use);
    writeClass(one.path() / "a", 3);
    ZIPPER_EXPECT_ERROR(open(one, Split::Train), "columns for file and label" + use);
    writeBytes(none.path() / "a.txt", "x");
    try {
      open(none, Split::Train);
      QFAIL("no error");
    } catch (const Error& error) {
      QVERIFY2(std::string(error.what()).find(use) == std::string::npos, error.what());
    }
  }

  void imagesWithoutClassFoldersAreRefused() {
    Folder folder;
    writeClass(folder.path() / "train", 5);
    writeClass(folder.path() / "test", 5);
    ZIPPER_EXPECT_ERROR(open(folder, Split::Train), "no data set: test/, train/ hold images, but no class folders");
    Folder above;
    for (const char* part : {"flowers/train/a", "flowers/train/b", "clothes/x"}) writeClass(above.path() / part, 2);
    ZIPPER_EXPECT_ERROR(open(above, Split::Train),
                        "flowers/ holds a folder of training images, so that it is a data "
                        "set of its own; choose " +
                            above.text() + "/flowers");
    Folder named;
    writeClass(named.path() / "images", 5);
    writeClass(named.path() / "masks", 5);
    ZIPPER_EXPECT_ERROR(open(named, Split::Train), "images/, masks/ hold images, but the name says no class");
    Folder parts;
    for (const char* part : {"one", "two"})
      for (const char* name : {"a", "b"}) writeClass(parts.path() / part / name, 2);
    ZIPPER_EXPECT_ERROR(open(parts, Split::Train), "one/, two/ hold folders of the same names");
    Folder half;
    for (const char* part : {"train", "holdout"})
      for (const char* name : {"a", "b"}) writeClass(half.path() / part / name, 2);
    ZIPPER_EXPECT_ERROR(open(half, Split::Train), "holdout/, train/ hold folders of the same names");
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
    QCOMPARE(test->notes(), (std::vector<std::string>{"there are no test images of its own: 20 % of the images of each "
                                                      "class are held out for testing"}));
  }

  void refusesTestClassesThatTrainDoesNotHave() {
    Folder folder;
    writeClass(folder.path() / "train/a", 2);
    writeClass(folder.path() / "train/c", 2);
    writeClass(folder.path() / "test/b", 2);
    ZIPPER_EXPECT_ERROR(open(folder, Split::Test), folder.text() + "/test/b: the class \"b\" was not expected");
    QCOMPARE(open(folder, Split::Train)->size(), std::int64_t(4));
  }

  void refusesATestFolderAlone() {
    Folder folder;
    writeClass(folder.path() / "test/a", 2);
    ZIPPER_EXPECT_ERROR(open(folder, Split::Test), "were found in test/ but none in train/");
  }

  void refusesAClassWithoutImages() {
    Folder folder;
    writeClass(folder.path() / "a", 2);
    writeClass(folder.path() / "b", 2);
    writeBytes(folder.path() / "docs/one.gif", "x");
    ZIPPER_EXPECT_ERROR(open(folder, Split::Train), "/docs: images (.jpg .jpeg .jpe .jfif .png .webp");
    ZIPPER_EXPECT_ERROR(open(folder, Split::Train), "none were found (1 .gif); add some or remove the folder");
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
    writeClass(folder.path() / "train/b", 2);
    writeClass(folder.path() / "test/a", 1);
    writeBytes(folder.path() / "train/a/bad.jpg", "broken");
    const auto train = open(folder, Split::Train);
    QCOMPARE(train->size(), std::int64_t(5));
    ZIPPER_EXPECT_ERROR(train->image(0), folder.text() + "/train/a/bad.jpg: can't be decoded");
  }

  void keepsImagesInMemoryWithinItsBudget() {
    Folder folder;
    writeClass(folder.path() / "train/a", 3);
    writeClass(folder.path() / "train/b", 1);
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
    writeClass(folder.path() / "train/b", 1);
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

ZIPPER_TEST(TestImageFolderDataset)
#include "test_image_folder_dataset.moc"
