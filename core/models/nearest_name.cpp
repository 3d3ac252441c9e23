// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/models/nearest_name.h"

#include <algorithm>
#include <numeric>

namespace zipper {

namespace {

constexpr std::size_t longest = 100;

std::string tail(const std::string& text) { return text.size() <= longest ? text : text.substr(text.size() - longest); }

/// The distance is at least that of the lengths.
std::size_t leastDistance(const std::string& one, const std::string& other) {
  const std::size_t a = std::min(one.size(), longest), b = std::min(other.size(), longest);
  return a > b ? a - b : b - a;
}

}  // namespace

std::size_t editDistance(const std::string& one, const std::string& other) {
  const std::string a = tail(one), b = tail(other);
  std::vector<std::size_t> row(b.size() + 1);
  std::iota(row.begin(), row.end(), 0);
  for (std::size_t i = 0; i < a.size(); ++i) {
    std::size_t diagonal = row[0];
    row[0] = i + 1;
    for (std::size_t j = 0; j < b.size(); ++j) {
      const std::size_t replaced = diagonal + (a[i] == b[j] ? 0 : 1);
      diagonal = row[j + 1];
      row[j + 1] = std::min({replaced, row[j] + 1, row[j + 1] + 1});
    }
  }
  return row.back();
}

std::string nearestName(const std::string& name, const std::vector<std::string>& known) {
  std::string nearest;
  std::size_t least = std::size_t(-1);
  for (const std::string& candidate : known) {
    if (leastDistance(name, candidate) >= least) continue;
    const std::size_t distance = editDistance(name, candidate);
    if (distance >= least) continue;
    least = distance;
    nearest = candidate;
  }
  return nearest;
}

}  // namespace zipper
