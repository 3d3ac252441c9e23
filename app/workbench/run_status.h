// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QLabel>
#include <QTimer>
#include <QWidget>

#include "app/workbench/run_controller.h"

namespace zipper {

namespace style {
class WorkBar;
}

/// The right side of the status bar: what runs, progress, images per second, time left, memory of the program.
class RunStatus : public QWidget {
  Q_OBJECT

 public:
  explicit RunStatus(QWidget* parent = nullptr);
  void show(RunState state, const RunProgress& progress);
  /// Shown while nothing runs: how long the steps that are left will take; negative: unknown, or none.
  void setForecast(double seconds);

 private:
  void showTime(double secondsLeft);
  void showMemory();

  QLabel* what_;
  style::WorkBar* bar_;
  QLabel* rate_;
  QLabel* left_;
  QLabel* memory_;
  QTimer memoryTimer_;
  bool working_ = false;
  double forecast_ = -1;
};

}  // namespace zipper
