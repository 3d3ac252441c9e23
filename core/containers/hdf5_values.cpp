// SPDX-License-Identifier: GPL-3.0-or-later

#include <zlib.h>

#include <algorithm>
#include <cstring>
#include <set>

#include "core/containers/byte_cursor.h"
#include "core/containers/hdf5_file.h"

namespace zipper {

namespace {

constexpr std::uint64_t maximumChunk = 8 << 20;

std::string inflated(const std::string& bytes, std::uint64_t expected) {
  std::string values(std::size_t(expected), '\0');
  uLongf found = uLongf(values.size());
  const int code = uncompress(reinterpret_cast<Bytef*>(values.data()), &found,
                              reinterpret_cast<const Bytef*>(bytes.data()), uLong(bytes.size()));
  if (code == Z_MEM_ERROR) throw std::bad_alloc();
  if (code != Z_OK || found != values.size())
    fail("a chunk doesn't unpack to ", expected, " bytes (zlib says ", code, ", ", found, " bytes)");
  return values;
}

/// The first bytes of all elements, then the second ones, ...; what is left over stays at the end.
std::string unshuffled(const std::string& bytes, std::size_t elementSize) {
  std::string values = bytes;
  const std::size_t count = bytes.size() / elementSize;
  for (std::size_t k = 0; k < elementSize; ++k)
    for (std::size_t i = 0; i < count; ++i) values[i * elementSize + k] = bytes[k * count + i];
  return values;
}

/// A filter of the list was left out for a chunk where its bit in the mask is set.
std::string unfiltered(std::string bytes, const Hdf5Dataset& dataset, std::uint32_t mask, std::uint64_t expected) {
  for (std::size_t i = dataset.filters.size(); i-- > 0;) {
    if (i < 32 && (mask >> i & 1) != 0) continue;
    if (dataset.filters[i] == Hdf5Filter::Deflate)
      bytes = inflated(bytes, expected);
    else
      bytes = unshuffled(bytes, dataset.type.size);
  }
  if (bytes.size() != expected) fail("a chunk has ", bytes.size(), " bytes, ", expected, " were expected");
  return bytes;
}

/// Puts chunks where they belong, each once.
class ChunkTarget {
 public:
  ChunkTarget(const Hdf5Dataset& dataset, unsigned char* values) : dataset_(dataset), values_(values) {
    std::uint64_t chunks = 1;
    for (std::size_t d = 0; d < dataset.shape.size(); ++d) {
      const std::uint64_t extent = dataset.layout.chunkShape[d];
      counts_.push_back(dataset.shape[d] / extent + (dataset.shape[d] % extent != 0 ? 1 : 0));
      chunks *= counts_.back();
    }
    seen_.assign(std::size_t(chunks), false);
  }

  bool isComplete() const { return std::find(seen_.begin(), seen_.end(), false) == seen_.end(); }

  /// Notes that the chunk that begins at this element is there.
  void claim(const std::vector<std::uint64_t>& begin) {
    std::uint64_t index = 0;
    for (std::size_t d = 0; d < begin.size(); ++d) {
      const std::uint64_t extent = dataset_.layout.chunkShape[d];
      if (begin[d] >= dataset_.shape[d] || begin[d] % extent != 0)
        fail("a chunk begins at ", begin[d], " in dimension ", d, ", which has ", dataset_.shape[d], " elements");
      index = index * counts_[d] + begin[d] / extent;
    }
    if (seen_[std::size_t(index)]) fail("a chunk is there twice");
    seen_[std::size_t(index)] = true;
  }

  /// Copies what lies inside of the dataset, row by row.
  void put(const std::vector<std::uint64_t>& begin, const std::string& chunk) const {
    const auto& shape = dataset_.shape;
    const auto& extents = dataset_.layout.chunkShape;
    const std::size_t last = shape.size() - 1, element = dataset_.type.size;
    const std::uint64_t row = std::min(extents[last], shape[last] - begin[last]);
    std::vector<std::uint64_t> at(shape.size(), 0);
    for (bool more = true; more;) {
      std::uint64_t from = 0, to = 0;
      for (std::size_t d = 0; d <= last; ++d) {
        from = from * extents[d] + at[d];
        to = to * shape[d] + begin[d] + at[d];
      }
      std::memcpy(values_ + to * element, chunk.data() + from * element, std::size_t(row) * element);
      more = false;
      for (std::size_t d = last; d-- > 0 && !more;) {
        more = ++at[d] < std::min(extents[d], shape[d] - begin[d]);
        if (!more) at[d] = 0;
      }
    }
  }

