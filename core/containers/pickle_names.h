// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <string>

namespace zipper {

/// What a name in a pickle stands for.
enum class PickleName {
  Foreign,  ///< anything else: what is made with it is passed over
  Hostile,  ///< what runs programs, runs texts as code, or deletes files
  OrderedDict,
  DefaultDict,         ///< a dict, whatever its arguments are
  RebuildTensor,       ///< (storage, offset, size, stride, ...)
  RebuildTypedTensor,  ///< (storage, offset, size, stride, requires grad, hooks, type, ...)
  RebuildFromType,     ///< (a function, a class of tensors, the arguments of the function, ...)
  FirstArgument,       ///< what wraps its first argument: parameters, sizes, tagged lists
  Set,                 ///< a set, made of a list or of nothing; read as a list
  Storage,             ///< a type of storage
  Type,                ///< a type of numbers
  Ignored,             ///< a value without meaning here
  Class                ///< a TorchScript class
};

/// Looks up "collections.OrderedDict" and the like; classes of TorchScript are known only with `objects`.
PickleName pickleName(const std::string& name, bool objects);

/// The type of numbers of "torch.FloatStorage" or "torch.float32": "Float"; "Untyped" for untyped storages; empty for
/// all other names.
std::string numberTypeOf(const std::string& name);

}  // namespace zipper
