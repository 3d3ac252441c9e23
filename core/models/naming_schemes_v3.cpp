// SPDX-License-Identifier: GPL-3.0-or-later

#include <algorithm>
#include <string_view>

#include "core/models/naming_tables.h"

namespace zipper {

namespace {

constexpr Conventions oursOfV3() {
  Conventions conventions = naming::ofOurs;
  conventions.activation = Activation::ReLU;
  return conventions;
}

/// Its hard sigmoid is clip(0.2 x + 0.5), and its dropout doesn't scale in training but multiplies by 0.8 afterwards.
constexpr Conventions paddleOfV3() {
  Conventions conventions = naming::ofTorch(1e-5, Activation::ReLU);
  conventions.exciteFactor = 1.2;
  conventions.headFactor = 0.8;
  return conventions;
}

constexpr Conventions li14OfV3() {
  Conventions conventions = naming::ofTorch(1e-5, Activation::ReLU);
  conventions.stridesVary = true;
  return conventions;
}

// clang-format off
constexpr std::array<NamingScheme, 7> tableOfV3{{
    {"zipper-v3", "Zipper Workbench, MobileNet V3", Architecture::MobileNetV3Large,
     {"stem.conv.weight", "stem.bn."},
     {{{"expand", {"layers.{i}.expand.conv.weight", "layers.{i}.expand.bn."}},
       {"depthwise", {"layers.{i}.depthwise.conv.weight", "layers.{i}.depthwise.bn."}},
       {"squeeze", {"layers.{i}.squeeze.conv.weight", "layers.{i}.squeeze."}},
       {"excite", {"layers.{i}.excite.conv.weight", "layers.{i}.excite."}},
       {"project", {"layers.{i}.project.conv.weight", "layers.{i}.project.bn."}},
       {"pointwise", {"layers.{i}.pointwise.conv.weight", "layers.{i}.pointwise.bn."}}}},
     "head.weight", "head.bias", &naming::torchNames, {}, oursOfV3(), FirstExpand::Possible, "hidden.",
     nullptr, nullptr, SqueezeExcites::Any},
    {"torchvision-v3", "torchvision mobilenet_v3", Architecture::MobileNetV3Large,
     {"features.0.0.weight", "features.0.1."},
     {{{"expand", {"features.{i}.block.0.0.weight", "features.{i}.block.0.1."}},
       {"depthwise", {"features.{i}.block.{depthwise}.0.weight", "features.{i}.block.{depthwise}.1."}},
       {"squeeze", {"features.{i}.block.{squeeze}.fc1.weight", "features.{i}.block.{squeeze}.fc1."}},
       {"excite", {"features.{i}.block.{squeeze}.fc2.weight", "features.{i}.block.{squeeze}.fc2."}},
       {"project", {"features.{i}.block.{project}.0.weight", "features.{i}.block.{project}.1."}},
       {"pointwise", {"features.{i}.0.weight", "features.{i}.1."}}}},
     "classifier.3.weight", "classifier.3.bias", &naming::torchNames, {}, naming::ofTorch(1e-3, Activation::ReLU), FirstExpand::Never,
     nullptr, "classifier.0.weight", "classifier.0.bias"},
    {"timm-v3", "timm (PyTorch Image Models) mobilenetv3", Architecture::MobileNetV3Large,
     {"conv_stem.weight", "bn1."},
     {{{"depthwise", {"blocks.{stage}.{block}.conv_dw.weight", "blocks.{stage}.{block}.bn1."}, NamedLayers::First},
       {"project", {"blocks.{stage}.{block}.conv_pw.weight", "blocks.{stage}.{block}.bn2."}, NamedLayers::First},
       {"expand", {"blocks.{stage}.{block}.conv_pw.weight", "blocks.{stage}.{block}.bn1."}},
       {"depthwise", {"blocks.{stage}.{block}.conv_dw.weight", "blocks.{stage}.{block}.bn2."}},
       {"squeeze", {"blocks.{stage}.{block}.se.conv_reduce.weight", "blocks.{stage}.{block}.se.conv_reduce."}},
       {"excite", {"blocks.{stage}.{block}.se.conv_expand.weight", "blocks.{stage}.{block}.se.conv_expand."}},
       {"project", {"blocks.{stage}.{block}.conv_pwl.weight", "blocks.{stage}.{block}.bn3."}},
       {"pointwise", {"blocks.{stage}.{block}.conv.weight", "blocks.{stage}.{block}.bn1."}}}},
     "classifier.weight", "classifier.bias", &naming::torchNames, {}, naming::ofTorch(1e-5, Activation::ReLU), FirstExpand::Never,
     nullptr, "conv_head.weight", "conv_head.bias",
     SqueezeExcites::UsualOrNone},
    // Keras 3 has "_" where Keras 2 and keras-applications have "/", and small letters.
    {"keras-v3", "Keras MobileNetV3", Architecture::MobileNetV3Large,
     {"conv/kernel|Conv/kernel", "conv_bn/|Conv/BatchNorm/"},
     {{{"depthwise", {"expanded_conv_depthwise/depthwise_kernel|expanded_conv_depthwise/kernel|"
                      "expanded_conv/depthwise/depthwise_kernel|expanded_conv/depthwise/kernel",
                      "expanded_conv_depthwise_bn/|expanded_conv/depthwise/BatchNorm/"}, NamedLayers::First},
       {"squeeze", {"expanded_conv_squeeze_excite_conv/kernel|expanded_conv/squeeze_excite/Conv/kernel",
                    "expanded_conv_squeeze_excite_conv/|expanded_conv/squeeze_excite/Conv/"}, NamedLayers::First},
       {"excite", {"expanded_conv_squeeze_excite_conv_1/kernel|expanded_conv/squeeze_excite/Conv_1/kernel",
                   "expanded_conv_squeeze_excite_conv_1/|expanded_conv/squeeze_excite/Conv_1/"}, NamedLayers::First},
       {"project", {"expanded_conv_project/kernel|expanded_conv/project/kernel",
                    "expanded_conv_project_bn/|expanded_conv/project/BatchNorm/"}, NamedLayers::First},
       {"expand", {"expanded_conv_{i-1}_expand/kernel|expanded_conv_{i-1}/expand/kernel",
                   "expanded_conv_{i-1}_expand_bn/|expanded_conv_{i-1}/expand/BatchNorm/"}},
       {"depthwise", {"expanded_conv_{i-1}_depthwise/depthwise_kernel|expanded_conv_{i-1}_depthwise/kernel|"
                      "expanded_conv_{i-1}/depthwise/depthwise_kernel|expanded_conv_{i-1}/depthwise/kernel",
                      "expanded_conv_{i-1}_depthwise_bn/|expanded_conv_{i-1}/depthwise/BatchNorm/"}},
       {"squeeze", {"expanded_conv_{i-1}_squeeze_excite_conv/kernel|expanded_conv_{i-1}/squeeze_excite/Conv/kernel",
                    "expanded_conv_{i-1}_squeeze_excite_conv/|expanded_conv_{i-1}/squeeze_excite/Conv/"}},
       {"excite", {"expanded_conv_{i-1}_squeeze_excite_conv_1/kernel|"
                   "expanded_conv_{i-1}/squeeze_excite/Conv_1/kernel",
                   "expanded_conv_{i-1}_squeeze_excite_conv_1/|expanded_conv_{i-1}/squeeze_excite/Conv_1/"}},
       {"project", {"expanded_conv_{i-1}_project/kernel|expanded_conv_{i-1}/project/kernel",
                    "expanded_conv_{i-1}_project_bn/|expanded_conv_{i-1}/project/BatchNorm/"}},
       {"pointwise", {"conv_1/kernel|Conv_1/kernel", "conv_1_bn/|Conv_1/BatchNorm/"}}}},
     "logits/kernel|Logits/kernel", "logits/bias|Logits/bias", &naming::kerasNames, {}, naming::ofTensorFlowV3,
     FirstExpand::Never, nullptr, "conv_2/kernel|Conv_2/kernel", "conv_2/bias|Conv_2/bias",
     SqueezeExcites::UsualOrNone},
    {"tf-slim-v3", "TF-slim MobilenetV3", Architecture::MobileNetV3Large,
     {"Conv/weights", "Conv/BatchNorm/"},
     {{{"depthwise", {"expanded_conv/depthwise/depthwise_weights", "expanded_conv/depthwise/BatchNorm/"},
         NamedLayers::First},
       {"squeeze", {"expanded_conv/squeeze_excite/Conv/weights", "expanded_conv/squeeze_excite/Conv/"},
         NamedLayers::First},
       {"excite", {"expanded_conv/squeeze_excite/Conv_1/weights", "expanded_conv/squeeze_excite/Conv_1/"},
         NamedLayers::First},
       {"project", {"expanded_conv/project/weights", "expanded_conv/project/BatchNorm/"}, NamedLayers::First},
       {"expand", {"expanded_conv_{i-1}/expand/weights", "expanded_conv_{i-1}/expand/BatchNorm/"}},
       {"depthwise", {"expanded_conv_{i-1}/depthwise/depthwise_weights", "expanded_conv_{i-1}/depthwise/BatchNorm/"}},
       {"squeeze", {"expanded_conv_{i-1}/squeeze_excite/Conv/weights", "expanded_conv_{i-1}/squeeze_excite/Conv/"}},
       {"excite", {"expanded_conv_{i-1}/squeeze_excite/Conv_1/weights",
                   "expanded_conv_{i-1}/squeeze_excite/Conv_1/"}},
       {"project", {"expanded_conv_{i-1}/project/weights", "expanded_conv_{i-1}/project/BatchNorm/"}},
       {"pointwise", {"Conv_1/weights", "Conv_1/BatchNorm/"}}}},
     "Logits/Conv2d_1c_1x1/weights", "Logits/Conv2d_1c_1x1/biases", &naming::slimNames, {}, naming::ofTensorFlowV3,
     FirstExpand::Never, nullptr, "Conv_2/weights", "Conv_2/biases", SqueezeExcites::UsualOrNone},
    {"paddle-v3", "PaddleClas MobileNetV3", Architecture::MobileNetV3Large,
     {"conv.conv.weight", "conv.bn."},
     {{{"expand", {"blocks.{i-1}.expand_conv.conv.weight", "blocks.{i-1}.expand_conv.bn."}},
       {"depthwise", {"blocks.{i-1}.bottleneck_conv.conv.weight", "blocks.{i-1}.bottleneck_conv.bn."}},
       {"squeeze", {"blocks.{i-1}.mid_se.conv1.weight", "blocks.{i-1}.mid_se.conv1."}},
       {"excite", {"blocks.{i-1}.mid_se.conv2.weight", "blocks.{i-1}.mid_se.conv2."}},
       {"project", {"blocks.{i-1}.linear_conv.conv.weight", "blocks.{i-1}.linear_conv.bn."}},
       {"pointwise", {"last_second_conv.conv.weight", "last_second_conv.bn."}}}},
     "fc.weight", "fc.bias", &naming::paddleNames, {}, paddleOfV3(), FirstExpand::Always,
     nullptr, "last_conv.weight"},
    // As in the code's first version squeeze-and-excite comes behind the activation: see otherNetworkOf().
    {"d-li14", "d-li14 mobilenetv3.pytorch, squeeze-and-excite behind the activation", Architecture::MobileNetV3Large,
     {"features.0.0.weight", "features.0.1."},
     {{{"depthwise", {"features.{i}.conv.0.weight", "features.{i}.conv.1."}, NamedLayers::First},
       {"squeeze", {"features.{i}.conv.3.fc.0.weight", "features.{i}.conv.3.fc.0."}, NamedLayers::First},
       {"excite", {"features.{i}.conv.3.fc.2.weight", "features.{i}.conv.3.fc.2."}, NamedLayers::First},
       {"project", {"features.{i}.conv.4.weight", "features.{i}.conv.5."}, NamedLayers::First},
       {"expand", {"features.{i}.conv.0.weight", "features.{i}.conv.1."}},
       {"depthwise", {"features.{i}.conv.3.weight", "features.{i}.conv.4."}},
       {"squeeze", {"features.{i}.conv.6.fc.0.weight", "features.{i}.conv.6.fc.0."}},
       {"excite", {"features.{i}.conv.6.fc.2.weight", "features.{i}.conv.6.fc.2."}},
       {"project", {"features.{i}.conv.7.weight", "features.{i}.conv.8."}},
       {"pointwise", {"conv.0.weight", "conv.1."}}}},
     "classifier.3.weight", "classifier.3.bias", &naming::torchNames, {}, li14OfV3(), FirstExpand::Never,
     nullptr, "classifier.0.weight", "classifier.0.bias"},
}};
// clang-format on

}  // namespace

NamingScheme tensorFlowSchemeOfTimm(Architecture architecture) {
  NamingScheme scheme = *std::find_if(tableOfV3.begin(), tableOfV3.end(),
                                      [](const NamingScheme& row) { return std::string_view(row.name) == "timm-v3"; });
  scheme.name = "timm-tf-v3";
  scheme.title = "timm (PyTorch Image Models) tf_mobilenetv3";
  scheme.architecture = architecture;
  scheme.conventions = naming::ofTensorFlowV3;
  return scheme;
}

std::vector<NamingScheme> namingSchemesOfV3() {
  std::vector<NamingScheme> all;
  for (const NamingScheme& row : tableOfV3)
    for (const Architecture architecture : {Architecture::MobileNetV3Large, Architecture::MobileNetV3Small}) {
      all.push_back(row);
      all.back().architecture = architecture;
    }
  return all;
}

}  // namespace zipper
