// SPDX-License-Identifier: GPL-3.0-or-later

// Texts of the engine about what ONNX graphs compute: see engine_template.h.

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
};

}  // namespace

std::vector<EngineTemplate> engineTextsOfGraphs() { return {std::begin(graphsTable), std::end(graphsTable)}; }

}  // namespace zipper::style
