// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <CLI/CLI.hpp>

namespace zipper::cli {

/// CLI11 reads 2^64+1 as 2^64-1, 010 as 8 and 1e999 as infinity. Makes every number option of the subcommands that are
/// there take decimal numbers that fit its type, finite ones, and refuse all else. To be called behind the last
/// add_option().
void takeExactNumbers(CLI::App& app);

}  // namespace zipper::cli
