// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/data/class_file.h"

#include <algorithm>
#include <charconv>
#include <sstream>

#include "core/data/class_matching.h"
#include "core/support/error.h"
#include "core/support/files.h"
#include "core/support/printable.h"

namespace zipper {

namespace {

constexpr std::size_t largestFile = std::size_t(4) << 20;

std::string trimmed(const std::string& text) {
  const char* blanks = " \t\r";
  const auto first = text.find_first_not_of(blanks);
  return first == std::string::npos ? "" : text.substr(first, text.find_last_not_of(blanks) - first + 1);
}

/// Without the quotation marks of CSV.
std::string unquoted(const std::string& field) {
  const std::string text = trimmed(field);
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

}  // namespace

ClassFile readClassFile(const std::filesystem::path& path) {
  ClassFile file;
  file.path = path.string();
  std::istringstream text(readTextFile(path, largestFile));
  int number = 0;
  for (std::string line; std::getline(text, line);) {
    ++number;
    if (number == 1 && line.compare(0, 3, "\xEF\xBB\xBF") == 0) line.erase(0, 3);
    const std::string content = trimmed(line);
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
  const bool maps = std::all_of(file.lines.begin(), file.lines.end(), [&](const auto& line) {
    return !line.right.empty() && indexOfName(line.left, classNames) >= 0;
  });
  const int count = int(file.lines.size());
  const bool mayBeNames = file.separator == 0 || (file.separator == ',' && !maps);
  return mayBeNames && (count == spec.classes || count == spec.classes - spec.classOffset);
}

void nameOutputs(MobileNetSpec& spec, const ClassFile& file) {
  spec.classNames.clear();
  for (int i = int(file.lines.size()); i < spec.classes; ++i) spec.classNames.emplace_back("background");
  for (const ClassFile::Line& line : file.lines) spec.classNames.push_back(line.text);
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
