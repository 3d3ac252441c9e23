// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <cstddef>
#include <limits>
#include <vector>

namespace zipper::plots {

/// What a part of a curve spans, and whether it holds values that have no place on an axis.
struct Extremes {
  float low = std::numeric_limits<float>::infinity();  ///< of the finite values
  float high = -std::numeric_limits<float>::infinity();
  float lowestPositive = std::numeric_limits<float>::infinity();
  bool notANumber = false, plusInfinity = false, minusInfinity = false;

  void add(float value);
  void add(const Extremes& other);
  bool anyFinite() const { return low <= high; }
  bool anyPositive() const { return lowestPositive <= high; }
};

/// A row of values with a pyramid of extremes over it: what any part spans is answered in logarithmic time, so that a
/// million values can be thinned to the pixels of a plot at every redraw.
class ValueTrack {
 public:
  std::size_t size() const { return values_.size(); }
  bool empty() const { return values_.empty(); }
  float operator[](std::size_t index) const { return values_[index]; }
  const std::vector<float>& values() const { return values_; }

  /// Overwrites values from `begin` (at most size()) on and appends what goes beyond the end.
  void write(std::size_t begin, const float* values, std::size_t count);
  void append(float value) { write(size(), &value, 1); }
  void reserve(std::size_t count);
  /// Of values [begin, end), which must be inside.
  Extremes extremes(std::size_t begin, std::size_t end) const;

 private:
  void updateLevel(std::size_t level, std::size_t begin, std::size_t end);
  Extremes extremesOfBlock(std::size_t level, std::size_t block) const;

  std::vector<float> values_;
  std::vector<std::vector<Extremes>> levels_;  ///< blocks of 16 values, of 4 such blocks, ...
};

}  // namespace zipper::plots
