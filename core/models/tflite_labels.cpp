// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/models/tflite_labels.h"

#include <algorithm>
#include <set>

#include "core/containers/input_file.h"
#include "core/containers/tflite_metadata.h"
#include "core/containers/zip_archive.h"
#include "core/models/label_files.h"
#include "core/support/error.h"
#include "core/support/files.h"
#include "core/support/lower_case.h"
#include "core/support/printable.h"
#include "core/support/text_ends.h"
#include "core/support/text_format.h"

namespace fs = std::filesystem;

namespace zipper {

namespace {

constexpr std::size_t mostLabelBytes = 1'000'000;
constexpr int mostNeighbours = 10000;  ///< files in the folder of a model

/// The names of the files beside a model that are meant for it, the surest first.
std::vector<std::string> namesMeantFor(const fs::path& path) {
  const std::string model = path.stem().string();
  return {model + "_labels.txt", model + ".txt", "labels.txt"};
}

std::vector<fs::path> labelFilesIn(const fs::path& folder) {
  std::vector<fs::path> files;
  std::error_code code;
  int seen = 0;
  const fs::path place = folder.empty() ? fs::path(".") : folder;
  for (fs::directory_iterator file(place, code), end; !code && file != end && seen < mostNeighbours;
       file.increment(code), ++seen)
    if (endsWith(file->path().filename().string(), "_labels.txt")) files.push_back(file->path());
  return files;
}

/// Whether the archive at the end of a model holds texts, which are asked before files beside it.
bool holdsTexts(const fs::path& path) {
  try {
    const InputFile file(path, "a TensorFlow Lite model");
    const ZipArchive archive(file);
    const auto& entries = archive.entries();
    return std::any_of(entries.begin(), entries.end(), [](const ZipEntry& e) { return endsWith(e.name, ".txt"); });
  } catch (const Error&) {
    return false;
  }
}

class TfliteLabels {
 public:
  TfliteLabels(MobileNetSpec& spec, std::vector<std::string>& notes) : spec_(spec), notes_(notes) {}

  bool tryAssociated(const TfliteGraph& graph) {
    std::set<std::string> seen;
    for (const TflitePort& output : graph.outputs)
      for (const std::string& name : output.labels) {
        const auto file = graph.files.find(name);
        const bool isThere = file != graph.files.end();
        if (isThere && take(file->second, inQuotes(name) + " in the file", true)) return true;
        if (isThere) seen.insert(name);
        if (!isThere && graph.largeFiles.count(name) == 0 && missing_.empty()) missing_ = inQuotes(name);
      }
    for (const auto& [name, text] : graph.files)
      if (endsWith(name, ".txt") && seen.count(name) == 0 &&
          take(text, inQuotes(name) + " in the file", namesLabels(name)))
        return true;
    for (const std::string& name : graph.largeFiles)
      if (endsWith(name, ".txt"))
        notes_.push_back(concat(inQuotes(name), " in the file has more than ", tfliteFileBytes,
                                " bytes, which no list of class names has; it was left out"));
    return false;
  }

  /// Of a file in an archive that the metadata don't name.
  static bool namesLabels(const std::string& name) { return asciiLowerCase(name).find("label") != std::string::npos; }

  bool tryBeside(const fs::path& path) {
    const fs::path folder = path.parent_path();
    for (const std::string& name : namesMeantFor(path)) {
      const std::string text = textOf(folder / name);
      if (!text.empty() && take(text, inQuotes(name) + " beside the file", true)) return true;
    }
    std::vector<fs::path> others = labelFilesIn(folder);
    others.erase(
        std::remove_if(others.begin(), others.end(), [&](const fs::path& file) { return !fits(textOf(file)); }),
        others.end());
    if (others.size() != 1) return false;  // of several, nobody knows whose they are
    return take(textOf(others[0]), inQuotes(others[0].filename().string()) + " beside the file", false);
  }

  /// To be called where no names were found.
  void noteMissing() {
    if (!missing_.empty())
      notes_.push_back(concat("its metadata name the file ", missing_,
                              " of class names, but the archive at its end is cut off, damaged or without it; they "
                              "were left out"));
  }

 private:
  /// Empty if there is no such file, or it isn't one of text.
  static std::string textOf(const fs::path& path) {
    std::error_code code;
    if (!fs::is_regular_file(path, code)) return {};
    try {
      return readUtf8File(path, mostLabelBytes);
    } catch (const Error&) {
      return {};
    }
  }

  bool fits(const std::string& text) const {
    const std::size_t count = namesOfLines(text).size(), classes = std::size_t(spec_.classes);
    return count == classes || (spec_.classOffset > 0 && count + 1 == classes);
  }

  bool take(const std::string& text, const std::string& source, bool isMeant) {
    std::vector<std::string> names = namesOfLines(validUtf8(text));
    if (!fits(text) || names.empty()) {
      if (isMeant)
        notes_.push_back(concat(source, " has ", counted(std::int64_t(names.size()), "name", "names"),
                                ", but the network has ", counted(spec_.classes, "class", "classes"),
                                "; they were left out"));
      return false;
    }
    const std::size_t different = std::set<std::string>(names.begin(), names.end()).size();
    if (2 * different < names.size()) {  // a few twice are usual: of ImageNet, "crane" is
      notes_.push_back(concat(source, " has only ",
                              counted(std::int64_t(different), "different name", "different names"), " for ",
                              names.size(), " classes; they were left out"));
      return false;
    }
    if (int(names.size()) < spec_.classes) names.insert(names.begin(), "background");
    spec_.classNames = names;
    notes_.push_back(concat("class names read from ", source));
    return true;
  }

  MobileNetSpec& spec_;
  std::vector<std::string>& notes_;
  std::string missing_;  ///< the first file that the metadata name and that isn't there, in quotes
};

}  // namespace

void addClassNamesOfTflite(MobileNetSpec& spec, const TfliteGraph& graph, const fs::path& path,
                           std::vector<std::string>& notes) {
  if (spec.classes == 0 || !spec.classNames.empty()) return;
  TfliteLabels labels(spec, notes);
  if (!labels.tryAssociated(graph) && !labels.tryBeside(path)) labels.noteMissing();
}

std::vector<fs::path> tfliteLabelFiles(const fs::path& path) {
  std::vector<fs::path> files;
  for (const std::string& name : namesMeantFor(path)) files.push_back(path.parent_path() / name);
  if (holdsTexts(path)) return files;
  for (const fs::path& other : labelFilesIn(path.parent_path())) files.push_back(other);
  return files;
}

}  // namespace zipper
