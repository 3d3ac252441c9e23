// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/containers/legacy_pytorch.h"

#include <algorithm>
#include <map>
#include <string_view>

#include "core/containers/pickle.h"
#include "core/containers/pickle_storages.h"
#include "core/support/error.h"
#include "core/support/printable.h"

namespace zipper {

namespace {

using namespace std::string_view_literals;

/// 0x1950a86a20f9469cfc6c as a pickle has it.
constexpr std::string_view legacyMagic = "\x8a\x0a\x6c\xfc\x9c\x46\xf9\x20\x6a\xa8\x50\x19"sv;
constexpr std::int64_t expectedVersion = 1001;
/// The small pickles around the content.
constexpr std::uint64_t maximumRest = 1'000'000;

struct StoragePlace {
  std::uint64_t at = 0, bytes = 0;
};

/// The storages of a file, one behind the other.
class StoragesInFile : public StorageSource {
 public:
  StoragesInFile(const InputFile& file, std::map<std::string, StoragePlace> places)
      : file_(file), places_(std::move(places)) {}

  std::string nameOf(const std::string& key) const override { return "storage " + key; }
  std::uint64_t bytesOf(const std::string& key) const override { return placeOf(key).bytes; }
  void read(const std::string& key, void* buffer) const override {
    const StoragePlace place = placeOf(key);
    file_.read(place.at, buffer, std::size_t(place.bytes));
  }

 private:
  StoragePlace placeOf(const std::string& key) const {
    const auto found = places_.find(key);
    if (found == places_.end()) fail("storage '", printable(key), "' is missing in the file");
    return found->second;
  }

  const InputFile& file_;
  const std::map<std::string, StoragePlace> places_;
};

/// Takes one pickle after the other.
class PickleSequence {
 public:
  explicit PickleSequence(std::string bytes) : bytes_(std::move(bytes)) {}

  Pickle next() {
    std::size_t end = 0;
    const std::size_t start = at_;
    try {
      Pickle pickle = readFirstPickle(std::string_view(bytes_).substr(at_), false, end);
      at_ += end;
      return pickle;
    } catch (const Error& error) {
      fail("from byte ", start, " on: ", error.what());
    }
  }
  std::size_t position() const { return at_; }

 private:
  const std::string bytes_;
  std::size_t at_ = 0;
};

void checkMachine(const Pickle& machine) {
  if (machine.root.kind != PickleKind::Dict) fail("what it says of the machine that wrote it is no dict");
  for (const auto& [key, value] : machine.dict(machine.root))
    if (key.kind == PickleKind::Text && machine.text(key) == "little_endian" &&
        (value.kind != PickleKind::Bool || value.integer == 0))
      fail("was written on a big-endian machine, which is not read");
}

/// What the content says of its storages, by key: the type of the numbers and how many there are.
std::map<std::string, const PickledStorage*> storagesByKey(const Pickle& content) {
  std::map<std::string, const PickledStorage*> storages;
  for (const PickledStorage& storage : content.storages) {
    const PickledStorage*& known = storages[storage.key];
    if (known != nullptr && (known->type != storage.type || known->count != storage.count))
      fail("storage '", printable(storage.key), "' is described in two ways");
    known = &storage;
  }
  return storages;
}

/// Steps over the storages; a place is noted only if all of its bytes are in the file.
std::map<std::string, StoragePlace> placesOf(const InputFile& file, const Pickle& keys, const Pickle& content,
                                             std::uint64_t at) {
  if (keys.root.kind != PickleKind::List) fail("the keys of its storages are no list");
  const auto storages = storagesByKey(content);
  std::map<std::string, StoragePlace> places;
  for (const PickleValue& key : keys.items(keys.root)) {
    if (key.kind != PickleKind::Text) fail("the key of a storage is no text");
    const std::string& name = keys.text(key);
    const auto storage = storages.find(name);
    if (storage == storages.end()) fail("storage '", printable(name), "' isn't named by the content");
    const std::uint64_t itemBytes = bytesOfNumber(storage->second->type);
    if (file.size() - at < sizeof(std::uint64_t))
      fail("ends at byte ", file.size(), ", before storage '", printable(name), "'; the file is truncated");
    std::uint64_t count = 0;
    file.read(at, &count, sizeof count);
    at += sizeof count;
    if (count != std::uint64_t(storage->second->count))
      fail("storage '", printable(name), "' has ", count, " elements, the pickle says ", storage->second->count);
    if (count > (file.size() - at) / itemBytes)
      fail("storage '", printable(name), "' with ", count, " elements of ", itemBytes,
           " bytes reaches beyond the end of the file; it is truncated");
    if (!places.emplace(name, StoragePlace{at, count * itemBytes}).second)
      fail("storage '", printable(name), "' is there twice");
    at += count * itemBytes;
  }
  return places;
}

TensorFile read(const InputFile& file) {
  PickleSequence pickles(file.beginning(std::size_t(std::min(file.size(), maximumPickle + maximumRest))));
  pickles.next();
  const Pickle version = pickles.next();
  if (version.root.kind != PickleKind::Integer || version.root.integer != expectedVersion)
    fail("has another version than ", expectedVersion, " of PyTorch's old format");
  checkMachine(pickles.next());
  const Pickle content = pickles.next(), keys = pickles.next();
  TensorFile result;
  const StoragesInFile storages(file, placesOf(file, keys, content, pickles.position()));
  addPickledTensors(file.name(), content, storages, result);
  return result;
}

}  // namespace

bool isLegacyPyTorch(const InputFile& file) {
  // Newer protocols have the length of a frame before the number.
  const std::string start = file.beginning(2 + 9 + legacyMagic.size());
  return start.size() >= 2 + legacyMagic.size() && start[0] == '\x80' && start.find(legacyMagic) != std::string::npos;
}

bool isTarPyTorch(const InputFile& file) {
  const std::string start = file.beginning(512);
  if (start.size() < 512 || start.compare(257, 5, "ustar") != 0) return false;
  const std::string name = start.substr(0, start.find('\0'));
  for (const char* member : {"sys_info", "pickle", "storages", "tensors"})
    if (name == member || name == std::string("./") + member) return true;
  return false;
}

TensorFile readLegacyPyTorch(const InputFile& file) {
  try {
    return read(file);
  } catch (const Error& error) {
    const std::string message = error.what();
    if (message.rfind(file.name(), 0) == 0) throw;
    fail(file.name(), ": ", message);
  }
}

}  // namespace zipper
