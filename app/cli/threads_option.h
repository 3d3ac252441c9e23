// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <CLI/CLI.hpp>

namespace zipper::cli {

/// Adds --threads to a command without a recipe. `threads` must live as long as the command.
void addThreads(CLI::App& command, int& threads);

}  // namespace zipper::cli
