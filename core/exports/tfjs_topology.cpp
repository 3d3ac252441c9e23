// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/exports/tfjs_topology.h"

namespace zipper {

KerasTopology::Output KerasTopology::input(const std::string& name, int size, int channels) {
  Json config = Json::object();
  config["batch_input_shape"] = {nullptr, size, size, channels};
  config["dtype"] = "float32";
  config["sparse"] = false;
  layers_.push_back({"InputLayer", name, std::move(config), {}, {}});
  return {int(layers_.size()) - 1, 0};
}

KerasTopology::Output KerasTopology::add(const std::string& kind, std::string name, const std::vector<Output>& inputs,
                                         Json config) {
  while (!taken_.insert(name).second) name += '_';
  config["trainable"] = true;
  config["dtype"] = "float32";
  layers_.push_back({kind, std::move(name), std::move(config), {inputs}, {}});
  return {int(layers_.size()) - 1, 0};
}

KerasTopology::Output KerasTopology::again(int layer, const std::vector<Output>& inputs) {
  auto& nodes = layers_[std::size_t(layer)].nodes;
  nodes.push_back(inputs);
  return {layer, int(nodes.size()) - 1};
}

void KerasTopology::addWeight(int layer, const std::string& leaf, const torch::Tensor& values) {
  layers_[std::size_t(layer)].weights.emplace_back(leaf, values.contiguous());
}

Json KerasTopology::placeOf(const Output& output) const {
  return Json::array({layers_[std::size_t(output.layer)].name, output.node, 0});
}

Json KerasTopology::toJson(const Layer& layer) const {
  Json config = Json::object({{"name", layer.name}});
  config.update(layer.config);
  Json nodes = Json::array();
  for (const std::vector<Output>& inputs : layer.nodes) {
    Json node = Json::array();
    for (const Output& input : inputs) {
      node.push_back(placeOf(input));
      node.back().push_back(Json::object());
    }
    nodes.push_back(std::move(node));
  }
  Json json = Json::object({{"class_name", layer.kind}, {"config", std::move(config)}, {"name", layer.name}});
  json["inbound_nodes"] = std::move(nodes);
  return json;
}

Json KerasTopology::toJson(const std::string& name, const std::vector<Output>& inputs,
                           const std::vector<Output>& outputs) const {
  Json layers = Json::array(), inputLayers = Json::array(), outputLayers = Json::array();
  for (const Layer& layer : layers_) layers.push_back(toJson(layer));
  for (const Output& input : inputs) inputLayers.push_back(placeOf(input));
  for (const Output& output : outputs) outputLayers.push_back(placeOf(output));
  Json config = Json::object({{"name", name}});
  config["layers"] = std::move(layers);
  config["input_layers"] = std::move(inputLayers);
  config["output_layers"] = std::move(outputLayers);
  return Json::object({{"class_name", "Model"}, {"config", std::move(config)}});
}

NamedTensors KerasTopology::weights() const {
  NamedTensors all;
  for (const Layer& layer : layers_)
    for (const auto& [leaf, values] : layer.weights) all.emplace_back(layer.name + "/" + leaf, values);
  return all;
}

}  // namespace zipper
