// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <algorithm>
#include <cstdint>
#include <functional>

namespace zipper {

/// How work on images is divided, and who does it.
struct Division {
  std::size_t parts = 1;
  bool onThreads = false;  ///< each part on a thread of its own; otherwise one after another on this one
};

/// One part per compute thread (setComputeThreads()), one in all for next to nothing: that depends on the sizes and the
/// number of threads only, since sums over parts differ in their last bits with the number of parts. They go to threads
/// where those save more time than waking them takes on this machine, which is measured at the first call: that changes
/// no bit. `work` is in multiply-adds of all images together; a value that is only read and written counts as eight.
Division divisionFor(std::int64_t images, std::int64_t work);

/// For tests: what waking the threads is taken to cost from now on, in seconds; negative: measured.
void assumeThreadCost(double seconds);

/// Calls body(0) ... body(parts - 1), on threads of LibTorch's OpenMP pool if that is wished, and waits. Where it is
/// called from such a thread already, one after another. Rethrows what a part threw, that of the first part.
void runParts(const Division& division, const std::function<void(std::size_t part)>& body);

/// Calls body(part, first image, last image), each part with its share of the images. The shares depend on the sizes
/// and the number of threads only, so that sums over parts, added in their order, are reproducible.
template <typename Body>
void forImages(std::int64_t images, const Division& division, const Body& body) {
  const auto count = std::int64_t(division.parts);
  runParts(division, [&](std::size_t part) {
    body(part, std::int64_t(part) * images / count, std::int64_t(part + 1) * images / count);
  });
}

/// Calls body(first row, rows) for blocks of at most `most` rows of about the same size.
template <typename Body>
void forRowBlocks(std::int64_t first, std::int64_t last, std::int64_t most, const Body& body) {
  const std::int64_t blocks = std::max<std::int64_t>(1, (last - first + most - 1) / most);
  for (std::int64_t i = 0; i < blocks; ++i) {
    const std::int64_t begin = first + (last - first) * i / blocks, end = first + (last - first) * (i + 1) / blocks;
    if (end > begin) body(begin, end - begin);
  }
}

/// Rows of maps with this many values in all that are worked on together: about half a megabyte.
inline std::int64_t blockRows(std::int64_t valuesPerRow) { return std::max<std::int64_t>(64, 131072 / valuesPerRow); }

}  // namespace zipper
