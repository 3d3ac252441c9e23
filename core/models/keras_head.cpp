// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/models/keras_head.h"

#include <algorithm>
#include <array>
#include <cmath>

#include "core/support/error.h"
#include "core/support/lower_case.h"
#include "core/support/printable.h"
#include "core/support/text_ends.h"

namespace zipper {

namespace {

/// Layers that do nothing where a network is used, or only change how one vector per image is laid out.
constexpr std::array<const char*, 10> idleKinds{
    "InputLayer",   "Dropout", "SpatialDropout2D", "GaussianDropout",  "GaussianNoise",
    "AlphaDropout", "Flatten", "Reshape",          "SpatialDropout1D", "ActivityRegularization"};

bool isIdle(const std::string& kind) { return std::find(idleKinds.begin(), idleKinds.end(), kind) != idleKinds.end(); }

/// The name of an activation: a text, or an object that holds one. "linear" where there is none.
std::string activationName(const Json* json) {
  if (json == nullptr || json->is_null()) return "linear";
  if (json->is_string()) return json->get<std::string>();
  if (!json->is_object()) return "";
  const auto config = json->find("config");
  if (config != json->end() && config->is_string()) return config->get<std::string>();
  const auto kind = json->find("class_name");
  return kind != json->end() && kind->is_string() ? kind->get<std::string>() : "";
}

class KerasHeadReader {
 public:
  KerasHeadReader(const std::vector<NamedShape>& tensors) : tensors_(tensors) {}

  std::optional<MatchedHead> read(const std::vector<KerasLayerConfig>& layers, std::size_t first) {
    for (std::size_t i = first; i < layers.size(); ++i)
      if (!layers[i].isModel) take(layers[i]);
    if (swishParts_ > 0) refuse(layers.back());
    if (builder_.isEmpty()) return std::nullopt;
    MatchedHead head = builder_.finish(true);
    head.pooledSize = pooledSize_;
    if (!head.hidden.empty())
      head.notes.push_back(
          concat("read from the file: a head of ", head.hidden.size() + 1, " linear layers: ", listed_));
    if (!end_.empty()) head.notes.push_back(concat("the ", end_, " at its end is left out"));
    return head;
  }

 private:
  void take(const KerasLayerConfig& layer) {
    const std::string& kind = layer.kind;
    if (takesHardSwish(layer)) return;
    if (!pooled_) return takeFeatures(layer);
    if (isIdle(kind)) return;
    if (!end_.empty())
      fail("the activation ", inQuotes(end_), " of its head lies before the layer ", inQuotes(layer.name),
           "; it can only be at the end");
    if (kind == "Dense" || (kind == "Conv2D" && isPointwise(layer))) return takeLinear(layer);
    if (kind == "BatchNormalization") return takeNorm(layer);
    if (kind == "Activation") return activate(layer, activationName(layer.at("activation")));
    if (kind == "ReLU") return takeRelu(layer);
    if (kind == "Softmax") return activate(layer, "softmax");
    refuse(layer);
  }

  /// Whether it is x + 3.0 or x * (1 / 6) as Keras 2 and 3 write them.
  static bool isArithmetic(const KerasLayerConfig& layer, const char* operation, double constant) {
    const std::string name = layer.kind == "TFOpLambda" ? layer.text("function") : asciiLowerCase(layer.kind);
    const auto found = layer.constant();
    return endsWith(name, operation) && found && std::abs(*found - constant) < 1e-4;
  }

  /// Hard swish in four layers: x + 3, ReLU6, / 6, times x. True if this is the next of them.
  bool takesHardSwish(const KerasLayerConfig& layer) {
    const bool isNext = swishParts_ == 0   ? isArithmetic(layer, "add", 3)
                        : swishParts_ == 1 ? layer.kind == "ReLU" && layer.number("max_value") == 6.0
                        : swishParts_ == 2 ? isArithmetic(layer, "multiply", 1.0 / 6)
                                           : layer.kind == "Multiply";
    if (!isNext && swishParts_ > 0) refuse(layer);
    if (!isNext) return false;
    swishParts_ = (swishParts_ + 1) % 4;
    if (swishParts_ == 0 && pooled_) builder_.activate(Activation::HardSwish);
    return true;
  }

  /// What lies between the last convolution of the backbone and the vector of features.
  void takeFeatures(const KerasLayerConfig& layer) {
    const std::string& kind = layer.kind;
    if (kind == "GlobalAveragePooling2D" || layer.text("function") == "math.reduce_mean") {
      pooled_ = true;
    } else if (kind == "AveragePooling2D") {
      const std::vector<std::int64_t> size = layer.pair("pool_size");
      if (size.empty() || size[0] != size[1] || size[0] < 1 || size[0] > 4096) refuse(layer);
      pooledSize_ = int(size[0]);
      pooled_ = true;
    } else if (kind != "ReLU" && kind != "Activation" && (!isIdle(kind) || kind == "Flatten" || kind == "Reshape")) {
      refuse(layer);
    }
  }

