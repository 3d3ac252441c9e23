// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <memory>
#include <string>
#include <vector>

#include "core/bench/bench_options.h"
#include "core/recipe/recipe.h"
#include "core/support/temporary_folder.h"
#include "core/support/work.h"
#include "core/zippering/zippering.h"

namespace zipper {

/// Two tasks that can be merged again and again.
struct MergePair {
  std::string title;
  std::vector<TaskSource> sources;
  int layers = 0;
  int batchSize = 0;                          ///< images per task; 0: as the preset has it
  std::vector<TaskData> images;               ///< in memory; empty: opened for each merge
  std::shared_ptr<TemporaryFolder> folder{};  ///< that holds the networks' files; null: they are somebody else's
};

/// What writeSamples() wrote into the folder. Throws Error if it isn't there.
MergePair samplePair(const std::filesystem::path& folder);

/// Random networks in files, with batch statistics that fit their random images.
MergePair randomPair(const BenchOptions& options);

/// The images of both tasks.
std::vector<TaskData> imagesOfPair(const MergePair& pair, const Recipe& recipe, const Work& work);

}  // namespace zipper
