// SPDX-License-Identifier: GPL-3.0-or-later

#include <QtTest>
#include <cmath>

#include "core/data/preprocess.h"
#include "data_files.h"
#include "support/expect_error.h"
#include "support/test_program.h"

using namespace zipper;
using namespace zipper::test;

namespace {

MobileNetSpec spec(int size, int channels) {
  MobileNetSpec result;
  result.inputSize = size;
  result.inputChannels = channels;
  result.normalization.mean = {0.5};
  result.normalization.std = {0.5};
  return result;
}

bool near(double a, double b) { return std::abs(a - b) < 1e-6; }

}  // namespace

class TestPreprocess : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void normalizesByHandComputedNumbers() {
    MobileNetSpec s = spec(1, 3);
    s.normalization.mean = {0.485, 0.456, 0.406};
    s.normalization.std = {0.229, 0.224, 0.225};
    float out[3];
    Preprocessing(s).normalize(cv::Mat(1, 1, CV_8UC3, cv::Scalar(255, 51, 0)), out);
    QVERIFY(near(out[0], (1.0 - 0.485) / 0.229));  //  2.248908
    QVERIFY(near(out[0], 2.2489083));
    QVERIFY(near(out[1], (0.2 - 0.456) / 0.224));  // -1.142857
    QVERIFY(near(out[1], -1.1428571));
    QVERIFY(near(out[2], (0.0 - 0.406) / 0.225));  // -1.804444
    QVERIFY(near(out[2], -1.8044444));
  }

  void writesChannelsLast() {
    const Preprocessing p(spec(2, 3));
    QCOMPARE(p.floats(), std::size_t(12));
    cv::Mat image(2, 2, CV_8UC3);
    for (int i = 0; i < 12; ++i) image.data[i] = std::uint8_t(20 * i);
    float out[12];
    p.normalize(image, out);
    for (int i = 0; i < 12; ++i) QVERIFY(near(out[i], (20 * i / 255.0 - 0.5) / 0.5));
  }

  void swapsChannelsForBgr() {
    MobileNetSpec s = spec(1, 3);
    s.normalization.order = ChannelOrder::BGR;
    s.normalization.mean = {0.1, 0.2, 0.3};  // of blue, green, red
    s.normalization.std = {1.0, 0.5, 0.25};
    float out[3];
    Preprocessing(s).normalize(cv::Mat(1, 1, CV_8UC3, cv::Scalar(255, 51, 0)), out);
    QVERIFY(near(out[0], -0.1));
    QVERIFY(near(out[1], 0.0));
    QVERIFY(near(out[2], 2.8));
  }

  void normalizesGrey() {
    float out[4];
    Preprocessing(spec(2, 1)).normalize(cv::Mat(2, 2, CV_8UC1, cv::Scalar(255)), out);
    for (float value : out) QCOMPARE(value, 1.0f);
  }

  void leavesAloneWhatFits() {
    for (const int channels : {1, 3})
      for (const ChannelOrder order : {ChannelOrder::RGB, ChannelOrder::BGR})
        for (const int type : {CV_8UC1, CV_8UC3})
          for (const cv::Size size : {cv::Size(32, 32), cv::Size(28, 28), cv::Size(61, 45), cv::Size(9, 400)}) {
            MobileNetSpec s = spec(32, channels);
            s.normalization.order = order;
            const cv::Mat fitted = Preprocessing(s).fit(noise(size.height, size.width, type, 5));
            const cv::Mat again = Preprocessing(s).fit(fitted);
            QVERIFY(equal(again, fitted));
            QCOMPARE(again.data, fitted.data);  // not even a copy
          }
  }

  void convertsGreyToThreeEqualChannels() {
    const cv::Mat image = noise(32, 32, CV_8UC1, 1);
    const cv::Mat fitted = Preprocessing(spec(32, 3)).fit(image);
    QCOMPARE(fitted.type(), CV_8UC3);
    const int value = image.at<std::uint8_t>(3, 9);
    QCOMPARE(fitted.at<cv::Vec3b>(3, 9), cv::Vec3b::all(std::uint8_t(value)));
  }

  void convertsRgbToGreyByLuma() {
    // ITU-R BT.601: 0.299 * 100 + 0.587 * 200 + 0.114 * 50 = 153.0
    const cv::Mat fitted = Preprocessing(spec(8, 1)).fit(cv::Mat(8, 8, CV_8UC3, cv::Scalar(100, 200, 50)));
    QCOMPARE(fitted.type(), CV_8UC1);
    QCOMPARE(int(fitted.at<std::uint8_t>(4, 4)), 153);
  }

  void leavesFittingImagesAlone() {
    const cv::Mat image = noise(32, 32, CV_8UC3, 4);
    QVERIFY(equal(Preprocessing(spec(32, 3)).fit(image), image));
  }

  void shrinksByAveraging() {
    cv::Mat image(4, 4, CV_8UC1);
    for (int i = 0; i < 16; ++i) image.data[i] = std::uint8_t(10 * i);
    const cv::Mat fitted = Preprocessing(spec(2, 1)).fit(image);
    QCOMPARE(int(fitted.at<std::uint8_t>(0, 0)), 25);   // mean of 0 10 40 50
    QCOMPARE(int(fitted.at<std::uint8_t>(1, 1)), 125);  // mean of 100 110 140 150
  }

  void enlargesLinearly() {
    cv::Mat image = (cv::Mat_<std::uint8_t>(2, 2) << 0, 100, 0, 100);
    const cv::Mat fitted = Preprocessing(spec(4, 1)).fit(image);
    const int expected[] = {0, 25, 75, 100};
    for (int x = 0; x < 4; ++x) QCOMPARE(int(fitted.at<std::uint8_t>(2, x)), expected[x]);
  }

  void cropsTheCentreOfTheLongerSide() {
    cv::Mat wide(10, 30, CV_8UC1, cv::Scalar(0));
    wide.colRange(10, 20) = cv::Scalar(200);
    QVERIFY(equal(Preprocessing(spec(10, 1)).fit(wide), cv::Mat(10, 10, CV_8UC1, cv::Scalar(200))));
    QVERIFY(equal(Preprocessing(spec(10, 1)).fit(cv::Mat(wide.t())), cv::Mat(10, 10, CV_8UC1, cv::Scalar(200))));
    QVERIFY(equal(Preprocessing(spec(5, 1)).fit(wide), cv::Mat(5, 5, CV_8UC1, cv::Scalar(200))));
    const cv::Mat odd = Preprocessing(spec(224, 3)).fit(noise(333, 500, CV_8UC3, 1));
    QCOMPARE(odd.size(), cv::Size(224, 224));
  }

  void survivesExtremeShapes() {
    const Preprocessing p(spec(224, 3));
    for (const cv::Size size : {cv::Size(1, 1), cv::Size(60000, 1), cv::Size(1, 60000), cv::Size(2, 3)})
      QCOMPARE(p.fit(cv::Mat(size, CV_8UC3, cv::Scalar(1, 2, 3))).size(), cv::Size(224, 224));
  }

  void refusesWhatItCannotFit() {
    const Preprocessing p(spec(8, 3));
    ZIPPER_EXPECT_ERROR(p.fit(cv::Mat()), "an 8-bit image with 1 or 3 channels was expected, one of 0x0");
    ZIPPER_EXPECT_ERROR(p.fit(cv::Mat(4, 4, CV_16UC1, cv::Scalar(0))), "1 channels of 16 bits was found");
    ZIPPER_EXPECT_ERROR(p.fit(cv::Mat(4, 4, CV_8UC4, cv::Scalar(0))), "4 channels of 8 bits was found");
    float out[192];
    ZIPPER_EXPECT_ERROR(p.normalize(cv::Mat(8, 9, CV_8UC3, cv::Scalar(0)), out), "only images that fit() returned");
  }

  void checksTheSpec() {
    MobileNetSpec s = spec(8, 1);
    s.normalization.mean = {0.5, 0.5, 0.5};
    ZIPPER_EXPECT_ERROR(Preprocessing{s}, "normalization: mean has 3 entries, 1 was expected");
    s = spec(8, 3);
    s.normalization.std = {0.5, 0.5};
    ZIPPER_EXPECT_ERROR(Preprocessing{s}, "normalization: std has 2 entries, 1 or 3 were expected");
    s.normalization.std = {0.5, 0.5, 0.0};
    ZIPPER_EXPECT_ERROR(Preprocessing{s}, "std 0 of channel 2");
    ZIPPER_EXPECT_ERROR(Preprocessing{spec(8, 2)}, "1 or 3 input channels were expected, the network has 2");
    ZIPPER_EXPECT_ERROR(Preprocessing{spec(0, 3)}, "an input size of at least 1");
  }
};

ZIPPER_TEST(TestPreprocess)
#include "test_preprocess.moc"
