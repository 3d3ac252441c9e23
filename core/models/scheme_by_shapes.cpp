// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/models/scheme_by_shapes.h"

#include <algorithm>
#include <optional>
#include <set>

#include "core/containers/listed_parts.h"
#include "core/models/head_by_shapes.h"
#include "core/models/shaped_modules.h"
#include "core/models/shaped_order.h"
#include "core/network/plan.h"
#include "core/support/error.h"
#include "core/support/printable.h"
#include "core/support/text_format.h"

namespace zipper {

namespace {

/// How many depthwise convolutions networks have whose layers can be told. One with a grey image seems to have one
/// more, its first convolution.
constexpr std::size_t ofV3Small = 11, ofV1 = 13, ofV3Large = 15, ofV2 = 17;

std::string listedNames(std::vector<std::string> names) {
  std::transform(names.begin(), names.end(), names.begin(), inQuotes);
  return listedParts(names);
}

bool isTensorFlow(const std::vector<NamedShape>& tensors) {
  return depthwiseCount(tensors, true) > depthwiseCount(tensors, false);
}

std::string firstPart(const std::string& name) {
  const auto at = name.find_first_of("./");
  return at == std::string::npos ? "" : name.substr(0, at + 1);
}

/// The networks that may have so many depthwise convolutions; none if no network has.
std::vector<MobileNetSpec> networksOf(std::size_t depthwise) {
  const auto is = [&](std::size_t count) { return depthwise == count || depthwise == count + 1; };
  MobileNetSpec spec;
  if (is(ofV1)) return {spec};
  if (!is(ofV2) && !is(ofV3Large) && !is(ofV3Small)) return {};
  spec.architecture = is(ofV2)        ? Architecture::MobileNetV2
                      : is(ofV3Large) ? Architecture::MobileNetV3Large
                                      : Architecture::MobileNetV3Small;
  std::vector<MobileNetSpec> specs;
  for (const bool minimalistic : {false, true})
    for (const bool expandFirst : {false, true}) {
      spec.minimalistic = minimalistic;
      spec.expandFirst = expandFirst;
      if (!minimalistic || isV3(spec.architecture)) specs.push_back(spec);
    }
  return specs;
}

bool isWhole(std::size_t depthwise) { return !networksOf(depthwise).empty(); }

/// Of each of them the convolutions are tried; a V1 where no network has so many.
std::vector<MobileNetSpec> possibleSpecs(std::size_t depthwise) {
  const std::vector<MobileNetSpec> specs = networksOf(depthwise);
  return specs.empty() ? std::vector<MobileNetSpec>{MobileNetSpec()} : specs;
}

std::vector<UnitPlan> convolutionsOf(const MobileNetSpec& spec) {
  std::vector<UnitPlan> units = unitsOf(spec);
  units.pop_back();  // the head
  return units;
}

class ShapeMatcher {
 public:
  ShapeMatcher(const std::vector<NamedShape>& tensors, const MatchOptions& options)
      : tensors_(tensors), options_(options), tensorFlow_(isTensorFlow(tensors)) {}

  SchemeMatch match() {
    modules_ = shapedModules(tensors_, tensorFlow_, others_);
    chooseNetwork();
    chooseOrder();
    match_.scheme = &schemeOfShapes(spec_.architecture, tensorFlow_);
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
      for (const auto& [part, count] : counts)
        if (isWhole(count)) {
          whole.push_back(part);
          if (part.find("ema") == std::string::npos) weights.push_back(part);
        }
      const bool areSeveral = all > ofV3Small && !isWhole(all);
      if (areSeveral && weights.size() == 1) whole = weights;
      if (areSeveral && whole.size() > 1)
        fail("holds several networks: ", listedNames(whole), "; choose one of them (--part)");
      if (areSeveral && whole.size() == 1) prefix_ = whole.front();
    }
    for (const ShapedModule& module : modules_)
      if (isChosen(module.name)) chosen_.push_back(&module);
  }

  /// In the order of the file or else of the names, as a network of one kind or another: the first that fits.
  void chooseOrder() {
    const std::vector<MobileNetSpec> specs = possibleSpecs(ofKind(chosen_, ModuleKind::Depthwise).size());
    std::string orderProblem, normProblem, sortedNormProblem;
    for (const bool sorted : {false, true}) {
      if (sorted)
        std::stable_sort(chosen_.begin(), chosen_.end(), [](const ShapedModule* one, const ShapedModule* other) {
          return comesBefore(one->name, other->name);
        });
      for (const MobileNetSpec& spec : specs) {
        spec_ = spec;
        sorted_ = sorted;
        order_ = orderOf(chosen_, convolutionsOf(spec));
        if (order_.problem.empty() && findNorms()) return;
        if (order_.problem.empty())
          (sorted ? sortedNormProblem : normProblem) = normProblem_;
        else if (!sorted && orderProblem.empty())
          orderProblem = order_.problem;
      }
    }
    fail(normProblem.empty() ? orderProblem : sortedNormProblem.empty() ? normProblem : sortedNormProblem);
  }

