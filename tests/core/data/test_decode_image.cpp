// SPDX-License-Identifier: GPL-3.0-or-later

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <QtTest>
#include <cstdio>
#include <iostream>

#include "core/data/decode_image.h"
#include "data_files.h"
#include "support/expect_error.h"
#include "support/test_program.h"

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
    for (const char* name :
         {"a.png", "a.bmp", "a.webp", "a.jpg", "a.JPEG", "a.JPG", "a.jpe", "a.tif", "a.tiff", "a.ppm", "a.dib"})
      QTest::newRow(name) << name;
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
    const cv::Mat image = decodeImageFile(path("alpha.png"), {Alpha::White});
    QCOMPARE(image.type(), CV_8UC3);
    QCOMPARE(image.at<cv::Vec3b>(0, 0), cv::Vec3b(30, 20, 10));
    QCOMPARE(image.at<cv::Vec3b>(0, 1), cv::Vec3b(255, 255, 255));
    QCOMPARE(image.at<cv::Vec3b>(0, 2), cv::Vec3b(224, 204, 204));
  }

  /// As PIL's convert("RGB"): whatever colour hides below what is transparent.
  void dropsTransparencyUnlessToldOtherwise() {
    cv::Mat bgra(1, 3, CV_8UC4);
    bgra.at<cv::Vec4b>(0, 0) = {10, 20, 30, 255};
    bgra.at<cv::Vec4b>(0, 1) = {10, 20, 30, 0};
    bgra.at<cv::Vec4b>(0, 2) = {0, 0, 100, 51};
    writeImage(path("dropped.png"), bgra);
    const cv::Mat image = decodeImageFile(path("dropped.png"));
    QCOMPARE(image.at<cv::Vec3b>(0, 0), cv::Vec3b(30, 20, 10));
    QCOMPARE(image.at<cv::Vec3b>(0, 1), cv::Vec3b(30, 20, 10));
    QCOMPARE(image.at<cv::Vec3b>(0, 2), cv::Vec3b(100, 0, 0));
  }

  void laysTransparentWebPAnd16BitPngOverWhite() {
    writeImage(path("alpha16.png"), cv::Mat(4, 4, CV_16UC4, cv::Scalar(0, 0, 257 * 100, 257 * 51)));
    QCOMPARE(decodeImageFile(path("alpha16.png"), {Alpha::White}).at<cv::Vec3b>(0, 0), cv::Vec3b(224, 204, 204));
    cv::imwrite(path("alpha.webp").string(), cv::Mat(4, 4, CV_8UC4, cv::Scalar(0, 0, 100, 51)),
                {cv::IMWRITE_WEBP_QUALITY, 101});  // 101: lossless
    QCOMPARE(decodeImageFile(path("alpha.webp"), {Alpha::White}).at<cv::Vec3b>(0, 0), cv::Vec3b(224, 204, 204));
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

  /// Against the definition (EXIF 2.3, orientation): a mark in the corner that is stored at the place of each value.
  void turnsUprightOnlyWhenAsked_data() {
    QTest::addColumn<int>("orientation");
    QTest::addColumn<int>("row");
    QTest::addColumn<int>("column");
    // Where the first pixel of the first row is shown, of an image of 2 rows and 3 columns.
    const int places[][2] = {{0, 0}, {0, 2}, {1, 2}, {1, 0}, {0, 0}, {0, 1}, {2, 1}, {2, 0}};
    for (int i = 0; i < 8; ++i)
      QTest::newRow(qPrintable(QString::number(i + 1))) << i + 1 << places[i][0] << places[i][1];
  }
  void turnsUprightOnlyWhenAsked() {
    QFETCH(int, orientation);
    QFETCH(int, row);
    QFETCH(int, column);
    cv::Mat image(2 * 16, 3 * 16, CV_8UC3, cv::Scalar(0, 0, 0));  // blocks that JPEG keeps apart
    image(cv::Rect(0, 0, 16, 16)) = cv::Scalar(255, 255, 255);
    writeImage(path("turned.jpg"), image);
    const std::string exif = std::string("Exif\0\0MM\0*", 10) + bigEndian(8) + std::string("\0\1\x01\x12\0\3", 6) +
                             bigEndian(1) + std::string(1, '\0') + char(orientation) + std::string(6, '\0');
    const std::string bytes = readBytes(path("turned.jpg"));
    const auto length = exif.size() + 2;
    writeBytes(path("turned.jpg"),
               bytes.substr(0, 2) + "\xFF\xE1" + char(length >> 8) + char(length) + exif + bytes.substr(2));
    const auto brightAt = [](const cv::Mat& shown, int y, int x) {
      return int(shown.at<cv::Vec3b>(16 * y + 8, 16 * x + 8)[0]) > 200;
    };
    QVERIFY(brightAt(decodeImageFile(path("turned.jpg")), 0, 0));
    const cv::Mat upright = decodeImageFile(path("turned.jpg"), {Alpha::Drop, Exif::Apply});
    QCOMPARE(upright.size(), orientation < 5 ? cv::Size(48, 32) : cv::Size(32, 48));
    QCOMPARE(orientationOf(path("turned.jpg")), orientation);
    QVERIFY(brightAt(upright, row, column));
    if (row != 0 || column != 0) QVERIFY(!brightAt(upright, 0, 0));
  }

  void acceptsBytesBehindTheEndOfAJpeg() {
    writeImage(path("tail.jpg"), redAndBlue());
    writeBytes(path("tail.jpg"), readBytes(path("tail.jpg")) + "camera notes");
    QCOMPARE(decodeImageFile(path("tail.jpg")).rows, 8);
  }

  /// Of a header that asks for gigabytes, nothing is decoded.
  void refusesWhatTakesTooMuchMemory() {
    writeImage(path("huge.png"), cv::Mat(4, 4, CV_8UC3, cv::Scalar(1, 2, 3)));
    std::string bytes = readBytes(path("huge.png"));
    bytes.replace(16, 8, bigEndian(32000) + bigEndian(32000));
    writeBytes(path("huge.png"), bytes);
    ZIPPER_EXPECT_ERROR(
        decodeImageFile(path("huge.png")),
        "huge.png: is too large: its header says 32000x32000 pixels of 3 bytes; at most 134 megapixels");
    writeBytes(path("huge.ppm"), "P6\n60000 # wide\n60000 255\n");
    ZIPPER_EXPECT_ERROR(decodeImageFile(path("huge.ppm")), "huge.ppm: is too large: its header says 60000x60000");
    writeBytes(path("huge.bmp"), "BM" + std::string(12, '\0') + littleEndian(40, 4) + littleEndian(50000, 4) +
                                     littleEndian(50000, 4) + std::string(32, '\0'));
    ZIPPER_EXPECT_ERROR(decodeImageFile(path("huge.bmp")), "huge.bmp: is too large: its header says 50000x50000");
    const std::string size = littleEndian(16382, 2) + littleEndian(16382, 2);
    writeBytes(path("huge.webp"),
               "RIFF" + littleEndian(100, 4) + "WEBPVP8 " + littleEndian(80, 4) + std::string(6, '\1') + size);
    ZIPPER_EXPECT_ERROR(decodeImageFile(path("huge.webp")), "huge.webp: is too large: its header says 16382x16382");
    std::string tiff = std::string("II*\0", 4) + littleEndian(8, 4) + littleEndian(2, 2);
    for (const int tag : {256, 257})
      tiff += littleEndian(std::uint32_t(tag), 2) + littleEndian(4, 2) + littleEndian(1, 4) + littleEndian(70000, 4);
    writeBytes(path("huge.tif"), tiff + littleEndian(0, 4));
    ZIPPER_EXPECT_ERROR(decodeImageFile(path("huge.tif")), "huge.tif: is too large: its header says 70000x70000");
  }

  void refusesPipesAndDevices() {
    QCOMPARE(::mkfifo(path("pipe.png").c_str(), 0600), 0);
    ZIPPER_EXPECT_ERROR(decodeImageFile(path("pipe.png")), "pipe.png: is a device, a pipe or a socket");
    fs::create_symlink("/dev/zero", path("zero.png"));
    ZIPPER_EXPECT_ERROR(decodeImageFile(path("zero.png")), "zero.png: is a device, a pipe or a socket");
  }

  /// libpng and libjpeg would put their own lines between those of the program; here they say why.
  void printsNothingOfItsLibraries() {
    writeImage(path("loud.png"), noise(64, 64, CV_8UC3, 2));
    std::string png = readBytes(path("loud.png"));
    png[png.size() / 2] = char(~png[png.size() / 2]);
    writeBytes(path("loud.png"), png);
    writeImage(path("loud.jpg"), noise(64, 64, CV_8UC3, 2));
    std::string jpeg = readBytes(path("loud.jpg"));
    jpeg.insert(jpeg.size() - 2, "\x01\x02\x03\x04");  // "extraneous bytes before marker"
    writeBytes(path("loud.jpg"), jpeg);
    writeBytes(path("loud.tif"),
               std::string("II*\0", 4) + littleEndian(8, 4) + littleEndian(0, 2) + std::string(8, '\0'));
    const int before = ::dup(2);
    const int file = ::open(path("stderr.txt").c_str(), O_CREAT | O_RDWR | O_TRUNC, 0600);
    ::dup2(file, 2);
    const std::string message = errorOf([&] { decodeImageFile(path("loud.png")); });
    errorOf([&] { decodeImageFile(path("loud.jpg")); });
    errorOf([&] { decodeImageFile(path("loud.tif")); });
    std::fputs("one's own\n", stderr);
    std::cerr << "still gets out" << std::endl;
    ::dup2(before, 2);
    ::close(before);
    ::close(file);
    QCOMPARE(readBytes(path("stderr.txt")), std::string("one's own\nstill gets out\n"));
    QVERIFY2(message.find("loud.png: can't be decoded as an image (libpng error: ") != std::string::npos,
             message.c_str());
  }

  void knowsItsExtensions() {
    for (const char* name : {"a.gif", "a.txt", "a", "png", "a.png.part", "classes.txt"})
      QVERIFY(!hasImageExtension(name));
  }
};

ZIPPER_TEST(TestDecodeImage)
#include "test_decode_image.moc"
