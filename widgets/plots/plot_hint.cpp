// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/plots/plot_hint.h"

#include "widgets/style/colors.h"

namespace zipper::plots {

namespace {

/// Broken between words, so that no line is wider than this where words allow it.
QString wrapped(const QString& words, const QFontMetrics& metrics, int width) {
  QString text, line;
  for (const QString& word : words.split(u' ')) {
    const QString longer = line.isEmpty() ? word : line + u' ' + word;
    if (!line.isEmpty() && metrics.horizontalAdvance(longer) > width) {
      text += line + u'\n';
      line = word;
    } else {
      line = longer;
    }
  }
  return text + line;
}

}  // namespace

PlotHint::PlotHint(QCPAxisRect* place, const QString& words)
    : QCPItemText(place->parentPlot()), place_(place), words_(words) {
  position->setType(QCPItemPosition::ptAxisRectRatio);
  position->setAxisRect(place);
  position->setCoords(0.5, 0.5);
  setTextAlignment(Qt::AlignCenter);
  setText(words);
}

void PlotHint::recolor(const QPalette& palette) {
  setColor(style::mutedText(palette));
  setFont(parentPlot()->font());
}

void PlotHint::draw(QCPPainter* painter) {
  constexpr int margin = 8;
  setText(wrapped(words_, QFontMetrics(font()), place_->rect().width() - 2 * margin));
  QCPItemText::draw(painter);
}

}  // namespace zipper::plots
