// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <optional>
#include <string>
#include <vector>

#include "core/network/mobilenet_spec.h"

namespace zipper {

/// What the user knows better than a file and the conventions of its naming scheme.
struct SpecOverrides {
  std::optional<int> inputSize;
  std::optional<int> stemStride;
  std::optional<Activation> activation;
  std::optional<Padding> padding;
  std::optional<double> bnEpsilon;
  std::optional<int> classOffset;
  std::optional<std::vector<double>> mean, std;  ///< one number, or one per input channel
  std::optional<ChannelOrder> channelOrder;
  bool useEma = false;  ///< the moving averages of the weights in a checkpoint, not the weights
  std::string part;     ///< which of several networks in a file: what its names begin with, or its task
};

/// True if the user leaves everything as it is read.
bool isEmpty(const SpecOverrides& overrides);

/// Replaces what the user says and adds a note for each; Error that names the field.
void applyOverrides(MobileNetSpec& spec, const SpecOverrides& overrides, std::vector<std::string>& notes);

/// Why a network that was read with this spec can't have the overrides: field, value and what is allowed; empty if it
/// can.
std::string whyRefused(const SpecOverrides& overrides, MobileNetSpec spec);

/// "0.5,0.5,0.5"
std::string numbersText(const std::vector<double>& values, const char* separator = ",");

}  // namespace zipper
