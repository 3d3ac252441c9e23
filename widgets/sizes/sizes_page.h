// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QWidget>
#include <functional>
#include <vector>

#include "core/analysis/size_sweep.h"

class QLabel;
class QPushButton;
class QSlider;
class QSpinBox;

namespace zipper {

class TradePlot;
class TradeTable;

/// What is to be measured.
struct SizesChoice {
  std::vector<SizePlan> plans;  ///< without the separate networks
  int iterations = 0;           ///< of calibration after each layer
  int finetuneIterations = 0;

  /// Each size is measured in closed form, and with iterations calibrated as well.
  bool calibrates() const { return iterations > 0 || finetuneIterations > 0; }
};

/// Between the separate networks and one: a slider over the sizes that there are, what each is expected to lose, what
/// was measured, and what is recommended.
class SizesPage : public QWidget {
  Q_OBJECT

 public:
  explicit SizesPage(QWidget* parent = nullptr);

  /// Sizes and measured points; without sizes there are no merge estimates yet. The slider stays on its size, and
  /// begins on the one that is recommended.
  void setSweep(const SizeSweep& sweep);
  /// The layers that are merged already: a plan that leaves one of them out can't be used.
  void setMerged(const std::vector<int>& layers);
  /// Tells how many seconds a choice takes, negative if that is unknown.
  void setForecast(std::function<double(const SizesChoice&)> forecast);
  void setEnabledToStart(bool on);
  /// All sizes that the number of points asks for.
  SizesChoice choice() const;
  /// That of the slider; null without sizes.
  const SizePlan* chosenPlan() const;
  void choosePlan(int index);

  TradePlot& plot() { return *plot_; }
  TradeTable& table() { return *table_; }

 Q_SIGNALS:
  void startRequested(const zipper::SizesChoice& choice);
  /// The user wants these layers in the recipe.
  void layersChosen(const std::vector<int>& layers);

 private:
  void buildSlider(class QVBoxLayout* column);
  void buildNumbers(QVBoxLayout* column);
  void showChosen();
  void refresh();
  void chooseNearest(double compression);
  void chooseRecommended();
  /// Why the plan of the slider can't be used; empty if it can.
  QString obstacle() const;
  SizesChoice with(std::vector<SizePlan> plans) const;

  SizeSweep sweep_;
  std::vector<int> merged_;
  std::function<double(const SizesChoice&)> forecast_;
  bool canStart_ = false;
  QSlider* slider_;
  QLabel *text_, *advice_, *cost_;
  QPushButton *recommended_, *use_, *measure_, *measureThis_;
  QSpinBox *points_, *iterations_, *finetuning_;
  TradePlot* plot_;
  TradeTable* table_;
};

}  // namespace zipper
