// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QWidget>
#include <functional>
#include <vector>

#include "core/report/trunk_sweep.h"

class QLabel;
class QLineEdit;
class QPushButton;
class QSpinBox;

namespace zipper {

class TradePlot;
class TradeTable;

/// What is to be measured.
struct TrunksChoice {
  std::vector<int> depths;  ///< ascending, without repetitions
  int iterations = 0;       ///< of calibration after each layer
  int finetuneIterations = 0;
};

/// For tasks that look at the same image: accuracy against measured speedup, a point per depth of the trunk.
class TrunksPage : public QWidget {
  Q_OBJECT

 public:
  explicit TrunksPage(QWidget* parent = nullptr);

  /// How many layers the networks have, and why they can't share a trunk; empty: they can.
  void setNetworks(int layers, const QString& obstacle);
  void setSweep(const TrunkSweep& sweep);
  /// Tells how many seconds a choice takes, negative if that is unknown.
  void setForecast(std::function<double(const TrunksChoice&)> forecast);
  void setEnabledToStart(bool on);
  /// Without depths if what is written isn't a list of them.
  TrunksChoice choice() const;

  TradePlot& plot() { return *plot_; }
  TradeTable& table() { return *table_; }

 Q_SIGNALS:
  void startRequested(const zipper::TrunksChoice& choice);

 private:
  void refresh();

  int layers_ = 0;
  QString obstacle_;
  std::function<double(const TrunksChoice&)> forecast_;
  bool canStart_ = false;
  QLineEdit* depths_;
  QSpinBox *iterations_, *finetuning_;
  QLabel* text_;
  QPushButton* measure_;
  TradePlot* plot_;
  TradeTable* table_;
};

}  // namespace zipper
