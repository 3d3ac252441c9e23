// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/containers/hdf5_messages.h"

#include <algorithm>
#include <cstring>

#include "core/containers/byte_cursor.h"

namespace zipper {

namespace {

constexpr int maximumAxes = 8;

/// The IEEE formats of 2, 4 and 8 bytes, little-endian: where the sign, the exponent and the mantissa are.
bool isIeeeFloat(std::uint32_t bits, std::uint32_t size, ByteCursor& properties) {
  const std::uint16_t offset = properties.u16(), precision = properties.u16();
  const int exponentAt = properties.u8(), exponentBits = properties.u8();
  const int mantissaAt = properties.u8(), mantissaBits = properties.u8();
  const std::uint32_t bias = properties.u32();
  const bool bigEndian = (bits & 1) != 0 || (bits & 0x40) != 0;
  const int sign = int(bits >> 8 & 0xff);
  const int mantissa = size == 2 ? 10 : size == 4 ? 23 : size == 8 ? 52 : 0;
  if (bigEndian || mantissa == 0 || offset != 0 || precision != size * 8) return false;
  const int exponent = int(size) * 8 - 1 - mantissa;
  return sign == int(size) * 8 - 1 && exponentAt == mantissa && exponentBits == exponent && mantissaAt == 0 &&
         mantissaBits == mantissa && bias == (1u << (exponent - 1)) - 1;
}

std::uint64_t paddedTo8(std::uint64_t bytes) { return (bytes + 7) / 8 * 8; }

void parseChunks(ByteCursor& cursor, Hdf5Layout& layout) {
  const int dimensions = cursor.u8();
  layout.address = cursor.u64();
  if (dimensions < 2 || dimensions > maximumAxes + 1)
    fail("chunks of ", dimensions - 1, " dimensions were found, 1 ... ", maximumAxes, " were expected");
  for (int i = 0; i + 1 < dimensions; ++i) {
    layout.chunkShape.push_back(cursor.u32());
    if (layout.chunkShape.back() == 0) fail("the chunks have no extent in dimension ", i);
  }
  layout.elementSize = cursor.u32();
}

/// Layout 4: only what fits into one chunk; of the five newer kinds of indices none is needed for weights.
void parseNewerChunks(ByteCursor& cursor, Hdf5Layout& layout) {
  const int flags = cursor.u8(), dimensions = cursor.u8(), bytes = cursor.u8();
  if (dimensions < 2 || dimensions > maximumAxes + 1 || bytes < 1 || bytes > 8)
    fail("chunks of ", dimensions - 1, " dimensions were found, 1 ... ", maximumAxes, " were expected");
  for (int i = 0; i < dimensions; ++i) {
    std::uint64_t extent = 0;
    std::memcpy(&extent, cursor.take(std::uint64_t(bytes)).data(), std::size_t(bytes));
    if (extent == 0) fail("the chunks have no extent in dimension ", i);
    layout.chunkShape.push_back(extent);
  }
  layout.elementSize = std::uint32_t(std::min<std::uint64_t>(layout.chunkShape.back(), ~std::uint32_t(0)));
  layout.chunkShape.pop_back();
  const int index = cursor.u8();
  if (index != 1)
    fail("its chunks are listed in a newer way (", index, "); write it without chunks, or with h5py's default version");
  layout.oneChunk = true;
  layout.chunkBytes = elementCount(layout.chunkShape);
  if (__builtin_mul_overflow(layout.chunkBytes, std::uint64_t(layout.elementSize), &layout.chunkBytes))
    fail("its chunk has more than 2^63 bytes");
  if ((flags & 2) != 0) {
    layout.chunkBytes = cursor.u64();
    layout.chunkMask = cursor.u32();
  }
  layout.address = cursor.u64();
}

}  // namespace

Hdf5Type parseHdf5Type(std::string_view body) {
  ByteCursor cursor(body, "a datatype");
  const std::uint32_t head = cursor.u32();
  const int typeClass = int(head & 0xf), version = int(head >> 4 & 0xf);
  const std::uint32_t bits = head >> 8;
  if (version < 1 || version > 3) fail("a datatype of version ", version, " was found, 1 ... 3 were expected");
  Hdf5Type type;
  type.size = cursor.u32();
  if (type.size == 0) fail("a datatype has no bytes");
  type.title = concat("a type of class ", typeClass, " with ", type.size, " bytes");
  if (typeClass == 1 && isIeeeFloat(bits, type.size, cursor)) {
    type.kind = Hdf5Type::Class::Float;
    type.title = concat("float", type.size * 8);
  } else if (typeClass == 3) {
    type.kind = Hdf5Type::Class::Text;
    type.padding = char(bits & 0xf);
  } else if (typeClass == 9 && (bits & 0xf) == 1) {
    type.kind = Hdf5Type::Class::VariableText;
  }
  return type;
}

std::vector<std::uint64_t> parseHdf5Shape(std::string_view body, bool& null) {
  ByteCursor cursor(body, "a dataspace");
  const int version = cursor.u8(), rank = cursor.u8();
  cursor.skip(1);  // flags: whether the largest dimensions follow
  const int kind = cursor.u8();
  if (version == 1) cursor.skip(4);
  if (version != 1 && version != 2) fail("a dataspace of version ", version, " was found, 1 or 2 were expected");
  if (rank > maximumAxes) fail("a dataspace has ", rank, " dimensions, at most ", maximumAxes, " were expected");
  null = version == 2 && kind == 2;
  std::vector<std::uint64_t> shape;
  for (int i = 0; i < rank; ++i) shape.push_back(cursor.u64());
  return shape;
}

Hdf5Layout parseHdf5Layout(std::string_view body) {
  ByteCursor cursor(body, "a layout");
  const int version = cursor.u8(), kind = cursor.u8();
  if (version != 3 && version != 4) fail("a layout of version ", version, " was found, 3 or 4 was expected");
  Hdf5Layout layout;
  if (kind == 0) {
    layout.values = cursor.take(cursor.u16());
  } else if (kind == 1) {
    layout.kind = Hdf5Layout::Class::Contiguous;
    layout.address = cursor.u64();
    layout.size = cursor.u64();
  } else if (kind == 2) {
    layout.kind = Hdf5Layout::Class::Chunked;
    version == 3 ? parseChunks(cursor, layout) : parseNewerChunks(cursor, layout);
  } else {
    fail("its layout is of kind ", kind, ", compact, contiguous or chunked (0, 1, 2) was expected");
  }
  return layout;
}

std::vector<Hdf5Filter> parseHdf5Filters(std::string_view body) {
  ByteCursor cursor(body, "a list of filters");
  const int version = cursor.u8(), count = cursor.u8();
  if (version != 1 && version != 2) fail("filters of version ", version, " were found, 1 or 2 were expected");
  if (version == 1) cursor.skip(6);
  std::vector<Hdf5Filter> filters;
  for (int i = 0; i < count; ++i) {
    const int id = cursor.u16();
    if (id != int(Hdf5Filter::Deflate) && id != int(Hdf5Filter::Shuffle))
      fail("its values went through filter ", id, ", only deflate (1) and shuffle (2) are read");
    const int nameBytes = version == 1 ? cursor.u16() : 0;
    cursor.skip(2);  // flags
    const int parameters = cursor.u16();
    cursor.skip(paddedTo8(std::uint64_t(nameBytes)));
    cursor.skip(4 * std::uint64_t(version == 1 && parameters % 2 == 1 ? parameters + 1 : parameters));
    filters.push_back(Hdf5Filter(id));
  }
  return filters;
}

Hdf5Link parseHdf5Link(std::string_view body) {
  ByteCursor cursor(body, "a link");
  const int version = cursor.u8(), flags = cursor.u8();
  if (version != 1) fail("a link of version ", version, " was found, 1 was expected");
  const int kind = (flags & 8) != 0 ? cursor.u8() : 0;
  if ((flags & 4) != 0) cursor.skip(8);   // when it was made
  if ((flags & 16) != 0) cursor.skip(1);  // character set of the name
  std::uint64_t length = 0;
  const int lengthBytes = 1 << (flags & 3);
  std::memcpy(&length, cursor.take(std::uint64_t(lengthBytes)).data(), std::size_t(lengthBytes));
  if (length > hdf5MaximumName) fail("a name is longer than ", hdf5MaximumName, " bytes");
  Hdf5Link link;
  link.name = cursor.take(length);
  if (kind == 0) link.object = cursor.u64();
  return link;
}

Hdf5DensePlace parseHdf5LinkInfo(std::string_view body) {
  ByteCursor cursor(body, "a list of links");
  cursor.skip(1);
  if ((cursor.u8() & 1) != 0) cursor.skip(8);
  Hdf5DensePlace place;
  place.heap = cursor.u64();
  place.tree = cursor.u64();
  return place;
}

Hdf5DensePlace parseHdf5AttributeInfo(std::string_view body) {
  ByteCursor cursor(body, "a list of attributes");
  cursor.skip(1);
  if ((cursor.u8() & 1) != 0) cursor.skip(2);
  Hdf5DensePlace place;
  place.heap = cursor.u64();
  place.tree = cursor.u64();
  return place;
}

std::optional<Hdf5Attribute> parseHdf5Attribute(std::string_view body, std::string_view name) {
  ByteCursor cursor(body, "an attribute");
  const int version = cursor.u8(), flags = cursor.u8();
  if (version < 1 || version > 3) fail("an attribute of version ", version, " was found, 1 ... 3 were expected");
  const std::uint64_t nameBytes = cursor.u16(), typeBytes = cursor.u16(), shapeBytes = cursor.u16();
  if (version == 3) cursor.skip(1);  // character set of the name
  const auto part = [&](std::uint64_t bytes) {
    const std::string_view taken = cursor.take(version == 1 ? paddedTo8(bytes) : bytes);
    return taken.substr(0, std::size_t(bytes));
  };
  const std::string_view found = part(nameBytes);
  if (found.substr(0, found.find('\0')) != name) return std::nullopt;
  if (version > 1 && flags != 0) fail("attribute '", name, "': its type is stored elsewhere, which is not read");
  Hdf5Attribute attribute;
  const std::string_view type = part(typeBytes), shape = part(shapeBytes);
  attribute.type = parseHdf5Type(type);
  attribute.shape = parseHdf5Shape(shape, attribute.null);
  attribute.values = cursor.take(cursor.left());
  return attribute;
}

std::uint64_t elementCount(const std::vector<std::uint64_t>& shape) {
  std::uint64_t count = 1;
  for (const auto dimension : shape)
    if (__builtin_mul_overflow(count, dimension, &count) || count >> 63 != 0)
      fail("its shape has more than 2^63 elements");
  return count;
}

}  // namespace zipper
