// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QString>

#include "widgets/layers/layer_row.h"
#include "widgets/style/table_model.h"

namespace zipper {

/// The columns of the layer table; from FirstMismatch on one per task.
struct LayerColumns {
  enum Column { Number, Kind, Shape, Parameters, Macs, State, Similarity, MergeCost, FirstMismatch };
};

/// The words of the layer table.

/// "stem", "depthwise", "pointwise", "head"
QString unitKindName(UnitKind kind);
/// As layerStateName(); without a state "per task".
QString rowStateName(const std::optional<LayerState>& state);

/// Of the columns in front of those of the tasks, for so many tasks.
style::ColumnHeader layerColumnHeader(LayerColumns::Column column, int tasks);
style::ColumnHeader mismatchHeader(int task);

QString shapeToolTip(const UnitPlan& unit);
QString stateToolTip(const LayerRow& row);

}  // namespace zipper
