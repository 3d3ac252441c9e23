// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/workbench/train_link.h"

#include <QDesktopServices>
#include <QFileInfo>
#include <QPointer>
#include <QUrl>
#include <algorithm>
#include <utility>

#include "app/workbench/document.h"
#include "app/workbench/draft_controller.h"
#include "app/workbench/jobs/train_job.h"
#include "app/workbench/run_controller.h"
#include "app/workbench/session_controller.h"
#include "core/network/task_names.h"
#include "core/recipe/source_files.h"
#include "widgets/style/dialogs.h"
#include "widgets/style/plain_text.h"
#include "widgets/style/terms.h"
#include "widgets/train/train_dialog.h"
#include "widgets/train/train_form.h"
#include "widgets/train/train_texts.h"

namespace zipper {

namespace {

const char* const networkFilter =
    QT_TRANSLATE_NOOP("zipper::TrainLink",
                      "Models (*.safetensors *.pt *.pth *.pth.tar *.ckpt *.bin *.onnx *.tflite "
                      "*.h5 *.hdf5 *.keras *.json *.index);;All files (*)");

/// Whether the head must be another one before the images can be trained on.
bool lacksHead(const TaskDraft& task) {
  if (task.summary && task.summary->spec.classes == 0) return true;
  if (!task.classes || task.classes->matching.problem.empty()) return false;
  const MobileNetSpec& spec = task.classes->spec;
  return int(task.classes->classNames.size()) > spec.classes - spec.classOffset || !task.classes->matching.scorable;
}

}  // namespace

TrainLink::TrainLink(Document& document, DraftController& drafts, RunController& run, SessionController& files,
                     JobRunner& jobs, QWidget& window)
    : QObject(&window),
      document_(document),
      drafts_(drafts),
      run_(run),
      files_(files),
      jobs_(jobs),
      window_(window),
      desk_(std::make_shared<TrainingDesk>()) {
  connect(&run_, &RunController::stateChanged, this, &TrainLink::stateChanged);
  connect(&drafts_, &DraftController::changed, this, &TrainLink::refresh);
  connect(&document_, &Document::opened, this, &TrainLink::refresh);
  connect(&run_, &RunController::failed, this, [this](const QString&, const QString& message) { finish(message); });
}

TrainLink::~TrainLink() { stopLooking(); }

void TrainLink::build() {
  dialog_ = new TrainDialog(&window_);
  TrainForm& form = dialog_->form();
  connect(dialog_, &TrainDialog::lookRequested, this, &TrainLink::look);
  connect(dialog_, &TrainDialog::startRequested, this, &TrainLink::askAndStart);
  connect(dialog_, &TrainDialog::pauseRequested, this, &TrainLink::setPaused);
  connect(dialog_, &TrainDialog::stopRequested, this, [this] { run_.cancel(); });
  connect(dialog_, &TrainDialog::useRequested, this, &TrainLink::useAs);
  connect(dialog_, &TrainDialog::folderRequested, this,
          [](const QString& path) { QDesktopServices::openUrl(QUrl::fromLocalFile(QFileInfo(path).absolutePath())); });
  connect(&form, &TrainForm::networkWanted, this, [this] {
    style::askOpenName(dialog_, tr("Network to start from"), tr(networkFilter), [this](const QString& path) {
      dialog_->form().setNetwork(path);
      Q_EMIT wasRead(path);
    });
  });
  connect(&form, &TrainForm::imagesWanted, this, [this] {
    style::askFolder(dialog_, tr("Images to train on"), [this](const QString& folder) {
      dialog_->form().setImages(folder, dialog_->form().choice().images);
      Q_EMIT wasRead(folder);
    });
  });
  connect(&form, &TrainForm::outWanted, this, [this] {
    style::askSaveName(dialog_, tr("Trained network"), suggestedTrainingName(dialog_->form().choice()),
                       QStringLiteral("*.safetensors"), QStringLiteral("safetensors"),
                       [this](const QString& path) { dialog_->form().setOut(path); });
  });
  // What was opened takes memory.
  connect(dialog_, &QDialog::finished, this, [this] {
    stopLooking();
    jobs_.query(
        "train look",
        [desk = desk_]() -> std::function<void()> {
          desk->clear();
          return {};
        },
        [](const QString&) {});
  });
}

void TrainLink::show() {
  refresh();
  dialog_->show();
  dialog_->raise();
  dialog_->activateWindow();
}

void TrainLink::openFor(bool headOnly) {
  if (dialog_ == nullptr) build();
  if (!dialog_->isRunning()) {
    TrainingChoice choice = dialog_->form().choice();
    if (choice.headOnly != headOnly) choice.augments = !headOnly;
    choice.headOnly = headOnly;
    dialog_->form().setChoice(choice);
  }
  show();
}

void TrainLink::openForTask(int task, bool headOnly) {
  if (dialog_ == nullptr) build();
  if (!dialog_->isRunning()) {
    const bool ofSession = document_.isOpen() && drafts_.draft().isEmpty();
    TrainingChoice choice;
    choice.headOnly = headOnly;
    choice.augments = !headOnly;
    const auto place = std::size_t(std::max(0, task));
    if (ofSession && place < document_.session().recipe.sources.size()) {
      const TaskSource& source = document_.session().recipe.sources[place];
      choice.start.from = source.model;
      choice.start.overrides = source.overrides;
      choice.data = source.data;
      choice.images = source.images;
    } else if (!ofSession && place < drafts_.draft().tasks.size()) {
      const TaskDraft& draft = drafts_.draft().tasks[place];
      choice.start.from = draft.model.toStdString();
      if (draft.summary) choice.start.overrides = draft.summary->overrides;
      choice.data = draft.data.toStdString();
      choice.images = draft.reading;
    }
    choice.start.overrides.classOffset.reset();  // of a head that goes
    preferred_ = task;
    dialog_->form().setChoice(choice);
  }
  show();
}

int TrainLink::taskWithoutHead() const {
  const std::vector<TaskDraft>& tasks = drafts_.draft().tasks;
  const auto found = std::find_if(tasks.begin(), tasks.end(), lacksHead);
  return found == tasks.end() ? -1 : int(found - tasks.begin());
}

QWidget* TrainLink::front() const {
  return dialog_ != nullptr && dialog_->isVisible() && dialog_->isActiveWindow() ? dialog_ : nullptr;
}

void TrainLink::look(int number, const TrainingChoice& choice) {
  stopLooking();
  looking_ = StopSource();
  jobs_.query(
      "train look",
      [this, desk = desk_, number, choice, stop = looking_.token()]() -> std::function<void()> {
        const auto found = std::make_shared<const TrainingLook>(desk->look(choice, stop));
        return [this, number, found] {
          if (dialog_ != nullptr) dialog_->setLook(number, *found);
        };
      },
      [](const QString&) {});  // given up: another one is asked for
}

void TrainLink::stopLooking() { looking_.requestStop(); }

void TrainLink::askAndStart(const TrainingChoice& choice) {
  if (!choice.out.empty()) return start(choice);
  style::askSaveName(dialog_, tr("Trained network"), suggestedTrainingName(choice), QStringLiteral("*.safetensors"),
                     QStringLiteral("safetensors"), [this, choice](const QString& path) {
                       dialog_->form().setOut(path);
                       TrainingChoice chosen = choice;
                       chosen.out = path.toStdString();
                       start(chosen);
                     });
}

void TrainLink::start(const TrainingChoice& choice) {
  if (run_.state() != RunState::Idle && run_.state() != RunState::Empty) return;
  if (const QString reason = files_.whyNotReplace(style::unchanged(choice.out), false); !reason.isEmpty())
    return style::showError(dialog_, tr("This file is not written over."), reason);
  stopLooking();
  TrainingRequest request{choice, {}, dialog_->form().look().pace};
  if (document_.isOpen()) request.sources = sourceFiles(document_.session().recipe);
  end_ = TrainingEnd();
  dialog_->begin(choice);
  run_.startBusy(
      tr("Training a network"), tr("The training failed."),
      [request = std::move(request), news = news()](JobContext& context) { runTraining(context, request, news); },
      BusyWith::Training);
}

TrainingNews TrainLink::news() {
  TrainingNews news;
  news.told = [this](const std::vector<TrainingState>& states, double share, double secondsLeft) {
    if (states.empty()) return;
    dialog_->setStates(states, share, secondsLeft);
    const TrainingState& now = states.back();
    run_.tellBusy(tr("Training: epoch %1 of %2").arg(now.epoch).arg(now.epochs), share, secondsLeft);
  };
  news.kept = [this](int epoch, double validationTop1) {
    if (end_) {
      end_->bestEpoch = epoch;
      end_->validationTop1 = validationTop1;
      end_->path = dialog_->trained().out;
    }
    dialog_->setBest(epoch, validationTop1);
  };
  news.ended = [this](const TrainingEnd& end) { end_ = end; };
  return news;
}

void TrainLink::setPaused(bool paused) {
  if (dialog_ == nullptr || !dialog_->isRunning()) return;
  jobs_.setPaused(paused);
  dialog_->setPaused(paused);
  if (paused) run_.tellBusy(tr("Training: paused"), run_.progress().share, -1);
}

/// Where the job ended by an error the network may be in its file all the same.
void TrainLink::finish(const QString& trouble) {
  if (dialog_ == nullptr || !dialog_->isRunning() || !end_) return;
  TrainingEnd end = *std::exchange(end_, std::nullopt);
  if (!trouble.isEmpty()) end.trouble = trouble.toStdString();
  dialog_->end(end);
  Q_EMIT ended(end.path.empty() ? tr("The training ended without a network.")
                                : tr("The trained network is in %1.").arg(style::shown(end.path)));
}

void TrainLink::stateChanged() {
  if (dialog_ == nullptr) return;
  const RunState state = run_.state();
  if (dialog_->isRunning() && state == RunState::Cancelling) dialog_->setStopping();
  const bool free = state == RunState::Idle || state == RunState::Empty;
  if (!free && !dialog_->isRunning()) stopLooking();  // it would only be in the way
  // Queued: a failure, which is told after the state, says more.
  if (free && dialog_->isRunning())
    QMetaObject::invokeMethod(
        this, [this] { finish({}); }, Qt::QueuedConnection);
  refresh();
}

void TrainLink::refresh() {
  if (dialog_ == nullptr) return;
  const RunState state = run_.state();
  const bool free = state == RunState::Idle || state == RunState::Empty;
  dialog_->setEnabledToStart(free);
  dialog_->setEnabledToUse(free);
  QStringList titles;
  if (document_.isOpen() && drafts_.draft().isEmpty()) {
    titles = document_.taskTitles();
  } else {
    for (const TaskDraft& task : drafts_.draft().tasks) {
      const QString name = task.name.isEmpty() ? QFileInfo(task.model).completeBaseName() : task.name;
      titles << taskTitle(int(titles.size()), style::shown(name));
    }
  }
  dialog_->setTasks(titles, titles.size() < mostTasks, preferred_);
}

void TrainLink::useAs(int task) {
  if (dialog_ == nullptr || dialog_->result().isEmpty()) return;
  const TrainingChoice& trained = dialog_->trained();
  if (document_.isOpen() && drafts_.draft().isEmpty()) drafts_.takeFrom(document_.session(), document_.classes());
  const QString result = dialog_->result();
  const int place = drafts_.useTrained(task, result, style::unchanged(trained.data), trained.images);
  if (place < 0) return;
  dialog_->hide();
  window_.raise();
  window_.activateWindow();
}

}  // namespace zipper
