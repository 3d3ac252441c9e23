// SPDX-License-Identifier: GPL-3.0-or-later

// Texts of the engine about lesson files: see engine_template.h.

#include <QtGlobal>

#include "widgets/style/engine_template.h"

namespace zipper::style {

namespace {

constexpr EngineTemplate lessonsTable[] = {
    {QT_TRANSLATE_NOOP("EngineText", "no lesson: its beginning isn't that of one"), ""},
    {QT_TRANSLATE_NOOP("EngineText",
                       "a lesson; the workbench opens it, and zipper lesson unpack writes the session in it"),
     ""},
    {QT_TRANSLATE_NOOP("EngineText", "no lesson: it holds no %1"), "w"},
    {QT_TRANSLATE_NOOP(
         "EngineText",
         "it was made by a newer version of the program (format %1, up to %2 is read); install a newer one"),
     "nn"},
    {QT_TRANSLATE_NOOP("EngineText", "damaged: %1 isn't what its checksum was taken of"), "w"},
    {QT_TRANSLATE_NOOP("EngineText", "damaged: %1 is missing"), "w"},
    {QT_TRANSLATE_NOOP("EngineText", "damaged: %1 has %2 bytes, %3 expected"), "wnn"},
    {QT_TRANSLATE_NOOP("EngineText", "damaged: it holds %1 files, %2 expected"), "nn"},
    {QT_TRANSLATE_NOOP("EngineText", "damaged: it holds no session"), ""},
    {QT_TRANSLATE_NOOP("EngineText", "damaged: its kind isn't that of a lesson"), ""},
    {QT_TRANSLATE_NOOP("EngineText", "a file of the lesson is called \"%1\", which none can be"), "-"},
    {QT_TRANSLATE_NOOP("EngineText", "can't be written; is the disk of temporary files full?"), ""},
    {QT_TRANSLATE_NOOP("EngineText", "the images of the lesson can't be written there: %1"), "t"},
    {QT_TRANSLATE_NOOP("EngineText",
                       "the lesson would hold %1 images, at most %2 are taken; take fewer images of each class"),
     "nn"},
    {QT_TRANSLATE_NOOP("EngineText", "the lesson would have %1 MB, at most %2 MB are taken; take fewer images"), "nn"},
    {QT_TRANSLATE_NOOP(
         "EngineText",
         "the images of task %1 can't be put into a lesson: a class without images, or with a name that no "
         "list can hold; rename its folder"),
     "w"},
    {QT_TRANSLATE_NOOP(
         "EngineText",
         "the lesson holds %1 of %2 training images and %3 of %4 test images; its finished steps were made "
         "with all of them and scored anew on these"),
     "nnnn"},
};

}  // namespace

std::vector<EngineTemplate> engineTextsOfLessons() { return {std::begin(lessonsTable), std::end(lessonsTable)}; }

}  // namespace zipper::style
