// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "core/support/json_reader.h"

namespace zipper {

/// A layer of a Keras model as its configuration describes it.
struct KerasLayerConfig {
  std::string kind;    ///< its class: "DepthwiseConv2D"
  std::string name;    ///< "block_1_depthwise"
  std::string models;  ///< the models within the model that it lies in, each with a slash behind it
  bool isModel = false;
  const Json* config = nullptr;  ///< part of the list
  const Json* nodes = nullptr;   ///< what it reads, part of the list; null: not said
  bool isChained = false;        ///< part of a Sequential model: it reads the layer before it in that model
  int before = -1;               ///< of such a layer: the one that it reads, an index into the list; -1: the input

  /// What the configuration has under a key, or null; as a text, empty for another kind; as a number.
  const Json* at(const char* key) const;
  std::string text(const char* key) const;
  std::optional<double> number(const char* key) const;
  /// A pair of whole numbers, or one that stands for both; empty if it is anything else.
  std::vector<std::int64_t> pair(const char* key) const;
  /// The first number with a point among what it reads: the 3.0 of "x + 3.0".
  std::optional<double> constant() const;
};

/// All layers of a Keras model (the attribute "model_config" of an HDF5 file, config.json of a .keras archive,
/// "modelTopology" of TensorFlow.js) in the order in which it lists them, which is that of computing; those of models
/// within it in their place, up to 8 models deep, unless their names are absurdly long. Empty for what can't be read.
class KerasLayerList {
 public:
  explicit KerasLayerList(const std::string& json);
  const std::vector<KerasLayerConfig>& layers() const { return layers_; }

 private:
  void add(const Json& model, const std::string& models, int depth);

  std::shared_ptr<const Json> document_;
  std::vector<KerasLayerConfig> layers_;
};

}  // namespace zipper
