// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <functional>
#include <memory>
#include <string>
#include <vector>

#include "widgets/plots/legend.h"
#include "widgets/plots/plot_panel.h"
#include "widgets/sizes/trade_data.h"

namespace zipper {

/// Mean top-1 of merged networks against what they gain, compression or speedup: a marker with its interval for each
/// that was measured, a dashed line for what is expected.
class TradePlot : public plots::PlotPanel {
  Q_OBJECT

 public:
  struct Words {
    QString title, xLabel, hint;
    QString baseName;  ///< of exported files
  };

  explicit TradePlot(const Words& words, QWidget* parent = nullptr);
  ~TradePlot() override;

  /// `csv`: the numbers of what is shown, for export.
  void setData(const plots::TradeData& data, std::function<std::string()> csv);
  /// Another place for the vertical line.
  void setChosen(double x);
  int pointCount() const;

 Q_SIGNALS:
  /// The user clicked the plot there, or pressed Enter.
  void placeChosen(double x);

 protected:
  plots::Readout readoutAt(int place) const override;
  plots::Figure figure() override;
  std::string csv() const override;
  void showContent() override;

 private:
  struct Parts;

  void buildControls(const QString& baseName);
  void showContentIn(const QPalette& palette);
  void showSeriesIn(const QPalette& palette);
  void showExpectedIn(const QPalette& palette);
  void showRanges();
  static QString expectedName();
  std::vector<plots::LegendEntry> legendIn(const QPalette& palette) const;

  Words words_;
  std::unique_ptr<Parts> parts_;
};

}  // namespace zipper
