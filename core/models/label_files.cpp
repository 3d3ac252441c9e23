// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/models/label_files.h"

#include <algorithm>
#include <optional>

#include "core/containers/tfjs_model.h"
#include "core/support/error.h"
#include "core/support/files.h"
#include "core/support/json_reader.h"
#include "core/support/text_ends.h"
#include "core/support/text_format.h"

namespace fs = std::filesystem;

namespace zipper {

namespace {

constexpr std::size_t maximumLabelBytes = 1'000'000;

std::vector<std::string> linesOf(const std::string& text) {
  std::vector<std::string> lines;
  std::size_t at = 0;
  while (at < text.size()) {
    const std::size_t end = std::min(text.find('\n', at), text.size());
    const std::string line(trimmed(std::string_view(text).substr(at, end - at)));
    at = end + 1;
    if (!line.empty()) lines.push_back(line);
  }
  return lines;
}

/// The names of lines "0 name", "1 name", ...; nothing if the text is anything else.
std::optional<std::vector<std::string>> numberedNames(const std::string& text) {
  std::vector<std::string> names;
  for (const std::string& line : linesOf(text)) {
    const std::string number = std::to_string(names.size());
    if (!beginsWith(line, number + " ") && line != number) return std::nullopt;
    names.emplace_back(trimmed(std::string_view(line).substr(number.size())));
  }
  return names;
}

std::optional<std::vector<std::string>> namesOfTextFile(const fs::path& path) {
  std::error_code code;
  if (!fs::is_regular_file(path, code)) return std::nullopt;
  try {
    return numberedNames(readUtf8File(path, maximumLabelBytes));
  } catch (const Error&) {
    return std::nullopt;  // whatever it is, it is not what Teachable Machine writes
  }
}

std::optional<std::vector<std::string>> namesOfMetadata(const TensorFile& file) {
  const auto found = file.metadata.find(tfjsLabelsKey);
  if (found == file.metadata.end()) return std::nullopt;
  const Json list = parseShallow(found->second, 8, tfjsLabelsKey);  // as deep as readTfjs() takes it
  if (!list.is_array()) return std::nullopt;
  std::vector<std::string> names;
  for (const Json& name : list) {
    if (!name.is_string()) return std::nullopt;
    names.push_back(name.get<std::string>());
  }
  return names;
}

}  // namespace

std::vector<std::string> namesOfLines(const std::string& text) {
  const auto names = numberedNames(text);
  const auto isEmpty = [](const std::string& name) { return name.empty(); };
  if (names && !std::all_of(names->begin(), names->end(), isEmpty)) return *names;  // classes may be called 0, 1, ...
  return linesOf(text);
}

fs::path labelFileBeside(const fs::path& model) {
  const fs::path path = model.parent_path() / "labels.txt";
  return namesOfTextFile(path) ? path : fs::path();
}

void addClassNames(MobileNetSpec& spec, const TensorFile& file, const fs::path& path, std::vector<std::string>& notes) {
  if (spec.classes == 0 || !spec.classNames.empty() || file.kerasConfig.empty()) return;
  auto names = namesOfMetadata(file);
  const char* const source = names ? "metadata.json" : "labels.txt";
  if (!names) names = namesOfTextFile(path.parent_path() / source);
  if (!names || names->empty()) return;
  if (int(names->size()) != spec.classes) {
    notes.push_back(concat(source, " beside the file has ", counted(std::int64_t(names->size()), "name", "names"),
                           ", but the network has ", counted(spec.classes, "class", "classes"),
                           "; they were left out"));
    return;
  }
  spec.classNames = *names;
  notes.push_back(concat("class names read from ", source, " beside the file"));
}

}  // namespace zipper
