// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <vector>

#include "app/cli/merge_options.h"
#include "core/support/protected_files.h"

namespace zipper::cli {

/// What a command reads for a merge, so that nothing of it is written over: networks and data of the recipe, the recipe
/// file, and the session that is resumed if `session` is given.
std::vector<ProtectedFile> filesRead(const Recipe& recipe, const MergeOptions& options,
                                     const std::string& session = {});

/// To be called before the work: refuses a report folder in which a file of these names was read, makes the folder and
/// tries to write there. Nothing if `folder` is empty.
void prepareReport(const std::string& folder, const std::vector<std::string>& names,
                   const std::vector<ProtectedFile>& sources);

}  // namespace zipper::cli
