// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <cstddef>
#include <map>
#include <string>
#include <utility>
#include <vector>

#include "core/models/keras_layer_list.h"

namespace zipper {

/// Which layer of a Keras model reads what other layers put out, by its configuration. Models within it are layers to
/// the model around them, and graphs of their own.
class KerasGraph {
 public:
  /// What a layer puts out where it is used for the node-th time.
  struct Output {
    int layer = 0;  ///< an index into the list
    int node = 0;
  };
  /// What a layer reads where it is used once.
  struct Node {
    std::vector<Output> inputs;
    bool isOpen = false;  ///< the configuration doesn't say it, or not clearly
  };

  /// Throws Error that names the layer: it reads a layer that isn't there, or what is computed from it.
  explicit KerasGraph(const KerasLayerList& list);

  /// One for each time that the layer is used, at least one.
  const std::vector<Node>& nodesOf(int layer) const { return nodes_[std::size_t(layer)]; }
  /// The layer whose name ends the path of a weight, "model/block_1_expand" say; -1: none, or several.
  int layerAt(const std::string& path) const;

 private:
  void addLayer(int index, const KerasLayerConfig& layer);
  void addInputs(const Json& json, const KerasLayerConfig& layer, Node& node) const;
  void addInput(const std::string& name, const Json& node, const KerasLayerConfig& layer, Node& to) const;
  void keepNodesInRange();
  void checkOrder(const KerasLayerList& list) const;

  std::map<std::pair<std::string, std::string>, int> places_;  ///< by models and name; -1: several
  std::map<std::string, int> names_;                           ///< by the name alone; -1: several
  std::vector<std::vector<Node>> nodes_;                       ///< by layer
};

}  // namespace zipper
