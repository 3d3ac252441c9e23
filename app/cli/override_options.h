// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <CLI/CLI.hpp>
#include <optional>
#include <string>

#include "core/models/spec_overrides.h"

namespace zipper::cli {

/// What can be said about a model that is loaded.
struct OverrideOptions {
  SpecOverrides plain;  ///< what needs no parsing
  std::optional<std::string> activation, padding, channelOrder, mean, std;

  /// Error for unknown names, and for what are no numbers.
  SpecOverrides parsed() const;
};

/// `options` must live as long as the command.
void addOverrides(CLI::App& command, OverrideOptions& options);

}  // namespace zipper::cli
