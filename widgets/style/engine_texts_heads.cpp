// SPDX-License-Identifier: GPL-3.0-or-later

// Texts of the engine about heads and configurations of networks in files: see engine_template.h.

#include <QtGlobal>

#include "widgets/style/engine_template.h"

namespace zipper::style {

namespace {

constexpr EngineTemplate headsTable[] = {
    {QT_TRANSLATE_NOOP("EngineText", "the head has more than %1 linear layers"), "n"},
    {QT_TRANSLATE_NOOP("EngineText", "a hidden layer of %1"), "n"},
    {QT_TRANSLATE_NOOP("EngineText", "its type is '%1', float32 was expected"), "-"},
    {QT_TRANSLATE_NOOP("EngineText", "its shape has %1 axes, at most %2 were expected"), "nn"},
    {QT_TRANSLATE_NOOP("EngineText", "a size of its shape is %1, a whole number was expected"), "-"},
    {QT_TRANSLATE_NOOP("EngineText", "a size of its shape is %1, 1 or more was expected"), "n"},
    {QT_TRANSLATE_NOOP("EngineText",
                       "%1 in the file has more than %2 bytes, which no list of class names has; it was left out"),
     "-n"},
    {QT_TRANSLATE_NOOP("EngineText", "%1 has only %2 different names for %3 classes; they were left out"), "-nn"},
    {QT_TRANSLATE_NOOP("EngineText", "%1 has only 1 different name for %2 classes; they were left out"), "-n"},
    {QT_TRANSLATE_NOOP("EngineText", "its shape %1 claims more than %2 bytes"), "-n"},
    {QT_TRANSLATE_NOOP("EngineText", "the TensorFlow.js model is damaged: 'modelTopology' is no object"), ""},
    {QT_TRANSLATE_NOOP("EngineText", "the TensorFlow.js model is damaged or truncated: %1"), "t"},
    {QT_TRANSLATE_NOOP("EngineText", "a file of weights of a TensorFlow.js model"), ""},
    {QT_TRANSLATE_NOOP("EngineText", "layer %1 of its configuration reads %2, which is no layer of it"), "--"},
    {QT_TRANSLATE_NOOP("EngineText", "layer %1 of its configuration reads %2, which is computed from it"), "--"},
    {QT_TRANSLATE_NOOP("EngineText",
                       "layer %1 of its configuration is computed from %2; in a %3 it is computed from %4"),
     "----"},
    {QT_TRANSLATE_NOOP("EngineText", "weightsManifest: a path is %1, a text was expected"), "-"},
    {QT_TRANSLATE_NOOP("EngineText",
                       "layer %1 isn't the same in all networks (%2), so that the preset exact can't merge it; choose "
                       "another preset"),
     "nt"},
    {QT_TRANSLATE_NOOP(
         "EngineText",
         "the preset exact shares weights as they are: initialization %1 and alignment %2 found, a and none expected"),
     "ww"},
    {QT_TRANSLATE_NOOP("EngineText", "made by Teachable Machine, whose images are RGB with values from -1 to 1"), ""},
    {QT_TRANSLATE_NOOP("EngineText", "metadata.json beside the file can't be read: %1"), "t"},
    {QT_TRANSLATE_NOOP("EngineText",
                       "%1 would be the %2 convolution of layer %3, but reads %4 channels where %5 come in"),
     "-wnnn"},
    {QT_TRANSLATE_NOOP("EngineText",
                       "the head has two batch normalizations one behind the other, %1 and %2; one between two linear "
                       "layers was expected"),
     "--"},
    {QT_TRANSLATE_NOOP("EngineText", "the linear layer %1 of the head has two activations, %2 and %3"), "-ww"},
    {QT_TRANSLATE_NOOP("EngineText",
                       "batch normalization %1 is the last layer of the head; a linear layer was expected"),
     "-"},
    {QT_TRANSLATE_NOOP("EngineText",
                       "batch normalization %1 of the head can't be put into the weights of a linear layer, since an "
                       "activation follows that isn't that of the linear layer before it"),
     "-"},
    {QT_TRANSLATE_NOOP(
         "EngineText",
         "behind the last linear layer of the head, %1, lies the activation %2; none, or softmax, was expected"),
     "-w"},
    {QT_TRANSLATE_NOOP("EngineText",
                       "layer %1 of its head has the activation %2; relu, relu6, hard_swish, linear, or softmax at the "
                       "end were expected"),
     "--"},
    {QT_TRANSLATE_NOOP("EngineText",
                       "the activation %1 of its head lies before the layer %2; it can only be at the end"),
     "--"},
    {QT_TRANSLATE_NOOP("EngineText", "key %1 is missing: the configuration has a layer of this name"), "-"},
    {QT_TRANSLATE_NOOP("EngineText", "its configuration has ReLU and ReLU6; a MobileNet has one of them in all layers"),
     ""},
    {QT_TRANSLATE_NOOP("EngineText",
                       "its configuration has stride %1 in block %2, where a MobileNet V2 has 1: only the first block "
                       "of a row may have another"),
     "nn"},
    {QT_TRANSLATE_NOOP("EngineText",
                       "its configuration averages over %1 pixels, but the last feature maps have %2; only networks "
                       "that average over whole maps can be used"),
     "ww"},
    {QT_TRANSLATE_NOOP(
         "EngineText",
         "its weights have %1 bytes, but the files of them, %2, only %3; they are truncated, or of another model"),
     "n-n"},
    {QT_TRANSLATE_NOOP(
         "EngineText",
         "its weights have %1 bytes, but the files of them, %2, more; they are too long, or of another model"),
     "n-"},
    {QT_TRANSLATE_NOOP("EngineText", "its weights have %1 bytes, at most %2 are read"), "nn"},
    {QT_TRANSLATE_NOOP("EngineText", "weightsManifest: the file %1 is named twice"), "-"},
    {QT_TRANSLATE_NOOP("EngineText", "it is quantized, but its type is '%1'"), "-"},
    {QT_TRANSLATE_NOOP("EngineText", "it is quantized as '%1'; float16, uint8 or uint16 were expected"), "-"},
    {QT_TRANSLATE_NOOP(
         "EngineText",
         "weight %1 isn't %2 any more, as it is where a network was exported; it was trained since, and can't be read"),
     "-n"},
    {QT_TRANSLATE_NOOP("EngineText", "another weight is called %1 too"), "-"},
    {QT_TRANSLATE_NOOP("EngineText", "has more than %1 weights"), "n"},
    {QT_TRANSLATE_NOOP("EngineText", "specs of the tasks"), ""},
    {QT_TRANSLATE_NOOP("EngineText", "not a JSON object with an entry per task"), ""},
};

}  // namespace

std::vector<EngineTemplate> engineTextsOfHeads() { return {std::begin(headsTable), std::end(headsTable)}; }

}  // namespace zipper::style
