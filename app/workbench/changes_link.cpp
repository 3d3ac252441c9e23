// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/workbench/changes_link.h"

#include <QDockWidget>
#include <QLocale>
#include <algorithm>

#include "app/workbench/document.h"
#include "app/workbench/jobs/changes_job.h"
#include "app/workbench/run_controller.h"
#include "core/data/relabelled_dataset.h"
#include "widgets/changes/changes_panel.h"
#include "widgets/changes/gallery_model.h"
#include "widgets/style/engine_texts.h"
#include "widgets/style/percent.h"
#include "widgets/style/terms.h"

namespace zipper {

ChangesLink::ChangesLink(Document& document, RunController& run, JobRunner& jobs, ChangesPanel& panel,
                         QDockWidget& dock)
    : document_(document), run_(run), jobs_(jobs), panel_(panel) {
  connect(&document_, &Document::opened, this, &ChangesLink::startAnew);
  connect(&document_, &Document::dataChanged, this, &ChangesLink::startAnew);
  connect(&document_, &Document::stepsChanged, this, &ChangesLink::update);
  connect(&dock, &QDockWidget::visibilityChanged, this, [this](bool seen) {
    seen_ = seen;
    failure_.clear();
    if (!seen) stopComparing();
    update();
  });
  connect(&panel_, &ChangesPanel::taskChosen, this, [this] {
    stopComparing();
    failure_.clear();
    update();
  });
  connect(&panel_, &ChangesPanel::picturesWanted, this, &ChangesLink::askForPictures);
  connect(&panel_, &ChangesPanel::gradCamWanted, this, &ChangesLink::askForMaps);
  connect(&panel_, &ChangesPanel::imageOpened, this, &ChangesLink::openImage);
  connect(&jobs_, &JobRunner::started, this, [this] { compares_ = false; });
  connect(&jobs_, &JobRunner::progressed, this, [this](double share) {
    if (!compares_) return;
    share_ = share;
    showProgress();
  });
  // Queued: those who have something else to do when a job has ended begin it first.
  connect(
      &jobs_, &JobRunner::ended, this,
      [this] {
        if (!jobs_.isRunning()) compares_ = false;
        update();
      },
      Qt::QueuedConnection);
  // Queued twice: what is scored when nothing runs comes first, and begins by a queued call, too.
  connect(
      &run_, &RunController::stateChanged, this,
      [this] { QMetaObject::invokeMethod(this, &ChangesLink::update, Qt::QueuedConnection); }, Qt::QueuedConnection);
  update();
}

ChangesLink::~ChangesLink() { stopComparing(); }

void ChangesLink::startAnew() {
  dropAnswers();
  panel_.setTasks(document_.taskTitles());
  update();
}

void ChangesLink::dropAnswers() {
  stopComparing();
  ++data_;
  answers_.clear();
  failure_.clear();
  shownStep_ = -1;
}

void ChangesLink::stopComparing() { unwanted_.requestStop(); }

QString ChangesLink::titleOf(int step) const {
  return stepTitle(document_.session().steps.at(std::size_t(step))->plan.target);
}

QString ChangesLink::whyNotAnswered(const Document& document, int shownTask) {
  if (!document.isOpen()) return tr("Open models and their data to see what a merge changes.");
  const Session& session = document.session();
  const auto task = std::size_t(std::min(shownTask, session.taskCount() - 1));
  if (session.teachers[task].spec.classes == 0)
    return tr("The networks of this task have no head: they answer nothing that could be compared.");
  if (!document.hasData())
    return tr(
        "The images of a task can't be found; the notice above the zipper helps. They are needed to compare "
        "what both networks answer.");
  const DatasetPtr& images = document.data()[task].test;
  if (!images || images->size() == 0) return tr("There are no test images of this task.");
  if (!hasClasses(*images))
    return tr("The test images of this task have no labels: nobody knows which answers are right.");
  if (const std::string why = whyNotScorable(*images); !why.empty())
    return tr("The labels of this task can't be compared with the networks' answers: %1").arg(style::engineText(why));
  return {};
}

QString ChangesLink::obstacle() const {
  if (const QString why = whyNotAnswered(document_, panel_.task()); !why.isEmpty()) return why;
  if (document_.session().current < 0)
    return tr(
        "Nothing is merged yet: both networks answer the same. After the first step, this shows which images "
        "the merge lost and won.");
  return {};
}

bool ChangesLink::needsWork(int step, int task) const {
  const ShownChangesPtr known = answers_.changes(step, task);
  return !known || !known->isWhole();
}

void ChangesLink::update() {
  const std::optional<Comparison> next = nextComparison();
  if (compares_ && (!next || step_ != next->step || task_ != next->task)) stopComparing();
  if (next && run_.state() == RunState::Idle && !jobs_.isRunning()) compare(*next);
  if (const QString why = obstacle(); !why.isEmpty()) return panel_.showMessage(why);
  showKnown(document_.session().current, panel_.task());
}

/// What somebody looks at comes first.
std::optional<ChangesLink::Comparison> ChangesLink::nextComparison() const {
  if (!document_.isOpen()) return {};
  const int step = document_.session().current, task = panel_.task();
  if (seen_ && obstacle().isEmpty() && !hasFailed(step, task) && needsWork(step, task))
    return Comparison{step, task, true};
  if (step < 0 || wantedStep_ != step || wantedTasks_.empty()) return {};
  return Comparison{step, wantedTasks_.front(), false};
}

bool ChangesLink::hasFailed(int step, int task) const {
  return !failure_.isEmpty() && failedStep_ == step && failedTask_ == task;
}

void ChangesLink::setWanted(int step, const std::vector<int>& tasks) {
  wantedStep_ = step;
  wantedTasks_ = tasks;
  // What is known already is told, but by an event of its own: who asks is about to show what there is.
  for (const int task : tasks)
    if (const ShownChangesPtr known = answers_.changes(step, task))
      QMetaObject::invokeMethod(
          this, [this, known] { tell(known); }, Qt::QueuedConnection);
  QMetaObject::invokeMethod(this, &ChangesLink::update, Qt::QueuedConnection);
}

/// Another session may have been opened meanwhile.
void ChangesLink::tell(const ShownChangesPtr& changes) {
  const TaskAnswers& answers = changes->answers;
  if (answers_.changes(answers.step, answers.task) != changes) return;
  if (answers.step == wantedStep_)
    wantedTasks_.erase(std::remove(wantedTasks_.begin(), wantedTasks_.end(), answers.task), wantedTasks_.end());
  Q_EMIT compared(changes);
}

/// What another step of the same task changed stays while this one isn't compared yet.
void ChangesLink::showKnown(int step, int task) {
  if (hasFailed(step, task))
    return panel_.showMessage(tr("The answers could not be compared.") + QStringLiteral("\n\n") + failure_);
  if (const ShownChangesPtr known = answers_.changes(step, task)) {
    shownStep_ = step;
    panel_.setChanges(known, titleOf(step));
  } else if (panel_.changes() == nullptr || panel_.changes()->answers.task != task) {
    return panel_.showMessage(noteFor(step));
  }
  panel_.setNote(noteFor(step));
}

void ChangesLink::showProgress() {
  if (!obstacle().isEmpty()) return;
  const QString note = noteFor(document_.session().current);
  if (panel_.changes() != nullptr)
    panel_.setNote(note);
  else
    panel_.showMessage(note);
}

QString ChangesLink::noteFor(int step) const {
  if (!needsWork(step, panel_.task())) return {};
  const bool works = compares_ && step_ == step && task_ == panel_.task();
  const bool showsOther = panel_.changes() != nullptr && shownStep_ >= 0 && shownStep_ != step;
  const QString percent = style::withPercent(QLocale().toString(int(100 * share_)));
  if (works && showsOther)
    return tr("Comparing the answers after %1 (%2); until then this is about %3.")
        .arg(titleOf(step), percent, titleOf(shownStep_));
  if (works) return tr("Comparing the answers of teacher and merged network (%1)").arg(percent);
  if (showsOther)
    return tr("As soon as nothing else runs, %1 is compared; until then this is about %2.")
        .arg(titleOf(step), titleOf(shownStep_));
  return tr("The answers are compared as soon as nothing else runs.");
}

void ChangesLink::compare(const Comparison& next) {
  const int step = next.step, task = next.task;
  unwanted_ = StopSource();
  ChangesRequest request{document_.session(),
                         step,
                         task,
                         document_.data().at(std::size_t(task)).test,
                         answers_.teacher(task),
                         answers_.merged(step, task),
                         unwanted_.token()};
  request.firstPartOnly = !next.whole;
  const auto isLate = [this, data = data_] { return data != data_; };
  ChangesNews news;
  news.teacherAnswered = [this, isLate, task](int part, const AnswerPart& answers) {
    if (!isLate()) answers_.keepTeacher(task, part, answers);
  };
  news.mergedAnswered = [this, isLate, step, task](int part, const AnswerPart& answers) {
    if (!isLate()) answers_.keepMerged(step, task, part, answers);
  };
  news.compared = [this, isLate](const ShownChangesPtr& changes) {
    if (isLate()) return;
    answers_.keepChanges(changes);
    tell(changes);
    update();
  };
  news.failed = [this, isLate, step, task](const QString& message) {
    if (isLate()) return;
    failure_ = message;
    failedStep_ = step;
    failedTask_ = task;
    wantedTasks_.erase(std::remove(wantedTasks_.begin(), wantedTasks_.end(), task), wantedTasks_.end());
    Q_EMIT comparingFailed(step, task, message);
  };
  jobs_.start(tr("Comparing answers"),
              [request = std::move(request), news](JobContext& context) { compareAnswers(context, request, news); });
  compares_ = true;
  step_ = step;
  task_ = task;
  share_ = 0;
}

void ChangesLink::askForPictures(int task, const std::vector<qint64>& images) {
  if (!document_.hasData()) return;
  const auto isLate = [this, data = data_] { return data != data_; };
  jobs_.query(
      "thumbnails",
      [this, isLate, task, images, set = document_.data().at(std::size_t(task)).test]() -> std::function<void()> {
        const std::vector<Thumbnail> pictures = thumbnailsOf(*set, images, GalleryModel::side);
        return [this, isLate, task, pictures] {
          if (!isLate()) panel_.setPictures(task, pictures);
        };
      },
      [](const QString&) {});  // an image that can't be read is no failure
}

void ChangesLink::askForMaps(int task, qint64 image, int output) {
  if (!document_.hasData() || shownStep_ < 0) return;
  const auto isLate = [this, data = data_] { return data != data_; };
  jobs_.query(
      "grad cam",
      [this, isLate, session = document_.session(), step = shownStep_, task, image, output,
       set = document_.data().at(std::size_t(task)).test]() -> std::function<void()> {
        const CamLook look = lookForClass(session, step, task, output, *set, image);
        return [this, isLate, image, look] {
          if (!isLate()) panel_.setGradCam(image, look.maps, look.fitted);
        };
      },
      [this, isLate, image](const QString& message) {
        if (!isLate()) panel_.setGradCamError(image, message);
      });
}

void ChangesLink::openImage(int task, qint64 image) {
  if (shownStep_ < 0) return;
  const StepTarget target = document_.session().steps.at(std::size_t(shownStep_))->plan.target;
  Q_EMIT probeWanted({task, image, {}}, target.mergesLayer() ? target.layerNumber() : 0);
}

}  // namespace zipper
