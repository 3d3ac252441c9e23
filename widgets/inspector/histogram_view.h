// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QWidget>
#include <optional>
#include <vector>

#include "widgets/inspector/histogram_picture.h"
#include "widgets/style/painted_values.h"

namespace zipper {

/// Histograms of several sets on common bins, drawn as steps: the share of a set's values in each bin. The mouse and
/// the arrow keys point at a bin.
class HistogramView : public QWidget, public style::PaintedValues {
  Q_OBJECT

 public:
  explicit HistogramView(QWidget* parent = nullptr);

  void setData(const QString& title, Histogram histogram, std::vector<HistogramSeries> series);
  void setLogarithmic(bool on);

  const QString& title() const { return picture_.title(); }
  const Histogram& histogram() const { return picture_.histogram(); }
  const std::vector<HistogramSeries>& series() const { return picture_.series(); }
  int bins() const { return picture_.bins(); }
  /// Share of the values of a set that are in the bin, 0...1.
  double share(int set, int bin) const { return picture_.share(set, bin); }
  /// Between which limits most values of each set are.
  QString paintedValues() const override;

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
  void setBin(int bin);
  QFont smallFont() const;
  void point(const std::optional<int>& bin);
  void pointAt(QPoint position);
  QString describe(int bin) const;

  HistogramPicture picture_;
  std::optional<int> bin_;
};

}  // namespace zipper
