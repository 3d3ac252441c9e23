// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/recipe/schedule.h"

#include <algorithm>
#include <cmath>

namespace zipper {

double learningRateAt(const CalibrationSettings& settings, int iteration, double iterationsPerEpoch) {
  switch (settings.schedule) {
    case ScheduleKind::Constant:
      return settings.learningRate;
    case ScheduleKind::Exponential:
      return settings.learningRate *
             std::pow(settings.decay, std::floor(iteration / (iterationsPerEpoch * settings.decayEpochs)));
    case ScheduleKind::Cosine:
      return settings.learningRate * 0.5 * (1 + std::cos(M_PI * iteration / std::max(1, settings.iterations)));
  }
  return settings.learningRate;
}

}  // namespace zipper
