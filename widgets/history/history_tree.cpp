// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/history/history_tree.h"

#include <QAction>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QItemSelectionModel>
#include <QLabel>
#include <QPushButton>
#include <QShortcut>
#include <QTreeView>
#include <QVBoxLayout>
#include <algorithm>

#include "widgets/history/history_delegate.h"
#include "widgets/history/history_model.h"
#include "widgets/style/column_fit.h"

namespace zipper {

namespace {

using Mark = HistoryModel::Mark;

/// A button that does what the action does and is enabled with it.
QPushButton* buttonFor(QAction* action, const char* name) {
  auto* button = new QPushButton(action->text());
  button->setObjectName(name);
  button->setToolTip(action->toolTip());
  button->setEnabled(action->isEnabled());
  QObject::connect(button, &QPushButton::clicked, action, &QAction::trigger);
  QObject::connect(action, &QAction::enabledChanged, button, &QWidget::setEnabled);
  return button;
}

}  // namespace

HistoryTree::HistoryTree(QWidget* parent)
    : QWidget(parent),
      model_(new HistoryModel(this)),
      view_(new QTreeView),
      hint_(new QLabel(tr("Steps appear here as layers are merged."))),
      go_(new QAction(tr("&Go to step"), this)),
      again_(new QAction(tr("&Try again from here"), this)),
      beside_(new QAction(tr("Show &beside in the inspector"), this)),
      toggle_(new QAction(tr("&Show in curves"), this)),
      note_(addRunAction(tr("&Name and Notes…"),
                         tr("What the run of the selected row is called, and notes on it (F2)."),
                         &HistoryTree::noteRequested)),
      recipes_(addRunAction(tr("Compare &Recipes…"),
                            tr("Which settings differ between this run and another one, the recipe panel or a file."),
                            &HistoryTree::recipesRequested)),
      command_(addRunAction(tr("Copy as Co&mmand"),
                            tr("Copies the zipper merge that does the steps of this run from the beginning."),
                            &HistoryTree::commandRequested)),
      columns_(nullptr) {
  buildView();
  buildActions();
  buildLayout();
  refreshActions();
}

void HistoryTree::buildView() {
  view_->setModel(model_);
  view_->setItemDelegate(new HistoryDelegate(view_));
  columns_ = new style::ColumnFit(view_, view_->header(), HistoryModel::Step);
  columns_->setNarrowest([this] { return widestStep(); });
  view_->setAccessibleName(tr("Steps of the session"));
  view_->setWhatsThis(
      tr("All steps of the session. A new run begins wherever another strategy was tried. The triangle "
         "marks where the session stands, dots the way there, rings the steps aside. Nothing is lost by "
         "going to another step."));
  view_->setSelectionBehavior(QAbstractItemView::SelectRows);
  view_->setEditTriggers(QAbstractItemView::NoEditTriggers);
  view_->setExpandsOnDoubleClick(false);
  view_->setAllColumnsShowFocus(true);
  view_->setUniformRowHeights(true);
  view_->setAlternatingRowColors(true);
  view_->setHorizontalScrollMode(QAbstractItemView::ScrollPerPixel);
  view_->header()->setSectionsMovable(false);
  connect(model_, &HistoryModel::hiddenRunsChanged, this, &HistoryTree::runVisibilityChanged);
  connect(model_, &HistoryModel::rowsInserted, view_, [this](const QModelIndex& parent, int first, int last) {
    for (int row = first; row <= last && !parent.isValid(); ++row) view_->expand(model_->index(row, 0));
  });
  connect(view_->selectionModel(), &QItemSelectionModel::currentRowChanged, this, &HistoryTree::refreshActions);
  connect(view_, &QTreeView::expanded, columns_, &style::ColumnFit::fit);
  connect(view_, &QTreeView::doubleClicked, this, &HistoryTree::activateCurrent);
}

void HistoryTree::buildActions() {
  go_->setToolTip(tr("Continues from the selected step (Enter or double click). All other steps are kept."));
  again_->setToolTip(tr("Goes to where the selected step began, to try another strategy. The step is kept."));
  beside_->setToolTip(
      tr("Compares the selected step with the one where the session stands: weights, maps and errors."));
  toggle_->setToolTip(tr("Shows or hides the selected run in the curves (space bar)."));
  toggle_->setCheckable(true);
  connect(go_, &QAction::triggered, this, &HistoryTree::activateCurrent);
  connect(again_, &QAction::triggered, this, &HistoryTree::runAgain);
  connect(beside_, &QAction::triggered, this,
          [this] { Q_EMIT besideRequested(view_->currentIndex().data(HistoryModel::StepRole).toInt()); });
  connect(toggle_, &QAction::triggered, this, &HistoryTree::toggleCurrentRun);
  addShortcut(Qt::Key_Return, &HistoryTree::activateCurrent);
  addShortcut(Qt::Key_Enter, &HistoryTree::activateCurrent);
  addShortcut(Qt::Key_Space, &HistoryTree::toggleCurrentRun);

  auto* separator = new QAction(this);
  separator->setSeparator(true);
  auto* expand = new QAction(tr("&Expand all"), this);
  auto* collapse = new QAction(tr("&Collapse all"), this);
  connect(expand, &QAction::triggered, view_, &QTreeView::expandAll);
  connect(collapse, &QAction::triggered, view_, &QTreeView::collapseAll);
  auto* runSeparator = new QAction(this);
  runSeparator->setSeparator(true);
  note_->setShortcut(Qt::Key_F2);
  note_->setShortcutContext(Qt::WidgetShortcut);
  view_->addActions(
      {go_, again_, beside_, toggle_, runSeparator, note_, recipes_, command_, separator, expand, collapse});
  view_->setContextMenuPolicy(Qt::ActionsContextMenu);
}

QAction* HistoryTree::addRunAction(const QString& text, const QString& tip, void (HistoryTree::*signal)(int)) {
  auto* action = new QAction(text, this);
  action->setToolTip(tip);
  connect(action, &QAction::triggered, this, [this, signal] {
    if (const int run = selectedRun(); run >= 0) Q_EMIT(this->*signal)(run);
  });
  return action;
}

int HistoryTree::selectedRun() const {
  const QModelIndex index = view_->currentIndex();
  return index.isValid() ? index.data(HistoryModel::RunRole).toInt() : -1;
}

/// The names of the runs are long and give way; a step's is short and is the only place that tells its layer.
int HistoryTree::widestStep() const {
  int widest = 0;
  for (int row = 0; row < model_->rowCount(); ++row) {
    const QModelIndex run = model_->index(row, HistoryModel::Step);
    for (int step = 0; step < model_->rowCount(run); ++step)
      widest = std::max(widest, view_->sizeHintForIndex(model_->index(step, HistoryModel::Step, run)).width());
  }
  const int levels = 2;  // runs and steps, see QTreeView::rootIsDecorated
  return widest + levels * view_->indentation();
}

void HistoryTree::addShortcut(int key, void (HistoryTree::*method)()) {
  auto* shortcut = new QShortcut(QKeySequence(key), view_);
  shortcut->setContext(Qt::WidgetShortcut);
  connect(shortcut, &QShortcut::activated, this, method);
}

void HistoryTree::buildLayout() {
  hint_->setAlignment(Qt::AlignVCenter | Qt::AlignLeft);
  hint_->setWordWrap(true);
  auto* buttons = new QHBoxLayout;
  buttons->addWidget(buttonFor(go_, "goToStep"));
  buttons->addWidget(buttonFor(again_, "tryAgain"));
  buttons->addStretch();
  auto* layout = new QVBoxLayout(this);
  layout->addWidget(view_, 1);
  layout->addWidget(hint_);
  layout->addLayout(buttons);
}

void HistoryTree::setSession(const Session& session) {
  const bool moved = session.current != current_;
  const bool other = model_->setSession(session);
  current_ = session.current;
  if (other) view_->expandAll();
  if (other || moved) view_->scrollTo(model_->indexOfStep(current_));
  hint_->setVisible(session.steps.empty());
  columns_->fit();
  refreshActions();
}

void HistoryTree::setNavigationEnabled(bool enabled) {
  navigation_ = enabled;
  refreshActions();
}

QSet<int> HistoryTree::hiddenRuns() const { return model_->hiddenRuns(); }

void HistoryTree::setRunVisible(int run, bool visible) { model_->setRunVisible(run, visible); }

void HistoryTree::activateCurrent() {
  if (go_->isEnabled()) Q_EMIT stepActivated(view_->currentIndex().data(HistoryModel::StepRole).toInt());
}

void HistoryTree::toggleCurrentRun() {
  const QModelIndex index = view_->currentIndex().siblingAtColumn(HistoryModel::Step);
  if (!toggle_->isEnabled()) return;
  const bool shown = index.data(Qt::CheckStateRole).toInt() == Qt::Checked;
  model_->setData(index, int(shown ? Qt::Unchecked : Qt::Checked), Qt::CheckStateRole);
  refreshActions();
}

void HistoryTree::runAgain() { Q_EMIT runAgainRequested(view_->currentIndex().data(HistoryModel::StepRole).toInt()); }

void HistoryTree::refreshActions() {
  const QModelIndex index = view_->currentIndex();
  const auto mark = Mark(index.data(HistoryModel::MarkRole).toInt());
  const bool isRun = index.isValid() && mark == Mark::Run;
  const bool isStep = index.isValid() && !isRun && mark != Mark::Teachers;
  const bool elsewhere = index.isValid() && index.data(HistoryModel::StepRole).toInt() != current_;
  go_->setEnabled(navigation_ && elsewhere);
  again_->setEnabled(navigation_ && isStep);
  beside_->setEnabled(elsewhere && mark != Mark::Teachers);
  toggle_->setEnabled(isRun);
  for (QAction* action : {note_, recipes_, command_}) action->setEnabled(selectedRun() >= 0);
  toggle_->setChecked(isRun &&
                      index.siblingAtColumn(HistoryModel::Step).data(Qt::CheckStateRole).toInt() == Qt::Checked);
}

}  // namespace zipper
