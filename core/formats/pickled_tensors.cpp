// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/formats/pickled_tensors.h"

#include <algorithm>
#include <map>
#include <unordered_set>

#include "core/formats/pickle.h"
#include "core/support/printable.h"
#include "core/support/error.h"

namespace zipper {

namespace {

constexpr std::uint64_t maximumExtraFile = 1'000'000;
constexpr std::size_t maximumExtraFiles = 64;

constexpr std::size_t maximumDepth = 32;
constexpr std::size_t maximumVisits = 200'000;
constexpr std::size_t maximumPending = 20'000;
constexpr std::size_t maximumTensors = 10'000;
constexpr std::size_t maximumName = 300;
constexpr std::size_t maximumMetadata = 4'000'000;

const std::map<std::string, c10::ScalarType> scalarTypes{
    {"Double", torch::kDouble}, {"Float", torch::kFloat}, {"Half", torch::kHalf},   {"BFloat16", torch::kBFloat16},
    {"Long", torch::kLong},     {"Int", torch::kInt},     {"Short", torch::kShort}, {"Char", torch::kChar},
    {"Byte", torch::kByte},     {"Bool", torch::kBool}};

bool endsWith(const std::string& text, const std::string& end) {
  return text.size() >= end.size() && text.compare(text.size() - end.size(), end.size(), end) == 0;
}

bool isScalar(PickleKind kind) {
  return kind == PickleKind::Text || kind == PickleKind::Integer || kind == PickleKind::Real ||
         kind == PickleKind::Bool;
}

bool isDict(PickleKind kind) { return kind == PickleKind::Dict || kind == PickleKind::Object; }

bool isSequence(PickleKind kind) { return kind == PickleKind::List || kind == PickleKind::Tuple; }

std::string scalarText(const Pickle& pickle, const PickleValue& value) {
  if (value.kind == PickleKind::Text) return pickle.text(value);
  if (value.kind == PickleKind::Real) return concat(value.real);
  return value.kind == PickleKind::Bool ? (value.integer != 0 ? "true" : "false") : std::to_string(value.integer);
}

/// Walks through a pickle without recursion: it may be deeper than any stack, or cyclic.
class Walk {
 public:
  explicit Walk(const Pickle& pickle) : pickle_(pickle) { pending_.push_back({pickle.root, "", 0}); }

  /// Names and tensors in their order; texts and numbers go into `metadata`.
  std::vector<std::pair<std::string, std::size_t>> tensors(std::map<std::string, std::string>& metadata);

 private:
  struct Node {
    PickleValue value;
    std::string name;
    std::size_t depth;
  };
  void visit(const Node& node, std::map<std::string, std::string>& metadata);
  void addTensor(const Node& node);
  void addMetadata(const Node& node, std::map<std::string, std::string>& metadata);
  void addChildren(const Node& node);
  void addChild(const Node& parent, const std::string& key, const PickleValue& value);

