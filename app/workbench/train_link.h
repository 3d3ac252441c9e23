// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QObject>
#include <QString>
#include <memory>
#include <optional>

#include "core/data/image_reading.h"
#include "core/models/spec_overrides.h"
#include "core/support/stop_token.h"
#include "core/training/training_choice.h"
#include "widgets/train/training_end.h"

class QWidget;

namespace zipper {

class Document;
class DraftController;
class JobRunner;
class RunController;
class SessionController;
class TrainDialog;
class TrainingDesk;
struct TrainingNews;

/// Trains networks in the worker, beside the session, and makes them those of tasks where that is wanted.
class TrainLink : public QObject {
  Q_OBJECT

 public:
  /// `window`: the parent of the dialog.
  TrainLink(Document& document, DraftController& drafts, RunController& run, SessionController& files, JobRunner& jobs,
            QWidget& window);
  ~TrainLink() override;

  /// Shows the dialog, with what it showed last; with this kind of training chosen unless one runs.
  void openFor(bool headOnly);
  /// The same, filled in with what is chosen for a task: of the draft, or of the session where that is what there is.
  void openForTask(int task, bool headOnly);
  /// The task whose network has no head, or too few outputs for its images; -1: none.
  int taskWithoutHead() const;
  /// The dialog while it is the window that the user works in; null otherwise. Messages belong in front of it then.
  QWidget* front() const;

 Q_SIGNALS:
  void ended(const QString& text);  ///< a training, as `text` says
  void wasRead(const QString& path);

 private:
  void build();
  void show();
  void look(int number, const TrainingChoice& choice);
  void stopLooking();
  void askAndStart(const TrainingChoice& choice);
  void start(const TrainingChoice& choice);
  TrainingNews news();
  void setPaused(bool paused);
  void useAs(int task);
  void refresh();
  void stateChanged();
  void finish(const QString& trouble);

  Document& document_;
  DraftController& drafts_;
  RunController& run_;
  SessionController& files_;
  JobRunner& jobs_;
  QWidget& window_;
  TrainDialog* dialog_ = nullptr;  ///< belongs to the window; null until it is asked for
  std::shared_ptr<TrainingDesk> desk_;
  StopSource looking_;              ///< of the look that was asked for last
  std::optional<TrainingEnd> end_;  ///< that the job told, or what is known of it
  int preferred_ = -1;              ///< the task that is trained for
};

}  // namespace zipper
