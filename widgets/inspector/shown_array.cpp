// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/inspector/shown_array.h"

#include <QCoreApplication>
#include <algorithm>

#include "widgets/style/colors.h"

namespace zipper {

namespace {

class ArrayTexts {
  Q_DECLARE_TR_FUNCTIONS(ShownArray)
};

/// An array inside the weights, which it keeps alive.
FloatArrayPtr part(const std::shared_ptr<const LayerWeights>& weights, const FloatArray& array) {
  return {weights, &array};
}

FloatArrayPtr owned(FloatArray array) { return std::make_shared<const FloatArray>(std::move(array)); }

FloatArray mergedMinusMean(const LayerWeights& weights) {
  FloatArray result = weights.network[0].matrix;
  const float share = 1.f / float(weights.teachers.size());
  for (const UnitWeights& teacher : weights.teachers) {
    if (teacher.matrix.shape != result.shape) return {};
    for (std::size_t i = 0; i < result.values.size(); ++i) result.values[i] -= share * teacher.matrix.values[i];
  }
  return result;
}

void appendMergedMatrices(std::vector<ShownArray>& arrays, const std::shared_ptr<const LayerWeights>& weights) {
  if (weights->merged) {
    arrays.push_back({ArrayTexts::tr("merged"), {}, Source::Merged, -1, part(weights, weights->network[0].matrix), {}});
    return;
  }
  for (std::size_t t = 0; t < weights->network.size(); ++t) {
    if (weights->network[t].matrix.values == weights->teachers[t].matrix.values) continue;
    arrays.push_back({ArrayTexts::tr("%1 calibrated").arg(taskLetter(int(t))),
                      {},
                      Source::Teacher,
                      int(t),
                      part(weights, weights->network[t].matrix),
                      {}});
  }
}

void appendDifferences(std::vector<ShownArray>& arrays, const LayerWeights& weights) {
  const auto append = [&arrays](const QString& title, int task, FloatArray array) {
    if (!array.empty()) arrays.push_back({title, {}, Source::Difference, task, owned(std::move(array)), {}});
  };
  for (std::size_t t = 1; t < weights.teachers.size(); ++t)
    append(QStringLiteral("%1 − %2").arg(taskLetter(0), taskLetter(int(t))), int(t),
           difference(weights.teachers[0].matrix, weights.teachers[t].matrix));
  if (weights.merged) append(ArrayTexts::tr("merged − mean"), -1, mergedMinusMean(weights));
}

}  // namespace

std::vector<ShownArray> ofTask(std::vector<ShownArray> arrays, int task) {
  const auto isOthers = [task](const ShownArray& array) { return task >= 0 && array.task >= 0 && array.task != task; };
  arrays.erase(std::remove_if(arrays.begin(), arrays.end(), isOthers), arrays.end());
  return arrays;
}

bool isHead(const LayerWeights& weights) {
  return weights.layer > 0 &&
         std::all_of(weights.teachers.begin(), weights.teachers.end(),
                     [](const UnitWeights& unit) { return unit.kernels.empty() && unit.matrixBn.scale.empty(); });
}

QColor sourceColor(Source source, int task, const QPalette& palette) {
  if (source == Source::Difference) return palette.color(QPalette::WindowText);
  return task >= 0 ? style::taskColor(task, palette) : style::mergedColor(palette);
}

FloatArray difference(const FloatArray& a, const FloatArray& b) {
  if (a.shape != b.shape) return {};
  FloatArray result = a;
  for (std::size_t i = 0; i < result.values.size(); ++i) result.values[i] -= b.values[i];
  return result;
}

std::vector<ShownArray> kernelArrays(const std::shared_ptr<const LayerWeights>& weights) {
  std::vector<ShownArray> arrays;
  const auto append = [&](const QString& group, Source source, const std::vector<UnitWeights>& units) {
    for (std::size_t t = 0; t < units.size(); ++t)
      if (!units[t].kernels.empty())
        arrays.push_back({taskLetter(int(t)), group, source, int(t), part(weights, units[t].kernels), {}});
  };
  append(ArrayTexts::tr("teacher"), Source::Teacher, weights->teachers);
  if (weights->step >= 0) append(ArrayTexts::tr("merged"), Source::Merged, weights->network);
  setCommonScales(arrays, ColorScale::Kind::Diverging);
  return arrays;
}

std::vector<ShownArray> matrixArrays(const std::shared_ptr<const LayerWeights>& weights) {
  std::vector<ShownArray> arrays;
  for (std::size_t t = 0; t < weights->teachers.size(); ++t)
    if (!weights->teachers[t].matrix.empty())
      arrays.push_back(
          {taskLetter(int(t)), {}, Source::Teacher, int(t), part(weights, weights->teachers[t].matrix), {}});
  if (arrays.empty()) return arrays;
  appendMergedMatrices(arrays, weights);
  appendDifferences(arrays, *weights);
  setCommonScales(arrays, ColorScale::Kind::Diverging);
  return arrays;
}

void setCommonScales(std::vector<ShownArray>& arrays, ColorScale::Kind kind) {
  std::vector<const FloatArray*> values, differences;
  for (const ShownArray& array : arrays)
    (array.source == Source::Difference ? differences : values).push_back(array.values.get());
  const ColorScale common = robustScale(kind, values);
  const ColorScale ofDifferences = robustScale(ColorScale::Kind::Diverging, differences);
  for (ShownArray& array : arrays) array.scale = array.source == Source::Difference ? ofDifferences : common;
}

const ColorScale* scaleOf(const std::vector<ShownArray>& arrays, bool differences) {
  for (const ShownArray& array : arrays)
    if ((array.source == Source::Difference) == differences) return &array.scale;
  return nullptr;
}

}  // namespace zipper
