// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <optional>
#include <string>
#include <vector>

#include "core/network/plan.h"
#include "core/session/session.h"

namespace zipper {

/// Where a layer stands in the merge.
enum class LayerState {
  Separate,  ///< to be merged by a step that is still to come
  Merged,
  InWork,   ///< the running step merges it
  LeftOut,  ///< not in the plan
};
std::string toString(LayerState state);

/// One block of the network in the merge at hand.
struct LayerOverview {
  int layer = 0;  ///< from 1 on
  LayerState state = LayerState::Separate;
  bool whole = false;             ///< part of the trunk: the depthwise layer is shared, too; of layer 1: so is the stem
  UnitPlan depthwise, pointwise;  ///< of task A; shapes of the others may differ in resolution
  /// Per task: mean |teacher - merged| of the pointwise output after the activation, over the last tenth of the
  /// iterations of the last step of the path that calibrated; NaN before there is one.
  std::vector<double> mismatch;
};

/// All layers at the session's current step. `inWork`: of a running step; nothing: none runs.
std::vector<LayerOverview> layerOverview(const Session& session, std::optional<StepTarget> inWork = {});

}  // namespace zipper
