// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/lesson/lesson_text.h"

#include <algorithm>
#include <charconv>
#include <sstream>

#include "core/support/error.h"
#include "core/support/printable.h"
#include "core/support/text_ends.h"

namespace zipper {

namespace {

bool needsEscape(const std::string& line) {
  return beginsWith(line, "# ") || beginsWith(line, "@") || beginsWith(line, "\\");
}

int stepOf(const std::string& text, int line) {
  int step = -1;
  const char* end = text.data() + text.size();
  const auto [parsed, error] = std::from_chars(text.data(), end, step);
  if (error != std::errc() || parsed != end || step < 0 || step > 1'000'000)
    fail("line ", line, ": \"@step ", printable(text, 60),
         "\" found, the number of a step expected (0: before the first)");
  return step - 1;
}

std::string panelOf(const std::string& text, int line) {
  const auto& known = lessonPanels();
  if (std::find(known.begin(), known.end(), text) != known.end()) return text;
  std::string names;
  for (const std::string& name : known) names += (names.empty() ? "" : ", ") + name;
  fail("line ", line, ": there is no panel \"", printable(text, 60), "\"; there are ", names);
}

void takeWish(LessonPage& page, const std::string& line, int number) {
  if (beginsWith(line, "@step "))
    page.step = stepOf(std::string(trimmed(line.substr(6))), number);
  else if (beginsWith(line, "@panel "))
    page.panel = panelOf(std::string(trimmed(line.substr(7))), number);
  else
    fail("line ", number, ": \"", printable(line, 60),
         "\" found, @step NUMBER or @panel NAME expected; a text that begins with @ has a backslash before it");
}

/// Without empty lines before and behind it.
void trimLines(std::string& text) {
  const std::size_t begin = text.find_first_not_of('\n');
  text.erase(0, std::min(begin, text.size()));
  text.erase(text.find_last_not_of('\n') + 1);
}

}  // namespace

std::vector<LessonPage> pagesFromText(const std::string& text) {
  std::vector<LessonPage> pages;
  std::istringstream lines(text);
  int number = 0;
  bool inText = false;
  for (std::string line; std::getline(lines, line);) {
    ++number;
    while (!line.empty() && line.back() == '\r') line.pop_back();
    const bool isTitle = beginsWith(line, "# ");
    if (isTitle || (pages.empty() && !trimmed(line).empty())) {
      pages.emplace_back();
      inText = false;
    }
    if (isTitle) {
      pages.back().title = trimmed(line.substr(2));
    } else if (!pages.empty()) {
      if (!inText && beginsWith(line, "@")) {
        takeWish(pages.back(), line, number);
        continue;
      }
      inText = inText || !trimmed(line).empty();
      if (beginsWith(line, "@"))
        fail("line ", number, ": \"", printable(line, 60),
             "\" stands in a text; what a page brings forward stands directly below its title, and a text that begins "
             "with @ has a backslash before it");
      pages.back().text += (beginsWith(line, "\\") ? line.substr(1) : line) + "\n";
    }
  }
  for (LessonPage& page : pages) trimLines(page.text);
  return pages;
}

std::string pagesToText(const std::vector<LessonPage>& pages) {
  std::string text;
  for (const LessonPage& page : pages) {
    text += (text.empty() ? "# " : "\n# ") + page.title + "\n";
    if (page.step) text += concat("@step ", *page.step + 1, "\n");
    if (!page.panel.empty()) text += concat("@panel ", page.panel, "\n");
    if (!page.text.empty()) text += "\n";
    std::istringstream lines(page.text);
    for (std::string line; std::getline(lines, line);) text += (needsEscape(line) ? "\\" : "") + line + "\n";
  }
  return text;
}

}  // namespace zipper
