// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/data/natural_order.h"

#include <algorithm>

#include "core/support/error.h"
#include "core/support/printable.h"

namespace zipper {

namespace {

bool isDigit(char c) { return c >= '0' && c <= '9'; }

/// The digits that start here, without leading zeros; `at` moves behind them.
std::string numberAt(const std::string& text, std::size_t& at) {
  std::size_t begin = at;
  while (at < text.size() && isDigit(text[at])) ++at;
  while (begin + 1 < at && text[begin] == '0') ++begin;
  return text.substr(begin, at - begin);
}

std::string firstOf(const std::vector<std::string>& names, std::size_t from) {
  std::string list;
  const std::size_t end = std::min(names.size(), from + 3);
  for (std::size_t i = from; i < end; ++i) list += (i > from ? ", " : "") + printable(names[i], 40);
  return (from > 0 ? "..., " : "") + list + (end < names.size() ? ", ..." : "");
}

}  // namespace

bool naturallyBefore(const std::string& a, const std::string& b) {
  std::size_t i = 0, j = 0;
  while (i < a.size() && j < b.size()) {
    if (isDigit(a[i]) && isDigit(b[j])) {
      const std::string x = numberAt(a, i), y = numberAt(b, j);
      if (x.size() != y.size()) return x.size() < y.size();
      if (x != y) return x < y;
    } else if (a[i] != b[j]) {
      return static_cast<unsigned char>(a[i]) < static_cast<unsigned char>(b[j]);
    } else {
      ++i, ++j;
    }
  }
  if (i == a.size() && j == b.size()) return a < b;
  return i == a.size();
}

std::string orderNote(const std::vector<std::string>& classNames) {
  std::vector<std::string> natural = classNames;
  std::sort(natural.begin(), natural.end(), naturallyBefore);
  const auto [ours, theirs] = std::mismatch(classNames.begin(), classNames.end(), natural.begin());
  if (ours == classNames.end()) return "";
  const auto place = std::size_t(ours - classNames.begin());
  const std::size_t from = place > 0 ? place - 1 : 0;
  return concat("the classes are in the order of their names' bytes, as the loaders of PyTorch and Keras order them: ",
                firstOf(classNames, from), "; by the numbers in them it would be ", firstOf(natural, from));
}

}  // namespace zipper
