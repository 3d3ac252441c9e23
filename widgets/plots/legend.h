// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QAbstractButton>
#include <QWidget>
#include <vector>

#include "widgets/plots/series_style.h"

namespace zipper::plots {

struct LegendEntry {
  QString key;  ///< stays the same while the legend changes
  QString text, description;
  SeriesStyle style;
  bool line = true, filled = true;  ///< of its sample, see drawSample()
  bool shown = true;
  bool beginsGroup = false;  ///< a little apart from the entry before
};

/// Buttons with a sample of their series; pressing one hides the series, or shows it again.
class Legend : public QWidget {
  Q_OBJECT

 public:
  explicit Legend(QWidget* parent = nullptr);
  void setEntries(const std::vector<LegendEntry>& entries);
  const std::vector<LegendEntry>& entries() const { return entries_; }

 Q_SIGNALS:
  void toggled(const QString& key, bool shown);

 private:
  std::vector<LegendEntry> entries_;
  QList<QAbstractButton*> buttons_;
};

/// The entries that are shown, as a line of text and samples or several, as exported figures have it. Returns the
/// height; only measures if the painter is null.
double drawLegend(QPainter* painter, const std::vector<LegendEntry>& entries, const QRectF& room, const QFont& font,
                  const QPalette& palette);

}  // namespace zipper::plots
