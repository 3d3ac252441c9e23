// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/welcome/welcome_page.h"

#include <QEvent>
#include <QGridLayout>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QScrollArea>
#include <QStackedWidget>
#include <QTimer>
#include <QVBoxLayout>
#include <algorithm>
#include <cmath>

#include "core/network/task_names.h"
#include "widgets/style/colors.h"
#include "widgets/style/motion.h"
#include "widgets/style/plain_text.h"
#include "widgets/style/work_bar.h"
#include "widgets/welcome/action_button.h"
#include "widgets/welcome/chosen_task.h"
#include "widgets/welcome/lack.h"
#include "widgets/welcome/recent_list.h"
#include "widgets/welcome/task_card.h"
#include "widgets/welcome/zipper_motif.h"

namespace zipper {

namespace {

constexpr int edge = 32;     ///< left and right of the columns
constexpr int between = 32;  ///< the columns

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

/// Everything in a card that the Tab key comes to, in its order.
QList<QWidget*> stopsIn(const TaskCard& card) {
  QList<QWidget*> stops;
  for (QWidget* child : card.findChildren<QWidget*>())
    if (child->focusPolicy() != Qt::NoFocus) stops << child;
  return stops;
}

}  // namespace

WelcomePage::WelcomePage(QWidget* parent)
    : QWidget(parent),
      motif_(new ZipperMotif),
      scroll_(new QScrollArea(this)),
      page_(new QWidget),
      column_(new QWidget(page_)) {
  columns_ = new QHBoxLayout;
  columns_->setSpacing(between);
  actions_ = makeActions();
  columns_->addWidget(actions_, 1);
  right_ = new QStackedWidget(column_);
  right_->addWidget(makeRecent());
  right_->addWidget(makeTasks());
  columns_->addWidget(right_, 1);
  auto* inner = new QVBoxLayout(column_);
  inner->setContentsMargins(edge, 0, edge, 0);
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
  cardGrid_ = new QGridLayout;
  cardGrid_->setSpacing(8);
  layout->addLayout(cardGrid_);
  layout->addStretch(1);
  return box;
}

TaskCard* WelcomePage::makeCard(int task) {
  auto* card = new TaskCard(task, right_->widget(1));
  connect(card, &TaskCard::nameChanged, this,
          [this, task](const QString& name) { Q_EMIT taskNameChanged(task, name); });
  connect(card, &TaskCard::modelRequested, this, [this, task] { Q_EMIT openModelRequested(task); });
  connect(card, &TaskCard::dataRequested, this, [this, task] { Q_EMIT openDataRequested(task); });
  connect(card, &TaskCard::conventionsRequested, this, [this, task] { Q_EMIT conventionsRequested(task); });
  connect(card, &TaskCard::imagesRequested, this, [this, task] { Q_EMIT imagesRequested(task); });
  connect(card, &TaskCard::classesRequested, this, [this, task] { Q_EMIT classesRequested(task); });
  connect(card, &TaskCard::removeRequested, this, [this, task] { Q_EMIT removeTaskRequested(task); });
  return card;
}

void WelcomePage::setCardCount(std::size_t count) {
  while (cards_.size() > count) {
    TaskCard* card = cards_.back();
    cards_.pop_back();
    if (card->isAncestorOf(focusWidget())) add_->setFocus();
    card->hide();
    card->deleteLater();  // one of its buttons may be what asked for this
  }
  while (cards_.size() < count) {
    QWidget* before = cards_.empty() ? recent_ : stopsIn(*cards_.back()).back();
    TaskCard* card = makeCard(int(cards_.size()));
    cardGrid_->addWidget(card, int(cards_.size()), 0);
    card->show();
    // Widgets that are made later come last for the Tab key, behind all other panels.
    for (QWidget* stop : stopsIn(*card)) {
      setTabOrder(before, stop);
      before = stop;
    }
    cards_.push_back(card);
  }
  for (TaskCard* card : cards_) card->setRemovable(cards_.size() > 2);
  add_->setEnabled(int(count) < mostTasks);
}

/// Below what scrolls: however much there is to say of the networks, the way on stays in view. Its columns are those of
/// the page: what is in the way on the left, the buttons below the cards.
QWidget* WelcomePage::makeStartBar() {
  startBar_ = new QWidget(this);
  startColumn_ = new QWidget(startBar_);
  problem_ = new QLabel(startColumn_);
  problem_->setObjectName("draftProblem");
  problem_->setTextFormat(Qt::PlainText);
  problem_->setWordWrap(true);
  problem_->setAlignment(Qt::AlignLeft | Qt::AlignVCenter);
  startColumns_ = new QHBoxLayout(startColumn_);
  startColumns_->setContentsMargins(edge, 6, edge, 10);
  startColumns_->setSpacing(between);
  startColumns_->addWidget(problem_);
  startColumns_->addWidget(makeStartButtons());
  auto* centered = new QHBoxLayout(startBar_);
  centered->setContentsMargins(0, 0, 0, 0);
  centered->setSpacing(0);
  centered->addStretch(1);
  centered->addWidget(startColumn_, 1000);
  centered->addStretch(1);
  return startBar_;
}

QWidget* WelcomePage::makeStartButtons() {
  auto* buttons = new QWidget(startColumn_);
  add_ = new ActionButton(ActionButton::Kind::Secondary, Glyph::None, tr("Add &network"), {}, buttons);
  add_->setObjectName("addTask");
  add_->setToolTip(tr("Adds a card for one more network that is to be merged with the others."));
  add_->setWhatsThis(add_->toolTip());
  start_ = new ActionButton(ActionButton::Kind::Primary, Glyph::None, tr("S&tart"), {}, buttons);
  auto* layout = new QHBoxLayout(buttons);
  layout->setContentsMargins(0, 0, 0, 0);
  layout->setSpacing(8);
  layout->addWidget(add_, 1, Qt::AlignVCenter);
  layout->addWidget(start_, 2, Qt::AlignVCenter);
  connect(add_, &QPushButton::clicked, this, [this] {
    goesToNewCard_ = true;
    Q_EMIT addTaskRequested();
    goesToNewCard_ = false;
  });
  connect(start_, &QPushButton::clicked, this, &WelcomePage::startRequested);
  return buttons;
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
  const bool grows = tasks.size() > cards_.size();
  setCardCount(tasks.size());
  for (std::size_t task = 0; task < tasks.size(); ++task) cards_[task]->setChosen(tasks[task]);
  const bool any = tasks.size() > 2 || std::any_of(tasks.begin(), tasks.end(), isChosen);
  showCards(any);
  applyScale();
  updateStart();
  if (!goesToNewCard_ || !grows) return;
  cards_.back()->modelButton()->setFocus();
  QTimer::singleShot(0, this, [this] { scroll_->ensureWidgetVisible(cards_.back()); });  // once it has its place
}

bool WelcomePage::showsCards() const { return right_->currentIndex() == 1; }

void WelcomePage::showCards(bool cards) {
  right_->setCurrentIndex(cards ? 1 : 0);
  startBar_->setVisible(cards);
  // The cards choose models, and the way on is theirs.
  sample_->setKind(cards ? ActionButton::Kind::Secondary : ActionButton::Kind::Primary);
  for (std::size_t task = 0; task < models_.size(); ++task) {
    if (cards && models_[task] == focusWidget()) cards_[task]->modelButton()->setFocus();
    models_[task]->setVisible(!cards);
  }
}

QString WelcomePage::lacking() const {
  std::vector<Lack> lacks;
  for (const TaskCard* card : cards_) lacks.push_back(card->lack());
  return lackText(lacks);
}

void WelcomePage::updateStart() {
  const QString lack = lacking();
  const bool ready = misfit_.isEmpty() && lack.isEmpty();
  start_->setEnabled(ready);
  problem_->setText(misfit_.isEmpty() ? lack : misfit_);
  const QString help = ready ? tr("Begins a session with these %n networks.", nullptr, int(cards_.size()))
                             : problem_->text().toHtmlEscaped().replace(QLatin1Char('\n'), QLatin1Char(' '));
  start_->setToolTip(help);
  start_->setWhatsThis(help);
  recolor();
}

void WelcomePage::setProblem(const QString& problem) {
  misfit_ = problem;
  updateStart();
}

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
  for (QWidget* part : {actions_, static_cast<QWidget*>(right_), startBar_}) part->setEnabled(!busy);
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
  startColumn_->setMaximumWidth(column_->maximumWidth());
  // Cards hold sentences, buttons a few words.
  columns_->setStretch(0, showsCards() && !twoColumns ? 2 : 1);
  columns_->setStretch(1, showsCards() ? 3 : 1);
  arrangeCards();
}

