// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/recipe/source_files.h"

#include "core/models/files_beside.h"
#include "core/network/task_names.h"
#include "core/support/error.h"

namespace fs = std::filesystem;

namespace zipper {

namespace {

/// As much of the end of a place as there is in the folder of the session, absolute; empty if nothing of it is there.
fs::path besideSession(const fs::path& place, const fs::path& folder) {
  const std::vector<fs::path> parts(place.begin(), place.end());
  std::error_code code;
  for (std::size_t first = place.is_absolute() ? 1 : 0; first < parts.size(); ++first) {
    fs::path rest;
    for (std::size_t i = first; i < parts.size(); ++i) rest /= parts[i];
    const fs::path candidate = fs::absolute(folder / rest, code);
    if (!code && !rest.empty() && fs::exists(candidate, code)) return candidate;
  }
  return {};
}

}  // namespace

std::vector<ProtectedFile> sourceFiles(const Recipe& recipe) {
  std::vector<ProtectedFile> files;
  for (std::size_t t = 0; t < recipe.sources.size(); ++t) {
    files.push_back({concat("the network of task ", taskName(int(t))), recipe.sources[t].model});
    for (const fs::path& file : filesBeside(recipe.sources[t].model))
      files.push_back({concat("a file beside the network of task ", taskName(int(t))), file});
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
      std::error_code code;
      if (place->empty() || fs::exists(*place, code)) continue;
      if (const fs::path beside = besideSession(*place, folder); !beside.empty()) *place = beside.string();
    }
}

}  // namespace zipper
