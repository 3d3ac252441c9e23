// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <map>
#include <string>

#include "core/containers/pickle_values.h"
#include "core/containers/tensor_file.h"

namespace zipper {

/// Where a file has the bytes of storages.
class StorageSource {
 public:
  virtual ~StorageSource() = default;
  /// What the bytes of a storage are called in messages; as it is in the file.
  virtual std::string nameOf(const std::string& key) const = 0;
  /// How many bytes it has; they are in the file. Error if there is no such storage.
  virtual std::uint64_t bytesOf(const std::string& key) const = 0;
  /// Fills a buffer of that many bytes.
  virtual void read(const std::string& key, void* buffer) const = 0;
};

/// The bytes of one number of a type ("Float"), or 0 for types that nobody here knows.
std::uint64_t bytesOfNumber(const std::string& type);

/// Adds the tensors of a pickle under the names that contentsOf() finds, its metadata and its notes. Tensors that share
/// memory in the file share it here; each storage is read once. Tensors of other numbers than floats, integers and
/// bools are left out, with a note. Throws Error that names the file (by `source`, or here) and the key: sizes and
/// strides that lead out of a storage, storages of another size than the pickle says.
void addPickledTensors(const std::string& file, const Pickle& pickle, const StorageSource& source, TensorFile& result);

}  // namespace zipper
