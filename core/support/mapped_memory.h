// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <sys/mman.h>

#include <cstdlib>
#include <new>
#include <vector>

namespace zipper {

/// Takes large blocks from the system and gives them back to it. Meant for what lives as long as a step: in the heap,
/// which keeps its memory (see setComputeThreads()), smaller blocks would settle in the place of a large one, and the
/// next large one would make the heap grow.
template <typename T>
struct MappedAllocator {
  using value_type = T;
  MappedAllocator() = default;
  template <typename U>
  MappedAllocator(const MappedAllocator<U>&) {}

  T* allocate(std::size_t count) {
    void* place = isLarge(count) ? ::mmap(nullptr, count * sizeof(T), PROT_READ | PROT_WRITE,
                                          MAP_PRIVATE | MAP_ANONYMOUS | MAP_NORESERVE, -1, 0)
                                 : std::malloc(count * sizeof(T));
    if (place == MAP_FAILED || place == nullptr) throw std::bad_alloc();
    return static_cast<T*>(place);
  }
  void deallocate(T* place, std::size_t count) {
    if (isLarge(count))
      ::munmap(place, count * sizeof(T));
    else
      std::free(place);
  }
  template <typename U>
  bool operator==(const MappedAllocator<U>&) const {
    return true;
  }
  template <typename U>
  bool operator!=(const MappedAllocator<U>&) const {
    return false;
  }

 private:
  static bool isLarge(std::size_t count) { return count * sizeof(T) >= (std::size_t(1) << 18); }
};

using MappedFloats = std::vector<float, MappedAllocator<float>>;

}  // namespace zipper
