// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/workbench/queue_link.h"

#include <QFile>
#include <algorithm>
#include <exception>
#include <utility>

#include "app/workbench/document.h"
#include "app/workbench/jobs/queue_file.h"
#include "app/workbench/run_controller.h"
#include "core/recipe/recipe_difference.h"
#include "core/session/run_tree.h"
#include "core/support/error.h"
#include "widgets/queue/queue_panel.h"
#include "widgets/recipe/recipe_panel.h"
#include "widgets/style/engine_texts.h"
#include "widgets/style/plain_text.h"

namespace zipper {

namespace {

std::filesystem::path queueFolder(const QString& folder) { return QFile::encodeName(folder).toStdString(); }

/// Whether both give the same weights: what a preset is called changes none.
bool doTheSame(const Recipe& one, const Recipe& other) {
  const auto differences = differencesOf(one, other);
  return std::all_of(differences.begin(), differences.end(), [](const RecipeDifference& difference) {
    return difference.field && *difference.field == RecipeField::Preset;
  });
}

constexpr qsizetype longestMessage = qsizetype(longestQueueText) / 4;  ///< in characters of up to four bytes

}  // namespace

QueueLink::QueueLink(Document& document, RunController& run, JobRunner& jobs, RecipePanel& recipe, QueuePanel& panel,
                     const QString& folder)
    : QObject(&panel), document_(document), run_(run), jobs_(jobs), form_(recipe), panel_(panel), folder_(folder) {
  connect(&document_, &Document::opened, this, &QueueLink::open);
  connect(&document_, &Document::dataChanged, this, &QueueLink::show);
  connect(&document_, &Document::stepsChanged, this, &QueueLink::show);
  connect(&document_, &Document::scoresChanged, this, &QueueLink::show);
  connect(&form_, &RecipePanel::recipeChanged, this, &QueueLink::showSituation);
  connectRun();
  connectPanel();
  open();
}

QueueLink::~QueueLink() { keepNow(); }

void QueueLink::connectRun() {
  connect(&run_, &RunController::failed, this,
          [this](const QString& what, const QString& message) { end(Work::End::Failed, what + u' ' + message); });
  connect(&run_, &RunController::cancelled, this, [this] { end(Work::End::Cancelled, {}); });
  connect(&run_, &RunController::allDone, this, [this] { end(Work::End::Finished, {}); });
  connect(&run_, &RunController::stateChanged, this, &QueueLink::show);
  connect(&run_, &RunController::progressChanged, this, [this] {
    if (work_) showRows();
  });
}

void QueueLink::connectPanel() {
  connect(&panel_, &QueuePanel::addRequested, this, &QueueLink::add);
  connect(&panel_, &QueuePanel::addAnywayRequested, this, &QueueLink::addAnyway);
  connect(&panel_, &QueuePanel::removeRequested, this, &QueueLink::remove);
  connect(&panel_, &QueuePanel::moveRequested, this, &QueueLink::move);
  connect(&panel_, &QueuePanel::startRequested, this, &QueueLink::start);
  connect(&panel_, &QueuePanel::pauseRequested, &run_, &RunController::pause);
  connect(&panel_, &QueuePanel::resumeRequested, &run_, &RunController::resume);
  connect(&panel_, &QueuePanel::skipRequested, this, &QueueLink::skip);
  connect(&panel_, &QueuePanel::resultRequested, this, &QueueLink::goToResult);
}

/// Another session: the queue is that of its networks.
void QueueLink::open() {
  work_.reset();
  keepNow();
  const auto path =
      document_.isOpen() ? queueFileFor(queueFolder(folder_), document_.session().recipe) : std::filesystem::path();
  if (!file_ || file_->path() != path) {
    entries_.clear();
    file_.reset();
    panel_.setNote({});
    if (document_.isOpen()) readFile(path);
  }
  show();
}

void QueueLink::readFile(const std::filesystem::path& path) {
  file_ = std::make_shared<QueueFile>(path);
  revision_ = 0;
  try {
    for (QueuedRecipe& recipe : file_->read(document_.session().layers())) entries_.push_back({std::move(recipe)});
  } catch (const Error& error) {
    Q_EMIT warned(
        tr("The queue that was kept can't be read and was set aside: %1").arg(style::engineText(error.what())));
  }
  if (const std::string trouble = file_->trouble(); !trouble.empty())
    panel_.setNote(tr("The queue isn't kept for the next start: %1").arg(style::engineText(trouble)));
  if (const int count = waiting(); count > 0)
    Q_EMIT told(tr("%Ln recipe(s) of the last time wait in the queue.", nullptr, count));
}

int QueueLink::waiting() const {
  return int(std::count_if(entries_.begin(), entries_.end(),
                           [](const Entry& entry) { return entry.recipe.state == QueueState::Waiting; }));
}

QString QueueLink::whyNotAdd() const {
  if (!document_.isOpen()) return tr("Open models and their data first.");
  if (work_) return tr("While the queue runs, the form shows the recipe in work.");
  if (run_.state() != RunState::Idle) return tr("The recipe can be added as soon as nothing runs.");
  if (!form_.isValid()) return tr("A field of the recipe is wrong.");
  if (entries_.size() >= mostQueuedRecipes) return tr("The queue is full: remove something.");
  return obstacle(form_.recipe());
}

QString QueueLink::obstacle(const Recipe& recipe) const {
  const Session& session = document_.session();
  if (recipe.steps.empty()) return tr("The recipe plans no layer.");
  if (!session.steps.empty() && recipe.bnPolicy != session.recipe.bnPolicy)
    return tr("Its batch normalization isn't that of the session, which has steps already.");
  const auto problems = problemsOf(recipe, session.layers());
  return problems.empty() ? QString() : style::engineText(problems.front());
}

void QueueLink::add() {
  if (!whyNotAdd().isEmpty()) return;
  const QString same = sameText();
  if (same.isEmpty()) return addAnyway();
  panel_.askAboutSame(same);
  Q_EMIT told(same);
}

/// One that failed or was skipped is worth another try.
QString QueueLink::sameText() const {
  Recipe recipe = form_.recipe();
  recipe.sources.clear();
  for (std::size_t i = 0; i < entries_.size(); ++i) {
    const QueuedRecipe& queued = entries_[i].recipe;
    const bool isDone = queued.state == QueueState::Done;
    if ((!isDone && queued.state != QueueState::Waiting) || !doTheSame(queued.recipe, recipe)) continue;
    const QString number = QString::number(i + 1);
    const QString place = queued.name.empty()
                              ? number
                              : tr("%1, “%2”", "place and name in the queue").arg(number, style::shown(queued.name));
    return isDone ? tr("The same recipe was run already (place %1); a second run gives the same result.").arg(place)
                  : tr("The same recipe waits already (place %1); a second run gives the same result.").arg(place);
  }
  return {};
}

void QueueLink::addAnyway() {
  if (!whyNotAdd().isEmpty()) return;
  Entry entry;
  entry.recipe.recipe = form_.recipe();
  entry.recipe.recipe.sources.clear();
  entry.recipe.name = panel_.takeName().toStdString();
  entries_.push_back(std::move(entry));
  changeEntries();
  panel_.setCurrentRow(int(entries_.size()) - 1);
  Q_EMIT told(tr("The recipe waits in the queue, at place %1.").arg(entries_.size()));
}

void QueueLink::remove(int row) {
  if (row < 0 || row >= int(entries_.size()) || (work_ && int(work_->place) == row)) return;
  entries_.erase(entries_.begin() + row);
  if (work_ && int(work_->place) > row) --work_->place;
  changeEntries();
}

void QueueLink::move(int row, int by) {
  const int other = row + by;
  for (const int place : {row, other})
    if (place < 0 || place >= int(entries_.size()) || (work_ && int(work_->place) == place)) return;
  std::swap(entries_[std::size_t(row)], entries_[std::size_t(other)]);
  changeEntries();
}

void QueueLink::start() {
  if (work_ || run_.state() != RunState::Idle || !document_.hasData() || waiting() == 0) return;
  Work work;
  work.form = document_.session().recipe;
  work.step = document_.session().current;
  work_ = work;
  Q_EMIT changed();
  runNext();
}

void QueueLink::runNext() {
  for (std::size_t place = 0; place < entries_.size(); ++place)
    if (entries_[place].recipe.state == QueueState::Waiting && begin(place)) return;
  finish(false);
}

/// False if it can't be run, which stays with it then.
bool QueueLink::begin(std::size_t place) {
  work_->place = place;
  work_->skips = false;
  work_->end = Work::End::None;
  QueuedRecipe& entry = entries_[place].recipe;
  const Recipe& recipe = entry.recipe;
  if (const QString why = obstacle(recipe); !why.isEmpty()) {
    entry.state = QueueState::Failed;
    entry.message = why.toStdString();
    changeEntries();
    return false;
  }
  run_.goTo(-1);
  showRecipe(recipe);
  nameRun(entry.name);
  run_.runAll();
  if (run_.state() != RunState::Running) {
    takeBackName();
    finish(true);
  }
  show();
  return true;
}

void QueueLink::nameRun(const std::string& name) {
  work_->run = runOfNextStep(document_.session());
  if (name.empty()) return;
  try {
    document_.setRunNote(work_->run, {name, {}});
  } catch (const Error& error) {  // of a file that somebody else wrote: a name in several lines, say
    Q_EMIT warned(style::engineText(error.what()));
  }
}

/// A run that came to nothing leaves no name to the next one.
void QueueLink::takeBackName() {
  const Session& session = document_.session();
  const std::string& name = entries_[work_->place].recipe.name;
  const bool isEmpty = work_->run >= int(runsOf(session).size());
  if (isEmpty && !name.empty() && noteOf(session, work_->run).name == name) document_.setRunNote(work_->run, {});
}

void QueueLink::showRecipe(const Recipe& recipe) {
  Recipe whole = recipe;
  whole.sources = document_.session().recipe.sources;
  document_.setRecipe(whole);
  form_.setRecipe(whole, document_.session().layers());
}

void QueueLink::skip() {
  if (!work_) return;
  work_->skips = true;
  run_.cancel();
}

/// The next one begins when all have heard of the end of this one.
void QueueLink::end(Work::End end, const QString& message) {
  if (!work_ || work_->end != Work::End::None) return;
  work_->end = end;
  work_->message = message;
  QMetaObject::invokeMethod(this, &QueueLink::takeEnd, Qt::QueuedConnection);
}

void QueueLink::takeEnd() {
  if (!work_ || work_->end == Work::End::None) return;
  Entry& entry = entries_[work_->place];
  const bool stops = work_->end == Work::End::Cancelled && !work_->skips;
  if (work_->end != Work::End::Finished) takeBackName();
  if (work_->end == Work::End::Failed) {
    entry.recipe.state = QueueState::Failed;
    entry.recipe.message = work_->message.left(longestMessage).toStdString();
  } else if (work_->end == Work::End::Finished) {
    const Session& session = document_.session();
    entry.recipe.state = QueueState::Done;
    entry.recipe.seconds = secondsOf(session.current);
    entry.result = session.steps.at(std::size_t(session.current))->values;
    entry.hasResult = true;
  } else if (!stops) {
    entry.recipe.state = QueueState::Skipped;
  }
  changeEntries();
  stops ? finish(true) : runNext();
}

void QueueLink::finish(bool stopped) {
  const Work work = *std::exchange(work_, std::nullopt);
  if (run_.state() == RunState::Idle) {
    showRecipe(work.form);
    run_.goTo(work.step);
  }
  show();
  Q_EMIT changed();
  const int failures = int(std::count_if(entries_.begin(), entries_.end(),
                                         [](const Entry& entry) { return entry.recipe.state == QueueState::Failed; }));
  if (stopped)
    Q_EMIT told(tr("The queue was stopped; %Ln recipe(s) wait.", nullptr, waiting()));
  else if (failures > 0)
    Q_EMIT told(tr("The queue is through; %Ln recipe(s) failed.", nullptr, failures));
  else
    Q_EMIT told(tr("The queue is through. Its runs are in the history."));
}

int QueueLink::stepOf(const Entry& entry) const {
  const auto values = entry.result.lock();
  const auto& steps = document_.session().steps;
  for (int step = 0; values && step < int(steps.size()); ++step)
    if (steps[std::size_t(step)]->values == values) return step;
  return -1;
}

double QueueLink::secondsOf(int step) const {
  double seconds = 0;
  for (const int index : document_.session().path(step))
    seconds += document_.session().steps[std::size_t(index)]->seconds;
  return seconds;
}

double QueueLink::estimate(const Recipe& recipe) const {
  if (!document_.isOpen() || !document_.hasData()) return -1;
  Session session = document_.session();
  session.current = -1;
  session.recipe.steps = recipe.steps;
  session.recipe.defaults = recipe.defaults;
  return run_.secondsFor(workOf(session, recipe.steps, workData(document_.data()), false));
}

QueueRow QueueLink::rowOf(std::size_t place) const {
  const Entry& entry = entries_[place];
  QueueRow row;
  row.name = style::shown(entry.recipe.name);
  row.summary = recipeSummary(entry.recipe.recipe);
  row.settings = recipeSettings(entry.recipe.recipe);
  row.message = style::shown(entry.recipe.message);
  row.hasResult = entry.hasResult && stepOf(entry) >= 0;
  row.seconds = entry.recipe.seconds;
  switch (entry.recipe.state) {
    case QueueState::Done:
      row.state = QueueRow::State::Done;
      return row;
    case QueueState::Failed:
      row.state = QueueRow::State::Failed;
      return row;
    case QueueState::Skipped:
      row.state = QueueRow::State::Skipped;
      return row;
    case QueueState::Waiting:
      break;
  }
  row.seconds = place < estimates_.size() ? estimates_[place] : -1;
  if (!work_ || work_->place != place) return row;
  row.state = run_.state() == RunState::Paused ? QueueRow::State::Paused : QueueRow::State::Running;
  if (run_.progress().secondsLeft >= 0) row.seconds = run_.progress().secondsLeft;
  return row;
}

void QueueLink::show() {
  estimates_.clear();
  for (const Entry& entry : entries_)
    estimates_.push_back(entry.recipe.state == QueueState::Waiting ? estimate(entry.recipe.recipe) : -1);
  showRows();
  showSituation();
}

void QueueLink::showRows() {
  std::vector<QueueRow> rows;
  for (std::size_t place = 0; place < entries_.size(); ++place) rows.push_back(rowOf(place));
  panel_.setRows(std::move(rows));
}

void QueueLink::showSituation() {
  QueueSituation situation;
  situation.whyNotAdd = whyNotAdd();
  situation.canAdd = situation.whyNotAdd.isEmpty();
  const bool idle = run_.state() == RunState::Idle;
  situation.canStart = !work_ && idle && document_.hasData() && waiting() > 0;
  situation.isPaused = work_ && run_.state() == RunState::Paused;
  situation.isAtWork = work_ && (run_.state() == RunState::Running || situation.isPaused);
  situation.canGoTo = idle && !work_;
  panel_.setSituation(situation);
  if (panel_.asksAboutSame()) panel_.askAboutSame(situation.canAdd ? sameText() : QString());
  Q_EMIT changed();
}

void QueueLink::changeEntries() {
  ++revision_;
  show();
  keep();
}

/// In the worker, as a disk may be slow.
void QueueLink::keep() {
  if (!file_ || file_->isWritten(revision_)) return;
  jobs_.query(
      "queue file",
      [file = file_, recipes = recipes(), revision = revision_]() -> std::function<void()> {
        file->write(recipes, revision);
        return [] {};
      },
      [this](const QString& message) { Q_EMIT warned(tr("The queue can't be kept: %1").arg(message)); });
}

void QueueLink::keepNow() {
  if (!file_ || file_->isWritten(revision_)) return;
  try {
    file_->write(recipes(), revision_);
  } catch (const std::exception&) {  // it was told when it was tried before
  }
}

std::vector<QueuedRecipe> QueueLink::recipes() const {
  std::vector<QueuedRecipe> all;
  for (const Entry& entry : entries_) all.push_back(entry.recipe);
  return all;
}

void QueueLink::goToResult(int row) {
  if (work_ || row < 0 || row >= int(entries_.size())) return;
  if (const int step = stepOf(entries_[std::size_t(row)]); step >= 0) run_.goTo(step);
}

}  // namespace zipper
