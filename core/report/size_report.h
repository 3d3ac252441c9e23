// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "core/analysis/size_sweep.h"
#include "core/support/json_reader.h"

namespace zipper {

/// Writes into the folder (created if needed): sizes.json, sizes.csv (a row per size and kind), sizes.svg, the chart of
/// mean top-1 against compression, and sizes.html, a page with chart, table and recommendation.
void writeSizeSweep(const std::filesystem::path& folder, const SizeSweep& sweep);

/// The names of these files.
std::vector<std::string> sizeSweepFiles();

/// The contents of the files.
Json sizeSweepJson(const SizeSweep& sweep);
std::string sizeSweepCsv(const SizeSweep& sweep);
std::string sizeSweepSvg(const SizeSweep& sweep);
std::string sizeSweepHtml(const SizeSweep& sweep);

/// "recommended (measured in closed form): layers 6-13, 1.77 times fewer parameters; mean top-1 −0.55 ± 0.41 points
/// against the teachers"
std::string adviceText(const SizeAdvice& advice);
Json adviceJson(const SizeAdvice& advice);

}  // namespace zipper
