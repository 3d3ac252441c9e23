// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <string>
#include <vector>

#include "core/bench/bench_options.h"
#include "core/bench/merge_measurement.h"
#include "core/support/work.h"

namespace zipper {

/// The merges that can be chosen: "sample/fast", "sample/untrained", "random/fast", "random/untrained". Sample: the
/// embedded pair, from the files of BenchOptions::merge.sample; random: networks of the sizes that the options name,
/// with 2048 training and 512 test images of each task in memory. Fast: the preset; untrained: the preset without
/// calibration and fine-tuning.
std::vector<std::string> mergeNames();

/// Throws Error for a merge that doesn't exist, less than one repetition, or the sample without its folder.
void validateMerges(const BenchOptions& options);

/// Does the merges as `zipper merge` does them, from the files to the session that is saved, scores included. They take
/// turns, without rounds that don't count. Tells progress in steps of all of them together; the teachers' scores are
/// one, too. Throws Error, Cancelled (within a step).
std::vector<MergeMeasurement> measureMerges(const BenchOptions& options, const Work& work = {});

}  // namespace zipper
