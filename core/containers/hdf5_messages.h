// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace zipper {

/// An address of HDF5 that leads nowhere.
inline constexpr std::uint64_t undefinedAddress = ~std::uint64_t(0);

/// Longest name of a member or an attribute that is read, in bytes.
inline constexpr std::uint64_t hdf5MaximumName = 1024;
/// Level of a tree's node that may have any.
inline constexpr int hdf5AnyLevel = -1;

/// Kinds of messages in an object header.
enum class Hdf5Kind : std::uint16_t {
  Dataspace = 0x01,
  LinkInfo = 0x02,
  Datatype = 0x03,
  Link = 0x06,
  ExternalFiles = 0x07,
  Layout = 0x08,
  Filters = 0x0b,
  Attribute = 0x0c,
  Continuation = 0x10,
  SymbolTable = 0x11,
  AttributeInfo = 0x15
};

struct Hdf5Type {
  enum class Class { Float, Text, VariableText, Other };
  Class kind = Class::Other;
  std::uint32_t size = 0;  ///< bytes of one value; never 0
  char padding = 0;        ///< texts: 0 ends at a null, 1 filled with nulls, 2 with spaces
  std::string title;       ///< "float32", "a type of class 0", ...
};

struct Hdf5Layout {
  enum class Class { Compact, Contiguous, Chunked };
  Class kind = Class::Compact;
  std::uint64_t address = undefinedAddress;
  std::uint64_t size = 0;                 ///< contiguous: bytes
  std::string values;                     ///< compact: the bytes themselves
  std::vector<std::uint64_t> chunkShape;  ///< chunked: as many as the data have dimensions; never 0
  bool oneChunk = false;                  ///< chunked: the address is that of the only chunk
  std::uint64_t chunkBytes = 0;           ///< one chunk: its size in the file
  std::uint32_t chunkMask = 0;            ///< one chunk: which filters were left out
  std::uint32_t elementSize = 0;          ///< chunked
};

struct Hdf5Attribute {
  Hdf5Type type;
  std::vector<std::uint64_t> shape;
  bool null = false;  ///< holds no value at all
  std::string_view values;
};

/// Filters that values went through when they were written, in that order.
enum class Hdf5Filter : std::uint16_t { Deflate = 1, Shuffle = 2 };

/// Where a member of a group is.
struct Hdf5Link {
  std::string name;
  std::uint64_t object = undefinedAddress;  ///< undefined: a symbolic link, or one into another file
};

/// Where links or attributes are that don't lie in the object header itself.
struct Hdf5DensePlace {
  std::uint64_t heap = undefinedAddress, tree = undefinedAddress;
};

/// The bodies of messages, as Keras writes them with h5py: the encodings of HDF5 1.6 ... 1.14 with the default version
/// bounds, and the newer ones of what a network's weights need. Each throws Error without a file name for what is
/// truncated or unusual.
/// Source: HDF5 File Format Specification 3.0, sections IV.A.2 and III.
Hdf5Type parseHdf5Type(std::string_view body);
std::vector<std::uint64_t> parseHdf5Shape(std::string_view body, bool& null);
Hdf5Layout parseHdf5Layout(std::string_view body);
std::vector<Hdf5Filter> parseHdf5Filters(std::string_view body);
Hdf5Link parseHdf5Link(std::string_view body);
Hdf5DensePlace parseHdf5LinkInfo(std::string_view body);
Hdf5DensePlace parseHdf5AttributeInfo(std::string_view body);
/// Nothing if the attribute has another name. The values in the result are part of the body.
std::optional<Hdf5Attribute> parseHdf5Attribute(std::string_view body, std::string_view name);

/// The product; Error if it has more than 63 bits.
std::uint64_t elementCount(const std::vector<std::uint64_t>& shape);

}  // namespace zipper
