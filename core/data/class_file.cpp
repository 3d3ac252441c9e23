// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/data/class_file.h"

#include <algorithm>
#include <charconv>
#include <map>
#include <set>
#include <sstream>

#include "core/data/class_names.h"
#include "core/data/class_outputs.h"
#include "core/data/name_keys.h"
#include "core/support/error.h"
#include "core/support/files.h"
#include "core/support/printable.h"
#include "core/support/text_ends.h"

namespace zipper {

namespace {

constexpr std::size_t largestFile = std::size_t(4) << 20;

/// Without the quotation marks of CSV.
std::string unquoted(const std::string& field) {
  const std::string text(trimmed(field));
  if (text.size() < 2 || text.front() != '"' || text.back() != '"') return text;
  std::string result;
  for (std::size_t i = 1; i + 1 < text.size(); ++i) {
    result += text[i];
    if (text[i] == '"' && text[i + 1] == '"') ++i;
  }
  return result;
}

/// The first separator outside of quotation marks; npos if there is none.
std::size_t separatorIn(const std::string& text, char separator) {
  bool quoted = false;
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (text[i] == '"') quoted = !quoted;
    if (text[i] == separator && !quoted) return i;
  }
  return std::string::npos;
}

/// The separator that all lines have; 0 if there is none.
char commonSeparator(const std::vector<ClassFile::Line>& lines) {
  for (const char separator : {'\t', '=', ';', ','})
    if (std::all_of(lines.begin(), lines.end(),
                    [&](const auto& line) { return separatorIn(line.text, separator) != std::string::npos; }))
      return separator;
  return 0;
}

bool isHeader(const ClassFile::Line& line) { return line.left == "class" && line.right == "output"; }

/// "3,Ankle boot", "3: Ankle boot", "3 Ankle boot": number and name; a number below 0 if it isn't of this form.
std::pair<int, std::string> numbered(const std::string& text) {
  int number = 0;
  const char* end = text.data() + text.size();
  const auto [parsed, error] = std::from_chars(text.data(), end, number);
  if (error != std::errc() || parsed == text.data() || parsed == end || number < 0) return {-1, ""};
  const std::size_t at = std::size_t(parsed - text.data());
  const std::size_t name = text.find_first_not_of(" \t,;:=", at);
  return name == at || name == std::string::npos ? std::pair(-1, std::string())
                                                 : std::pair(number, unquoted(text.substr(name)));
}

/// Names by their numbers, which count from 0 or from 1 and leave none out; nothing if the lines are no such list. A
/// heading ("index,name") may precede them.
std::vector<std::string> numberedNames(const std::vector<ClassFile::Line>& lines) {
  std::map<int, std::string> names;
  for (std::size_t i = 0; i < lines.size(); ++i) {
    auto [number, name] = numbered(lines[i].text);
    if (number < 0 && i == 0) continue;
    if (number < 0 || !names.emplace(number, std::move(name)).second) return {};
  }
  const bool complete = !names.empty() && names.begin()->first <= 1 &&
                        names.rbegin()->first - names.begin()->first + 1 == int(names.size());
  std::vector<std::string> result;
  for (auto& [number, name] : names) result.push_back(std::move(name));
  return complete ? result : std::vector<std::string>();
}

std::string placeOf(const ClassFile& file, const ClassFile::Line& line) {
  return concat(printable(file.path, 4096), ", line ", line.number);
}

int outputOf(const ClassFile& file, const ClassFile::Line& line, const MobileNetSpec& spec) {
  if (line.right == "-") return noOutput;
  const int named = indexOfName(line.right, spec.classNames);
  if (named >= spec.classOffset) return named;
  int number = 0;
  const char* end = line.right.data() + line.right.size();
  const auto [parsed, error] = std::from_chars(line.right.data(), end, number);
  if (error == std::errc() && parsed == end && number >= spec.classOffset && number < spec.classes) return number;
  fail(placeOf(file, line), ": the network has no output \"", printable(line.right), "\"; ",
       spec.classNames.empty() ? "" : concat("it has ", shortList(spec.classNames), "; "), "numbers from ",
       spec.classOffset, " to ", spec.classes - 1, " are allowed, and - for none");
}

std::vector<std::string> wholeLines(const ClassFile& file) {
  std::vector<std::string> names;
  for (const ClassFile::Line& line : file.lines) names.push_back(line.text);
  return names;
}

bool fits(const std::vector<std::string>& names, const MobileNetSpec& spec) {
  const int count = int(names.size());
  return count > 0 && (count == spec.classes || count == spec.classes - spec.classOffset);
}

std::size_t knownAmong(const std::vector<std::string>& names, const std::vector<std::string>& classNames) {
  const std::vector<int> found = matchNames(classNames, names);
  return std::size_t(std::count_if(found.begin(), found.end(), [](int place) { return place >= 0; }));
}

/// The names of outputs that the lines are; nothing if they are none. "1 star", "2 stars" may be names or numbered
/// names: what the data set knows decides.
std::vector<std::string> namesIn(const ClassFile& file, const MobileNetSpec& spec,
                                 const std::vector<std::string>& classNames) {
  std::vector<std::string> numbered = numberedNames(file.lines), plain = wholeLines(file);
  const std::set<std::string> different(numbered.begin(), numbered.end());
  if (different.size() != numbered.size() || !fits(numbered, spec)) numbered.clear();
  if (!fits(plain, spec) || (file.separator != 0 && file.separator != ',')) plain.clear();
  if (numbered.empty() || plain.empty()) return numbered.empty() ? plain : numbered;
  return knownAmong(plain, classNames) > knownAmong(numbered, classNames) ? plain : numbered;
}

bool isOutput(const std::string& text, const MobileNetSpec& spec) {
  int number = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
  return text == "-" || (error == std::errc() && end == text.data() + text.size() && number < spec.classes) ||
         indexOfName(text, spec.classNames) >= spec.classOffset;
}

}  // namespace

