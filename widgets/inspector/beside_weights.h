// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <map>
#include <memory>
#include <string>
#include <vector>

#include "widgets/inspector/shown_array.h"

namespace zipper {

/// A layer of the merged network at two states of a session, ready to be shown side by side: where the session stands
/// ("here") and another step ("beside").
struct BesideWeights {
  std::shared_ptr<const LayerWeights> here, beside;
  std::vector<ShownArray> kernels;                          ///< empty if the layer has none
  std::map<std::string, std::vector<ShownArray>> matrices;  ///< by part, see MatrixWeights
  /// The channels of some task stand in another order beside than here: it has no differences.
  bool reordered = false;
};

/// Both on one scale for each kind of weights, with here − beside where shapes and the order of the channels agree: of
/// the one matrix that all tasks share where both states share it, else of each task's. Works through all weights: not
/// for the thread of the window. Both must be of the same layer of the same session.
std::shared_ptr<const BesideWeights> besideWeights(std::shared_ptr<const LayerWeights> here,
                                                   std::shared_ptr<const LayerWeights> beside);

/// "here", "beside", "here − beside"
QString hereTitle();
QString besideTitle();
QString hereMinusBesideTitle();

}  // namespace zipper
