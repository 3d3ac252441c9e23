// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/merging/assignment.h"

#include <algorithm>
#include <cmath>
#include <limits>

#include "core/support/error.h"

namespace zipper {

namespace {

constexpr int nobody = -1;
constexpr double infinity = std::numeric_limits<double>::infinity();

/// Rows are added one after another; dual prices keep every reduced cost at or above zero, and those of assigned pairs
/// at zero, so that a shortest path over reduced costs leads from a free row to the free column that is best overall.
class Assignment {
 public:
  Assignment(const std::vector<double>& costs, int size)
      : costs_(costs),
        size_(std::size_t(size)),
        rowPrice_(size_, 0),
        columnPrice_(size_, infinity),
        columnOf_(size_, nobody),
        rowOf_(size_, nobody),
        distance_(size_),
        previous_(size_),
        done_(size_) {}

  std::vector<int> solve() {
    setFirstPrices();
    for (std::size_t row = 0; row < size_; ++row) takeFreePair(row);
    for (std::size_t row = 0; row < size_; ++row)
      if (columnOf_[row] == nobody) augment(row);
    return columnOf_;
  }

 private:
  const double* costsOf(std::size_t row) const { return costs_.data() + row * size_; }

  void setFirstPrices() {
    for (std::size_t row = 0; row < size_; ++row)
      for (std::size_t column = 0; column < size_; ++column)
        columnPrice_[column] = std::min(columnPrice_[column], costsOf(row)[column]);
    for (std::size_t row = 0; row < size_; ++row) {
      rowPrice_[row] = infinity;
      for (std::size_t column = 0; column < size_; ++column)
        rowPrice_[row] = std::min(rowPrice_[row], costsOf(row)[column] - columnPrice_[column]);
    }
  }

  /// Most rows find a partner without a search.
  void takeFreePair(std::size_t row) {
    for (std::size_t column = 0; column < size_; ++column) {
      if (rowOf_[column] != nobody || costsOf(row)[column] - columnPrice_[column] > rowPrice_[row]) continue;
      rowOf_[column] = int(row);
      columnOf_[row] = int(column);
      return;
    }
  }

  /// Dijkstra's algorithm from a free row to the nearest free column, then the prices and partners along the way.
  void augment(std::size_t freeRow) {
    std::fill(distance_.begin(), distance_.end(), infinity);
    std::fill(done_.begin(), done_.end(), char(0));
    scanned_.clear();
    std::size_t row = freeRow, column = 0;
    double length = 0;
    while (true) {
      column = relax(row, length);
      length = distance_[column];
      if (rowOf_[column] == nobody) break;
      done_[column] = 1;
      scanned_.push_back(column);
      row = std::size_t(rowOf_[column]);
    }
    rowPrice_[freeRow] += length;
    for (const std::size_t passed : scanned_) {
      rowPrice_[std::size_t(rowOf_[passed])] += length - distance_[passed];
      columnPrice_[passed] -= length - distance_[passed];
    }
    flip(freeRow, column);
  }

  /// Looks from a row at all columns that aren't done; returns the nearest one.
  std::size_t relax(std::size_t row, double length) {
    const double* costs = costsOf(row);
    const double base = length - rowPrice_[row];
    std::size_t nearest = size_;
    double smallest = infinity;
    for (std::size_t column = 0; column < size_; ++column) {
      if (done_[column]) continue;
      const double through = base + costs[column] - columnPrice_[column];
      if (through < distance_[column]) {
        distance_[column] = through;
        previous_[column] = row;
      }
      if (distance_[column] < smallest || (distance_[column] == smallest && rowOf_[column] == nobody)) {
        smallest = distance_[column];
        nearest = column;
      }
    }
    return nearest;
  }

  void flip(std::size_t freeRow, std::size_t column) {
    while (true) {
      const std::size_t row = previous_[column];
      rowOf_[column] = int(row);
      const int next = columnOf_[row];
      columnOf_[row] = int(column);
      if (row == freeRow) return;
      column = std::size_t(next);
    }
  }

  const std::vector<double>& costs_;
  std::size_t size_;
  std::vector<double> rowPrice_, columnPrice_;
  std::vector<int> columnOf_, rowOf_;
  std::vector<double> distance_;
  std::vector<std::size_t> previous_;
  std::vector<char> done_;
  std::vector<std::size_t> scanned_;
};

}  // namespace

std::vector<int> assign(const std::vector<double>& costs, int size) {
  if (size < 0 || costs.size() != std::size_t(size) * std::size_t(size))
    fail("assignment: ", costs.size(), " costs found, ", size, " x ", size, " expected");
  for (const double cost : costs)
    if (!std::isfinite(cost)) fail("assignment: a cost isn't finite");
  return Assignment(costs, size).solve();
}

}  // namespace zipper
