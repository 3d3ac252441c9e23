// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/models/shaped_modules.h"

#include <algorithm>
#include <array>
#include <cctype>
#include <optional>
#include <utility>

namespace zipper {

namespace {

using Shape = std::vector<std::int64_t>;

/// The last parts of names, by what they stand for. What else ends a name is an optimizer's, say.
constexpr std::array<std::pair<const char*, const char*>, 20> leaves{{{"weight", "weight"},
                                                                      {"weights", "weight"},
                                                                      {"kernel", "weight"},
                                                                      {"depthwise_kernel", "weight"},
                                                                      {"depthwise_weights", "weight"},
                                                                      {"gamma", "weight"},
                                                                      {"scale", "weight"},
                                                                      {"w", "weight"},
                                                                      {"bias", "bias"},
                                                                      {"biases", "bias"},
                                                                      {"beta", "bias"},
                                                                      {"offset", "bias"},
                                                                      {"shift", "bias"},
                                                                      {"b", "bias"},
                                                                      {"running_mean", "running_mean"},
                                                                      {"moving_mean", "running_mean"},
                                                                      {"mean", "running_mean"},
                                                                      {"running_var", "running_var"},
                                                                      {"moving_variance", "running_var"},
                                                                      {"variance", "running_var"}}};

/// How TensorFlow 2 ends the names of all its variables.
const std::string variableEnd = "/.ATTRIBUTES/VARIABLE_VALUE";

std::pair<std::string, std::string> parted(std::string name) {
  if (name.size() > variableEnd.size() &&
      name.compare(name.size() - variableEnd.size(), variableEnd.size(), variableEnd) == 0)
    name.resize(name.size() - variableEnd.size());
  const auto at = name.find_last_of("./");
  return at == std::string::npos ? std::pair{std::string(), name} : std::pair{name.substr(0, at), name.substr(at + 1)};
}

const char* roleOf(const std::string& leaf) {
  for (const auto& [text, role] : leaves)
    if (leaf == text) return role;
  return nullptr;
}

bool is(const Shape& shape, std::size_t axis, std::int64_t size) { return shape[axis] == size; }

/// Kind and channels by the weights; false if they are those of another layer.
bool settleKernel(ShapedModule& module, const Shape& shape, bool tensorFlow) {
  if (shape.size() == 2) {
    module.kind = ModuleKind::Linear;
    module.inputs = shape[tensorFlow ? 0 : 1];
    module.outputs = shape[tensorFlow ? 1 : 0];
    return true;
  }
  if (shape.size() != 4) return false;
  const std::size_t height = tensorFlow ? 0 : 2, width = height + 1, input = tensorFlow ? 2 : 1,
                    output = tensorFlow ? 3 : 0;
  module.inputs = shape[input];
  module.outputs = shape[output];
  if (is(shape, height, 1) && is(shape, width, 1)) {
    module.kind = ModuleKind::Pointwise;
    return true;
  }
  module.kernel = shape[height];
  if ((module.kernel != 3 && module.kernel != 5) || !is(shape, width, module.kernel)) return false;
  const bool depthwise = tensorFlow ? is(shape, output, 1) : is(shape, input, 1);
  module.kind = depthwise ? ModuleKind::Depthwise : ModuleKind::Stem;
  if (depthwise) module.inputs = module.outputs = shape[tensorFlow ? input : output];
  return depthwise || (module.kernel == 3 && (module.inputs == 3 || module.inputs == 1));
}

/// False if the tensors don't make a module.
bool settle(ShapedModule& module, const std::vector<NamedShape>& tensors, bool tensorFlow) {
  const auto shapeOf = [&](const char* role) -> const Shape& { return tensors[module.tensors.at(role)].shape; };
  const auto isVector = [&](const char* role) {
    return !module.has(role) || (shapeOf(role).size() == 1 && shapeOf(role)[0] == module.outputs);
  };
  if (module.has("running_var") && module.has("running_mean")) {
    module.kind = ModuleKind::Norm;
    if (shapeOf("running_var").size() != 1) return false;
    module.inputs = module.outputs = shapeOf("running_var")[0];
    return module.has("weight") && module.has("bias") && isVector("weight") && isVector("bias") &&
           isVector("running_mean");
  }
  if (!module.has("weight") || module.has("running_var") || module.has("running_mean")) return false;
  return settleKernel(module, shapeOf("weight"), tensorFlow) && isVector("bias");
}

}  // namespace

std::vector<ShapedModule> shapedModules(const std::vector<NamedShape>& tensors, bool tensorFlow,
                                        std::vector<std::size_t>& others) {
  std::vector<ShapedModule> all;
  std::map<std::string, std::size_t> places;
  others.clear();
  for (std::size_t i = 0; i < tensors.size(); ++i) {
    const auto [name, leaf] = parted(tensors[i].name);
    const char* const role = roleOf(leaf);
    if (role == nullptr) {
      others.push_back(i);
      continue;
    }
    const auto [place, added] = places.emplace(name, all.size());
    if (added) {
      all.emplace_back();
      all.back().name = name;
    }
    if (!all[place->second].tensors.emplace(role, i).second) others.push_back(i);
  }
  std::vector<ShapedModule> modules;
  for (ShapedModule& module : all)
    if (settle(module, tensors, tensorFlow))
      modules.push_back(std::move(module));
    else
      for (const auto& [role, index] : module.tensors) others.push_back(index);
  std::sort(others.begin(), others.end());
  return modules;
}

std::size_t depthwiseCount(const std::vector<NamedShape>& tensors, bool tensorFlow) {
  std::vector<std::size_t> others;
  const std::vector<ShapedModule> modules = shapedModules(tensors, tensorFlow, others);
  return std::size_t(std::count_if(modules.begin(), modules.end(),
                                   [](const ShapedModule& module) { return module.kind == ModuleKind::Depthwise; }));
}

bool comesBefore(const std::string& one, const std::string& other) {
  const auto isDigit = [](char c) { return std::isdigit(static_cast<unsigned char>(c)) != 0; };
  std::size_t i = 0, j = 0;
  while (i < one.size() && j < other.size()) {
    if (!isDigit(one[i]) || !isDigit(other[j])) {
      if (one[i] != other[j]) return one[i] < other[j];
      ++i;
      ++j;
      continue;
    }
    const auto numberAt = [&](const std::string& text, std::size_t& at) {
      while (at < text.size() && text[at] == '0') ++at;
      const std::size_t start = at;
      while (at < text.size() && isDigit(text[at])) ++at;
      return text.substr(start, at - start);
    };
    const std::string a = numberAt(one, i), b = numberAt(other, j);
    if (a.size() != b.size()) return a.size() < b.size();
    if (a != b) return a < b;
  }
  return one.size() - i < other.size() - j;
}

}  // namespace zipper
