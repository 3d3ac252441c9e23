// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QPalette>
#include <QWidget>
#include <memory>

class QCustomPlot;

namespace zipper::plots {

class CurveStore;
struct FigureContent;
struct FigureParts;

/// The two stacked plots of the curves: the losses, and below them the learning rate and the top-1. It draws what the
/// store holds and keeps the axes: x as FollowView has it, values fitted to what is in view unless the user zoomed
/// them.
class CurvesFigure : public QObject {
  Q_OBJECT

 public:
  /// The plot belongs to `parent`. The store must outlive the figure.
  CurvesFigure(const CurveStore& store, QWidget* parent);
  ~CurvesFigure() override;

  QCustomPlot* plot() const;
  void setContent(FigureContent content);
  const FigureContent& content() const;
  void recolor(const QPalette& palette);
  void setLogarithmic(bool logarithmic);
  void setDetailsShown(bool shown);
  void setFollows(bool follows);
  bool follows() const;
  /// Fits the axes to what the store holds now and redraws, at once or, while hidden, when it is shown.
  void refresh();
  /// The same for iterations that have come in, of which there may be many a second: only so often that drawing takes a
  /// small part of the processor, which the calibration needs.
  void refreshLive();
  bool isRefreshing() const;
  /// The last iteration of the marked run and of the longest one, which grow while a step runs.
  void setEnds(double newest, double end);
  /// What the crosshair shows; empty if it isn't shown.
  QString readoutText() const;

  bool eventFilter(QObject* watched, QEvent* event) override;

 Q_SIGNALS:
  void followsChanged(bool follows);
  /// The plot has another height, in pixels.
  void heightChanged(int height);

 private:
  void buildAxes();
  void nameAxes();
  void fitTicks();
  void connectNavigator();
  void updateRanges();
  void showLowerAxes();
  void updateReadout();
  void moveCursor(int pixels);
  void tellFollows(bool before);

  std::unique_ptr<FigureParts> parts_;
};

}  // namespace zipper::plots
