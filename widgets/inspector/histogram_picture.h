// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QFont>
#include <QPalette>
#include <QPointF>
#include <QRect>
#include <optional>
#include <vector>

#include "core/analysis/histogram.h"
#include "widgets/inspector/shown_array.h"

class QPainter;
class QPen;

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
/// The line of a series: in the task's colour, thick and solid for a teacher, thin and in the task's dashes for what
/// the merged network has of it; what is shared is a solid line over a filled area.
QPen seriesPen(const HistogramSeries& series, const QPalette& palette);
bool isFilled(const HistogramSeries& series);
/// Paints the marker of a teacher's task at a place on its line, as the colour alone wouldn't tell it for everybody;
/// other series have their dashes.
void paintSeriesMarker(QPainter& painter, const HistogramSeries& series, const QPointF& place, const QPalette& palette);

/// How a HistogramView stands when it is painted.
struct HistogramScene {
  QRect area;
  std::optional<int> bin;  ///< that is pointed at
  bool hasFocus = false;
  QFont font;
  QPalette palette;
};

/// Histograms of several sets on common bins as steps: the share of a set's values in each bin.
class HistogramPicture {
 public:
  void setData(const QString& title, Histogram histogram, std::vector<HistogramSeries> series);
  void setLogarithmic(bool on) { logarithmic_ = on; }

  const QString& title() const { return title_; }
  const Histogram& histogram() const { return histogram_; }
  const std::vector<HistogramSeries>& series() const { return series_; }
  int bins() const { return histogram_.counts.empty() ? 0 : int(histogram_.counts.front().size()); }
  /// Share of the values of a set that are in the bin, 0...1.
  double share(int set, int bin) const;

  /// Where the bins are in an area, with labels in this font.
  QRect plotRect(const QRect& area, const QFont& font) const;
  void paint(QPainter& painter, const HistogramScene& scene) const;

 private:
  double heightOf(double share) const;  ///< 0...1 of the plot's height
  void paintFrame(QPainter& painter, const HistogramScene& scene) const;
  void paintAxes(QPainter& painter, const QRect& plot, const QPalette& palette) const;
  void paintSeries(QPainter& painter, const QRect& plot, int set, const QPalette& palette) const;
  /// The middle of a set's highest bin, on its line.
  QPointF peakOf(const QRect& plot, int set) const;

  QString title_;
  Histogram histogram_;
  std::vector<HistogramSeries> series_;
  std::vector<double> totals_;
  double highest_ = 0;  ///< share of a bin
  double lowest_ = 1;   ///< share that a single value has
  bool logarithmic_ = false;
};

}  // namespace zipper
