// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/workbench/errors_link.h"

#include <QLocale>
#include <utility>

#include "app/workbench/beside_step.h"
#include "app/workbench/changes_link.h"
#include "app/workbench/document.h"
#include "app/workbench/jobs/changes_job.h"
#include "app/workbench/run_controller.h"
#include "widgets/beside/errors_page.h"
#include "widgets/changes/gallery_model.h"
#include "widgets/inspector/beside_weights.h"
#include "widgets/inspector/inspector_panel.h"
#include "widgets/style/percent.h"

namespace zipper {

ErrorsLink::ErrorsLink(Document& document, RunController& run, JobRunner& jobs, BesideStep& beside,
                       InspectorPanel& inspector)
    : document_(document), run_(run), jobs_(jobs), beside_(beside), page_(new ErrorsPage) {
  inspector.addPage(page_, tr("Errors"), tr("Which images are right here and wrong beside, and the other way"));
  connect(&document_, &Document::opened, this, &ErrorsLink::startAnew);
  connect(&document_, &Document::dataChanged, this, &ErrorsLink::startAnew);
  connect(&document_, &Document::stepsChanged, this, &ErrorsLink::takeSteps);
  connect(&beside_, &BesideStep::changed, this, &ErrorsLink::update);
  connect(page_, &ErrorsPage::seenChanged, this, [this](bool seen) {
    seen_ = seen;
    failure_.clear();
    if (!seen) stopComparing();
    update();
  });
  connect(page_, &ErrorsPage::taskChosen, this, [this] {
    failure_.clear();
    page_->forgetImages();
    update();
  });
  connect(page_, &ErrorsPage::picturesWanted, this, &ErrorsLink::askForPictures);
  connect(page_, &ErrorsPage::imageOpened, this, [this](int task, qint64 image) {
    Q_EMIT probeWanted({task, image, {}}, 0);
  });
  connect(&jobs_, &JobRunner::started, this, [this] { compares_ = false; });
  connect(&jobs_, &JobRunner::progressed, this, [this](double share) {
    if (!compares_) return;
    share_ = share;
    showProgress();
  });
  // Queued, as those who have something else to do begin it first: see ChangesLink.
  const auto later = [this] { QMetaObject::invokeMethod(this, &ErrorsLink::update, Qt::QueuedConnection); };
  connect(
      &jobs_, &JobRunner::ended, this,
      [this, later] {
        if (!jobs_.isRunning()) compares_ = false;
        later();
      },
      Qt::QueuedConnection);
  connect(&run_, &RunController::stateChanged, this, later, Qt::QueuedConnection);
  update();
}

ErrorsLink::~ErrorsLink() { stopComparing(); }

void ErrorsLink::startAnew() {
  stopComparing();
  ++data_;
  answers_.clear();
  failure_.clear();
  steps_ = document_.session().steps.size();
  page_->setTasks(document_.taskTitles());
  page_->showReason({});
  update();
}

/// Answers are kept by the number of the step, which is another one's when steps are taken away.
void ErrorsLink::takeSteps() {
  const std::size_t steps = document_.session().steps.size();
  if (steps < steps_) return startAnew();
  steps_ = steps;
  update();
}

ErrorsLink::Pair ErrorsLink::wanted() const { return {document_.session().current, beside_.step(), page_->task()}; }

QString ErrorsLink::obstacle() const {
  if (!document_.isOpen()) return tr("Open models and their data to see what they get wrong.");
  if (document_.session().steps.empty())
    return tr(
        "Nothing is merged yet. With two steps or more, this compares what is right at one and wrong at another.");
  if (const QString why = ChangesLink::whyNotAnswered(document_, page_->task()); !why.isEmpty()) return why;
  if (beside_.chosen() < 0)
    return tr(
        "Choose a step above, at Beside, or in the history's menu: this then shows which images are right here and "
        "wrong there, and the other way.");
  if (beside_.step() < 0) return tr("The session stands at the step that was chosen: choose another one.");
  return {};
}

bool ErrorsLink::isShown() const { return page_->errors() != nullptr && shown_ == wanted(); }

void ErrorsLink::update() {
  if (const QString why = obstacle(); !why.isEmpty()) {
    stopComparing();
    return page_->showReason(why);
  }
  if (compares_ && !(pair_ == wanted())) stopComparing();
  const bool failed = !failure_.isEmpty() && failed_ == wanted();
  if (failed) return page_->showReason(tr("The answers could not be compared.") + QStringLiteral("\n\n") + failure_);
  const bool isDone = isShown() && page_->errors()->isWhole();
  if (!isDone && seen_ && run_.state() == RunState::Idle && !jobs_.isRunning()) compare();
  showProgress();
}

void ErrorsLink::showProgress() {
  if (!obstacle().isEmpty() || isShown()) return;
  if (compares_ && pair_ == wanted())
    return page_->showReason(
        tr("Comparing the answers of both (%1)").arg(style::withPercent(QLocale().toString(int(100 * share_)))));
  page_->showReason(tr("The answers are compared as soon as nothing else runs."));
}

void ErrorsLink::compare() {
  unwanted_ = StopSource();
  const Pair pair = wanted();
  ChangesRequest request{document_.session(),
                         pair.beside,
                         pair.task,
                         document_.data().at(std::size_t(pair.task)).test,
                         answers_.merged(pair.here, pair.task),
                         answers_.merged(pair.beside, pair.task),
                         unwanted_.token()};
  request.against = NetworkAtStep{pair.here, hereTitle(), besideTitle()};
  const auto isLate = [this, data = data_] { return data != data_; };
  ChangesNews news;
  news.teacherAnswered = [this, isLate, pair](int part, const AnswerPart& answers) {
    if (!isLate()) answers_.keepMerged(pair.here, pair.task, part, answers);
  };
  news.mergedAnswered = [this, isLate, pair](int part, const AnswerPart& answers) {
    if (!isLate()) answers_.keepMerged(pair.beside, pair.task, part, answers);
  };
  news.compared = [this, isLate, pair](const ShownChangesPtr& errors) {
    if (isLate() || !(pair == wanted()) || !obstacle().isEmpty()) return;
    shown_ = pair;
    page_->setErrors(errors);
  };
  news.failed = [this, isLate, pair](const QString& message) {
    if (isLate()) return;
    failure_ = message;
    failed_ = pair;
  };
  jobs_.start(tr("Comparing answers"),
              [request = std::move(request), news](JobContext& context) { compareAnswers(context, request, news); });
  compares_ = true;
  pair_ = pair;
  share_ = 0;
}

void ErrorsLink::askForPictures(int task, const std::vector<qint64>& images) {
  if (!document_.hasData()) return;
  jobs_.query(
      "thumbnails beside",
      [this, data = data_, task, images, set = document_.data().at(std::size_t(task)).test]() -> std::function<void()> {
        const std::vector<Thumbnail> pictures = thumbnailsOf(*set, images, GalleryModel::side);
        return [this, data, task, pictures] {
          if (data == data_ && task == page_->task()) page_->setPictures(pictures);
        };
      },
      [](const QString&) {});  // an image that can't be read is no failure
}

}  // namespace zipper
