// SPDX-License-Identifier: GPL-3.0-or-later

// Texts of the engine about how networks in files are recognized: see engine_template.h.

#include <QtGlobal>

#include "widgets/style/engine_template.h"

namespace zipper::style {

namespace {

constexpr EngineTemplate recognitionTable[] = {
    {QT_TRANSLATE_NOOP("EngineText",
                       "only what its blocks put out has the channels of width %1; all are those of the shapes: %2"),
     "n-"},
    {QT_TRANSLATE_NOOP("EngineText",
                       "slope of the hard sigmoid guessed: %1 (by the convention of %2; the second layers of "
                       "squeeze-and-excite were multiplied by %3)"),
     "n-n"},
    {QT_TRANSLATE_NOOP("EngineText", "slope of the hard sigmoid %1"), "w"},
    {QT_TRANSLATE_NOOP("EngineText",
                       "factor of the head guessed: %1 (by the convention of %2; the weights of its last layer were "
                       "multiplied by it)"),
     "n-"},
    {QT_TRANSLATE_NOOP("EngineText", "factor of the head %1"), "w"},
    {QT_TRANSLATE_NOOP("EngineText", "strides of the blocks"), ""},
    {QT_TRANSLATE_NOOP("EngineText", "strides of the blocks %1"), "w"},
    {QT_TRANSLATE_NOOP("EngineText", "what MobileNets V3 have"), ""},
    {QT_TRANSLATE_NOOP(
         "EngineText",
         "not in an ONNX graph, guessed: normalization mean %1, std %2, %3 (by the convention of PyTorch)"),
     "www"},
    {QT_TRANSLATE_NOOP("EngineText", "normalization mean %1, std %2, %3"), "www"},
    {QT_TRANSLATE_NOOP("EngineText", "left out: the hidden layer of a head without its last layer, %1"), "-"},
    {QT_TRANSLATE_NOOP("EngineText", "head guessed: %1, the only linear layer"), "-"},
    {QT_TRANSLATE_NOOP("EngineText", "head %1, the only linear layer"), "-"},
    {QT_TRANSLATE_NOOP(
         "EngineText",
         "layer %1 of its backbone has the activation '%2'; a MobileNet V3 has relu, hard swish and hard sigmoid"),
     "-w"},
    {QT_TRANSLATE_NOOP("EngineText", "an EfficientNet (%1)"), "w"},
    {QT_TRANSLATE_NOOP("EngineText", "a ResNet"), ""},
    {QT_TRANSLATE_NOOP("EngineText", "a VGG network"), ""},
    {QT_TRANSLATE_NOOP(
         "EngineText",
         "this is the MobileNet V3 of d-li14's mobilenetv3.pytorch: squeeze-and-excite before the activation "
         "(features.4.conv.5.fc) makes it another network than MobileNet V3, which can't be merged"),
     ""},
    {QT_TRANSLATE_NOOP("EngineText",
                       "this is the MobileNet V3 of d-li14's mobilenetv3.pytorch, first version: hard swish behind the "
                       "pooling and other strides make it another network than MobileNet V3, which can't be merged"),
     ""},
    {QT_TRANSLATE_NOOP(
         "EngineText",
         "this is mobilenetv3_rw of timm, as %1 is missing: without the addition in its first block and with hard "
         "swish in its squeeze-and-excite it is another network than MobileNet V3, which can't be merged"),
     "-"},
    {QT_TRANSLATE_NOOP("EngineText", "%1 (also of %2, whose other names aren't there)"), "w-"},
    {QT_TRANSLATE_NOOP("EngineText", "%1 (also of %2, whose other names aren't there) and %3 more"), "w-n"},
    {QT_TRANSLATE_NOOP("EngineText",
                       "%1 depthwise 3x3 or 5x5 and %2 pointwise convolutions were found, %3 and %4 were expected"),
     "nnnn"},
    {QT_TRANSLATE_NOOP("EngineText",
                       "%1 would be the %2 convolution of layer %3, but has a kernel of %4, %5 was expected"),
     "-wnww"},
    {QT_TRANSLATE_NOOP("EngineText", "%1 would be layer %2, but have %3 channels where %4 come in"), "pntn"},
    {QT_TRANSLATE_NOOP("EngineText", "there is no batch normalization, and %1 has no bias"), "-"},
    {QT_TRANSLATE_NOOP("EngineText", "there is squeeze-and-excite, and %1 has no bias"), "-"},
    {QT_TRANSLATE_NOOP("EngineText",
                       "%1 batch normalizations (four vectors of one length, by the ends of their names weight, bias, "
                       "running_mean and running_var) were found, %2 were expected"),
     "nn"},
    {QT_TRANSLATE_NOOP("EngineText", "%1 tensor has no place in a %2: %3"), "n-t"},
    {QT_TRANSLATE_NOOP("EngineText", "%1 tensors have no place in a %2: %3"), "n-t"},
    {QT_TRANSLATE_NOOP("EngineText", "MobileNet V1, V2 or V3"), ""},
    {QT_TRANSLATE_NOOP("EngineText", "%1 (minimalistic)"), "-"},
    {QT_TRANSLATE_NOOP("EngineText", "hard swish and %1"), "w"},
    {QT_TRANSLATE_NOOP("EngineText",
                       "not in the file, guessed: normalization mean %1, std %2, %3 (by the convention of PyTorch)"),
     "www"},
    {QT_TRANSLATE_NOOP("EngineText",
                       "its metadata say normalization mean %1, std %2, but its graph computes mean %3, std %4"),
     "wwww"},
    {QT_TRANSLATE_NOOP("EngineText", "its metadata say channel order %1, but its graph turns the channels round"), "w"},
    {QT_TRANSLATE_NOOP("EngineText",
                       "its metadata say channel order %1, but its graph does not turn the channels round"),
     "w"},
    {QT_TRANSLATE_NOOP("EngineText", "its metadata list more tasks than the %1 outputs that it has"), "n"},
    {QT_TRANSLATE_NOOP("EngineText",
                       "quantized: %1 tensor of integers was read as the float32 numbers that they stand for; what is "
                       "rounded between layers is left out"),
     "n"},
    {QT_TRANSLATE_NOOP("EngineText",
                       "quantized: %1 tensors of integers were read as the float32 numbers that they stand for; what "
                       "is rounded between layers is left out"),
     "n"},
    {QT_TRANSLATE_NOOP("EngineText",
                       "its weights are integers of 8 bits, and became the float32 numbers that they stand for; what "
                       "it computes differs from what the file does by the rounding between the layers"),
     ""},
    {QT_TRANSLATE_NOOP("EngineText", "its weights are float16 numbers, and became float32"), ""},
};

}  // namespace

std::vector<EngineTemplate> engineTextsOfRecognition() {
  return {std::begin(recognitionTable), std::end(recognitionTable)};
}

}  // namespace zipper::style