 private:
  const Hdf5Dataset& dataset_;
  unsigned char* values_;
  std::vector<std::uint64_t> counts_;
  std::vector<bool> seen_;
};

struct ChunkEntry {
  std::uint32_t bytes = 0, mask = 0;
  std::vector<std::uint64_t> begin;
  std::uint64_t address = 0;
};

ChunkEntry nextEntry(ByteCursor& cursor, std::size_t rank) {
  ChunkEntry entry;
  entry.bytes = cursor.u32();
  entry.mask = cursor.u32();
  for (std::size_t d = 0; d < rank; ++d) entry.begin.push_back(cursor.u64());
  cursor.skip(8);  // inside of an element
  entry.address = cursor.u64();
  return entry;
}

}  // namespace

Hdf5Dataset Hdf5File::dataset(std::uint64_t object) {
  Hdf5Dataset dataset;
  std::set<Hdf5Kind> seen;
  bool null = false;
  for (const auto& message : messages(object)) {
    seen.insert(message.kind);
    const bool needed = message.kind == Hdf5Kind::Dataspace || message.kind == Hdf5Kind::Datatype ||
                        message.kind == Hdf5Kind::Layout || message.kind == Hdf5Kind::Filters;
    if (needed && message.shared) fail("its description is stored elsewhere in the file, which is not read");
    if (message.kind == Hdf5Kind::ExternalFiles) fail("its values are in another file, which is not read");
    if (message.kind == Hdf5Kind::Dataspace) dataset.shape = parseHdf5Shape(message.body, null);
    if (message.kind == Hdf5Kind::Datatype) dataset.type = parseHdf5Type(message.body);
    if (message.kind == Hdf5Kind::Layout) dataset.layout = parseHdf5Layout(message.body);
    if (message.kind == Hdf5Kind::Filters) dataset.filters = parseHdf5Filters(message.body);
  }
  if (!seen.count(Hdf5Kind::Dataspace) || !seen.count(Hdf5Kind::Datatype) || !seen.count(Hdf5Kind::Layout))
    fail("it was expected to be a dataset");
  if (null) fail("it holds no values");
  const std::uint64_t count = elementCount(dataset.shape);
  if (__builtin_mul_overflow(count, std::uint64_t(dataset.type.size), &dataset.bytes) || dataset.bytes > valuesLeft_)
    fail("its ", count, " values of ", dataset.type.size, " bytes are more than a file of ", blocks_.file().size(),
         " bytes was expected to hold");
  return dataset;
}

void Hdf5File::readValues(const Hdf5Dataset& dataset, void* values) {
  const Hdf5Layout& layout = dataset.layout;
  if (dataset.bytes == 0) return;
  if (layout.kind != Hdf5Layout::Class::Chunked) spendOnValues(dataset.bytes);
  if (layout.kind == Hdf5Layout::Class::Chunked) {
    readChunks(dataset, static_cast<unsigned char*>(values));
  } else if (layout.kind == Hdf5Layout::Class::Contiguous) {
    if (layout.address == undefinedAddress) fail("its values were never written");
    if (layout.size != dataset.bytes) fail("has ", layout.size, " bytes, its shape ", dataset.bytes);
    blocks_.checkInside(layout.address, layout.size, "its data");
    blocks_.file().read(layout.address, values, std::size_t(dataset.bytes));
  } else {
    if (layout.values.size() != dataset.bytes) fail("has ", layout.values.size(), " bytes, its shape ", dataset.bytes);
    std::memcpy(values, layout.values.data(), layout.values.size());
  }
}

std::string Hdf5File::readChunk(const Hdf5Dataset& dataset, std::uint64_t address, std::uint32_t bytes,
                                std::uint32_t mask) {
  std::uint64_t expected = 0;
  if (__builtin_mul_overflow(elementCount(dataset.layout.chunkShape), std::uint64_t(dataset.type.size), &expected) ||
      expected > maximumChunk || bytes > maximumChunk)
    fail("a chunk has more than ", maximumChunk, " bytes");
  spendOnValues(std::max<std::uint64_t>(expected, bytes));
  blocks_.checkInside(address, bytes, "a chunk");
  std::string chunk(bytes, '\0');
  blocks_.file().read(address, chunk.data(), chunk.size());
  return unfiltered(std::move(chunk), dataset, mask, expected);
}

void Hdf5File::readChunks(const Hdf5Dataset& dataset, unsigned char* values) {
  const Hdf5Layout& layout = dataset.layout;
  const std::size_t rank = dataset.shape.size();
  if (layout.chunkShape.size() != rank || layout.elementSize != dataset.type.size)
    fail("its chunks don't have its number of dimensions and type");
  if (layout.address == undefinedAddress) fail("its values were never written");
  ChunkTarget target(dataset, values);
  if (layout.oneChunk) {
    const std::vector<std::uint64_t> begin(rank, 0);
    target.claim(begin);
    if (layout.chunkBytes > maximumChunk) fail("a chunk has more than ", maximumChunk, " bytes");
    target.put(begin, readChunk(dataset, layout.address, std::uint32_t(layout.chunkBytes), layout.chunkMask));
  }
  std::vector<std::pair<std::uint64_t, int>> nodes;
  if (!layout.oneChunk) nodes.emplace_back(layout.address, hdf5AnyLevel);
  while (!nodes.empty()) {
    const Node node = readNode(nodes.back().first, 1, nodes.back().second, 8 * (rank + 3));
    nodes.pop_back();
    ByteCursor entries(node.entries, "a node of chunks");
    for (int i = 0; i < node.count; ++i) {
      const ChunkEntry entry = nextEntry(entries, rank);
      if (node.level > 0) {
        nodes.emplace_back(entry.address, node.level - 1);
        continue;
      }
      target.claim(entry.begin);
      target.put(entry.begin, readChunk(dataset, entry.address, entry.bytes, entry.mask));
    }
  }
  if (!target.isComplete()) fail("some of its chunks were never written");
}

}  // namespace zipper
