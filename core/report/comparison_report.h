// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "core/zippering/comparison.h"

namespace zipper {

/// Writes into the folder (created if needed): compare.json, compare.csv (a row per scored moment), compare-losses.csv
/// (a row per iteration), the figures of comparison_charts.h as SVG, and compare.html, a page that needs no other file:
/// those figures, and a table with mean and standard deviation over the seeds.
void writeComparison(const std::filesystem::path& folder, const Comparison& comparison);

/// The names of the files that writeComparison() may write.
std::vector<std::string> comparisonFileNames();

/// The contents of the files.
std::string comparisonJson(const Comparison& comparison);
std::string comparisonCsv(const Comparison& comparison);
std::string comparisonLossesCsv(const Comparison& comparison);
std::string comparisonHtml(const Comparison& comparison);

}  // namespace zipper
