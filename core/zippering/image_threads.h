#pragma once

#include <ATen/Parallel.h>

#include <algorithm>
#include <cstdint>

namespace zipper {

/// Calls body(part, first image, last image) on the compute threads, each with its share of the images. The shares
/// depend on the number of threads only, so that sums over parts, added in their order, are reproducible.
template <typename Body>
void forImages(std::int64_t images, const Body& body) {
  const std::int64_t parts = std::min<std::int64_t>(images, at::get_num_threads());
  at::parallel_for(0, parts, 1, [&](std::int64_t begin, std::int64_t end) {
    for (std::int64_t part = begin; part < end; ++part)
      body(std::size_t(part), part * images / parts, (part + 1) * images / parts);
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
