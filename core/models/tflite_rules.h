// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/models/tflite_step.h"

namespace zipper {

/// Adds the nodes of ONNX that compute what an operator does. One that no MobileNet has keeps its name. Error that
/// names the operator if it has fewer inputs or outputs than it needs, or weights of another number of axes.
void applyTfliteRule(TfliteOnnx& onnx, const TfliteNode& node);

}  // namespace zipper
