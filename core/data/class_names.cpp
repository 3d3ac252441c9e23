// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/data/class_names.h"

#include <set>
#include <sstream>

#include "core/support/error.h"
#include "core/support/files.h"
#include "core/support/printable.h"
#include "core/support/text_ends.h"

namespace zipper {

namespace {

constexpr std::size_t listedNames = 6;

}  // namespace

std::vector<std::string> readClassNames(const std::filesystem::path& file) {
  std::istringstream text(readUtf8File(file, std::size_t(1) << 20));
  std::vector<std::string> names;
  for (std::string line; std::getline(text, line);) names.emplace_back(trimmed(line));
  while (!names.empty() && names.back().empty()) names.pop_back();
  if (names.empty()) fail(wholePrintable(file.string()), ": one class name a line was expected, the file is empty");
  std::set<std::string> seen;
  for (std::size_t i = 0; i < names.size(); ++i) {
    if (names[i].empty())
      fail(wholePrintable(file.string()), ", line ", i + 1,
           ": a class name was expected, a blank line was found; remove it");
    if (!seen.insert(names[i]).second)
      fail(wholePrintable(file.string()), ", line ", i + 1, ": the class name \"", printable(names[i]),
           "\" occurs twice; class names must differ");
  }
  return names;
}

std::vector<std::string> numberedClassNames(int count) {
  std::vector<std::string> names;
  for (int i = 0; i < count; ++i) names.push_back(std::to_string(i));
  return names;
}

std::string shortList(const std::vector<std::string>& names) {
  std::string text;
  const std::size_t shown = names.size() <= listedNames + 1 ? names.size() : listedNames;
  for (std::size_t i = 0; i < shown; ++i) text += concat(i > 0 ? ", \"" : "\"", printable(names[i], 40), "\"");
  return shown < names.size() ? concat(text, " and ", names.size() - shown, " more") : text;
}

}  // namespace zipper
