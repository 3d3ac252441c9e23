// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <cstdint>
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

/// One layer of the network in the merge at hand.
struct LayerOverview {
  int layer = 0;  ///< from 1 on
  LayerState state = LayerState::Separate;
  bool whole = false;  ///< part of the trunk: what no step merges is shared, too; of layer 1: so is the stem
  /// Of task A, in their order, the last one being that whose output the layer hands on; shapes of the others may
  /// differ in resolution.
  std::vector<UnitPlan> units;
  /// Per task: mean |teacher - merged| of what the layer hands on (behind the activation, and the addition if there is
  /// one), over the last tenth of the iterations of the last step of the path that calibrated; NaN before there is one.
  std::vector<double> mismatch;

  /// The units at its ends; one without channels if it has none.
  UnitPlan first() const { return units.empty() ? UnitPlan{} : units.front(); }
  UnitPlan last() const { return units.empty() ? UnitPlan{} : units.back(); }
  /// Trainable parameters of what a step merges.
  std::int64_t mergedParameters() const;
  bool hasDepthwise() const;
  /// Whether the layer's input is added to its output.
  bool addsInput() const;
};

/// All layers at the session's current step. `inWork`: of a running step; nothing: none runs.
std::vector<LayerOverview> layerOverview(const Session& session, std::optional<StepTarget> inWork = {});

}  // namespace zipper
