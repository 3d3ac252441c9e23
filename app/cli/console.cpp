// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/cli/console.h"

#include <unistd.h>

#include <algorithm>
#include <cstdio>
#include <iostream>

#include "core/support/error.h"

namespace zipper::cli {

namespace {

constexpr int barWidth = 24;

bool silent = false;

std::string formatted(const char* format, double value) {
  char buffer[64];
  std::snprintf(buffer, sizeof buffer, format, value);
  return buffer;
}

}  // namespace

ProgressLine::ProgressLine() : terminal_(::isatty(STDERR_FILENO) != 0) {}

void ProgressLine::show(const std::string& text, double fraction) {
  if (!terminal_) return;
  const auto now = std::chrono::steady_clock::now();
  if (drawn_ && now - last_ < std::chrono::milliseconds(100)) return;
  last_ = now;
  drawn_ = true;
  const int filled = int(std::clamp(fraction, 0.0, 1.0) * barWidth);
  std::cerr << "\r\033[K[" << std::string(std::size_t(filled), '#') << std::string(std::size_t(barWidth - filled), ' ')
            << "] " << text << std::flush;
}

void ProgressLine::finishLine(const std::string& text) {
  clear();
  std::cerr << text << std::endl;
}

void ProgressLine::clear() {
  if (terminal_ && drawn_) std::cerr << "\r\033[K" << std::flush;
  drawn_ = false;
}

std::string durationText(double seconds) {
  const long whole = long(seconds + 0.5);
  char buffer[64];
  if (whole < 60)
    std::snprintf(buffer, sizeof buffer, "%ld s", whole);
  else if (whole < 3600)
    std::snprintf(buffer, sizeof buffer, "%ld min %02ld s", whole / 60, whole % 60);
  else
    std::snprintf(buffer, sizeof buffer, "%ld h %02ld min", whole / 3600, whole / 60 % 60);
  return buffer;
}

std::string percentText(double share) { return formatted("%.2f %%", 100 * share); }

std::string groupedText(long long number) {
  std::string digits = std::to_string(number);
  for (int at = int(digits.size()) - 3; at > (number < 0 ? 1 : 0); at -= 3) digits.insert(std::size_t(at), ",");
  return digits;
}

std::string bytesText(double bytes) {
  if (bytes >= 1e9) return formatted("%.2f GB", bytes / 1e9);
  if (bytes >= 1e6) return formatted("%.2f MB", bytes / 1e6);
  if (bytes >= 1e3) return formatted("%.1f kB", bytes / 1e3);
  return formatted("%.0f bytes", bytes);
}

void tellInterrupted(const std::string& report, const std::string& unit, int finished) {
  std::cerr << "zipper: interrupted"
            << (finished == 0 ? concat(" before a ", unit, " was finished; nothing was written")
                              : concat("; ", report, " holds the ", unit, "s that were finished"))
            << std::endl;
}

void printWarning(const std::string& text) {
  if (!silent) std::cerr << "zipper: warning: " << text << std::endl;
}

void silenceWarnings() { silent = true; }

}  // namespace zipper::cli
