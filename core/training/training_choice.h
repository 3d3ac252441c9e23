// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <cstdint>
#include <optional>
#include <string>

#include "core/data/image_reading.h"
#include "core/models/spec_overrides.h"
#include "core/support/compute_device.h"

namespace zipper {

/// What a network that is to be trained starts as.
struct TrainingStart {
  std::string from;         ///< the file of a network; empty: random weights
  SpecOverrides overrides;  ///< how that file is read; of random weights: input size, stem stride and the like
  /// The network's own head and classes, among which those of the data are found by name; otherwise a new head with an
  /// output for each class of the data.
  bool keepsHead = false;
  std::optional<Architecture> architecture;  ///< of random weights, without: V1. A file must have it.
  double width = 0.25;                       ///< of random weights, as the next
  bool minimalistic = false;
};

/// What random weights have where nothing is said.
inline constexpr int usualInputSize = 32, usualStemStride = 2;

/// All that a training is asked for, by the window and by `zipper train`, whose defaults these are; plain values.
struct TrainingChoice {
  std::string data;  ///< a folder
  ImageReading images;
  std::string out;  ///< the file of the result
  TrainingStart start;
  bool headOnly = false;
  int epochs = 10;
  int batchSize = 128;
  double learningRate = 2e-3;
  double weightDecay = 0.02;
  double labelSmoothing = 0.0;
  double validationShare = 0.05;
  bool augments = true;  ///< shifts, and the next three; false: none of them
  bool flip = false;
  double minimumScale = 1.0;
  double colour = 0.0;
  std::uint64_t seed = 1;
  int threads = 0;  ///< 0: one per core
  ComputeDevice device = {};

  /// Whether what the head reads is computed once for all epochs.
  bool keepsFeatures() const { return headOnly && !augments; }
};

/// "zipper train --data ...": what does the same in a terminal; what is as usual isn't said.
std::string trainingCommand(const TrainingChoice& choice);

}  // namespace zipper
