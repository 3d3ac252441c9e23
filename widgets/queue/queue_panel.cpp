// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/queue/queue_panel.h"

#include <QHBoxLayout>
#include <QHeaderView>
#include <QItemSelectionModel>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QShortcut>
#include <QTableView>
#include <QVBoxLayout>
#include <algorithm>

#include "widgets/style/column_fit.h"
#include "widgets/style/flow_layout.h"

namespace zipper {

namespace {

constexpr int longestName = 100;

QLabel* sentence(const char* name) {
  auto* label = new QLabel;
  label->setObjectName(QLatin1String(name));
  label->setTextFormat(Qt::PlainText);
  label->setWordWrap(true);
  return label;
}

/// What decides how wide the columns have to be: texts, but of a time only how long it is, as it counts down.
QStringList widthsOf(const QueueModel& model) {
  QStringList widths;
  for (int row = 0; row < model.rowCount(); ++row)
    for (int column = 0; column < model.columnCount(); ++column) {
      const QString text = model.index(row, column).data().toString();
      widths << (column == QueueModel::Time ? QString::number(text.size()) : text);
    }
  return widths;
}

}  // namespace

QueuePanel::QueuePanel(QWidget* parent)
    : QWidget(parent),
      model_(new QueueModel(this)),
      view_(new QTableView),
      name_(new QLineEdit),
      total_(sentence("queueTotal")),
      note_(sentence("queueNote")),
      same_(sentence("queueSame")) {
  auto* layout = new QVBoxLayout(this);
  layout->setContentsMargins(10, 8, 10, 8);
  layout->setSpacing(6);
  layout->addWidget(buildTop());
  layout->addWidget(buildQuestion());
  buildView();
  layout->addWidget(view_, 1);
  layout->addWidget(total_);
  layout->addWidget(note_);
  layout->addWidget(buildButtons());
  note_->hide();
  refresh();
}

QPushButton* QueuePanel::button(const char* name, const QString& text, const QString& tip) {
  auto* made = new QPushButton(text);
  made->setObjectName(QLatin1String(name));
  made->setToolTip(tip);
  made->setAutoDefault(false);
  return made;
}

QWidget* QueuePanel::buildTop() {
  auto* top = new QWidget;
  auto* row = new QHBoxLayout(top);
  row->setContentsMargins(0, 0, 0, 0);
  auto* label = new QLabel(tr("Name:"));
  label->setBuddy(name_);
  name_->setObjectName(QStringLiteral("queueName"));
  name_->setMaxLength(longestName);
  name_->setPlaceholderText(tr("of the run, if you like"));
  name_->setToolTip(tr("What the run is called in the history"));
  add_ = button("queueAdd", tr("Add recipe"), tr("Puts the recipe, as the form has it now, at the end of the queue"));
  row->addWidget(label);
  row->addWidget(name_, 1);
  row->addWidget(add_);
  connect(add_, &QPushButton::clicked, this, &QueuePanel::addRequested);
  connect(name_, &QLineEdit::returnPressed, add_, &QPushButton::click);
  return top;
}

QWidget* QueuePanel::buildQuestion() {
  question_ = new QWidget;
  auto* column = new QVBoxLayout(question_);
  column->setContentsMargins(0, 0, 0, 0);
  column->setSpacing(4);
  auto* buttons = new QWidget;
  auto* flow = new style::FlowLayout(buttons, 6, 4);
  auto* anyway = button("queueAddAnyway", tr("Add anyway"), tr("Puts the recipe into the queue once more"));
  auto* leave = button("queueDontAdd", tr("Don't add"), tr("Leaves the queue as it is (Esc)"));
  flow->addWidget(anyway);
  flow->addWidget(leave);
  column->addWidget(same_);
  column->addWidget(buttons);
  auto* escape = new QShortcut(Qt::Key_Escape, question_);
  escape->setContext(Qt::WidgetWithChildrenShortcut);
  connect(escape, &QShortcut::activated, leave, &QPushButton::click);
  connect(leave, &QPushButton::clicked, this, [this] {
    askAboutSame({});
    name_->setFocus(Qt::OtherFocusReason);
  });
  connect(anyway, &QPushButton::clicked, this, [this] {
    askAboutSame({});
    Q_EMIT addAnywayRequested();
  });
  question_->hide();
  return question_;
}

QWidget* QueuePanel::buildButtons() {
  auto* buttons = new QWidget;
  auto* flow = new style::FlowLayout(buttons, 6, 4);
  start_ = button("queueStart", tr("Start queue"),
                  tr("Runs what waits, one after the other, each from the teachers. A failure doesn't stop the rest."));
  pause_ = button("queuePause", tr("Pause"), tr("Holds the step in work after the current batch, or goes on with it"));
  skip_ = button("queueSkip", tr("Skip"), tr("Gives up the run in work and goes on with the next recipe"));
  up_ = button("queueUp", tr("Move up"), tr("Runs the selected recipe earlier (Ctrl+Up)"));
  down_ = button("queueDown", tr("Move down"), tr("Runs the selected recipe later (Ctrl+Down)"));
  remove_ = button("queueRemove", tr("Remove"), tr("Takes the selected recipe out of the queue (Del)"));
  result_ = button("queueResult", tr("Go to result"), tr("Goes to the last step of the selected run (Enter)"));
  for (QPushButton* one : {start_, pause_, skip_, up_, down_, remove_, result_}) flow->addWidget(one);
  connect(start_, &QPushButton::clicked, this, &QueuePanel::startRequested);
  connect(pause_, &QPushButton::clicked, this,
          [this] { situation_.isPaused ? Q_EMIT resumeRequested() : Q_EMIT pauseRequested(); });
  connect(skip_, &QPushButton::clicked, this, &QueuePanel::skipRequested);
  connect(up_, &QPushButton::clicked, this, &QueuePanel::moveUp);
  connect(down_, &QPushButton::clicked, this, &QueuePanel::moveDown);
  connect(remove_, &QPushButton::clicked, this, &QueuePanel::remove);
  connect(result_, &QPushButton::clicked, this, &QueuePanel::goToResult);
  return buttons;
}

void QueuePanel::buildView() {
  view_->setModel(model_);
  view_->setObjectName(QStringLiteral("queueTable"));
  view_->setAccessibleName(tr("Recipes of the queue"));
  view_->setSelectionBehavior(QAbstractItemView::SelectRows);
  view_->setSelectionMode(QAbstractItemView::SingleSelection);
  view_->setHorizontalScrollMode(QAbstractItemView::ScrollPerPixel);
  view_->setAlternatingRowColors(true);
  view_->setShowGrid(false);
  view_->setWordWrap(false);
  view_->setTabKeyNavigation(false);  // Tab leaves the table
  view_->verticalHeader()->hide();
  view_->verticalHeader()->setDefaultSectionSize(view_->fontMetrics().height() + 8);
  view_->horizontalHeader()->setHighlightSections(false);
  columns_ = new style::ColumnFit(view_, view_->horizontalHeader(), QueueModel::Summary);
  connect(view_->selectionModel(), &QItemSelectionModel::currentRowChanged, this, &QueuePanel::refresh);
  connect(view_, &QTableView::doubleClicked, this, &QueuePanel::goToResult);
  addKey(Qt::Key_Return, &QueuePanel::goToResult);
  addKey(Qt::Key_Enter, &QueuePanel::goToResult);
  addKey(QKeySequence::Delete, &QueuePanel::remove);
  addKey(Qt::CTRL | Qt::Key_Up, &QueuePanel::moveUp);
  addKey(Qt::CTRL | Qt::Key_Down, &QueuePanel::moveDown);
}

void QueuePanel::addKey(const QKeySequence& keys, void (QueuePanel::*method)()) {
  auto* shortcut = new QShortcut(keys, view_);
  shortcut->setContext(Qt::WidgetShortcut);
  connect(shortcut, &QShortcut::activated, this, method);
}

void QueuePanel::setRows(std::vector<QueueRow> rows) {
  const int current = currentRow();
  const QStringList before = widthsOf(*model_);
  model_->setRows(std::move(rows));
  if (widthsOf(*model_) != before) columns_->fit();
  if (currentRow() < 0) setCurrentRow(std::min(std::max(0, current), model_->rowCount() - 1));
  refresh();
}

void QueuePanel::setSituation(const QueueSituation& situation) {
  situation_ = situation;
  refresh();
}

void QueuePanel::setNote(const QString& note) {
  note_->setText(note);
  note_->setVisible(!note.isEmpty());
}

/// The keyboard goes to what leaves all as it is: who pressed Enter twice by accident presses it a third time.
void QueuePanel::askAboutSame(const QString& sentence) {
  const bool isNew = !sentence.isEmpty() && !asksAboutSame();
  same_->setText(sentence);
  question_->setAccessibleName(sentence);
  question_->setVisible(!sentence.isEmpty());
  if (isNew) question_->findChild<QPushButton*>(QStringLiteral("queueDontAdd"))->setFocus(Qt::OtherFocusReason);
}

bool QueuePanel::asksAboutSame() const { return !question_->isHidden(); }

QString QueuePanel::takeName() {
  const QString name = name_->text().simplified();
  name_->clear();
  return name;
}

int QueuePanel::currentRow() const { return view_->currentIndex().isValid() ? view_->currentIndex().row() : -1; }

void QueuePanel::setCurrentRow(int row) {
  if (row >= 0 && row < model_->rowCount()) view_->setCurrentIndex(model_->index(row, QueueModel::Name));
}

/// One in work stays where it is.
bool QueuePanel::canChange(int row) const {
  if (row < 0 || row >= model_->rowCount()) return false;
  const QueueRow::State state = model_->rows()[std::size_t(row)].state;
  return state != QueueRow::State::Running && state != QueueRow::State::Paused;
}

bool QueuePanel::canMove(int row, int by) const { return canChange(row) && canChange(row + by); }

void QueuePanel::refresh() {
  const int row = currentRow();
  add_->setEnabled(situation_.canAdd);
  const QString tip = tr("Puts the recipe, as the form has it now, at the end of the queue");
  add_->setToolTip(situation_.whyNotAdd.isEmpty() ? tip : tip + u'\n' + situation_.whyNotAdd);
  start_->setEnabled(situation_.canStart);
  pause_->setEnabled(situation_.isAtWork);
  pause_->setText(situation_.isPaused ? tr("Continue") : tr("Pause"));
  skip_->setEnabled(situation_.isAtWork);
  up_->setEnabled(canMove(row, -1));
  down_->setEnabled(canMove(row, 1));
  remove_->setEnabled(canChange(row));
  result_->setEnabled(situation_.canGoTo && row >= 0 && row < model_->rowCount() &&
                      model_->rows()[std::size_t(row)].hasResult);
  total_->setText(totalText());
}

QString QueuePanel::totalText() const {
  if (model_->rowCount() == 0)
    return tr(
        "The queue is empty. Set up a recipe in the form and add it, then another one: different initializations, "
        "seeds or layers. Each is run from the teachers and becomes a run of the session.");
  int waiting = 0;
  double seconds = 0;
  bool known = true;
  for (const QueueRow& row : model_->rows()) {
    if (row.isDone()) continue;
    ++waiting;
    known = known && row.seconds >= 0;
    seconds += std::max(0.0, row.seconds);
  }
  if (waiting == 0) return tr("All recipes of the queue are through.");
  const QString recipes = tr("%Ln recipe(s) to run", nullptr, waiting);
  if (!known) return tr("%1. How long that takes is known as soon as something was measured.").arg(recipes);
  return tr("%1: %2 in all, estimated from what was measured on this machine.").arg(recipes, estimateText(seconds));
}

void QueuePanel::remove() {
  if (remove_->isEnabled()) Q_EMIT removeRequested(currentRow());
}

void QueuePanel::move(int by) {
  const int row = currentRow();
  if (!canMove(row, by)) return;
  Q_EMIT moveRequested(row, by);
  setCurrentRow(row + by);
}

void QueuePanel::goToResult() {
  if (result_->isEnabled()) Q_EMIT resultRequested(currentRow());
}

}  // namespace zipper
