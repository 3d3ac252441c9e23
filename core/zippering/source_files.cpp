// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/zippering/source_files.h"

#include "core/support/error.h"

namespace zipper {

std::vector<ProtectedFile> sourceFiles(const Recipe& recipe) {
  std::vector<ProtectedFile> files;
  for (std::size_t t = 0; t < recipe.sources.size(); ++t) {
    files.push_back({concat("the network of task ", taskName(int(t))), recipe.sources[t].model});
    files.push_back({concat("the data of task ", taskName(int(t))), recipe.sources[t].data});
  }
  return files;
}

}  // namespace zipper
