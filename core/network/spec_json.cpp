// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/network/mobilenet_spec.h"
#include "core/support/json_reader.h"

namespace zipper {

std::string specToJson(const MobileNetSpec& spec) {
  Json json;
  json["architecture"] = toString(spec.architecture);
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
  if (!spec.channels.empty()) json["channels"] = spec.channels;
  if (!spec.strides.empty()) json["strides"] = spec.strides;
  if (spec.expandFirst) json["expand_first"] = true;
  if (spec.minimalistic) json["minimalistic"] = true;
  for (const HiddenLayer& layer : spec.hidden)
    json["hidden"].push_back({{"channels", layer.channels}, {"activation", toString(layer.activation)}});
  if (spec.widenedFrom) {
    Json& before = json["widened_from"];
    before["width"] = spec.widenedFrom->width;
    if (!spec.widenedFrom->channels.empty()) before["channels"] = spec.widenedFrom->channels;
  }
  return dumpJson(json);
}

namespace {

NetworkWidth networkWidthFrom(const Json& json) {
  NetworkWidth before;
  JsonReader reader(json, "network spec: widened_from");
  reader.require("width", before.width);
  reader.read("channels", before.channels);
  return before;
}

HiddenLayer hiddenLayerFrom(const Json& json) {
  HiddenLayer layer;
  std::string activation;
  JsonReader reader(json, "network spec: hidden");
  reader.require("channels", layer.channels);
  reader.require("activation", activation);
  layer.activation = hiddenActivationFromString(activation);
  return layer;
}

}  // namespace

MobileNetSpec specFromJson(const std::string& text) {
  const Json json = parseShallow(text, 8, "network spec");
  if (!json.is_object()) fail("network spec: not a JSON object");
  std::string architecture = "mobilenet_v1", activation = "relu6", padding = "pad-1", order = "rgb";
  MobileNetSpec spec;
  JsonReader reader(json, "network spec");
  reader.read("architecture", architecture);
  spec.architecture = architectureFromString(printable(architecture));
  reader.read("width", spec.width);
  reader.read("input_size", spec.inputSize);
  reader.read("input_channels", spec.inputChannels);
  reader.read("stem_stride", spec.stemStride);
  reader.read("classes", spec.classes);
  reader.read("class_offset", spec.classOffset);
  reader.read("activation", activation);
  reader.read("padding", padding);
  reader.read("bn_epsilon", spec.bnEpsilon);
  reader.read("mean", spec.normalization.mean);
  reader.read("std", spec.normalization.std);
  reader.read("channel_order", order);
  reader.read("class_names", spec.classNames);
  reader.read("channels", spec.channels);
  reader.read("strides", spec.strides);
  reader.read("expand_first", spec.expandFirst);
  reader.read("minimalistic", spec.minimalistic);
  if (const Json* hidden = reader.takeArray("hidden"))
    for (const Json& one : *hidden) spec.hidden.push_back(hiddenLayerFrom(one));
  if (const Json* before = reader.take("widened_from")) spec.widenedFrom = networkWidthFrom(*before);
  spec.activation = activationFromString(activation);
  spec.padding = paddingFromString(padding);
  spec.normalization.order = channelOrderFromString(order);
  validate(spec);
  return spec;
}

}  // namespace zipper
