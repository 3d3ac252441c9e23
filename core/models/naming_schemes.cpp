// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/models/naming_schemes.h"

#include <algorithm>
#include <string_view>

#include "core/models/naming_tables.h"
#include "core/support/lower_case.h"
#include "core/support/text_ends.h"

namespace zipper {

namespace {

/// Of the PyTorch sources that write a MobileNet anew, most train on ImageNet; in V1 most have ReLU.
constexpr Conventions usualTorch(Activation activation) {
  return {1e-5, activation, Padding::Pad1, 224, 2, naming::imagenetMean, naming::imagenetStd, ChannelOrder::RGB,
          1001, {}};
}

NamingScheme shapesScheme(Architecture architecture, bool ofTensorFlow) {
  const bool isV1 = architecture == Architecture::MobileNetV1;
  NamingScheme scheme{};
  scheme.name = ofTensorFlow ? "shapes (TensorFlow)" : "shapes";
  scheme.title = "an unknown publisher, told by shapes";
  scheme.architecture = architecture;
  scheme.framework = ofTensorFlow ? &naming::kerasNames : &naming::torchNames;
  scheme.conventions = ofTensorFlow ? naming::ofTensorFlow : usualTorch(isV1 ? Activation::ReLU : Activation::ReLU6);
  return scheme;
}

const NamingScheme& schemeOfCifar() {
  static const NamingScheme scheme = cifarSchemeOfV2();
  return scheme;
}

}  // namespace

const std::vector<NamingScheme>& namingSchemes() {
  static const std::vector<NamingScheme> schemes = [] {
    std::vector<NamingScheme> all = namingSchemesOfV1();
    for (const NamingScheme& scheme : namingSchemesOfV2()) all.push_back(scheme);
    return all;
  }();
  return schemes;
}

const NamingScheme& schemeOfShapes(Architecture architecture, bool ofTensorFlow) {
  static const std::array<NamingScheme, 4> schemes{
      shapesScheme(Architecture::MobileNetV1, false), shapesScheme(Architecture::MobileNetV1, true),
      shapesScheme(Architecture::MobileNetV2, false), shapesScheme(Architecture::MobileNetV2, true)};
  return schemes[(architecture == Architecture::MobileNetV2 ? 2 : 0) + (ofTensorFlow ? 1 : 0)];
}

const NamingScheme& schemeByFileName(const NamingScheme& scheme, const std::string& fileName) {
  const std::string name = asciiLowerCase(fileName);
  const bool says = beginsWith(name, "cifar10_mobilenetv2") || beginsWith(name, "cifar100_mobilenetv2");
  return says && std::string_view(scheme.name) == "torchvision" ? schemeOfCifar() : scheme;
}

const NamingScheme* namingScheme(const std::string& name) {
  if (name == schemeOfCifar().name) return &schemeOfCifar();
  for (const bool ofTensorFlow : {false, true})
    if (const NamingScheme& scheme = schemeOfShapes(Architecture::MobileNetV1, ofTensorFlow); name == scheme.name)
      return &scheme;
  const auto& schemes = namingSchemes();
  const auto found =
      std::find_if(schemes.begin(), schemes.end(), [&](const auto& scheme) { return name == scheme.name; });
  return found == schemes.end() ? nullptr : &*found;
}

}  // namespace zipper
