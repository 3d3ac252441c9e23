// SPDX-License-Identifier: GPL-3.0-or-later

#include <QtTest>

#include "core/network/memory_need.h"
#include "support/expect_error.h"
#include "support/test_program.h"

using namespace zipper;

class TestMemoryNeed : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  /// Width 1, 224x224: the first pointwise layer reads 32 and makes 64 channels of 112x112 pixels, twice.
  void countsTheLargestLayer() {
    MobileNetSpec spec;
    QCOMPARE(inferenceBytes(spec, 1), std::uint64_t(4) * 112 * 112 * (32 + 2 * 64));
    QCOMPARE(inferenceBytes(spec, 10), 10 * inferenceBytes(spec, 1));
    QVERIFY(trainingBytes(spec, 1) > inferenceBytes(spec, 1));
  }

  /// In the sixteenth block, whose input of 160 channels is added in the end: the depthwise convolution reads 960 and
  /// makes 960, twice.
  void countsWhatIsAddedLater() {
    MobileNetSpec spec;
    spec.architecture = Architecture::MobileNetV2;
    QCOMPARE(inferenceBytes(spec, 1), std::uint64_t(4) * 112 * 112 * (16 + 2 * 96));  // the second block adds nothing
    spec.strides = {1, 1, 1, 1, 1, 1, 1};
    QCOMPARE(inferenceBytes(spec, 3), std::uint64_t(3) * 4 * 112 * 112 * (160 + 960 + 2 * 960));
  }

  void fewerImagesOfLargeSizes() {
    MobileNetSpec spec;
    QCOMPARE(imagesWithinBudget(spec, 128), 128);
    spec.inputSize = 4096;
    QCOMPARE(imagesWithinBudget(spec, 10), 1);
    spec.width = 0.25;
    QCOMPARE(imagesWithinBudget(spec, 10), 3);
    QVERIFY(inferenceBytes(spec, imagesWithinBudget(spec, 10)) <= featureMapBudget);
  }

  void saysWhatIsMissing() {
    MobileNetSpec spec;
    spec.inputSize = 4096;
    checkMemory("nothing", 0);
    QCOMPARE(imagesText(spec, 1), std::string("1 image of 4096x4096 pixels"));
    ZIPPER_EXPECT_ERROR(checkMemory("a batch of " + imagesText(spec, 64), std::uint64_t(1) << 60),
                        "a batch of 64 images of 4096x4096 pixels takes about 1073741824.0 GiB of memory, but this");
  }
};

ZIPPER_TEST_WITH(QCoreApplication, TestMemoryNeed)
#include "test_memory_need.moc"
