// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/models/scheme_by_shapes.h"

#include <algorithm>
#include <optional>
#include <set>

#include "core/containers/listed_parts.h"
#include "core/models/shaped_modules.h"
#include "core/network/plan.h"
#include "core/support/error.h"
#include "core/support/printable.h"

namespace zipper {

namespace {

using Modules = std::vector<const ShapedModule*>;
/// The batch normalization of each convolution, or null.
using Norms = std::vector<const ShapedModule*>;

/// The convolutions of the network, and how many layers they make.
std::vector<UnitPlan> convolutions() {
  std::vector<UnitPlan> units = unitsOf(MobileNetSpec());
  units.pop_back();  // the head
  return units;
}

std::size_t layersWanted() { return std::size_t(layersOf(MobileNetSpec())); }

std::string listedNames(std::vector<std::string> names) {
  std::transform(names.begin(), names.end(), names.begin(), inQuotes);
  return listedParts(names);
}

Modules ofKind(const Modules& modules, ModuleKind kind) {
  Modules found;
  std::copy_if(modules.begin(), modules.end(), std::back_inserter(found),
               [&](const ShapedModule* module) { return module->kind == kind; });
  return found;
}

std::size_t depthwiseCount(const std::vector<NamedShape>& tensors, bool tensorFlow) {
  std::vector<std::size_t> others;
  std::size_t count = 0;
  for (const ShapedModule& module : shapedModules(tensors, tensorFlow, others))
    if (module.kind == ModuleKind::Depthwise) ++count;
  return count;
}

bool isTensorFlow(const std::vector<NamedShape>& tensors) {
  return depthwiseCount(tensors, true) > depthwiseCount(tensors, false);
}

std::string firstPart(const std::string& name) {
  const auto at = name.find_first_of("./");
  return at == std::string::npos ? "" : name.substr(0, at + 1);
}

/// The convolutions of a network in their order: stem, depthwise, pointwise, depthwise, ...; and those that are left
/// over. Or why they can't be that.
struct Order {
  Modules units, left;
  std::string problem;
};

Order orderOf(const Modules& modules) {
  Order order;
  Modules stems = ofKind(modules, ModuleKind::Stem), depthwise = ofKind(modules, ModuleKind::Depthwise);
  Modules pointwise = ofKind(modules, ModuleKind::Pointwise);
  const std::size_t layers = layersWanted();
  if (stems.empty() && depthwise.size() == layers + 1) {  // a grey image has one channel, like a depthwise kernel
    stems.push_back(depthwise.front());
    depthwise.erase(depthwise.begin());
  }
  const auto refuse = [&](const std::string& why) { return Order{{}, {}, why}; };
  if (stems.size() != 1)
    return refuse(concat(stems.size(), " first convolutions (3x3, of 1 or 3 channels) were found, one was expected"));
  if (depthwise.size() != layers || pointwise.size() < layers)
    return refuse(concat(depthwise.size(), " depthwise 3x3 and ", pointwise.size(),
                         " pointwise convolutions were found, ", layers, " of each were expected"));
  order.units.push_back(stems.front());
  std::int64_t channels = stems.front()->outputs;
  for (std::size_t i = 0; i < layers; ++i) {
    if (depthwise[i]->outputs != channels || pointwise[i]->inputs != channels)
      return refuse(concat(inQuotes(depthwise[i]->name), " and ", inQuotes(pointwise[i]->name), " would be layer ",
                           i + 1, ", but have ", depthwise[i]->outputs, " and ", pointwise[i]->inputs,
                           " channels where ", channels, " come in"));
    order.units.push_back(depthwise[i]);
    order.units.push_back(pointwise[i]);
    channels = pointwise[i]->outputs;
  }
  order.left.assign(pointwise.begin() + std::ptrdiff_t(layers), pointwise.end());
  return order;
}

/// A name without what tells a convolution from its batch normalization: "dw2.conv_sep" and "dw2.bn_sep" are the same.
std::string stripped(std::string name) {
  for (const char* word : {"batch_normalization", "batchnorm2d", "batch_norm", "batchnorm", "BatchNorm", "convolution",
                           "normalization", "conv2d", "Conv2d", "conv", "Conv", "norm", "Norm", "bn", "BN"}) {
    const std::string text = word;
    for (auto at = name.find(text); at != std::string::npos; at = name.find(text)) name.erase(at, text.size());
  }
  return name;
}

/// Batch normalization by names that go together; empty if not every convolution has exactly one.
Norms normsByName(const Modules& convolutions, const Modules& norms) {
  std::multimap<std::string, const ShapedModule*> byName;
  for (const ShapedModule* norm : norms) byName.emplace(stripped(norm->name), norm);
  Norms found;
  std::set<const ShapedModule*> used;
  for (const ShapedModule* convolution : convolutions) {
    const auto [first, last] = byName.equal_range(stripped(convolution->name));
    if (first == last || std::next(first) != last || first->second->outputs != convolution->outputs) return {};
    if (!used.insert(first->second).second) return {};
    found.push_back(first->second);
  }
  return found;
}

/// Batch normalization by what stands behind each convolution; empty if something else does.
Norms normsByPlace(const Modules& convolutions, const Modules& modules) {
  Norms found;
  for (const ShapedModule* convolution : convolutions) {
    auto next = std::find(modules.begin(), modules.end(), convolution);
    if (next == modules.end() || ++next == modules.end()) return {};
    if ((*next)->kind != ModuleKind::Norm || (*next)->outputs != convolution->outputs) return {};
    found.push_back(*next);
  }
  return found;
}

class ShapeMatcher {
 public:
  ShapeMatcher(const std::vector<NamedShape>& tensors, const MatchOptions& options)
      : tensors_(tensors), options_(options), tensorFlow_(isTensorFlow(tensors)) {}