ClassFile readClassFile(const std::filesystem::path& path) {
  ClassFile file;
  file.path = path.string();
  std::istringstream text(readUtf8File(path, largestFile));
  int number = 0;
  for (std::string line; std::getline(text, line);) {
    ++number;
    const std::string content(trimmed(line));
    if (!content.empty() && content.compare(0, 2, "# ") != 0) file.lines.push_back({number, content, "", ""});
  }
  if (file.lines.empty())
    fail(printable(file.path, 4096), ": empty; lines such as cat = 3 expected, or a name per output of the network");
  const char separator = file.separator = commonSeparator(file.lines);
  for (ClassFile::Line& line : file.lines) {
    const std::size_t at = separator == 0 ? std::string::npos : separatorIn(line.text, separator);
    line.left = unquoted(line.text.substr(0, at));
    if (at != std::string::npos) line.right = unquoted(line.text.substr(at + 1));
  }
  if (isHeader(file.lines.front())) file.lines.erase(file.lines.begin());
  return file;
}

bool namesOutputs(const ClassFile& file, const MobileNetSpec& spec, const std::vector<std::string>& classNames) {
  const bool classes = std::all_of(file.lines.begin(), file.lines.end(), [&](const auto& line) {
    return !line.right.empty() && indexOfName(line.left, classNames) >= 0;
  });
  const bool outputs =
      std::any_of(file.lines.begin(), file.lines.end(), [&](const auto& line) { return isOutput(line.right, spec); });
  return !(classes && outputs) && !namesIn(file, spec, classNames).empty();
}

void nameOutputs(MobileNetSpec& spec, const ClassFile& file, const std::vector<std::string>& classNames) {
  const std::vector<std::string> names = namesIn(file, spec, classNames);
  spec.classNames.assign(std::size_t(std::max(0, spec.classes - int(names.size()))), "background");
  spec.classNames.insert(spec.classNames.end(), names.begin(), names.end());
}

std::vector<int> outputsOf(const ClassFile& file, const MobileNetSpec& spec,
                           const std::vector<std::string>& classNames) {
  std::vector<int> outputs(classNames.size(), noOutput);
  std::vector<bool> named(classNames.size());
  for (const ClassFile::Line& line : file.lines) {
    if (line.right.empty())
      fail(placeOf(file, line), ": \"", printable(line.text),
           "\" found, class = output expected (or, in a file that "
           "names the network's ",
           spec.classes, " outputs, as many lines as these; there are ", file.lines.size(), ")");
    const int index = indexOfName(line.left, classNames);
    if (index < 0)
      fail(placeOf(file, line), ": the data set has no class \"", printable(line.left), "\"; it has ",
           shortList(classNames));
    if (named[std::size_t(index)])
      fail(placeOf(file, line), ": the class \"", printable(line.left), "\" stands there twice");
    named[std::size_t(index)] = true;
    outputs[std::size_t(index)] = outputOf(file, line, spec);
  }
  return outputs;
}

}  // namespace zipper
