// SPDX-License-Identifier: GPL-3.0-or-later

#include <QtTest>
#include <opencv2/core.hpp>

#include "core/support/error.h"
#include "core/support/libtorch.h"
#include "core/support/out_of_memory.h"
#include "core/support/random.h"
#include "support/test_program.h"

using namespace zipper;

class TestError : public QObject {
  Q_OBJECT

  static std::string described(const std::function<void()>& body) {
    try {
      body();
    } catch (...) {
      return describeCurrentException();
    }
    return "";
  }

 private Q_SLOTS:
  void describesEveryLibraryInOneLine() {
    QCOMPARE(described([] { fail("layer ", 3, ": wrong"); }), std::string("layer 3: wrong"));
    const auto fromTorch = described([] { torch::ones({2, 3}).mm(torch::ones({2, 3})); });
    QVERIFY(fromTorch.rfind("LibTorch: ", 0) == 0);
    QVERIFY(fromTorch.find('\n') == std::string::npos);
    const auto fromOpenCv = described([] { cv::Mat(2, 2, CV_8U) = cv::Mat(2, 2, CV_8U) * cv::Mat(2, 2, CV_32F); });
    QVERIFY2(fromOpenCv.rfind("OpenCV: ", 0) == 0, fromOpenCv.c_str());
  }

  /// Whoever ran out of memory, the message says so, and nothing is called damaged for it.
  void knowsAShortageOfMemory() {
    const std::vector<std::function<void()>> shortages{
        [] { throw std::bad_alloc(); }, [] { torch::empty({std::int64_t(1) << 58}); },  // more than there are addresses
        [] { CV_Error(cv::Error::StsNoMem, "Failed to allocate 123 bytes"); },
        [] { throw std::runtime_error("CUDA out of memory. Tried to allocate 2 GiB"); }};
    for (const auto& shortage : shortages) {
      const std::string text = described(shortage);
      QVERIFY2(text.rfind("not enough memory", 0) == 0 && text.find('\n') == std::string::npos, text.c_str());
      const std::string named = described([&] {
        try {
          shortage();
        } catch (...) {
          failIfMemoryIsShort("photo.png");
          fail("photo.png: is damaged");
        }
      });
      QVERIFY2(named.rfind("photo.png: not enough memory", 0) == 0, named.c_str());
    }
    const std::string other = described([] {
      try {
        fail("a key is missing");
      } catch (...) {
        failIfMemoryIsShort("photo.png");
        fail("photo.png: ", describeCurrentException());
      }
    });
    QCOMPARE(other, std::string("photo.png: a key is missing"));
  }

  void randomNumbersAreTheSameEverywhere() {
    // Reference values of SplitMix64 for seed 1234567 (https://prng.di.unimi.it/splitmix64.c).
    Random random(1234567);
    QCOMPARE(random.next(), std::uint64_t(6457827717110365317ULL));
    QCOMPARE(random.next(), std::uint64_t(3203168211198807973ULL));
    QVERIFY(mixSeed({1, 2}) != mixSeed({2, 1}));
  }
};

ZIPPER_TEST(TestError)
#include "test_error.moc"
