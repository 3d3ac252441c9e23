// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/models/shaped_order.h"

#include <algorithm>
#include <iterator>
#include <map>
#include <set>

#include "core/support/error.h"
#include "core/support/printable.h"

namespace zipper {

namespace {

/// A name without what tells a convolution from its batch normalization: "dw2.conv_sep" and "dw2.bn_sep" are the same.
std::string stripped(std::string name) {
  for (const char* word : {"batch_normalization", "batchnorm2d", "batch_norm", "batchnorm", "BatchNorm", "convolution",
                           "normalization", "conv2d", "Conv2d", "conv", "Conv", "norm", "Norm", "bn", "BN"}) {
    const std::string text = word;
    for (auto at = name.find(text); at != std::string::npos; at = name.find(text)) name.erase(at, text.size());
  }
  return name;
}

/// What a unit looks like: the two of squeeze-and-excite are pointwise convolutions.
ModuleKind kindOf(const UnitPlan& unit) {
  return unit.kind == UnitKind::Stem        ? ModuleKind::Stem
         : unit.kind == UnitKind::Depthwise ? ModuleKind::Depthwise
                                            : ModuleKind::Pointwise;
}

std::size_t countOf(const std::vector<UnitPlan>& units, ModuleKind kind) {
  return std::size_t(
      std::count_if(units.begin(), units.end(), [&](const UnitPlan& unit) { return kindOf(unit) == kind; }));
}

/// "13 depthwise 3x3 and 12 pointwise convolutions were found, 13 of each were expected"
std::string wrongCounts(std::size_t depthwise, std::size_t pointwise, const std::vector<UnitPlan>& units) {
  const std::size_t ofDepthwise = countOf(units, ModuleKind::Depthwise),
                    ofPointwise = countOf(units, ModuleKind::Pointwise);
  const bool hasLarger = std::any_of(units.begin(), units.end(), [](const UnitPlan& unit) { return unit.kernel == 5; });
  const std::string found = concat(depthwise, " depthwise ", hasLarger ? "3x3 or 5x5" : "3x3", " and ", pointwise,
                                   " pointwise convolutions were found, ");
  return ofDepthwise == ofPointwise ? concat(found, ofDepthwise, " of each were expected")
                                    : concat(found, ofDepthwise, " and ", ofPointwise, " were expected");
}

/// Why the module of a unit can't be it: `channels` come in. Of a layer whose convolutions read as many channels all
/// are named, since either may be the wrong one.
std::string problemAt(const std::vector<UnitPlan>& units, const ShapedModules& modules, std::size_t wrong,
                      std::int64_t channels) {
  std::string names, found;
  bool isOne = true;
  for (std::size_t i = 0; i < units.size(); ++i) {
    if (units[i].layer != units[wrong].layer) continue;
    isOne = isOne && units[i].inputChannels == units[wrong].inputChannels;
    names += concat(names.empty() ? "" : " and ", inQuotes(modules[i]->name));
    found += concat(found.empty() ? "" : " and ", modules[i]->inputs);
  }
  if (isOne)
    return concat(names, " would be layer ", units[wrong].layer, ", but have ", found, " channels where ", channels,
                  " come in");
  return concat(inQuotes(modules[wrong]->name), " would be the ", units[wrong].role(), " convolution of layer ",
                units[wrong].layer, ", but reads ", modules[wrong]->inputs, " channels where ", channels, " come in");
}

/// The modules in the order of the units, each kind one after another. `stem`: the first; the kinds have enough
/// modules.
ShapedOrder ordered(const ShapedModule* stem, const ShapedModules& depthwise, const ShapedModules& pointwise,
                    const std::vector<UnitPlan>& units) {
  ShapedOrder order;
  auto nextDepthwise = depthwise.begin(), nextPointwise = pointwise.begin();
  for (const UnitPlan& unit : units)
    order.units.push_back(kindOf(unit) == ModuleKind::Stem        ? stem
                          : kindOf(unit) == ModuleKind::Depthwise ? *nextDepthwise++
                                                                  : *nextPointwise++);
  order.left.assign(nextPointwise, pointwise.end());
  std::int64_t channels = stem->inputs;
  for (std::size_t i = 0; i < units.size(); channels = order.units[i++]->outputs)
    if (order.units[i]->inputs != channels && i > 0) {
      order.problem = problemAt(units, order.units, i, channels);
      break;
    }
  for (std::size_t i = 0; i < units.size() && order.problem.empty(); ++i)
    if (order.units[i]->kernel != units[i].kernel)
      order.problem = concat(inQuotes(order.units[i]->name), " would be the ", units[i].role(),
                             " convolution of layer ", units[i].layer, ", but has a kernel of ", order.units[i]->kernel,
                             "x", order.units[i]->kernel, ", ", units[i].kernel, "x", units[i].kernel, " was expected");
  return order;
}

}  // namespace

ShapedModules ofKind(const ShapedModules& modules, ModuleKind kind) {
  ShapedModules found;
  std::copy_if(modules.begin(), modules.end(), std::back_inserter(found),
               [&](const ShapedModule* module) { return module->kind == kind; });
  return found;
}

ShapedOrder orderOf(const ShapedModules& modules, const std::vector<UnitPlan>& units) {
  ShapedModules stems = ofKind(modules, ModuleKind::Stem), depthwise = ofKind(modules, ModuleKind::Depthwise);
  const ShapedModules pointwise = ofKind(modules, ModuleKind::Pointwise);
  const std::size_t wanted = countOf(units, ModuleKind::Depthwise);
  if (stems.empty() && depthwise.size() == wanted + 1) {  // a grey image has one channel, like a depthwise kernel
    stems.push_back(depthwise.front());
    depthwise.erase(depthwise.begin());
  }
  if (stems.size() != 1)
    return {{}, {}, concat(stems.size(), " first convolutions (3x3, of 1 or 3 channels) were found, one was expected")};
  if (depthwise.size() != wanted || pointwise.size() < countOf(units, ModuleKind::Pointwise))
    return {{}, {}, wrongCounts(depthwise.size(), pointwise.size(), units)};
  return ordered(stems.front(), depthwise, pointwise, units);
}

ShapedModules normsByName(const ShapedModules& convolutions, const ShapedModules& norms) {
  std::multimap<std::string, const ShapedModule*> byName;
  for (const ShapedModule* norm : norms) byName.emplace(stripped(norm->name), norm);
  ShapedModules found;
  std::set<const ShapedModule*> used;
  for (const ShapedModule* convolution : convolutions) {
    const auto [first, last] = byName.equal_range(stripped(convolution->name));
    if (first == last || std::next(first) != last || first->second->outputs != convolution->outputs) return {};
    if (!used.insert(first->second).second) return {};
    found.push_back(first->second);
  }
  return found;
}

ShapedModules normsByPlace(const ShapedModules& convolutions, const ShapedModules& modules) {
  ShapedModules found;
  for (const ShapedModule* convolution : convolutions) {
    auto next = std::find(modules.begin(), modules.end(), convolution);
    if (next == modules.end() || ++next == modules.end()) return {};
    if ((*next)->kind != ModuleKind::Norm || (*next)->outputs != convolution->outputs) return {};
    found.push_back(*next);
  }
  return found;
}

}  // namespace zipper
