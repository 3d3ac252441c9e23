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

}  // namespace zipper
