// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QStringList>
#include <QWidget>
#include <vector>

#include "widgets/inspector/array_image.h"
#include "widgets/style/painted_values.h"

namespace zipper {

struct ShownArray;

/// What the colours mean: a line for each scale with its ends, and a note where the ends come from.
class ColorBar : public QWidget, public style::PaintedValues {
  Q_OBJECT

 public:
  explicit ColorBar(QWidget* parent = nullptr);

  struct Row {
    QString caption;
    ColorScale scale;
  };
  void setRows(std::vector<Row> rows);
  /// The scales that these arrays have, one for values and one for differences.
  void setScalesOf(const std::vector<ShownArray>& arrays, const QString& values, const QString& differences);
  const std::vector<Row>& rows() const { return rows_; }
  /// The note below: "Ends: 99.5th percentile of the magnitudes; the largest are 0.91 and 0.4."
  QString note() const;
  QAccessible::Role paintedRole() const override { return QAccessible::Graphic; }
  QString paintedValues() const override;

  QSize sizeHint() const override;
  QSize minimumSizeHint() const override { return sizeHint(); }

 protected:
  void paintEvent(QPaintEvent* event) override;
  void changeEvent(QEvent* event) override;

 private:
  QStringList lines() const;
  QFont smallFont() const;
  int lineHeight() const;
  void paintRow(QPainter& painter, const Row& row, int y, int captionWidth, int endWidth) const;

  std::vector<Row> rows_;
};

}  // namespace zipper
