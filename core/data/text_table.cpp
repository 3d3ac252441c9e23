// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/data/text_table.h"

#include <algorithm>

#include "core/support/error.h"
#include "core/support/text_ends.h"

namespace zipper {

namespace {

constexpr std::size_t mostFields = 10000000;

std::string_view withoutMark(std::string_view text) {
  return text.substr(0, 3) == "\xEF\xBB\xBF" ? text.substr(3) : text;
}

char delimiterOf(std::string_view text) {
  const std::string_view first = text.substr(0, text.find('\n'));
  char best = ',';
  std::ptrdiff_t most = 0;
  for (const char candidate : {',', '\t', ';'}) {
    const auto count = std::count(first.begin(), first.end(), candidate);
    if (count > most) best = candidate, most = count;
  }
  return best;
}

class TableParser {
 public:
  explicit TableParser(std::string_view text) : text_(withoutMark(text)), delimiter_(delimiterOf(text_)) {}

  std::vector<TableRow> rows() {
    std::vector<TableRow> rows;
    while (at_ < text_.size()) {
      TableRow row = nextRow();
      if (row.fields.size() == 1 && row.fields[0].empty()) continue;
      rows.push_back(std::move(row));
    }
    return rows;
  }

 private:
  TableRow nextRow() {
    TableRow row{line_, {}};
    for (bool more = true; more;) {
      row.fields.push_back(nextField());
      if (++fields_ > mostFields) fail("more than ", mostFields, " fields found; split the list");
      more = at_ < text_.size() && text_[at_] == delimiter_;
      if (more) ++at_;
    }
    if (at_ < text_.size()) ++at_, ++line_;  // the line break
    return row;
  }

  /// Up to a delimiter or a line break, which stay.
  std::string nextField() {
    while (at_ < text_.size() && text_[at_] == ' ') ++at_;
    if (at_ < text_.size() && text_[at_] == '"') return quotedField();
    const std::size_t begin = at_;
    while (at_ < text_.size() && text_[at_] != delimiter_ && text_[at_] != '\n') ++at_;
    return std::string(trimmed(text_.substr(begin, at_ - begin)));
  }

  std::string quotedField() {
    const std::size_t line = line_;
    std::string field;
    for (++at_; at_ < text_.size(); ++at_) {
      const bool quote = text_[at_] == '"';
      if (quote && (at_ + 1 >= text_.size() || text_[at_ + 1] != '"')) break;
      if (quote) ++at_;
      if (text_[at_] == '\n') ++line_;
      field += text_[at_];
    }
    if (at_ >= text_.size()) fail("line ", line, ": a quote is opened and not closed");
    ++at_;
    while (at_ < text_.size() && text_[at_] != delimiter_ && text_[at_] != '\n') ++at_;
    return field;
  }

  std::string_view text_;
  char delimiter_;
  std::size_t at_ = 0, line_ = 1, fields_ = 0;
};

/// Lines that aren't blank and no comments, each split at the blank that `find` gives.
std::vector<TableRow> splitLines(std::string_view text, std::size_t (*find)(std::string_view)) {
  text = withoutMark(text);
  std::vector<TableRow> rows;
  for (std::size_t line = 1; !text.empty(); ++line) {
    const auto end = text.find('\n');
    const std::string_view content = trimmed(text.substr(0, end));
    text.remove_prefix(end == std::string_view::npos ? text.size() : end + 1);
    if (content.empty() || content.front() == '#') continue;
    TableRow row{line, {}};
    const auto blank = find(content);
    row.fields.emplace_back(trimmed(content.substr(0, blank)));
    if (blank != std::string_view::npos) row.fields.emplace_back(trimmed(content.substr(blank)));
    rows.push_back(std::move(row));
    if (rows.size() > mostFields) fail("more than ", mostFields, " lines found; split the list");
  }
  return rows;
}

}  // namespace

std::vector<TableRow> parseTable(std::string_view text) { return TableParser(text).rows(); }

std::vector<TableRow> parsePairs(std::string_view text) {
  return splitLines(text, [](std::string_view line) { return line.find_last_of(" \t"); });
}

std::vector<TableRow> parseNumbered(std::string_view text) {
  return splitLines(text, [](std::string_view line) { return line.find_first_of(" \t"); });
}

}  // namespace zipper
