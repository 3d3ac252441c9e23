// SPDX-License-Identifier: GPL-3.0-or-later

#include <QtTest>
#include <random>
#include <set>

#include "core/data/preprocess.h"
#include "data_files.h"
#include "support/expect_error.h"
#include "support/test_program.h"

using namespace zipper;
using namespace zipper::test;

namespace {

Preprocessing preprocessing(int size, int channels) {
  MobileNetSpec spec;
  spec.inputSize = size;
  spec.inputChannels = channels;
  spec.normalization.mean = {0.0};
  spec.normalization.std = {1.0};
  return Preprocessing(spec);
}

}  // namespace

class TestAugmentation : public QObject {
  Q_OBJECT

 private:
  std::uint64_t seed_ = std::random_device{}();
  const Preprocessing grey_ = preprocessing(32, 1), colour_ = preprocessing(32, 3);

 private Q_SLOTS:
  void initTestCase() { qInfo("seed %llu", static_cast<unsigned long long>(seed_)); }

  void isOffByDefault() {
    QVERIFY(!Augmentation{}.any());
    const cv::Mat image = noise(32, 32, CV_8UC3, seed_);
    Random random(seed_);
    QVERIFY(equal(colour_.fit(image, {}, &random), image));
    QCOMPARE(random.next(), Random(seed_).next());  // no number was used
  }

  void needsARandomStream() {
    const cv::Mat image = noise(32, 32, CV_8UC3, seed_);
    QVERIFY(equal(colour_.fit(image, {4, 0.5, true, 0.3}, nullptr), image));
  }

  void dependsOnTheStreamOnlyAndNeverWritesToTheImage() {
    const Augmentation all{4, 0.3, true, 0.4};
    const cv::Mat image = noise(40, 50, CV_8UC3, seed_), copy = image.clone();
    Random a(seed_), b(seed_), other(seed_ + 1);
    const cv::Mat first = colour_.fit(image, all, &a);
    QVERIFY(equal(first, colour_.fit(image, all, &b)));
    QVERIFY(!equal(first, colour_.fit(image, all, &other)));
    QVERIFY(equal(image, copy));
    QCOMPARE(first.size(), cv::Size(32, 32));
  }

  void neverWritesToAnImageThatAlreadyFits() {
    const cv::Mat image = noise(32, 32, CV_8UC3, seed_), copy = image.clone();
    Random random(seed_);
    for (int i = 0; i < 50; ++i) colour_.fit(image, {4, 1.0, true, 0.4}, &random);
    QVERIFY(equal(image, copy));
  }

  void mirrorsHalfOfTheImages() {
    const cv::Mat image = noise(32, 32, CV_8UC1, seed_);
    cv::Mat mirrored;
    cv::flip(image, mirrored, 1);
    Random random(seed_);
    int count = 0;
    for (int i = 0; i < 400; ++i) {
      const cv::Mat result = grey_.fit(image, {0, 1.0, true, 0.0}, &random);
      QVERIFY(equal(result, image) || equal(result, mirrored));
      count += equal(result, mirrored);
    }
    QVERIFY2(count > 140 && count < 260, qPrintable(QString::number(count)));  // 6 standard deviations
  }

  void shiftsWithinItsBoundsAndFillsWithZeros() {
    cv::Mat image(32, 32, CV_8UC1, cv::Scalar(9));
    image.at<std::uint8_t>(16, 16) = 200;
    std::set<std::pair<int, int>> seen;
    Random random(seed_);
    for (int i = 0; i < 2000; ++i) {
      const cv::Mat result = grey_.fit(image, {3, 1.0, false, 0.0}, &random);
      cv::Point at;
      cv::minMaxLoc(result, nullptr, nullptr, nullptr, &at);
      const int dx = at.x - 16, dy = at.y - 16;
      QVERIFY(std::abs(dx) <= 3 && std::abs(dy) <= 3);
      QCOMPARE(cv::countNonZero(result), (32 - std::abs(dx)) * (32 - std::abs(dy)));
      seen.insert({dx, dy});
    }
    QCOMPARE(seen.size(), std::size_t(49));
  }

  void shiftsFurtherThanTheImage() {
    Random random(seed_);
    for (int i = 0; i < 200; ++i)
      QCOMPARE(grey_.fit(noise(32, 32, CV_8UC1, 1), {100, 1.0, false, 0.0}, &random).size(), cv::Size(32, 32));
  }

  void changesBrightnessAndContrastWithinTheirBounds() {
    const cv::Mat flat(32, 32, CV_8UC3, cv::Scalar(100, 100, 100));  // contrast has no effect on it
    Random random(seed_);
    int lowest = 255, highest = 0;
    for (int i = 0; i < 1000; ++i) {
      const int value = colour_.fit(flat, {0, 1.0, false, 0.2}, &random).at<cv::Vec3b>(5, 5)[1];
      lowest = std::min(lowest, value);
      highest = std::max(highest, value);
    }
    QVERIFY2(lowest >= 80 && lowest <= 83, qPrintable(QString::number(lowest)));
    QVERIFY2(highest <= 120 && highest >= 117, qPrintable(QString::number(highest)));
  }

  void contrastKeepsTheMean() {
    cv::Mat image(32, 32, CV_8UC1, cv::Scalar(90));
    image.rowRange(0, 16) = cv::Scalar(110);
    Random random(seed_);
    bool changed = false;
    for (int i = 0; i < 200; ++i) {
      const cv::Mat result = grey_.fit(image, {0, 1.0, false, 0.3}, &random);
      const double high = result.at<std::uint8_t>(0, 0), low = result.at<std::uint8_t>(31, 0);
      const double brightness = (high + low) / 200.0, contrast = (high - low) / 20.0 / brightness;
      QVERIFY(brightness > 0.69 && brightness < 1.31);
      QVERIFY(contrast > 0.58 && contrast < 1.42);  // rounding to whole pixel values counts for a lot here
      changed |= contrast > 1.1;
    }
    QVERIFY(changed);
  }

  void cropsAtLeastTheSmallestShare() {
    // Pixel (x,y) of a ramp tells where a crop began and ended.
    cv::Mat ramp(128, 128, CV_8UC1);
    for (int y = 0; y < 128; ++y)
      for (int x = 0; x < 128; ++x) ramp.at<std::uint8_t>(y, x) = std::uint8_t(x);
    Random random(seed_);
    double narrowest = 128, widest = 0;
    for (int i = 0; i < 500; ++i) {
      const cv::Mat result = grey_.fit(ramp, {0, 0.25, false, 0.0}, &random);
      const double width = (result.at<std::uint8_t>(0, 31) - result.at<std::uint8_t>(0, 0)) * 32.0 / 31.0;
      narrowest = std::min(narrowest, width);
      widest = std::max(widest, width);
    }
    // At 1/4 of the area and ratio 3/4: width = 128 * sqrt(0.25 * 0.75) = 55.4
    QVERIFY2(narrowest > 53 && narrowest < 75, qPrintable(QString::number(narrowest)));
    QVERIFY2(widest > 110 && widest < 131, qPrintable(QString::number(widest)));
  }

  void cropsStripsInTheCentre() {
    Random random(seed_);
    cv::Mat strip(10, 300, CV_8UC1, cv::Scalar(0));
    strip.colRange(140, 160) = cv::Scalar(50);
    QVERIFY(equal(grey_.fit(strip, {0, 0.9, false, 0.0}, &random), cv::Mat(32, 32, CV_8UC1, cv::Scalar(50))));
  }
};

ZIPPER_TEST(TestAugmentation)
#include "test_augmentation.moc"