  SchemeMatch match() {
    modules_ = shapedModules(tensors_, tensorFlow_, others_);
    chooseNetwork();
    chooseOrder();
    match_.scheme = &schemeOfShapes(tensorFlow_);
    addNotes();
    addUnits();
    addHead();
    checkRest();
    return std::move(match_);
  }

 private:
  bool isChosen(const std::string& name) const { return name.rfind(prefix_, 0) == 0; }

  /// Of several networks the one that is asked for, or the only one whose names don't speak of moving averages.
  void chooseNetwork() {
    if (options_.useEma) fail("moving averages (EMA) can only be told by names that are known; choose them by --part");
    if (!options_.part.empty()) {
      prefix_ = options_.part;
      if (prefix_.back() != '.' && prefix_.back() != '/') prefix_ += tensorFlow_ ? '/' : '.';
    } else {
      std::map<std::string, std::size_t> counts;
      std::size_t all = 0;
      for (const ShapedModule& module : modules_)
        if (module.kind == ModuleKind::Depthwise) {
          ++counts[firstPart(module.name)];
          ++all;
        }
      std::vector<std::string> whole, weights;
      const std::size_t layers = layersWanted();
      for (const auto& [part, count] : counts)
        if (count == layers || count == layers + 1) {
          whole.push_back(part);
          if (part.find("ema") == std::string::npos) weights.push_back(part);
        }
      if (all > layers + 1 && weights.size() == 1) whole = weights;
      if (all > layers + 1 && whole.size() > 1)
        fail("holds several networks: ", listedNames(whole), "; choose one of them (--part)");
      if (all > layers + 1 && whole.size() == 1) prefix_ = whole.front();
    }
    for (const ShapedModule& module : modules_)
      if (isChosen(module.name)) chosen_.push_back(&module);
  }

  void chooseOrder() {
    order_ = orderOf(chosen_);
    if (order_.problem.empty() && findNorms()) return;
    const std::string problem = order_.problem, normProblem = normProblem_;
    std::stable_sort(chosen_.begin(), chosen_.end(), [](const ShapedModule* one, const ShapedModule* other) {
      return comesBefore(one->name, other->name);
    });
    order_ = orderOf(chosen_);
    sorted_ = true;
    if (order_.problem.empty() && findNorms()) return;
    fail(!problem.empty() ? problem : !order_.problem.empty() ? normProblem : normProblem_);
  }

  /// False if the batch normalization of the convolutions can't be told.
  bool findNorms() {
    const Modules norms = ofKind(chosen_, ModuleKind::Norm);
    normProblem_.clear();
    norms_.clear();
    if (norms.empty()) return findBiases();
    if (norms.size() != order_.units.size()) {
      normProblem_ = concat(norms.size(),
                            " batch normalizations (four vectors of one length, by the ends of their names "
                            "weight, bias, running_mean and running_var) were found, ",
                            order_.units.size(), " were expected");
      return false;
    }
    const Norms byName = normsByName(order_.units, norms), byPlace = normsByPlace(order_.units, chosen_);
    norms_ = byName.empty() ? byPlace : byName;
    if (norms_.empty())
      normProblem_ = "which batch normalization belongs to which convolution can be told neither by names nor by order";
    // Both are whole readings of the file; another order of the same modules wouldn't make one of them wrong.
    if (!byName.empty() && !byPlace.empty() && byName != byPlace)
      fail("by names, other batch normalizations belong to the convolutions than those that follow them");
    return !norms_.empty();
  }

