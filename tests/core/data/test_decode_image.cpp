// SPDX-License-Identifier: GPL-3.0-or-later

#include <QtTest>

#include "core/data/decode_image.h"
#include "data_files.h"
#include "support/expect_error.h"

using namespace zipper;
using namespace zipper::test;

namespace {

cv::Mat redAndBlue() {
  cv::Mat bgr(8, 8, CV_8UC3, cv::Scalar(0, 0, 255));
  bgr.colRange(4, 8) = cv::Scalar(255, 0, 0);
  return bgr;
}

std::string littleEndian(std::uint32_t value, int bytes) {
  std::string text;
  for (int i = 0; i < bytes; ++i) text += char(value >> 8 * i & 0xFF);
  return text;
}

int difference(const cv::Vec3b& a, const cv::Vec3b& b) {
  int largest = 0;
  for (int c = 0; c < 3; ++c) largest = std::max(largest, std::abs(int(a[c]) - int(b[c])));
  return largest;
}

}  // namespace

class TestDecodeImage : public QObject {
  Q_OBJECT

 private:
  Folder folder_;
  fs::path path(const char* name) const { return folder_.path() / name; }

 private Q_SLOTS:
  void readsColoursAsRgb_data() {
    QTest::addColumn<QString>("name");
    for (const char* name : {"a.png", "a.bmp", "a.webp", "a.jpg", "a.JPEG", "a.JPG"}) QTest::newRow(name) << name;
  }
  void readsColoursAsRgb() {
    QFETCH(QString, name);
    const fs::path file = path(name.toUtf8().constData());
    QVERIFY(hasImageExtension(file));
    writeImage(file, redAndBlue());
    const cv::Mat image = decodeImageFile(file);
    QCOMPARE(image.type(), CV_8UC3);
    QVERIFY(difference(image.at<cv::Vec3b>(4, 1), {255, 0, 0}) < 12);  // JPEG and WebP change pixels a little
    QVERIFY(difference(image.at<cv::Vec3b>(4, 6), {0, 0, 255}) < 12);
  }

  void losslessFormatsKeepEveryPixel() {
    const cv::Mat grey = noise(13, 17, CV_8UC1, 1);
    for (const char* name : {"grey.png", "grey.bmp"}) {
      writeImage(path(name), grey);
      QVERIFY(equal(decodeImageFile(path(name)), grey));
    }
  }

  void keepsGreyJpegGrey() {
    writeImage(path("grey.jpg"), cv::Mat(16, 16, CV_8UC1, cv::Scalar(77)));
    const cv::Mat image = decodeImageFile(path("grey.jpg"));
    QCOMPARE(image.type(), CV_8UC1);
    QCOMPARE(int(image.at<std::uint8_t>(8, 8)), 77);
  }

  void scales16BitsTo8() {
    cv::Mat grey(1, 4, CV_16UC1);
    const int values[] = {0, 257, 65535, 32896};  // 32896 = 128 * 257
    for (int i = 0; i < 4; ++i) grey.at<std::uint16_t>(0, i) = std::uint16_t(values[i]);
    writeImage(path("grey16.png"), grey);
    const cv::Mat image = decodeImageFile(path("grey16.png"));
    QCOMPARE(image.type(), CV_8UC1);
    const int expected[] = {0, 1, 255, 128};
    for (int i = 0; i < 4; ++i) QCOMPARE(int(image.at<std::uint8_t>(0, i)), expected[i]);
    writeImage(path("colour16.png"), cv::Mat(4, 4, CV_16UC3, cv::Scalar(257 * 3, 257 * 2, 257)));
    QCOMPARE(decodeImageFile(path("colour16.png")).at<cv::Vec3b>(0, 0), cv::Vec3b(1, 2, 3));
  }

  void laysTransparentImagesOverWhite() {
    cv::Mat bgra(1, 3, CV_8UC4);
    bgra.at<cv::Vec4b>(0, 0) = {10, 20, 30, 255};
    bgra.at<cv::Vec4b>(0, 1) = {10, 20, 30, 0};
    bgra.at<cv::Vec4b>(0, 2) = {0, 0, 100, 51};  // a fifth
    writeImage(path("alpha.png"), bgra);
    const cv::Mat image = decodeImageFile(path("alpha.png"));
    QCOMPARE(image.type(), CV_8UC3);
    QCOMPARE(image.at<cv::Vec3b>(0, 0), cv::Vec3b(30, 20, 10));
    QCOMPARE(image.at<cv::Vec3b>(0, 1), cv::Vec3b(255, 255, 255));
    QCOMPARE(image.at<cv::Vec3b>(0, 2), cv::Vec3b(224, 204, 204));
  }

