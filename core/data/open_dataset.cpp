// SPDX-License-Identifier: GPL-3.0-or-later

#include <algorithm>
#include <cmath>
#include <filesystem>
#include <optional>

#include "core/data/bare_images.h"
#include "core/data/cifar_dataset.h"
#include "core/data/dataset.h"
#include "core/data/decode_image.h"
#include "core/data/folder_listing.h"
#include "core/data/idx_dataset.h"
#include "core/data/image_folder_dataset.h"
#include "core/data/list_dataset.h"
#include "core/data/path_text.h"
#include "core/support/error.h"
#include "core/support/printable.h"

namespace fs = std::filesystem;

namespace zipper {

namespace {

std::string knownKinds() {
  return "IDX files (train-images-idx3-ubyte, train-labels-idx1-ubyte, plain or .gz), CIFAR-10 batches "
         "(data_batch_1.bin), class folders with images (" +
         imageExtensions() +
         "), directly or below train/, validation/ and test/, or images beside a list (a .csv with columns for file "
         "and "
         "label, train.txt, CUB-200's or Flowers-102's lists)";
}

void checkFolder(const fs::path& folder) {
  std::error_code code;
  const auto status = fs::status(folder, code);
  if (fs::is_directory(status)) return;
  if (fs::exists(status))
    fail(nameOf(folder), ": a folder with a data set was expected, this is a file; choose the folder that holds it");
  fail(nameOf(folder), ": the folder of the data set was expected, there is no such folder; choose one with ",
       knownKinds());
}

std::string summary(const fs::path& folder) {
  const FolderListing listing = listFolder(folder);
  if (listing.files.empty() && listing.folders.empty()) return "an empty folder";
  std::string names;
  std::size_t shown = 0;
  for (const auto* entries : {&listing.folders, &listing.files})
    for (const auto& path : *entries)
      if (shown++ < 3) names += (names.empty() ? "" : ", ") + printable(path.filename().string(), 60);
  return concat(listing.folders.size(), " folders and ", listing.files.size(), " files (", names,
                shown > 3 ? ", ..." : "", ")");
}

std::string joined(const std::vector<std::string>& texts) {
  std::string all;
  for (const std::string& text : texts) all += (all.empty() ? "" : "; ") + text;
  return all;
}

/// A folder too high up: its only folder with images holds the classes.
std::string adviceFor(const FolderLayout& layout) {
  for (const fs::path& inner : listFolder(layout.train).folders) {
    if (!holdsImages(inner)) continue;
    const auto inside = listFolder(inner).folders;
    const auto classes = std::count_if(inside.begin(), inside.end(), holdsImages);
    if (classes > 1) return concat("choose ", nameOf(inner), " if its ", classes, " folders are the classes");
  }
  return "give each class a folder of its own, or add a list: a .csv with columns for file and label";
}

/// What images are good for all the same; empty where there are none.
std::string useWithoutClasses(const fs::path& folder) {
  return holdsImages(folder) ? "; images without classes do for --no-labels, --agreement and the ranges of int8" : "";
}

[[noreturn]] void refuseFolders(const fs::path& folder, const FolderLayout& layout,
                                const std::vector<std::string>& reasons) {
  const std::string lists = reasons.empty() ? "" : " (" + joined(reasons) + ")";
  if (!layout.problem.empty())
    fail(nameOf(folder), ": no data set: ", layout.problem, lists, "; ",
         layout.advice.empty() ? adviceFor(layout) : layout.advice, useWithoutClasses(folder));
  if (layout.classes == 1)
    fail(nameOf(folder), ": no data set: the only class is one folder, at least two were expected", lists, "; ",
         adviceFor(layout), useWithoutClasses(folder));
  fail(nameOf(folder), ": no data set: expected were ", knownKinds(), "; found was ", summary(folder), lists,
       "; choose another folder", useWithoutClasses(folder));
}

/// Lists beside class folders, which aren't used.
std::string listsNote(const fs::path& folder) {
  try {
    const FoundLists found = findImageLists(folder);
    if (!found.lists) return {};
    std::string names;
    for (const fs::path& file : found.lists->files)
      names += concat(names.empty() ? "" : ", ", printable(file.filename().string(), 60));
    return concat("the folders of classes count, not the lists beside them: ", names);
  } catch (const Error&) {
    return {};  // whatever is wrong with it, it isn't read
  }
}

/// Class folders come before lists, which often only say more about what is in them.
OpenedDataset openFolderOrLists(const fs::path& folder, const OpenOptions& options) {
  FolderLayout layout = recognizeFolders(folder);
  if (layout.classes > 1 && layout.problem.empty()) {
    if (std::string note = listsNote(folder); !note.empty()) layout.notes.push_back(std::move(note));
    return openImageFolders(layout, options);
  }
  const FoundLists found = findImageLists(folder);
  if (found.lists) return openImageLists(folder, *found.lists, options);
  refuseFolders(folder, layout, found.reasons);
}

/// As where labels are needed; nothing if the folder doesn't tell the classes of all parts.
std::optional<OpenedDataset> openedWithClasses(const fs::path& folder, const OpenOptions& options) {
  try {
    std::optional<OpenedDataset> opened;
    for (const Split split : {Split::Train, Split::Test, Split::Validation}) {
      OpenOptions part = options;
      part.split = split;
      OpenedDataset found = openFolderOrLists(folder, part);
      if (split == options.split) opened = std::move(found);
    }
    return opened;
  } catch (const Error&) {
    return std::nullopt;
  }
}

/// Classes that the folder tells are kept: the data set is then the same as where they are needed.
OpenedDataset openWithOrWithoutClasses(const fs::path& folder, const OpenOptions& options) {
  if (std::optional<OpenedDataset> opened = openedWithClasses(folder, options)) return std::move(*opened);
  return holdsImages(folder) ? openBareImages(folder, options) : openFolderOrLists(folder, options);
}

OpenedDataset openByKind(const fs::path& folder, const OpenOptions& options) {
  const bool validation = options.split == Split::Validation;
  if (holdsIdx(folder)) return validation ? OpenedDataset{nullptr, true} : openIdx(folder, options.split);
  if (holdsCifar(folder)) return validation ? OpenedDataset{nullptr, true} : openCifar(folder, options.split);
  return options.labels ? openFolderOrLists(folder, options) : openWithOrWithoutClasses(folder, options);
}

void checkClasses(const fs::path& folder, const Dataset& dataset) {
  if (dataset.classNames().size() > 1) return;
  fail(nameOf(folder), ": no data set: all images are of one class (\"", printable(dataset.classNames().at(0)),
       "\"), at least two classes were expected");
}

/// A part of the training images, which says so.
class HeldOut : public Dataset {
 public:
  HeldOut(DatasetPtr base, std::string note) : base_(std::move(base)), note_(std::move(note)) {}
  std::int64_t size() const override { return base_->size(); }
  int label(std::int64_t index) const override { return base_->label(index); }
  cv::Mat image(std::int64_t index) const override { return base_->image(index); }
  cv::Mat fitted(std::int64_t index, const Preprocessing& preprocessing) const override {
    return base_->fitted(index, preprocessing);
  }
  std::string describeImage(std::int64_t index) const override { return base_->describeImage(index); }
  std::string imageFile(std::int64_t index) const override { return base_->imageFile(index); }
  const std::vector<std::string>& classNames() const override { return base_->classNames(); }
  std::vector<std::string> notes() const override {
    std::vector<std::string> notes = base_->notes();
    notes.push_back(note_);
    return notes;
  }

