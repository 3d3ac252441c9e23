// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/formats/pickle_names.h"

#include <map>

namespace zipper {

namespace {

const std::map<std::string, PickleName> names{
    {"collections.OrderedDict", PickleName::OrderedDict},
    {"torch._utils._rebuild_tensor", PickleName::RebuildTensor},
    {"torch._utils._rebuild_tensor_v2", PickleName::RebuildTensor},
    {"torch._utils._rebuild_tensor_v3", PickleName::RebuildTypedTensor},
    {"torch._utils._rebuild_parameter", PickleName::FirstArgument},
    {"torch._utils._rebuild_parameter_with_state", PickleName::FirstArgument},
    {"torch.Size", PickleName::FirstArgument},
    {"torch.device", PickleName::Ignored},
    {"torch.jit._pickle.build_intlist", PickleName::FirstArgument},
    {"torch.jit._pickle.build_doublelist", PickleName::FirstArgument},
    {"torch.jit._pickle.build_boollist", PickleName::FirstArgument},
    {"torch.jit._pickle.build_tensorlist", PickleName::FirstArgument},
    {"torch.jit._pickle.restore_type_tag", PickleName::FirstArgument},
};

/// Names of storages and of number types -> the type.
const std::map<std::string, std::string> numberTypes{
    {"torch.DoubleStorage", "Double"},
    {"torch.FloatStorage", "Float"},
    {"torch.HalfStorage", "Half"},
    {"torch.BFloat16Storage", "BFloat16"},
    {"torch.LongStorage", "Long"},
    {"torch.IntStorage", "Int"},
    {"torch.ShortStorage", "Short"},
    {"torch.CharStorage", "Char"},
    {"torch.ByteStorage", "Byte"},
    {"torch.BoolStorage", "Bool"},
    {"torch.UntypedStorage", "Untyped"},
    {"torch.storage.UntypedStorage", "Untyped"},
    {"torch.storage._UntypedStorage", "Untyped"},
    {"torch.storage.TypedStorage", "Untyped"},
    {"torch.storage._TypedStorage", "Untyped"},
    {"torch.float64", "Double"},
    {"torch.float32", "Float"},
    {"torch.float16", "Half"},
    {"torch.bfloat16", "BFloat16"},
    {"torch.int64", "Long"},
    {"torch.int32", "Int"},
    {"torch.int16", "Short"},
    {"torch.int8", "Char"},
    {"torch.uint8", "Byte"},
    {"torch.bool", "Bool"},
};

}  // namespace

PickleName pickleName(const std::string& name, bool objects) {
  const auto found = names.find(name);
  if (found != names.end()) return found->second;
  if (numberTypes.count(name) > 0)
    return name.find("Storage") != std::string::npos ? PickleName::Storage : PickleName::Type;
  return objects && name.rfind("__torch__.", 0) == 0 ? PickleName::Class : PickleName::Forbidden;
}

std::string numberTypeOf(const std::string& name) {
  const auto found = numberTypes.find(name);
  return found == numberTypes.end() ? std::string() : found->second;
}

}  // namespace zipper
