// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QLabel>
#include <cstdint>

#include "core/network/merge_cost.h"

namespace zipper {

/// Sums over some rows of the layer table.
struct RowTotals {
  int rows = 0;
  std::int64_t parameters = 0;
  std::int64_t macs = 0;
};

/// The lines below the layer table: what the rows that are shown add up to, and what merging saves.
class LayerTotals : public QLabel {
  Q_OBJECT

 public:
  explicit LayerTotals(QWidget* parent = nullptr);

  void setShown(const RowTotals& shown, int allRows);
  void setCost(const MergeCost& cost);

 protected:
  void changeEvent(QEvent* event) override;

 private:
  void refresh();
  QString shownText() const;
  QString costText() const;

  RowTotals shown_;
  int allRows_ = 0;
  MergeCost cost_;
};

}  // namespace zipper
