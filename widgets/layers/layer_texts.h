// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QString>
#include <string>
#include <vector>

#include "widgets/layers/layer_row.h"
#include "widgets/style/table_model.h"

namespace zipper {

/// The columns of the layer table; from FirstMismatch on one per task.
struct LayerColumns {
  enum Column { Number, Kind, Shape, Parameters, Macs, State, Similarity, MergeCost, FirstMismatch };
};

/// The words of the layer table.

/// What layers are made of: a depthwise and a pointwise convolution each; blocks, see areBlocks() in terms.h; blocks of
/// which some have squeeze-and-excite.
enum class LayerMake { Pairs, Blocks, SqueezingBlocks };
LayerMake layerMake(const std::vector<UnitPlan>& units);

/// What a unit is in its layer, see UnitPlan::role(): "stem", "expand", "depthwise", "squeeze", "excite", "project",
/// "pointwise", "hidden layer", "head".
QString roleName(const std::string& role);
/// As layerStateName(); without a state "per task".
QString rowStateName(const std::optional<LayerState>& state);

/// Of the columns in front of those of the tasks, for so many tasks.
style::ColumnHeader layerColumnHeader(LayerColumns::Column column, int tasks, LayerMake make);
style::ColumnHeader mismatchHeader(int task, LayerMake make);

QString shapeToolTip(const UnitPlan& unit);
QString stateToolTip(const LayerRow& row);

}  // namespace zipper
