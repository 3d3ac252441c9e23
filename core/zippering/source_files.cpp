// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/zippering/source_files.h"

#include "core/support/error.h"

namespace fs = std::filesystem;

namespace zipper {

std::vector<ProtectedFile> sourceFiles(const Recipe& recipe) {
  std::vector<ProtectedFile> files;
  for (std::size_t t = 0; t < recipe.sources.size(); ++t) {
    files.push_back({concat("the network of task ", taskName(int(t))), recipe.sources[t].model});
    files.push_back({concat("the data of task ", taskName(int(t))), recipe.sources[t].data});
  }
  return files;
}

void makeAbsolute(Recipe& recipe) {
  for (TaskSource& source : recipe.sources)
    for (std::string* place : {&source.model, &source.data}) {
      std::error_code code;
      const fs::path absolute = fs::absolute(*place, code);
      if (!place->empty() && !code) *place = absolute.string();
    }
}

void findSources(Recipe& recipe, const fs::path& folder) {
  for (TaskSource& source : recipe.sources)
    for (std::string* place : {&source.model, &source.data}) {
      if (place->empty() || fs::path(*place).is_absolute()) continue;
      std::error_code code;
      const fs::path beside = fs::absolute(folder / *place, code);
      if (!code && !fs::exists(*place, code) && fs::exists(beside, code)) *place = beside.string();
    }
}

}  // namespace zipper
