// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/models/naming_schemes.h"

#include <algorithm>
#include <utility>

#include "core/network/plan.h"
#include "core/support/error.h"

namespace zipper {

namespace {

constexpr Framework torchFramework{"weight", "bias", "running_mean", "running_var", "bias", axesOIHW, axesOIHW, false};
constexpr Framework kerasFramework{"gamma", "beta", "moving_mean", "moving_variance", "bias", axesHWIO, axesHWCM, true};
constexpr Framework slimFramework{"gamma",  "beta",   "moving_mean", "moving_variance",
                                  "biases", axesHWIO, axesHWCM,      true};

constexpr std::array<double, 3> imagenetMean{0.485, 0.456, 0.406}, imagenetStd{0.229, 0.224, 0.225};
constexpr std::array<double, 3> cifarMean{0.4914, 0.4822, 0.4465}, cifarStd{0.2023, 0.1994, 0.2010};
constexpr std::array<double, 3> half{0.5, 0.5, 0.5};

//                               epsilon, activation,   padding,      size, stem, mean,     std
constexpr Conventions ours{1e-3, Activation::ReLU6, Padding::Pad1, 224, 2, half, half, ChannelOrder::RGB, 1001};
constexpr Conventions timm{1e-5, Activation::ReLU6, Padding::Pad1, 224, 2, half, half, ChannelOrder::RGB, 1001};
constexpr Conventions tensorFlow{1e-3, Activation::ReLU6, Padding::Same, 224, 2, half, half, ChannelOrder::RGB, 1001};
constexpr Conventions kuangliu{1e-5,      Activation::ReLU, Padding::Pad1,     32,  1,
                               cifarMean, cifarStd,         ChannelOrder::RGB, 1001};
constexpr Conventions marvis{1e-5,         Activation::ReLU, Padding::Pad1,     224, 2,
                             imagenetMean, imagenetStd,      ChannelOrder::RGB, 1001};
/// Of the PyTorch sources that write a MobileNet V1 anew, most do as marvis did.
constexpr Conventions usualTorch = marvis;

// clang-format off
constexpr std::array<NamingScheme, 8> schemes{{
    {"zipper", "Zipper Workbench",
     {"stem.conv.weight", "stem.bn."},
     {"layers.{i}.depthwise.conv.weight", "layers.{i}.depthwise.bn."},
     {"layers.{i}.pointwise.conv.weight", "layers.{i}.pointwise.bn."},
     "head.weight", "head.bias", &torchFramework, {}, ours},
    {"timm", "timm (PyTorch Image Models)",
     {"conv_stem.weight", "bn1."},
     {"blocks.{stage}.{block}.conv_dw.weight", "blocks.{stage}.{block}.bn1."},
     {"blocks.{stage}.{block}.conv_pw.weight", "blocks.{stage}.{block}.bn2."},
     "classifier.weight", "classifier.bias", &torchFramework, {"conv_head.", "bn2."}, timm},
    {"hugging-face", "Hugging Face MobileNetV1",
     {"mobilenet_v1.conv_stem.convolution.weight", "mobilenet_v1.conv_stem.normalization."},
     {"mobilenet_v1.layer.{2i-2}.convolution.weight", "mobilenet_v1.layer.{2i-2}.normalization."},
     {"mobilenet_v1.layer.{2i-1}.convolution.weight", "mobilenet_v1.layer.{2i-1}.normalization."},
     "classifier.weight", "classifier.bias", &torchFramework, {}, tensorFlow},
    {"hugging-face-backbone", "Hugging Face MobileNetV1, backbone",
     {"conv_stem.convolution.weight", "conv_stem.normalization."},
     {"layer.{2i-2}.convolution.weight", "layer.{2i-2}.normalization."},
     {"layer.{2i-1}.convolution.weight", "layer.{2i-1}.normalization."},
     nullptr, nullptr, &torchFramework, {}, tensorFlow},
    {"keras", "Keras MobileNet",
     {"conv1/kernel", "conv1_bn/"},
     {"conv_dw_{i}/depthwise_kernel|conv_dw_{i}/kernel", "conv_dw_{i}_bn/"},
     {"conv_pw_{i}/kernel", "conv_pw_{i}_bn/"},
     "conv_preds/kernel", "conv_preds/bias", &kerasFramework, {}, tensorFlow},
    {"tf-slim", "TF-slim MobilenetV1",
     {"Conv2d_0{task}/weights", "Conv2d_0{task}/BatchNorm/"},
     {"Conv2d_{i}_depthwise{task}/depthwise_weights", "Conv2d_{i}_depthwise{task}/BatchNorm/"},
     {"Conv2d_{i}_pointwise{task}/weights", "Conv2d_{i}_pointwise{task}/BatchNorm/"},
     "Logits{task}/Conv2d_1c_1x1/weights", "Logits{task}/Conv2d_1c_1x1/biases", &slimFramework, {}, tensorFlow},
    {"kuangliu", "kuangliu pytorch-cifar",
     {"conv1.weight", "bn1."},
     {"layers.{i-1}.conv1.weight", "layers.{i-1}.bn1."},
     {"layers.{i-1}.conv2.weight", "layers.{i-1}.bn2."},
     "linear.weight", "linear.bias", &torchFramework, {}, kuangliu},
    {"marvis", "marvis pytorch-mobilenet",
     {"model.0.0.weight", "model.0.1."},
     {"model.{i}.0.weight", "model.{i}.1."},
     {"model.{i}.3.weight", "model.{i}.4."},
     "fc.weight", "fc.bias", &torchFramework, {}, marvis},
}};
// clang-format on

constexpr NamingScheme torchShapes{
    "shapes", "an unknown publisher, told by shapes", {}, {}, {}, nullptr, nullptr, &torchFramework, {}, usualTorch};
constexpr NamingScheme tensorFlowShapes{"shapes (TensorFlow)",
                                        "an unknown publisher, told by shapes",
                                        {},
                                        {},
                                        {},
                                        nullptr,
                                        nullptr,
                                        &kerasFramework,
                                        {},
                                        tensorFlow};

/// What no MobileNet V1 has in its names, and what it tells.
struct OtherNetwork {
  const char* part;
  const char* title;
};

constexpr std::array<OtherNetwork, 14> otherNetworks{{
    {"features.18.0.weight", "MobileNet V2 (torchvision)"},
    {"features.1.block.0.0.weight", "MobileNet V3 (torchvision)"},
    {".se.conv_reduce.", "MobileNet V3 or EfficientNet (timm)"},
    {"conv_pwl.", "MobileNet V2 or V3 (timm)"},
    {"mobilenet_v2.", "MobileNet V2 (Hugging Face)"},
    {".expand_1x1.", "MobileNet V2 (Hugging Face)"},
    {"expanded_conv_depthwise", "MobileNet V2 (Keras)"},
    {"block_1_expand", "MobileNet V2 (Keras)"},
    {"expanded_conv/", "MobileNet V2 or V3 (Keras or TF-slim)"},
    {"expanded_conv_1/", "MobileNet V2 or V3 (Keras or TF-slim)"},
    {"MobilenetV2/", "MobileNet V2 (TF-slim)"},
    {"MobilenetV3/", "MobileNet V3 (TF-slim)"},
    {"layer4.1.conv2.", "a ResNet"},
    {"features.28.weight", "a VGG network"},
}};

void replaceAll(std::string& text, const std::string& from, const std::string& to) {
  for (auto at = text.find(from); at != std::string::npos; at = text.find(from, at + to.size()))
    text.replace(at, from.size(), to);
}

/// A layer, from 1 on, as stage and block of a network of blocks.
std::pair<int, int> stageOf(int layer) {
  int first = 1, stage = 0;
  for (const int blocks : {1, 2, 2, 6, 2}) {
    if (layer < first + blocks) return {stage, layer - first};
    first += blocks;
    ++stage;
  }
  return {stage, 0};
}

std::string filled(std::string text, int layer) {
  const auto [stage, block] = stageOf(layer);
  replaceAll(text, "{i}", std::to_string(layer));
  replaceAll(text, "{i-1}", std::to_string(layer - 1));
  replaceAll(text, "{2i-2}", std::to_string(2 * layer - 2));
  replaceAll(text, "{2i-1}", std::to_string(2 * layer - 1));
  replaceAll(text, "{stage}", std::to_string(stage));
  replaceAll(text, "{block}", std::to_string(block));
  return text;
}

/// "a|b" -> "a", "b"
std::vector<std::string> split(const std::string& text) {
  std::vector<std::string> parts;
  std::size_t at = 0;
  for (std::size_t end = 0; end != std::string::npos; at = end + 1) {
    end = text.find('|', at);
    parts.push_back(text.substr(at, end - at));
  }
  return parts;
}

/// "conv1/kernel" -> "conv1/bias"
std::string withLeaf(const std::string& name, const char* leaf) {
  return name.substr(0, name.find_last_of("./") + 1) + leaf;
}

ExpectedName expected(const std::string& canonical, const std::string& text, int layer, const std::string& task) {
  ExpectedName name{canonical, {}};
  const auto add = [&](std::string alternative, const std::string& end) {
    replaceAll(alternative, "{task}", end);
    const auto& all = name.alternatives;
    if (std::find(all.begin(), all.end(), alternative) == all.end()) name.alternatives.push_back(alternative);
  };
  for (const std::string& alternative : split(filled(text, layer))) add(alternative, task);
  for (const std::string& alternative : split(filled(text, layer))) add(alternative, "");
  return name;
}

void addUnit(std::vector<ExpectedName>& names, const NamingScheme& scheme, const std::string& canonical,
             const UnitNames& unit, int layer, const std::string& task) {
  const Framework& leaves = *scheme.framework;
  names.push_back(expected(canonical + ".conv.weight", unit.weight, layer, task));
  ExpectedName bias = names.back();
  bias.canonical = canonical + ".conv.bias";
  for (std::string& alternative : bias.alternatives) alternative = withLeaf(alternative, leaves.bias);
  names.push_back(bias);
  const std::string bn = unit.bn;
  names.push_back(expected(canonical + ".bn.weight", bn + leaves.gamma, layer, task));
  names.push_back(expected(canonical + ".bn.bias", bn + leaves.beta, layer, task));
  names.push_back(expected(canonical + ".bn.running_mean", bn + leaves.mean, layer, task));
  names.push_back(expected(canonical + ".bn.running_var", bn + leaves.variance, layer, task));
}

const UnitNames& namesOf(const NamingScheme& scheme, UnitKind kind) {
  if (kind == UnitKind::Stem) return scheme.stem;
  return kind == UnitKind::Depthwise ? scheme.depthwise : scheme.pointwise;
}

}  // namespace

const std::array<NamingScheme, 8>& namingSchemes() { return schemes; }

const NamingScheme& schemeOfShapes(bool ofTensorFlow) { return ofTensorFlow ? tensorFlowShapes : torchShapes; }

const NamingScheme* namingScheme(const std::string& name) {
  for (const NamingScheme* scheme : {&torchShapes, &tensorFlowShapes})
    if (name == scheme->name) return scheme;
  const auto found =
      std::find_if(schemes.begin(), schemes.end(), [&](const auto& scheme) { return name == scheme.name; });
  return found == schemes.end() ? nullptr : &*found;
}

std::vector<ExpectedName> expectedNames(const NamingScheme& scheme, const std::string& task) {
  std::vector<ExpectedName> names;
  for (const UnitPlan& unit : unitsOf(MobileNetSpec()))
    if (unit.kind != UnitKind::Head) addUnit(names, scheme, unit.name, namesOf(scheme, unit.kind), unit.layer, task);
  if (scheme.headWeight != nullptr) {
    names.push_back(expected("head.weight", scheme.headWeight, 0, task));
    names.push_back(expected("head.bias", scheme.headBias, 0, task));
  }
  return names;
}

std::vector<std::string> anchorTemplates(const NamingScheme& scheme) {
  std::vector<std::string> anchors = split(filled(scheme.stem.weight, 0));
  const int last = layersOf(MobileNetSpec());
  for (const auto& [text, layer] : {std::pair{scheme.depthwise.weight, 1}, std::pair{scheme.pointwise.weight, last}})
    for (const std::string& anchor : split(filled(text, layer))) anchors.push_back(anchor);
  return anchors;
}

std::string otherNetworkOf(const std::vector<std::string>& names) {
  for (const auto& [part, title] : otherNetworks)
    for (const std::string& name : names)
      if (name.find(part) != std::string::npos) return title;
  return "";
}

}  // namespace zipper
