// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/containers/onnx_graph.h"
#include "core/models/onnx_network.h"

namespace zipper {

/// Follows the graph from each of its outputs to an input; outputs that aren't the classes of a MobileNet are left
/// aside, with a note. Throws Error that names the node where it stops being a MobileNet, what the graph states that
/// can't be used (an input that isn't square, say), or the outputs of several heads. `likely`: what it looks like, for
/// people, also if it throws.
OnnxMobileNet recognizeMobileNet(const OnnxGraph& graph, std::string& likely);

}  // namespace zipper
