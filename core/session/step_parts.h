// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <array>
#include <cstddef>
#include <string>

namespace zipper {

/// What the time of a step goes into: channel orders; averages over what layers read and write; Fisher information;
/// depthwise kernels, or the stem, fitted; shared weights set or solved for; heads fitted; BN statistics; iterations;
/// scores on test and validation images.
enum class StepPart { Alignment, Moments, Fisher, Kernels, Weights, Heads, Statistics, Calibration, Scores };

inline constexpr std::array<StepPart, 9> stepParts = {StepPart::Alignment,  StepPart::Moments,     StepPart::Fisher,
                                                      StepPart::Kernels,    StepPart::Weights,     StepPart::Heads,
                                                      StepPart::Statistics, StepPart::Calibration, StepPart::Scores};

/// "alignment", "moments", ...: in files and tables.
std::string toString(StepPart part);

/// Seconds of each part.
struct PartSeconds {
  std::array<double, stepParts.size()> values{};

  double& operator[](StepPart part) { return values[std::size_t(part)]; }
  double operator[](StepPart part) const { return values[std::size_t(part)]; }
  double sum() const;
};

}  // namespace zipper