  bool findBiases() {
    for (const ShapedModule* unit : order_.units)
      if (!unit->has("bias")) {
        normProblem_ = concat("there is no batch normalization, and ", inQuotes(unit->name), " has no bias");
        return false;
      }
    return true;
  }

  void add(const std::string& canonical, const ShapedModule& module, const char* role) {
    match_.tensors.emplace_back(canonical, module.tensors.at(role));
    used_.insert(module.tensors.at(role));
  }

  void addUnits() {
    const std::vector<UnitPlan> units = convolutions();
    for (std::size_t i = 0; i < units.size(); ++i) {
      const ShapedModule& convolution = *order_.units[i];
      const std::string& key = units[i].name;
      add(key + ".conv.weight", convolution, "weight");
      if (convolution.has("bias")) add(key + ".conv.bias", convolution, "bias");
      if (norms_.empty()) continue;
      for (const char* role : {"weight", "bias", "running_mean", "running_var"})
        add(key + ".bn." + role, *norms_[i], role);
    }
  }

  void addHead() {
    const std::int64_t channels = order_.units.back()->outputs;
    Modules heads = order_.left;
    for (const ShapedModule* linear : ofKind(chosen_, ModuleKind::Linear)) heads.push_back(linear);
    std::vector<std::string> names;
    for (const ShapedModule* head : heads) names.push_back(head->name);
    if (heads.size() > 1) fail("several layers can be the head: ", listedNames(names), "; MobileNet V1 has one");
    if (heads.empty()) {
      match_.notes.push_back("no head: a backbone, whose classes come with a data set");
      return;
    }
    const ShapedModule& head = *heads.front();
    if (head.inputs != channels)
      fail(inQuotes(head.name), " reads ", head.inputs, " channels, but the last layer has ", channels);
    add("head.weight", head, "weight");
    if (head.has("bias")) add("head.bias", head, "bias");
    match_.notes.push_back("taken for the head: " + inQuotes(head.name));
  }

  /// Nothing of the network may be left that would change what it does.
  void checkRest() {
    std::vector<std::string> unknown;
    std::size_t outside = 0;
    for (std::size_t i = 0; i < tensors_.size(); ++i) {
      if (used_.count(i) > 0) continue;
      std::int64_t count = 1;
      for (const std::int64_t size : tensors_[i].shape) count = size == 0 ? 0 : std::min<std::int64_t>(count * size, 2);
      if (!isChosen(tensors_[i].name) || tensors_[i].name.rfind("optimizer", 0) == 0)
        ++outside;
      else if (count > 1)
        unknown.push_back(tensors_[i].name);
    }
    if (!unknown.empty())
      fail(unknown.size(), unknown.size() == 1 ? " tensor has" : " tensors have",
           " no place in a MobileNet V1: ", listedNames(unknown));
    if (outside > 0) match_.notes.push_back(concat("left out: ", outside, " tensors outside of the network"));
  }

  void addNotes() {
    match_.prefix = prefix_;
    match_.notes.push_back(concat(
        "layers guessed: by the shapes of their weights and by ",
        sorted_ ? "the order of their names" : "their order in the file", ", from ",
        inQuotes(order_.units.front()->name), " to ", inQuotes(order_.units.back()->name),
        " (the names are those of no known publisher; what weights don't tell is a guess too: compare it with the "
        "source of the network, and override what is different)"));
  }

  const std::vector<NamedShape>& tensors_;
  const MatchOptions& options_;
  bool tensorFlow_;
  std::vector<ShapedModule> modules_;
  std::vector<std::size_t> others_;
  std::string prefix_;
  Modules chosen_;
  Order order_;
  bool sorted_ = false;
  Norms norms_;
  std::string normProblem_;
  std::set<std::size_t> used_;
  SchemeMatch match_;
};

}  // namespace

bool mayBeMobileNet(const std::vector<NamedShape>& tensors) {
  return std::max(depthwiseCount(tensors, false), depthwiseCount(tensors, true)) >= layersWanted();
}

SchemeMatch matchByShapes(const std::vector<NamedShape>& tensors, const MatchOptions& options) {
  return ShapeMatcher(tensors, options).match();
}

}  // namespace zipper
