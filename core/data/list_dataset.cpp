// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/data/list_dataset.h"

#include <algorithm>
#include <map>
#include <set>
#include <unordered_map>

#include "core/data/class_names.h"
#include "core/data/decode_image.h"
#include "core/data/file_dataset.h"
#include "core/data/folder_listing.h"
#include "core/data/natural_order.h"
#include "core/data/path_text.h"
#include "core/data/split_names.h"
#include "core/support/error.h"
#include "core/support/printable.h"

namespace fs = std::filesystem;

namespace zipper {

namespace {

constexpr std::int64_t mostClasses = 100000;

std::string placeOf(const ImageLists& lists, const ListedImage& image) {
  const std::string name = nameOf(lists.files.at(image.list));
  return image.line > 0 ? concat(name, ", line ", image.line) : name;
}

/// The images below a folder by their paths in there, to look up what lists name: asking the file system for each place
/// where an image may lie would take ages with long lists.
class Places {
 public:
  Places(const fs::path& folder, const ImageLists& lists) : found_(findImages(folder)) {
    const std::string root = folder.string();
    for (std::size_t i = 0; i < found_.files.size(); ++i) {
      const std::string path = below(root, found_.files[i]);
      byPath_.emplace(path, i);
      const std::string stem = path.substr(0, path.size() - fs::path(path).extension().native().size());
      if (!byStem_.emplace(stem, i).second) byStem_[stem] = several;
    }
    for (const fs::path& list : lists.files) add(below(root, list.parent_path().string()));
    add("");
    for (const fs::path& inner : listFolder(folder).folders)
      if (bases_.size() < mostBases) add(below(root, inner.string()));
  }

  const std::vector<std::string>& files() const { return found_.files; }

  /// Index into files(); nothing if it isn't there. What was found last is tried first, since a list mostly names files
  /// of one folder; training images are looked for in folders for training before others.
  std::optional<std::size_t> find(const ListedImage& image, const std::string& where) {
    const std::string path = inside(image.path, where);
    ambiguous_ = false;
    if (fits(last_, image.split))
      if (const auto found = findIn(last_, path)) return found;
    for (const bool anywhere : {false, true})
      for (std::size_t i = 0; i < bases_.size(); ++i) {
        if (!anywhere && !fits(i, image.split)) continue;
        if (const auto found = findIn(i, path)) {
          last_ = i;
          return found;
        }
      }
    if (ambiguous_)
      fail(where, ": \"", printable(path),
           "\" has no ending, and there are several images of that name; add the endings, or remove those that aren't "
           "meant");
    return std::nullopt;
  }

 private:
  static constexpr std::size_t mostBases = 64, several = std::size_t(-1);

  struct Base {
    std::string prefix;  // "images/"
    std::optional<Split> split;
  };

  static std::string below(const std::string& root, const std::string& path) {
    const auto begin = path.find_first_not_of('/', std::min(root.size(), path.size()));
    return begin == std::string::npos ? "" : path.substr(begin);
  }

  void add(const std::string& folder) {
    const std::string prefix = folder.empty() ? "" : folder + "/";
    for (const Base& base : bases_)
      if (base.prefix == prefix) return;
    bases_.push_back({prefix, splitOfFolder(folder)});
  }

  bool fits(std::size_t base, std::optional<Split> split) const {
    return !split || !bases_[base].split || *bases_[base].split == *split;
  }

  static std::string inside(std::string text, const std::string& where) {
    if (text.find('\\') != std::string::npos && text.find('/') == std::string::npos)
      std::replace(text.begin(), text.end(), '\\', '/');  // of Windows
    const fs::path path(text);
    const bool drive = text.size() > 1 && text[1] == ':';
    const bool up = std::any_of(path.begin(), path.end(), [](const fs::path& part) { return part == ".."; });
    if (path.empty() || path.is_absolute() || drive || up || text.find('\0') != std::string::npos)
      fail(where, ": \"", printable(text), "\" leads out of the data set's folder; name images relative to it");
    return path.lexically_normal().string();
  }

  std::optional<std::size_t> findIn(std::size_t base, const std::string& path) {
    const std::string full = bases_[base].prefix + path;
    if (const auto found = byPath_.find(full); found != byPath_.end()) return found->second;
    if (hasImageExtension(path)) return std::nullopt;
    const auto found = byStem_.find(full);
    if (found == byStem_.end()) return std::nullopt;
    ambiguous_ = ambiguous_ || found->second == several;
    return found->second == several ? std::nullopt : std::optional(found->second);
  }

