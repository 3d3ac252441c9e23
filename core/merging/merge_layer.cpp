// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/merging/merge_layer.h"

#include <algorithm>

#include "core/merging/layer_merger.h"

namespace zipper {

std::vector<ChannelMatch> mergeLayer(MergedNetwork& network, std::vector<MobileNet>& teachers, int layer,
                                     const MergeInput& input) {
  extendTrunk(network, teachers, input);
  const bool whole = layer <= input.settings.trunk && layer == network.trunk() + 1;
  auto orders = LayerMerger(network, teachers, layer, whole, input).merge();
  extendTrunk(network, teachers, input);
  return orders;
}

bool extendTrunk(MergedNetwork& network, std::vector<MobileNet>& teachers, const MergeInput& input) {
  const int before = network.trunk();
  while (network.trunk() < std::min(input.settings.trunk, network.mergedPrefix()))
    LayerMerger(network, teachers, network.trunk() + 1, true, input).deepen();
  return network.trunk() > before;
}

}  // namespace zipper
