// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <cstdint>
#include <string>
#include <utility>
#include <vector>

namespace zipper {

enum class PickleKind : std::uint8_t {
  None,
  Bool,
  Integer,
  Real,
  Text,
  Bytes,
  List,
  Tuple,
  Dict,
  Object,   ///< an instance of a TorchScript class: its attributes
  Global,   ///< a name of Python's: a class, a function
  Foreign,  ///< what Python would get by running code: an object of a class, what a function returns
  Storage,
  Tensor,
  Other  ///< a value without meaning here: a device, a huge number
};

/// A value, or where it stands in its Pickle. Small, and without ownership: what a pickle holds may be cyclic and of
/// any depth.
struct PickleValue {
  PickleKind kind = PickleKind::None;
  std::int64_t integer = 0;  ///< Bool, Integer; otherwise the index into the list of its kind
  double real = 0;
};

/// A piece of memory that tensors look into; its bytes are another file of the archive.
struct PickledStorage {
  std::string key;         ///< "0", ...
  std::string type;        ///< "Float", "Half", ...; "Untyped": bytes
  std::int64_t count = 0;  ///< elements, as the pickle says
  std::int64_t start = 0;  ///< elements; where the part begins that is meant (before PyTorch 1.6)
};

struct PickledTensor {
  std::size_t storage = 0;
  std::string type;         ///< "Float", ...; that of numbers which nobody here knows has the name in the file
  std::int64_t offset = 0;  ///< elements
  std::vector<std::int64_t> sizes, strides;
};

using PickleDict = std::vector<std::pair<PickleValue, PickleValue>>;

/// A value that Python would get by running code. Here nothing is run: it is what it would have been made of.
struct PickledForeign {
  std::int64_t type = 0;           ///< its class, or the function that was to be called: an index into the texts
  PickleValue arguments;           ///< a tuple
  PickleValue state;               ///< what its class would take its attributes from; None if there is none
  std::vector<PickleValue> items;  ///< what was appended to it
  PickleDict pairs;                ///< what was put into it
};

/// What a pickle of a PyTorch archive holds.
struct Pickle {
  using Dict = PickleDict;

  PickleValue root;
  std::vector<std::string> texts;                   ///< Text, Bytes
  std::vector<std::vector<PickleValue>> sequences;  ///< List, Tuple
  std::vector<Dict> dicts;                          ///< Dict, Object; in their order
  std::vector<PickledStorage> storages;
  std::vector<PickledTensor> tensors;
  std::vector<PickledForeign> foreign;

  const std::string& text(const PickleValue& value) const { return texts[std::size_t(value.integer)]; }
  const std::vector<PickleValue>& items(const PickleValue& value) const {
    return sequences[std::size_t(value.integer)];
  }
  const Dict& dict(const PickleValue& value) const { return dicts[std::size_t(value.integer)]; }
};

}  // namespace zipper
