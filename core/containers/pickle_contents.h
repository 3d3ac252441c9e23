// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <map>
#include <string>
#include <utility>
#include <vector>

#include "core/containers/pickle_values.h"

namespace zipper {

/// What of a pickle is of use: tensors with names, texts, and what was passed over.
struct PickleContents {
  std::vector<std::pair<std::string, std::size_t>> tensors;  ///< name, index into Pickle::tensors; in their order
  std::map<std::string, std::string> metadata;               ///< texts and numbers of the outer two levels
  std::vector<std::string> notes;                            ///< what was passed over, for people
};

/// Walks through a pickle. Dicts, lists and objects within each other give names with dots:
/// {"net": {"conv1.weight": ...}} -> "net.conv1.weight". A module of PyTorch, which is known by the dicts of its
/// parameters, buffers and modules, gives the names that its state_dict() has. Of any other Foreign what it is made of
/// is looked through for tensors, and a note says that it was passed over. Throws Error for what is deeper than 32
/// levels (a cycle, say), has over 200,000 values or 10,000 tensors, or two tensors of one name; where a Foreign is
/// that deep or entangled, the rest of it is passed over instead.
PickleContents contentsOf(const Pickle& pickle);

}  // namespace zipper
