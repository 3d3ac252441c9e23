#pragma once

#include <filesystem>
#include <string>

#include "core/zippering/session.h"

namespace zipper {

/// Writes the network at the session's current step in one of exportFormats(), with the recipe in its metadata. `task`:
/// "all", or the name of one task ("a") for a network of its own. Atomic; throws Error.
void exportSession(const Session& session, const std::string& format, const std::string& task,
                   const std::filesystem::path& path);

}  // namespace zipper
