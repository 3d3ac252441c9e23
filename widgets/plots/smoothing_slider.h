// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QWidget>

class QLabel;
class QSlider;

namespace zipper::plots {

/// Chooses over how many iterations curves are averaged: off, 2, 3, 5, 7, 10, ... 10,000.
class SmoothingSlider : public QWidget {
  Q_OBJECT

 public:
  explicit SmoothingSlider(QWidget* parent = nullptr);
  int window() const;
  /// Goes to the nearest window that can be chosen; tells of it like the user's choice.
  void setWindow(int window);

 Q_SIGNALS:
  void windowChanged(int window);
  /// The user has moved it.
  void chosen();

 protected:
  void changeEvent(QEvent* event) override;

 private:
  void reserveRoom();
  void showWindow();

  QSlider* slider_;
  QLabel* value_;
};

}  // namespace zipper::plots
