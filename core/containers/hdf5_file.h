// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "core/containers/hdf5_blocks.h"
#include "core/containers/hdf5_messages.h"

namespace zipper {

/// What is known of a dataset before its values are read.
struct Hdf5Dataset {
  std::vector<std::uint64_t> shape;
  Hdf5Type type;
  Hdf5Layout layout;
  std::vector<Hdf5Filter> filters;
  std::uint64_t bytes = 0;  ///< of all values; never more than the file may take
};

/// The part of HDF5 that h5py writes by default, and Keras with it: groups with symbol tables, texts as attributes,
/// datasets that are compact, contiguous or in chunks with deflate and shuffle; and of HDF5's newer layouts superblocks
/// 2 and 3, object headers 2, links in object headers and in fractal heaps, attributes likewise. What is stored in
/// other files or filtered otherwise is refused by name.
/// It is our own because files come from strangers: one in a hundred files with a few wrong bytes crashes libhdf5 1.10
/// or keeps it busy for ever. Here every address and length is checked, what is read of the structure is bounded, and
/// what is read of the values is bounded by the size of the file plus 16 MiB; so cycles end, and nothing is large that
/// the file isn't. Errors don't name the file.
/// An object is known by the address of its header. Not thread-safe, but instances are independent of each other.
class Hdf5File {
 public:
  /// The file must live as long. Throws Error for what is no HDF5 file, truncated, or of a newer kind.
  explicit Hdf5File(const InputFile& file);

  std::uint64_t root() const { return root_; }
  /// True if the object has members.
  bool isGroup(std::uint64_t object);
  /// The names of a group's members, sorted by their bytes, without symbolic links and names that no path leads to.
  std::vector<std::string> names(std::uint64_t group);
  /// Follows a path like "conv1/conv1/kernel:0" from a group. Nothing if there is no such member; Error if one on the
  /// way is no group or a symbolic link.
  std::optional<std::uint64_t> find(std::uint64_t group, const std::string& path);
  /// The texts of an attribute in the order of the file, one for a scalar. Nothing if there is no such attribute.
  std::optional<std::vector<std::string>> texts(std::uint64_t object, const std::string& attribute);
  /// Error unless the object is a dataset that can be read.
  Hdf5Dataset dataset(std::uint64_t object);
  /// Fills `dataset.bytes` bytes.
  void readValues(const Hdf5Dataset& dataset, void* values);

 private:
  struct Message {
    Hdf5Kind kind{};
    bool shared = false;
    std::string body;
  };
  /// A node of a B-tree: entries of a fixed size, of which the last 8 bytes are the address of a child.
  struct Node {
    int level = 0;
    int count = 0;
    std::string entries;
  };
  using Members = std::map<std::string, std::uint64_t, std::less<>>;

  void spendOnValues(std::uint64_t bytes);
  void parseSuperblock();
  void parseNewerSuperblock(const std::string& bytes);
  std::vector<Message> messages(std::uint64_t object);
  std::vector<Message> newerMessages(std::uint64_t object);
  Node readNode(std::uint64_t address, int kind, int expectedLevel, std::uint64_t entryBytes);
  const Members& members(std::uint64_t group);
  void addTable(const std::string& body, Members& members);
  void addLink(const std::string& body, Members& members);
  void addNode(std::uint64_t address, int level, const std::string& names, Members& members);
  void addSymbols(std::uint64_t address, const std::string& names, Members& members);
  std::vector<std::string> attributesOf(std::uint64_t object);
  std::vector<std::string> textsOf(const Hdf5Attribute& attribute, const std::string& name);
  std::string heapText(std::string_view reference);
  void readChunks(const Hdf5Dataset& dataset, unsigned char* values);
  std::string readChunk(const Hdf5Dataset& dataset, std::uint64_t address, std::uint32_t bytes, std::uint32_t mask);

  Hdf5Blocks blocks_;
  std::uint64_t root_ = undefinedAddress;
  std::uint64_t valuesLeft_ = 0;
  std::map<std::uint64_t, Members> members_;            ///< of the groups that were looked into
  std::uint64_t collectionAddress_ = undefinedAddress;  ///< of the heap with texts that was read last
  std::string collection_;
};

}  // namespace zipper
