// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/summary/task_table.h"

#include <QEvent>
#include <QHeaderView>
#include <QScrollBar>
#include <algorithm>

#include "widgets/style/colors.h"
#include "widgets/style/small_font.h"
#include "widgets/summary/interval_delegate.h"
#include "widgets/summary/task_table_model.h"

namespace zipper {

namespace {

using Columns = TaskTableModel::Column;

constexpr int rowAir = 5, cellAir = 6, lettersOfTitle = 14;

/// Where there is less and less room.
struct TableLevel {
  bool withIntervals;
  std::vector<int> without;
};
const std::vector<TableLevel>& levels() {
  static const std::vector<TableLevel> all{
      {true, {}},
      {false, {}},
      {false, {Columns::Images}},
      {false, {Columns::Images, Columns::Intervals}},
      {false, {Columns::Images, Columns::Intervals, Columns::Points}},
  };
  return all;
}

bool contains(const std::vector<int>& columns, int column) {
  return std::find(columns.begin(), columns.end(), column) != columns.end();
}

}  // namespace

TaskTable::TaskTable(QWidget* parent) : QTableView(parent), model_(new TaskTableModel(this)) {
  setObjectName(QStringLiteral("summaryTasks"));
  setAccessibleName(tr("Tasks before and after the merge"));
  setModel(model_);
  setItemDelegateForColumn(Columns::Intervals, new IntervalDelegate(this));
  setItemDelegateForColumn(Columns::Task, new TaskTitleDelegate(this));
  setFrameShape(QFrame::NoFrame);
  setShowGrid(false);
  setSelectionBehavior(SelectRows);
  setSelectionMode(SingleSelection);
  setEditTriggers(NoEditTriggers);
  setTabKeyNavigation(false);
  setWordWrap(false);
  setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
  setVerticalScrollMode(ScrollPerItem);
  verticalHeader()->hide();
  horizontalHeader()->setHighlightSections(false);
  horizontalHeader()->setSectionsClickable(false);
  horizontalHeader()->setSectionResizeMode(QHeaderView::Fixed);
  horizontalHeader()->setMinimumSectionSize(1);
  setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
  connect(this, &QTableView::activated, this, [this](const QModelIndex& index) { Q_EMIT taskOpened(index.row()); });
  // Numbers of images are pressed to see the images, as in What Changed.
  connect(this, &QTableView::clicked, this, [this](const QModelIndex& index) {
    if (index.column() == Columns::Lost || index.column() == Columns::Won) Q_EMIT taskOpened(index.row());
  });
  fitRows();
}

void TaskTable::setTasks(const std::vector<TaskSummary>& tasks) {
  model_->setTasks(tasks);
  fitColumns();
  updateGeometry();
}

void TaskTable::fitRows() {
  verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
  verticalHeader()->setMinimumSectionSize(1);
  verticalHeader()->setDefaultSectionSize(fontMetrics().height() + rowAir);
  horizontalHeader()->setFont(style::smallFont(font()));
  QPalette colors = palette();
  colors.setColor(QPalette::Base, style::cardColor(parentWidget() != nullptr ? parentWidget()->palette() : colors));
  if (colors.color(QPalette::Base) != palette().color(QPalette::Base)) setPalette(colors);
  updateGeometry();
}

int TaskTable::widthOfColumns() const {
  int width = 0;
  for (int column = 0; column < model_->columnCount(); ++column) {
    if (isColumnHidden(column)) continue;
    int wanted = std::max(sizeHintForColumn(column), horizontalHeader()->sectionSizeHint(column));
    if (column == Columns::Task) wanted = std::min(wanted, lettersOfTitle * fontMetrics().averageCharWidth());
    width += wanted + cellAir;
  }
  return width;
}

void TaskTable::fitColumns() {
  const int room = viewport()->width();
  const auto& tasks = model_->tasks();
  const bool isMerged = std::any_of(tasks.begin(), tasks.end(), [](const TaskSummary& task) {
    return task.merged.images > 0 || task.changed || !task.whyNotCompared.isEmpty();
  });
  for (const TableLevel& level : levels()) {
    model_->setWithIntervals(level.withIntervals);
    for (int column = 0; column < model_->columnCount(); ++column) {
      const bool isEmpty =
          !isMerged && contains({Columns::MergedTop1, Columns::Points, Columns::Lost, Columns::Won}, column);
      setColumnHidden(column, isEmpty || contains(level.without, column));
    }
    if (widthOfColumns() <= room) break;
  }
  const int elastic = isColumnHidden(Columns::Intervals) ? Columns::Task : Columns::Intervals;
  int used = 0;
  for (int column = 0; column < model_->columnCount(); ++column) {
    if (isColumnHidden(column) || column == elastic) continue;
    int width = std::max(sizeHintForColumn(column), horizontalHeader()->sectionSizeHint(column)) + cellAir;
    if (column == Columns::Task)
      width = std::min(width, std::max(lettersOfTitle * fontMetrics().averageCharWidth(), room / 4));
    horizontalHeader()->resizeSection(column, width);
    used += width;
  }
  horizontalHeader()->resizeSection(elastic, std::max(4 * fontMetrics().averageCharWidth(), room - used));
}

QSize TaskTable::sizeHint() const {
  const int rows = std::clamp(model_->rowCount(), 1, rowsAtOnce);
  return {50 * fontMetrics().averageCharWidth(),
          horizontalHeader()->sizeHint().height() + rows * verticalHeader()->defaultSectionSize() + 2};
}

QSize TaskTable::minimumSizeHint() const { return {80, sizeHint().height()}; }

void TaskTable::resizeEvent(QResizeEvent* event) {
  QTableView::resizeEvent(event);
  fitColumns();
}

void TaskTable::changeEvent(QEvent* event) {
  QTableView::changeEvent(event);
  if (event->type() != QEvent::FontChange && event->type() != QEvent::PaletteChange) return;
  fitRows();
  fitColumns();
}

}  // namespace zipper
