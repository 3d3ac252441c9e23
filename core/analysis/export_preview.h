// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <cstdint>
#include <filesystem>
#include <string>
#include <vector>

#include "core/session/session.h"
#include "core/support/timing.h"
#include "core/support/work.h"
#include "core/zippering/session_export.h"

namespace zipper {

/// What an export will be, measured before it is written for good.
struct ExportPreview {
  std::vector<std::string> files;  ///< names of all that are written, the one with the network first
  std::int64_t bytes = 0;          ///< of all of them
  /// Bytes of the networks as they were opened, one by one in the same format and precision; 0 where one task is
  /// wanted.
  std::int64_t separateBytes = 0;
  int tasks = 1;                       ///< that are wanted
  bool sharesTrunk = false;            ///< all of them look at one image, whose first layers are computed once
  double milliseconds = 0;             ///< one image of each wanted task, one after the other
  double separateMilliseconds = 0;     ///< the same through the networks as they were opened
  int threads = 1;                     ///< that both times are of
  TimeRange range{}, separateRange{};  ///< of what both are the median of
};

/// The name of the file that an export is suggested: "merged.onnx", "merged-a.onnx".
std::string suggestedExportName(const ExportRequest& request);

/// Names of the files with class names that are written beside `file`: "merged_labels_a.txt" beside "merged.tflite".
std::vector<std::string> labelFilesOfExport(const Session& session, const ExportRequest& request,
                                            const std::filesystem::path& file);

/// Writes the export into a temporary folder, and where all tasks are wanted each network as it was opened beside it,
/// and measures the files. No images are needed: ranges of integers are those of random inputs, which changes no size.
/// Times are those of this program's own inference on this machine, in float32 with batch normalization folded, and say
/// nothing of other runtimes: for half a second or more both take turns, and the median of the least of each three runs
/// counts, so that other programs neither slow down one of them nor both. Tells no progress. Throws Cancelled, and
/// Error as exportSession() does.
ExportPreview previewExport(const Session& session, const ExportRequest& request, const Work& work = {});

}  // namespace zipper
