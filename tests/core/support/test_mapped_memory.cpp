// SPDX-License-Identifier: GPL-3.0-or-later

#include <algorithm>

#include "core/support/mapped_memory.h"
#include "support/test_program.h"

using namespace zipper;

class TestMappedMemory : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  /// Whatever its size, a vector keeps what was written, and fills where it is told with what.
  void keepsValues() {
    for (const std::size_t count :
         {std::size_t(3), std::size_t(1) << 16, (std::size_t(1) << 20) + 5, std::size_t(5) << 20}) {
      MappedFloats values(7, 1.0f);
      values.resize(count);
      std::fill(values.begin() + 3, values.end(), 2.0f);
      values.resize(count + 100'000);
      QCOMPARE(std::count(values.begin(), values.begin() + 3, 1.0f), 3);
      QCOMPARE(std::size_t(std::count(values.begin() + 3, values.begin() + std::ptrdiff_t(count), 2.0f)), count - 3);
      values.assign(count, 0.0f);
      QCOMPARE(std::size_t(std::count(values.begin(), values.end(), 0.0f)), count);
    }
  }

  /// A block that was given back comes again for about the same size, not for a larger one.
  void aBlockComesAgain() {
    const std::size_t bytes = (std::size_t(3) << 20) + 1000;
    void* first = takeMapped(bytes);
    giveMapped(first, bytes);
    void* larger = takeMapped(2 * bytes);
    QVERIFY(larger != first);
    void* again = takeMapped(bytes - 100);
    QCOMPARE(again, first);
    void* other = takeMapped(bytes);
    QVERIFY(other != first);
    giveMapped(other, bytes);
    giveMapped(again, bytes - 100);
    giveMapped(larger, 2 * bytes);
  }

  /// Blocks that are taken at once are different ones, however many were given back before.
  void blocksAreApart() {
    const std::size_t bytes = std::size_t(8) << 20;
    std::vector<void*> blocks;
    for (int i = 0; i < 100; ++i) blocks.push_back(takeMapped(bytes));
    std::sort(blocks.begin(), blocks.end());
    QVERIFY(std::adjacent_find(blocks.begin(), blocks.end()) == blocks.end());
    for (void* block : blocks) giveMapped(block, bytes);
    std::vector<void*> again;
    int known = 0;
    for (int i = 0; i < 8; ++i) again.push_back(takeMapped(bytes));
    for (void* block : again) known += std::binary_search(blocks.begin(), blocks.end(), block) ? 1 : 0;
    QVERIFY(known > 0);
    for (void* block : again) giveMapped(block, bytes);
  }
};

ZIPPER_TEST_WITH(QCoreApplication, TestMappedMemory)
#include "test_mapped_memory.moc"
