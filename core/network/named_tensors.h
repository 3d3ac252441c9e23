// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <string>
#include <utility>
#include <vector>

#include "core/support/libtorch.h"

namespace zipper {

/// Tensors with their state-dict keys, in the order of the network.
using NamedTensors = std::vector<std::pair<std::string, torch::Tensor>>;

/// The tensor of that name, or an undefined tensor.
torch::Tensor find(const NamedTensors& tensors, const std::string& name);

/// Copies that share nothing with the originals, detached from any graph.
NamedTensors deepCopy(const NamedTensors& tensors);

/// Copies the values of `from` into the tensors of `to`, matched by name. Throws Error naming the first key that is
/// missing, unknown, or has another shape (both shapes are named); nothing is changed then.
void copyValues(const NamedTensors& from, const NamedTensors& to);

/// "[64,32,1,1]"
std::string shapeText(const torch::Tensor& tensor);

}  // namespace zipper
