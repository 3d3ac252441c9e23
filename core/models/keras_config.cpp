// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/models/keras_config.h"

#include <algorithm>
#include <cmath>

#include "core/support/error.h"
#include "core/support/printable.h"

namespace zipper {

namespace {

constexpr double largestPixel = 255;

/// 0 if it is none.
std::int64_t wholeNumber(const Json& json) {
  const auto* const value = json.get_ptr<const Json::number_integer_t*>();
  return value == nullptr ? 0 : *value;
}

/// Whether what such a layer puts out are no feature maps any more.
bool endsFeatures(const std::string& kind) {
  return kind.find("Pooling2D") != std::string::npos || kind == "Flatten" || kind == "Dense";
}

class ConfigReader {
 public:
  explicit ConfigReader(bool isV3) : isV3_(isV3) {}

  KerasStatements read(const std::vector<KerasLayerConfig>& layers) {
    std::size_t left = std::size_t(std::count_if(layers.begin(), layers.end(), isDepthwise));
    bool isBackbone = true;
    for (const KerasLayerConfig& layer : layers) {
      for (const char* key : {"batch_input_shape", "batch_shape"})
        if (const Json* const shape = layer.at(key)) readShape(*shape, layer);
      if (layer.kind == "Rescaling") readRescaling(layer);
      if (isDepthwise(layer)) --left;
      // The pooling of squeeze-and-excite lies within the backbone.
      if (endsFeatures(layer.kind) && (left == 0 || !isV3_)) isBackbone = false;
      if (isBackbone) readLayer(layer);
      followsNorm_ = layer.kind == "BatchNormalization";
    }
    return stated_;
  }

 private:
  static bool isDepthwise(const KerasLayerConfig& layer) { return layer.kind == "DepthwiseConv2D"; }

  void readLayer(const KerasLayerConfig& layer) {
    SpecOverrides& spec = stated_.spec;
    if (layer.kind == "ZeroPadding2D") zeros_ = zerosOf(layer);
    if (layer.kind == "Conv2D" || layer.kind == "DepthwiseConv2D") readConvolution(layer);
    if (layer.kind == "BatchNormalization")
      if (const auto epsilon = layer.number("epsilon"); epsilon && *epsilon > 0 && *epsilon < 1)
        spec.bnEpsilon = spec.bnEpsilon.value_or(*epsilon);
    const bool isPartOfHardSigmoid = isV3_ && !followsNorm_ && layer.number("max_value") == 6.0;
    if (layer.kind == "ReLU" && layer.at("max_value") != nullptr && !isPartOfHardSigmoid)
      activate(layer.number("max_value") == 6.0 ? Activation::ReLU6 : Activation::ReLU);
    if (layer.kind == "Activation") {
      if (layer.text("activation") == "relu") activate(Activation::ReLU);
      if (layer.text("activation") == "relu6") activate(Activation::ReLU6);
    }
    if (isV3_) refuseOthers(layer);
  }

  /// Of squeeze-and-excite, say, which other networks have with another activation: a layer of its own or a part of a
  /// convolution.
  static void refuseOthers(const KerasLayerConfig& layer) {
    for (const char* other : {"sigmoid", "swish", "silu"})
      if (layer.text("activation") == other)
        fail("layer ", inQuotes(layer.name), " of its backbone has the activation '", other,
             "'; a MobileNet V3 has relu, hard swish and hard sigmoid");
  }

  void activate(Activation activation) {
    if (stated_.spec.activation && *stated_.spec.activation != activation)
      fail("its configuration has ReLU and ReLU6; a MobileNet has one of them in all layers");
    stated_.spec.activation = activation;
  }

