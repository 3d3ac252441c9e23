// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <CLI/CLI.hpp>
#include <string>

#include "core/support/compute_device.h"

namespace zipper::cli {

/// Refuses what is no device, in one sentence, and what this build or machine can't compute on.
CLI::Validator deviceName();
/// Adds --device to a command without a recipe. `device` must live as long as the command.
void addDevice(CLI::App& command, ComputeDevice& device);

}  // namespace zipper::cli
