// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/welcome/welcome_page.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QScrollArea>
#include <QStackedWidget>
#include <QTimer>
#include <QVBoxLayout>
#include <algorithm>
#include <cmath>

#include "widgets/style/colors.h"
#include "widgets/style/motion.h"
#include "widgets/style/plain_text.h"
#include "widgets/style/work_bar.h"
#include "widgets/welcome/action_button.h"
#include "widgets/welcome/chosen_task.h"
#include "widgets/welcome/columns.h"
#include "widgets/welcome/recent_list.h"
#include "widgets/welcome/start_bar.h"
#include "widgets/welcome/task_card.h"
#include "widgets/welcome/task_cards.h"
#include "widgets/welcome/zipper_motif.h"

namespace zipper {

namespace {

QFont scaledFont(QFont font, double factor, bool bold = false) {
  if (font.pointSizeF() > 0) font.setPointSizeF(font.pointSizeF() * factor);
  font.setBold(bold);
  return font;
}

QLabel* makeHeading(const QString& text, QWidget* parent) {
  auto* label = new QLabel(text, parent);
  label->setContentsMargins(0, 0, 0, 4);
  return label;
}

bool isChosen(const ChosenTask& task) { return !(task.name.isEmpty() && task.model.isEmpty() && task.data.isEmpty()); }

}  // namespace

WelcomePage::WelcomePage(QWidget* parent)
    : QWidget(parent),
      motif_(new ZipperMotif),
      scroll_(new QScrollArea(this)),
      page_(new QWidget),
      column_(new QWidget(page_)) {
  columns_ = new QHBoxLayout;
  columns_->setSpacing(columnsBetween);
  actions_ = makeActions();
  columns_->addWidget(actions_, 1);
  right_ = new QStackedWidget(column_);
  right_->addWidget(makeRecent());
  right_->addWidget(makeTasks());
  columns_->addWidget(right_, 1);
  auto* inner = new QVBoxLayout(column_);
  inner->setContentsMargins(columnsEdge, 0, columnsEdge, 0);
  inner->setSpacing(20);
  inner->addWidget(makeTitle());
  inner->addLayout(columns_);
  auto* centered = new QHBoxLayout;
  centered->addStretch(1);
  centered->addWidget(column_, 1000);
  centered->addStretch(1);
  auto* layout = new QVBoxLayout(page_);
  layout->setContentsMargins(0, 12, 0, 12);
  layout->setSpacing(8);
  layout->addStretch(2);
  layout->addWidget(motif_);
  layout->addStretch(1);
  layout->addLayout(centered);
  layout->addStretch(2);
  layout->addWidget(makeFooter());
  scroll_->setWidget(page_);
  scroll_->setWidgetResizable(true);
  scroll_->setFrameShape(QFrame::NoFrame);
  scroll_->setFocusPolicy(Qt::NoFocus);
  auto* outer = new QVBoxLayout(this);
  outer->setContentsMargins(0, 0, 0, 0);
  outer->addWidget(scroll_, 1);
  outer->addWidget(makeStartBar());
  for (QWidget* part : {actions_, static_cast<QWidget*>(right_), scroll_->viewport()}) part->installEventFilter(this);
  setFocusProxy(sample_);
  applyScale();
  setTasks({{}, {}});
  setBack({});
  setBusy({});
}

QWidget* WelcomePage::makeTitle() {
  auto* box = new QWidget(column_);
  title_ = new QLabel(tr("Zipper Workbench"), box);
  sentence_ = new QLabel(
      tr("Merge trained MobileNets, layer by layer, into one network that serves all their tasks, and watch it learn."),
      box);
  sentence_->setWordWrap(true);
  auto* layout = new QVBoxLayout(box);
  layout->setContentsMargins(0, 0, 0, 0);
  layout->setSpacing(2);
  layout->addWidget(title_);
  layout->addWidget(sentence_);
  return box;
}

ActionButton* WelcomePage::addAction(QVBoxLayout* layout, ActionButton* button, const QString& help) {
  button->setToolTip(help);
  button->setWhatsThis(help);
  layout->addWidget(button);
  return button;
}

QWidget* WelcomePage::makeActions() {
  using Kind = ActionButton::Kind;
  auto* box = new QWidget(column_);
  auto* layout = new QVBoxLayout(box);
  layout->setContentsMargins(0, 0, 0, 0);
  layout->setSpacing(8);
  sample_ = addAction(layout,
                      new ActionButton(Kind::Primary, Glyph::Sample, tr("&Open the sample"),
                                       tr("Two small networks, fashion and digits, ready to step"), box),
                      tr("Opens two trained networks with their data: a complete session to try everything with."));
  photographs_ = addAction(layout,
                           new ActionButton(Kind::Secondary, Glyph::Sample, tr("Open the sample of &photographs"),
                                            tr("Flowers and clothes, in colour and 96×96"), box),
                           tr("Opens two networks that were trained on photographs, with their pictures."));
  tour_ = addAction(layout, new ActionButton(Kind::Secondary, Glyph::Sample, tr("Take the &guided tour"), {}, box),
                    tr("Ten stations that show what merging is for, on a sample that you merge yourself."));
  layout->addSpacing(6);
  models_.push_back(addAction(layout,
                              new ActionButton(Kind::Secondary, Sign(Glyph::Task, 0), tr("Open model &A…"), {}, box),
                              tr("Chooses the trained network of task A.")));
  models_.push_back(addAction(layout,
                              new ActionButton(Kind::Secondary, Sign(Glyph::Task, 1), tr("Open model &B…"), {}, box),
                              tr("Chooses the trained network of task B.")));
  auto* session = addAction(layout, new ActionButton(Kind::Secondary, Glyph::Session, tr("Open &session…"), {}, box),
                            tr("Opens a merge that was saved as a .zipper file."));
  back_ = addAction(layout, new ActionButton(Kind::Secondary, Glyph::Session, tr("Bac&k to the session"), {}, box),
                    tr("Goes back to the session that is open; nothing of it is lost."));
  layout->addStretch(1);
  connect(back_, &QPushButton::clicked, this, &WelcomePage::backRequested);
  connect(sample_, &QPushButton::clicked, this, &WelcomePage::sampleRequested);
  connect(photographs_, &QPushButton::clicked, this, &WelcomePage::photographsRequested);
  connect(tour_, &QPushButton::clicked, this, &WelcomePage::tourRequested);
  for (int task = 0; task < int(models_.size()); ++task)
    connect(models_[std::size_t(task)], &QPushButton::clicked, this, [this, task] { Q_EMIT openModelRequested(task); });
  connect(session, &QPushButton::clicked, this, &WelcomePage::openSessionRequested);
  return box;
}

QWidget* WelcomePage::makeRecent() {
  auto* box = new QWidget(column_);
  recentHeading_ = makeHeading(tr("Recent sessions"), box);
  recent_ = new RecentList(box);
  recentHeading_->setBuddy(recent_);
  auto* layout = new QVBoxLayout(box);
  layout->setContentsMargins(0, 0, 0, 0);
  layout->setSpacing(2);
  layout->addWidget(recentHeading_);
  layout->addWidget(recent_, 1);
  connect(recent_, &RecentList::chosen, this, &WelcomePage::sessionChosen);
  connect(recent_, &RecentList::removeRequested, this, &WelcomePage::removeRecentRequested);
  return box;
}

QWidget* WelcomePage::makeTasks() {
  auto* box = new QWidget(column_);
  tasksHeading_ = makeHeading(tr("Your networks"), box);
  auto* layout = new QVBoxLayout(box);
  layout->setContentsMargins(0, 0, 0, 0);
  layout->setSpacing(8);
  layout->addWidget(tasksHeading_);
  cards_ = new TaskCards(recent_, box);
  layout->addWidget(cards_);
  layout->addStretch(1);
  connect(cards_, &TaskCards::nameChanged, this, &WelcomePage::taskNameChanged);
  connect(cards_, &TaskCards::modelRequested, this, &WelcomePage::openModelRequested);
  connect(cards_, &TaskCards::dataRequested, this, &WelcomePage::openDataRequested);
  connect(cards_, &TaskCards::conventionsRequested, this, &WelcomePage::conventionsRequested);
  connect(cards_, &TaskCards::imagesRequested, this, &WelcomePage::imagesRequested);
  connect(cards_, &TaskCards::trainRequested, this, &WelcomePage::trainRequested);
  connect(cards_, &TaskCards::classesRequested, this, &WelcomePage::classesRequested);
  connect(cards_, &TaskCards::removeRequested, this, &WelcomePage::removeTaskRequested);
  return box;
}

StartBar* WelcomePage::makeStartBar() {
  startBar_ = new StartBar(this);
  connect(startBar_, &StartBar::addRequested, this, [this] {
    goesToNewCard_ = true;
    Q_EMIT addTaskRequested();
    goesToNewCard_ = false;
  });
  connect(startBar_, &StartBar::startRequested, this, &WelcomePage::startRequested);
  connect(startBar_, &StartBar::exactRequested, this, &WelcomePage::exactRequested);
  return startBar_;
}

QWidget* WelcomePage::makeFooter() {
  footer_ = new QStackedWidget(page_);
  footer_->setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
  hint_ = new QLabel(tr("Or drop model files, data folders or a session anywhere in this window."), footer_);
  hint_->setAlignment(Qt::AlignCenter);
  hint_->setWordWrap(true);
  auto* busy = new QWidget(footer_);
  busyText_ = new QLabel(busy);
  busyText_->setTextFormat(Qt::PlainText);
  busyBar_ = new style::WorkBar(busy);
  busyBar_->setFixedSize(160, 8);
  busyBar_->setAccessibleName(tr("Busy"));
  auto* layout = new QHBoxLayout(busy);
  layout->setContentsMargins(12, 0, 12, 0);
  layout->setSpacing(12);
  layout->addStretch(1);
  layout->addWidget(busyBar_);
  layout->addWidget(busyText_);
  layout->addStretch(1);
  footer_->addWidget(hint_);
  footer_->addWidget(busy);
  return footer_;
}

void WelcomePage::setRecent(const QStringList& paths) { recent_->setPaths(paths); }

void WelcomePage::setTasks(const std::vector<ChosenTask>& tasks) {
  const bool grows = tasks.size() > cards_->count();
  if (cards_->taskAt(focusWidget()) >= int(tasks.size())) startBar_->focusAdd();
  cards_->setTasks(tasks);
  const bool any = tasks.size() > 2 || std::any_of(tasks.begin(), tasks.end(), isChosen);
  showCards(any);
  applyScale();
  startBar_->setLacks(cards_->lacks());
  if (!goesToNewCard_ || !grows) return;
  TaskCard* card = cards_->card(tasks.size() - 1);
  card->modelButton()->setFocus();
  QTimer::singleShot(0, card, [this, card] { scroll_->ensureWidgetVisible(card); });  // once it has its place
}

bool WelcomePage::showsCards() const { return right_->currentIndex() == 1; }

void WelcomePage::showCards(bool cards) {
  right_->setCurrentIndex(cards ? 1 : 0);
  startBar_->setVisible(cards);
  // The cards choose models, and the way on is theirs.
  sample_->setKind(cards ? ActionButton::Kind::Secondary : ActionButton::Kind::Primary);
  for (std::size_t task = 0; task < models_.size(); ++task) {
    if (cards && models_[task] == focusWidget()) cards_->card(task)->modelButton()->setFocus();
    models_[task]->setVisible(!cards);
  }
}

void WelcomePage::setProblem(const QString& problem) { startBar_->setProblem(problem); }

void WelcomePage::setAdjustments(const QStringList& lines) { startBar_->setAdjustments(lines); }

void WelcomePage::setIdentical(int depth, int layers) { startBar_->setIdentical(depth, layers); }

void WelcomePage::setBack(const QString& session) {
  back_->setVisible(!session.isEmpty());
  back_->setText(tr("Bac&k to %1").arg(style::shownOnButton(session)));
}

void WelcomePage::setBusy(const QString& text) {
  const bool busy = !text.isEmpty();
  busyText_->setText(text);
  footer_->setCurrentIndex(busy ? 1 : 0);
  // A hidden bar would still be animated.
  busyBar_->setVisible(busy && !style::reducedMotion());
  for (QWidget* part : {actions_, static_cast<QWidget*>(right_), static_cast<QWidget*>(startBar_)})
    part->setEnabled(!busy);
}

void WelcomePage::applyScale() {
  const double wanted = std::clamp(std::min(width() / 1000.0, height() / 640.0), 1.0, 1.9);
  const double scale = std::round(wanted * 10) / 10;
  // With networks to read about there is no room to waste.
  motif_->setFixedHeight(showsCards() ? std::clamp(int(height() * 0.08), 40, 160)
                                      : std::clamp(int(height() * 0.22), 100, 300));
  if (scale != scale_) applyFonts(scale);
  const bool twoColumns = cardColumns() == 2;
  column_->setMaximumWidth(int((!showsCards() ? 900 : twoColumns ? 1400 : 1150) * scale));
  startBar_->setColumnsWidth(column_->maximumWidth());
  // Cards hold sentences, buttons a few words.
  columns_->setStretch(0, showsCards() && !twoColumns ? 2 : 1);
  columns_->setStretch(1, showsCards() ? 3 : 1);
  cards_->arrange(cardColumns());
}

int WelcomePage::cardColumns() const {
  if (!showsCards()) return 1;
  return cards_->columnsIn((std::min(width(), int(1400 * scale_)) - 2 * columnsEdge - columnsBetween) * 3 / 4);
}

bool WelcomePage::eventFilter(QObject* watched, QEvent* event) {
  if (event->type() == QEvent::Resize)
    startBar_->alignWith(actions_->width(), right_->width(), scroll_->width() - scroll_->viewport()->width());
  return QWidget::eventFilter(watched, event);
}

void WelcomePage::applyFonts(double scale) {
  scale_ = scale;
  const QFont base = font();
  page_->setFont(scaledFont(base, scale));
  title_->setFont(scaledFont(base, 2.2 * scale, true));
  sentence_->setFont(scaledFont(base, 1.15 * scale));
  for (QLabel* heading : {recentHeading_, tasksHeading_}) heading->setFont(scaledFont(base, 1.1 * scale, true));
  startBar_->setFont(scaledFont(base, scale));
  column_->layout()->setSpacing(int(20 * scale));
  actions_->layout()->setSpacing(int(8 * scale));
  recolor();
}

void WelcomePage::recolor() {
  for (QLabel* label : {sentence_, hint_}) {
    QPalette colors = palette();
    colors.setColor(QPalette::WindowText, style::mutedText(colors));
    label->setPalette(colors);
  }
}

void WelcomePage::resizeEvent(QResizeEvent* event) {
  QWidget::resizeEvent(event);
  applyScale();
}

void WelcomePage::changeEvent(QEvent* event) {
  QWidget::changeEvent(event);
  if (title_ == nullptr || scale_ == 0) return;
  if (event->type() == QEvent::PaletteChange) recolor();
  if (event->type() == QEvent::FontChange) {
    scale_ = 0;
    applyScale();
  }
}

}  // namespace zipper
