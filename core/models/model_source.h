// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <map>
#include <string>
#include <vector>

namespace zipper {

/// Where a network came from and what was read.
struct ModelSource {
  std::string path;
  std::string sha256;
  std::string format;                           ///< "safetensors", ...
  std::string scheme;                           ///< naming scheme: "zipper", ...
  std::vector<std::string> notes;               ///< guesses and oddities worth telling the user
  std::map<std::string, std::string> metadata;  ///< as found in the file
};

}  // namespace zipper
