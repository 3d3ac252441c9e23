// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <cstdlib>
#include <new>
#include <utility>
#include <vector>

namespace zipper {

/// A block of memory from the system, not from the heap; its values are whatever they are. Throws std::bad_alloc.
void* takeMapped(std::size_t bytes);
/// Gives back a block that was taken with the same number of bytes: to the system, but for some of up to 16 MB, 64 MB
/// in all, which wait here until a block of about their size is taken.
void giveMapped(void* place, std::size_t bytes);

/// Takes large blocks from the system and gives them back, small ones from the heap; all begin with a cache line. Meant
/// for what lives as long as a step: in the heap, which keeps its memory (see setComputeThreads()), smaller blocks
/// would settle in the place of a large one, and the next large one would make the heap grow. What a vector grows by
/// has no values yet: it is written before it is read.
template <typename T>
struct MappedAllocator {
  using value_type = T;
  MappedAllocator() = default;
  template <typename U>
  MappedAllocator(const MappedAllocator<U>&) {}

  T* allocate(std::size_t count) {
    void* place = isLarge(count) ? takeMapped(count * sizeof(T)) : std::aligned_alloc(line, inLines(count * sizeof(T)));
    if (place == nullptr) throw std::bad_alloc();
    return static_cast<T*>(place);
  }
  void deallocate(T* place, std::size_t count) {
    if (isLarge(count))
      giveMapped(place, count * sizeof(T));
    else
      std::free(place);
  }
  template <typename U>
  void construct(U* place) {
    ::new (static_cast<void*>(place)) U;
  }
  template <typename U, typename... Arguments>
  void construct(U* place, Arguments&&... arguments) {
    ::new (static_cast<void*>(place)) U(std::forward<Arguments>(arguments)...);
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
  /// A register that is loaded from two of them takes twice as long.
  static constexpr std::size_t line = 64;
  static std::size_t inLines(std::size_t bytes) { return (bytes + line - 1) / line * line; }
  static bool isLarge(std::size_t count) { return count * sizeof(T) >= (std::size_t(1) << 18); }
};

using MappedFloats = std::vector<float, MappedAllocator<float>>;

}  // namespace zipper
