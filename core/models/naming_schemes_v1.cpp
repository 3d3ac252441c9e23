// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/models/naming_tables.h"

namespace zipper {

namespace {

//                               epsilon, activation,   padding,      size, stem, mean,     std
constexpr Conventions timmOfV1{1e-5,         Activation::ReLU6, Padding::Pad1,     224,  2,
                               naming::half, naming::half,      ChannelOrder::RGB, 1001, {}};
constexpr Conventions kuangliuOfV1{
    1e-5, Activation::ReLU, Padding::Pad1, 32, 1, naming::cifarMean, naming::cifarStd, ChannelOrder::RGB, 1001, {}};
constexpr Conventions marvisOfV1{
    1e-5, Activation::ReLU, Padding::Pad1, 224, 2, naming::imagenetMean, naming::imagenetStd, ChannelOrder::RGB, 1001,
    {}};

// clang-format off
constexpr std::array<NamingScheme, 8> tableOfV1{{
    {"zipper", "Zipper Workbench", Architecture::MobileNetV1,
     {"stem.conv.weight", "stem.bn."},
     {{{"depthwise", {"layers.{i}.depthwise.conv.weight", "layers.{i}.depthwise.bn."}},
       {"pointwise", {"layers.{i}.pointwise.conv.weight", "layers.{i}.pointwise.bn."}}}},
     "head.weight", "head.bias", &naming::torchNames, {}, naming::ofOurs, FirstExpand::Never, "hidden."},
    {"timm", "timm (PyTorch Image Models)", Architecture::MobileNetV1,
     {"conv_stem.weight", "bn1."},
     {{{"depthwise", {"blocks.{stage}.{block}.conv_dw.weight", "blocks.{stage}.{block}.bn1."}},
       {"pointwise", {"blocks.{stage}.{block}.conv_pw.weight", "blocks.{stage}.{block}.bn2."}}}},
     "classifier.weight", "classifier.bias", &naming::torchNames, {"conv_head.", "bn2."}, timmOfV1},
    {"hugging-face", "Hugging Face MobileNetV1", Architecture::MobileNetV1,
     {"mobilenet_v1.conv_stem.convolution.weight", "mobilenet_v1.conv_stem.normalization."},
     {{{"depthwise", {"mobilenet_v1.layer.{2i-2}.convolution.weight", "mobilenet_v1.layer.{2i-2}.normalization."}},
       {"pointwise", {"mobilenet_v1.layer.{2i-1}.convolution.weight", "mobilenet_v1.layer.{2i-1}.normalization."}}}},
     "classifier.weight", "classifier.bias", &naming::torchNames, {}, naming::ofTensorFlow},
    {"hugging-face-backbone", "Hugging Face MobileNetV1, backbone", Architecture::MobileNetV1,
     {"conv_stem.convolution.weight", "conv_stem.normalization."},
     {{{"depthwise", {"layer.{2i-2}.convolution.weight", "layer.{2i-2}.normalization."}},
       {"pointwise", {"layer.{2i-1}.convolution.weight", "layer.{2i-1}.normalization."}}}},
     nullptr, nullptr, &naming::torchNames, {}, naming::ofTensorFlow},
    {"keras", "Keras MobileNet", Architecture::MobileNetV1,
     {"conv1/kernel", "conv1_bn/"},
     {{{"depthwise", {"conv_dw_{i}/depthwise_kernel|conv_dw_{i}/kernel", "conv_dw_{i}_bn/"}},
       {"pointwise", {"conv_pw_{i}/kernel", "conv_pw_{i}_bn/"}}}},
     "conv_preds/kernel", "conv_preds/bias", &naming::kerasNames, {}, naming::ofTensorFlow},
    {"tf-slim", "TF-slim MobilenetV1", Architecture::MobileNetV1,
     {"Conv2d_0{task}/weights", "Conv2d_0{task}/BatchNorm/"},
     {{{"depthwise", {"Conv2d_{i}_depthwise{task}/depthwise_weights", "Conv2d_{i}_depthwise{task}/BatchNorm/"}},
       {"pointwise", {"Conv2d_{i}_pointwise{task}/weights", "Conv2d_{i}_pointwise{task}/BatchNorm/"}}}},
     "Logits{task}/Conv2d_1c_1x1/weights", "Logits{task}/Conv2d_1c_1x1/biases",
     &naming::slimNames, {}, naming::ofTensorFlow},
    {"kuangliu", "kuangliu pytorch-cifar", Architecture::MobileNetV1,
     {"conv1.weight", "bn1."},
     {{{"depthwise", {"layers.{i-1}.conv1.weight", "layers.{i-1}.bn1."}},
       {"pointwise", {"layers.{i-1}.conv2.weight", "layers.{i-1}.bn2."}}}},
     "linear.weight", "linear.bias", &naming::torchNames, {}, kuangliuOfV1},
    {"marvis", "marvis pytorch-mobilenet", Architecture::MobileNetV1,
     {"model.0.0.weight", "model.0.1."},
     {{{"depthwise", {"model.{i}.0.weight", "model.{i}.1."}},
       {"pointwise", {"model.{i}.3.weight", "model.{i}.4."}}}},
     "fc.weight", "fc.bias", &naming::torchNames, {}, marvisOfV1},
}};
// clang-format on

}  // namespace

std::vector<NamingScheme> namingSchemesOfV1() { return {tableOfV1.begin(), tableOfV1.end()}; }

}  // namespace zipper
