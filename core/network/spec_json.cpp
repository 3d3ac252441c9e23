#include <nlohmann/json.hpp>

#include "core/network/mobilenet_spec.h"
#include "core/support/error.h"

namespace zipper {

namespace {

using Json = nlohmann::ordered_json;

template <typename T>
void read(const Json& json, const char* key, T& value) {
  const auto found = json.find(key);
  if (found == json.end()) return;
  try {
    value = found->get<T>();
  } catch (const nlohmann::json::exception&) {
    fail("network spec: key '", key, "' holds ", found->dump(), ", which is of the wrong type");
  }
}

}  // namespace

std::string specToJson(const MobileNetSpec& spec) {
  Json json;
  json["architecture"] = "mobilenet_v1";
  json["width"] = spec.width;
  json["input_size"] = spec.inputSize;
  json["input_channels"] = spec.inputChannels;
  json["stem_stride"] = spec.stemStride;
  json["classes"] = spec.classes;
  json["class_offset"] = spec.classOffset;
  json["activation"] = toString(spec.activation);
  json["padding"] = toString(spec.padding);
  json["bn_epsilon"] = spec.bnEpsilon;
  json["mean"] = spec.normalization.mean;
  json["std"] = spec.normalization.std;
  json["channel_order"] = toString(spec.normalization.order);
  json["class_names"] = spec.classNames;
  return json.dump();
}

MobileNetSpec specFromJson(const std::string& text) {
  const Json json = Json::parse(text, nullptr, false);
  if (!json.is_object()) fail("network spec: not a JSON object");
  std::string architecture = "mobilenet_v1", activation = "relu6", padding = "pad-1", order = "rgb";
  MobileNetSpec spec;
  read(json, "architecture", architecture);
  if (architecture != "mobilenet_v1")
    fail("network spec: architecture '", architecture, "' found, 'mobilenet_v1' expected");
  read(json, "width", spec.width);
  read(json, "input_size", spec.inputSize);
  read(json, "input_channels", spec.inputChannels);
  read(json, "stem_stride", spec.stemStride);
  read(json, "classes", spec.classes);
  read(json, "class_offset", spec.classOffset);
  read(json, "activation", activation);
  read(json, "padding", padding);
  read(json, "bn_epsilon", spec.bnEpsilon);
  read(json, "mean", spec.normalization.mean);
  read(json, "std", spec.normalization.std);
  read(json, "channel_order", order);
  read(json, "class_names", spec.classNames);
  spec.activation = activationFromString(activation);
  spec.padding = paddingFromString(padding);
  spec.normalization.order = channelOrderFromString(order);
  validate(spec);
  return spec;
}

}  // namespace zipper
