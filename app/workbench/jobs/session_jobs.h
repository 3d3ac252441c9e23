// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "core/analysis/weight_similarity.h"
#include "core/data/data_summary.h"
#include "core/formats/model_summary.h"
#include "core/support/stop_token.h"
#include "core/zippering/session.h"
#include "core/zippering/zippering.h"

namespace zipper {

/// A session with everything that the window needs beside it.
struct OpenedSession {
  Session session;
  std::vector<TaskData> data;  ///< empty if a data set couldn't be opened: the session can be looked at, not run
  std::vector<LayerSimilarity> similarity;
  std::vector<std::string> warnings;
  std::vector<std::string> notes;  ///< no reason to worry: how the data was read
};

/// Loads both networks and data sets of the recipe's sources and starts a fresh session. Throws Error that names the
/// file, the layer, what was expected and found.
OpenedSession openSources(const Recipe& recipe, const StopToken& stop);

/// Writes the embedded sample below the folder if it isn't there yet, and opens it with the preset "fast".
OpenedSession openSample(const std::filesystem::path& folder, const StopToken& stop);

/// Reads a session file. A data set that isn't where it was, or isn't the one that it was, becomes a warning.
OpenedSession openSessionFile(const std::filesystem::path& path, const StopToken& stop);

/// Opens training, validation and test images of a task. Throws Error.
TaskData openTaskData(const std::string& folder, const ImageReading& reading);

/// Looks at the data of a task before it becomes part of a pair.
DataSummary summarizeData(const TaskData& data, const ImageReading& reading);

/// Looks at a model file before it becomes part of a pair.
ModelSummary summarizeModel(const std::string& path, const SpecOverrides& overrides);

}  // namespace zipper