  /// The convolutions that have batch normalization in a network of this kind, or those of squeeze-and-excite.
  ShapedModules unitsThat(bool normalize) const {
    const std::vector<UnitPlan> units = convolutionsOf(spec_);
    ShapedModules found;
    for (std::size_t i = 0; i < units.size(); ++i)
      if (units[i].normalizes() == normalize) found.push_back(order_.units[i]);
    return found;
  }

  /// False if the batch normalization of the convolutions can't be told.
  bool findNorms() {
    const ShapedModules norms = ofKind(chosen_, ModuleKind::Norm), units = unitsThat(true);
    normProblem_.clear();
    norms_.clear();
    if (norms.empty()) return haveBiases(order_.units, "there is no batch normalization");
    if (!haveBiases(unitsThat(false), "there is squeeze-and-excite")) return false;
    if (norms.size() != units.size()) {
      normProblem_ = concat(norms.size(),
                            " batch normalizations (four vectors of one length, by the ends of their names "
                            "weight, bias, running_mean and running_var) were found, ",
                            units.size(), " were expected");
      return false;
    }
    const ShapedModules byName = normsByName(units, norms), byPlace = normsByPlace(units, chosen_);
    norms_ = byName.empty() ? byPlace : byName;
    if (norms_.empty())
      normProblem_ = "which batch normalization belongs to which convolution can be told neither by names nor by order";
    // Both are whole readings of the file; another order of the same modules wouldn't make one of them wrong.
    if (!byName.empty() && !byPlace.empty() && byName != byPlace)
      fail("by names, other batch normalizations belong to the convolutions than those that follow them");
    return !norms_.empty();
  }

  bool haveBiases(const ShapedModules& units, const char* found) {
    for (const ShapedModule* unit : units)
      if (!unit->has("bias")) {
        normProblem_ = concat(found, ", and ", inQuotes(unit->name), " has no bias");
        return false;
      }
    return true;
  }

  void add(const std::string& canonical, const ShapedModule& module, const char* role) {
    match_.tensors.emplace_back(canonical, module.tensors.at(role));
    used_.insert(module.tensors.at(role));
  }

  void addUnits() {
    const std::vector<UnitPlan> units = convolutionsOf(spec_);
    auto norm = norms_.begin();
    for (std::size_t i = 0; i < units.size(); ++i) {
      const ShapedModule& convolution = *order_.units[i];
      const std::string& key = units[i].name;
      add(key + ".conv.weight", convolution, "weight");
      if (convolution.has("bias")) add(key + (units[i].normalizes() ? ".conv.bias" : ".bias"), convolution, "bias");
      if (norms_.empty() || !units[i].normalizes()) continue;
      for (const char* role : {"weight", "bias", "running_mean", "running_var"}) add(key + ".bn." + role, **norm, role);
      ++norm;
    }
  }

  void addHead() {
    const std::int64_t channels = order_.units.back()->outputs;
    ShapedModules heads = order_.left;
    for (const ShapedModule* linear : ofKind(chosen_, ModuleKind::Linear)) heads.push_back(linear);
    std::vector<std::string> names;
    for (const ShapedModule* head : heads) names.push_back(head->name);
    if (heads.size() > 1) return addHeadLayers(heads, names);
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

  /// Several linear layers, one behind the other.
  void addHeadLayers(const ShapedModules& heads, const std::vector<std::string>& names) {
    std::vector<std::size_t> indices;
    for (const ShapedModule* head : heads)
      for (const auto& entry : head->tensors) indices.push_back(entry.second);
    std::sort(indices.begin(), indices.end());
    const auto found = headByShapes(tensors_, indices, order_.units.back()->outputs, tensorFlow_);
    if (!found) fail("several layers can be the head: ", listedNames(names), "; they don't follow one another");
    match_.head = *found;
    match_.tensors.insert(match_.tensors.end(), found->tensors.begin(), found->tensors.end());
    match_.notes.insert(match_.notes.end(), found->notes.begin(), found->notes.end());
    used_.insert(indices.begin(), indices.end());
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
      fail(unknown.size(), unknown.size() == 1 ? " tensor has" : " tensors have", " no place in a ",
           titleOf(spec_.architecture), ": ", listedNames(unknown));
    if (outside > 0)
      match_.notes.push_back(concat("left out: ", counted(outside, "tensor", "tensors"), " outside of the network"));
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
  ShapedModules chosen_;
  MobileNetSpec spec_;
  ShapedOrder order_;
  bool sorted_ = false;
  ShapedModules norms_;  ///< of each convolution that has one; empty: folded
  std::string normProblem_;
  std::set<std::size_t> used_;
  SchemeMatch match_;
};

}  // namespace

bool mayBeMobileNet(const std::vector<NamedShape>& tensors) {
  return std::max(depthwiseCount(tensors, false), depthwiseCount(tensors, true)) >= ofV3Small;
}

SchemeMatch matchByShapes(const std::vector<NamedShape>& tensors, const MatchOptions& options) {
  return ShapeMatcher(tensors, options).match();
}

}  // namespace zipper
