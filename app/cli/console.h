// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <chrono>
#include <string>

#include "core/support/json_reader.h"

namespace zipper::cli {

/// The only places where `zipper` writes to its standard streams. Names in a text may come from files of strangers:
/// whatever would move a cursor, colour a screen, begin another line or turn the direction of writing becomes '?' (see
/// core/support/printable.h), so that nothing can be said in the program's name and no caller can forget it.

/// One line of a result, on standard output.
void printLine(const std::string& line = {});
/// The lines of a text that is the program's own: its help.
void printOwnText(const std::string& text);
/// One JSON value and the end of the line, on standard output. Bytes that aren't UTF-8 become U+FFFD; what a terminal
/// would obey is written as \uXXXX, which reads as the same text.
void printJson(const Json& json, int indent = -1);
/// One line for people beside the result, on standard error.
void tellLine(const std::string& line);
/// printf() into a text.
__attribute__((format(printf, 1, 2))) std::string textOf(const char* format, ...);

/// One line on standard error that is rewritten in place on a terminal, with rate and time left; elsewhere only
/// finished lines appear.
class ProgressLine {
 public:
  ProgressLine();
  /// Shows "text  [#####     ] 40 %"; redrawn at most ten times a second.
  void show(const std::string& text, double fraction);
  /// Replaces the line by a permanent one.
  void finishLine(const std::string& text);
  void clear();

 private:
  bool terminal_;
  bool drawn_ = false;
  std::chrono::steady_clock::time_point last_;
};

/// Numbers of core/support/text_format.h with the spaces that scripts look for and columns are counted in: a terminal
/// breaks lines anywhere.
std::string plain(std::string text);
/// "  about 9 min left", nothing if that isn't known (negative).
std::string timeLeftText(double secondsLeft);
/// That a queue was interrupted, and whether the report's folder holds anything of it; `unit`: "run".
void tellInterrupted(const std::string& report, const std::string& unit, int finished);
/// Each text once, however often it is said.
void printWarning(const std::string& text);
/// What is worth knowing and no reason to worry.
void printNote(const std::string& text);
/// From now on printWarning() and printNote() say nothing: in a process beside the one that reports.
void silenceWarnings();

}  // namespace zipper::cli
