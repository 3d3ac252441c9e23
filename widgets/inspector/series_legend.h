// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QWidget>
#include <vector>

#include "widgets/inspector/histogram_view.h"
#include "widgets/style/painted_values.h"

namespace zipper {

/// What the lines of the histograms mean; entries flow over as many lines as they need.
class SeriesLegend : public QWidget, public style::PaintedValues {
  Q_OBJECT

 public:
  explicit SeriesLegend(QWidget* parent = nullptr);

  void setSeries(std::vector<HistogramSeries> series);
  const std::vector<HistogramSeries>& series() const { return series_; }
  QAccessible::Role paintedRole() const override { return QAccessible::Graphic; }
  QString paintedValues() const override { return accessibleDescription(); }

  QSize sizeHint() const override;
  bool hasHeightForWidth() const override { return true; }
  int heightForWidth(int width) const override;

 protected:
  void paintEvent(QPaintEvent* event) override;
  void changeEvent(QEvent* event) override;

 private:
  std::vector<QRect> entryRects(int width) const;

  std::vector<HistogramSeries> series_;
};

}  // namespace zipper
