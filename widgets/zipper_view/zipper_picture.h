// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QStringList>
#include <cstdint>
#include <vector>

#include "core/analysis/layer_overview.h"
#include "widgets/zipper_view/zipper_geometry.h"
#include "widgets/zipper_view/zipper_theme.h"

namespace zipper {

/// Everything that is drawn. The items of the scene read it, the scene writes it.
struct ZipperPicture {
  bool empty() const { return layers.empty(); }
  int tasks() const { return geometry.tasks(); }
  /// Of more than two strands above and below don't say which is which: each then has a marker for its depthwise layers
  /// and a letter in its ends.
  bool needsCues() const { return tasks() > ZipperGeometry::fewestTasks; }
  /// Whether the legend has the word for the mismatch bars, as there is no room for it beside them.
  bool legendNamesMismatch() const {
    return needsCues() || geometry.bandWordRect(0).isEmpty() || geometry.bandWordRect(1).isEmpty();
  }
  /// Whether the legend says what a full bar stands for, as there are only numbers at the bars.
  bool legendNamesFullBar() const {
    return hasBars() && (needsCues() || geometry.fullBarWordRect(0).isEmpty() || geometry.fullBarWordRect(1).isEmpty());
  }
  /// Whether any mismatch has a length.
  bool hasBars() const { return largestMismatch() > 0; }
  /// Of all layers and tasks, of those that are finite; 0 if there are none.
  double largestMismatch() const;
  /// `column` from 1 on
  const LayerOverview& layer(int column) const { return layers[std::size_t(column) - 1]; }
  bool isLayer(int column) const { return column >= 1 && column <= geometry.layers(); }
  /// Whether a layer is part of the trunk, the stem (0) included.
  bool isWhole(int column) const;
  bool hasTrunk() const { return isWhole(0); }
  /// How far what is one per task has become what is shared, 0...1: at the end of the way to the middle.
  double togetherShare(int column) const;
  /// Of what a step merges, of the largest of the blocks; 0 if there are none.
  std::int64_t largestParameters() const;
  /// Of the stem (column 0) or the head of a task; 0 if it isn't known.
  std::int64_t endParameters(int column, int task) const;
  /// Whether some layer's input is added to its output.
  bool hasAdditions() const;
  /// As tall as it is drawn: strands that come together leave a block less room.
  double blockHeight(int column, int task) const;
  /// Of what the tasks share, in the middle.
  double sharedBlockHeight(int column) const;
  /// Whether there is a merge cost to draw, at rest.
  bool hasCosts() const;
  /// Whether the merge cost of a layer is drawn: it is known, and the layer is neither merged nor in work.
  bool showsCost(int column) const;
  /// NaN: unknown.
  double costOf(int column) const;
  /// Of the most expensive layer, 0...1.
  double costShare(int column) const;
  /// Share of the full bar, 0...1; -1: nothing to show.
  double mismatchShare(int task, int column) const;

  ZipperGeometry geometry;
  ZipperTheme theme;
  QStringList titles;
  std::vector<LayerOverview> layers;          ///< as many as the geometry has, or none
  std::vector<UnitPlan> stems;                ///< per task, or none
  std::vector<std::vector<UnitPlan>> heads;   ///< per task, from the features to the classes, or none
  ColumnShares closed = ColumnShares(2);      ///< per column
  std::vector<std::vector<double>> mismatch;  ///< [task][column]; NaN: unknown
  std::vector<double> costs;                  ///< of merging, by estimate, per layer; of another size: unknown
  double mismatchScale = 1;                   ///< what a full bar stands for
  bool scaleIsNew = false;                    ///< bars that were seen before had another one
  double progress = -1;                       ///< of the layer in work, 0...1; < 0: unknown
  double phase = 0;                           ///< of the pulse, 0...1
  int selected = -1, hovered = -1;
  bool focused = false;
  bool numbered = false;  ///< the blocks, because the header is out of sight

 private:
  bool hasOpenCost(int column) const;
};

/// How far a layer in this state is closed at rest.
double closedShare(LayerState state);

/// 1, 2 or 5 times a power of ten, the smallest that is not below `value`; 1 for what isn't a positive number.
double niceCeiling(double value);

}  // namespace zipper
