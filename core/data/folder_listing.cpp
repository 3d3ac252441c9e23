// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/data/folder_listing.h"

#include <algorithm>
#include <fstream>
#include <functional>

#include "core/data/decode_image.h"
#include "core/data/image_header.h"
#include "core/support/error.h"
#include "core/support/lower_case.h"
#include "core/support/printable.h"

namespace fs = std::filesystem;

namespace zipper {

namespace {

constexpr std::size_t deepest = 32;
constexpr std::size_t mostFolders = 200000;  // more than any data set has: somebody chose a whole disk

/// Entries that nobody put there on purpose: not worth a word.
bool isLitter(const std::string& name) {
  for (const char* known :
       {".DS_Store", "Thumbs.db", "desktop.ini", "__MACOSX", "@eaDir", ".gitkeep", ".gitignore", ".directory"})
    if (name == known) return true;
  return false;
}

std::string endingOf(const fs::path& path) { return asciiLowerCase(path.extension().string()); }

bool beginsAsImage(const fs::path& path) {
  std::ifstream in(path, std::ios::binary);
  std::string bytes(16, '\0');
  in.read(bytes.data(), std::streamsize(bytes.size()));
  bytes.resize(std::size_t(in.gcount()));
  const auto format = imageFormatOf(bytes);
  return format == ImageFormat::Jpeg || format == ImageFormat::Png || format == ImageFormat::WebP;
}

bool isImage(const fs::path& path) {
  return hasImageExtension(path) || (path.extension().empty() && beginsAsImage(path));
}

/// Walks folders depth first; `visit` gets each listing and its depth and says whether to go on.
class Walk {
 public:
  explicit Walk(std::function<bool(const FolderListing&, std::size_t depth)> visit) : visit_(std::move(visit)) {}

  bool into(const fs::path& folder) {
    std::error_code code;
    const fs::path place = fs::canonical(folder, code);
    if (code || std::find(above_.begin(), above_.end(), place) != above_.end()) {
      ++circles;
      return true;
    }
    if (above_.size() > deepest)
      fail(wholePrintable(folder.string()), ": lies more than ", deepest,
           " folders deep; choose a folder whose class folders hold the images");
    if (++folders_ > mostFolders)
      fail(wholePrintable(folder.string()), ": more than ", mostFolders,
           " folders were walked up to this one; choose the folder of the data set itself");
    above_.push_back(place);
    const FolderListing listing = listFolder(folder);
    bool goesOn = visit_(listing, above_.size() - 1);
    for (const fs::path& inner : listing.folders) goesOn = goesOn && into(inner);
    above_.pop_back();
    return goesOn;
  }

  std::int64_t circles = 0;

 private:
  std::function<bool(const FolderListing&, std::size_t)> visit_;
  std::vector<fs::path> above_;  // where links may not lead back to
  std::size_t folders_ = 0;
};

}  // namespace

FolderListing listFolder(const fs::path& folder) {
  FolderListing listing;
  std::error_code code;
  for (fs::directory_iterator it(folder, code), end; !code && it != end; it.increment(code)) {
    const std::string name = it->path().filename().string();
    if (isLitter(name)) continue;
    std::error_code broken;
    if (name.front() == '.')
      ++listing.hidden;
    else if (it->is_directory(broken))
      listing.folders.push_back(it->path());
    else if (it->is_regular_file(broken))
      listing.files.push_back(it->path());
    else
      ++listing.special;
  }
  if (code)
    fail(wholePrintable(folder.string()), ": the folder can't be read: ", code.message(), "; check its permissions");
  const auto byName = [](const fs::path& a, const fs::path& b) { return a.native() < b.native(); };
  std::sort(listing.files.begin(), listing.files.end(), byName);
  std::sort(listing.folders.begin(), listing.folders.end(), byName);
  return listing;
}

std::int64_t LeftOutFiles::count() const {
  std::int64_t sum = hidden + special + circles;
  for (const auto& [ending, files] : endings) sum += files;
  return sum;
}

std::string LeftOutFiles::text() const {
  std::vector<std::pair<std::string, std::int64_t>> byCount(endings.begin(), endings.end());
  std::stable_sort(byCount.begin(), byCount.end(), [](const auto& a, const auto& b) { return a.second > b.second; });
  constexpr std::size_t shown = 6;
  std::string text;
  std::int64_t others = 0;
  const auto say = [&text](std::int64_t files, const std::string& what) {
    if (files > 0) text += concat(text.empty() ? "" : ", ", files, " ", what);
  };
  for (std::size_t i = 0; i < byCount.size(); ++i) {
    if (i >= shown)
      others += byCount[i].second;
    else
      say(byCount[i].second, byCount[i].first.empty() ? "without an ending" : printable(byCount[i].first, 20));
  }
  say(others, "with other endings");
  say(hidden, "hidden");
  say(special, "that are no files (pipes, devices, broken links)");
  say(circles, circles == 1 ? "link that leads in a circle" : "links that lead in circles");
  return text;
}

void LeftOutFiles::add(const LeftOutFiles& other) {
  for (const auto& [ending, files] : other.endings) endings[ending] += files;
  hidden += other.hidden;
  special += other.special;
  circles += other.circles;
}

FoundImages findImages(const fs::path& folder) {
  FoundImages found;
  Walk walk([&](const FolderListing& listing, std::size_t depth) {
    for (const fs::path& file : listing.files) {
      if (!isImage(file)) {
        ++found.leftOut.endings[endingOf(file)];
        continue;
      }
      found.files.push_back(file.string());
      if (depth > 0) ++found.inSubfolders;
    }
    found.leftOut.hidden += listing.hidden;
    found.leftOut.special += listing.special;
    return true;
  });
  walk.into(folder);
  found.leftOut.circles = walk.circles;
  return found;
}

bool holdsImagesDirectly(const fs::path& folder) {
  const auto files = listFolder(folder).files;
  return std::any_of(files.begin(), files.end(), isImage);
}

bool holdsImages(const fs::path& folder) {
  bool found = false;
  Walk walk([&](const FolderListing& listing, std::size_t) {
    found = std::any_of(listing.files.begin(), listing.files.end(), isImage);
    return !found;
  });
  walk.into(folder);
  return found;
}

}  // namespace zipper
