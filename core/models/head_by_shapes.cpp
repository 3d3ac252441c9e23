// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/models/head_by_shapes.h"

#include <algorithm>

#include "core/models/shaped_modules.h"
#include "core/support/error.h"
#include "core/support/printable.h"

namespace zipper {

namespace {

/// Of a head; there are files with very many tensors.
constexpr std::size_t mostTensors = 64;

bool isLinear(const ShapedModule& module) {
  return module.kind == ModuleKind::Linear || module.kind == ModuleKind::Pointwise;
}

/// Whether each module reads what the one before it puts out.
bool isChain(const std::vector<ShapedModule>& modules, std::int64_t features) {
  std::int64_t channels = features > 0 ? features : modules.front().inputs;
  for (const ShapedModule& module : modules) {
    if (!isLinear(module) && module.kind != ModuleKind::Norm) return false;
    if (module.inputs != channels) return false;
    channels = module.outputs;
  }
  return isLinear(modules.back());
}

std::size_t indexOf(const ShapedModule& module, const char* role, const std::vector<std::size_t>& indices) {
  return module.has(role) ? indices[module.tensors.at(role)] : HeadBuilder::none;
}

std::string listedHead(const std::vector<ShapedModule>& modules) {
  std::string text;
  for (std::size_t i = 0; i < modules.size(); ++i)
    text += concat(i == 0 ? "" : i + 1 == modules.size() ? " and " : ", ", inQuotes(modules[i].name));
  return text;
}

}  // namespace

std::optional<MatchedHead> headByShapes(const std::vector<NamedShape>& tensors, const std::vector<std::size_t>& indices,
                                        std::int64_t features, bool transposed) {
  if (indices.empty() || indices.size() > mostTensors) return std::nullopt;
  std::vector<NamedShape> own;
  for (const std::size_t index : indices) own.push_back(tensors[index]);
  std::vector<std::size_t> others;
  std::vector<ShapedModule> modules = shapedModules(own, transposed, others);
  if (!others.empty() || modules.empty()) return std::nullopt;
  if (!isChain(modules, features)) {
    std::stable_sort(modules.begin(), modules.end(), [](const ShapedModule& one, const ShapedModule& other) {
      return comesBefore(one.name, other.name);
    });
    if (!isChain(modules, features)) return std::nullopt;
  }
  HeadBuilder builder;
  for (const ShapedModule& module : modules) {
    const auto index = [&](const char* role) { return indexOf(module, role, indices); };
    if (isLinear(module)) {
      builder.linear(module.name, index("weight"), index("bias"));
      continue;
    }
    if (!builder.isEmpty())
      fail("whether an activation lies before or behind batch normalization ", inQuotes(module.name),
           " of its head is not in the file; save the whole network (in Keras: model.save), or one without it");
    builder.norm({module.name, index("weight"), index("bias"), index("running_mean"), index("running_var"), {}});
  }
  MatchedHead head = builder.finish(false);
  head.notes.push_back(concat("head guessed: ", listedHead(modules), ", the only tensors left"));
  return head;
}

}  // namespace zipper
