// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/inspector/shown_array.h"

#include <QCoreApplication>
#include <algorithm>

#include "widgets/inspector/value_text.h"
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

/// The matrices of one part of a layer.
class MatrixArrays {
 public:
  MatrixArrays(const std::shared_ptr<const LayerWeights>& weights, const std::string& part)
      : weights_(weights), part_(part) {}

  std::vector<ShownArray> take() {
    for (std::size_t t = 0; t < weights_->teachers.size(); ++t)
      if (!teacher(t).empty())
        arrays_.push_back({taskLetter(int(t)), {}, Source::Teacher, int(t), part(weights_, teacher(t)), {}});
    if (arrays_.empty()) return {};
    appendMerged();
    appendDifferences();
    setCommonScales(arrays_, ColorScale::Kind::Diverging);
    return std::move(arrays_);
  }

 private:
  const FloatArray& teacher(std::size_t task) const { return weights_->teachers[task].matrix(part_).matrix; }
  const FloatArray& network(std::size_t task) const { return weights_->network[task].matrix(part_).matrix; }

  void appendMerged() {
    if (weights_->merged) {
      arrays_.push_back({ArrayTexts::tr("merged"), {}, Source::Merged, -1, part(weights_, network(0)), {}});
      return;
    }
    for (std::size_t t = 0; t < weights_->network.size(); ++t) {
      if (network(t).values == teacher(t).values) continue;
      arrays_.push_back({ArrayTexts::tr("%1 calibrated").arg(taskLetter(int(t))),
                         {},
                         Source::Teacher,
                         int(t),
                         part(weights_, network(t)),
                         {}});
    }
  }

  void appendDifferences() {
    for (std::size_t t = 1; t < weights_->teachers.size(); ++t)
      appendDifference(QStringLiteral("%1 − %2").arg(taskLetter(0), taskLetter(int(t))), int(t),
                       difference(teacher(0), teacher(t)));
    if (weights_->merged) appendDifference(ArrayTexts::tr("merged − mean"), -1, mergedMinusMean());
  }

  void appendDifference(const QString& title, int task, FloatArray array) {
    if (!array.empty()) arrays_.push_back({title, {}, Source::Difference, task, owned(std::move(array)), {}});
  }

  FloatArray mergedMinusMean() const {
    FloatArray result = network(0);
    const float share = 1.f / float(weights_->teachers.size());
    for (std::size_t t = 0; t < weights_->teachers.size(); ++t) {
      if (teacher(t).shape != result.shape) return {};
      for (std::size_t i = 0; i < result.values.size(); ++i) result.values[i] -= share * teacher(t).values[i];
    }
    return result;
  }

  const std::shared_ptr<const LayerWeights>& weights_;
  std::string part_;
  std::vector<ShownArray> arrays_;
};

}  // namespace

std::vector<ShownArray> ofTask(std::vector<ShownArray> arrays, int task) {
  const auto isOthers = [task](const ShownArray& array) { return task >= 0 && array.task >= 0 && array.task != task; };
  arrays.erase(std::remove_if(arrays.begin(), arrays.end(), isOthers), arrays.end());
  return arrays;
}

bool isHead(const LayerWeights& weights) {
  return weights.layer > 0 &&
         std::all_of(weights.teachers.begin(), weights.teachers.end(), [](const UnitWeights& unit) {
           return unit.kernels.empty() && std::all_of(unit.matrices.begin(), unit.matrices.end(),
                                                      [](const MatrixWeights& one) { return one.bn.scale.empty(); });
         });
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

std::string partOrLast(const LayerWeights& weights, const std::string& part) {
  const std::vector<std::string> parts = weights.parts();
  return !part.empty() || parts.empty() ? part : parts.back();
}

std::vector<ShownArray> matrixArrays(const std::shared_ptr<const LayerWeights>& weights, const std::string& part) {
  return MatrixArrays(weights, partOrLast(*weights, part)).take();
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

QString arraysText(const std::vector<ShownArray>& arrays) {
  QStringList parts;
  for (const ShownArray& array : arrays) {
    if (array.values == nullptr || array.values->empty()) continue;
    QStringList sizes;
    for (const std::int64_t size : array.values->shape) sizes << QString::number(size);
    const auto [least, most] = std::minmax_element(array.values->values.begin(), array.values->values.end());
    parts << ArrayTexts::tr("%1: %2 values from %3 to %4", "an array, its size")
                 .arg(array.fullTitle(), sizes.join(QStringLiteral(" × ")), valueText(double(*least)),
                      valueText(double(*most)));
  }
  return parts.join(QStringLiteral("; "));
}

}  // namespace zipper
