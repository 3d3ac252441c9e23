// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QColor>
#include <QWidget>
#include <vector>

#include "widgets/style/painted_values.h"
#include "widgets/summary/summary.h"

namespace zipper {

/// A part of a bar, in parameters. `task` is -1 for what all tasks share.
struct MemoryPart {
  int task = -1;
  qint64 parameters = 0;
};
/// What the networks take apart: each task's.
std::vector<MemoryPart> partsBefore(const Summary& summary);
/// What is left when they are merged: what is shared, then what stays with each task. `planned`: when the plan is done.
std::vector<MemoryPart> partsAfter(const Summary& summary, bool planned);

/// Two bars on one scale: the parameters of the networks apart and merged, what is shared in green. Before anything is
/// merged the second one is that of the plan, in outline; later a mark shows how far the plan goes.
class MemoryBars : public QWidget, public style::PaintedValues {
  Q_OBJECT

 public:
  explicit MemoryBars(QWidget* parent = nullptr);
  void setSummary(const Summary& summary);
  QString paintedValues() const override;
  QSize sizeHint() const override;
  QSize minimumSizeHint() const override;
  /// Where the second bar ends, in pixels of the widget; for tests.
  double endOfAfter() const;

 protected:
  void paintEvent(QPaintEvent* event) override;
  void changeEvent(QEvent* event) override;

 private:
  bool showsPlan() const;
  double scale() const;
  int barHeight() const;
  QRectF barRect(int bar) const;
  void paintBar(QPainter& painter, int bar, const std::vector<MemoryPart>& parts, bool outlined) const;

  Summary summary_;
};

}  // namespace zipper