  /// [images,height,width,channels], null where it is left open.
  void readShape(const Json& shape, const KerasLayerConfig& layer) {
    if (!shape.is_array() || shape.size() != 4) return;
    const bool first = layer.text("data_format") == "channels_first";
    const auto sizeAt = [&](std::size_t place) { return wholeNumber(shape[place]); };
    const std::int64_t height = sizeAt(first ? 2 : 1), width = sizeAt(first ? 3 : 2), channels = sizeAt(first ? 1 : 3);
    if (channels == 1 || channels == 3) stated_.channels = stated_.channels == 0 ? int(channels) : stated_.channels;
    if (height > 0 && width > 0 && height != width)
      fail("its configuration states an input ", height, " pixels high and ", width,
           " wide; only networks with square images can be used");
    if (height <= 0 || channels != stated_.channels) return;  // left open, or a feature map
    if (height < 32 || height > 4096)
      fail("its configuration states an input of ", height, "x", height, " pixels, 32x32 to 4096x4096 were expected");
    if (stated_.spec.inputSize && *stated_.spec.inputSize != height)
      fail("its configuration states inputs of ", *stated_.spec.inputSize, "x", *stated_.spec.inputSize, " and of ",
           height, "x", height, " pixels");
    stated_.spec.inputSize = int(height);
  }

  /// y = scale * x + offset, of pixels from 0 to 255.
  void readRescaling(const KerasLayerConfig& layer) {
    const auto scale = layer.number("scale");
    const double offset = layer.number("offset").value_or(0);
    if (!scale || !(*scale > 0) || !std::isfinite(*scale) || !std::isfinite(offset)) return;
    if (stated_.spec.mean) fail("its configuration has two Rescaling layers");
    const auto rounded = [](double value) { return std::round(value * 1e6) / 1e6 + 0.0; };
    stated_.spec.mean = {rounded(-offset / (*scale * largestPixel))};
    stated_.spec.std = {rounded(1 / (*scale * largestPixel))};
  }

  /// [[top,bottom],[left,right]]; empty if it is said in another way.
  static std::vector<std::int64_t> zerosOf(const KerasLayerConfig& layer) {
    const Json* const padding = layer.at("padding");
    if (padding == nullptr || !padding->is_array() || padding->size() != 2) return {};
    std::vector<std::int64_t> zeros;
    for (const Json& pair : *padding) {
      if (!pair.is_array() || pair.size() != 2) return {};
      for (const Json& one : pair) zeros.push_back(wholeNumber(one));
    }
    return zeros;
  }

  void readConvolution(const KerasLayerConfig& layer) {
    const std::vector<std::int64_t> strides = layer.pair("strides");
    const int stride = !strides.empty() && (strides[0] == 1 || strides[0] == 2) ? int(strides[0]) : 0;
    if (layer.kind == "DepthwiseConv2D") stated_.strides.push_back(stride);
    if (layer.kind == "Conv2D" && !stated_.spec.stemStride && stride > 0) stated_.spec.stemStride = stride;
    if (stride == 2) readPadding(layer);
    zeros_.clear();
  }

  /// Of a convolution with stride 2: the only ones where the two kinds differ. Maps of odd sizes have as many pixels of
  /// zeros on every side in both.
  void readPadding(const KerasLayerConfig& layer) {
    const std::vector<std::int64_t> size = layer.pair("kernel_size");
    const std::int64_t half = size.empty() || size[0] != 5 ? 1 : 2;
    const std::vector<std::int64_t> ofTensorFlow{half - 1, half, half - 1, half}, ofPyTorch{half, half, half, half};
    const std::string padding = layer.text("padding");
    if (padding == "same" || (padding == "valid" && zeros_ == ofTensorFlow)) stated_.spec.padding = Padding::Same;
    if (padding == "valid" && zeros_ == ofPyTorch && !stated_.spec.padding) stated_.spec.padding = Padding::Pad1;
  }

  const bool isV3_;
  bool followsNorm_ = false;  ///< the layer before is batch normalization
  KerasStatements stated_;
  std::vector<std::int64_t> zeros_;  ///< of the ZeroPadding2D right before
};

}  // namespace

KerasStatements statedByKeras(const KerasLayerList& list, bool isV3) { return ConfigReader(isV3).read(list.layers()); }

bool isOfTeachableMachine(const KerasLayerList& list) {
  const auto has = [&](const char* name) {
    return std::any_of(list.layers().begin(), list.layers().end(),
                       [name](const KerasLayerConfig& layer) { return layer.name == name; });
  };
  return has("dense_Dense1") && has("dense_Dense2");
}

}  // namespace zipper
