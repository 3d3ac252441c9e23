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
  Object,  ///< an instance of a TorchScript class: its attributes
  Global,  ///< one of the allowed names
  Storage,
  Tensor,
  Other  ///< a value that is allowed and has no meaning here: a device, a huge number
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
};

struct PickledTensor {
  std::size_t storage = 0;
  std::string type;         ///< "Float", ...
  std::int64_t offset = 0;  ///< elements
  std::vector<std::int64_t> sizes, strides;
};

/// What a pickle of a PyTorch archive holds.
struct Pickle {
  using Dict = std::vector<std::pair<PickleValue, PickleValue>>;

  PickleValue root;
  std::vector<std::string> texts;                   ///< Text, Bytes
  std::vector<std::vector<PickleValue>> sequences;  ///< List, Tuple
  std::vector<Dict> dicts;                          ///< Dict, Object; in their order
  std::vector<PickledStorage> storages;
  std::vector<PickledTensor> tensors;

  const std::string& text(const PickleValue& value) const { return texts[std::size_t(value.integer)]; }
  const std::vector<PickleValue>& items(const PickleValue& value) const {
    return sequences[std::size_t(value.integer)];
  }
  const Dict& dict(const PickleValue& value) const { return dicts[std::size_t(value.integer)]; }
};

/// The largest pickle that is read, in bytes; a MobileNet with the state of its optimizer needs 200 kB.
inline constexpr std::uint64_t maximumPickle = 16'000'000;

/// Interprets a pickle (protocols 2 to 5) that holds tensors, numbers, texts, lists, tuples and dicts. Names are looked
/// up in a table of what PyTorch writes into checkpoints; they stand for data, and nothing is ever called. Any other
/// name is refused. With `objects`, classes named "__torch__..." (TorchScript) are taken as bags of attributes.
/// Takes memory for 400,000 values at most. Throws Error that says at which byte; it does not name the file.
/// Source: https://github.com/python/cpython/blob/main/Lib/pickletools.py
Pickle readPickle(const std::string& bytes, bool objects);

}  // namespace zipper
