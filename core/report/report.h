// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "core/network/layer_table.h"
#include "core/support/stop_token.h"
#include "core/zippering/session.h"

namespace zipper {

/// Measured wall time of one image (or batch) through all tasks' networks, in milliseconds, medians.
struct InferenceTime {
  int batch = 1;
  int threads = 1;
  double separate = 0;  ///< the teachers, one after the other, BN folded
  double merged = 0;    ///< all tasks of the merged network, one after the other, BN folded
  int repetitions = 0;
  double trunk = 0;  ///< all tasks of the merged network on the same image, the trunk once, BN folded; 0: no trunk
};

/// Measures separate and merged, and with a trunk that as well, interleaved; `repetitions` each.
InferenceTime measureInference(const Session& session, int batch, int repetitions);

/// How many times as fast as the teachers, one after the other, the merged network is after each step of the session's
/// plan, with one image and BN folded; where the plan has a trunk, with the same image for all tasks. One network is
/// timed for each depth of the trunk, with initialized weights, as times depend on nothing else; all of them take
/// turns, and the least time of each counts. Throws Cancelled.
std::vector<double> measurePlannedSpeedups(const Session& session, const StopToken& stop = {});

/// The names of the files of a report.
std::vector<std::string> reportFileNames();

/// Writes into the folder (created if needed): report.json, steps.csv, curves.csv, recipe.json and report.html, a page
/// that needs no other file, with tables, loss curves and the accuracy by merged layers as SVG. Figures that were not
/// measured are left out.
void writeReport(const std::filesystem::path& folder, const Session& session, const std::vector<InferenceTime>& times);

}  // namespace zipper
