// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QWidget>
#include <optional>
#include <vector>

#include "core/analysis/histogram.h"
#include "widgets/inspector/shown_array.h"

namespace zipper {

/// How a set of numbers is drawn.
struct HistogramSeries {
  QString title;
  Source source = Source::Teacher;
  int task = -1;
  bool operator==(const HistogramSeries& other) const {
    return title == other.title && source == other.source && task == other.task;
  }
};
/// The line of a series: teachers solid (A) and dashed (B, ...), the merged network dotted; what is shared is a solid
/// line over a filled area.
QPen seriesPen(const HistogramSeries& series, const QPalette& palette);
bool isFilled(const HistogramSeries& series);

/// Histograms of several sets on common bins, drawn as steps: the share of a set's values in each bin. The mouse and
/// the arrow keys point at a bin.
class HistogramView : public QWidget {
  Q_OBJECT

 public:
  explicit HistogramView(QWidget* parent = nullptr);

  void setData(const QString& title, Histogram histogram, std::vector<HistogramSeries> series);
  void setLogarithmic(bool on);
  bool isLogarithmic() const { return logarithmic_; }

  const QString& title() const { return title_; }
  const Histogram& histogram() const { return histogram_; }
  const std::vector<HistogramSeries>& series() const { return series_; }
  int bins() const { return histogram_.counts.empty() ? 0 : int(histogram_.counts.front().size()); }
  /// Share of the values of a set that are in the bin, 0...1.
  double share(int set, int bin) const;
  std::optional<int> bin() const { return bin_; }
  void setBin(int bin);

  QSize sizeHint() const override { return {240, 150}; }
  QSize minimumSizeHint() const override { return {150, 120}; }

 Q_SIGNALS:
  /// The bin that is pointed at and its shares; empty if there is none.
  void readOut(const QString& text);

 protected:
  void paintEvent(QPaintEvent* event) override;
  void mouseMoveEvent(QMouseEvent* event) override;
  void mousePressEvent(QMouseEvent* event) override;
  void leaveEvent(QEvent* event) override;
  void keyPressEvent(QKeyEvent* event) override;
  void focusInEvent(QFocusEvent* event) override;
  void focusOutEvent(QFocusEvent* event) override;
  void changeEvent(QEvent* event) override;

 private:
  QFont smallFont() const;
  QRect plotRect() const;
  void point(const std::optional<int>& bin);
  void pointAt(QPoint position);
  QString describe(int bin) const;
  double heightOf(double share) const;  ///< 0...1 of the plot's height
  void paintAxes(QPainter& painter, const QRect& plot) const;
  void paintSeries(QPainter& painter, const QRect& plot, int set) const;

  QString title_;
  Histogram histogram_;
  std::vector<HistogramSeries> series_;
  std::vector<double> totals_;
  double highest_ = 0;  ///< share of a bin
  double lowest_ = 1;   ///< share that a single value has
  bool logarithmic_ = false;
  std::optional<int> bin_;
};

}  // namespace zipper
