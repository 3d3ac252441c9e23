// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QObject>
#include <QString>
#include <optional>
#include <vector>

#include "app/workbench/jobs/answer_store.h"
#include "core/support/stop_token.h"
#include "widgets/inspector/probe_choice.h"

class QDockWidget;

namespace zipper {

class ChangesPanel;
class Document;
class JobRunner;
class RunController;

/// Fills the panel of what a step changed. While the panel is seen, and nothing else is to be done, the networks of its
/// task are asked; whatever else begins takes precedence, and what they answered until then stays. Pictures and maps
/// are questions to the worker, which it answers while a step runs, too.
class ChangesLink : public QObject {
  Q_OBJECT

 public:
  /// `dock`: the one that the panel lies in.
  ChangesLink(Document& document, RunController& run, JobRunner& jobs, ChangesPanel& panel, QDockWidget& dock);
  ~ChangesLink() override;

  /// Why the networks of a task can't be asked about its test images; empty if they can.
  static QString whyNotAnswered(const Document& document, int task);

  /// The changes of other tasks of this step that are to be compared, too, though nobody looks at the panel; of large
  /// test sets the first part, for a number that is there soon. Each comes by compared(), or comparingFailed().
  void setWanted(int step, const std::vector<int>& tasks);

 Q_SIGNALS:
  /// After every part: all that is known then.
  void compared(const zipper::ShownChangesPtr& changes);
  void comparingFailed(int step, int task, const QString& message);
  /// An image was opened: its feature maps are to be shown. `layer`: that of the step; 0 if it merges none.
  void probeWanted(const zipper::ProbeChoice& probe, int layer);

 private:
  void startAnew();
  void dropAnswers();
  /// Shows what is known of the current step, and sees to it that the rest is computed.
  void update();
  /// The same, or that nothing is merged.
  QString obstacle() const;
  bool needsWork(int step, int task) const;
  void showKnown(int step, int task);
  void showProgress();
  QString noteFor(int step) const;
  /// What is to be compared, if nothing else is to be done.
  struct Comparison {
    int step = -1, task = 0;
    bool whole = true;  ///< all test images, or the first part of them
  };
  std::optional<Comparison> nextComparison() const;
  void tell(const ShownChangesPtr& changes);
  bool hasFailed(int step, int task) const;
  void compare(const Comparison& next);
  void stopComparing();
  void askForPictures(int task, const std::vector<qint64>& images);
  void askForMaps(int task, qint64 image, int output);
  void openImage(int task, qint64 image);
  QString titleOf(int step) const;

  Document& document_;
  RunController& run_;
  JobRunner& jobs_;
  ChangesPanel& panel_;
  AnswerStore answers_;
  bool seen_ = false;
  int data_ = 0;  ///< counts the sets of images; what comes of an earlier one is dropped
  StopSource unwanted_;
  bool compares_ = false;  ///< the job that runs is ours
  int step_ = -1;          ///< of that job
  int task_ = 0;
  int shownStep_ = -1;            ///< in the panel
  double share_ = 0;              ///< of the comparison
  int wantedStep_ = -1;           ///< see setWanted()
  std::vector<int> wantedTasks_;  ///< that weren't told yet
  QString failure_;  ///< of the comparison of failedStep_; not tried again until something else is looked at
  int failedStep_ = -1, failedTask_ = -1;
};

}  // namespace zipper
