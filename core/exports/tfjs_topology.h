// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <set>
#include <string>
#include <utility>
#include <vector>

#include "core/network/named_tensors.h"
#include "core/support/json_reader.h"

namespace zipper {

/// The description of a functional model of Keras, as TensorFlow.js reads it, built layer by layer: layers with their
/// settings and weights, each of which may be applied several times, to inputs of its own each time.
class KerasTopology {
 public:
  /// What one application of a layer puts out; indices.
  struct Output {
    int layer = -1;
    int node = 0;
  };

  /// `reserved`: names that only input() and rename() may give.
  explicit KerasTopology(std::set<std::string> reserved) : taken_(std::move(reserved)) {}

  /// An input of images [N,size,size,channels].
  Output input(const std::string& name, int size, int channels);
  /// A new layer of a kind ("Conv2D"), applied to `inputs`. `name`: where it is taken, "_" is appended.
  Output add(const std::string& kind, std::string name, const std::vector<Output>& inputs,
             Json config = Json::object());
  /// A layer that is there, applied to other inputs.
  Output again(int layer, const std::vector<Output>& inputs);
  /// Gives a layer a weight in Keras' layout; `leaf`: "kernel".
  void addWeight(int layer, const std::string& leaf, const torch::Tensor& values);
  /// Gives a layer a reserved name.
  void rename(int layer, const std::string& name) { layers_[std::size_t(layer)].name = name; }
  int applicationsOf(int layer) const { return int(layers_[std::size_t(layer)].nodes.size()); }

  /// {"class_name":"Model","config":{...}}
  Json toJson(const std::string& name, const std::vector<Output>& inputs, const std::vector<Output>& outputs) const;
  /// "conv/kernel", ...; contiguous.
  NamedTensors weights() const;

 private:
  struct Layer {
    std::string kind, name;
    Json config;
    std::vector<std::vector<Output>> nodes;
    NamedTensors weights;
  };

  Json placeOf(const Output& output) const;
  Json toJson(const Layer& layer) const;

  std::vector<Layer> layers_;
  std::set<std::string> taken_;
};

}  // namespace zipper
