// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QColor>
#include <QPalette>
#include <QString>
#include <memory>
#include <string>
#include <vector>

#include "core/analysis/float_array.h"
#include "core/analysis/layer_weights.h"
#include "widgets/inspector/array_image.h"
#include "widgets/style/terms.h"

namespace zipper {

using FloatArrayPtr = std::shared_ptr<const FloatArray>;

/// Where numbers come from.
enum class Source { Teacher, Merged, Difference };

/// One of the arrays that are shown side by side.
struct ShownArray {
  QString title;
  QString group;  ///< a common title of neighbours; may be empty
  Source source = Source::Teacher;
  int task = -1;  ///< whose it is (of a difference to A: that of the other task); -1: everybody's
  FloatArrayPtr values;
  ColorScale scale;

  /// "teacher A"
  QString fullTitle() const { return group.isEmpty() ? title : group + u' ' + title; }
};

/// The colour of titles and curves: the task's, green for what is shared, plain for differences.
QColor sourceColor(Source source, int task, const QPalette& palette);

/// Those of a task and those of all tasks together; of task -1: all arrays.
std::vector<ShownArray> ofTask(std::vector<ShownArray> arrays, int task);

/// Whether these are the weights of a head: no kernels and no batch normalization.
bool isHead(const LayerWeights& weights);

/// The kernels of the teachers and, from the first step on, of the merged network: [C,k,k] each, on one common scale.
/// Empty if the layer has none.
std::vector<ShownArray> kernelArrays(const std::shared_ptr<const LayerWeights>& weights);

/// The matrices of one part of the layer (see MatrixWeights; empty: of its last): those of the teachers, the merged one
/// (or those of the merged network's tasks where calibration changed them), then A minus each other task and merged -
/// mean of the teachers where the shapes agree. Differences have a scale of their own.
std::vector<ShownArray> matrixArrays(const std::shared_ptr<const LayerWeights>& weights, const std::string& part = {});

/// `part`, or the last one if it is empty; empty if there is none.
std::string partOrLast(const LayerWeights& weights, const std::string& part);

/// a - b; empty if the shapes differ.
FloatArray difference(const FloatArray& a, const FloatArray& b);

/// Gives all arrays that aren't differences one robust scale, and the differences, always diverging, another.
void setCommonScales(std::vector<ShownArray>& arrays, ColorScale::Kind kind);
/// The arrays in words, for those who don't see them: whose, how large, and between which values.
QString arraysText(const std::vector<ShownArray>& arrays);
/// The scale of the first array that is (or isn't) a difference; nothing if there is none.
const ColorScale* scaleOf(const std::vector<ShownArray>& arrays, bool differences);

}  // namespace zipper