  static bool isPointwise(const KerasLayerConfig& layer) {
    const std::vector<std::int64_t> size = layer.pair("kernel_size");
    return size.empty() || (size[0] == 1 && size[1] == 1);  // what isn't said, its shape will tell
  }

  void takeLinear(const KerasLayerConfig& layer) {
    const std::size_t kernel = indexOf(layer, "kernel");
    if (kernel == HeadBuilder::none)
      fail("key ", inQuotes(layer.name + "/kernel"), " is missing: the configuration has a layer of this name");
    builder_.linear(layer.name, kernel, indexOf(layer, "bias"));
    const std::string activation = activationName(layer.at("activation"));
    const std::vector<std::int64_t>& shape = tensors_[kernel].shape;
    const std::int64_t outputs = shape.empty() ? 0 : shape.back();
    const bool isPlain = activation == "linear" || isEnd(activation);
    listed_ += concat(listed_.empty() ? "" : ", ", inQuotes(layer.name), " (", outputs, isPlain ? "" : ", ",
                      isPlain ? "" : printable(activation), ")");
    activate(layer, activation);
  }

  void takeNorm(const KerasLayerConfig& layer) {
    HeadBuilder::Norm norm{layer.name,
                           indexOf(layer, "gamma"),
                           indexOf(layer, "beta"),
                           indexOf(layer, "moving_mean"),
                           indexOf(layer, "moving_variance"),
                           layer.number("epsilon").value_or(1e-3)};
    if (!(*norm.epsilon > 0 && *norm.epsilon < 1)) refuse(layer);
    for (const auto& [index, leaf] :
         {std::pair{norm.mean, "/moving_mean"}, std::pair{norm.variance, "/moving_variance"}})
      if (index == HeadBuilder::none)
        fail("key ", inQuotes(layer.name + leaf), " is missing: the configuration has a layer of this name");
    builder_.norm(norm);
  }

  void takeRelu(const KerasLayerConfig& layer) {
    const auto isZero = [&](const char* key) { return layer.number(key).value_or(0) == 0; };
    const auto cap = layer.number("max_value");
    if (!isZero("negative_slope") || !isZero("threshold") || (cap && *cap != 6)) refuse(layer);
    activate(layer, cap ? "relu6" : "relu");
  }

  static bool isEnd(const std::string& activation) { return activation == "softmax" || activation == "sigmoid"; }

  void activate(const KerasLayerConfig& layer, const std::string& activation) {
    if (activation == "linear") return;
    if (isEnd(activation)) {
      end_ = activation;
      return;
    }
    const bool isSwish = activation == "hard_swish" || activation == "hard_silu";
    if (!isSwish && activation != "relu" && activation != "relu6")
      fail("layer ", inQuotes(layer.name), " of its head has the activation ", inQuotes(activation),
           "; relu, relu6, hard_swish, linear, or softmax at the end were expected");
    builder_.activate(isSwish ? Activation::HardSwish : activation == "relu" ? Activation::ReLU : Activation::ReLU6);
  }

  [[noreturn]] static void refuse(const KerasLayerConfig& layer) {
    fail("behind its backbone lies the layer ", inQuotes(layer.name), " of the kind ", inQuotes(layer.kind),
         ", which can't be used there; global average pooling, linear layers (Dense or 1x1 convolutions), batch "
         "normalization, dropout, relu, relu6, hard swish, and softmax at the end were expected");
  }

  /// The tensor of a layer, which has the names of its models before its own only where two layers have one name.
  std::size_t indexOf(const KerasLayerConfig& layer, const char* leaf) const {
    const std::string name = layer.name + "/" + leaf;
    std::size_t found = HeadBuilder::none;
    for (std::size_t i = 0; i < tensors_.size(); ++i) {
      const std::string& other = tensors_[i].name;
      if (other == layer.models + name) return i;
      if (other == name || endsWith(other, "/" + name)) found = other == name || found == HeadBuilder::none ? i : found;
    }
    return found;
  }

  const std::vector<NamedShape>& tensors_;
  HeadBuilder builder_;
  bool pooled_ = false;
  int pooledSize_ = 0;
  int swishParts_ = 0;  ///< how many layers of a hard swish have come
  std::string listed_, end_;
};

}  // namespace

std::optional<MatchedHead> headOfKeras(const KerasLayerList& list, const std::string& lastLayer,
                                       const std::vector<NamedShape>& tensors) {
  const auto& layers = list.layers();
  bool hasLinear = false;
  for (std::size_t i = layers.size(); i-- > 0;) {
    const std::string& name = layers[i].name;
    if (!layers[i].isModel && !name.empty() && (name == lastLayer || endsWith(lastLayer, "/" + name)))
      return hasLinear ? KerasHeadReader(tensors).read(layers, i + 1) : std::nullopt;
    hasLinear = hasLinear || layers[i].kind == "Dense" || layers[i].kind == "Conv2D";
  }
  return std::nullopt;
}

}  // namespace zipper