  void laysTransparentWebPAnd16BitPngOverWhite() {
    writeImage(path("alpha16.png"), cv::Mat(4, 4, CV_16UC4, cv::Scalar(0, 0, 257 * 100, 257 * 51)));
    QCOMPARE(decodeImageFile(path("alpha16.png")).at<cv::Vec3b>(0, 0), cv::Vec3b(224, 204, 204));
    cv::imwrite(path("alpha.webp").string(), cv::Mat(4, 4, CV_8UC4, cv::Scalar(0, 0, 100, 51)),
                {cv::IMWRITE_WEBP_QUALITY, 101});  // 101: lossless
    QCOMPARE(decodeImageFile(path("alpha.webp")).at<cv::Vec3b>(0, 0), cv::Vec3b(224, 204, 204));
  }

  void readsA32BitBitmap() {
    writeImage(path("32.bmp"), cv::Mat(4, 4, CV_8UC4, cv::Scalar(10, 20, 30, 255)));
    QCOMPARE(decodeImageFile(path("32.bmp")).at<cv::Vec3b>(0, 0), cv::Vec3b(30, 20, 10));
  }

  void ignoresTheUnusedByteOf32BitBitmaps() {
    // BITMAPINFOHEADER without compression: the fourth byte of a pixel means nothing and is usually 0.
    std::string bytes = "BM" + littleEndian(54 + 16, 4) + littleEndian(0, 4) + littleEndian(54, 4);
    bytes += littleEndian(40, 4) + littleEndian(2, 4) + littleEndian(2, 4) + littleEndian(1, 2) + littleEndian(32, 2);
    bytes += std::string(24, '\0');
    for (int i = 0; i < 4; ++i) bytes += littleEndian(0x001E140A, 4);
    writeBytes(path("unused.bmp"), bytes);
    QCOMPARE(decodeImageFile(path("unused.bmp")).at<cv::Vec3b>(1, 1), cv::Vec3b(30, 20, 10));
  }

  void namesFilesThatAreNoImages() {
    writeBytes(path("text.png"), "no image at all");
    ZIPPER_EXPECT_ERROR(decodeImageFile(path("text.png")), path("text.png").string() + ": can't be decoded");
    writeBytes(path("empty.png"), "");
    ZIPPER_EXPECT_ERROR(decodeImageFile(path("empty.png")), "empty.png: an image was expected, 0 bytes were found");
    ZIPPER_EXPECT_ERROR(decodeImageFile(path("none.png")), "none.png: can't be read: No such file");
  }

  void namesFilesThatAreCutShort_data() {
    QTest::addColumn<QString>("name");
    for (const char* name : {"cut.png", "cut.bmp", "cut.webp", "cut.jpg"}) QTest::newRow(name) << name;
  }
  void namesFilesThatAreCutShort() {
    QFETCH(QString, name);
    const fs::path file = path(name.toUtf8().constData());
    writeImage(file, noise(64, 64, CV_8UC3, 2));
    const std::string whole = readBytes(file);
    for (const double share : {0.95, 0.6, 0.1}) {
      writeBytes(file, whole.substr(0, std::size_t(share * double(whole.size()))));
      ZIPPER_EXPECT_ERROR(decodeImageFile(file), file.string() + ": ");
    }
  }

  void acceptsBytesBehindTheEndOfAJpeg() {
    writeImage(path("tail.jpg"), redAndBlue());
    writeBytes(path("tail.jpg"), readBytes(path("tail.jpg")) + "camera notes");
    QCOMPARE(decodeImageFile(path("tail.jpg")).rows, 8);
  }

  void knowsItsExtensions() {
    for (const char* name : {"a.gif", "a.txt", "a", "png", "a.png.part", "classes.txt"})
      QVERIFY(!hasImageExtension(name));
  }
};

QTEST_APPLESS_MAIN(TestDecodeImage)
#include "test_decode_image.moc"
