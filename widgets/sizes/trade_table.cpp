// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/sizes/trade_table.h"

#include <QHeaderView>

namespace zipper {

TradeTable::TradeTable(QWidget* parent) : QTreeWidget(parent) {
  setObjectName("tradeTable");
  setAccessibleName(tr("Measured networks"));
  setRootIsDecorated(false);
  setUniformRowHeights(true);
  setAlternatingRowColors(true);
  setMinimumHeight(90);
  connect(this, &QTreeWidget::itemActivated, this,
          [this](QTreeWidgetItem* item) { Q_EMIT placeChosen(item->data(0, Qt::UserRole).toDouble()); });
}

void TradeTable::setData(const plots::TradeData& data) {
  clear();
  setHeaderLabels(QStringList{tr("Kind")} + data.headings);
  header()->setSectionResizeMode(QHeaderView::ResizeToContents);
  for (const plots::TradeSeries& series : data.series)
    for (const plots::TradeMark& mark : series.marks) {
      auto* row = new QTreeWidgetItem(this, QStringList{series.name} + mark.cells);
      row->setData(0, Qt::UserRole, mark.x);
      QFont font = row->font(0);
      font.setBold(mark.recommended);
      for (int column = 0; column < columnCount(); ++column) {
        row->setFont(column, font);
        if (column > 1) row->setTextAlignment(column, Qt::AlignRight | Qt::AlignVCenter);
      }
      if (mark.recommended) row->setToolTip(0, tr("Recommended"));
    }
}

}  // namespace zipper
