// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/cli/console.h"

#include <unistd.h>

#include <algorithm>
#include <cstdarg>
#include <cstdio>
#include <iostream>
#include <set>
#include <string_view>

#include "core/support/error.h"
#include "core/support/printable.h"
#include "core/zippering/work_estimate.h"

namespace zipper::cli {

namespace {

constexpr int barWidth = 24;

bool silent = false;

}  // namespace

void printLine(const std::string& line) { std::cout << wholePrintable(line) << std::endl; }

void printOwnText(const std::string& text) { std::cout << text << std::flush; }

void printJson(const Json& json, int indent) { std::cout << jsonForTerminals(dumpJson(json, indent)) << std::endl; }

void tellLine(const std::string& line) { std::cerr << wholePrintable(line) << std::endl; }

std::string textOf(const char* format, ...) {
  std::va_list arguments, again;
  va_start(arguments, format);
  va_copy(again, arguments);
  const int length = std::vsnprintf(nullptr, 0, format, arguments);
  va_end(arguments);
  std::string text(std::size_t(std::max(0, length)), ' ');
  std::vsnprintf(text.data(), text.size() + 1, format, again);
  va_end(again);
  return text;
}

ProgressLine::ProgressLine() : terminal_(::isatty(STDERR_FILENO) != 0) {}

void ProgressLine::show(const std::string& text, double fraction) {
  if (!terminal_) return;
  const auto now = std::chrono::steady_clock::now();
  if (drawn_ && now - last_ < std::chrono::milliseconds(100)) return;
  last_ = now;
  drawn_ = true;
  const int filled = int(std::clamp(fraction, 0.0, 1.0) * barWidth);
  std::cerr << "\r\033[K[" << std::string(std::size_t(filled), '#') << std::string(std::size_t(barWidth - filled), ' ')
            << "] " << wholePrintable(text) << std::flush;
}

void ProgressLine::finishLine(const std::string& text) {
  clear();
  tellLine(text);
}

void ProgressLine::clear() {
  if (terminal_ && drawn_) std::cerr << "\r\033[K" << std::flush;
  drawn_ = false;
}

std::string timeLeftText(double secondsLeft) {
  return secondsLeft < 0 ? "" : concat("  about ", roughDuration(secondsLeft), " left");
}

std::string plain(std::string text) {
  constexpr std::string_view noBreakSpace = "\u00a0";
  for (std::size_t at = 0; (at = text.find(noBreakSpace, at)) != std::string::npos; ++at)
    text.replace(at, noBreakSpace.size(), " ");
  return text;
}

void tellInterrupted(const std::string& report, const std::string& unit, int finished) {
  tellLine("zipper: interrupted" + (finished == 0
                                        ? concat(" before a ", unit, " was finished; nothing was written")
                                        : concat("; ", report, " holds the ", unit,
                                                 "s that were finished; the same command with --resume goes on")));
}

void printWarning(const std::string& text) {
  static std::set<std::string> said;  // what is scored again after each step would warn again
  if (!silent && said.insert(text).second) tellLine("zipper: warning: " + text);
}

void printNote(const std::string& text) {
  if (!silent) tellLine("zipper: note: " + text);
}

void silenceWarnings() { silent = true; }

}  // namespace zipper::cli
