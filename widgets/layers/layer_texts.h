// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QString>
#include <string>

#include "widgets/layers/layer_row.h"
#include "widgets/style/table_model.h"

namespace zipper {

/// The columns of the layer table; from FirstMismatch on one per task.
struct LayerColumns {
  enum Column { Number, Kind, Shape, Parameters, Macs, State, Similarity, MergeCost, FirstMismatch };
};

/// The words of the layer table.

/// What a unit is in its layer, see UnitPlan::role(): "stem", "expand", "depthwise", "project", "pointwise",
/// "hidden layer", "head".
QString roleName(const std::string& role);
/// As layerStateName(); without a state "per task".
QString rowStateName(const std::optional<LayerState>& state);

/// Of the columns in front of those of the tasks, for so many tasks. `blocks`: see areBlocks() in terms.h.
style::ColumnHeader layerColumnHeader(LayerColumns::Column column, int tasks, bool blocks);
style::ColumnHeader mismatchHeader(int task, bool blocks);

QString shapeToolTip(const UnitPlan& unit);
QString stateToolTip(const LayerRow& row);

}  // namespace zipper
