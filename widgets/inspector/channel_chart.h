// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QWidget>
#include <memory>
#include <vector>

#include "core/analysis/channel_pairs.h"
#include "widgets/style/painted_values.h"

namespace zipper {

/// A chart of pairs of channels of A and another task, in which the mouse and the arrow keys point at a pair. The pair
/// is named by its channel of A; -1: none.
class ChannelChart : public QWidget, public style::PaintedValues {
  Q_OBJECT

 public:
  explicit ChannelChart(QWidget* parent = nullptr);

  /// `task`: the other one.
  virtual void setPairs(std::shared_ptr<const ChannelPairs> pairs, int task);
  /// Marks a pair; doesn't emit.
  void setPointed(int channel);
  int pointed() const { return pointed_; }

 Q_SIGNALS:
  void pointedAt(int channel);

 protected:
  /// The pair at a place, and the one so many places further in the chart's order.
  virtual int pairAt(const QPointF& position) const = 0;
  virtual int neighbour(int channel, int distance) const = 0;

  const ChannelPairs& pairs() const { return *pairs_; }
  int task() const { return task_; }
  bool isEmpty() const { return pairs_ == nullptr || pairs_->partners.empty(); }
  QFont smallFont() const;
  /// Ground, title and, with the keyboard focus, a frame.
  void paintFrame(QPainter& painter, const QString& title) const;

  void mouseMoveEvent(QMouseEvent* event) override;
  void mousePressEvent(QMouseEvent* event) override;
  void leaveEvent(QEvent* event) override;
  void keyPressEvent(QKeyEvent* event) override;
  void focusInEvent(QFocusEvent* event) override;
  void focusOutEvent(QFocusEvent* event) override;
  void changeEvent(QEvent* event) override;

 private:
  void point(int channel);

  std::shared_ptr<const ChannelPairs> pairs_;
  int task_ = 1;
  int pointed_ = -1;
};

/// A point per pair, over its channel of A and beside its channel of the other task: on the diagonal what stands in
/// place.
class PermutationChart : public ChannelChart {
  Q_OBJECT

 public:
  explicit PermutationChart(QWidget* parent = nullptr);
  QString paintedValues() const override;
  QSize sizeHint() const override { return {320, 300}; }
  QSize minimumSizeHint() const override { return {160, 150}; }

 protected:
  void paintEvent(QPaintEvent* event) override;
  int pairAt(const QPointF& position) const override;
  int neighbour(int channel, int distance) const override;

 private:
  QRectF plotRect() const;
  QPointF placeOf(int channel) const;
  void paintAxes(QPainter& painter, const QRectF& plot) const;
  void paintPointed(QPainter& painter, const QRectF& plot) const;
};

/// Merge estimates of the pairs, sorted; those without a known one are left out.
class SortedCostChart : public ChannelChart {
  Q_OBJECT

 public:
  explicit SortedCostChart(QWidget* parent = nullptr);
  void setPairs(std::shared_ptr<const ChannelPairs> pairs, int task) override;
  QString paintedValues() const override;
  /// Channels of A, the cheapest pair first.
  const std::vector<int>& order() const { return order_; }
  QSize sizeHint() const override { return {320, 140}; }
  QSize minimumSizeHint() const override { return {160, 90}; }

 protected:
  void paintEvent(QPaintEvent* event) override;
  int pairAt(const QPointF& position) const override;
  int neighbour(int channel, int distance) const override;

 private:
  static QString howToEstimate();
  QRectF plotRect() const;
  double largest() const;
  void paintAxes(QPainter& painter, const QRectF& plot) const;

  std::vector<int> order_;
};

}  // namespace zipper
