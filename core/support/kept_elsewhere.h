// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <filesystem>
#include <functional>
#include <string>

#include "core/support/error.h"

namespace zipper {

/// What couldn't be written where it was wanted is kept in `kept`, which the message names.
class KeptElsewhere : public Error {
 public:
  KeptElsewhere(const std::string& message, std::filesystem::path where) : Error(message), kept(std::move(where)) {}
  std::filesystem::path kept;
};

/// Writes the result of long work, a file or a folder of files. If that fails, it is written under the same name into a
/// new folder for temporary files (TMPDIR, /tmp, /var/tmp, the home folder or the current one, the first that works),
/// and KeptElsewhere is thrown: "why; WHAT is kept as PLACE". If nothing works, the first Error. `write` gets the path
/// to write to and throws Error; Cancelled goes through.
void writeOrKeep(const std::filesystem::path& path, const std::string& what,
                 const std::function<void(const std::filesystem::path&)>& write);

}  // namespace zipper
