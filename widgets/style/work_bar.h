// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QElapsedTimer>
#include <QProgressBar>
#include <QTimer>

namespace zipper::style {

/// How far something is. Where that isn't known, a piece of the bar wanders to and fro, which can't be taken for a bar
/// that is full; with reduced motion it stands in the middle.
class WorkBar : public QProgressBar {
  Q_OBJECT

 public:
  explicit WorkBar(QWidget* parent = nullptr);
  /// 0...1; negative: unknown.
  void setShare(double share);
  double share() const { return share_; }

 protected:
  void paintEvent(QPaintEvent* event) override;
  void showEvent(QShowEvent* event) override;
  void hideEvent(QHideEvent* event) override;

 private:
  void moveOrNot();

  double share_ = -1;
  QElapsedTimer clock_;
  QTimer motion_;
};

}  // namespace zipper::style
