// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "core/analysis/inference_time.h"
#include "core/network/merge_cost.h"
#include "core/report/report.h"

namespace zipper {

/// What a trunk of one depth costs and saves; all of it measured but the counts.
struct TrunkPoint {
  int depth = 0;  ///< layers 0 ... depth shared whole; 0: no trunk
  Scores scores;  ///< at the end, on the test sets
  InferenceTime time;
  MergeCost cost;
  double seconds = 0;  ///< of merging and calibrating, evaluation included

  /// Separate networks against this one, for an image that all tasks look at.
  double speedup() const { return time.separate / (time.trunk > 0 ? time.trunk : time.merged); }
};

/// The same merge with trunks of several depths.
struct TrunkSweep {
  Recipe recipe;  ///< what the runs have in common
  Scores teacherScores;
  std::vector<TrunkPoint> points;
  std::vector<std::vector<std::string>> guesses;  ///< about each network, see guess_notice.h
};

/// The point of a session that is finished.
TrunkPoint trunkPoint(const Session& session, const InferenceTime& time);

/// Writes into the folder (created if needed): trunks.json, trunks.csv (a row per depth), trunks.svg, the chart of
/// accuracy against measured speedup with a point per depth, and trunks.html, a page with chart and table.
void writeTrunkSweep(const std::filesystem::path& folder, const TrunkSweep& sweep);

/// The names of these files.
std::vector<std::string> trunkSweepFiles();

/// The contents of the files.
std::string trunkSweepJson(const TrunkSweep& sweep);
std::string trunkSweepCsv(const TrunkSweep& sweep);
std::string trunkSweepSvg(const TrunkSweep& sweep);
std::string trunkSweepHtml(const TrunkSweep& sweep);

}  // namespace zipper
