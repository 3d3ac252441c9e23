// SPDX-License-Identifier: GPL-3.0-or-later

#include <QtTest>

#include "core/bench/memory_images.h"
#include "support/test_program.h"

using namespace zipper;

namespace {

bool samePixels(const cv::Mat& one, const cv::Mat& other) { return cv::norm(one, other, cv::NORM_INF) == 0; }

}  // namespace

class TestMemoryImages : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void differUnlessPicturesAreFew() {
    const MemoryImages all(6, 16, 3, 1), few(6, 16, 3, 1, 2);
    QCOMPARE(all.size(), std::int64_t(6));
    QCOMPARE(few.size(), std::int64_t(6));
    for (int i = 0; i < 6; ++i) {
      QCOMPARE(few.image(i).size(), cv::Size(16, 16));
      QVERIFY(samePixels(few.image(i), all.image(i % 2)));
      QCOMPARE(samePixels(all.image(i), all.image(0)), i == 0);
      QCOMPARE(few.label(i), i % 3);
    }
  }
};

ZIPPER_TEST(TestMemoryImages)
#include "test_memory_images.moc"
