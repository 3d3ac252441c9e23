// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/containers/hdf5_file.h"

#include <algorithm>
#include <cstring>

#include "core/containers/byte_cursor.h"
#include "core/containers/hdf5_dense.h"
#include "core/support/printable.h"

namespace zipper {

namespace {

constexpr std::string_view signature("\x89HDF\r\n\x1a\n", 8);
constexpr std::uint64_t megabyte = 1 << 20;
constexpr std::uint64_t costOfReading = Hdf5Blocks::costOfReading;
constexpr int maximumLevel = 16;

constexpr std::uint64_t checksumBytes = 4;

}  // namespace

Hdf5File::Hdf5File(const InputFile& file) : blocks_(file), valuesLeft_(file.size() + 16 * megabyte) {
  parseSuperblock();
}

void Hdf5File::spendOnValues(std::uint64_t bytes) {
  if (bytes > valuesLeft_)
    fail("its values take ", bytes, " bytes, only ", valuesLeft_, " more were expected in a file of ",
         blocks_.file().size());
  valuesLeft_ -= bytes;
}

void Hdf5File::parseSuperblock() {
  const std::string bytes = blocks_.file().beginning(104);
  ByteCursor cursor(bytes, "the first block");
  if (bytes.size() < 12 || cursor.take(signature.size()) != signature) fail("its first bytes are not those of HDF5");
  const int version = cursor.u8();
  if (version > 1) return parseNewerSuperblock(bytes);
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
  if (end > blocks_.file().size())
    fail("has ", blocks_.file().size(), " bytes, ", end, " were expected; the file is truncated");
}

void Hdf5File::parseNewerSuperblock(const std::string& bytes) {
  ByteCursor cursor(bytes, "the first block");
  cursor.skip(signature.size());
  const int version = cursor.u8(), addressBytes = cursor.u8(), lengthBytes = cursor.u8();
  if (version > 3) fail("a superblock of version ", version, " was found, 0 ... 3 were expected");
  if (addressBytes != 8 || lengthBytes != 8)
    fail("addresses of ", addressBytes, " and lengths of ", lengthBytes, " bytes were found, 8 and 8 were expected");
  cursor.skip(1);
  const std::uint64_t base = cursor.u64();
  cursor.skip(8);
  const std::uint64_t end = cursor.u64();
  root_ = cursor.u64();
  if (base != 0) fail("its addresses count from byte ", base, ", from 0 was expected");
  if (end > blocks_.file().size())
    fail("has ", blocks_.file().size(), " bytes, ", end, " were expected; the file is truncated");
}

std::vector<Hdf5File::Message> Hdf5File::messages(std::uint64_t object) {
  const std::string what = "an object header";
  const std::string prefix = blocks_.read(object, 16, what);
  if (prefix.compare(0, 4, "OHDR") == 0) return newerMessages(object);
  ByteCursor cursor(prefix, what);
  const int version = cursor.u8();
  cursor.skip(1);
  if (version != 1) fail(what, " at byte ", object, " has version ", version, ", 1 was expected");
  const int count = cursor.u16();
  cursor.skip(4);
  std::vector<Message> found;
  std::vector<std::pair<std::uint64_t, std::uint64_t>> blocks{{object + 16, cursor.u32()}};
  for (std::size_t i = 0; i < blocks.size(); ++i) {
    const std::string block = blocks_.read(blocks[i].first, blocks[i].second, what);
    ByteCursor rest(block, what);
    // Less than the head of a message may be left over at the end.
    while (int(found.size()) < count && rest.left() >= 8) {
      blocks_.spend(costOfReading);
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

/// An object header of version 2: the same messages, packed more tightly.
std::vector<Hdf5File::Message> Hdf5File::newerMessages(std::uint64_t object) {
  const std::string what = "an object header", prefix = blocks_.read(object, 6, what);
  const int version = prefix[4], flags = static_cast<unsigned char>(prefix[5]);
  if (version != 2) fail(what, " at byte ", object, " has version ", version, ", 2 was expected");
  // Four times, and two limits of attributes.
  const std::uint64_t skipped = ((flags & 0x20) != 0 ? 16U : 0U) + ((flags & 0x10) != 0 ? 4U : 0U);
  const std::uint64_t sizeBytes = std::uint64_t(1) << (flags & 3), sizeAt = object + 6 + skipped;
  std::uint64_t size = 0;
  std::memcpy(&size, blocks_.read(sizeAt, sizeBytes, what).data(), std::size_t(sizeBytes));
  std::vector<std::string> blocks{blocks_.read(sizeAt + sizeBytes, size, what)};
  std::vector<Message> found;
  const std::size_t headBytes = (flags & 4) != 0 ? 6 : 4;
  for (std::size_t i = 0; i < blocks.size(); ++i) {
    const std::string block = std::move(blocks[i]);
    ByteCursor rest(block, what);
    if (i > 0) rest.expect("OCHK");
    // What is left over may be less than the head of a message.
    while (rest.left() >= headBytes) {
      blocks_.spend(costOfReading);
      Message message;
      message.kind = Hdf5Kind(rest.u8());
      const std::uint64_t bytes = rest.u16();
      message.shared = (rest.u8() & 2) != 0;
      rest.skip(headBytes - 4);
      message.body = rest.take(bytes);
      if (message.kind == Hdf5Kind::Continuation) {
        ByteCursor next(message.body, what);
        const std::uint64_t address = next.u64(), length = next.u64();
        blocks.push_back(blocks_.read(address, length - std::min(length, checksumBytes), what));
      }
      found.push_back(std::move(message));
    }
  }
  return found;
}

bool Hdf5File::isGroup(std::uint64_t object) {
  if (members_.count(object) > 0) return true;
  const auto all = messages(object);
  return std::any_of(all.begin(), all.end(), [](const Message& message) {
    return message.kind == Hdf5Kind::SymbolTable || message.kind == Hdf5Kind::Link ||
           message.kind == Hdf5Kind::LinkInfo;
  });
}

std::vector<std::string> Hdf5File::names(std::uint64_t group) {
  std::vector<std::string> found;
  for (const auto& [name, object] : members(group))
    if (object != undefinedAddress && !name.empty() && name.find('/') == std::string::npos) found.push_back(name);
  return found;
}

const Hdf5File::Members& Hdf5File::members(std::uint64_t group) {
  const auto known = members_.find(group);
  if (known != members_.end()) return known->second;
  Members found;
  bool isGroup = false;
  for (const auto& message : messages(group)) {
    isGroup = isGroup || message.kind == Hdf5Kind::SymbolTable || message.kind == Hdf5Kind::Link ||
              message.kind == Hdf5Kind::LinkInfo;
    if (message.kind == Hdf5Kind::SymbolTable) addTable(message.body, found);
    if (message.kind == Hdf5Kind::Link) addLink(message.body, found);
    if (message.kind != Hdf5Kind::LinkInfo) continue;
    const Hdf5DensePlace place = parseHdf5LinkInfo(message.body);
    for (const std::string& link : denseHdf5Messages(blocks_, Hdf5DenseKind::Links, place.heap, place.tree))
      addLink(link, found);
  }
  if (!isGroup) fail("an object at byte ", group, " was expected to be a group");
  return members_[group] = std::move(found);
}

void Hdf5File::addTable(const std::string& body, Members& members) {
  ByteCursor cursor(body, "a symbol table");
  const std::uint64_t tree = cursor.u64(), heap = cursor.u64();
  const std::string what = "a heap of names", head = blocks_.read(heap, 32, what);
  ByteCursor heapCursor(head, what);
  heapCursor.expect("HEAP");
  heapCursor.skip(4);
  const std::uint64_t bytes = heapCursor.u64();
  heapCursor.skip(8);
  const std::string names = blocks_.read(heapCursor.u64(), bytes, what);
  addNode(tree, hdf5AnyLevel, names, members);
}

void Hdf5File::addLink(const std::string& body, Members& members) {
  Hdf5Link link = parseHdf5Link(body);
  blocks_.spend(costOfReading + link.name.size());
  members.emplace(std::move(link.name), link.object);
}

/// Levels go down by one to 0, so that no path is endless.
Hdf5File::Node Hdf5File::readNode(std::uint64_t address, int kind, int expectedLevel, std::uint64_t entryBytes) {
  const std::string what = "a node of a tree", head = blocks_.read(address, 24, what);
  ByteCursor cursor(head, what);
  cursor.expect("TREE");
  Node node;
  const int found = cursor.u8();
  node.level = cursor.u8();
  node.count = cursor.u16();
  if (found != kind || (expectedLevel == hdf5AnyLevel ? node.level > maximumLevel : node.level != expectedLevel))
    fail(what, " at byte ", address, " has kind ", found, " and level ", node.level);
  node.entries = blocks_.read(address + 24, std::uint64_t(node.count) * entryBytes, what);
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
  const std::string what = "a symbol table node", head = blocks_.read(address, 8, what);
  ByteCursor cursor(head, what);
  cursor.expect("SNOD");
  cursor.skip(2);
  const int count = cursor.u16();
  const std::string body = blocks_.read(address + 8, std::uint64_t(count) * 40, what);
  ByteCursor entries(body, what);
  for (int i = 0; i < count; ++i) {
    const std::uint64_t nameAt = entries.u64(), object = entries.u64();
    const bool isLink = entries.u32() == 2;
    entries.skip(20);
    if (nameAt >= names.size()) fail(what, ": a name lies outside of the heap");
    const std::size_t end = names.find('\0', std::size_t(nameAt));
    if (end == std::string::npos || end - nameAt > hdf5MaximumName)
      fail(what, ": a name is longer than ", hdf5MaximumName, " bytes");
    blocks_.spend(costOfReading + (end - nameAt));
    members.emplace(names.substr(std::size_t(nameAt), end - std::size_t(nameAt)), isLink ? undefinedAddress : object);
  }
}

std::optional<std::uint64_t> Hdf5File::find(std::uint64_t group, const std::string& path) {
  std::uint64_t at = group;
  std::size_t begin = 0;
  while (begin <= path.size()) {
    const std::size_t end = std::min(path.find('/', begin), path.size());
    blocks_.spend(costOfReading);
    if (end > begin) {
      const Members& there = members(at);
      const auto found = there.find(std::string_view(path).substr(begin, end - begin));
      if (found == there.end()) return std::nullopt;
      if (found->second == undefinedAddress)
        fail("'", printable(path), "' is a symbolic or external link, which is not followed");
      at = found->second;
    }
    begin = end + 1;
  }
  return at;
}

/// The bodies of all attributes.
std::vector<std::string> Hdf5File::attributesOf(std::uint64_t object) {
  std::vector<std::string> found;
  for (auto& message : messages(object)) {
    if (message.kind == Hdf5Kind::Attribute && !message.shared) found.push_back(std::move(message.body));
    if (message.kind != Hdf5Kind::AttributeInfo) continue;
    const Hdf5DensePlace place = parseHdf5AttributeInfo(message.body);
    for (std::string& body : denseHdf5Messages(blocks_, Hdf5DenseKind::Attributes, place.heap, place.tree))
      found.push_back(std::move(body));
  }
  return found;
}

std::optional<std::vector<std::string>> Hdf5File::texts(std::uint64_t object, const std::string& name) {
  for (const std::string& body : attributesOf(object))
    if (const auto attribute = parseHdf5Attribute(body, name)) return textsOf(*attribute, name);
  return std::nullopt;
}

std::vector<std::string> Hdf5File::textsOf(const Hdf5Attribute& attribute, const std::string& name) {
  std::vector<std::string> found;
  const std::uint64_t count = attribute.null ? 0 : elementCount(attribute.shape);
  if (count == 0) return found;  // of whatever type: an empty list has none
  const Hdf5Type& type = attribute.type;
  if (type.kind != Hdf5Type::Class::Text && type.kind != Hdf5Type::Class::VariableText)
    fail("attribute '", name, "' holds ", type.title, ", texts were expected");
  ByteCursor cursor(attribute.values, "attribute '" + name + "'");
  if (count > cursor.left() / type.size) fail("attribute '", name, "' is shorter than its ", count, " texts");
  blocks_.spend(count * costOfReading);
  for (std::uint64_t i = 0; i < count; ++i) {
    const std::string_view value = cursor.take(type.size);
    std::string text = type.kind == Hdf5Type::Class::VariableText ? heapText(value) : std::string(value);
    text.resize(std::min(text.size(), text.find('\0')));
    if (type.padding == 2) text.resize(text.find_last_not_of(' ') + 1);
    found.push_back(std::move(text));
  }
  return found;
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
    const std::string head = blocks_.read(address, 16, what);
    ByteCursor headCursor(head, what);
    headCursor.expect("GCOL");
    headCursor.skip(4);
    collection_ = blocks_.read(address, headCursor.u64(), what);
    collectionAddress_ = address;
  }
  ByteCursor objects(collection_, what);
  objects.skip(16);
  while (objects.left() >= 16) {
    blocks_.spend(16);
    const int found = objects.u16();
    objects.skip(6);
    const std::uint64_t bytes = objects.u64();
    if (found == 0) break;  // the rest is free
    const std::string_view text = objects.take(bytes);
    if (found == int(index)) {
      if (length > text.size()) fail(what, ": a text of ", length, " bytes was expected, found ", text.size());
      blocks_.spend(length);
      return std::string(text.substr(0, length));
    }
    objects.skip(std::min<std::uint64_t>((8 - bytes % 8) % 8, objects.left()));
  }
  fail(what, " at byte ", address, " has no text ", index);
}

}  // namespace zipper
