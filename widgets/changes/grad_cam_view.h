// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QImage>
#include <QWidget>

#include "core/analysis/float_array.h"
#include "widgets/inspector/array_image.h"
#include "widgets/style/painted_values.h"

namespace zipper {

/// A map over an image: more of its colour, and more opaque, the larger the value; one pixel per value, transparent at
/// 0. `map`: [H,W], 0 or more.
QImage overlayImage(const FloatArray& map, const ColorScale& scale);

/// Where teacher and merged network look to find a class in an image: both maps over the image, side by side and on
/// one scale.
class GradCamView : public QWidget, public style::PaintedValues {
  Q_OBJECT

 public:
  explicit GradCamView(QWidget* parent = nullptr);

  /// The image as the network gets it, which the maps cover from edge to edge. `task`: whose teacher it is.
  void setMaps(const QImage& image, const FloatArray& teacher, const FloatArray& merged, int task);
  void clear();
  bool isEmpty() const { return image_.isNull(); }
  const ColorScale& scale() const { return scale_; }
  /// Where the picture of the teacher (0) or of the merged network (1) is.
  QRect pictureRect(int index) const;
  QAccessible::Role paintedRole() const override { return QAccessible::Graphic; }
  /// Where each of the maps is strongest.
  QString paintedValues() const override;

  QSize sizeHint() const override { return {300, 180}; }
  QSize minimumSizeHint() const override { return {120, 80}; }

 protected:
  void paintEvent(QPaintEvent* event) override;

 private:
  QString strongest(const FloatArray& map) const;

  QImage image_, teacher_, merged_;
  QString strongestPlaces_;
  ColorScale scale_;
  int task_ = 0;
  bool teacherIsEmpty_ = false, mergedIsEmpty_ = false;  ///< no place of the map speaks for the class
};

}  // namespace zipper
