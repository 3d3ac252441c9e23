// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "core/exports/export_check.h"
#include "core/session/session.h"
#include "core/zippering/export_request.h"
#include "core/zippering/zippering.h"

namespace zipper {

/// Images per task that an exported file is compared with the engine on; fewer if they are very large.
inline constexpr int exportCheckImages = 10;

/// Training images per task that the ranges of maps are found on, for int8.
inline constexpr int exportRangeImages = 256;

/// Test images per task at most that the accuracy of int8 is measured on.
inline constexpr int exportTestImages = 2000;

/// Writes the network at the session's current step, with the recipe in its metadata. The file is read back and run on
/// test images of each task, or on random inputs where `data` has none; see export_check.h. For int8 the ranges of maps
/// are found on training images, evenly spread, and the top-1 accuracies of network and file are measured on test
/// images. Tells progress in batches of the latter two. Atomic; throws Error: for int8 where a task has no training
/// images, too; Cancelled.
ExportCheck exportSession(const Session& session, const ExportRequest& request, const std::filesystem::path& path,
                          const std::vector<TaskData>& data = {}, const Work& work = {});

}  // namespace zipper
