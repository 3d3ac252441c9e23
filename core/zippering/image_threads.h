// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <algorithm>
#include <cstdint>
#include <functional>

namespace zipper {

/// So many parts for this many images and this much work: one per compute thread (setComputeThreads()), one in all where
/// waking the others would take longer than they save. `work` is in multiply-adds of all images together; a value that
/// is only read and written counts as eight.
std::size_t partsFor(std::int64_t images, std::int64_t work);

/// Calls body(0) ... body(parts - 1), each on a thread of LibTorch's OpenMP pool, and waits. Where it is called from such a
/// thread already, one after another. Rethrows what a part threw, that of the first part.
void runParts(std::size_t parts, const std::function<void(std::size_t part)>& body);

/// Calls body(part, first image, last image), each part with its share of the images. The shares depend on the sizes and
/// the number of threads only, so that sums over parts, added in their order, are reproducible.
template <typename Body>
void forImages(std::int64_t images, std::size_t parts, const Body& body) {
  const auto count = std::int64_t(parts);
  runParts(parts, [&](std::size_t part) {
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
