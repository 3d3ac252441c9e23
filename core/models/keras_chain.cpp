// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/models/keras_chain.h"

#include <algorithm>
#include <set>
#include <vector>

#include "core/models/keras_graph.h"
#include "core/network/plan.h"
#include "core/support/error.h"
#include "core/support/printable.h"

namespace zipper {

namespace {

/// Whether a layer has weights that a network would not work without.
bool computesMuch(const std::string& kind) {
  return kind.find("Conv") != std::string::npos || kind.find("Dense") != std::string::npos;
}

class ChainCheck {
 public:
  ChainCheck(const KerasLayerList& list, const MobileNetSpec& spec, const std::map<std::string, std::string>& fileNames)
      : layers_(list.layers()), graph_(list), title_(titleOf(spec.architecture)), units_(unitsOf(spec)) {
    for (const UnitPlan& unit : units_) {
      const std::string own = unit.kind == UnitKind::Head ? ".weight" : ".conv.weight";
      first_.push_back(layerOf(unit.name + own, fileNames));
      const int norm = unit.normalizes() ? layerOf(unit.name + ".bn.weight", fileNames) : -1;
      last_.push_back(norm < 0 ? first_.back() : norm);
    }
    stops_.insert(first_.begin(), first_.end());
    stops_.insert(last_.begin(), last_.end());
  }

  void run() const {
    for (std::size_t i = 0; i < units_.size(); ++i) {
      if (last_[i] != first_[i]) check(last_[i], {first_[i]});
      if (units_[i].input >= 0) check(first_[i], outputsOf(units_[i].input));
    }
  }

 private:
  /// What is found on the way from a layer back to others.
  struct Sources {
    std::set<int> layers;  ///< with weights of the network, or an input
    bool isOpen = false;
  };

  int layerOf(const std::string& key, const std::map<std::string, std::string>& fileNames) const {
    const auto name = fileNames.find(key);
    return name == fileNames.end() ? -1 : graph_.layerAt(name->second.substr(0, name->second.rfind('/')));
  }

  /// The layers whose outputs make up what a unit hands on.
  std::set<int> outputsOf(int unit) const {
    std::set<int> layers;
    std::vector<int> left{unit};
    while (!left.empty()) {
      const UnitPlan& one = units_[std::size_t(left.back())];
      layers.insert(last_[std::size_t(left.back())]);
      left.pop_back();
      for (const int other : {one.gated, one.addend})
        if (other >= 0) left.push_back(other);
    }
    return layers;
  }

  Sources sourcesOf(int layer) const {
    Sources sources;
    std::set<std::pair<int, int>> seen;
    std::vector<KerasGraph::Output> left{{layer, 0}};
    while (!left.empty()) {
      const KerasGraph::Output at = left.back();
      left.pop_back();
      const KerasGraph::Node& node = graph_.nodesOf(at.layer)[std::size_t(at.node)];
      if (node.isOpen) sources.isOpen = true;
      if (node.inputs.empty()) sources.layers.insert(at.layer);
      for (const KerasGraph::Output& input : node.inputs) {
        const KerasLayerConfig& read = layers_[std::size_t(input.layer)];
        if (stops_.count(input.layer) > 0)
          sources.layers.insert(input.layer);
        else if (read.isModel || computesMuch(read.kind))
          sources.isOpen = true;
        else if (seen.insert({input.layer, input.node}).second)
          left.push_back(input);
      }
    }
    return sources;
  }

  void check(int layer, const std::set<int>& expected) const {
    const auto isElsewhere = [&](int other) {
      return other < 0 || layers_[std::size_t(other)].models != layers_[std::size_t(layer)].models ||
             graph_.nodesOf(other).size() != 1;
    };
    if (layer < 0 || isElsewhere(layer) || std::any_of(expected.begin(), expected.end(), isElsewhere)) return;
    const Sources found = sourcesOf(layer);
    if (found.isOpen || found.layers == expected) return;
    fail("layer ", namesOf({layer}), " of its configuration is computed from ", namesOf(found.layers), "; in a ",
         title_, " it is computed from ", namesOf(expected));
  }

  std::string namesOf(const std::set<int>& layers) const {
    constexpr std::size_t most = 4;
    std::string names;
    std::size_t count = 0;
    for (const int layer : layers) {
      if (++count > most) return names + ", ...";
      names += (names.empty() ? "" : ", ") + inQuotes(layers_[std::size_t(layer)].name);
    }
    return names;
  }

  const std::vector<KerasLayerConfig>& layers_;
  const KerasGraph graph_;
  const std::string title_;
  const std::vector<UnitPlan> units_;
  std::vector<int> first_, last_;  ///< by unit: its convolution or linear layer, and the one whose output it hands on
  std::set<int> stops_;            ///< all of these
};

}  // namespace

void checkKerasChain(const KerasLayerList& list, const MobileNetSpec& spec,
                     const std::map<std::string, std::string>& fileNames) {
  if (!list.layers().empty()) ChainCheck(list, spec, fileNames).run();
}

}  // namespace zipper
