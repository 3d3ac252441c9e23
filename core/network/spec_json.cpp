// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/network/mobilenet_spec.h"
#include "core/support/json_reader.h"

namespace zipper {

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
  return dumpJson(json);
}

MobileNetSpec specFromJson(const std::string& text) {
  const Json json = parseShallow(text, 8, "network spec");
  if (!json.is_object()) fail("network spec: not a JSON object");
  std::string architecture = "mobilenet_v1", activation = "relu6", padding = "pad-1", order = "rgb";
  MobileNetSpec spec;
  JsonReader reader(json, "network spec");
  reader.read("architecture", architecture);
  if (architecture != "mobilenet_v1")
    fail("network spec: architecture '", printable(architecture), "' found, 'mobilenet_v1' expected");
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
  spec.activation = activationFromString(activation);
  spec.padding = paddingFromString(padding);
  spec.normalization.order = channelOrderFromString(order);
  validate(spec);
  return spec;
}

}  // namespace zipper
