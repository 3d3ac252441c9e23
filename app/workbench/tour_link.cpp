// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/workbench/tour_link.h"

#include <QDialog>
#include <QDir>
#include <QKeyEvent>
#include <QMainWindow>
#include <QSettings>
#include <QShortcut>

#include "app/workbench/actions.h"
#include "app/workbench/document.h"
#include "app/workbench/guess_link.h"
#include "app/workbench/panels.h"
#include "app/workbench/run_controller.h"
#include "core/zippering/work_estimate.h"
#include "widgets/changes/changes_panel.h"
#include "widgets/layers/layers_panel.h"
#include "widgets/style/plain_text.h"
#include "widgets/tour/card_place.h"
#include "widgets/tour/guess_answer_view.h"
#include "widgets/tour/guess_form.h"
#include "widgets/tour/tour_card.h"
#include "widgets/tour/tour_overlay.h"
#include "widgets/tour/tour_stations.h"
#include "widgets/welcome/welcome_page.h"
#include "widgets/zipper_view/zipper_view.h"

namespace zipper {

namespace {

const char* const stationKey = "tour/station";
constexpr int watchInterval = 150;  ///< ms

std::optional<double> meanOf(const Scores& scores) {
  if (scores.empty()) return std::nullopt;
  return meanTop1(scores);
}

/// Which of the starts of the tour a step had; -1: another one.
int triedStart(const StepResult& step) {
  if (step.parent != -1 || !step.plan.target.mergesLayer()) return -1;
  switch (step.plan.settings.start.initialization) {
    case Initialization::Random:
      return 0;
    case Initialization::Mean:
      return 1;
    case Initialization::LeastSquares:
      return 2;
    default:
      return -1;
  }
}

bool saysTheSame(const TourMoment& a, const TourMoment& b) {
  return a.title == b.title && a.text == b.text && a.ask == b.ask && a.done == b.done && a.offer == b.offer &&
         a.asksGuess == b.asksGuess && a.showsGuess == b.showsGuess;
}

}  // namespace

TourLink::TourLink(Document& document, RunController& run, GuessLink& guess, Actions& actions, Panels& panels,
                   QMainWindow& window, const QString& samples)
    : QObject(&window),
      document_(document),
      run_(run),
      guess_(guess),
      actions_(actions),
      panels_(panels),
      window_(window),
      samples_(QDir::cleanPath(samples)),
      places_(window, actions, panels) {
  watch_.setInterval(watchInterval);
  connect(&watch_, &QTimer::timeout, this, &TourLink::refresh);
  connectState();
}

TourLink::~TourLink() = default;

void TourLink::connectState() {
  const auto look = [this] {
    if (on_) refresh();
  };
  connect(&document_, &Document::opened, this, look);
  connect(&document_, &Document::stepsChanged, this, look);
  connect(&document_, &Document::planChanged, this, look);
  connect(&document_, &Document::scoresChanged, this, look);
  connect(&run_, &RunController::stateChanged, this, look);
  connect(&guess_, &GuessLink::changed, this, look);
  connect(panels_.zipper, &ZipperView::layerSelected, this, [this, look](int layer) {
    layerChosen_ = true;
    if (form_ != nullptr) form_->setLayer(layer);
    look();
  });
}

void TourLink::build() {
  overlay_ = new TourOverlay(&window_);
  card_ = new TourCard(&window_);
  form_ = new GuessForm(card_);
  answer_ = new GuessAnswerView(card_);
  form_->hide();
  answer_->hide();
  connect(form_, &GuessForm::guessed, this, [this](int layer) { guess_.setGuess(layer, false); });
  connect(card_, &TourCard::nextRequested, this, &TourLink::next);
  connect(card_, &TourCard::backRequested, this, &TourLink::back);
  connect(card_, &TourCard::leaveRequested, this, &TourLink::leave);
  connect(card_, &TourCard::offerAccepted, this, &TourLink::accept);
  connect(card_, &TourCard::startOverRequested, this, [this] { goTo(TourStation::Why); });
  const auto key = [this](const QKeySequence& keys, void (TourLink::*then)()) {
    keys_.push_back(new QShortcut(keys, &window_));
    connect(keys_.back(), &QShortcut::activated, this, then);
  };
  key(Qt::ALT | Qt::Key_Right, &TourLink::next);
  key(Qt::ALT | Qt::Key_Left, &TourLink::back);
  key(Qt::Key_F8, &TourLink::swapFocus);
}

void TourLink::begin() {
  if (on_) return card_->focusAction();
  if (card_ == nullptr) build();
  on_ = true;
  for (QShortcut* key : keys_) key->setEnabled(true);
  window_.installEventFilter(this);  // behind that of a presentation: Esc leaves the tour first
  const TourStation left = tourStationFromName(QSettings().value(stationKey).toString());
  goTo(left);
  card_->setStartOver(left != TourStation::Why);
  overlay_->show();
  card_->show();
  place();
  card_->focusAction();
  watch_.start();
}

void TourLink::leave() {
  if (!on_) return;
  on_ = false;
  watch_.stop();
  window_.removeEventFilter(this);
  for (QShortcut* key : keys_) key->setEnabled(false);
  const bool hadFocus = card_->isAncestorOf(window_.focusWidget()) || card_->hasFocus();
  card_->hide();
  overlay_->hide();
  if (hadFocus) panels_.center->currentWidget()->setFocus();
}

void TourLink::goTo(TourStation station) {
  station_ = station;
  QSettings().setValue(stationKey, nameOf(station));
  layerChosen_ = exportSeen_ = false;
  entered_ = false;
  moment_ = {};
  card_->setStartOver(false);
  refresh();
}

void TourLink::next() {
  if (station_ != TourStation::Export) return goTo(TourStation(int(station_) + 1));
  QSettings().remove(stationKey);
  leave();
}

void TourLink::back() {
  if (station_ != TourStation::Why) goTo(TourStation(int(station_) - 1));
}

void TourLink::accept(TourOffer offer) {
  switch (offer) {
    case TourOffer::None:
      return;
    case TourOffer::OpenSample:
      return Q_EMIT sampleWanted();
    case TourOffer::ShowSession:
      return panels_.showSession();
    case TourOffer::GoToTeachers:
      return run_.goTo(-1);
    case TourOffer::GoToRun:
      return goTo(TourStation::Run);
  }
}

bool TourLink::isOfSample() const {
  const std::vector<TaskSource>& sources = document_.session().recipe.sources;
  if (sources.empty() || !document_.hasData()) return false;
  for (const TaskSource& source : sources)
    if (!QDir::cleanPath(style::unchanged(source.model)).startsWith(samples_ + QLatin1Char('/'))) return false;
  return true;
}

TourSituation TourLink::situation() const {
  TourSituation now;
  now.open = document_.isOpen();
  now.working = run_.state() != RunState::Idle && run_.state() != RunState::Empty;
  now.seen = panels_.center->currentWidget() != panels_.welcome;
  const auto* page = window_.findChild<QDialog*>(QStringLiteral("exportDialog"));
  now.exporting = exportSeen_ || (page != nullptr && page->isVisible());
  now.layerChosen = layerChosen_;
  now.layersSeen = places_.isInFront(panels_.layers);
  now.changesSeen = places_.isInFront(panels_.changes);
  now.guessed = guess_.guess() > 0;
  if (!now.open) return now;
  const Session& session = document_.session();
  now.ofSample = isOfSample();
  now.lesson = session.recipe.preset == "lesson";
  now.initialization = session.recipe.defaults.start.initialization;
  now.tasks = document_.taskTitles().join(QStringLiteral(", "));
  now.layers = session.layers();
  const MergeCost cost = mergeCost(session);
  now.parametersBefore = cost.separateParameters;
  now.parametersNow = cost.mergedParameters;
  addSteps(now);
  return now;
}

void TourLink::addSteps(TourSituation& now) const {
  const Session& session = document_.session();
  const std::vector<StepPlan> remaining = remainingSteps(session);
  now.mergedLayers = int(session.mergedLayers().size());
  now.steps = int(session.path().size());
  now.allDone = remaining.empty();
  now.teachers = meanOf(knownTeachers(session));
  if (session.current >= 0) {
    const Scores& scores = knownCalibrated(*session.steps[std::size_t(session.current)]);
    now.now = meanOf(scores);
    for (const Score& score : scores) now.testImages += score.images;
  }
  for (const auto& step : session.steps)
    if (const int start = triedStart(*step); start >= 0)
      now.tried[std::size_t(start)] = {meanOf(knownInitialized(*step)), meanOf(knownCalibrated(*step))};
  const double seconds = now.working ? run_.progress().secondsLeft : run_.secondsFor(remaining);
  if (seconds >= 0) now.secondsLeft = QString::fromStdString(roughDuration(seconds));
}

void TourLink::refresh() {
  if (!on_) return;
  const TourMoment before = moment_;
  const bool entered = entered_;
  const TourSituation now = situation();
  exportSeen_ = now.exporting;  // its page may be closed again
  moment_ = tourMoment(station_, now);
  entered_ = true;
  if (entered && moment_.goesOn && !before.done) return next();
  if (!entered || !saysTheSame(before, moment_)) {
    card_->setMoment(station_, moment_);
    showExtra();
  }
  if (!entered || before.target != moment_.target) places_.bringIntoView(moment_.target);
  place();
}

void TourLink::showExtra() {
  if (moment_.asksGuess) form_->setLayers(guess_.layersAhead());
  if (moment_.showsGuess) answer_->setAnswer(guess_.answer());
  card_->setExtra(moment_.asksGuess ? static_cast<QWidget*>(form_) : moment_.showsGuess ? answer_ : nullptr);
}

void TourLink::place() {
  const QRect target = places_.placeOf(moment_.target);
  const QSize most = window_.size() - 2 * QSize(cardEdge, cardEdge);
  QRect card = cardPlace(window_.size(), target, card_->sizeWithin(most));
  if (card.intersects(target)) card = cardPlace(window_.size(), target, card_->shapesWithin(most));
  overlay_->setGeometry(window_.rect());
  card_->setGeometry(card);
  overlay_->setPlaces(target, card);
  if (window_.children().last() == card_) return;
  overlay_->raise();
  card_->raise();
}

void TourLink::swapFocus() {
  const bool inside = card_->hasFocus() || card_->isAncestorOf(window_.focusWidget());
  inside ? places_.focus(moment_.target) : card_->focusAction();
}

bool TourLink::eventFilter(QObject* watched, QEvent* event) {
  if (on_ && watched == &window_) {
    if (event->type() == QEvent::Resize) place();
    if (event->type() == QEvent::KeyPress) {
      const auto* key = static_cast<QKeyEvent*>(event);
      if (key->key() == Qt::Key_Escape && key->modifiers() == Qt::NoModifier) return leave(), true;
    }
  }
  return QObject::eventFilter(watched, event);
}

}  // namespace zipper
