// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "core/exports/export_check.h"
#include "core/session/session.h"
#include "core/zippering/zippering.h"

namespace zipper {

/// Images per task that an exported file is compared with the engine on; fewer if they are very large.
inline constexpr int exportCheckImages = 10;

/// Writes the network at the session's current step in one of exportFormats(), with the recipe in its metadata. `task`:
/// "all", or the name of one task ("a") for a network of its own. The file is read back and run on test images of
/// each task, or on random inputs where `data` has none; see export_check.h. Atomic; throws Error.
ExportCheck exportSession(const Session& session, const std::string& format, const std::string& task,
                          const std::filesystem::path& path, const std::vector<TaskData>& data = {});

}  // namespace zipper
