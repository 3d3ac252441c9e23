// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QWidget>

#include "core/recipe/recipe.h"
#include "widgets/style/painted_values.h"

namespace zipper {

/// A small drawing of the learning rate over the iterations of a step, with its ends in numbers.
class SchedulePreview : public QWidget, public style::PaintedValues {
  Q_OBJECT

 public:
  explicit SchedulePreview(QWidget* parent = nullptr);
  void setSettings(const CalibrationSettings& settings);
  /// Iterations per epoch of the smallest training set; 0 if it isn't known: an exponential schedule is then drawn by
  /// its shape alone, without a scale of iterations.
  void setIterationsPerEpoch(double iterations);
  /// "0.002 → 0 in 40 iterations".
  QString caption() const;
  QString paintedValues() const override { return caption(); }
  QSize sizeHint() const override;

 protected:
  void paintEvent(QPaintEvent* event) override;

 private:
  /// Learning rates at equal distances, the first and the last iteration included.
  std::vector<double> samples(int count) const;
  bool isSchematic() const;
  void refresh();

  CalibrationSettings settings_;
  double iterationsPerEpoch_ = 0;
};

}  // namespace zipper
