// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/support/mapped_memory.h"

#include <sys/mman.h>

#include <algorithm>
#include <deque>
#include <mutex>
#include <new>

namespace zipper {

namespace {

constexpr std::size_t mostKept = std::size_t(64) << 20, largestKept = std::size_t(16) << 20;

/// Blocks that somebody will want again soon, the oldest first.
struct Kept {
  struct Block {
    void* place;
    std::size_t bytes;
  };
  std::mutex mutex;
  std::deque<Block> blocks;
  std::size_t bytes = 0;
};

/// Never destroyed: vectors of static duration may give their memory back later.
Kept& kept() {
  static Kept& all = *new Kept;
  return all;
}

/// Sizes of which there are few, at most an eighth too large.
std::size_t rounded(std::size_t bytes) {
  std::size_t step = std::size_t(1) << 16;
  while (step * 16 <= bytes) step *= 2;
  return (bytes + step - 1) / step * step;
}

}  // namespace

void* takeMapped(std::size_t bytes) {
  const std::size_t size = rounded(bytes);
  {
    Kept& all = kept();
    const std::lock_guard lock(all.mutex);
    const auto found = std::find_if(all.blocks.rbegin(), all.blocks.rend(),
                                    [&](const Kept::Block& block) { return block.bytes == size; });
    if (found != all.blocks.rend()) {
      void* place = found->place;
      all.blocks.erase(std::next(found).base());
      all.bytes -= size;
      return place;
    }
  }
  void* place = ::mmap(nullptr, size, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS | MAP_NORESERVE, -1, 0);
  if (place == MAP_FAILED) throw std::bad_alloc();
#ifdef MADV_HUGEPAGE
  ::madvise(place, size, MADV_HUGEPAGE);  // only a wish: fewer page faults
#endif
  return place;
}

void giveMapped(void* place, std::size_t bytes) {
  const std::size_t size = rounded(bytes);
  if (size > largestKept) {
    ::munmap(place, size);
    return;
  }
  Kept& all = kept();
  const std::lock_guard lock(all.mutex);
  all.blocks.push_back({place, size});
  all.bytes += size;
  while (all.bytes > mostKept) {
    ::munmap(all.blocks.front().place, all.blocks.front().bytes);
    all.bytes -= all.blocks.front().bytes;
    all.blocks.pop_front();
  }
}

}  // namespace zipper
