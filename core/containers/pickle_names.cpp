// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/containers/pickle_names.h"

#include <algorithm>
#include <array>
#include <map>

#include "core/support/text_ends.h"

namespace zipper {

namespace {

const std::map<std::string, PickleName> names{
    {"collections.OrderedDict", PickleName::OrderedDict},
    {"collections.defaultdict", PickleName::DefaultDict},
    {"builtins.set", PickleName::Set},
    {"builtins.frozenset", PickleName::Set},
    {"__builtin__.set", PickleName::Set},
    {"__builtin__.frozenset", PickleName::Set},
    {"torch._utils._rebuild_tensor", PickleName::RebuildTensor},
    {"torch._utils._rebuild_tensor_v2", PickleName::RebuildTensor},
    {"torch._utils._rebuild_tensor_v3", PickleName::RebuildTypedTensor},
    {"torch._tensor._rebuild_from_type", PickleName::RebuildFromType},
    {"torch._tensor._rebuild_from_type_v2", PickleName::RebuildFromType},
    {"torch._utils._rebuild_parameter", PickleName::FirstArgument},
    {"torch._utils._rebuild_parameter_with_state", PickleName::FirstArgument},
    {"torch.nn.parameter.Parameter", PickleName::FirstArgument},
    {"torch.autograd.variable.Variable", PickleName::FirstArgument},
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
    {"torch.ComplexFloatStorage", "ComplexFloat"},
    {"torch.ComplexDoubleStorage", "ComplexDouble"},
    {"torch.QInt8Storage", "QInt8"},
    {"torch.QUInt8Storage", "QUInt8"},
    {"torch.QInt32Storage", "QInt32"},
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

/// Modules of which every name is refused, and beginnings of names. This guards nobody here, where nothing is run: it
/// warns people of files that attack those who open them in Python.
constexpr std::array<const char*, 9> hostileModules{"subprocess.", "pty.",    "runpy.",     "commands.", "ctypes.",
                                                    "webbrowser.", "socket.", "importlib.", "shutil."};
constexpr std::array<const char*, 12> hostileFunctions{"system",      "popen",     "exec",       "spawn",
                                                       "posix_spawn", "startfile", "putenv",     "remove",
                                                       "unlink",      "rmdir",     "removedirs", "kill"};
constexpr std::array<const char*, 7> hostileBuiltins{"eval",       "exec",       "execfile", "compile",
                                                     "__import__", "breakpoint", "open"};

bool isHostile(const std::string& name) {
  const auto begins = [&](const char* start) { return beginsWith(name, start); };
  if (std::any_of(hostileModules.begin(), hostileModules.end(), begins)) return true;
  for (const char* module : {"os.", "posix.", "nt."})
    if (beginsWith(name, module))
      return std::any_of(hostileFunctions.begin(), hostileFunctions.end(),
                         [&](const char* function) { return beginsWith(name, std::string(module) + function); });
  for (const char* module : {"builtins.", "__builtin__."})
    if (beginsWith(name, module))
      return std::any_of(hostileBuiltins.begin(), hostileBuiltins.end(),
                         [&](const char* function) { return name == std::string(module) + function; });
  return false;
}

}  // namespace

PickleName pickleName(const std::string& name, bool objects) {
  const auto found = names.find(name);
  if (found != names.end()) return found->second;
  if (!numberTypeOf(name).empty())
    return name.find("Storage") != std::string::npos ? PickleName::Storage : PickleName::Type;
  if (objects && beginsWith(name, "__torch__.")) return PickleName::Class;
  return isHostile(name) ? PickleName::Hostile : PickleName::Foreign;
}

std::string numberTypeOf(const std::string& name) {
  // What lay on a graphics card had storages of its own in old files.
  const std::string cuda = "torch.cuda.";
  const auto found = numberTypes.find(beginsWith(name, cuda) ? "torch." + name.substr(cuda.size()) : name);
  return found == numberTypes.end() ? std::string() : found->second;
}

}  // namespace zipper
