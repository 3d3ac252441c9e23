// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/history/run_comparison.h"

#include <QAction>
#include <QClipboard>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QItemSelectionModel>
#include <QPushButton>
#include <QShortcut>
#include <QTableView>
#include <QVBoxLayout>
#include <algorithm>

#include "widgets/history/run_delegate.h"
#include "widgets/history/run_table_model.h"
#include "widgets/style/column_fit.h"
#include "widgets/style/raw_sort_model.h"

namespace zipper {

RunComparison::RunComparison(QWidget* parent)
    : QWidget(parent),
      model_(new RunTableModel(this)),
      sorted_(new style::RawSortModel(this)),
      view_(new QTableView),
      columns_(new style::ColumnFit(view_, view_->horizontalHeader(), RunTableModel::Strategy)) {
  sorted_->setSourceModel(model_);
  buildView();
  buildActions();
}

void RunComparison::buildView() {
  view_->setModel(sorted_);
  view_->setItemDelegateForColumn(RunTableModel::Number, new RunDelegate(view_));
  view_->setAccessibleName(tr("Comparison of the runs"));
  view_->setWhatsThis(
      tr("What each run came to, from the teachers to its last step. Click a header to sort by it; "
         "double-click a run to go to its last step."));
  view_->setSelectionBehavior(QAbstractItemView::SelectRows);
  view_->setHorizontalScrollMode(QAbstractItemView::ScrollPerPixel);
  view_->setAlternatingRowColors(true);
  view_->setShowGrid(false);
  view_->setWordWrap(false);
  view_->setTabKeyNavigation(false);  // Tab leaves the table
  view_->verticalHeader()->hide();
  view_->verticalHeader()->setDefaultSectionSize(view_->fontMetrics().height() + 8);
  view_->horizontalHeader()->setHighlightSections(false);
  view_->horizontalHeader()->setSortIndicator(RunTableModel::Number, Qt::AscendingOrder);
  view_->setSortingEnabled(true);
  connect(view_, &QTableView::doubleClicked, this, &RunComparison::activateCurrent);
  for (const int key : {Qt::Key_Return, Qt::Key_Enter}) {
    auto* shortcut = new QShortcut(QKeySequence(key), view_);
    shortcut->setContext(Qt::WidgetShortcut);
    connect(shortcut, &QShortcut::activated, this, &RunComparison::activateCurrent);
  }
}

void RunComparison::buildActions() {
  auto* copyRows = new QAction(tr("&Copy selected runs"), view_);
  copyRows->setShortcut(QKeySequence::Copy);
  copyRows->setShortcutContext(Qt::WidgetShortcut);
  connect(copyRows, &QAction::triggered, this, &RunComparison::copySelection);
  auto* copyAll = new QAction(tr("Copy as CSV"), view_);
  connect(copyAll, &QAction::triggered, this, [this] { QGuiApplication::clipboard()->setText(csv()); });
  QAction* note = addRunAction(tr("&Name and Notes…"), &RunComparison::noteRequested);
  note->setShortcut(Qt::Key_F2);
  note->setShortcutContext(Qt::WidgetShortcut);
  QAction* recipes = addRunAction(tr("Compare &Recipes…"), &RunComparison::recipesRequested);
  QAction* command = addRunAction(tr("Copy as Co&mmand"), &RunComparison::commandRequested);
  view_->addActions({note, recipes, command, copyRows, copyAll});
  view_->setContextMenuPolicy(Qt::ActionsContextMenu);

  auto* button = new QPushButton(copyAll->text());
  button->setObjectName("copyCsv");
  button->setToolTip(tr("Copies all runs as comma-separated values with a header line."));
  connect(button, &QPushButton::clicked, copyAll, &QAction::trigger);
  auto* buttons = new QHBoxLayout;
  buttons->addWidget(button);
  buttons->addStretch();
  auto* layout = new QVBoxLayout(this);
  layout->addWidget(view_, 1);
  layout->addLayout(buttons);
}

QAction* RunComparison::addRunAction(const QString& text, void (RunComparison::*signal)(int)) {
  auto* action = new QAction(text, view_);
  connect(action, &QAction::triggered, this, [this, signal] {
    const QModelIndex index = view_->currentIndex();
    if (index.isValid()) Q_EMIT(this->*signal)(index.data(RunTableModel::RunRole).toInt());
  });
  return action;
}

void RunComparison::setSession(const Session& session) {
  model_->setSession(session);
  // It stands behind the number already; what is copied has it by itself.
  for (int column = 0; column < model_->columnCount(); ++column)
    view_->setColumnHidden(column, column == model_->nameColumn());
  sorted_->refresh();
  columns_->fit();
}

QString RunComparison::csv() const { return style::csvOf(*sorted_); }

void RunComparison::activateCurrent() {
  const QModelIndex index = view_->currentIndex();
  if (index.isValid()) Q_EMIT stepActivated(index.data(RunTableModel::TipRole).toInt());
}

void RunComparison::copySelection() const {
  QList<int> rows;
  for (const QModelIndex& index : view_->selectionModel()->selectedRows()) rows << index.row();
  if (rows.isEmpty()) return;
  std::sort(rows.begin(), rows.end());
  QGuiApplication::clipboard()->setText(style::csvOf(*sorted_, rows));
}

}  // namespace zipper
