// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/containers/pickle_storages.h"

#include <algorithm>

#include "core/containers/pickle_contents.h"
#include "core/support/error.h"
#include "core/support/libtorch.h"
#include "core/support/printable.h"

namespace zipper {

namespace {

const std::map<std::string, c10::ScalarType> scalarTypes{
    {"Double", torch::kDouble}, {"Float", torch::kFloat}, {"Half", torch::kHalf},   {"BFloat16", torch::kBFloat16},
    {"Long", torch::kLong},     {"Int", torch::kInt},     {"Short", torch::kShort}, {"Char", torch::kChar},
    {"Byte", torch::kByte},     {"Bool", torch::kBool}};

/// Makes tensors out of what the pickle says about them; reads each storage once.
class StorageReader {
 public:
  explicit StorageReader(const StorageSource& source) : source_(source) {}

  torch::Tensor tensor(const Pickle& pickle, const PickledTensor& tensor);

 private:
  torch::Tensor storage(const PickledStorage& storage, const std::string& type);
  torch::Tensor readStorage(const PickledStorage& storage, c10::ScalarType type) const;
  static void checkPlace(const PickledTensor& tensor, std::int64_t start, std::int64_t elements);

  const StorageSource& source_;
  std::map<std::string, torch::Tensor> storages_;  ///< by key: all elements
};

torch::Tensor StorageReader::storage(const PickledStorage& storage, const std::string& type) {
  torch::Tensor& all = storages_[storage.key];
  const c10::ScalarType scalar = scalarTypes.at(type);
  if (!all.defined()) all = readStorage(storage, scalar);
  if (all.scalar_type() != scalar)
    fail("storage '", printable(storage.key), "' is used as ", torch::toString(all.scalar_type()), " and as ", type);
  return all;
}

torch::Tensor StorageReader::readStorage(const PickledStorage& storage, c10::ScalarType type) const {
  const std::uint64_t itemBytes = c10::elementSize(type), unit = storage.type == "Untyped" ? 1 : itemBytes;
  const std::uint64_t bytes = source_.bytesOf(storage.key);
  if (bytes % unit != 0 || bytes / unit != std::uint64_t(storage.count) || bytes % itemBytes != 0)
    fail("'", printable(source_.nameOf(storage.key)), "' has ", bytes, " bytes, the pickle says ", storage.count,
         " elements of ", unit, " bytes");
  torch::Tensor all = torch::empty({std::int64_t(bytes / itemBytes)}, type);
  source_.read(storage.key, all.data_ptr());
  const auto* values = static_cast<const unsigned char*>(all.data_ptr());
  // Other bytes in a C++ bool are undefined behaviour wherever they are used.
  if (type == torch::kBool && std::any_of(values, values + bytes, [](auto byte) { return byte > 1; }))
    fail("'", printable(source_.nameOf(storage.key)), "' holds a bool that is neither 0 nor 1");
  return all;
}

void StorageReader::checkPlace(const PickledTensor& tensor, std::int64_t start, std::int64_t elements) {
  std::int64_t last = tensor.offset, count = 1, step = 0;
  bool overflow = __builtin_add_overflow(last, start, &last);
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
  const PickledStorage& place = pickle.storages[tensor.storage];
  const torch::Tensor all = storage(place, tensor.type);
  checkPlace(tensor, place.start, all.numel());
  if (std::count(tensor.sizes.begin(), tensor.sizes.end(), 0) > 0) return torch::empty(tensor.sizes, all.options());
  return all.as_strided(tensor.sizes, tensor.strides, place.start + tensor.offset);
}

}  // namespace

std::uint64_t bytesOfNumber(const std::string& type) {
  static const std::map<std::string, std::uint64_t> others{{"ComplexFloat", 8}, {"ComplexDouble", 16}, {"QInt8", 1},
                                                           {"QUInt8", 1},       {"QInt32", 4},         {"Untyped", 1}};
  const auto usual = scalarTypes.find(type);
  if (usual != scalarTypes.end()) return c10::elementSize(usual->second);
  const auto other = others.find(type);
  return other == others.end() ? 0 : other->second;
}

void addPickledTensors(const std::string& file, const Pickle& pickle, const StorageSource& source, TensorFile& result) {
  std::string name;
  try {
    PickleContents contents = contentsOf(pickle);
    result.metadata.merge(contents.metadata);
    StorageReader storages(source);
    std::vector<std::string> unusual;
    for (const auto& [key, index] : contents.tensors) {
      const PickledTensor& tensor = pickle.tensors[index];
      name = concat("key '", printable(key), "': ");
      if (scalarTypes.count(tensor.type) > 0)
        result.tensors.emplace_back(key, storages.tensor(pickle, tensor));
      else
        unusual.push_back(concat("'", printable(key), "' (", printable(tensor.type), ")"));
    }
    if (!unusual.empty())
      result.notes.push_back(concat("left out: ", unusual.size(), unusual.size() == 1 ? " tensor" : " tensors",
                                    " of unusual numbers, the first is ", unusual.front()));
    result.notes.insert(result.notes.end(), contents.notes.begin(), contents.notes.end());
  } catch (const std::exception&) {
    const std::string message = describeCurrentException();
    if (message.rfind(file, 0) == 0) throw Error(message);
    fail(file, ": ", name, message);
  }
}

}  // namespace zipper