 private:
  DatasetPtr base_;
  std::string note_;
};

DatasetPtr heldOutPart(const fs::path& folder, const DatasetPtr& all, const OpenOptions& options) {
  const SplitDatasets parts = stratifiedSplit(all, options.testShare, options.splitSeed);
  const DatasetPtr part = options.split == Split::Train ? parts.first : parts.second;
  if (part->size() == 0 && !hasClasses(*all))
    fail(nameOf(folder), ": a test split can't be held out: at least 2 images were expected, 1 was found; add some");
  if (part->size() == 0)
    fail(nameOf(folder),
         ": a test split can't be held out: at least one class with 2 images was expected, every class has 1; "
         "add images or a test split");
  return std::make_shared<HeldOut>(part,
                                   concat("there are no test images of its own: ", std::lround(100 * options.testShare),
                                          hasClasses(*all) ? " % of the images of each class are held out for testing"
                                                           : " % of the images are held out for testing"));
}

}  // namespace

DatasetPtr openValidation(const std::string& folder, const OpenOptions& options) {
  checkFolder(folder);
  OpenOptions validation = options;
  validation.split = Split::Validation;
  return openByKind(folder, validation).dataset;
}

DatasetPtr openDataset(const std::string& folder, const OpenOptions& options) {
  checkFolder(folder);
  OpenOptions wanted = options;
  if (wanted.split == Split::Validation) {
    if (const DatasetPtr validation = openValidation(folder, options)) return validation;
    wanted.split = Split::Test;
  }
  const OpenedDataset opened = openByKind(folder, wanted);
  if (options.labels) checkClasses(folder, *opened.dataset);
  return opened.hasOwnSplit ? opened.dataset : heldOutPart(folder, opened.dataset, wanted);
}

}  // namespace zipper
