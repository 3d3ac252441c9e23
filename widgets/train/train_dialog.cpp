// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/train/train_dialog.h"

#include <QClipboard>
#include <QEvent>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QLabel>
#include <QLocale>
#include <QMenu>
#include <QPushButton>
#include <QScreen>
#include <QScrollArea>
#include <QSplitter>
#include <QStyle>
#include <QVBoxLayout>
#include <algorithm>

#include "core/zippering/work_estimate.h"
#include "widgets/style/colors.h"
#include "widgets/style/engine_texts.h"
#include "widgets/style/flow_layout.h"
#include "widgets/style/percent.h"
#include "widgets/style/plain_text.h"
#include "widgets/style/work_bar.h"
#include "widgets/train/train_form.h"
#include "widgets/train/train_texts.h"
#include "widgets/train/training_plot.h"

namespace zipper {

namespace {

constexpr int lookDelay = 300;  ///< milliseconds without a change before anything is read

QPushButton* trainButton(const QString& text, const char* name, const QString& help) {
  auto* button = new QPushButton(text);
  button->setObjectName(name);
  button->setToolTip(help);
  button->setWhatsThis(help);
  button->setAutoDefault(false);
  return button;
}

QLabel* lineLabel(const char* name) {
  auto* label = new QLabel;
  label->setObjectName(name);
  label->setTextFormat(Qt::PlainText);
  label->setWordWrap(true);
  label->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
  return label;
}

/// What a look depends on: not how often or how fast something is learned.
std::string lookKey(TrainingChoice choice) {
  const TrainingChoice usual;
  choice.out.clear();
  choice.epochs = usual.epochs;
  choice.learningRate = usual.learningRate;
  choice.weightDecay = usual.weightDecay;
  choice.labelSmoothing = usual.labelSmoothing;
  choice.seed = usual.seed;
  return trainingCommand(choice);
}

QString endText(const TrainingEnd& end) {
  const QLocale locale;
  if (end.path.empty()) return TrainDialog::tr("Stopped before an epoch was finished: nothing was written.");
  const QString file = style::shown(end.path);
  const QString best = end.stopped ? TrainDialog::tr("Stopped. The best network, of epoch %1, is in %2.")
                                         .arg(locale.toString(end.bestEpoch), file)
                                   : TrainDialog::tr("Finished. The best network, of epoch %1, is in %2.")
                                         .arg(locale.toString(end.bestEpoch), file);
  QStringList sentences{best};
  if (end.validationImages > 0)
    sentences << TrainDialog::tr("Validation top-1: %1 of %n image(s).", nullptr, int(end.validationImages))
                     .arg(style::percent(end.validationTop1, 2));
  if (end.testTop1)
    sentences << TrainDialog::tr("Test top-1: %1 of %n image(s).", nullptr, int(end.testImages))
                     .arg(style::percent(*end.testTop1, 2));
  return sentences.join(QLatin1Char(' '));
}

}  // namespace

TrainDialog::TrainDialog(QWidget* parent)
    : QDialog(parent, Qt::Window),
      form_(new TrainForm),
      network_(lineLabel("network")),
      status_(lineLabel("status")),
      best_(lineLabel("best")),
      bar_(new style::WorkBar),
      top1_(new TrainingPlot(TrainingPlot::Shows::Top1)),
      loss_(new TrainingPlot(TrainingPlot::Shows::Loss)),
      start_(trainButton(tr("&Start"), "startButton", tr("Train the network"))),
      pause_(trainButton(tr("&Pause"), "pauseButton", tr("Hold the training after the current batch"))),
      stop_(trainButton(tr("St&op"), "stopButton",
                        tr("End the training after the current batch; the best network so far is kept"))),
      copy_(trainButton(tr("Copy as Co&mmand"), "copyCommand", tr("Copy the line that does the same in a terminal"))),
      folder_(trainButton(tr("Show &Folder"), "folderButton", tr("Open the folder that the network was written to"))),
      use_(trainButton(tr("&Use as Task"), "useButton",
                       tr("Make the trained network, with its images, that of a task of the merge"))),
      uses_(new QMenu(this)) {
  setObjectName("trainDialog");
  setWindowTitle(tr("Train a network"));
  auto* splitter = new QSplitter(Qt::Horizontal);
  splitter->addWidget(buildLeft());
  splitter->addWidget(buildRight());
  splitter->setChildrenCollapsible(false);
  splitter->setStretchFactor(0, 2);
  splitter->setStretchFactor(1, 3);
  auto* column = new QVBoxLayout(this);
  column->addWidget(splitter, 1);
  column->addWidget(buildButtons());
  use_->setMenu(uses_);
  soon_.setSingleShot(true);
  soon_.setInterval(lookDelay);
  connect(&soon_, &QTimer::timeout, this, &TrainDialog::askForLook);
  connect(form_, &TrainForm::changed, this, &TrainDialog::choiceChanged);
  fillUses();
  choiceChanged();
  resize(QSize(1180, 780).boundedTo(screen()->availableSize() - QSize(16, 48)));  // with the frame
}

QWidget* TrainDialog::buildLeft() {
  formArea_ = new QScrollArea;
  formArea_->setObjectName("formArea");
  formArea_->setWidget(form_);
  formArea_->setWidgetResizable(true);
  formArea_->setFrameShape(QFrame::NoFrame);
  formArea_->setFocusPolicy(Qt::NoFocus);  // the keys are for what is in it
  formArea_->setMinimumWidth(form_->minimumSizeHint().width() +
                             formArea_->style()->pixelMetric(QStyle::PM_ScrollBarExtent));
  return formArea_;
}

QWidget* TrainDialog::buildRight() {
  auto* right = new QWidget;
  auto* column = new QVBoxLayout(right);
  column->addWidget(network_);
  column->addWidget(status_);
  column->addWidget(bar_);
  column->addWidget(best_);
  column->addWidget(top1_, 1);
  column->addWidget(loss_, 1);
  bar_->setFixedHeight(10);
  bar_->setAccessibleName(tr("Progress of the training"));
  bar_->hide();
  for (QLabel* label : {network_, best_}) label->hide();
  return right;
}

QWidget* TrainDialog::buildButtons() {
  QPushButton* close = trainButton(tr("&Close"), "closeButton", tr("Close this window; a training that runs goes on"));
  auto* row = new QWidget;
  auto* layout = new style::FlowLayout(row, 8, 4);
  for (QPushButton* button : {start_, pause_, stop_, copy_, folder_, use_, close}) layout->addWidget(button);
  connect(start_, &QPushButton::clicked, this, [this] { Q_EMIT startRequested(form_->choice()); });
  connect(pause_, &QPushButton::clicked, this, [this] { Q_EMIT pauseRequested(!paused_); });
  connect(stop_, &QPushButton::clicked, this, &TrainDialog::stopRequested);
  connect(copy_, &QPushButton::clicked, this, &TrainDialog::copyCommand);
  connect(folder_, &QPushButton::clicked, this, [this] { Q_EMIT folderRequested(result_); });
  connect(close, &QPushButton::clicked, this, &QDialog::reject);
  return row;
}

void TrainDialog::setTasks(const QStringList& titles, bool takesMore, int preferred) {
  tasks_ = titles;
  takesMore_ = takesMore;
  preferred_ = preferred < titles.size() ? preferred : -1;
  fillUses();
}

void TrainDialog::fillUses() {
  uses_->clear();
  QList<int> order;
  if (preferred_ >= 0) order << preferred_;
  for (int task = 0; task < tasks_.size(); ++task)
    if (task != preferred_) order << task;
  for (const int task : order) {
    QAction* action = uses_->addAction(tr("Task %1").arg(style::shownOnButton(tasks_[task])));
    action->setObjectName(QString("use.%1").arg(task));
    connect(action, &QAction::triggered, this, [this, task] { Q_EMIT useRequested(task); });
  }
  if (!takesMore_) return;
  QAction* more = uses_->addAction(tr("&New Task"));
  more->setObjectName("use.new");
  connect(more, &QAction::triggered, this, [this] { Q_EMIT useRequested(-1); });
}

void TrainDialog::setEnabledToStart(bool on) {
  if (on == canStart_) return;
  canStart_ = on;
  looked_.clear();
  choiceChanged();
}

void TrainDialog::setEnabledToUse(bool on) {
  canUse_ = on;
  updateButtons();
}

/// Only what a look would find otherwise makes it look again.
void TrainDialog::choiceChanged() {
  if (running_) return;
  if (lookKey(form_->choice()) != looked_)
    forgetLook();
  else
    showForecast();
  updateButtons();
}

void TrainDialog::forgetLook() {
  ++number_;  // an answer that is on its way is none any more
  soon_.stop();
  looked_.clear();
  network_->hide();
  const bool can = canStart_ && !form_->isEmpty();
  if (can && isVisible()) soon_.start();
  const QString problem = form_->problem();
  say(!canStart_           ? tr("Something else runs: a training can start when it has ended.")
      : !problem.isEmpty() ? problem
                           : tr("Images and network are being looked at …"));
}

void TrainDialog::askForLook() {
  if (!canStart_ || running_) return;
  const TrainingChoice choice = form_->choice();
  looked_ = lookKey(choice);
  Q_EMIT lookRequested(number_, choice);
}

void TrainDialog::setLook(int number, const TrainingLook& look) {
  if (number != number_ || running_) return;
  form_->setLook(look);
  network_->setText(look.network ? plannedNetworkText(*look.network) : QString());
  network_->setVisible(look.network.has_value());
  showForecast();
  updateButtons();
}

void TrainDialog::showForecast() {
  const QString problem = form_->problem();
  if (!problem.isEmpty())
    return say(problem, !form_->look().model.has_value() || !form_->look().data.has_value()
                            ? !form_->look().modelProblem.empty() || !form_->look().dataProblem.empty()
                            : true);
  if (!form_->look().pace) return say(QString());
  const TrainingChoice choice = form_->choice();
  TrainingPace pace = *form_->look().pace;
  pace.epochs = choice.epochs;
  say(trainingTimeText(pace.seconds(), pace.perPrepared > 0));
}

void TrainDialog::say(const QString& text, bool isProblem) {
  problem_ = isProblem;
  QPalette colors = palette();
  if (isProblem) colors.setColor(QPalette::WindowText, style::errorColor(colors));
  status_->setPalette(colors);
  status_->setText(text);
}

void TrainDialog::begin(const TrainingChoice& choice) {
  running_ = true;
  paused_ = stopping_ = false;
  result_.clear();
  trained_ = choice;
  top1_->start(choice.epochs);
  loss_->start(choice.epochs);
  bar_->setShare(-1);
  best_->hide();
  say(tr("The training begins …"));
  updateButtons();
}

void TrainDialog::setStates(const std::vector<TrainingState>& states, double share, double secondsLeft) {
  if (!running_ || states.empty()) return;
  top1_->append(states);
  loss_->append(states);
  bar_->setShare(share);
  if (paused_ || stopping_) return;
  const QString text = trainingStateText(states.back());
  say(secondsLeft < 0 ? text : tr("%1; about %2 left").arg(text, style::shown(roughDuration(secondsLeft))));
}

void TrainDialog::setBest(int epoch, double validationTop1) {
  top1_->setBest(epoch);
  best_->setText(tr("The best so far, validation top-1 %1, of epoch %2, is in the file already.")
                     .arg(style::percent(validationTop1, 2), QLocale().toString(epoch)));
  best_->show();
}

void TrainDialog::setPaused(bool paused) {
  paused_ = paused;
  if (paused) say(tr("Paused."));
  updateButtons();
}

void TrainDialog::setStopping() {
  stopping_ = true;
  paused_ = false;
  say(tr("Stopping …"));
  updateButtons();
}

void TrainDialog::end(const TrainingEnd& end) {
  running_ = paused_ = stopping_ = false;
  result_ = style::unchanged(end.path);
  best_->setVisible(false);
  if (end.bestEpoch > 0) top1_->setBest(end.bestEpoch);
  QString text = endText(end);
  if (!end.trouble.empty()) {
    const QString trouble = style::engineText(end.trouble);
    text = end.path.empty() ? trouble : trouble + QLatin1Char('\n') + text;
  }
  say(text, !end.trouble.empty());
  updateButtons();
  if (!result_.isEmpty()) use_->setFocus();
}

void TrainDialog::copyCommand() {
  QGuiApplication::clipboard()->setText(style::unchanged(trainingCommand(running_ ? trained_ : form_->choice())));
}

void TrainDialog::updateButtons() {
  form_->setEnabled(!running_);
  const TrainingLook& look = form_->look();
  start_->setEnabled(!running_ && canStart_ && form_->problem().isEmpty() && look.data.has_value() &&
                     look.network.has_value());
  pause_->setEnabled(running_ && !stopping_);
  pause_->setText(paused_ ? tr("&Go On") : tr("&Pause"));
  pause_->setToolTip(paused_ ? tr("Go on with the training that is held")
                             : tr("Hold the training after the current batch"));
  stop_->setEnabled(running_ && !stopping_);
  copy_->setEnabled(running_ || !form_->isEmpty());
  folder_->setEnabled(!result_.isEmpty());
  use_->setEnabled(!result_.isEmpty() && canUse_ && !running_);
  bar_->setVisible(running_);
}

void TrainDialog::showEvent(QShowEvent* event) {
  QDialog::showEvent(event);
  if (!event->spontaneous() && !running_ && looked_.empty() && result_.isEmpty()) forgetLook();
}

void TrainDialog::changeEvent(QEvent* event) {
  QDialog::changeEvent(event);
  if (event->type() == QEvent::PaletteChange && status_ != nullptr) say(status_->text(), problem_);
}

}  // namespace zipper
