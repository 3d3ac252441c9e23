// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QObject>
#include <QTimer>
#include <map>
#include <utility>

#include "widgets/changes/shown_changes.h"
#include "widgets/summary/summary.h"

namespace zipper {

class ChangesLink;
class Document;
class RunController;
class SummaryCard;

/// Keeps the summary card true to the session and to what runs. While its numbers are seen it has the changes of the
/// tasks compared that nobody compared yet; what was found is kept for all steps of the session.
class SummaryLink : public QObject {
  Q_OBJECT

 public:
  SummaryLink(Document& document, RunController& run, ChangesLink& changes, SummaryCard& card);

 private:
  using StepAndTask = std::pair<int, int>;

  void startAnew();
  /// Soon, once for all that happens at the same time.
  void update();
  void show();
  void showWork();
  /// What is known of images lost and won at the current step, and what isn't, which is asked for.
  void addChanges(Summary& summary);
  void take(const ShownChangesPtr& changes);

  Document& document_;
  RunController& run_;
  ChangesLink& changes_;
  SummaryCard& card_;
  QTimer soon_;
  std::map<StepAndTask, ImagesChanged> known_;
  std::map<StepAndTask, QString> failures_;
};

}  // namespace zipper
