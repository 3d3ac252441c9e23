// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/data/bare_images.h"

#include <algorithm>
#include <map>
#include <optional>
#include <utility>

#include "core/data/file_dataset.h"
#include "core/data/folder_listing.h"
#include "core/data/natural_order.h"
#include "core/data/path_text.h"
#include "core/data/split_names.h"
#include "core/data/synthesized_mark.h"
#include "core/support/error.h"

namespace fs = std::filesystem;

namespace zipper {

namespace {

/// Which folders hold the images of what.
struct BareParts {
  fs::path train;
  std::optional<fs::path> validation, test;  ///< validation only beside test
};

/// Validation images without test images are the test set, as with class folders.
BareParts barePartsOf(const fs::path& folder) {
  const BareParts whole{folder, {}, {}};
  if (holdsImagesDirectly(folder)) return whole;
  const std::vector<fs::path> folders = listFolder(folder).folders;
  std::vector<std::string> names;
  for (const fs::path& inner : folders) names.push_back(inner.filename().string());
  const std::vector<std::optional<Split>> splits = splitsOfFolders(names);
  std::map<Split, fs::path> found;
  for (std::size_t i = 0; i < folders.size(); ++i) {
    if (!holdsImages(folders[i])) continue;
    if (!splits[i] || !found.emplace(*splits[i], folders[i]).second) return whole;
  }
  if (found.count(Split::Train) == 0 || found.size() == 1) return whole;
  BareParts parts{found.at(Split::Train), {}, {}};
  if (found.count(Split::Validation) > 0) parts.validation = found.at(Split::Validation);
  if (found.count(Split::Test) > 0) parts.test = found.at(Split::Test);
  if (!parts.test) std::swap(parts.validation, parts.test);
  return parts;
}

/// One line about files that are no images; empty if there are none.
std::string bareLeftOutNote(const fs::path& part, const FoundImages& found) {
  const std::int64_t files = found.leftOut.count();
  if (files == 0) return {};
  return concat(lastOf(part), "/: ", found.files.size(), found.files.size() == 1 ? " image; " : " images; ", files,
                files == 1 ? " file" : " files", " left out: ", found.leftOut.text());
}

}  // namespace

OpenedDataset openBareImages(const fs::path& folder, const OpenOptions& options) {
  const BareParts parts = barePartsOf(folder);
  const bool hasOwnSplit = parts.test.has_value();
  if (options.split == Split::Validation && !parts.validation) return {nullptr, hasOwnSplit};
  const fs::path part = options.split == Split::Validation           ? *parts.validation
                        : options.split == Split::Test && parts.test ? *parts.test
                                                                     : parts.train;
  FoundImages found = findImages(part);
  if (found.files.empty()) fail(nameOf(part), ": images were expected, none were found; add some");
  std::sort(found.files.begin(), found.files.end(), naturallyBefore);
  FileImages images;
  images.classNames = {""};
  images.notes = {"the images are read without classes"};
  if (std::string note = synthesizedNote(parts.train); !note.empty()) images.notes.push_back(std::move(note));
  if (std::string note = bareLeftOutNote(part, found); !note.empty()) images.notes.push_back(std::move(note));
  for (std::string& file : found.files) images.items.push_back({std::move(file), 0});
  return {makeFileDataset(std::move(images), options.cacheBytes, options.images), hasOwnSplit};
}

}  // namespace zipper
