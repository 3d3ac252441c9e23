// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <filesystem>
#include <string>
#include <vector>

namespace zipper {

/// A file or folder that was read, and must not be written over.
struct ProtectedFile {
  std::string what;  ///< "the network of task A"
  std::filesystem::path
      path;  ///< a folder stands for everything below it; may be the prefix of a TensorFlow checkpoint
};

/// What of `sources` would go if `out` were written; null if nothing would. The one place that decides it: the file
/// itself, however it is spelled or linked (also a hard link); the other files of a TensorFlow checkpoint and the data
/// beside an ONNX graph; any file that is below a folder, also where links in that folder lead out of it. A new file
/// takes nothing away, wherever it is.
const ProtectedFile* sourceReplacedBy(const std::filesystem::path& out, const std::vector<ProtectedFile>& sources);

/// Throws Error that names both if there is one: "OUT: is ..., and what was read is never written over".
void refuseToReplace(const std::filesystem::path& out, const std::vector<ProtectedFile>& sources);

/// The same for the files of these names in a folder.
void refuseToReplaceIn(const std::filesystem::path& folder, const std::vector<std::string>& names,
                       const std::vector<ProtectedFile>& sources);

}  // namespace zipper
