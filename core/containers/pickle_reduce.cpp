// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/containers/pickle_reduce.h"

#include <algorithm>

#include "core/containers/pickle_names.h"
#include "core/support/error.h"
#include "core/support/printable.h"

namespace zipper {

namespace {

/// More than any tensor has; LibTorch itself allows more.
constexpr std::size_t mostTensorAxes = 16;

bool isSequence(const PickleValue& value) { return value.kind == PickleKind::List || value.kind == PickleKind::Tuple; }

PickleValue indexed(PickleKind kind, std::size_t index) { return {kind, std::int64_t(index), 0.0}; }

std::vector<std::int64_t> integersOf(const Pickle& pickle, const PickleValue& value) {
  if (!isSequence(value) || pickle.items(value).size() > mostTensorAxes)
    fail("a tensor's shape is not a short tuple of numbers");
  std::vector<std::int64_t> integers;
  for (const PickleValue& item : pickle.items(value)) {
    if (item.kind != PickleKind::Integer || item.integer < 0)
      fail("a tensor's shape has something else than numbers from 0 to 2^63-1");
    integers.push_back(item.integer);
  }
  return integers;
}

PickleValue rebuildTensor(Pickle& pickle, const std::vector<PickleValue>& arguments, bool typed) {
  if (arguments.size() < (typed ? 7U : 4U) || arguments[0].kind != PickleKind::Storage ||
      arguments[1].kind != PickleKind::Integer || arguments[1].integer < 0)
    fail("a tensor isn't made of storage, offset, size and stride");
  PickledTensor tensor;
  tensor.storage = std::size_t(arguments[0].integer);
  tensor.offset = arguments[1].integer;
  tensor.sizes = integersOf(pickle, arguments[2]);
  tensor.strides = integersOf(pickle, arguments[3]);
  if (tensor.sizes.size() != tensor.strides.size())
    fail("a tensor has ", tensor.sizes.size(), " sizes and ", tensor.strides.size(), " strides");
  tensor.type = pickle.storages[tensor.storage].type;
  if (typed) {
    if (arguments[6].kind != PickleKind::Global) fail("a tensor has no type");
    const std::string& type = pickle.text(arguments[6]);
    tensor.type = numberTypeOf(type).empty() ? type : numberTypeOf(type);
  }
  if (tensor.type.empty() || tensor.type == "Untyped") fail("a tensor in an untyped storage has no type");
  pickle.tensors.push_back(std::move(tensor));
  return indexed(PickleKind::Tensor, pickle.tensors.size() - 1);
}

PickleValue newDict(Pickle& pickle, PickleKind kind = PickleKind::Dict) {
  pickle.dicts.emplace_back();
  return indexed(kind, pickle.dicts.size() - 1);
}

/// OrderedDict() or OrderedDict([(key, value), ...]).
PickleValue orderedDict(Pickle& pickle, const std::vector<PickleValue>& arguments, std::size_t& copied) {
  const PickleValue result = newDict(pickle);
  if (arguments.empty()) return result;
  if (arguments.size() != 1 || !isSequence(arguments[0])) fail("an OrderedDict isn't made of a list of pairs");
  copied += pickle.items(arguments[0]).size();
  for (const PickleValue& pair : pickle.items(arguments[0])) {
    if (!isSequence(pair) || pickle.items(pair).size() != 2) fail("an OrderedDict isn't made of a list of pairs");
    pickle.dicts.back().emplace_back(pickle.items(pair)[0], pickle.items(pair)[1]);
  }
  return result;
}

/// Before PyTorch 1.6, what was a part of a storage came with the place where it began.
std::int64_t startOfPart(const Pickle& pickle, const PickleValue& part) {
  if (part.kind == PickleKind::None) return 0;
  const bool isPart = part.kind == PickleKind::Tuple && pickle.items(part).size() == 3;
  if (!isPart || pickle.items(part)[1].kind != PickleKind::Integer || pickle.items(part)[1].integer < 0)
    fail("a part of a storage isn't (key, start, number of elements)");
  return pickle.items(part)[1].integer;
}

/// A set is written as a list that a function takes.
PickleValue newSet(Pickle& pickle, const std::vector<PickleValue>& arguments) {
  if (!arguments.empty() && isSequence(arguments[0])) return {PickleKind::List, arguments[0].integer, 0.0};
  pickle.sequences.emplace_back();
  return indexed(PickleKind::List, pickle.sequences.size() - 1);
}

PickleValue newForeign(Pickle& pickle, std::int64_t type, const PickleValue& arguments) {
  pickle.foreign.emplace_back();
  pickle.foreign.back().type = type;
  pickle.foreign.back().arguments = arguments;
  return indexed(PickleKind::Foreign, pickle.foreign.size() - 1);
}

/// An object that Python makes in two steps is called after its class.
std::int64_t typeOf(const Pickle& pickle, const PickleValue& callable, const std::vector<PickleValue>& arguments) {
  const std::string& name = pickle.text(callable);
  const bool makesObjects = name == "copyreg._reconstructor" || name == "copy_reg._reconstructor" ||
                            name == "copyreg.__newobj__" || name == "copyreg.__newobj_ex__";
  return makesObjects && !arguments.empty() && arguments[0].kind == PickleKind::Global ? arguments[0].integer
                                                                                       : callable.integer;
}

/// A tensor of a class that somebody derived from PyTorch's.
PickleValue rebuildFromType(Pickle& pickle, const PickleValue& callable, const PickleValue& all,
                            const std::vector<PickleValue>& arguments, std::size_t& copied) {
  const bool isUsual = arguments.size() >= 3 && arguments[0].kind == PickleKind::Global && isSequence(arguments[2]);
  const PickleName function = isUsual ? pickleName(pickle.text(arguments[0]), false) : PickleName::Foreign;
  if (function != PickleName::RebuildTensor && function != PickleName::RebuildTypedTensor)
    return newForeign(pickle, callable.integer, all);
  const std::vector<PickleValue> inner = pickle.items(arguments[2]);
  copied += inner.size();
  return rebuildTensor(pickle, inner, function == PickleName::RebuildTypedTensor);
}

}  // namespace

PickleValue reducePickled(Pickle& pickle, const PickleValue& callable, const PickleValue& arguments, bool objects,
                          std::size_t& copied) {
  if ((callable.kind != PickleKind::Global && callable.kind != PickleKind::Foreign) ||
      arguments.kind != PickleKind::Tuple)
    fail("something is called that has no name, or without a tuple of arguments");
  if (callable.kind == PickleKind::Foreign)
    return newForeign(pickle, pickle.foreign[std::size_t(callable.integer)].type, arguments);
  // A copy, small as a rule: building may move the lists of the pickle.
  const std::vector<PickleValue> list = pickle.items(arguments);
  copied += list.size();
  switch (pickleName(pickle.text(callable), objects)) {
    case PickleName::OrderedDict:
      return orderedDict(pickle, list, copied);
    case PickleName::RebuildTensor:
      return rebuildTensor(pickle, list, false);
    case PickleName::RebuildTypedTensor:
      return rebuildTensor(pickle, list, true);
    case PickleName::RebuildFromType:
      return rebuildFromType(pickle, callable, arguments, list, copied);
    case PickleName::DefaultDict:
      return newDict(pickle);
    case PickleName::Set:
      return newSet(pickle, list);
    case PickleName::Foreign:
      return newForeign(pickle, typeOf(pickle, callable, list), arguments);
    case PickleName::FirstArgument:
      if (list.empty()) fail("'", printable(pickle.text(callable)), "' has no arguments");
      return list.front();
    case PickleName::Ignored:
      return {PickleKind::Other, 0, 0.0};
    default:
      fail("'", printable(pickle.text(callable)), "' is called, which PyTorch's files never do");
  }
}

PickleValue storageOfPersistentId(Pickle& pickle, const PickleValue& id) {
  const auto isText = [](const PickleValue& value) { return value.kind == PickleKind::Text; };
  const bool isTuple = id.kind == PickleKind::Tuple && pickle.items(id).size() >= 2;
  std::vector<PickleValue> parts(6);
  if (isTuple) std::copy_n(pickle.items(id).begin(), std::min(parts.size(), pickle.items(id).size()), parts.begin());
  if (isText(parts[0]) && pickle.text(parts[0]) == "module" && parts[1].kind == PickleKind::Global) return parts[1];
  if (!isText(parts[0]) || pickle.text(parts[0]) != "storage" || parts[1].kind != PickleKind::Global ||
      !isText(parts[2]) || parts[4].kind != PickleKind::Integer || parts[4].integer < 0)
    fail("a persistent id isn't ('storage', type, key, location, number of elements)");
  const std::string& name = pickle.text(parts[1]);
  if (pickleName(name, false) != PickleName::Storage) fail("'", printable(name), "' is no type of storage");
  if (pickle.text(parts[2]).size() > 100) fail("a storage has a name of over 100 bytes");
  pickle.storages.push_back(
      {pickle.text(parts[2]), numberTypeOf(name), parts[4].integer, startOfPart(pickle, parts[5])});
  return indexed(PickleKind::Storage, pickle.storages.size() - 1);
}

PickleValue newPickledObject(Pickle& pickle, const PickleValue& type, const PickleValue& arguments, bool objects) {
  if (type.kind != PickleKind::Global) fail("an object has no class");
  const PickleName name = pickleName(pickle.text(type), objects);
  if (name == PickleName::OrderedDict || name == PickleName::DefaultDict) return newDict(pickle);
  if (!objects) return newForeign(pickle, type.integer, arguments);
  if (name != PickleName::Class) fail("'", printable(pickle.text(type)), "' is no class of TorchScript");
  if (arguments.kind != PickleKind::Tuple || !pickle.items(arguments).empty()) fail("an object is made of arguments");
  return newDict(pickle, PickleKind::Object);
}

void buildPickled(Pickle& pickle, const PickleValue& target, const PickleValue& state, std::size_t& copied) {
  // The state of an OrderedDict is PyTorch's "_metadata", that of a tensor what somebody hung on it.
  if (target.kind == PickleKind::Dict || target.kind == PickleKind::Tensor || target.kind == PickleKind::Other) return;
  if (target.kind == PickleKind::Foreign) {
    pickle.foreign[std::size_t(target.integer)].state = state;
    return;
  }
  if (target.kind != PickleKind::Object) fail("something gets a state that can't have one");
  if (state.kind != PickleKind::Dict) fail("the state of an object is not a dict of attributes");
  if (state.integer == target.integer) return;
  const Pickle::Dict& from = pickle.dict(state);
  copied += from.size();
  Pickle::Dict& to = pickle.dicts[std::size_t(target.integer)];
  to.insert(to.end(), from.begin(), from.end());
}

}  // namespace zipper
