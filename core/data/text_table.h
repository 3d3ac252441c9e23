// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace zipper {

/// A line of a text that is split into fields.
struct TableRow {
  std::size_t line = 0;  ///< where it begins, counted from 1
  std::vector<std::string> fields;
};

/// Rows of a table with fields between commas, semicolons or tabs, whichever the first line has most of; fields may be
/// in double quotes (RFC 4180), with "" for one of them, and hold line breaks then. Blanks around fields, blank lines
/// and a byte order mark are left out. Throws Error (without a path, but with the line) for a quote that isn't closed,
/// and for tables of more than ten million fields.
std::vector<TableRow> parseTable(std::string_view text);

/// Lines of words between blanks: "path label". Everything up to the last blank is the first of two fields, so that
/// paths may hold blanks; lines without a blank have one field. Blank lines and those that begin with '#' are left out.
std::vector<TableRow> parsePairs(std::string_view text);

/// Lines of a number and something behind it: "17 some/path.jpg", for lists whose lines are keyed by number.
std::vector<TableRow> parseNumbered(std::string_view text);

}  // namespace zipper
