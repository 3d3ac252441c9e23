// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QDialog>
#include <QStringList>
#include <QTimer>
#include <vector>

#include "core/training/training_choice.h"
#include "widgets/train/training_end.h"
#include "widgets/train/training_look.h"

class QLabel;
class QMenu;
class QPushButton;
class QScrollArea;

namespace zipper {

namespace style {
class WorkBar;
}

class TrainForm;
class TrainingPlot;

/// Training a network: what is trained and how, how long it will take, curves while it runs, and what became of it. It
/// computes and writes nothing: whoever owns it listens to its wishes and hands the results in.
class TrainDialog : public QDialog {
  Q_OBJECT

 public:
  explicit TrainDialog(QWidget* parent = nullptr);

  /// Tasks that the result can become the network of, besides a new one; `preferred`: the one it is trained for, -1:
  /// none.
  void setTasks(const QStringList& titles, bool takesMore, int preferred);
  int preferredTask() const { return preferred_; }
  /// Whether a training can be started now. Off while anything runs; a training on its way stays to be seen.
  void setEnabledToStart(bool on);
  /// Whether what a training leads to can be used now.
  void setEnabledToUse(bool on);

  /// What was asked for by lookRequested() under this number; an answer to an older question is ignored.
  void setLook(int number, const TrainingLook& look);

  void begin(const TrainingChoice& choice);
  /// News of the training that runs; `secondsLeft` negative: unknown.
  void setStates(const std::vector<TrainingState>& states, double share, double secondsLeft);
  void setBest(int epoch, double validationTop1);
  void setPaused(bool paused);
  void setStopping();
  void end(const TrainingEnd& end);
  bool isRunning() const { return running_; }
  bool isPaused() const { return paused_; }
  /// The file that can become that of a task; empty: there is none.
  const QString& result() const { return result_; }
  /// What the result was trained by.
  const TrainingChoice& trained() const { return trained_; }

  TrainForm& form() { return *form_; }
  TrainingPlot& top1() { return *top1_; }
  TrainingPlot& loss() { return *loss_; }

 Q_SIGNALS:
  /// The choice is to be looked at; what was asked for before isn't needed any more.
  void lookRequested(int number, const zipper::TrainingChoice& choice);
  void startRequested(const zipper::TrainingChoice& choice);
  void pauseRequested(bool paused);
  void stopRequested();
  /// -1: a new task.
  void useRequested(int task);
  void folderRequested(const QString& path);

 protected:
  void showEvent(QShowEvent* event) override;
  void changeEvent(QEvent* event) override;

 private:
  QWidget* buildLeft();
  QWidget* buildRight();
  QWidget* buildButtons();
  void choiceChanged();
  void forgetLook();
  void askForLook();
  void showForecast();
  void copyCommand();
  void fillUses();
  void say(const QString& text, bool isProblem = false);
  void updateButtons();

  TrainForm* form_;
  QScrollArea* formArea_ = nullptr;
  QLabel *network_, *status_, *best_;
  style::WorkBar* bar_;
  TrainingPlot *top1_, *loss_;
  QPushButton *start_, *pause_, *stop_, *copy_, *folder_, *use_;
  QMenu* uses_;
  QTimer soon_;
  QStringList tasks_;
  int preferred_ = -1, number_ = 0;
  bool takesMore_ = true, canStart_ = true, canUse_ = true;
  bool running_ = false, paused_ = false, stopping_ = false, problem_ = false;
  std::string looked_;  ///< the choice that the last look was asked for, but for what makes no difference
  QString result_;
  TrainingChoice trained_;
};

}  // namespace zipper
