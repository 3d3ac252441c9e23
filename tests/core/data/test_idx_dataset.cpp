// SPDX-License-Identifier: GPL-3.0-or-later

#include <sys/stat.h>

#include <QtTest>

#include "core/data/dataset.h"
#include "core/data/fingerprint.h"
#include "data_files.h"
#include "support/expect_error.h"
#include "support/test_program.h"

using namespace zipper;
using namespace zipper::test;

namespace {

const char* const trainImages = "train-images-idx3-ubyte";
const char* const trainLabels = "train-labels-idx1-ubyte";

DatasetPtr openTest(const Folder& folder) {
  OpenOptions options;
  options.split = Split::Test;
  return openDataset(folder.text(), options);
}

}  // namespace

class TestIdxDataset : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void readsPlainFiles() {
    Folder folder;
    writeIdx(folder.path(), 30, 12);
    const auto train = openDataset(folder.text());
    QCOMPARE(train->size(), std::int64_t(30));
    QCOMPARE(train->label(17), 7);
    QCOMPARE(train->classNames().size(), std::size_t(10));
    QCOMPARE(train->classNames()[3], std::string("3"));
    const cv::Mat image = train->image(17);
    QCOMPARE(image.type(), CV_8UC1);
    QCOMPARE(image.rows, 28);
    QCOMPARE(int(image.at<std::uint8_t>(2, 5)), (17 * 784 + 2 * 28 + 5) % 251);
    QCOMPARE(train->describeImage(17), folder.text() + "/train-images-idx3-ubyte, image 17");
    QCOMPARE(openTest(folder)->size(), std::int64_t(12));
  }

  /// Found with no training labels at all: the largest of none was asked for.
  void namesMissingTrainingLabels() {
    Folder folder;
    writeIdx(folder.path(), 30, 12);
    writeBytes(folder.path() / trainLabels, idxLabels({}));
    ZIPPER_EXPECT_ERROR(openTest(folder), folder.text() +
                                              ": the labels of the training images tell the classes, but "
                                              "there are none (the header says 0)");
    fs::remove(folder.path() / trainImages);
    ZIPPER_EXPECT_ERROR(openTest(folder), "there are none (the header says 0)");
    writeBytes(folder.path() / "classes.txt", "a\nb\nc\nd\ne\nf\ng\nh\ni\nj\n");
    QCOMPARE(openTest(folder)->size(), std::int64_t(12));
  }

  void classNamesComeFromRegularFiles() {
    Folder folder;
    writeIdx(folder.path(), 30, 12);
    QCOMPARE(::mkfifo((folder.path() / "classes.txt").c_str(), 0600), 0);
    ZIPPER_EXPECT_ERROR(openDataset(folder.text()), "classes.txt: is a device, a pipe or a socket");
    fs::remove(folder.path() / "classes.txt");
    fs::create_symlink("/dev/zero", folder.path() / "classes.txt");
    ZIPPER_EXPECT_ERROR(openDataset(folder.text()), "classes.txt: is a device, a pipe or a socket");
  }

  void refusesOneClass() {
    Folder folder;
    writeBytes(folder.path() / trainImages, idxImages(4, 3, 5));
    writeBytes(folder.path() / trainLabels, idxLabels({0, 0, 0, 0}));
    ZIPPER_EXPECT_ERROR(openDataset(folder.text()), "no data set: all images are of one class (\"0\")");
  }

  /// A megabyte that would unpack to 300.
  void refusesImplausibleCompression() {
    Folder folder;
    writeIdx(folder.path(), 30, 12);
    fs::remove(folder.path() / trainImages);
    const std::string header = bigEndian(0x803) + bigEndian(400000) + bigEndian(28) + bigEndian(28);
    std::string packed;
    gzFile file = gzopen((folder.path() / "train-images-idx3-ubyte.gz").c_str(), "wb1");
    gzwrite(file, header.data(), unsigned(header.size()));
    const std::string zeros(std::size_t(1) << 20, '\0');
    for (int i = 0; i < 300; ++i) gzwrite(file, zeros.data(), unsigned(zeros.size()));
    gzclose(file);
    ZIPPER_EXPECT_ERROR(openDataset(folder.text()), "times its own size; images never shrink so much");
  }

  void readsImagesThatAreNotSquare() {
    Folder folder;
    writeBytes(folder.path() / trainImages, idxImages(4, 3, 5));
    writeBytes(folder.path() / trainLabels, idxLabels({0, 1, 0, 1}));
    const cv::Mat image = openDataset(folder.text())->image(1);
    QCOMPARE(image.rows, 3);
    QCOMPARE(image.cols, 5);
  }

  void readsCompressedFilesLikePlainOnes() {
    Folder plain, packed;
    writeIdx(plain.path(), 30, 10);
    for (const auto& entry : fs::directory_iterator(plain.path()))
      writeGzip(packed.path() / (entry.path().filename().string() + ".gz"), readBytes(entry.path()));
    const auto a = openDataset(plain.text()), b = openDataset(packed.text());
    QCOMPARE(fingerprint(*a), fingerprint(*b));
    for (int i = 0; i < 30; ++i) QVERIFY(equal(a->image(i), b->image(i)));
  }

  void imagesOutliveTheirDataSet() {
    Folder folder;
    writeIdx(folder.path(), 2, 2);
    const cv::Mat image = openDataset(folder.text())->image(1);
    QCOMPARE(int(image.at<std::uint8_t>(0, 0)), 784 % 251);
  }

  void holdsOutATestSplitWhenThereIsNone() {
    Folder folder;
    writeIdx(folder.path(), 50, 0);
    QCOMPARE(openDataset(folder.text())->size(), std::int64_t(40));
    QCOMPARE(openTest(folder)->size(), std::int64_t(10));
  }

  void takesClassNamesFromTheFolder() {
    Folder folder;
    writeIdx(folder.path(), 10, 10);
    writeBytes(folder.path() / "classes.txt", "zero\r\none\ntwo\nthree\nfour\nfive\nsix\nseven\neight\nnine\nten\n\n");
    const auto data = openTest(folder);
    QCOMPARE(data->classNames().size(), std::size_t(11));
    QCOMPARE(data->classNames()[0], std::string("zero"));
    writeBytes(folder.path() / "classes.txt", "a\n\nb\n");
    ZIPPER_EXPECT_ERROR(openTest(folder), "classes.txt, line 2: a class name was expected, a blank line was found");
    writeBytes(folder.path() / "classes.txt", "a\nb\na\n");
    ZIPPER_EXPECT_ERROR(openTest(folder), "classes.txt, line 3: the class name \"a\" occurs twice");
    writeBytes(folder.path() / "classes.txt", "\n");
    ZIPPER_EXPECT_ERROR(openTest(folder), "classes.txt: one class name a line was expected");
  }

  void refusesLabelsOutsideTheClasses() {
    Folder folder;
    writeIdx(folder.path(), 10, 10);
    writeBytes(folder.path() / "classes.txt", "a\nb\nc\n");
    ZIPPER_EXPECT_ERROR(openDataset(folder.text()), "train-labels-idx1-ubyte: image 3 has label 3, allowed are 0 to 2");
  }

  void theTrainLabelsDefineTheClasses() {
    Folder folder;
    writeIdx(folder.path(), 10, 10);
    writeBytes(folder.path() / trainLabels, idxLabels(cyclicLabels(10, 5)));
    ZIPPER_EXPECT_ERROR(openTest(folder), "t10k-labels-idx1-ubyte: image 5 has label 5, allowed are 0 to 4");
    writeBytes(folder.path() / trainLabels, idxLabels({12, 1, 1, 1, 1, 1, 1, 1, 1, 1}));
    QCOMPARE(openTest(folder)->classNames().size(), std::size_t(13));
  }

  void refusesCountsThatDiffer() {
    Folder folder;
    writeIdx(folder.path(), 10, 10);
    writeBytes(folder.path() / trainLabels, idxLabels(cyclicLabels(9, 10)));
    ZIPPER_EXPECT_ERROR(openDataset(folder.text()), "train-images-idx3-ubyte: has 10 images, but ");
    ZIPPER_EXPECT_ERROR(openDataset(folder.text()), "train-labels-idx1-ubyte has 9 labels");
  }

  void refusesAWrongMagicNumber() {
    Folder folder;
    writeIdx(folder.path(), 10, 10);
    writeBytes(folder.path() / trainImages, idxLabels(cyclicLabels(10, 10)));
    ZIPPER_EXPECT_ERROR(openDataset(folder.text()), "the magic number 0x00000803 was expected, 0x00000801 was found");
  }

  void refusesTruncatedFiles() {
    Folder folder;
    writeIdx(folder.path(), 10, 10);
    const std::string whole = idxImages(10, 28, 28);
    writeBytes(folder.path() / trainImages, whole.substr(0, 5000));
    ZIPPER_EXPECT_ERROR(openDataset(folder.text()),
                        "train-images-idx3-ubyte: is truncated: 7856 bytes were expected (a header of 16 and 10 images "
                        "of 28x28), 5000 were found");
    writeBytes(folder.path() / trainImages, whole.substr(0, 9));
    ZIPPER_EXPECT_ERROR(openDataset(folder.text()), "is truncated: 12 bytes were expected, 9 were found");
    writeBytes(folder.path() / trainImages, "");
    ZIPPER_EXPECT_ERROR(openDataset(folder.text()), "is truncated: 4 bytes were expected, 0 were found");
    writeBytes(folder.path() / trainImages, whole + "x");
    ZIPPER_EXPECT_ERROR(openDataset(folder.text()), "7856 bytes were expected");
  }

  void refusesDamagedCompressedFiles() {
    Folder folder;
    writeBytes(folder.path() / trainLabels, idxLabels(cyclicLabels(10, 10)));
    const fs::path path = folder.path() / "train-images-idx3-ubyte.gz";
    const std::string whole = idxImages(10, 28, 28);
    writeGzip(path, whole);
    const std::string packed = readBytes(path);
    writeBytes(path, packed.substr(0, packed.size() / 2));
    ZIPPER_EXPECT_ERROR(openDataset(folder.text()), ".gz: is truncated: 7856 bytes were expected");
    writeBytes(path, packed.substr(0, packed.size() - 3));
    ZIPPER_EXPECT_ERROR(openDataset(folder.text()), "is truncated: the end of the compressed data is missing");
    std::string flipped = packed;
    flipped[packed.size() - 6] = char(flipped[packed.size() - 6] ^ 1);  // in the checksum
    writeBytes(path, flipped);
    ZIPPER_EXPECT_ERROR(openDataset(folder.text()), "is damaged: ");
    writeGzip(path, whole + "x");
    ZIPPER_EXPECT_ERROR(openDataset(folder.text()), "more were found");
    writeGzip(path, whole.substr(0, 7000));
    ZIPPER_EXPECT_ERROR(openDataset(folder.text()), "is truncated: 7856 bytes were expected");
  }

  void checksTheSizeBeforeTakingMemory() {
    Folder folder;
    writeBytes(folder.path() / trainLabels, idxLabels(cyclicLabels(10, 10)));
    const std::string header = bigEndian(0x803) + bigEndian(2000000000) + bigEndian(4096) + bigEndian(4096);
    writeBytes(folder.path() / trainImages, header);
    ZIPPER_EXPECT_ERROR(openDataset(folder.text()), "is truncated: 33554432000000016 bytes were expected");
    fs::remove(folder.path() / trainImages);
    writeGzip(folder.path() / "train-images-idx3-ubyte.gz", header);
    ZIPPER_EXPECT_ERROR(openDataset(folder.text()), "compressed bytes can't hold them");
  }

  void refusesSizesThatMakeNoSense() {
    Folder folder;
    writeBytes(folder.path() / trainLabels, idxLabels({}));
    writeBytes(folder.path() / trainImages, bigEndian(0x803) + bigEndian(0) + bigEndian(28) + bigEndian(28));
    ZIPPER_EXPECT_ERROR(openDataset(folder.text()), "at least one image was expected, the header says 0");
    writeBytes(folder.path() / trainImages, bigEndian(0x803) + bigEndian(1) + bigEndian(0xFFFFFFFF) + bigEndian(28));
    ZIPPER_EXPECT_ERROR(openDataset(folder.text()), "the header says 1 images of 4294967295x28");
    writeBytes(folder.path() / trainImages, bigEndian(0x803) + bigEndian(1) + bigEndian(28) + bigEndian(0));
    ZIPPER_EXPECT_ERROR(openDataset(folder.text()), "the header says 1 images of 28x0");
  }

  void namesTheFileThatIsMissing() {
    Folder folder;
    writeIdx(folder.path(), 10, 10);
    fs::remove(folder.path() / trainLabels);
    ZIPPER_EXPECT_ERROR(openDataset(folder.text()),
                        folder.text() +
                            ": train-images-idx3-ubyte and "
                            "train-labels-idx1-ubyte (plain or .gz) were expected, the second is missing");
    fs::remove(folder.path() / trainImages);
    ZIPPER_EXPECT_ERROR(openDataset(folder.text()), "both are missing");
    fs::remove(folder.path() / "t10k-images-idx3-ubyte");
    ZIPPER_EXPECT_ERROR(openTest(folder), "t10k-labels-idx1-ubyte (plain or .gz) were expected, the first is missing");
  }
};

ZIPPER_TEST(TestIdxDataset)
#include "test_idx_dataset.moc"
