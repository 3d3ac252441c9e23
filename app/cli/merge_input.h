// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <filesystem>

#include <string>
#include <vector>

#include "core/support/stop_token.h"
#include "core/zippering/zippering.h"

namespace zipper::cli {

/// Opens the data sets of all tasks; the test sets only if something is to be evaluated.
std::vector<TaskData> openTasks(const Recipe& recipe, bool evaluate, const StopToken& stop);

/// A recipe with hashes reproduces a run only on the same files: Error if they differ, or a warning if the user allowed
/// it. `what` names the file.
void checkHash(bool allowChanged, const std::string& what, const std::string& found, const std::string& expected);

/// The session of a file; warns of what people should know of it.
Session readSession(const std::filesystem::path& path);

/// The same for both parts of a data set.
void checkData(bool allowChanged, const TaskSource& found, const TaskSource& expected);

/// Loads the teachers and starts a session on them; compares all hashes that the recipe holds.
Session openSession(const Recipe& recipe, const std::vector<TaskData>& data, bool allowChanged, const StopToken& stop);

}  // namespace zipper::cli
