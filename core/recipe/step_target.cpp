// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/recipe/step_target.h"

#include "core/support/error.h"

namespace zipper {

std::string titleOfStep(StepTarget target) {
  if (target.isFineTuning()) return "fine-tuning";
  return target.isEveryLayer() ? std::string("all layers") : concat("layer ", target.layerNumber());
}

int targetNumber(StepTarget target) { return target.isFineTuning() ? 0 : target.layerNumber(); }

}  // namespace zipper