  FoundImages found_;
  std::unordered_map<std::string, std::size_t> byPath_, byStem_;
  std::vector<Base> bases_;
  std::size_t last_ = 0;
  bool ambiguous_ = false;  // whether the name at hand fits several files
};

struct Resolved {
  struct Item {
    std::string path;
    const ListedImage* image = nullptr;
  };
  std::vector<Item> items;
  std::int64_t missing = 0, notListed = 0;
  std::int64_t trainedAndTested = 0;  // files listed for training and for something else
  std::string firstMissing;
};

bool isTraining(const ListedImage& image) { return !image.split || *image.split == Split::Train; }

/// A file twice with one class counts once; with two it is no image of one class.
Resolved resolve(const fs::path& folder, const ImageLists& lists) {
  Places places(folder, lists);
  Resolved resolved;
  std::map<std::pair<int, std::size_t>, const ListedImage*> seen;
  std::vector<bool> listed(places.files().size());
  for (const ListedImage& image : lists.images) {
    const auto file = places.find(image, placeOf(lists, image));
    if (!file) {
      if (resolved.missing++ == 0) resolved.firstMissing = printable(image.path);
      continue;
    }
    listed[*file] = true;
    const auto [other, isNew] = seen.emplace(std::pair(image.split ? int(*image.split) : -1, *file), &image);
    if (isNew) resolved.items.push_back({places.files()[*file], &image});
    if (!isNew && other->second->label != image.label)
      fail(placeOf(lists, image), ": ", printable(image.path), " has the class \"", printable(image.label, 60),
           "\", before that it had \"", printable(other->second->label, 60), "\"; images of one class each are read");
  }
  resolved.notListed = std::count(listed.begin(), listed.end(), false);
  std::map<std::size_t, int> uses;
  for (const auto& [use, image] : seen) uses[use.second] |= isTraining(*image) ? 1 : 2;
  for (const auto& [file, use] : uses) resolved.trainedAndTested += use == 3 ? 1 : 0;
  return resolved;
}

bool isNumber(const std::string& label) {
  return !label.empty() && label.size() <= 9 && label.find_first_not_of("0123456789") == std::string::npos;
}

/// Names and which label means which.
struct Classes {
  std::vector<std::string> names;
  std::map<std::string, int> index;
};

Classes namedClasses(std::vector<std::string> names) {
  Classes classes;
  for (std::size_t i = 0; i < names.size(); ++i) classes.index.emplace(names[i], int(i));
  classes.names = std::move(names);
  return classes;
}

Classes numberedClasses(const fs::path& folder, const std::set<std::int64_t>& numbers, const std::string& where) {
  const std::int64_t first = *numbers.begin() == 1 ? 1 : 0, last = *numbers.rbegin();
  if (last - first >= mostClasses) fail(where, ": class ", last, " found, at most ", mostClasses, " are read");
  std::error_code code;
  const fs::path file = folder / "classes.txt";
  Classes classes;
  if (fs::exists(file, code)) classes.names = readClassNames(file);
  if (!classes.names.empty() && std::int64_t(classes.names.size()) <= last - first)
    fail(nameOf(file), ": names ", classes.names.size(), " classes, the lists have ", last - first + 1);
  for (std::int64_t number = first; number <= last; ++number) {
    classes.index[std::to_string(number)] = int(number - first);
    if (std::int64_t(classes.names.size()) <= number - first) classes.names.push_back(std::to_string(number));
  }
  return classes;
}

/// "007" is 7.
std::string keyOf(const std::string& label, bool numbers) {
  return numbers ? std::to_string(std::stoll(label)) : label;
}

bool haveNumbers(const ImageLists& lists) {
  return lists.classNames.empty() && std::all_of(lists.images.begin(), lists.images.end(),
                                                 [](const ListedImage& image) { return isNumber(image.label); });
}

/// Of all that is listed, whether it is there or not: a missing image doesn't give other classes other numbers.
Classes classesOf(const fs::path& folder, const ImageLists& lists) {
  if (!lists.classNames.empty()) return namedClasses(lists.classNames);
  if (haveNumbers(lists)) {
    std::set<std::int64_t> numbers;
    for (const ListedImage& image : lists.images) numbers.insert(std::stoll(image.label));
    return numberedClasses(folder, numbers, nameOf(lists.files.front()));
  }
  std::set<std::string> names;
  for (const ListedImage& image : lists.images)
    if (isTraining(image)) names.insert(image.label);
  return namedClasses({names.begin(), names.end()});
}

std::string listNames(const ImageLists& lists) {
  std::string text;
  for (std::size_t i = 0; i < lists.files.size(); ++i)
    text += (i == 0 ? "" : i + 1 == lists.files.size() ? " and " : ", ") + lastOf(lists.files[i]);
  return text;
}

std::string countNote(const ImageLists& lists, const Resolved& resolved) {
  std::string note = concat("the classes are those of ", listNames(lists));
  if (resolved.missing > 0)
    note += concat("; ", resolved.missing, " of ", lists.images.size(), " listed images aren't there, the first is ",
                   resolved.firstMissing);
  if (resolved.notListed > 0)
    note += concat("; ", resolved.notListed, resolved.notListed == 1 ? " image isn't" : " images aren't",
                   " listed and left out");
  return note;
}

struct Splits {
  bool validation = false, test = false, validationIsTest = false;
};

Splits splitsOf(const Resolved& resolved) {
  Splits splits;
  for (const auto& item : resolved.items) {
    splits.validation = splits.validation || item.image->split == Split::Validation;
    splits.test = splits.test || item.image->split == Split::Test;
  }
  splits.validationIsTest = splits.validation && !splits.test;
  if (splits.validationIsTest) std::swap(splits.validation, splits.test);
  return splits;
}

Split splitOf(const ListedImage& image, const Splits& splits) {
  if (isTraining(image)) return Split::Train;
  return splits.validationIsTest ? Split::Test : *image.split;
}

void checkClassCount(const fs::path& folder, const ImageLists& lists, const Resolved& resolved,
                     const Classes& classes) {
  if (classes.names.size() > 1) return;
  fail(nameOf(folder), ": ", listNames(lists), lists.files.size() == 1 ? " gives " : " give ", resolved.items.size(),
       resolved.items.size() == 1 ? " image" : " images", " of one class",
       classes.names.empty() ? "" : " (\"" + printable(classes.names[0], 60) + "\")",
       ", at least two classes were expected; complete the list");
}

}  // namespace

OpenedDataset openImageLists(const fs::path& folder, const ImageLists& lists, const OpenOptions& options) {
  const Resolved resolved = resolve(folder, lists);
  if (resolved.items.empty())
    fail(nameOf(folder), ": none of the ", lists.images.size(), " images that ", listNames(lists), " names is there (",
         resolved.firstMissing, " ...); put them beside the list");
  const Classes classes = classesOf(folder, lists);
  checkClassCount(folder, lists, resolved, classes);
  const Splits splits = splitsOf(resolved);
  if (options.split == Split::Validation && !splits.validation) return {nullptr, splits.test};
  const Split wanted = options.split == Split::Test && !splits.test ? Split::Train : options.split;
  const bool numbers = haveNumbers(lists);
  FileImages images;
  for (const auto& [path, image] : resolved.items) {
    const auto known = classes.index.find(keyOf(image->label, numbers));
    if (known == classes.index.end())
      fail(placeOf(lists, *image), ": the class \"", printable(image->label, 60),
           "\" was not expected: no training image has it; correct the list");
    if (splitOf(*image, splits) == wanted) images.items.push_back({path, known->second});
  }
  if (images.items.empty())
    fail(nameOf(folder), ": ", listNames(lists), " lists no images for ", toString(wanted), "; complete it");
  images.classNames = classes.names;
  images.notes = lists.notes;
  images.notes.push_back(countNote(lists, resolved));
  if (resolved.trainedAndTested > 0)
    images.notes.push_back(concat(resolved.trainedAndTested,
                                  resolved.trainedAndTested == 1 ? " image is" : " images are",
                                  " listed for training and for validation or test as well: figures of them say "
                                  "little"));
  if (splits.validation) images.notes.push_back("validation images of the lists are what states are chosen by");
  if (splits.validationIsTest)
    images.notes.push_back("the validation images of the lists are the test set: they list no test images");
  if (std::string note = numbers ? "" : orderNote(images.classNames); !note.empty())
    images.notes.push_back(std::move(note));
  return {makeFileDataset(std::move(images), options.cacheBytes, options.images), splits.test};
}

}  // namespace zipper
