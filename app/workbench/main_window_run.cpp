// SPDX-License-Identifier: GPL-3.0-or-later

// The part of the main window that runs steps and keeps commands and panels in line with them.

#include <QApplication>
#include <QMessageBox>
#include <QStatusBar>
#include <algorithm>

#include "app/workbench/main_window.h"
#include "core/support/text_format.h"
#include "core/support/version.h"
#include "widgets/beside/errors_page.h"
#include "widgets/changes/changes_panel.h"
#include "widgets/costs/merge_estimate_panel.h"
#include "widgets/help/formats_dialog.h"
#include "widgets/history/history_panel.h"
#include "widgets/inspector/inspector_panel.h"
#include "widgets/layers/layers_panel.h"
#include "widgets/log/log_panel.h"
#include "widgets/queue/queue_panel.h"
#include "widgets/recipe/recipe_panel.h"
#include "widgets/style/dialogs.h"
#include "widgets/style/motion.h"
#include "widgets/style/plain_text.h"
#include "widgets/style/terms.h"
#include "widgets/summary/summary_card.h"
#include "widgets/try_it/try_panel.h"
#include "widgets/welcome/welcome_page.h"
#include "widgets/zipper_view/zipper_view.h"

namespace zipper {

namespace {

/// "A 90.10 %, B 98.00 % of 1,000 out of 10,000 test images"
QString scoresText(const Scores& scores) {
  QStringList parts;
  for (std::size_t task = 0; task < scores.size(); ++task) {
    const Score& score = scores[task];
    const QString top1 = QString::fromStdString(percentText(score.top1));
    if (score.drawnFrom == 0)
      parts << QString("%1 %2").arg(taskLetter(int(task)), top1);
    else
      parts << MainWindow::tr("%1 %2 of %3 out of %4 test images")
                   .arg(taskLetter(int(task)), top1, QString::fromStdString(withThousands(score.images)),
                        QString::fromStdString(withThousands(score.drawnFrom)));
  }
  return parts.join(", ");
}

/// "layer 3, initialization mean, in 2.1 s: top-1 A 90.10 %, B 98.00 %"
QString stepText(const StepResult& step) {
  const QString title = stepTitle(step.plan.target), time = QString::fromStdString(durationText(step.seconds));
  const QString scores = scoresText(knownCalibrated(step));
  if (step.plan.target.isFineTuning())
    return scores.isEmpty() ? MainWindow::tr("%1 in %2").arg(title, time)
                            : MainWindow::tr("%1 in %2: top-1 %3").arg(title, time, scores);
  const QString initialization = initializationName(step.plan.settings.start.initialization);
  return scores.isEmpty()
             ? MainWindow::tr("%1, initialization %2, in %3").arg(title, initialization, time)
             : MainWindow::tr("%1, initialization %2, in %3: top-1 %4").arg(title, initialization, time, scores);
}

}  // namespace

void MainWindow::connectRun() {
  for (const QAction* other : {actions_.step, actions_.runAll})
    connect(other, &QAction::triggered, this, [this] { runTarget_ = 0; });
  connect(actions_.step, &QAction::triggered, &run_, &RunController::step);
  connect(actions_.runToSelected, &QAction::triggered, this, [this] {
    runTarget_ = selectedLayer_;
    run_.runToLayer(selectedLayer_);
  });
  connect(actions_.runAll, &QAction::triggered, &run_, &RunController::runAll);
  connect(actions_.pause, &QAction::triggered, &run_, &RunController::pause);
  connect(actions_.resume, &QAction::triggered, &run_, &RunController::resume);
  connect(actions_.cancel, &QAction::triggered, &run_, &RunController::cancel);
  connect(actions_.stepBack, &QAction::triggered, &run_, &RunController::stepBack);
  connect(actions_.estimateCosts, &QAction::triggered, &mergeCosts_, &MergeCostLink::estimate);
  connect(actions_.suggestLayers, &QAction::triggered, &mergeCosts_, &MergeCostLink::suggest);
  connect(actions_.compare, &QAction::triggered, &comparison_, &CompareLink::open);
  connect(actions_.tryAgain, &QAction::triggered, this, [this] { tryAgain(document_.session().current); });
  connect(&run_, &RunController::stateChanged, this, [this] {
    updateCommands();
    panels_.welcome->setBusy(run_.state() == RunState::Busy ? run_.progress().what : QString());
    if (closeWhenIdle_ && (run_.state() == RunState::Idle || run_.state() == RunState::Empty)) close();
  });
  connect(&run_, &RunController::progressChanged, this, [this] { status_->show(run_.state(), run_.progress()); });
  connect(&run_, &RunController::stateChanged, this, [this] { status_->show(run_.state(), run_.progress()); });
  connect(&run_, &RunController::stepStarted, this, [this] {
    const StepTarget target = run_.planInWork()->target;
    if (target.mergesLayer() && followsRun_) selectLayer(target.layerNumber());
  });
  connect(&run_, &RunController::stateChanged, this, [this] {
    if (run_.state() != RunState::Idle && run_.state() != RunState::Empty) return;
    if (!std::exchange(followsRun_, true)) runTarget_ = 0;
  });
  connect(&run_, &RunController::failed, this, [this](const QString& what, const QString& message) {
    // A dialog would wait for somebody while the queue goes on.
    queue_.isAtWork() ? panels_.log->append(LogLevel::Error, what + " " + message) : showFailure(what, message);
  });
  connect(&run_, &RunController::allDone, this, [this] { tell(tr("All planned layers are merged.")); });
  connect(&run_, &RunController::cancelled, this, [this] {
    tell(tr("Cancelled. What was finished stays; what was in progress is dropped."));
    // The layer that was chosen, not the one that the run had come to.
    if (const int target = std::exchange(runTarget_, 0); target > 0 && document_.isOpen()) selectLayer(target);
  });
  connect(&jobs_, &JobRunner::warned, this, &MainWindow::warn);
  // Queued: what the worker delivers next is handled first, so that a session just opened isn't busy any more.
  connect(
      &run_, &RunController::stateChanged, this,
      [this] {
        if (run_.state() == RunState::Idle) run_.scoreTheRest();
      },
      Qt::QueuedConnection);
}

/// What works on networks beside the session's own steps.
void MainWindow::connectTools() {
  connect(actions_.sizes, &QAction::triggered, &sizes_, &SizesLink::open);
  connect(&sizes_, &SizesLink::ended, this, &MainWindow::tell);
  mergeCosts_.setMeasuredAdvice([this] { return sizes_.measuredAdvice(); });
  connect(actions_.guessFirst, &QAction::triggered, &guess_, &GuessLink::open);
  connect(&guess_, &GuessLink::changed, this, &MainWindow::updateCommands);
  connect(&comparison_, &CompareLink::exported, this,
          [this](const QString& path) { tell(tr("Wrote %1").arg(style::shown(path))); });
  connect(&comparison_, &CompareLink::ended, this, &MainWindow::tell);
  connect(&comparison_, &CompareLink::kept, &files_, &SessionController::keepForRecovery);
  connect(&comparison_, &CompareLink::failed, this, &MainWindow::showFailure);
  connect(actions_.copyCommand, &QAction::triggered, this, [this] { runs_.copyCommand(); });
  connect(actions_.compareRecipes, &QAction::triggered, this, [this] { runs_.compareRecipes(); });
  connect(&runs_, &RunsLink::told, this, &MainWindow::tell);
  connect(&runs_, &RunsLink::failed, this, &MainWindow::showFailure);
  connect(actions_.trainHead, &QAction::triggered, this, [this] { training_.openFor(true); });
  connect(actions_.fineTune, &QAction::triggered, this, [this] { training_.openFor(false); });
  connect(panels_.welcome, &WelcomePage::trainRequested, &training_, &TrainLink::openForTask);
  connect(&notices_, &NoticeLink::trainRequested, this, [this](int task) { training_.openForTask(task, true); });
  connect(&training_, &TrainLink::ended, this, &MainWindow::tell);
  connect(&training_, &TrainLink::wasRead, this, [](const QString& path) { style::rememberFolder(path); });
}

void MainWindow::connectViews() {
  connect(actions_.fit, &QAction::triggered, panels_.zipper, &ZipperView::fit);
  connect(actions_.zoomIn, &QAction::triggered, panels_.zipper, &ZipperView::zoomIn);
  connect(actions_.zoomOut, &QAction::triggered, panels_.zipper, &ZipperView::zoomOut);
  connect(actions_.nextPanel, &QAction::triggered, &panelKeys_, &PanelKeys::next);
  connect(actions_.previousPanel, &QAction::triggered, &panelKeys_, &PanelKeys::previous);
  connect(actions_.presentation, &QAction::toggled, &presentation_, &Presentation::setOn);
  connect(&presentation_, &Presentation::changed, this, [this](bool on) {
    actions_.presentation->setChecked(on);
    resetLayout_->setEnabled(!on);  // the layout is that from before
    on ? statusBar()->showMessage(tr("F11 or Esc ends the presentation."), 5000) : statusBar()->clearMessage();
  });
  connect(actions_.reducedMotion, &QAction::toggled, this, [](bool on) { style::setReducedMotion(on); });
  for (const auto& [action, choice] : {std::pair{actions_.themeSystem, Theme::Choice::System},
                                       {actions_.themeLight, Theme::Choice::Light},
                                       {actions_.themeDark, Theme::Choice::Dark}})
    connect(action, &QAction::triggered, this, [this, wanted = choice] {
      theme_.choose(wanted);
      saveSettings();
    });
  connect(actions_.guidedTour, &QAction::triggered, &tour_, &TourLink::begin);
  connect(panels_.welcome, &WelcomePage::tourRequested, &tour_, &TourLink::begin);
  connect(&tour_, &TourLink::sampleWanted, this, [this] { openSample(EmbeddedSample::Digits); });
  connect(actions_.fileFormats, &QAction::triggered, this, &MainWindow::showFileFormats);
  connect(actions_.about, &QAction::triggered, this, &MainWindow::showAbout);
}

void MainWindow::connectPanels() {
  connect(panels_.zipper, &ZipperView::layerSelected, this, &MainWindow::chooseLayer);
  connect(panels_.zipper, &ZipperView::runToLayerRequested, this, [this](int layer) {
    chooseLayer(layer);
    actions_.runToSelected->trigger();
  });
  connect(panels_.zipper, &ZipperView::mismatchScaleChanged, this, &MainWindow::tell);
  connect(panels_.zipper, &ZipperView::tryAgainRequested, this, &MainWindow::tryLayerAgain);
  connect(panels_.layers, &LayersPanel::layerSelected, this, &MainWindow::chooseLayer);
  connect(panels_.costs, &MergeEstimatePanel::layerSelected, this, &MainWindow::chooseLayer);
  connect(&changes_, &ChangesLink::probeWanted, this, &MainWindow::lookAt);
  connect(panels_.summary, &SummaryCard::changesWanted, this, [this](int task) {
    panels_.reveal(panels_.changes);
    panels_.changes->chooseTask(task);
  });
  connect(panels_.summary, &SummaryCard::tryingWanted, this, [this] {
    panels_.reveal(panels_.tryIt);
    panels_.tryIt->setFocus();
  });
  connect(panels_.history, &HistoryPanel::stepActivated, &run_, &RunController::goTo);
  connect(panels_.history, &HistoryPanel::runAgainRequested, this, &MainWindow::tryAgain);
  connect(panels_.history, &HistoryPanel::noteRequested, &runs_, &RunsLink::askNote);
  connect(panels_.history, &HistoryPanel::recipesRequested, &runs_, &RunsLink::compareRecipes);
  connect(panels_.history, &HistoryPanel::commandRequested, &runs_, &RunsLink::copyCommand);
  connect(panels_.recipe, &RecipePanel::recipeChanged, this, [this] {
    if (panels_.recipe->isValid() && document_.isOpen()) document_.setRecipe(panels_.recipe->recipe());
    updateCommands();
  });
  connect(&document_, &Document::stepsChanged, this, [this] {
    updateCommands();
    const Session& session = document_.session();
    const StepResult* step = session.current < 0 ? nullptr : session.steps[std::size_t(session.current)].get();
    const bool finished = run_.state() == RunState::Running || run_.state() == RunState::Cancelling;
    if (finished && step != nullptr)  // also one that was ready just before it could be cancelled
      panels_.log->append(LogLevel::Info, stepText(*step));
    else
      panels_.log->append(LogLevel::Info, step == nullptr ? tr("went to the teachers: nothing is merged")
                                                          : tr("went to %1").arg(stepTitle(step->plan.target)));
  });
  connect(&document_, &Document::scoresChanged, this, [this] {
    updateCommands();  // how long the plan takes is known now
    const Session& session = document_.session();
    panels_.log->append(LogLevel::Info, tr("teachers: top-1 %1").arg(scoresText(knownTeachers(session))));
  });
  connect(&document_, &Document::stepScored, this, [this](int index) {
    updateCommands();
    const StepResult& step = *document_.session().steps[std::size_t(index)];
    panels_.log->append(
        LogLevel::Info,
        tr("%1, all test images: top-1 %2").arg(stepTitle(step.plan.target), scoresText(step.calibrated)));
  });
  connect(&document_, &Document::dataChanged, this, [this] {
    updateCommands();
    if (!document_.missingData().empty()) return;
    tell(document_.session().teacherScores.empty() ? tr("The data set was opened; the teachers are scored on it anew.")
                                                   : tr("The data set was found; it is the one of the session."));
  });
}

void MainWindow::connectBeside() {
  connect(panels_.history, &HistoryPanel::besideRequested, this, [this](int step) {
    beside_.choose(step);
    panels_.inspector->showPage(errors_.page());
    panels_.reveal(panels_.inspector);
  });
  connect(&errors_, &ErrorsLink::probeWanted, this, &MainWindow::lookAt);
}

void MainWindow::connectQueue() {
  connect(actions_.enqueue, &QAction::triggered, this, [this] {
    queue_.add();
    panels_.reveal(panels_.queue);
  });
  connect(&queue_, &QueueLink::told, this, &MainWindow::tell);
  connect(&queue_, &QueueLink::warned, this, &MainWindow::warn);
  connect(&queue_, &QueueLink::changed, this, [this] { actions_.enqueue->setEnabled(queue_.whyNotAdd().isEmpty()); });
  actions_.enqueue->setEnabled(queue_.whyNotAdd().isEmpty());
}

void MainWindow::tryLayerAgain(int layer) {
  for (const int step : document_.session().path())
    if (document_.session().steps[std::size_t(step)]->plan.target.merges(layer)) return tryAgain(step);
}

void MainWindow::tryAgain(int step) {
  run_.tryAgain(step);
  panels_.reveal(panels_.recipe);
  panels_.recipe->setFocus();
  tell(tr("Choose another strategy in the recipe, then Step. What was undone stays in the history."));
}

void MainWindow::showFailure(const QString& what, const QString& message) {
  panels_.log->append(LogLevel::Error, what + " " + message);
  QWidget* page = exports_.front() != nullptr ? exports_.front() : training_.front();
  QWidget* parent = page != nullptr ? page : comparison_.front();
  // The engine says what to type into a terminal, in every language the same; here there is a button.
  if (!message.contains(QLatin1String("zipper train --from "))) return style::showError(parent, what, message);
  style::showError(parent, what, message, tr("Train a &Head…"),
                   [this] { training_.openForTask(std::max(0, training_.taskWithoutHead()), true); });
}

void MainWindow::showFileFormats() { (new FormatsDialog(this))->show(); }

void MainWindow::showAbout() {
  auto* box = new QMessageBox(QMessageBox::NoIcon, tr("About"), QString(), QMessageBox::Ok, this);
  box->setObjectName("aboutDialog");
  box->setAttribute(Qt::WA_DeleteOnClose);
  box->setIconPixmap(QApplication::windowIcon().pixmap(96));
  box->setTextFormat(Qt::RichText);
  box->setText(tr("<h3>Zipper Workbench %1</h3>"
                  "<p>Merges trained MobileNets into one multitask network, layer by layer, after Wu, Chan and Chen, "
                  "<i>On Merging MobileNets for Efficient Multitask Inference</i> (2019).</p>"
                  "<p>Free software under the GNU General Public License 3 or later.</p>")
                   .arg(QString::fromLatin1(version)));
  box->open();
}

}  // namespace zipper
