// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <cstddef>
#include <filesystem>
#include <functional>
#include <map>
#include <string>
#include <vector>

#include "core/network/named_tensors.h"

namespace zipper {

/// What a model file holds before anybody knows which network it is: tensors under the file's own names and in the
/// file's own layout.
struct TensorFile {
  NamedTensors tensors;                         ///< in the order of the file
  std::map<std::string, std::string> metadata;  ///< texts beside the tensors, e.g. "__metadata__" of safetensors
  std::vector<std::string> notes;               ///< what was skipped or guessed, for people
  std::string kerasConfig;                      ///< of Keras: its description of the model, JSON; empty: none
  bool toldByGraph = false;  ///< the names are none of the file: a graph was recognized, and its tensors got ours
  std::string refusal;       ///< why the tensors are no network whatever their names say; empty: they may be one
  std::vector<std::filesystem::path> otherFiles;  ///< beside the file: what else was read
  /// Of a merged network whose tasks aren't told apart by names of tensors: reads one of them, as if it had been
  /// exported alone. `task`: its place among the specs of the metadata; `spec`: its own one of them.
  std::function<TensorFile(std::size_t task, const std::string& spec)> readTask;
};

}  // namespace zipper