  const Pickle& pickle_;
  std::vector<Node> pending_;
  std::vector<std::pair<std::string, std::size_t>> found_;
  std::unordered_set<std::string> names_;
  std::size_t visits_ = 0;
  std::size_t metadataBytes_ = 0;
};

std::vector<std::pair<std::string, std::size_t>> Walk::tensors(std::map<std::string, std::string>& metadata) {
  while (!pending_.empty()) {
    const Node node = std::move(pending_.back());
    pending_.pop_back();
    visit(node, metadata);
  }
  return std::move(found_);
}

void Walk::visit(const Node& node, std::map<std::string, std::string>& metadata) {
  if (++visits_ > maximumVisits) fail("holds over ", maximumVisits, " values within each other");
  if (node.value.kind == PickleKind::Tensor)
    addTensor(node);
  else if (isScalar(node.value.kind))
    addMetadata(node, metadata);
  else
    addChildren(node);
}

void Walk::addTensor(const Node& node) {
  if (!names_.insert(node.name).second) fail("two tensors have the name '", printable(node.name), "'");
  if (found_.size() == maximumTensors) fail("holds over ", maximumTensors, " tensors");
  found_.emplace_back(node.name, std::size_t(node.value.integer));
}

void Walk::addMetadata(const Node& node, std::map<std::string, std::string>& metadata) {
  const std::size_t bytes =
      64 + node.name.size() + (node.value.kind == PickleKind::Text ? pickle_.text(node.value).size() : 0);
  if (metadataBytes_ + bytes > maximumMetadata) return;
  metadataBytes_ += bytes;
  metadata[node.name] = scalarText(pickle_, node.value);
}

void Walk::addChildren(const Node& node) {
  const std::size_t before = pending_.size();
  if (isDict(node.value.kind)) {
    for (const auto& [key, value] : pickle_.dict(node.value))
      if (key.kind == PickleKind::Text || key.kind == PickleKind::Integer)
        addChild(node, scalarText(pickle_, key), value);
  } else if (isSequence(node.value.kind)) {
    const auto& items = pickle_.items(node.value);
    for (std::size_t i = 0; i < items.size(); ++i)
      if (!isScalar(items[i].kind)) addChild(node, std::to_string(i), items[i]);
  }
  // The first one has to be on top.
  std::reverse(pending_.begin() + std::ptrdiff_t(before), pending_.end());
}

void Walk::addChild(const Node& parent, const std::string& key, const PickleValue& value) {
  const bool isMetadata = isScalar(value.kind) && parent.depth < 2;
  if (!isMetadata && value.kind != PickleKind::Tensor && !isDict(value.kind) && !isSequence(value.kind)) return;
  std::string name = parent.name.empty() ? key : parent.name + "." + key;
  if (name.size() > maximumName) fail("a name has over ", maximumName, " bytes: '", printable(name), "'");
  if (parent.depth == maximumDepth)
    fail("'", printable(name), "' lies over ", maximumDepth, " levels deep; a cycle, or no checkpoint");
  if (pending_.size() == maximumPending) fail("holds over ", maximumPending, " values in one place");
  pending_.push_back({value, std::move(name), parent.depth + 1});
}

/// Makes tensors out of what the pickle says about them; reads each storage once.
class StorageReader {
 public:
  StorageReader(const ZipArchive& archive, std::string folder) : archive_(archive), folder_(std::move(folder)) {}

  torch::Tensor tensor(const Pickle& pickle, const PickledTensor& tensor);

 private:
  torch::Tensor storage(const PickledStorage& storage, const std::string& type);
  static void checkPlace(const PickledTensor& tensor, std::int64_t elements);

