// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/session/step_parts.h"

#include <numeric>

namespace zipper {

std::string toString(StepPart part) {
  switch (part) {
    case StepPart::Alignment:
      return "alignment";
    case StepPart::Moments:
      return "moments";
    case StepPart::Fisher:
      return "fisher";
    case StepPart::Kernels:
      return "kernels";
    case StepPart::Weights:
      return "weights";
    case StepPart::Heads:
      return "heads";
    case StepPart::Statistics:
      return "statistics";
    case StepPart::Calibration:
      return "calibration";
    case StepPart::Scores:
      return "scores";
  }
  return "";
}

double PartSeconds::sum() const { return std::accumulate(values.begin(), values.end(), 0.0); }

}  // namespace zipper
