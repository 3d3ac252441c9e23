// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QWidget>

namespace zipper {

/// One line of text, cut in the middle where there is no room.
class ElidedLabel : public QWidget {
  Q_OBJECT

 public:
  explicit ElidedLabel(QWidget* parent = nullptr);
  void setText(const QString& text, bool muted);
  QString text() const { return text_; }
  QSize sizeHint() const override;
  QSize minimumSizeHint() const override;

 protected:
  void paintEvent(QPaintEvent* event) override;

 private:
  QString text_;
  bool muted_ = false;
};

}  // namespace zipper
