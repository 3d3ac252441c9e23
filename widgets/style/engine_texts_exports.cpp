// SPDX-License-Identifier: GPL-3.0-or-later

// Texts of the engine about exports, their targets and their formats: see engine_template.h.

#include <QtGlobal>

#include "widgets/style/engine_template.h"

namespace zipper::style {

namespace {

constexpr EngineTemplate exportsTable[] = {
    {QT_TRANSLATE_NOOP("EngineText", "Browser"), ""},
    {QT_TRANSLATE_NOOP("EngineText", "Phone"), ""},
    {QT_TRANSLATE_NOOP("EngineText", "Another program"), ""},
    {QT_TRANSLATE_NOOP("EngineText",
                       "An app on a phone or a small board, which runs the file with LiteRT (TensorFlow Lite)."),
     ""},
    {QT_TRANSLATE_NOOP(
         "EngineText",
         "A page that computes in the visitor's browser, so that no picture leaves the visitor's computer."),
     ""},
    {QT_TRANSLATE_NOOP("EngineText", "A script or a server in Python, with ONNX Runtime, PyTorch or LiteRT."), ""},
    {QT_TRANSLATE_NOOP("EngineText", "A program in C++, with the DNN module of OpenCV or with LibTorch."), ""},
    {QT_TRANSLATE_NOOP("EngineText", "A program in another language, or one that opens the file by itself."), ""},
    {QT_TRANSLATE_NOOP("EngineText",
                       "Open the file in a browser: it holds the network and everything else that it needs, and works "
                       "without a network connection. To publish it, put it on any web server or send it on; where the "
                       "camera is to be used, the server has to speak HTTPS. A picture that is dropped into the page "
                       "stays in the browser."),
     ""},
    {QT_TRANSLATE_NOOP("EngineText", "Web page"), ""},
    {QT_TRANSLATE_NOOP("EngineText", "PyTorch state dict"), ""},
    {QT_TRANSLATE_NOOP("EngineText", "PyTorch state dict for torchvision"), ""},
    {QT_TRANSLATE_NOOP("EngineText", "TorchScript, frozen"), ""},
    {QT_TRANSLATE_NOOP("EngineText", "inputs"), ""},
    {QT_TRANSLATE_NOOP("EngineText", "outputs"), ""},
    {QT_TRANSLATE_NOOP("EngineText", "%1 name of %2 found, %3 expected"), "ntn"},
    {QT_TRANSLATE_NOOP("EngineText", "%1 names of %2 found, %3 expected"), "ntn"},
    {QT_TRANSLATE_NOOP(
         "EngineText",
         "'%1' can't be the name of one of the %2: 1 to 100 letters, digits, '_', '.' and '-' are expected"),
     "-t"},
    {QT_TRANSLATE_NOOP("EngineText", "'%1' is the name of two inputs or outputs"), "-"},
    {QT_TRANSLATE_NOOP("EngineText", "export format %1 can't have %2 numbers, only %3"), "ww-"},
    {QT_TRANSLATE_NOOP("EngineText",
                       "export format %1 has inputs and outputs of its own: neither names nor softmax can be chosen"),
     "w"},
    {QT_TRANSLATE_NOOP("EngineText",
                       "int8: training images of task %1 are needed to find out how large the numbers in between "
                       "become, none were found; give them, or choose float16"),
     "-"},
    {QT_TRANSLATE_NOOP("EngineText", "its numbers are not finite"), ""},
    {QT_TRANSLATE_NOOP("EngineText", "constant %1 reaches %2, float16 65504: export it as float32"), "-w"},
    {QT_TRANSLATE_NOOP("EngineText", "the model is too large for a TensorFlow Lite file (2 GB)"), ""},
};

}  // namespace

std::vector<EngineTemplate> engineTextsOfExports() { return {std::begin(exportsTable), std::end(exportsTable)}; }

}  // namespace zipper::style
