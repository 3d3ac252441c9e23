// SPDX-License-Identifier: GPL-3.0-or-later

// Texts of the engine about networks that can't be what they say, or don't fit together: see engine_template.h.

#include <QtGlobal>

#include "widgets/style/engine_template.h"

namespace zipper::style {

namespace {

constexpr EngineTemplate compatibilityTable[] = {
    {QT_TRANSLATE_NOOP("EngineText",
                       "the networks don't fit together: pointwise layer %1 of A is %2 (width %3), of %4 %5 (width "
                       "%6); where networks have other channels, one must have at least those of all others in every "
                       "layer, and add where they do"),
     "n-n--n"},
    {QT_TRANSLATE_NOOP(
         "EngineText",
         "the networks don't fit together: expand layer %1 of A is %2 (width %3), of %4 %5 (width %6); where networks "
         "have other channels, one must have at least those of all others in every layer, and add where they do"),
     "n-n--n"},
    {QT_TRANSLATE_NOOP(
         "EngineText",
         "the networks don't fit together: squeeze layer %1 of A is %2 (width %3), of %4 %5 (width %6); where networks "
         "have other channels, one must have at least those of all others in every layer, and add where they do"),
     "n-n--n"},
    {QT_TRANSLATE_NOOP(
         "EngineText",
         "the networks don't fit together: excite layer %1 of A is %2 (width %3), of %4 %5 (width %6); where networks "
         "have other channels, one must have at least those of all others in every layer, and add where they do"),
     "n-n--n"},
    {QT_TRANSLATE_NOOP(
         "EngineText",
         "the networks don't fit together: project layer %1 of A is %2 (width %3), of %4 %5 (width %6); where networks "
         "have other channels, one must have at least those of all others in every layer, and add where they do"),
     "n-n--n"},
    {QT_TRANSLATE_NOOP(
         "EngineText",
         "the networks don't fit together: A is a %1, %2 a %3; only networks of the same architecture can be merged"),
     "---"},
    {QT_TRANSLATE_NOOP("EngineText",
                       "the networks don't fit together: the first block of %1 has an expanding convolution, that of "
                       "%2 has none; only networks of the same variant can be merged"),
     "--"},
    {QT_TRANSLATE_NOOP("EngineText",
                       "the networks don't fit together: %1 is minimalistic, %2 isn't; only networks of the same "
                       "variant can be merged"),
     "--"},
    {QT_TRANSLATE_NOOP("EngineText",
                       "the networks don't fit together: layer %1 of %2 has squeeze-and-excite, that of %3 has none; "
                       "only networks of the same variant can be merged"),
     "n--"},
    {QT_TRANSLATE_NOOP("EngineText",
                       "the networks don't fit together: layer %1 of %2 adds its input to its output, that of %3 "
                       "doesn't, as its stride is 2; only networks of the same variant can be merged"),
     "n--"},
    {QT_TRANSLATE_NOOP("EngineText",
                       "task %1: its network has width %2; to share the layers of a wider one it gets channels of "
                       "zeros up to width %3: its answers stay the same, its computation becomes %4 times as much"),
     "wnnn"},
    {QT_TRANSLATE_NOOP("EngineText", "minimalistic"), ""},
    {QT_TRANSLATE_NOOP("EngineText", "false, as the network is no MobileNet V3"), ""},
    {QT_TRANSLATE_NOOP("EngineText", "%1 squeezed ones found, 0 expected, as the network is minimalistic"), "n"},
    {QT_TRANSLATE_NOOP("EngineText", "%1, %2, %3 or %4"), "wwww"},
    {QT_TRANSLATE_NOOP("EngineText", "none, or %1"), "n"},
    {QT_TRANSLATE_NOOP("EngineText", "none, or %1 of 1 or 2"), "n"},
    {QT_TRANSLATE_NOOP("EngineText",
                       "the first block has %1 expanded channels, the stem %2; the same expected, as the block has no "
                       "expanding convolution"),
     "nn"},
};

}  // namespace

std::vector<EngineTemplate> engineTextsOfCompatibility() {
  return {std::begin(compatibilityTable), std::end(compatibilityTable)};
}

}  // namespace zipper::style
