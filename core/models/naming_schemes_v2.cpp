// SPDX-License-Identifier: GPL-3.0-or-later

#include <algorithm>
#include <string_view>

#include "core/models/naming_tables.h"

namespace zipper {

namespace {

/// Of the PyTorch sources that train on ImageNet.
constexpr Conventions imagenetOfV2{
    1e-5, Activation::ReLU6, Padding::Pad1, 224, 2, naming::imagenetMean, naming::imagenetStd, ChannelOrder::RGB, 1001,
    {}};
constexpr Conventions cifarOfV2{1e-5, Activation::ReLU,     Padding::Pad1,    32,
                                1,    naming::cifarMean,    naming::cifarStd, ChannelOrder::RGB,
                                1001, {1, 1, 2, 2, 1, 2, 1}};

/// tonylins' code: all convolutions of a block in one list with their activations; the last ones have no activation.
constexpr RoleNames listExpand{"expand", {"features.{i}.conv.0.weight", "features.{i}.conv.1."}};
constexpr RoleNames listDepthwise{"depthwise", {"features.{i}.conv.3.weight", "features.{i}.conv.4."}};
constexpr RoleNames listProject{"project", {"features.{i}.conv.6.weight", "features.{i}.conv.7."}};
constexpr RoleNames listLast{"pointwise", {"features.{i}.0.weight", "features.{i}.1."}};

// clang-format off
constexpr std::array<NamingScheme, 12> tableOfV2{{
    {"zipper-v2", "Zipper Workbench, MobileNet V2", Architecture::MobileNetV2,
     {"stem.conv.weight", "stem.bn."},
     {{{"expand", {"layers.{i}.expand.conv.weight", "layers.{i}.expand.bn."}},
       {"depthwise", {"layers.{i}.depthwise.conv.weight", "layers.{i}.depthwise.bn."}},
       {"project", {"layers.{i}.project.conv.weight", "layers.{i}.project.bn."}},
       {"pointwise", {"layers.{i}.pointwise.conv.weight", "layers.{i}.pointwise.bn."}}}},
     "head.weight", "head.bias", &naming::torchNames, {}, naming::ofOurs, FirstExpand::Possible, "hidden."},
    {"torchvision", "torchvision mobilenet_v2", Architecture::MobileNetV2,
     {"features.0.0.weight", "features.0.1."},
     {{{"depthwise", {"features.{i}.conv.0.0.weight", "features.{i}.conv.0.1."}, NamedLayers::First},
       {"project", {"features.{i}.conv.1.weight", "features.{i}.conv.2."}, NamedLayers::First},
       {"expand", {"features.{i}.conv.0.0.weight", "features.{i}.conv.0.1."}},
       {"depthwise", {"features.{i}.conv.1.0.weight", "features.{i}.conv.1.1."}},
       {"project", {"features.{i}.conv.2.weight", "features.{i}.conv.3."}},
       {"pointwise", {"features.{i}.0.weight", "features.{i}.1."}}}},
     "classifier.1.weight", "classifier.1.bias", &naming::torchNames, {}, imagenetOfV2},
    {"timm-v2", "timm (PyTorch Image Models) mobilenetv2", Architecture::MobileNetV2,
     {"conv_stem.weight", "bn1."},
     {{{"depthwise", {"blocks.{stage}.{block}.conv_dw.weight", "blocks.{stage}.{block}.bn1."}, NamedLayers::First},
       {"project", {"blocks.{stage}.{block}.conv_pw.weight", "blocks.{stage}.{block}.bn2."}, NamedLayers::First},
       {"expand", {"blocks.{stage}.{block}.conv_pw.weight", "blocks.{stage}.{block}.bn1."}},
       {"depthwise", {"blocks.{stage}.{block}.conv_dw.weight", "blocks.{stage}.{block}.bn2."}},
       {"project", {"blocks.{stage}.{block}.conv_pwl.weight", "blocks.{stage}.{block}.bn3."}},
       {"pointwise", {"conv_head.weight", "bn2."}}}},
     "classifier.weight", "classifier.bias", &naming::torchNames, {}, imagenetOfV2},
    {"hugging-face-v2", "Hugging Face MobileNetV2", Architecture::MobileNetV2,
     {"mobilenet_v2.conv_stem.first_conv.convolution.weight", "mobilenet_v2.conv_stem.first_conv.normalization."},
     {{{"expand", {"mobilenet_v2.conv_stem.expand_1x1.convolution.weight",
                   "mobilenet_v2.conv_stem.expand_1x1.normalization."}, NamedLayers::First},
       {"depthwise", {"mobilenet_v2.conv_stem.conv_3x3.convolution.weight",
                      "mobilenet_v2.conv_stem.conv_3x3.normalization."}, NamedLayers::First},
       {"project", {"mobilenet_v2.conv_stem.reduce_1x1.convolution.weight",
                    "mobilenet_v2.conv_stem.reduce_1x1.normalization."}, NamedLayers::First},
       {"expand", {"mobilenet_v2.layer.{i-2}.expand_1x1.convolution.weight",
                   "mobilenet_v2.layer.{i-2}.expand_1x1.normalization."}},
       {"depthwise", {"mobilenet_v2.layer.{i-2}.conv_3x3.convolution.weight",
                      "mobilenet_v2.layer.{i-2}.conv_3x3.normalization."}},
       {"project", {"mobilenet_v2.layer.{i-2}.reduce_1x1.convolution.weight",
                    "mobilenet_v2.layer.{i-2}.reduce_1x1.normalization."}},
       {"pointwise", {"mobilenet_v2.conv_1x1.convolution.weight", "mobilenet_v2.conv_1x1.normalization."}}}},
     "classifier.weight", "classifier.bias", &naming::torchNames, {}, naming::ofTensorFlow, FirstExpand::Possible},
    {"hugging-face-v2-backbone", "Hugging Face MobileNetV2, backbone", Architecture::MobileNetV2,
     {"conv_stem.first_conv.convolution.weight", "conv_stem.first_conv.normalization."},
     {{{"expand", {"conv_stem.expand_1x1.convolution.weight", "conv_stem.expand_1x1.normalization."},
         NamedLayers::First},
       {"depthwise", {"conv_stem.conv_3x3.convolution.weight", "conv_stem.conv_3x3.normalization."},
         NamedLayers::First},
       {"project", {"conv_stem.reduce_1x1.convolution.weight", "conv_stem.reduce_1x1.normalization."},
         NamedLayers::First},
       {"expand", {"layer.{i-2}.expand_1x1.convolution.weight", "layer.{i-2}.expand_1x1.normalization."}},
       {"depthwise", {"layer.{i-2}.conv_3x3.convolution.weight", "layer.{i-2}.conv_3x3.normalization."}},
       {"project", {"layer.{i-2}.reduce_1x1.convolution.weight", "layer.{i-2}.reduce_1x1.normalization."}},
       {"pointwise", {"conv_1x1.convolution.weight", "conv_1x1.normalization."}}}},
     nullptr, nullptr, &naming::torchNames, {}, naming::ofTensorFlow, FirstExpand::Possible},
    {"keras-v2", "Keras MobileNetV2", Architecture::MobileNetV2,
     {"Conv1/kernel", "bn_Conv1/"},
     {{{"depthwise", {"expanded_conv_depthwise/depthwise_kernel|expanded_conv_depthwise/kernel",
                      "expanded_conv_depthwise_BN/"}, NamedLayers::First},
       {"project", {"expanded_conv_project/kernel", "expanded_conv_project_BN/"}, NamedLayers::First},
       {"expand", {"block_{i-1}_expand/kernel", "block_{i-1}_expand_BN/"}},
       {"depthwise", {"block_{i-1}_depthwise/depthwise_kernel|block_{i-1}_depthwise/kernel",
                      "block_{i-1}_depthwise_BN/"}},
       {"project", {"block_{i-1}_project/kernel", "block_{i-1}_project_BN/"}},
       {"pointwise", {"Conv_1/kernel", "Conv_1_bn/"}}}},
     "predictions/kernel|Logits/kernel", "predictions/bias|Logits/bias", &naming::kerasNames, {}, naming::ofTensorFlow},
    {"tf-slim-v2", "TF-slim MobilenetV2", Architecture::MobileNetV2,
     {"Conv/weights", "Conv/BatchNorm/"},
     {{{"expand", {"expanded_conv/expand/weights", "expanded_conv/expand/BatchNorm/"}, NamedLayers::First},
       {"depthwise", {"expanded_conv/depthwise/depthwise_weights", "expanded_conv/depthwise/BatchNorm/"},
         NamedLayers::First},
       {"project", {"expanded_conv/project/weights", "expanded_conv/project/BatchNorm/"}, NamedLayers::First},
       {"expand", {"expanded_conv_{i-1}/expand/weights", "expanded_conv_{i-1}/expand/BatchNorm/"}},
       {"depthwise", {"expanded_conv_{i-1}/depthwise/depthwise_weights", "expanded_conv_{i-1}/depthwise/BatchNorm/"}},
       {"project", {"expanded_conv_{i-1}/project/weights", "expanded_conv_{i-1}/project/BatchNorm/"}},
       {"pointwise", {"Conv_1/weights", "Conv_1/BatchNorm/"}}}},
     "Logits/Conv2d_1c_1x1/weights", "Logits/Conv2d_1c_1x1/biases",
     &naming::slimNames, {}, naming::ofTensorFlow, FirstExpand::Possible},
    {"paddle", "PaddleClas MobileNetV2", Architecture::MobileNetV2,
     {"conv1._conv.weight", "conv1._batch_norm."},
     {{{"expand", {"conv{stage+2}._first_block._expand_conv._conv.weight",
                   "conv{stage+2}._first_block._expand_conv._batch_norm."}, NamedLayers::StartOfStage},
       {"depthwise", {"conv{stage+2}._first_block._bottleneck_conv._conv.weight",
                      "conv{stage+2}._first_block._bottleneck_conv._batch_norm."}, NamedLayers::StartOfStage},
       {"project", {"conv{stage+2}._first_block._linear_conv._conv.weight",
                    "conv{stage+2}._first_block._linear_conv._batch_norm."}, NamedLayers::StartOfStage},
       {"expand", {"conv{stage+2}.conv{stage+2}_{block+1}._expand_conv._conv.weight",
                   "conv{stage+2}.conv{stage+2}_{block+1}._expand_conv._batch_norm."}},
       {"depthwise", {"conv{stage+2}.conv{stage+2}_{block+1}._bottleneck_conv._conv.weight",
                      "conv{stage+2}.conv{stage+2}_{block+1}._bottleneck_conv._batch_norm."}},
       {"project", {"conv{stage+2}.conv{stage+2}_{block+1}._linear_conv._conv.weight",
                    "conv{stage+2}.conv{stage+2}_{block+1}._linear_conv._batch_norm."}},
       {"pointwise", {"conv9._conv.weight", "conv9._batch_norm."}}}},
     "out.weight", "out.bias", &naming::paddleNames, {}, imagenetOfV2, FirstExpand::Always},
    {"mmpretrain", "MMPretrain MobileNetV2", Architecture::MobileNetV2,
     {"backbone.conv1.conv.weight", "backbone.conv1.bn."},
     {{{"depthwise", {"backbone.layer{stage+1}.{block}.conv.0.conv.weight",
                      "backbone.layer{stage+1}.{block}.conv.0.bn."}, NamedLayers::First},
       {"project", {"backbone.layer{stage+1}.{block}.conv.1.conv.weight",
                    "backbone.layer{stage+1}.{block}.conv.1.bn."}, NamedLayers::First},
       {"expand", {"backbone.layer{stage+1}.{block}.conv.0.conv.weight",
                   "backbone.layer{stage+1}.{block}.conv.0.bn."}},
       {"depthwise", {"backbone.layer{stage+1}.{block}.conv.1.conv.weight",
                      "backbone.layer{stage+1}.{block}.conv.1.bn."}},
       {"project", {"backbone.layer{stage+1}.{block}.conv.2.conv.weight",
                    "backbone.layer{stage+1}.{block}.conv.2.bn."}},
       {"pointwise", {"backbone.conv2.conv.weight", "backbone.conv2.bn."}}}},
     "head.fc.weight", "head.fc.bias", &naming::torchNames, {}, imagenetOfV2},
    {"kuangliu-v2", "kuangliu pytorch-cifar mobilenetv2 without convolutions in its shortcuts",
     Architecture::MobileNetV2,
     {"conv1.weight", "bn1."},
     {{{"expand", {"layers.{i-1}.conv1.weight", "layers.{i-1}.bn1."}},
       {"depthwise", {"layers.{i-1}.conv2.weight", "layers.{i-1}.bn2."}},
       {"project", {"layers.{i-1}.conv3.weight", "layers.{i-1}.bn3."}},
       {"pointwise", {"conv2.weight", "bn2."}}}},
     "linear.weight", "linear.bias", &naming::torchNames, {}, cifarOfV2, FirstExpand::Always},
    // Before the other one of the same code: where both find as many names, the one that misses none is meant.
    {"tonylins", "tonylins pytorch-mobilenet-v2", Architecture::MobileNetV2,
     {"features.0.0.weight", "features.0.1."},
     {{{"depthwise", {"features.{i}.conv.0.weight", "features.{i}.conv.1."}, NamedLayers::First},
       {"project", {"features.{i}.conv.3.weight", "features.{i}.conv.4."}, NamedLayers::First},
       listExpand, listDepthwise, listProject, listLast}},
     "classifier.1.weight|classifier.weight", "classifier.1.bias|classifier.bias",
     &naming::torchNames, {}, imagenetOfV2},
    {"tonylins-first", "tonylins pytorch-mobilenet-v2, first version", Architecture::MobileNetV2,
     {"features.0.0.weight", "features.0.1."},
     {{listExpand, listDepthwise, listProject, listLast}},
     "classifier.1.weight|classifier.weight", "classifier.1.bias|classifier.bias",
     &naming::torchNames, {}, imagenetOfV2,
     FirstExpand::Always},
}};
// clang-format on

}  // namespace

NamingScheme cifarSchemeOfV2() {
  NamingScheme scheme = *std::find_if(tableOfV2.begin(), tableOfV2.end(), [](const NamingScheme& row) {
    return std::string_view(row.name) == "torchvision";
  });
  scheme.name = "chenyaofo";
  scheme.title = "chenyaofo pytorch-cifar-models";
  scheme.conventions = cifarOfV2;
  scheme.conventions.activation = Activation::ReLU6;
  return scheme;
}

std::vector<NamingScheme> namingSchemesOfV2() { return {tableOfV2.begin(), tableOfV2.end()}; }

}  // namespace zipper
