// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/models/naming_schemes.h"

#include <algorithm>
#include <string_view>

#include "core/models/naming_tables.h"
#include "core/support/lower_case.h"
#include "core/support/text_ends.h"

namespace zipper {

namespace {

NamingScheme shapesScheme(Architecture architecture, bool ofTensorFlow) {
  const bool isV2 = architecture == Architecture::MobileNetV2;
  NamingScheme scheme{};
  scheme.name = ofTensorFlow ? "shapes (TensorFlow)" : "shapes";
  scheme.title = "an unknown publisher, told by shapes";
  scheme.architecture = architecture;
  scheme.framework = ofTensorFlow ? &naming::kerasNames : &naming::torchNames;
  // Of the PyTorch sources that write a MobileNet V1 anew, most have ReLU; V3 has it by its design.
  scheme.conventions = !ofTensorFlow        ? naming::ofTorch(1e-5, isV2 ? Activation::ReLU6 : Activation::ReLU)
                       : isV3(architecture) ? naming::ofTensorFlowV3
                                            : naming::ofTensorFlow;
  return scheme;
}

const NamingScheme& schemeOfCifar() {
  static const NamingScheme scheme = cifarSchemeOfV2();
  return scheme;
}

const NamingScheme& tensorFlowSchemeOf(Architecture architecture) {
  static const std::array<NamingScheme, 2> schemes{tensorFlowSchemeOfTimm(Architecture::MobileNetV3Large),
                                                   tensorFlowSchemeOfTimm(Architecture::MobileNetV3Small)};
  return schemes[architecture == Architecture::MobileNetV3Large ? 0 : 1];
}

}  // namespace

const std::vector<NamingScheme>& namingSchemes() {
  static const std::vector<NamingScheme> schemes = [] {
    std::vector<NamingScheme> all = namingSchemesOfV1();
    for (const NamingScheme& scheme : namingSchemesOfV2()) all.push_back(scheme);
    for (const NamingScheme& scheme : namingSchemesOfV3()) all.push_back(scheme);
    return all;
  }();
  return schemes;
}

const NamingScheme& schemeOfShapes(Architecture architecture, bool ofTensorFlow) {
  static const std::vector<NamingScheme> schemes = [] {
    std::vector<NamingScheme> all;
    for (const Architecture one : {Architecture::MobileNetV1, Architecture::MobileNetV2, Architecture::MobileNetV3Large,
                                   Architecture::MobileNetV3Small})
      for (const bool tensorFlow : {false, true}) all.push_back(shapesScheme(one, tensorFlow));
    return all;
  }();
  return *std::find_if(schemes.begin(), schemes.end(), [&](const NamingScheme& scheme) {
    return scheme.architecture == architecture && (scheme.framework == &naming::kerasNames) == ofTensorFlow;
  });
}

const NamingScheme& schemeOfGraph() {
  static const NamingScheme scheme = [] {
    NamingScheme made = shapesScheme(Architecture::MobileNetV1, false);
    made.name = "graph";
    made.title = "an unknown publisher, told by the graph";
    return made;
  }();
  return scheme;
}

const NamingScheme& schemeByFileName(const NamingScheme& scheme, const std::string& fileName, bool minimalistic) {
  const std::string name = asciiLowerCase(fileName);
  if (std::string_view(scheme.name) == "timm-v3" && (minimalistic || beginsWith(name, "tf_mobilenetv3")))
    return tensorFlowSchemeOf(scheme.architecture);
  const bool says = beginsWith(name, "cifar10_mobilenetv2") || beginsWith(name, "cifar100_mobilenetv2");
  return says && std::string_view(scheme.name) == "torchvision" ? schemeOfCifar() : scheme;
}

const NamingScheme* namingScheme(const std::string& name) {
  for (const NamingScheme* scheme :
       {&schemeOfGraph(), &schemeOfCifar(), &tensorFlowSchemeOf(Architecture::MobileNetV3Large)})
    if (name == scheme->name) return scheme;
  for (const bool ofTensorFlow : {false, true})
    if (const NamingScheme& scheme = schemeOfShapes(Architecture::MobileNetV1, ofTensorFlow); name == scheme.name)
      return &scheme;
  const auto& schemes = namingSchemes();
  const auto found =
      std::find_if(schemes.begin(), schemes.end(), [&](const auto& scheme) { return name == scheme.name; });
  return found == schemes.end() ? nullptr : &*found;
}

}  // namespace zipper
