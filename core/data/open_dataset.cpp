// SPDX-License-Identifier: GPL-3.0-or-later

#include <filesystem>

#include "core/data/cifar_dataset.h"
#include "core/data/dataset.h"
#include "core/data/folder_listing.h"
#include "core/data/idx_dataset.h"
#include "core/data/image_folder_dataset.h"
#include "core/support/error.h"

namespace fs = std::filesystem;

namespace zipper {

namespace {

const char* const knownKinds =
    "IDX files (train-images-idx3-ubyte, train-labels-idx1-ubyte, plain or .gz), CIFAR-10 batches (data_batch_1.bin), "
    "or class folders with .jpg .jpeg .png .webp .bmp images, directly or below train/ and test/";

void checkFolder(const fs::path& folder) {
  std::error_code code;
  const auto status = fs::status(folder, code);
  if (fs::is_directory(status)) return;
  if (fs::exists(status))
    fail(folder.string(), ": a folder with a data set was expected, this is a file; choose the folder that holds it");
  fail(folder.string(), ": the folder of the data set was expected, there is no such folder; choose one with ",
       knownKinds);
}

std::string summary(const fs::path& folder) {
  const FolderListing listing = listFolder(folder);
  if (listing.files.empty() && listing.folders.empty()) return "an empty folder";
  std::string names;
  std::size_t shown = 0;
  for (const auto* entries : {&listing.folders, &listing.files})
    for (const auto& path : *entries)
      if (shown++ < 3) names += (names.empty() ? "" : ", ") + path.filename().string();
  return concat(listing.folders.size(), " folders and ", listing.files.size(), " files (", names,
                shown > 3 ? ", ..." : "", ")");
}

OpenedDataset openByKind(const fs::path& folder, const OpenOptions& options) {
  if (holdsIdx(folder)) return openIdx(folder, options.split);
  if (holdsCifar(folder)) return openCifar(folder, options.split);
  if (holdsImageFolders(folder)) return openImageFolders(folder, options.split, options.cacheBytes);
  fail(folder.string(), ": no data set: expected were ", knownKinds, "; found was ", summary(folder),
       "; choose another folder");
}

}  // namespace

DatasetPtr openDataset(const std::string& folder, const OpenOptions& options) {
  checkFolder(folder);
  const OpenedDataset opened = openByKind(folder, options);
  if (opened.hasOwnSplit) return opened.dataset;
  const SplitDatasets parts = stratifiedSplit(opened.dataset, options.testShare, options.splitSeed);
  const DatasetPtr part = options.split == Split::Train ? parts.first : parts.second;
  if (part->size() == 0)
    fail(folder,
         ": a test split can't be held out: at least one class with 2 images was expected, every class has 1; "
         "add images or a test split");
  return part;
}

}  // namespace zipper
