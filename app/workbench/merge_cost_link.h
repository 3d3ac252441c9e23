// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QObject>
#include <functional>
#include <optional>

#include "core/analysis/size_sweep.h"

class QWidget;

namespace zipper {

class Document;
class RunController;
struct Panels;

/// Works out in the worker what merging each layer costs, shows it in the panels, and makes plans of it.
class MergeCostLink : public QObject {
  Q_OBJECT

 public:
  /// `window`: the parent of the dialog.
  MergeCostLink(Document& document, RunController& run, Panels& panels, QWidget& window);

  void estimate();
  /// Without bringing their panel to the front.
  void estimateQuietly();
  /// Opens the dialog; estimates first if that wasn't done yet.
  void suggest();
  /// Tells what measured sizes recommend, if they do: it takes the place of the estimate.
  void setMeasuredAdvice(std::function<std::optional<SizeAdvice>()> advice) { measuredAdvice_ = std::move(advice); }

 private:
  void run(std::function<void()> then);
  void show();
  void openDialog();

  Document& document_;
  RunController& run_;
  Panels& panels_;
  QWidget& window_;
  std::function<std::optional<SizeAdvice>()> measuredAdvice_;
};

}  // namespace zipper
