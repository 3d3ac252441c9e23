// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/workbench/compare_link.h"

#include <QDateTime>
#include <QDir>
#include <QMessageBox>
#include <QPushButton>

#include "app/workbench/document.h"
#include "app/workbench/jobs/compare_job.h"
#include "app/workbench/run_controller.h"
#include "core/recipe/source_files.h"
#include "core/report/comparison_report.h"
#include "core/session/kept_comparison.h"
#include "core/support/error.h"
#include "widgets/compare/compare_dialog.h"
#include "widgets/compare/compare_form.h"
#include "widgets/compare/comparison_plot.h"
#include "widgets/compare/comparison_table.h"
#include "widgets/style/dialogs.h"
#include "widgets/style/engine_texts.h"
#include "widgets/style/plain_text.h"
#include "widgets/style/terms.h"

namespace zipper {

CompareLink::CompareLink(Document& document, RunController& run, JobRunner& jobs, QWidget& window)
    : QObject(&window), document_(document), run_(run), jobs_(jobs), window_(window) {
  connect(&document_, &Document::opened, this, [this] {  // what was compared were other networks
    finished_.reset();
    place_.reset();
    delete dialog_;
    dialog_ = nullptr;
  });
  connect(&document_, &Document::comparisonsChanged, this, [this] {
    if (dialog_ != nullptr) dialog_->setKept(document_.session().comparisons);
  });
  connect(&document_, &Document::planChanged, this, &CompareLink::refresh);
  connect(&run_, &RunController::stateChanged, this, &CompareLink::stateChanged);
  connect(&run_, &RunController::progressChanged, this, [this] {
    if (dialog_ != nullptr && dialog_->isRunning() && run_.progress().share >= 0)
      dialog_->setProgress(run_.progress().share);
  });
}

void CompareLink::build() {
  dialog_ = new CompareDialog(&window_);
  dialog_->form().setForecast([this](const CompareChoice& choice) {
    if (!document_.hasData()) return -1.0;
    Session session = document_.session();
    session.recipe = comparisonRecipe(session.recipe, choice);
    const auto strategies = strategiesOf(choice, session.recipe);
    return run_.secondsFor(comparisonWork(session, strategies, choice.seeds.size(), workData(document_.data())));
  });
  connect(dialog_, &CompareDialog::startRequested, this, &CompareLink::start);
  connect(dialog_, &CompareDialog::renameRequested, this, &CompareLink::rename);
  connect(dialog_, &CompareDialog::removeRequested, this, &CompareLink::askAndRemove);
  connect(dialog_, &CompareDialog::cancelRequested, &run_, &RunController::cancel);
  connect(dialog_, &CompareDialog::exportRequested, this, [this] {
    style::askTargetFolder(dialog_, tr("Folder for the report"),
                           [this](const QString& folder) { askAndExport(dialog_, folder); });
  });
}

void CompareLink::open() {
  if (dialog_ == nullptr) {
    build();
    const auto& kept = document_.session().comparisons;
    dialog_->setKept(kept);
    dialog_->setPlan(document_.session().recipe);
    dialog_->showKept(int(kept.size()) - 1);
  }
  refresh();
  dialog_->show();
  dialog_->raise();
  dialog_->activateWindow();
}

void CompareLink::openKept(int place) {
  open();
  dialog_->showKept(place);
}

void CompareLink::refresh() {
  if (dialog_ == nullptr) return;
  dialog_->setPlan(document_.session().recipe);
  dialog_->setEnabledToStart(run_.state() == RunState::Idle && document_.hasData());
}

void CompareLink::start(const CompareChoice& choice) {
  if (dialog_ == nullptr || run_.state() != RunState::Idle || !document_.hasData()) return;
  CompareRequest request{document_.session(), document_.data(), {}, choice.seeds};
  request.session.recipe = comparisonRecipe(request.session.recipe, choice);
  request.strategies = strategiesOf(choice, request.session.recipe);
  finished_.reset();
  place_.reset();
  runTitle_.clear();
  runs_ = choice.runs();
  dialog_->begin(choice, request.session.teacherScores);
  run_.startBusy(
      tr("Comparing strategies"), tr("The strategies couldn't be compared."),
      [request = std::move(request), news = news()](JobContext& context) { runComparison(context, request, news); },
      BusyWith::Comparison);
}

/// Another session takes the dialog away; what still comes of a comparison then has nowhere to go.
CompareNews CompareLink::news() {
  CompareNews news;
  news.runStarted = [this](const Strategy& strategy, std::uint64_t seed, int run, int runs) {
    runTitle_ = tr("Run %1 of %2: %3, seed %4").arg(run).arg(runs).arg(strategyTitle(strategy.name)).arg(seed);
    ComparisonRun empty;
    empty.strategy = strategy.name;
    empty.seed = seed;
    if (dialog_ != nullptr) dialog_->plot().setRun(empty);
    showStatus({});
  };
  news.stepStarted = [this](std::optional<StepTarget> target) { showStatus(target); };
  news.lossesArrived = [this](const std::vector<float>& losses) {
    if (dialog_ != nullptr) dialog_->plot().appendLosses(losses);
  };
  news.stepFinished = [this](const ComparisonRun& run) {
    if (dialog_ != nullptr) dialog_->plot().setRun(run);
  };
  news.runFinished = [this](const std::shared_ptr<const Comparison>& soFar) {
    if (dialog_ == nullptr) return;
    finished_ = soFar;
    keep();
    dialog_->setComparison(*soFar);
  };
  return news;
}

void CompareLink::showStatus(std::optional<StepTarget> target) {
  if (dialog_ == nullptr) return;
  const QString run = runTitle_.isEmpty() ? tr("Scoring the teachers") : runTitle_;
  const bool merges = target && target->mergesLayer();
  dialog_->setStatus(merges ? tr("%1, layer %2").arg(run, QString::number(target->layerNumber())) : run);
}

void CompareLink::stateChanged() {
  if (dialog_ == nullptr) return;
  const bool over = run_.state() == RunState::Idle || run_.state() == RunState::Empty;
  if (dialog_->isRunning() && over) {
    const int done = finished_ ? int(finished_->runs.size()) : 0;
    const QString text =
        done == runs_ ? tr("All runs are finished.") : tr("Stopped: %1 of %2 runs are finished.").arg(done).arg(runs_);
    dialog_->end(text, place_ ? int(*place_) : -1);
    Q_EMIT ended(text);
  }
  refresh();
}

QWidget* CompareLink::front() const {
  return dialog_ != nullptr && dialog_->isVisible() ? static_cast<QWidget*>(dialog_) : &window_;
}

void CompareLink::keep() {
  const auto now =
      std::make_shared<const KeptComparison>(KeptComparison{{}, QDateTime::currentSecsSinceEpoch(), *finished_});
  try {
    document_.keepComparison(now, place_);
    if (!place_) place_ = document_.session().comparisons.size() - 1;
    Q_EMIT kept();
  } catch (const Error& error) {
    Q_EMIT failed(tr("The session couldn't keep the comparison."), style::engineText(error.what()));
  }
}

void CompareLink::rename(int place, const QString& name) {
  try {
    document_.renameComparison(std::size_t(place), name.toStdString());
  } catch (const Error& error) {
    Q_EMIT failed(tr("The comparison couldn't get this name."), style::engineText(error.what()));
  }
}

void CompareLink::askAndRemove(int place) {
  QMessageBox* box = style::question(dialog_, tr("Remove this comparison from the session?"),
                                     tr("Its figures and curves are lost, unless a report of it was exported."));
  QPushButton* remove = box->addButton(tr("&Remove"), QMessageBox::DestructiveRole);
  box->setDefaultButton(box->addButton(tr("&Keep"), QMessageBox::RejectRole));  // Enter loses nothing
  connect(box, &QMessageBox::buttonClicked, this, [this, place, remove](QAbstractButton* button) {
    if (button == remove) document_.removeComparison(std::size_t(place));
  });
  box->open();
}

std::shared_ptr<const Comparison> CompareLink::shown() const {
  const int place = dialog_ == nullptr ? -1 : dialog_->shownPlace();
  if (place < 0) return finished_;
  const auto kept = document_.session().comparisons.at(std::size_t(place));
  return {kept, &kept->comparison};
}

void CompareLink::askAndExport(QWidget* parent, const QString& folder, const std::function<void()>& then) {
  QStringList names;
  for (const std::string& name : comparisonFileNames()) names << style::unchanged(name);
  style::askBeforeReplacing(parent, folder, names, [this, folder, then] { exportReport(folder, then); });
}

void CompareLink::exportReport(const QString& folder, const std::function<void()>& then) {
  const std::shared_ptr<const Comparison> comparison = shown();
  if (!comparison) return;
  jobs_.query(
      "comparison report",
      [this, folder, then, comparison, sources = sourceFiles(document_.session().recipe)]() -> std::function<void()> {
        refuseToReplaceIn(folder.toStdString(), comparisonFileNames(), sources);
        writeComparison(folder.toStdString(), *comparison);
        return [this, folder, then] {
          const QString path = QDir(folder).filePath("compare.html");
          style::rememberFolder(folder);
          if (dialog_ != nullptr && !dialog_->isRunning()) dialog_->setStatus(tr("Wrote %1").arg(style::shown(path)));
          Q_EMIT exported(path);
          if (then) then();
        };
      },
      [this](const QString& message) { Q_EMIT failed(tr("The report couldn't be written."), message); });
}

}  // namespace zipper
