// SPDX-License-Identifier: GPL-3.0-or-later

#include <QtTest>

#include "core/data/dataset.h"
#include "data_files.h"
#include "support/expect_error.h"
#include "support/test_program.h"

using namespace zipper;
using namespace zipper::test;

namespace {

/// Records whose red, green and blue planes hold 10, 20 and 30 plus the image's number; the first pixel is pure
/// `number`.
std::string records(int count, int firstLabel) {
  std::string bytes;
  for (int i = 0; i < count; ++i) {
    bytes += char((firstLabel + i) % 10);
    for (int plane = 0; plane < 3; ++plane)
      bytes += std::string(1, char(i)) + std::string(1023, char(10 * (plane + 1) + i));
  }
  return bytes;
}

DatasetPtr openCifar(const Folder& folder, Split split) {
  OpenOptions options;
  options.split = split;
  return openDataset(folder.text(), options);
}

}  // namespace

class TestCifarDataset : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void readsAllBatches() {
    Folder folder;
    writeBytes(folder.path() / "data_batch_1.bin", records(20, 0));
    writeBytes(folder.path() / "data_batch_2.bin", records(10, 5));
    writeBytes(folder.path() / "test_batch.bin", records(7, 3));
    const auto train = openCifar(folder, Split::Train);
    QCOMPARE(train->size(), std::int64_t(30));
    QCOMPARE(train->label(3), 3);
    QCOMPARE(train->label(21), 6);
    QCOMPARE(train->classNames()[9], std::string("9"));
    QCOMPARE(train->describeImage(21), folder.text() + "/data_batch_2.bin, image 1");
    QCOMPARE(train->describeImage(19), folder.text() + "/data_batch_1.bin, image 19");
    const cv::Mat image = train->image(21);
    QCOMPARE(image.type(), CV_8UC3);
    QCOMPARE(image.at<cv::Vec3b>(0, 0), cv::Vec3b(1, 1, 1));
    QCOMPARE(image.at<cv::Vec3b>(31, 31), cv::Vec3b(11, 21, 31));
    QCOMPARE(openCifar(folder, Split::Test)->size(), std::int64_t(7));
  }

  void takesClassNamesFromTheMetaFile() {
    Folder folder;
    writeBytes(folder.path() / "data_batch_1.bin", records(20, 0));
    writeBytes(folder.path() / "batches.meta.txt",
               "airplane\nautomobile\nbird\ncat\ndeer\ndog\nfrog\nhorse\nship\ntruck\n\n");
    QCOMPARE(openCifar(folder, Split::Train)->classNames()[9], std::string("truck"));
  }

  void holdsOutATestSplitWhenThereIsNone() {
    Folder folder;
    writeBytes(folder.path() / "data_batch_1.bin", records(50, 0));
    QCOMPARE(openCifar(folder, Split::Train)->size(), std::int64_t(40));
    QCOMPARE(openCifar(folder, Split::Test)->size(), std::int64_t(10));
  }

  void refusesTruncatedAndEmptyFiles() {
    Folder folder;
    writeBytes(folder.path() / "data_batch_1.bin", records(2, 0).substr(0, 4000));
    ZIPPER_EXPECT_ERROR(openCifar(folder, Split::Train),
                        "data_batch_1.bin: images of 3073 bytes each were expected, 4000 bytes were found");
    writeBytes(folder.path() / "data_batch_1.bin", "");
    ZIPPER_EXPECT_ERROR(openCifar(folder, Split::Train), "0 bytes were found");
  }

  void refusesLabelsOutsideTheClasses() {
    Folder folder;
    std::string bytes = records(20, 0);
    bytes[3073 * 4] = 77;
    writeBytes(folder.path() / "data_batch_1.bin", records(5, 0));
    writeBytes(folder.path() / "data_batch_2.bin", bytes);
    ZIPPER_EXPECT_ERROR(openCifar(folder, Split::Train), "data_batch_2.bin, image 4: has label 77, allowed are 0 to 9");
  }

  void namesTheMissingTrainBatches() {
    Folder folder;
    writeBytes(folder.path() / "test_batch.bin", records(5, 0));
    ZIPPER_EXPECT_ERROR(openCifar(folder, Split::Train),
                        "data_batch_1.bin and so on were expected, only test_batch.bin");
    QCOMPARE(openCifar(folder, Split::Test)->size(), std::int64_t(5));
  }
};

ZIPPER_TEST(TestCifarDataset)
#include "test_cifar_dataset.moc"
