// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QPushButton>

#include "widgets/welcome/glyphs.h"

namespace zipper {

/// A large button with a sign, a text and, if wanted, a second line in a smaller type. The primary one is filled.
class ActionButton : public QPushButton {
  Q_OBJECT

 public:
  enum class Kind { Primary, Secondary };
  ActionButton(Kind kind, const Sign& sign, const QString& text, const QString& subline, QWidget* parent = nullptr);
  QSize sizeHint() const override;
  QSize minimumSizeHint() const override;
  /// The second line wraps where there is no room for it.
  bool hasHeightForWidth() const override { return !subline_.isEmpty(); }
  int heightForWidth(int width) const override;
  void setKind(Kind kind);

 protected:
  void paintEvent(QPaintEvent* event) override;
  void enterEvent(QEnterEvent* event) override;
  void leaveEvent(QEvent* event) override;

 private:
  QColor background() const;
  QFont textFont() const;
  QFont sublineFont() const;
  /// What stands beside the texts: the padding and the sign.
  int widthBesideTexts() const;
  /// In a button of a width in which the texts have that much.
  int sublineHeight(int textWidth) const;
  /// Text without the & of its shortcut; with it underlined when painting.
  QString bareText() const;

  Kind kind_;
  Sign sign_;
  QString subline_;
};

}  // namespace zipper
