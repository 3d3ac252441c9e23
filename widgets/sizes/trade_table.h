// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QTreeWidget>

#include "widgets/sizes/trade_data.h"

namespace zipper {

/// The measured networks of a TradePlot, a row each; what is recommended stands in bold.
class TradeTable : public QTreeWidget {
  Q_OBJECT

 public:
  explicit TradeTable(QWidget* parent = nullptr);
  void setData(const plots::TradeData& data);

 Q_SIGNALS:
  /// The user chose the row of a network that stands there.
  void placeChosen(double x);
};

}  // namespace zipper
