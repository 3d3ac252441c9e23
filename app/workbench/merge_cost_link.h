// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QObject>

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
  /// Opens the dialog; estimates first if that wasn't done yet.
  void suggest();

 private:
  void run();
  void show();
  void openDialog();

  Document& document_;
  RunController& run_;
  Panels& panels_;
  QWidget& window_;
  bool suggestsAfterwards_ = false;  ///< the estimate was begun for a suggestion
};

}  // namespace zipper
