// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QImage>
#include <QWidget>

#include "widgets/style/painted_values.h"

namespace zipper {

/// A small image, enlarged without smoothing; pixels are squares at any device pixel ratio.
class ProbePicture : public QWidget, public style::PaintedValues {
  Q_OBJECT

 public:
  explicit ProbePicture(QWidget* parent = nullptr);
  void setImage(const QImage& image);
  const QImage& image() const { return image_; }
  QAccessible::Role paintedRole() const override { return QAccessible::Graphic; }
  QString paintedValues() const override { return sizeText(); }
  QSize sizeHint() const override { return {104, 104}; }

 protected:
  void paintEvent(QPaintEvent* event) override;

 private:
  QString sizeText() const;
  QImage image_;
};

}  // namespace zipper
