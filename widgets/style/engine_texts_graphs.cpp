// SPDX-License-Identifier: GPL-3.0-or-later

// Texts of the engine about what the graphs of ONNX and TensorFlow Lite hold and compute: see engine_template.h.

#include <QtGlobal>

#include "widgets/style/engine_template.h"

namespace zipper::style {

namespace {

constexpr EngineTemplate graphsTable[] = {
    {QT_TRANSLATE_NOOP("EngineText", "its end"), ""},
    {QT_TRANSLATE_NOOP("EngineText", "the head"), ""},
    {QT_TRANSLATE_NOOP("EngineText", "the last layer"), ""},
    {QT_TRANSLATE_NOOP("EngineText",
                       "none of its convolutions is depthwise; in a MobileNet there is a depthwise one in each block"),
     ""},
    {QT_TRANSLATE_NOOP("EngineText", "two branches meet at %1"), "-"},
    {QT_TRANSLATE_NOOP("EngineText", "a Conv was expected for %1, found %2"), "-t"},
    {QT_TRANSLATE_NOOP("EngineText", "Relu or Clip was expected after %1, found %2"), "-t"},
    {QT_TRANSLATE_NOOP("EngineText", "Relu was expected after %1, found %2"), "-t"},
    {QT_TRANSLATE_NOOP("EngineText", "a hard swish was expected after %1, found %2"), "-t"},
    {QT_TRANSLATE_NOOP("EngineText", "a hard swish was expected from %1 on, found %2"), "-t"},
    {QT_TRANSLATE_NOOP("EngineText", "a hard sigmoid was expected after %1, found %2"), "-t"},
    {QT_TRANSLATE_NOOP("EngineText", "a linear layer was expected for %1, found %2"), "-t"},
    {QT_TRANSLATE_NOOP("EngineText", "average pooling was expected after %1, found %2"), "tt"},
    {QT_TRANSLATE_NOOP("EngineText",
                       "%1 multiplies by a hard sigmoid of slope %2 and offset %3; the hard swish has 1/6 and 0.5"),
     "-ww"},
    {QT_TRANSLATE_NOOP("EngineText",
                       "%1 multiplies by values from %2 to %3; a hard sigmoid, from 0 to 1, was expected"),
     "-ww"},
    {QT_TRANSLATE_NOOP("EngineText", "%1 multiplies something else than what its factor is computed from"), "-"},
    {QT_TRANSLATE_NOOP("EngineText", "%1 divides by a value that depends on the image"), "-"},
    {QT_TRANSLATE_NOOP("EngineText", "%1 has the bound %2"), "-w"},
    {QT_TRANSLATE_NOOP("EngineText", "%1 has the range %2 to %3"), "-ww"},
    {QT_TRANSLATE_NOOP("EngineText", "%1 is followed by another activation than the layers before"), "-"},
    {QT_TRANSLATE_NOOP("EngineText", "%1 pads before the pooling"), "-"},
    {QT_TRANSLATE_NOOP("EngineText", "%1 does not average over the whole feature map"), "-"},
    {QT_TRANSLATE_NOOP("EngineText", "%1 gets axes in the order %2"), "-w"},
    {QT_TRANSLATE_NOOP("EngineText", "%1 is not a plain linear layer"), "-"},
    {QT_TRANSLATE_NOOP("EngineText", "%1 is not a linear layer"), "-"},
    {QT_TRANSLATE_NOOP("EngineText", "%1, %2, has weights of shape %3, two dimensions were expected"), "p--"},
    {QT_TRANSLATE_NOOP("EngineText", "%1 has weights of shape %2 and a bias of shape %3"), "p--"},
    {QT_TRANSLATE_NOOP("EngineText", "%1 has weights of shape %2, a kernel of %3 was expected for %4"), "--w-"},
    {QT_TRANSLATE_NOOP("EngineText", "%1 numbers were found for %2 channels"), "nn"},
    {QT_TRANSLATE_NOOP("EngineText", "%1 numbers were found for %2 classes"), "nn"},
    {QT_TRANSLATE_NOOP("EngineText", "describes more than any MobileNet has (over 16 MiB besides the weights)"), ""},
    {QT_TRANSLATE_NOOP("EngineText", "has version %1 of the format, version %2 was expected"), "nn"},
    {QT_TRANSLATE_NOOP("EngineText", "does not begin like a TensorFlow Lite model"), ""},
    {QT_TRANSLATE_NOOP("EngineText", "has %1 bytes, more than a FlatBuffer may have"), "n"},
    {QT_TRANSLATE_NOOP("EngineText", "is damaged or truncated: its FlatBuffer points outside of its %1 bytes"), "n"},
    {QT_TRANSLATE_NOOP("EngineText",
                       "has %1 subgraphs, one was expected (others have loops and conditions, or are for training)"),
     "n"},
    {QT_TRANSLATE_NOOP("EngineText", "has %1 inputs or outputs, at most %2 are read"), "nn"},
    {QT_TRANSLATE_NOOP("EngineText", "%1 is tensor %2, but there are %3"), "pnn"},
    {QT_TRANSLATE_NOOP("EngineText", "an input"), ""},
    {QT_TRANSLATE_NOOP("EngineText", "an output"), ""},
    {QT_TRANSLATE_NOOP("EngineText", "an input of %1"), "-"},
    {QT_TRANSLATE_NOOP("EngineText", "an output of %1"), "-"},
    {QT_TRANSLATE_NOOP("EngineText", "has %1 entries of metadata"), "n"},
    {QT_TRANSLATE_NOOP("EngineText", "its metadata are damaged"), ""},
    {QT_TRANSLATE_NOOP("EngineText", "has %1 operators, at most %2 are read"), "nn"},
    {QT_TRANSLATE_NOOP("EngineText", "an operator has the code %1, but there are %2"), "nn"},
    {QT_TRANSLATE_NOOP("EngineText",
                       "%1 reads %2, which nothing before it computes; its operators form a circle or aren't in order"),
     "--"},
    {QT_TRANSLATE_NOOP("EngineText", "%1 computes %2, which is already there"), "--"},
    {QT_TRANSLATE_NOOP("EngineText", "tensor '%1'"), "w"},
    {QT_TRANSLATE_NOOP("EngineText", "has more than %1 axes"), "n"},
    {QT_TRANSLATE_NOOP("EngineText", "a size of its shape is %1"), "n"},
    {QT_TRANSLATE_NOOP("EngineText", "its shape is too large"), ""},
    {QT_TRANSLATE_NOOP("EngineText", "has %1 tensors, at most %2 are read"), "nn"},
    {QT_TRANSLATE_NOOP("EngineText", "there is no buffer %1 in it"), "n"},
    {QT_TRANSLATE_NOOP(
         "EngineText",
         "the data of buffer %1 are outside of its FlatBuffer, as in models of over 2 GB, which aren't read"),
     "n"},
    {QT_TRANSLATE_NOOP("EngineText", "stores only what isn't zero, which can't be read"), ""},
    {QT_TRANSLATE_NOOP("EngineText", "its shape has %1 axes, its signature %2"), "nn"},
    {QT_TRANSLATE_NOOP("EngineText", "has %1 scales and %2 zero points"), "nn"},
    {QT_TRANSLATE_NOOP("EngineText", "one of its scales is %1"), "w"},
    {QT_TRANSLATE_NOOP("EngineText", "has %1 scales along axis %2, which has another size"), "nn"},
    {QT_TRANSLATE_NOOP("EngineText", "%1 bytes of data, %2 were expected for %3 numbers of type %4"), "nnn-"},
    {QT_TRANSLATE_NOOP("EngineText", "has no values of a type that is read (%1)"), "-"},
    {QT_TRANSLATE_NOOP("EngineText", "tensor '%1' holds 8-bit integers without a scale"), "-"},
    {QT_TRANSLATE_NOOP("EngineText",
                       "its weights are used so often that they would take over 8 times as much memory as the file"),
     ""},
    {QT_TRANSLATE_NOOP("EngineText", "%1 has weights of %2 axes for maps of %3, four were expected"), "-nn"},
    {QT_TRANSLATE_NOOP("EngineText", "%1 has its weights in an order for one kind of processor, which isn't read"),
     "-"},
    {QT_TRANSLATE_NOOP("EngineText", "%1 has weights of %2 axes, two were expected"), "-n"},
    {QT_TRANSLATE_NOOP("EngineText", "%1 has %2 inputs and %3 outputs"), "-nn"},
    {QT_TRANSLATE_NOOP("EngineText", "%1 has no input %2"), "-n"},
    {QT_TRANSLATE_NOOP("EngineText", "%1 has weights of type %2, which isn't read"), "--"},
    {QT_TRANSLATE_NOOP("EngineText", "%1 has weights of another shape than it says"), "-"},
    {QT_TRANSLATE_NOOP("EngineText", "it has no convolutions"), ""},
    {QT_TRANSLATE_NOOP("EngineText", "it has no convolutions; it begins with %1"), "-"},
};

}  // namespace

std::vector<EngineTemplate> engineTextsOfGraphs() { return {std::begin(graphsTable), std::end(graphsTable)}; }

}  // namespace zipper::style
