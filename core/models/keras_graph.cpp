// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/models/keras_graph.h"

#include <algorithm>

#include "core/support/error.h"
#include "core/support/printable.h"

namespace zipper {

namespace {

constexpr const char* constantValue = "_CONSTANT_VALUE";  ///< in place of a layer, in files of Keras 2

bool isPlace(const Json& json) {
  return json.is_array() && json.size() >= 3 && json[0].is_string() && json[1].is_number_integer() &&
         json[2].is_number_integer();
}

template <typename Key>
void addPlace(std::map<Key, int>& places, const Key& key, int index) {
  const auto [found, isNew] = places.emplace(key, index);
  if (!isNew) found->second = -1;
}

/// Puts the uses of layers into an order in which they can be computed.
class UseOrder {
 public:
  explicit UseOrder(const std::vector<std::vector<KerasGraph::Node>>& nodes) : nodes_(nodes) {
    for (const auto& uses : nodes) {
      begins_.push_back(total_);
      total_ += uses.size();
    }
    waits_.assign(total_, 0);
    readers_.resize(total_);
    forEachInput([&](std::size_t use, std::size_t input) {
      readers_[input].push_back(use);
      ++waits_[use];
    });
  }

  /// A layer and one that it reads, though that is computed from it; -1 if there is none.
  std::pair<int, int> circle() {
    removeComputable();
    std::vector<std::size_t> from(total_, total_);  // of those that are left, one that it waits for
    forEachInput([&](std::size_t use, std::size_t input) {
      if (waits_[use] > 0 && waits_[input] > 0) from[use] = input;
    });
    std::size_t use = 0;
    while (use < total_ && waits_[use] == 0) ++use;
    if (use == total_) return {-1, -1};
    for (std::size_t step = 0; step < total_; ++step) use = from[use];  // now it is part of a circle
    while (from[use] < use) use = from[use];                            // the reader that stands before what it reads
    return {layerOf(use), layerOf(from[use])};
  }

 private:
  template <typename Apply>
  void forEachInput(Apply&& apply) const {
    for (std::size_t layer = 0; layer < nodes_.size(); ++layer)
      for (std::size_t node = 0; node < nodes_[layer].size(); ++node)
        for (const KerasGraph::Output& input : nodes_[layer][node].inputs)
          apply(begins_[layer] + node, begins_[std::size_t(input.layer)] + std::size_t(input.node));
  }

  void removeComputable() {
    std::vector<std::size_t> ready;
    for (std::size_t use = 0; use < total_; ++use)
      if (waits_[use] == 0) ready.push_back(use);
    while (!ready.empty()) {
      const std::size_t use = ready.back();
      ready.pop_back();
      for (const std::size_t reader : readers_[use])
        if (--waits_[reader] == 0) ready.push_back(reader);
    }
  }

  int layerOf(std::size_t use) const {
    return int(std::upper_bound(begins_.begin(), begins_.end(), use) - begins_.begin()) - 1;
  }

  const std::vector<std::vector<KerasGraph::Node>>& nodes_;
  std::vector<std::size_t> begins_;  ///< by layer: its first use
  std::size_t total_ = 0;
  std::vector<std::size_t> waits_;  ///< by use: how many of its inputs aren't computed
  std::vector<std::vector<std::size_t>> readers_;
};

}  // namespace

KerasGraph::KerasGraph(const KerasLayerList& list) {
  const std::vector<KerasLayerConfig>& layers = list.layers();
  for (std::size_t i = 0; i < layers.size(); ++i) {
    addPlace(places_, {layers[i].models, layers[i].name}, int(i));
    if (!layers[i].isModel) addPlace(names_, layers[i].name, int(i));
  }
  for (std::size_t i = 0; i < layers.size(); ++i) addLayer(int(i), layers[i]);
  keepNodesInRange();
  checkOrder(list);
}

int KerasGraph::layerAt(const std::string& path) const {
  for (std::size_t begin = 0; begin < path.size();) {
    const auto found = names_.find(path.substr(begin));
    if (found != names_.end()) return found->second;
    const auto slash = path.find('/', begin);
    if (slash == std::string::npos) return -1;
    begin = slash + 1;
  }
  return -1;
}

void KerasGraph::addLayer(int index, const KerasLayerConfig& layer) {
  std::vector<Node> nodes;
  if (layer.isChained) {
    nodes.emplace_back();
    if (layer.before >= 0) nodes.back().inputs.push_back({layer.before, 0});
  } else if (layer.nodes != nullptr && layer.nodes->is_array()) {
    for (const Json& node : *layer.nodes) {
      nodes.emplace_back();
      addInputs(node, layer, nodes.back());
    }
  } else {
    nodes.emplace_back().isOpen = true;
  }
  if (nodes.empty()) nodes.emplace_back();
  nodes_.resize(std::size_t(index) + 1);
  nodes_.back() = std::move(nodes);
}

/// Lists of [layer, node, output], perhaps with arguments behind them, which may hold more of them (Keras 2); objects
/// with the same in "keras_history" (Keras 3). Recursion is as deep as the JSON, which is bounded.
void KerasGraph::addInputs(const Json& json, const KerasLayerConfig& layer, Node& node) const {
  const bool isReference = isPlace(json);
  if (isReference) addInput(json[0].get_ref<const std::string&>(), json[1], layer, node);
  if (!json.is_structured()) return;
  for (const Json& inner : json) addInputs(inner, layer, node);
}

void KerasGraph::addInput(const std::string& name, const Json& node, const KerasLayerConfig& layer, Node& to) const {
  if (name == constantValue) return;
  const auto found = places_.find({layer.models, name});
  if (found == places_.end())
    fail("layer ", inQuotes(layer.name), " of its configuration reads ", inQuotes(name), ", which is no layer of it");
  if (found->second < 0) {
    to.isOpen = true;
    return;
  }
  const Json use{{"node", node}};
  int number = 0;
  JsonReader(use, concat("layer ", inQuotes(layer.name), " of its configuration")).require("node", number);
  to.inputs.push_back({found->second, std::max(number, 0)});
}

/// Older versions count uses of a layer that they don't write.
void KerasGraph::keepNodesInRange() {
  for (auto& uses : nodes_)
    for (Node& use : uses)
      for (Output& input : use.inputs)
        input.node = std::min(input.node, int(nodes_[std::size_t(input.layer)].size()) - 1);
}

void KerasGraph::checkOrder(const KerasLayerList& list) const {
  const auto [layer, input] = UseOrder(nodes_).circle();
  if (layer < 0) return;
  const auto nameOf = [&](int index) { return inQuotes(list.layers()[std::size_t(index)].name); };
  fail("layer ", nameOf(layer), " of its configuration reads ", nameOf(input), ", which is computed from it");
}

}  // namespace zipper
