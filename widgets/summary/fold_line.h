// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QAbstractButton>

namespace zipper {

/// The first line of something that folds: an arrow, a headline, and, while it is folded, what else there is to say,
/// cut off where there is no room. The whole line is a button.
class FoldLine : public QAbstractButton {
  Q_OBJECT

 public:
  explicit FoldLine(QWidget* parent = nullptr);
  void setTexts(const QString& headline, const QString& rest);
  void setUnfolded(bool unfolded);
  QString headline() const { return headline_; }
  /// What stands behind the headline now.
  QString rest() const { return unfolded_ ? QString() : rest_; }
  QSize sizeHint() const override;
  QSize minimumSizeHint() const override;

 protected:
  void paintEvent(QPaintEvent* event) override;
  void keyPressEvent(QKeyEvent* event) override;
  void enterEvent(QEnterEvent* event) override;
  void leaveEvent(QEvent* event) override;

 private:
  void describe();
  QFont boldFont() const;

  QString headline_, rest_;
  bool unfolded_ = false;
};

}  // namespace zipper
