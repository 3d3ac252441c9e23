// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <map>
#include <string>
#include <vector>

#include "core/models/scheme_match.h"

namespace zipper {

enum class ModuleKind { Stem, Depthwise, Pointwise, Linear, Norm };

/// The tensors of a file whose names differ in their last part only: a convolution, a linear layer, or a batch
/// normalization.
struct ShapedModule {
  ModuleKind kind = ModuleKind::Norm;
  std::string name;
  /// By "weight", "bias", "running_mean", "running_var": the index of the tensor.
  std::map<std::string, std::size_t> tensors;
  std::int64_t inputs = 0, outputs = 0;  ///< channels; of batch normalization the same
  std::int64_t kernel = 1;               ///< height = width of a convolution's

  bool has(const char* role) const { return tensors.count(role) > 0; }
};

/// What modules there are, in the order of the file. `tensorFlow`: kernels are [k,k,in,out]. `others`: the tensors that
/// belong to none.
std::vector<ShapedModule> shapedModules(const std::vector<NamedShape>& tensors, bool tensorFlow,
                                        std::vector<std::size_t>& others);

/// How many depthwise 3x3 and 5x5 convolutions there are.
std::size_t depthwiseCount(const std::vector<NamedShape>& tensors, bool tensorFlow);

/// True if `one` comes before `other` with numbers in them counted as numbers: "block.9" before "block.10".
bool comesBefore(const std::string& one, const std::string& other);

}  // namespace zipper