  const ZipArchive& archive_;
  const std::string folder_;
  std::map<std::string, torch::Tensor> storages_;  ///< by key: all elements
};

torch::Tensor StorageReader::storage(const PickledStorage& storage, const std::string& type) {
  torch::Tensor& all = storages_[storage.key];
  const auto scalar = scalarTypes.find(type);
  if (scalar == scalarTypes.end()) fail("numbers of type ", type, " are not read");
  const std::uint64_t itemBytes = c10::elementSize(scalar->second);
  const std::uint64_t unit = storage.type == "Untyped" ? 1 : itemBytes;
  if (!all.defined()) {
    const ZipEntry* entry = archive_.find(folder_ + storage.key);
    if (entry == nullptr) fail("'", printable(folder_ + storage.key), "' is missing in the archive");
    if (entry->size % unit != 0 || entry->size / unit != std::uint64_t(storage.count) || entry->size % itemBytes != 0)
      fail("'", printable(folder_ + storage.key), "' has ", entry->size, " bytes, the pickle says ", storage.count,
           " elements of ", unit, " bytes");
    archive_.checkReadable(*entry);
    all = torch::empty({std::int64_t(entry->size / itemBytes)}, scalar->second);
    archive_.read(*entry, all.data_ptr());
    const auto* bytes = static_cast<const unsigned char*>(all.data_ptr());
    // Other bytes in a C++ bool are undefined behaviour wherever they are used.
    if (scalar->second == torch::kBool && std::any_of(bytes, bytes + entry->size, [](auto byte) { return byte > 1; }))
      fail("'", printable(folder_ + storage.key), "' holds a bool that is neither 0 nor 1");
  }
  if (all.scalar_type() != scalar->second)
    fail("storage '", printable(storage.key), "' is used as ", torch::toString(all.scalar_type()), " and as ", type);
  return all;
}

void StorageReader::checkPlace(const PickledTensor& tensor, std::int64_t elements) {
  std::int64_t last = tensor.offset, count = 1, step = 0;
  bool overflow = false;
  for (std::size_t d = 0; d < tensor.sizes.size(); ++d) {
    overflow = __builtin_mul_overflow(count, tensor.sizes[d], &count) || overflow;
    if (tensor.sizes[d] == 0) continue;
    overflow = __builtin_mul_overflow(tensor.sizes[d] - 1, tensor.strides[d], &step) || overflow;
    overflow = __builtin_add_overflow(last, step, &last) || overflow;
  }
  const bool isEmpty = std::count(tensor.sizes.begin(), tensor.sizes.end(), 0) > 0;
  if (isEmpty ? overflow : overflow || last >= elements)
    fail("its sizes and strides lead out of its storage of ", elements, " elements");
  // Strides of 0 could make much out of little.
  if (!isEmpty && count > elements) fail("has ", count, " elements in a storage of ", elements);
}

torch::Tensor StorageReader::tensor(const Pickle& pickle, const PickledTensor& tensor) {
  const torch::Tensor all = storage(pickle.storages[tensor.storage], tensor.type);
  checkPlace(tensor, all.numel());
  if (std::count(tensor.sizes.begin(), tensor.sizes.end(), 0) > 0) return torch::empty(tensor.sizes, all.options());
  return all.as_strided(tensor.sizes, tensor.strides, tensor.offset);
}

void checkByteOrder(const ZipArchive& archive, const std::string& root) {
  const ZipEntry* entry = archive.find(root + "byteorder");
  if (entry != nullptr && archive.text(*entry, 100) != "little")
    fail("'", root, "byteorder' says '", printable(archive.text(*entry, 100)), "', only 'little' is read");
}

}  // namespace

TensorFile readPickledTensors(const InputFile& file, const ZipArchive& archive, const std::string& root, bool objects) {
  const ZipEntry* entry = archive.find(root + "data.pkl");
  if (entry == nullptr) fail(file.name(), ": '", printable(root), "data.pkl' is missing in the archive");
  const std::string bytes = archive.text(*entry, maximumPickle);
  checkByteOrder(archive, root);
  TensorFile result;
  std::string name;
  try {
    const Pickle pickle = readPickle(bytes, objects);
    const auto found = Walk(pickle).tensors(result.metadata);
    StorageReader storages(archive, root + "data/");
    for (const auto& [key, index] : found) {
      name = concat("key '", printable(key), "': ");
      result.tensors.emplace_back(key, storages.tensor(pickle, pickle.tensors[index]));
    }
  } catch (const std::exception&) {
    const std::string message = describeCurrentException();
    if (message.rfind(file.name(), 0) == 0) throw Error(message);
    fail(file.name(), ": ", name, message);
  }
  return result;
}

std::string rootOfPyTorchArchive(const InputFile& file, const ZipArchive& archive) {
  const std::string data = "data.pkl";
  std::string root;
  int count = 0;
  for (const ZipEntry& entry : archive.entries()) {
    if (!endsWith(entry.name, "/" + data) && entry.name != data) continue;
    root = entry.name.substr(0, entry.name.size() - data.size());
    ++count;
  }
  if (count != 1) fail(file.name(), ": ", count, " files data.pkl in the archive, one was expected");
  return root;
}

bool isTorchScriptArchive(const ZipArchive& archive, const std::string& root) {
  if (archive.find(root + "constants.pkl") != nullptr) return true;
  const std::string code = root + "code/";
  return std::any_of(archive.entries().begin(), archive.entries().end(),
                     [&](const ZipEntry& entry) { return entry.name.rfind(code, 0) == 0; });
}

bool looksLikePyTorchArchive(const InputFile& file, bool torchScript) {
  const std::string start = file.beginning(300);
  if (start.compare(0, 4, "PK\x03\x04", 4) != 0) return false;
  try {
    const ZipArchive archive(file);
    return isTorchScriptArchive(archive, rootOfPyTorchArchive(file, archive)) == torchScript;
  } catch (const Error&) {
    return !torchScript && start.find("data.pkl", 30) != std::string::npos;
  }
}

std::map<std::string, std::string> extraFilesOf(const ZipArchive& archive, const std::string& root,
                                                std::vector<std::string>& notes) {
  const std::string folder = root + "extra/";
  std::map<std::string, std::string> files;
  for (const ZipEntry& entry : archive.entries()) {
    if (entry.name.rfind(folder, 0) != 0) continue;
    if (entry.method == 0 && entry.size <= maximumExtraFile && files.size() < maximumExtraFiles)
      files[entry.name.substr(folder.size())] = archive.text(entry, maximumExtraFile);
    else
      notes.push_back(concat("the extra file '", printable(entry.name), "' was not read"));
  }
  return files;
}

}  // namespace zipper
