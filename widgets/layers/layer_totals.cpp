// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/layers/layer_totals.h"

#include <QEvent>

#include "core/network/merge_cost.h"
#include "core/support/text_format.h"
#include "widgets/style/colors.h"

namespace zipper {

namespace {

QString count(std::int64_t value) { return QString::fromStdString(withThousands(value)); }

QString bytes(std::int64_t value) { return QString::fromStdString(bytesText(value)); }

}  // namespace

LayerTotals::LayerTotals(QWidget* parent) : QLabel(parent) {
  setTextFormat(Qt::RichText);
  setWordWrap(true);
  setTextInteractionFlags(Qt::TextSelectableByMouse);
  setToolTip(
      tr("The first line sums up the rows that are shown, for one network and one image. The second compares "
         "the networks kept apart with the merged one; sizes are of float32, batch normalization included."));
}

void LayerTotals::setShown(const RowTotals& shown, int allRows) {
  shown_ = shown;
  allRows_ = allRows;
  refresh();
}

void LayerTotals::setCost(const MergeCost& cost) {
  cost_ = cost;
  refresh();
}

void LayerTotals::changeEvent(QEvent* event) {
  QLabel::changeEvent(event);
  if (event->type() == QEvent::PaletteChange) refresh();
}

void LayerTotals::refresh() {
  const QString text = costText().isEmpty() ? shownText() : shownText() + "<br>" + costText();
  setText(QStringLiteral("<span style='color:%1'>%2</span>").arg(style::mutedText(palette()).name(), text));
}

QString LayerTotals::shownText() const {
  const QString rows = shown_.rows == allRows_ ? tr("All %n rows", nullptr, allRows_)
                                               : tr("%1 of %n rows", nullptr, allRows_).arg(shown_.rows);
  return tr("%1: %2 parameters, %3 MACs (one network, one image)")
      .arg(rows, QStringLiteral("<b>%1</b>").arg(count(shown_.parameters)),
           QStringLiteral("<b>%1</b>").arg(count(shown_.macs)));
}

QString LayerTotals::costText() const {
  if (cost_.separateParameters == 0) return {};
  const bool isLarger = cost_.compression < 1;  // as where widened networks share little yet
  const QString text = isLarger ? tr("Whole networks: %1 parameters separate → %2 merged, %3 → %4; <b>%5×</b> larger")
                                : tr("Whole networks: %1 parameters separate → %2 merged, %3 → %4; <b>%5×</b> smaller");
  const double times = isLarger ? 1 / cost_.compression : cost_.compression;
  return text.arg(count(cost_.separateParameters), QStringLiteral("<b>%1</b>").arg(count(cost_.mergedParameters)),
                  bytes(cost_.separateBytes), bytes(cost_.mergedBytes), QString::fromStdString(fixedNumber(times, 2)));
}

}  // namespace zipper
