// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/data/image_folder_dataset.h"

#include <algorithm>
#include <map>
#include <set>

#include "core/data/class_names.h"
#include "core/data/decode_image.h"
#include "core/data/file_dataset.h"
#include "core/data/folder_listing.h"
#include "core/data/natural_order.h"
#include "core/data/path_text.h"
#include "core/data/split_names.h"
#include "core/data/synthesized_mark.h"
#include "core/support/error.h"
#include "core/support/lower_case.h"
#include "core/support/printable.h"

namespace fs = std::filesystem;

namespace zipper {

namespace {

std::vector<fs::path> classFolders(const fs::path& folder) {
  std::vector<fs::path> found;
  for (const fs::path& inner : listFolder(folder).folders)
    if (holdsImages(inner)) found.push_back(inner);
  return found;
}

bool holdsClasses(const fs::path& folder) {
  const auto folders = listFolder(folder).folders;
  return std::any_of(folders.begin(), folders.end(), holdsImages);
}

/// The folders of a data set by what their names say.
struct Sorted {
  std::map<Split, std::vector<fs::path>> classes;  // those with class folders
  std::vector<fs::path> flat;                      // those with images, but without class folders
  std::vector<fs::path> others;                    // all others that hold images
  std::vector<fs::path> empty;                     // named like a split, without any image
};

/// Archives are unpacked into a folder of their own name ("seg_train/seg_train/"): the one that holds the classes.
fs::path withoutWrapper(const fs::path& folder) {
  const std::vector<fs::path> inside = classFolders(folder);
  const bool wraps = inside.size() == 1 && inside[0].filename() == folder.filename() && !holdsImagesDirectly(folder);
  return wraps && holdsClasses(inside[0]) ? inside[0] : folder;
}

Sorted sortFolders(const fs::path& folder) {
  Sorted sorted;
  const std::vector<fs::path> folders = listFolder(folder).folders;
  std::vector<std::string> names;
  for (const fs::path& inner : folders) names.push_back(inner.filename().string());
  const std::vector<std::optional<Split>> splits = splitsOfFolders(names);
  for (std::size_t i = 0; i < folders.size(); ++i) {
    const std::optional<Split> split = splits[i];
    const fs::path& inner = folders[i];
    if (split && holdsClasses(inner))
      sorted.classes[*split].push_back(withoutWrapper(inner));
    else if (holdsImages(inner))
      (split ? sorted.flat : sorted.others).push_back(inner);
    else if (split)
      sorted.empty.push_back(inner);
  }
  return sorted;
}

/// The one folder that serves for this; nothing if there is none.
std::optional<fs::path> only(const Sorted& sorted, Split split) {
  const auto found = sorted.classes.find(split);
  if (found == sorted.classes.end()) return std::nullopt;
  const auto& folders = found->second;
  if (folders.size() > 1)
    fail(nameOf(folders[0].parent_path()), ": ", lastOf(folders[0]), "/ and ", lastOf(folders[1]),
         "/ both seem to hold the ",
         split == Split::Train  ? "training"
         : split == Split::Test ? "test"
                                : "validation",
         " images; keep one of them");
  return folders[0];
}

/// Names of folders that say what kind of files are in there, and nothing about a class.
bool saysNoClass(const fs::path& folder) {
  const std::string name = asciiLowerCase(folder.filename().string());
  for (const char* known : {"images", "image", "imgs", "img", "jpg", "jpeg", "jpegimages", "png", "pictures", "pics",
                            "photos", "masks", "mask", "annotations", "labels", "data"})
    if (name == known) return true;
  return false;
}

/// The folders with class folders of their own, whatever their names say.
std::vector<fs::path> partsOf(const Sorted& sorted) {
  std::vector<fs::path> parts = sorted.others;
  for (const auto& [split, folders] : sorted.classes) parts.insert(parts.end(), folders.begin(), folders.end());
  return parts;
}

/// Whether two of these hold folders of one name: parts of a data set whose names say nothing.
bool holdTheSameFolders(const std::vector<fs::path>& folders) {
  std::set<std::string> seen;
  for (const fs::path& folder : folders) {
    if (holdsImagesDirectly(folder)) return false;
    for (const fs::path& inner : classFolders(folder))
      if (!seen.insert(inner.filename().string()).second) return true;
  }
  return false;
}

/// A folder "train" with folders of images beside several others may be the class of the vehicle. Beside a single one
/// ("unlabeled", "extra", "sample_submission") it is the training set.
bool isAlone(const Sorted& sorted) {
  const auto& training = sorted.classes.at(Split::Train);
  return sorted.others.size() == 1 && training.size() == 1 && classFolders(training[0]).size() > 1 &&
         !holdsImagesDirectly(training[0]) && !holdsClasses(sorted.others[0]);
}

/// The first that holds a folder of training images: a data set of its own, a folder too far down.
std::optional<fs::path> dataSetAmong(const std::vector<fs::path>& folders) {
  for (const fs::path& folder : folders)
    for (const fs::path& inner : listFolder(folder).folders)
      if (splitOfFolder(inner.filename().string()) == Split::Train && holdsClasses(inner)) return folder;
  return std::nullopt;
}

std::string listOf(const std::vector<fs::path>& folders) {
  std::string list;
  for (std::size_t i = 0; i < folders.size() && i < 4; ++i) list += (i > 0 ? ", " : "") + lastOf(folders[i]) + "/";
  return list + (folders.size() > 4 ? ", ..." : "");
}

void noteRoles(FolderLayout& layout, const Sorted& sorted, bool validationIsTest) {
  const auto name = [](const fs::path& path) { return lastOf(path) + "/"; };
  const bool plain = layout.train.filename() == "train" && layout.test && layout.test->filename() == "test";
  if (layout.validation)
    layout.notes.push_back(concat(name(layout.train), " is trained on, ", name(*layout.validation),
                                  " is what states are chosen by, ", name(*layout.test), " is tested on"));
  else if (validationIsTest)
    layout.notes.push_back(concat(name(layout.train), " is trained on and ", name(*layout.test),
                                  " is the test set: there is no folder of test images beside them"));
  else if (layout.test && !plain)
    layout.notes.push_back(concat(name(layout.train), " is trained on, ", name(*layout.test), " is tested on"));
  std::vector<fs::path> unused = sorted.flat;
  unused.insert(unused.end(), sorted.others.begin(), sorted.others.end());
  if (!unused.empty())
    layout.notes.push_back(
        concat(listOf(unused), unused.size() == 1 ? " is" : " are", " left out: ",
               sorted.others.empty() ? "no class folders are in there" : "the names don't say what they are for"));
  for (const fs::path& folder : sorted.empty) {
    const std::string others = findImages(folder).leftOut.text();
    layout.notes.push_back(concat(lastOf(folder), "/ is left out: there is no image in there",
                                  others.empty() ? "" : " that can be read (" + others + ")"));
  }
}

/// ImageNet's test/ has no class folders: it then is val/ that counts.
FolderLayout layoutOfSplits(const Sorted& sorted) {
  FolderLayout layout;
  layout.train = *only(sorted, Split::Train);
  layout.validation = only(sorted, Split::Validation);
  layout.test = only(sorted, Split::Test);
  const bool validationIsTest = layout.validation && !layout.test;
  if (validationIsTest) std::swap(layout.validation, layout.test);
  noteRoles(layout, sorted, validationIsTest);
  layout.classes = classFolders(layout.train).size();
  return layout;
}

FolderLayout layoutOfClasses(const fs::path& folder, const Sorted& sorted) {
  FolderLayout layout;
  layout.train = folder;
  layout.classes = classFolders(folder).size();
  if (const auto inner = dataSetAmong(sorted.others)) {
    layout.problem = concat(lastOf(*inner), "/ holds a folder of training images, so that it is a data set of its own");
    layout.advice = "choose " + nameOf(*inner);
  } else if (!sorted.flat.empty() && sorted.others.empty() && sorted.classes.empty()) {
    layout.problem =
        concat(listOf(sorted.flat), sorted.flat.size() == 1 ? " holds" : " hold", " images, but no class folders");
  } else if (!sorted.others.empty() && std::all_of(sorted.others.begin(), sorted.others.end(), saysNoClass)) {
    layout.problem = concat(listOf(sorted.others), sorted.others.size() == 1 ? " holds" : " hold",
                            " images, but the name says no class");
  } else if (const auto parts = partsOf(sorted); parts.size() > 1 && holdTheSameFolders(parts)) {
    layout.problem = concat(listOf(parts), " hold folders of the same names, so that they are no classes");
    layout.advice = "call them train, validation and test";
  }
  return layout;
}

struct ClassFolder {
  fs::path path;
  FoundImages found;
};

std::vector<ClassFolder> scan(const fs::path& folder) {
  std::vector<ClassFolder> folders;
  for (const fs::path& path : listFolder(folder).folders) folders.push_back({path, findImages(path)});
  return folders;
}

void refuseEmpty(const std::vector<ClassFolder>& folders) {
  for (const auto& [path, found] : folders) {
    if (!found.files.empty()) continue;
    const std::string leftOut = found.leftOut.text();
    fail(nameOf(path), ": images (", imageExtensions(), ") of one class were expected, none were found",
         leftOut.empty() ? "" : " (" + leftOut + ")", "; add some or remove the folder");
  }
}

std::vector<std::string> namesOf(const std::vector<ClassFolder>& folders) {
  std::vector<std::string> names;
  for (const auto& folder : folders) names.push_back(folder.path.filename().string());
  return names;
}

/// One line about a folder of class folders; empty if there is nothing to say.
std::string leftOutNote(const fs::path& folder, const std::vector<ClassFolder>& classes) {
  LeftOutFiles leftOut;
  std::int64_t images = 0, inSubfolders = 0;
  for (const auto& [path, found] : classes) {
    images += std::int64_t(found.files.size());
    inSubfolders += found.inSubfolders;
    leftOut.add(found.leftOut);
  }
  std::int64_t loose = 0;
  const FolderListing listing = listFolder(folder);
  for (const fs::path& file : listing.files) loose += hasImageExtension(file) ? 1 : 0;
  if (inSubfolders == 0 && leftOut.count() == 0 && loose == 0) return "";
  std::string note = concat(lastOf(folder), "/: ", images, images == 1 ? " image" : " images");
  if (inSubfolders > 0) note += concat(", ", inSubfolders, " of them in subfolders of their class");
  if (leftOut.count() > 0)
    note += concat("; ", leftOut.count(), leftOut.count() == 1 ? " file" : " files", " left out: ", leftOut.text());
  if (loose > 0) note += concat("; ", loose, loose == 1 ? " image" : " images", " beside the class folders left out");
  return note;
}

std::vector<FileImages::Item> itemsOf(std::vector<ClassFolder>& folders, const std::vector<std::string>& classNames) {
  std::vector<FileImages::Item> items;
  for (auto& [path, found] : folders) {
    const auto known = std::find(classNames.begin(), classNames.end(), path.filename().string());
    if (known == classNames.end())
      fail(nameOf(path), ": the class \"", lastOf(path), "\" was not expected: the training images have ",
           classNames.size(), " classes, from \"", printable(classNames.front()), "\" to \"",
           printable(classNames.back()), "\"; rename or remove the folder");
    for (auto& image : found.files) items.push_back({std::move(image), int(known - classNames.begin())});
  }
  return items;
}

/// Which classes a figure of this part says nothing about; empty if there are none.
std::string missingNote(const fs::path& part, const FileImages& images) {
  std::vector<bool> found(images.classNames.size());
  for (const FileImages::Item& item : images.items) found[std::size_t(item.label)] = true;
  std::vector<std::string> missing;
  for (std::size_t c = 0; c < found.size(); ++c)
    if (!found[c]) missing.push_back(images.classNames[c]);
  return missing.empty() ? "" : concat(lastOf(part), "/ has no images of ", shortList(missing));
}

}  // namespace

FolderLayout recognizeFolders(const fs::path& folder) {
  const Sorted sorted = sortFolders(folder);
  const bool otherSplits = sorted.classes.count(Split::Test) > 0 || sorted.classes.count(Split::Validation) > 0;
  if (sorted.classes.count(Split::Train) > 0 && (otherSplits || sorted.others.empty() || isAlone(sorted)))
    return layoutOfSplits(sorted);
  if (otherSplits && sorted.others.empty())
    fail(nameOf(folder), ": class folders with images were found in ", listOf(sorted.classes.begin()->second),
         " but none in train/; the classes are defined by the folders in train/, add them");
  return layoutOfClasses(folder, sorted);
}

OpenedDataset openImageFolders(const FolderLayout& layout, const OpenOptions& options) {
  if (options.split == Split::Validation && !layout.validation) return {nullptr, layout.test.has_value()};
  std::vector<ClassFolder> training = scan(layout.train);
  refuseEmpty(training);
  FileImages images;
  images.classNames = namesOf(training);
  images.notes = layout.notes;
  if (std::string note = synthesizedNote(layout.train); !note.empty()) images.notes.push_back(std::move(note));
  if (std::string note = orderNote(images.classNames); !note.empty()) images.notes.push_back(std::move(note));
  const bool other = options.split == Split::Validation || (options.split == Split::Test && layout.test);
  const fs::path part = !other ? layout.train : options.split == Split::Validation ? *layout.validation : *layout.test;
  std::vector<ClassFolder> folders = other ? scan(part) : std::move(training);
  if (std::string note = leftOutNote(part, folders); !note.empty()) images.notes.push_back(std::move(note));
  images.items = itemsOf(folders, images.classNames);
  if (images.items.empty()) fail(nameOf(part), ": images were expected, none were found; add some");
  if (std::string note = missingNote(part, images); !note.empty()) images.notes.push_back(std::move(note));
  return {makeFileDataset(std::move(images), options.cacheBytes, options.images), layout.test.has_value()};
}

}  // namespace zipper
