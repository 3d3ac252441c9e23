// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <cstdint>
#include <string>
#include <utility>
#include <vector>

#include "core/models/naming_schemes.h"
#include "core/models/scheme_head.h"

namespace zipper {

class KerasLayerList;

/// A tensor of a file: enough of it to tell what it may be.
struct NamedShape {
  std::string name;
  std::vector<std::int64_t> shape;
};

struct MatchOptions {
  bool useEma = false;  ///< the moving averages of a checkpoint rather than its weights
  std::string part;     ///< which of several networks: what stands before its names, or its task; empty: the only one
  const KerasLayerList* keras = nullptr;  ///< the layers of the model in its configuration; null: it isn't known
};

/// Which tensor of a file is which one of a network.
struct SchemeMatch {
  const NamingScheme* scheme = nullptr;
  std::string prefix;                                        ///< what stands before all names
  std::string task;                                          ///< what stands for {task}
  std::vector<std::pair<std::string, std::size_t>> tensors;  ///< canonical name, index in the file
  std::vector<std::string> notes;                            ///< what was left out or guessed
  MatchedHead head;                                          ///< its tensors are among the above
};

}  // namespace zipper