int WelcomePage::cardColumns() const {
  if (!showsCards() || cards_.size() <= 2) return 1;
  // As much room for each as makes sentences of a few lines.
  const int room = (std::min(width(), int(1400 * scale_)) - 2 * edge - between) * 3 / 4;
  return room / 2 >= 26 * page_->fontMetrics().height() ? 2 : 1;
}

void WelcomePage::arrangeCards() {
  const int columns = cardColumns();
  for (int task = 0; task < int(cards_.size()); ++task) {
    TaskCard* card = cards_[std::size_t(task)];
    int row = 0, column = 0, rows = 0, spans = 0;
    cardGrid_->getItemPosition(cardGrid_->indexOf(card), &row, &column, &rows, &spans);
    if (row == task / columns && column == task % columns) continue;
    cardGrid_->removeWidget(card);
    cardGrid_->addWidget(card, task / columns, task % columns);
  }
  for (int column = 0; column < 2; ++column) cardGrid_->setColumnStretch(column, column < columns ? 1 : 0);
}

/// Scroll bars and long words make the columns another width than their share of the page.
void WelcomePage::alignStartBar() {
  startBar_->layout()->setContentsMargins(0, 0, scroll_->width() - scroll_->viewport()->width(), 0);
  startColumns_->setStretch(0, std::max(1, actions_->width()));
  startColumns_->setStretch(1, std::max(1, right_->width()));
}

bool WelcomePage::eventFilter(QObject* watched, QEvent* event) {
  if (event->type() == QEvent::Resize) alignStartBar();
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
  QPalette colors = palette();
  colors.setColor(QPalette::WindowText, misfit_.isEmpty() ? style::mutedText(colors) : style::errorColor(colors));
  problem_->setPalette(colors);
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
