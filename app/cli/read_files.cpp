// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/cli/read_files.h"

#include "core/recipe/source_files.h"
#include "core/support/files.h"

namespace zipper::cli {

std::vector<ProtectedFile> filesRead(const Recipe& recipe, const MergeOptions& options, const std::string& session) {
  std::vector<ProtectedFile> files = sourceFiles(recipe);
  if (!options.recipe.empty()) files.push_back({"the recipe", options.recipe});
  for (const std::string& classes : classWishes(options.tasks))
    if (!classes.empty()) files.push_back({"the classes", classes});
  if (!session.empty()) files.push_back({"the session itself", session});
  return files;
}

void prepareReport(const std::string& folder, const std::vector<std::string>& names,
                   const std::vector<ProtectedFile>& sources) {
  if (folder.empty()) return;
  refuseToReplaceIn(folder, names, sources);
  createFolderToWrite(folder);
}

}  // namespace zipper::cli
