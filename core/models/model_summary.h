// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <string>
#include <vector>

#include "core/models/spec_overrides.h"

namespace zipper {

/// What is known of a model file once it has been read.
struct ModelSummary {
  std::string format;              ///< "safetensors", ...
  std::string scheme;              ///< naming scheme: "zipper", ...
  MobileNetSpec spec;              ///< overrides included
  MobileNetSpec specAsRead;        ///< without them
  std::vector<std::string> notes;  ///< guesses and oddities
  SpecOverrides overrides;
  std::vector<std::string> layerHashes{};  ///< see identical_layers.h; empty: not known
};

}  // namespace zipper
