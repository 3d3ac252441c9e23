// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <string>

namespace zipper {

/// A text (not a number) as a field of a CSV file: in quotes where RFC 4180 wants them, on one line and without control
/// characters (core/support/printable.h). What a spreadsheet would take for a formula (it begins with = + - @) gets an
/// apostrophe in front, as spreadsheets themselves write a text of that kind.
std::string csvField(const std::string& text);

}  // namespace zipper
