// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QImage>
#include <QWidget>

#include "widgets/style/painted_values.h"

namespace zipper {

/// Shows the picture; without one it says what can be done here.
class PictureWell : public QWidget, public style::PaintedValues {
  Q_OBJECT

 public:
  explicit PictureWell(QWidget* parent = nullptr);

  void setPicture(const QImage& picture);
  const QImage& picture() const { return picture_; }
  /// While something that it would take is dragged over the panel.
  void setInviting(bool inviting);
  QAccessible::Role paintedRole() const override { return QAccessible::Graphic; }
  QString paintedValues() const override;

  QSize sizeHint() const override { return {150, 150}; }
  QSize minimumSizeHint() const override { return {100, 100}; }

 protected:
  void paintEvent(QPaintEvent* event) override;
  void focusInEvent(QFocusEvent* event) override;
  void focusOutEvent(QFocusEvent* event) override;

 private:
  QImage picture_;
  bool inviting_ = false;
};

}  // namespace zipper
