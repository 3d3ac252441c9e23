// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QLabel>
#include <QProgressBar>
#include <QTimer>
#include <QWidget>

#include "app/workbench/run_controller.h"

namespace zipper {

/// The right side of the status bar: what runs, progress, images per second, time left, memory of the program.
class RunStatus : public QWidget {
  Q_OBJECT

 public:
  explicit RunStatus(QWidget* parent = nullptr);
  void show(RunState state, const RunProgress& progress);

 private:
  void showMemory();

  QLabel* what_;
  QProgressBar* bar_;
  QLabel* rate_;
  QLabel* left_;
  QLabel* memory_;
  QTimer memoryTimer_;
};

}  // namespace zipper
