// SPDX-License-Identifier: GPL-3.0-or-later

// Texts of the engine about classes and how they are matched: see engine_template.h.

#include <QtGlobal>

#include "widgets/style/engine_template.h"

namespace zipper::style {

namespace {

constexpr EngineTemplate classesTable[] = {
    {QT_TRANSLATE_NOOP(
         "EngineText",
         "say which class is which output: --classes FILE on the command line, \"Match classes...\" in the workbench"),
     ""},
    {QT_TRANSLATE_NOOP("EngineText",
                       "only the data set has names for the classes: the data set has %1; the network has %2; the "
                       "network's numbers are taken for positions in the data set's order. If that is wrong, %3"),
     "ttt"},
    {QT_TRANSLATE_NOOP("EngineText",
                       "the class names differ: the data set has %1; the network has %2; they are taken in this order, "
                       "the first class for the first output. Unless that is right, all figures are wrong: %3"),
     "ttt"},
    {QT_TRANSLATE_NOOP("EngineText", "the class names differ: the data set has %1; the network has %2"), "tt"},
    {QT_TRANSLATE_NOOP(
         "EngineText",
         "in the list, %1 name stands for another output than in the network itself: %2; the list is followed; %3"),
     "ntt"},
    {QT_TRANSLATE_NOOP(
         "EngineText",
         "in the list, %1 names stand for another output than in the network itself: %2; the list is followed; %3"),
     "ntt"},
    {QT_TRANSLATE_NOOP(
         "EngineText",
         "in the list, %1 name stands for another output than in the network itself: %2; the list is followed"),
     "nt"},
    {QT_TRANSLATE_NOOP(
         "EngineText",
         "in the list, %1 names stand for another output than in the network itself: %2; the list is followed"),
     "nt"},
    {QT_TRANSLATE_NOOP("EngineText",
                       "%1; say which class is which output: --classes FILE on the command line, \"Match classes...\" "
                       "in the workbench"),
     "p"},
    {QT_TRANSLATE_NOOP("EngineText", "%1; their images are left out. If that is wrong, %2"), "pt"},
    {QT_TRANSLATE_NOOP("EngineText", "%1; outputs of the network that no class has: %2"), "pt"},
    {QT_TRANSLATE_NOOP("EngineText", "%1 of the %2 classes of the data set have no output in the network: %3"), "nnt"},
    {QT_TRANSLATE_NOOP("EngineText", "%1 of the %2 classes of the data set has no output in the network: %3"), "nnt"},
    {QT_TRANSLATE_NOOP("EngineText",
                       "the classes of the data set are numbers from %1 to %2, the network has %3 outputs: the numbers "
                       "are taken to count from %4. If that is wrong, all figures are wrong: %5"),
     "nnnnt"},
    {QT_TRANSLATE_NOOP("EngineText",
                       "the classes of the data set are numbers from 0 to %1, the network has %2 outputs: they are "
                       "taken for its first ones. If that is wrong, all figures are wrong: %3"),
     "nnt"},
    {QT_TRANSLATE_NOOP("EngineText",
                       "the network has no class names: the classes of the data set, %1, are taken for its outputs in "
                       "this order. If it was trained in another order, all figures are wrong: %2"),
     "tt"},
    {QT_TRANSLATE_NOOP("EngineText", "%1 count as one class, output %2 (\"%3\"); %4"), "pn-t"},
    {QT_TRANSLATE_NOOP("EngineText", "%1 count as one class, output %2 (\"%3\")"), "pn-"},
    {QT_TRANSLATE_NOOP("EngineText", "%1 count as one class, output %2; %3"), "pnt"},
    {QT_TRANSLATE_NOOP("EngineText", "%1 count as one class, output %2"), "pn"},
    {QT_TRANSLATE_NOOP("EngineText",
                       "%1; or merge without labels: --no-labels, then zipper eval SESSION --task a --data FOLDER "
                       "--agreement"),
     "p"},
    {QT_TRANSLATE_NOOP(
         "EngineText",
         "the images have no labels, as nothing tells their classes; give each class a folder of its own"),
     ""},
    {QT_TRANSLATE_NOOP("EngineText",
                       "the class map gives no class an output; one is needed to score, at least two are needed to "
                       "train; %1"),
     "t"},
    {QT_TRANSLATE_NOOP("EngineText",
                       "the class map leaves the images of one output only; at least two are needed to train; %1"),
     "t"},
    {QT_TRANSLATE_NOOP("EngineText",
                       "the data set has %1 classes, the network's head only %2; choose the data that the network was "
                       "trained on, or train a new head %3"),
     "nnt"},
    {QT_TRANSLATE_NOOP("EngineText", "in a terminal: zipper train --from %1 --data FOLDER --out NEW.safetensors"), "-"},
    {QT_TRANSLATE_NOOP("EngineText",
                       "model %1 (%2) has no head: nothing in it tells classes apart. Choose a file of the whole "
                       "network (its name often lacks \"no_top\" or \"backbone\"), or train a head on your images %3"),
     "--t"},
    {QT_TRANSLATE_NOOP("EngineText",
                       "the classes of the data set are the numbers %1, the network has no names: each number is taken "
                       "for that output. If the network was trained in this order of folders instead, choose the "
                       "position (--classes position)"),
     "t"},
    {QT_TRANSLATE_NOOP("EngineText", "the class map has %1 entries, the data set %2 classes"), "nn"},
    {QT_TRANSLATE_NOOP("EngineText", "the class map names output %1; %2 to %3 are the network's, or -1 for none"),
     "nnn"},
    {QT_TRANSLATE_NOOP("EngineText",
                       "an older version made this session and took the first class for the first output, and so on, "
                       "although their names say otherwise: the data set has %1; the network has %2. It goes on so; a "
                       "new merge, or --classes names, goes by the names"),
     "tt"},
    {QT_TRANSLATE_NOOP("EngineText", "%1 (left out: %2 training and %3 test images)"), "pnn"},
    {QT_TRANSLATE_NOOP("EngineText",
                       "the data set has %1 classes, the network %2; scores only mean something if its classes are the "
                       "network's first, in that order"),
     "nn"},
    {QT_TRANSLATE_NOOP("EngineText",
                       "the model %1 isn't the one that the recipe was made with (%2 found, %3 expected)"),
     "-ww"},
    {QT_TRANSLATE_NOOP("EngineText",
                       "the data set %1 isn't the one that the recipe was made with (%2 found, %3 expected)"),
     "-ww"},
    {QT_TRANSLATE_NOOP("EngineText",
                       "what validation images the data set %1 has isn't the one that the recipe was made with (%2 "
                       "found, %3 expected)"),
     "-ww"},
    {QT_TRANSLATE_NOOP("EngineText",
                       "The images in %1 aren't those that the session was made with; results can't be compared. %2"),
     "-t"},
    {QT_TRANSLATE_NOOP("EngineText",
                       "The images in %1 aren't those that the session was made with; results can't be compared."),
     "-"},
    {QT_TRANSLATE_NOOP(
         "EngineText",
         "the network has no output \"%1\"; it has %2; numbers from %3 to %4 are allowed, and - for none"),
     "-tnn"},
    {QT_TRANSLATE_NOOP("EngineText",
                       "the network has no output \"%1\"; numbers from %2 to %3 are allowed, and - for none"),
     "-nn"},
    {QT_TRANSLATE_NOOP("EngineText", "empty; lines such as cat = 3 expected, or a name per output of the network"), ""},
    {QT_TRANSLATE_NOOP("EngineText",
                       "\"%1\" found, class = output expected (or, in a file that names the network's %2 outputs, as "
                       "many lines as these; there are %3)"),
     "-nn"},
    {QT_TRANSLATE_NOOP("EngineText", "the data set has no class \"%1\"; it has %2"), "-t"},
    {QT_TRANSLATE_NOOP("EngineText", "the class \"%1\" stands there twice"), "-"},
};

}  // namespace

std::vector<EngineTemplate> engineTextsOfClasses() { return {std::begin(classesTable), std::end(classesTable)}; }

}  // namespace zipper::style
