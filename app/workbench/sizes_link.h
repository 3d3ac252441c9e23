// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QObject>
#include <optional>
#include <string>
#include <vector>

#include "app/workbench/jobs/sweep_jobs.h"

class QWidget;

namespace zipper {

class Document;
class JobRunner;
class MergeCostLink;
class RunController;
class SizesDialog;
struct Panels;
struct SizesChoice;
struct TrunksChoice;

/// Measures networks between the separate ones and one, and trunks of several depths, in the worker, beside the
/// session, and shows them in a dialog. What was measured stays as long as the session is open and its data are the
/// same.
class SizesLink : public QObject {
  Q_OBJECT

 public:
  /// `window`: the parent of the dialog.
  SizesLink(Document& document, RunController& run, MergeCostLink& estimates, Panels& panels, QWidget& window);

  /// Shows the dialog; estimates what sharing each layer costs if that wasn't done yet.
  void open();
  /// What the measured sizes recommend; nothing as long as there are too few.
  std::optional<SizeAdvice> measuredAdvice() const;

 Q_SIGNALS:
  void ended(const QString& text);  ///< a measurement, as `text` says

 private:
  /// A measured size, and all that it depends on.
  struct KnownSize {
    std::string depends;
    SizePoint point;
  };

  void build();
  void forget();
  void refresh();
  void showSizes();
  SizesRequest requestOf(const SizesChoice& choice) const;
  TrunksRequest requestOf(const TrunksChoice& choice) const;
  void startSizes(const SizesChoice& choice);
  void startTrunks(const TrunksChoice& choice);
  SizesNews sizesNews(const std::vector<SizeOrder>& orders, const Recipe& recipe);
  TrunksNews trunksNews(const std::vector<int>& depths);
  void stateChanged();
  bool isKnown(const std::string& depends) const;

  Document& document_;
  RunController& run_;
  MergeCostLink& estimates_;
  Panels& panels_;
  QWidget& window_;
  SizesDialog* dialog_ = nullptr;  ///< belongs to the window; null until it is asked for
  std::optional<SizePoint> teachers_;
  std::vector<KnownSize> sizes_;
  TrunkSweep trunks_;
  std::string trunksDepend_;  ///< all that the trunks depend on but their depth
  int data_ = 0;              ///< counts sets of images; what comes of an earlier one is dropped
  int wanted_ = 0, done_ = 0;
};

}  // namespace zipper
