// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/plots/stroke_scale.h"

namespace zipper::plots {

namespace {
double scaleOfStrokes = 1;
}

double strokeScale() { return scaleOfStrokes; }

void setStrokeScale(double scale) { scaleOfStrokes = scale; }

}  // namespace zipper::plots
