// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/models/folder_kind.h"

#include <algorithm>
#include <array>
#include <set>

#include "core/support/error.h"
#include "core/support/printable.h"

namespace fs = std::filesystem;

namespace zipper {

namespace {

constexpr std::size_t mostEntries = 1000;

constexpr std::array<const char*, 9> modelEndings{".safetensors", ".pt",    ".pth",  ".onnx", ".h5",
                                                  ".keras",       ".index", ".hdf5", ".bin"};

bool holdsFile(const fs::path& folder, const char* name) {
  std::error_code code;
  return fs::is_regular_file(folder / name, code);
}

/// A program's way to store a network, told by the files that always belong to it; empty if it is none.
std::string describeProgram(const fs::path& folder) {
  std::error_code code;
  if (holdsFile(folder, "saved_model.pb"))
    return "the folder of a TensorFlow SavedModel; convert it with tf2onnx: python3 -m tf2onnx.convert --saved-model "
           "FOLDER --output MODEL.onnx";
  if (holdsFile(folder, "Manifest.json") && fs::is_directory(folder / "Data", code))
    return "the folder of a Core ML model; open the network that it was converted from";
  if (holdsFile(folder, "model.json")) return "the folder of a TensorFlow.js model; open the model.json in it";
  return "";
}

/// Files with the endings of networks, the first names of a few.
std::set<std::string> modelsIn(const fs::path& folder) {
  std::set<std::string> names;
  std::error_code code;
  std::size_t seen = 0;
  for (fs::directory_iterator entry(folder, code), end; !code && entry != end && seen < mostEntries;
       entry.increment(code), ++seen) {
    const std::string ending = entry->path().extension().string();
    const bool known = std::any_of(modelEndings.begin(), modelEndings.end(),
                                   [&](const char* modelEnding) { return ending == modelEnding; });
    std::error_code ignored;
    if (known && entry->is_regular_file(ignored)) names.insert(entry->path().filename().string());
  }
  return names;
}

}  // namespace

std::string describeFolder(const fs::path& folder) {
  const std::string program = describeProgram(folder);
  if (!program.empty()) return program;
  const std::set<std::string> models = modelsIn(folder);
  if (models.empty()) return "a folder";
  std::string list;
  std::size_t listed = 0;
  for (const std::string& name : models)
    if (listed++ < 3) list += concat(listed > 1 ? "' or '" : "'", printable(name, 80));
  return concat("a folder; open ", list, "' in it");
}

bool isNetworkFolder(const fs::path& folder) {
  return !describeProgram(folder).empty() || (holdsFile(folder, "config.json") && !modelsIn(folder).empty());
}

}  // namespace zipper
