// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <string>
#include <vector>

#include "core/models/expected_names.h"

namespace zipper {

/// The names of a file, for looking up.
class NameIndex {
 public:
  explicit NameIndex(const std::vector<std::string>& names);
  static constexpr std::size_t none = std::size_t(-1);
  /// The index of a name, or none.
  std::size_t find(const std::string& name) const;

 private:
  const std::vector<std::string>& names_;
  std::vector<std::size_t> order_;  ///< sorted by name
};

/// A network that may be in a file: a scheme, what stands before its names, and its task.
struct Candidate {
  const NamingScheme* scheme = nullptr;
  std::string prefix, task;
  std::vector<std::size_t> indices;  ///< for each of expectedNames(): the index of the tensor, or NameIndex::none
  std::size_t found = 0;             ///< how many have one
  std::size_t lacking = 0;           ///< convolutions whose weights have none, though a network of the scheme has them

  /// The candidate as people choose it: its task, or its prefix.
  std::string part() const { return task.empty() ? prefix : prefix + task; }
  bool has(std::size_t name) const { return indices[name] != NameIndex::none; }
  /// How many of its expected names are those of convolutions; those of the head are behind them.
  std::size_t convolutionNames() const { return indices.size() - headNamesOf(*scheme); }
};

/// Whether the convolution of squeeze-and-excite whose names begin at `first` need not be there: its block has no name
/// of squeeze-and-excite, and may be without, or no block has one, and all may be without.
bool mayLackGate(const Candidate& candidate, const std::vector<ExpectedName>& expected, std::size_t first);

/// All candidates of which at least one name that the scheme is known by is in the file, at most 64 per
/// scheme.
std::vector<Candidate> schemeCandidates(const std::vector<std::string>& names);

}  // namespace zipper
