// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <string>
#include <vector>

#include "core/network/mobilenet.h"

namespace zipper {

/// How far networks are the same from the image on, as heads are that were trained on one frozen backbone. So much can
/// be shared whole, for tasks that look at the same image, and nothing changes.
struct IdenticalLayers {
  int depth = 0;  ///< stem and layers 1 ... depth have the same values bit for bit and compute the same; 0: none
  /// Why it isn't more: "layers.3.project.conv.weight of task c differs", or what whyNoTrunk() says; empty if all
  /// layers are the same.
  std::string difference;
};

/// Of networks that can be merged, see whyNotMergeable().
IdenticalLayers identicalLayers(const std::vector<MobileNet>& networks);

/// SHA-256 of the values of what comes before the first layer, and of each layer: enough of a network that was read to
/// compare it with others later.
std::vector<std::string> layerHashes(MobileNet& network);
/// IdenticalLayers::depth of networks with these specs and hashes, which need not fit together.
int identicalDepth(const std::vector<MobileNetSpec>& specs, const std::vector<std::vector<std::string>>& hashes);

}  // namespace zipper
