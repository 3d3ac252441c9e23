// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/exports/snippet_text.h"

#include <algorithm>
#include <array>
#include <cstdint>
#include <cstdio>
#include <filesystem>

#include "core/exports/class_labels.h"
#include "core/support/error.h"
#include "core/support/printable.h"
#include "core/support/text_format.h"

namespace zipper {

namespace {

std::vector<char32_t> codePointsOf(const std::string& text) {
  std::vector<char32_t> points;
  for (const char c : validUtf8(text)) {
    const auto byte = static_cast<unsigned char>(c);
    if ((byte & 0xc0u) == 0x80u)
      points.back() = points.back() << 6 | (byte & 0x3fu);
    else
      points.push_back(byte < 0x80u ? byte : byte < 0xe0u ? byte & 0x1fu : byte < 0xf0u ? byte & 0x0fu : byte & 0x07u);
  }
  return points;
}

std::string formatted(const char* format, std::uint32_t value) {
  std::array<char, 16> text{};
  std::snprintf(text.data(), text.size(), format, value);
  return text.data();
}

/// \uXXXX, two of them where UTF-16 needs two.
std::string utf16Escape(char32_t point) {
  if (point < 0x10000) return formatted("\\u%04x", point);
  return formatted("\\u%04x", 0xd800 + ((point - 0x10000) >> 10)) +
         formatted("\\u%04x", 0xdc00 + ((point - 0x10000) & 0x3ff));
}

bool isPlain(char32_t point, const std::string& special) {
  return point >= ' ' && point <= '~' && special.find(char(point)) == std::string::npos;
}

/// `special`: characters that the language, or HTML around it, gives a meaning.
std::string quoted(const std::string& text, const std::string& special, std::string (*escape)(char32_t)) {
  std::string result = "\"";
  for (const char32_t point : codePointsOf(text)) {
    if (isPlain(point, special))
      result += char(point);
    else
      result += escape(point);
  }
  return result + "\"";
}

bool isOfMark(char c) { return (c >= 'A' && c <= 'Z') || c == '_'; }

}  // namespace

std::string pythonLiteral(const std::string& text) {
  return quoted(text, "\"\\", [](char32_t point) {
    if (point == '"' || point == '\\') return std::string{'\\', char(point)};
    return point < 0x10000 ? formatted("\\u%04x", point) : formatted("\\U%08x", point);
  });
}

std::string javaScriptLiteral(const std::string& text) {
  return quoted(text, "\"\\<>&", [](char32_t point) {
    return point == '"' || point == '\\' ? std::string{'\\', char(point)} : utf16Escape(point);
  });
}

std::string kotlinLiteral(const std::string& text) {
  return quoted(text, "\"\\$", [](char32_t point) {
    return point == '"' || point == '\\' || point == '$' ? std::string{'\\', char(point)} : utf16Escape(point);
  });
}

std::string cppLiteral(const std::string& text) {
  std::string result = "\"";
  for (const char c : text) {
    if (isPlain(static_cast<unsigned char>(c), "\"\\?"))
      result += c;
    else if (c == '"' || c == '\\' || c == '?')  // "??" may begin a trigraph
      result += {'\\', c};
    else
      result += formatted("\\%03o", static_cast<unsigned char>(c));
  }
  return result + "\"";
}

std::string filled(const std::string& pattern, const std::map<std::string, std::string>& texts) {
  std::string result;
  for (std::size_t i = 0; i < pattern.size(); ++i) {
    std::size_t end = i + 1;
    while (pattern[i] == '@' && end < pattern.size() && isOfMark(pattern[end])) ++end;
    const bool isMark = end > i + 1 && end < pattern.size() && pattern[end] == '@';
    if (!isMark) {
      result += pattern[i];
      continue;
    }
    const auto found = texts.find(pattern.substr(i + 1, end - i - 1));
    if (found == texts.end()) fail("snippet: no text for ", pattern.substr(i, end + 1 - i));
    result += found->second;
    i = end;
  }
  return result;
}

std::string listed(const std::vector<std::string>& items, const std::string& indent, std::size_t column) {
  constexpr std::size_t mostColumns = 110;
  std::string result;
  for (std::size_t i = 0; i < items.size(); ++i) {
    const std::string item = items[i] + (i + 1 < items.size() ? "," : "");
    const bool breaks = i > 0 && column + 1 + item.size() > mostColumns;
    result += (i == 0 ? "" : breaks ? "\n" + indent : " ") + item;
    column = (breaks ? indent.size() : column + (i > 0 ? 1 : 0)) + item.size();
  }
  return result;
}

std::vector<std::string> literals(const std::vector<std::string>& texts,
                                  const std::function<std::string(const std::string&)>& literal) {
  std::vector<std::string> result;
  std::transform(texts.begin(), texts.end(), std::back_inserter(result), literal);
  return result;
}

std::string perChannel(const std::vector<double>& values, int channels, const std::string& suffix) {
  std::string result;
  for (int c = 0; c < channels; ++c)
    result += (c > 0 ? ", " : "") + shortestNumber(values.size() == 1 ? values[0] : values.at(std::size_t(c))) + suffix;
  return result;
}

bool hasManyClasses(const SnippetTask& task) { return task.spec.classNames.size() > snippetClasses; }

std::string labelsFileOf(const SnippetTask& task, const std::string& model) {
  return std::filesystem::path(model).stem().string() + "_" + labelFileName(task.letter);
}

std::vector<SnippetFile> labelsFiles(const SnippetNetwork& network, const std::string& model) {
  std::vector<SnippetFile> files;
  for (const SnippetTask& task : network.tasks) {
    if (!hasManyClasses(task)) continue;
    std::string text;
    for (const std::string& label : labelsOf(task.spec)) text += label + "\n";
    files.push_back({labelsFileOf(task, model), text});
  }
  return files;
}

}  // namespace zipper
