// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/formats/hdf5_file.h"

#include <algorithm>

#include "core/formats/byte_cursor.h"
#include "core/support/printable.h"

namespace zipper {

namespace {

constexpr std::string_view signature("\x89HDF\r\n\x1a\n", 8);
constexpr std::uint64_t megabyte = 1 << 20;
constexpr std::uint64_t costOfReading = 128;  // what a small read takes in time and memory, in bytes
constexpr std::size_t maximumName = 1024;
constexpr int maximumLevel = 16, anyLevel = -1;

constexpr const char* newerFormat =
    "was written in a newer format of HDF5 than Keras and h5py use by default; save the model once more with "
    "model.save(\"NAME.h5\")";

}  // namespace

Hdf5File::Hdf5File(const InputFile& file)
    : file_(file),
      structureLeft_(8 * megabyte + std::min<std::uint64_t>(file.size(), 8 * megabyte)),
      valuesLeft_(file.size() + 16 * megabyte) {
  parseSuperblock();
}

/// Everything that is read of the structure is paid for, so that entangled files end.
void Hdf5File::spendOnStructure(std::uint64_t amount) {
  if (amount > structureLeft_) fail("its structure is far larger than that of a network's weights, or goes in circles");
  structureLeft_ -= amount;
}

void Hdf5File::spendOnValues(std::uint64_t bytes) {
  if (bytes > valuesLeft_)
    fail("its values take ", bytes, " bytes, only ", valuesLeft_, " more were expected in a file of ", file_.size());
  valuesLeft_ -= bytes;
}

void Hdf5File::checkInside(std::uint64_t address, std::uint64_t bytes, const std::string& what) const {
  if (address > file_.size() || bytes > file_.size() - address)
    fail(what, " at byte ", address, " with ", bytes, " bytes reaches beyond the end of the file (", file_.size(),
         " bytes)");
}

std::string Hdf5File::readStructure(std::uint64_t address, std::uint64_t bytes, const std::string& what) {
  checkInside(address, bytes, what);
  spendOnStructure(bytes + costOfReading);
  std::string read(std::size_t(bytes), '\0');
  file_.read(address, read.data(), read.size());
  return read;
}

void Hdf5File::parseSuperblock() {
  const std::string bytes = file_.beginning(104);
  ByteCursor cursor(bytes, "the first block");
  if (bytes.size() < 12 || cursor.take(signature.size()) != signature) fail("its first bytes are not those of HDF5");
  const int version = cursor.u8();
  if (version > 1) fail(newerFormat, " (superblock ", version, ")");
  cursor.skip(4);
  const int addressBytes = cursor.u8(), lengthBytes = cursor.u8();
  if (addressBytes != 8 || lengthBytes != 8)
    fail("addresses of ", addressBytes, " and lengths of ", lengthBytes, " bytes were found, 8 and 8 were expected");
  cursor.skip(version == 0 ? 9 : 13);
  const std::uint64_t base = cursor.u64();
  cursor.skip(8);
  const std::uint64_t end = cursor.u64();
  cursor.skip(16);
  root_ = cursor.u64();
  if (base != 0) fail("its addresses count from byte ", base, ", from 0 was expected");
  if (end > file_.size()) fail("has ", file_.size(), " bytes, ", end, " were expected; the file is truncated");
}

std::vector<Hdf5File::Message> Hdf5File::messages(std::uint64_t object) {
  const std::string what = "an object header";
  const std::string prefix = readStructure(object, 16, what);
  if (prefix.compare(0, 4, "OHDR") == 0) fail(newerFormat, " (object header 2)");
  ByteCursor cursor(prefix, what);
  const int version = cursor.u8();
  cursor.skip(1);
  if (version != 1) fail(what, " at byte ", object, " has version ", version, ", 1 was expected");
  const int count = cursor.u16();
  cursor.skip(4);
  std::vector<Message> found;
  std::vector<std::pair<std::uint64_t, std::uint64_t>> blocks{{object + 16, cursor.u32()}};
  for (std::size_t i = 0; i < blocks.size(); ++i) {
    const std::string block = readStructure(blocks[i].first, blocks[i].second, what);
    ByteCursor rest(block, what);
    // Less than the head of a message may be left over at the end.
    while (int(found.size()) < count && rest.left() >= 8) {
      spendOnStructure(costOfReading);
      Message message;
      message.kind = Hdf5Kind(rest.u16());
      const std::uint64_t bytes = rest.u16();
      message.shared = (rest.u8() & 2) != 0;
      rest.skip(3);
      message.body = rest.take(bytes);
      if (message.kind == Hdf5Kind::Continuation) {
        ByteCursor next(message.body, what);
        const std::uint64_t address = next.u64();
        blocks.emplace_back(address, next.u64());
      }
      found.push_back(std::move(message));
    }
  }
  return found;
}

const Hdf5File::Members& Hdf5File::members(std::uint64_t group) {
  const auto known = members_.find(group);
  if (known != members_.end()) return known->second;
  Members found;
  for (const auto& message : messages(group)) {
    if (message.kind == Hdf5Kind::Link || message.kind == Hdf5Kind::LinkInfo) fail(newerFormat, " (links)");
    if (message.kind != Hdf5Kind::SymbolTable) continue;
    ByteCursor cursor(message.body, "a symbol table");
    const std::uint64_t tree = cursor.u64(), heap = cursor.u64();
    const std::string what = "a heap of names", head = readStructure(heap, 32, what);
    ByteCursor heapCursor(head, what);
    heapCursor.expect("HEAP");
    heapCursor.skip(4);
    const std::uint64_t bytes = heapCursor.u64();
    heapCursor.skip(8);
    const std::string names = readStructure(heapCursor.u64(), bytes, what);
    addNode(tree, anyLevel, names, found);
    return members_[group] = std::move(found);
  }
  fail("an object at byte ", group, " was expected to be a group");
}

/// Levels go down by one to 0, so that no path is endless.
Hdf5File::Node Hdf5File::readNode(std::uint64_t address, int kind, int expectedLevel, std::uint64_t entryBytes) {
  const std::string what = "a node of a tree", head = readStructure(address, 24, what);
  ByteCursor cursor(head, what);
  cursor.expect("TREE");
  Node node;
  const int found = cursor.u8();
  node.level = cursor.u8();
  node.count = cursor.u16();
  if (found != kind || (expectedLevel == anyLevel ? node.level > maximumLevel : node.level != expectedLevel))
    fail(what, " at byte ", address, " has kind ", found, " and level ", node.level);
  node.entries = readStructure(address + 24, std::uint64_t(node.count) * entryBytes, what);
  return node;
}

void Hdf5File::addNode(std::uint64_t address, int expectedLevel, const std::string& names, Members& members) {
  const Node node = readNode(address, 0, expectedLevel, 16);
  ByteCursor children(node.entries, "a node of a group");
  for (int i = 0; i < node.count; ++i) {
    children.skip(8);
    const std::uint64_t child = children.u64();
    if (node.level > 0)
      addNode(child, node.level - 1, names, members);
    else
      addSymbols(child, names, members);
  }
}

void Hdf5File::addSymbols(std::uint64_t address, const std::string& names, Members& members) {
  const std::string what = "a symbol table node", head = readStructure(address, 8, what);
  ByteCursor cursor(head, what);
  cursor.expect("SNOD");
  cursor.skip(2);
  const int count = cursor.u16();
  const std::string body = readStructure(address + 8, std::uint64_t(count) * 40, what);
  ByteCursor entries(body, what);
  for (int i = 0; i < count; ++i) {
    const std::uint64_t nameAt = entries.u64(), object = entries.u64();
    const bool isLink = entries.u32() == 2;
    entries.skip(20);
    if (nameAt >= names.size()) fail(what, ": a name lies outside of the heap");
    const std::size_t end = names.find('\0', std::size_t(nameAt));
    if (end == std::string::npos || end - nameAt > maximumName)
      fail(what, ": a name is longer than ", maximumName, " bytes");
    spendOnStructure(costOfReading + (end - nameAt));
    members.emplace(names.substr(std::size_t(nameAt), end - std::size_t(nameAt)), isLink ? undefinedAddress : object);
  }
}

std::optional<std::uint64_t> Hdf5File::find(std::uint64_t group, const std::string& path) {
  std::uint64_t at = group;
  std::size_t begin = 0;
  while (begin <= path.size()) {
    const std::size_t end = std::min(path.find('/', begin), path.size());
    spendOnStructure(costOfReading);
    if (end > begin) {
      const Members& there = members(at);
      const auto found = there.find(std::string_view(path).substr(begin, end - begin));
      if (found == there.end()) return std::nullopt;
      if (found->second == undefinedAddress) fail("'", printable(path), "' is a symbolic link, which is not followed");
      at = found->second;
    }
    begin = end + 1;
  }
  return at;
}

std::optional<std::vector<std::string>> Hdf5File::texts(std::uint64_t object, const std::string& name) {
  for (const auto& message : messages(object)) {
    if (message.kind == Hdf5Kind::AttributeInfo) fail(newerFormat, " (attributes)");
    if (message.kind != Hdf5Kind::Attribute || message.shared) continue;
    const auto attribute = parseHdf5Attribute(message.body, name);
    if (!attribute) continue;
    std::vector<std::string> found;
    const std::uint64_t count = attribute->null ? 0 : elementCount(attribute->shape);
    if (count == 0) return found;  // of whatever type: an empty list has none
    const Hdf5Type& type = attribute->type;
    if (type.kind != Hdf5Type::Class::Text && type.kind != Hdf5Type::Class::VariableText)
      fail("attribute '", name, "' holds ", type.title, ", texts were expected");
    ByteCursor cursor(attribute->values, "attribute '" + name + "'");
    if (count > cursor.left() / type.size) fail("attribute '", name, "' is shorter than its ", count, " texts");
    spendOnStructure(count * costOfReading);
    for (std::uint64_t i = 0; i < count; ++i) {
      const std::string_view value = cursor.take(type.size);
      std::string text = type.kind == Hdf5Type::Class::VariableText ? heapText(value) : std::string(value);
      text.resize(std::min(text.size(), text.find('\0')));
      if (type.padding == 2) text.resize(text.find_last_not_of(' ') + 1);
      found.push_back(std::move(text));
    }
    return found;
  }
  return std::nullopt;
}

/// A text of any length: its length, the collection that holds it, and its number there.
std::string Hdf5File::heapText(std::string_view reference) {
  const std::string what = "a heap of texts";
  ByteCursor cursor(reference, what);
  const std::uint32_t length = cursor.u32();
  const std::uint64_t address = cursor.u64();
  const std::uint32_t index = cursor.u32();
  if (length == 0) return {};
  if (address != collectionAddress_) {
    const std::string head = readStructure(address, 16, what);
    ByteCursor headCursor(head, what);
    headCursor.expect("GCOL");
    headCursor.skip(4);
    collection_ = readStructure(address, headCursor.u64(), what);
    collectionAddress_ = address;
  }
  ByteCursor objects(collection_, what);
  objects.skip(16);
  while (objects.left() >= 16) {
    spendOnStructure(16);
    const int found = objects.u16();
    objects.skip(6);
    const std::uint64_t bytes = objects.u64();
    if (found == 0) break;  // the rest is free
    const std::string_view text = objects.take(bytes);
    if (found == int(index)) {
      if (length > text.size()) fail(what, ": a text of ", length, " bytes was expected, found ", text.size());
      spendOnStructure(length);
      return std::string(text.substr(0, length));
    }
    objects.skip(std::min<std::uint64_t>((8 - bytes % 8) % 8, objects.left()));
  }
  fail(what, " at byte ", address, " has no text ", index);
}

}  // namespace zipper
