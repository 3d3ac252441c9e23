// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/models/keras_config.h"

#include <cmath>

#include "core/support/error.h"
#include "core/support/json_reader.h"

namespace zipper {

namespace {

constexpr int deepestJson = 64;
constexpr int deepestModel = 8;  ///< models in models
constexpr double largestPixel = 255;

const Json* at(const Json& json, const char* key) {
  if (!json.is_object()) return nullptr;
  const auto found = json.find(key);
  return found == json.end() ? nullptr : &*found;
}

std::string textAt(const Json& json, const char* key) {
  const Json* const found = at(json, key);
  return found != nullptr && found->is_string() ? found->get<std::string>() : "";
}

std::optional<double> numberAt(const Json& json, const char* key) {
  const Json* const found = at(json, key);
  return found != nullptr && found->is_number() ? std::optional(found->get<double>()) : std::nullopt;
}

/// 0 if it is none.
std::int64_t wholeNumber(const Json& json) {
  const auto* const value = json.get_ptr<const Json::number_integer_t*>();
  return value == nullptr ? 0 : *value;
}

/// Null if the text can't be read as JSON.
Json parsedConfig(const std::string& json) {
  try {
    return parseShallow(json, deepestJson, "configuration of Keras");
  } catch (const Error&) {
    return {};
  }
}

class ConfigReader {
 public:
  SpecOverrides read(const Json& model, int& channels) {
    readModel(model, 0);
    channels = channels_;
    return stated_;
  }

 private:
  void readModel(const Json& model, int depth) {
    const Json* config = at(model, "config");
    const Json* layers = config == nullptr ? nullptr : config->is_array() ? config : at(*config, "layers");
    if (layers == nullptr || !layers->is_array() || depth > deepestModel) return;
    for (const Json& layer : *layers) {
      const Json* const own = at(layer, "config");
      if (own == nullptr) continue;
      readLayer(textAt(layer, "class_name"), *own);
      if (at(*own, "layers") != nullptr) readModel(layer, depth + 1);
    }
  }

  void readLayer(const std::string& kind, const Json& config) {
    for (const char* key : {"batch_input_shape", "batch_shape"})
      if (const Json* const shape = at(config, key)) readShape(*shape, config);
    if (kind == "Rescaling") readRescaling(config);
    if (kind == "Conv2D" && !stated_.stemStride) readStride(config);
    if (kind == "BatchNormalization")
      if (const auto epsilon = numberAt(config, "epsilon"); epsilon && *epsilon > 0 && *epsilon < 1)
        stated_.bnEpsilon = stated_.bnEpsilon.value_or(*epsilon);
    if (kind == "ReLU" && at(config, "max_value") != nullptr)
      activate(numberAt(config, "max_value") == 6.0 ? Activation::ReLU6 : Activation::ReLU);
    if (kind == "Activation") {
      if (textAt(config, "activation") == "relu") activate(Activation::ReLU);
      if (textAt(config, "activation") == "relu6") activate(Activation::ReLU6);
    }
  }

  void activate(Activation activation) {
    if (stated_.activation && *stated_.activation != activation)
      fail("its configuration has ReLU and ReLU6; MobileNet V1 has one of them in all layers");
    stated_.activation = activation;
  }

  /// [images,height,width,channels], null where it is left open.
  void readShape(const Json& shape, const Json& config) {
    if (!shape.is_array() || shape.size() != 4) return;
    const bool first = textAt(config, "data_format") == "channels_first";
    const auto sizeAt = [&](std::size_t place) { return wholeNumber(shape[place]); };
    const std::int64_t height = sizeAt(first ? 2 : 1), width = sizeAt(first ? 3 : 2), channels = sizeAt(first ? 1 : 3);
    if (channels == 1 || channels == 3) channels_ = channels_ == 0 ? int(channels) : channels_;
    if (height > 0 && width > 0 && height != width)
      fail("its configuration states an input ", height, " pixels high and ", width,
           " wide; only networks with square images can be used");
    if (height <= 0 || channels != channels_) return;  // left open, or a feature map
    if (height < 32 || height > 4096)
      fail("its configuration states an input of ", height, "x", height, " pixels, 32x32 to 4096x4096 were expected");
    if (stated_.inputSize && *stated_.inputSize != height)
      fail("its configuration states inputs of ", *stated_.inputSize, "x", *stated_.inputSize, " and of ", height, "x",
           height, " pixels");
    stated_.inputSize = int(height);
  }

  /// y = scale * x + offset, of pixels from 0 to 255.
  void readRescaling(const Json& config) {
    const auto scale = numberAt(config, "scale");
    const double offset = numberAt(config, "offset").value_or(0);
    if (!scale || !(*scale > 0) || !std::isfinite(*scale) || !std::isfinite(offset)) return;
    if (stated_.mean) fail("its configuration has two Rescaling layers");
    const auto rounded = [](double value) { return std::round(value * 1e6) / 1e6 + 0.0; };
    stated_.mean = {rounded(-offset / (*scale * largestPixel))};
    stated_.std = {rounded(1 / (*scale * largestPixel))};
  }

  void readStride(const Json& config) {
    const Json* const strides = at(config, "strides");
    if (strides == nullptr || !strides->is_array() || strides->empty()) return;
    const std::int64_t stride = wholeNumber(strides->front());
    if (stride == 1 || stride == 2) stated_.stemStride = int(stride);
  }

  SpecOverrides stated_;
  int channels_ = 0;
};

}  // namespace

SpecOverrides statedByKeras(const std::string& json, int& channels) {
  channels = 0;
  const Json model = parsedConfig(json);
  return model.is_object() ? ConfigReader().read(model, channels) : SpecOverrides{};
}

}  // namespace zipper
