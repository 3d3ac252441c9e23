// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/plots/plot_panel.h"

#include <QLocale>
#include <algorithm>

#include "widgets/plots/crosshair.h"
#include "widgets/plots/custom_plot.h"
#include "widgets/plots/plot_cursor.h"
#include "widgets/plots/plot_hint.h"
#include "widgets/plots/plot_style.h"
#include "widgets/plots/plot_values.h"

namespace zipper::plots {

namespace {
constexpr int mostTicks = 20;
}

PlotPanel::PlotPanel(const QString& name, const Words& words, QWidget* parent)
    : FigurePanel(parent), plot_(new QCustomPlot(this)) {
  plot_->setObjectName(name);
  plot_->setLocale(QLocale());
  plot_->setAccessibleName(words.title);
  plot_->setWhatsThis(words.help);
  plot_->xAxis->setTicker(wholeNumberTicker());
  plot_->xAxis->setNumberFormat("f");
  plot_->xAxis->setNumberPrecision(0);
  plot_->xAxis->setLabel(words.xLabel);
  cursor_ = std::make_unique<PlotCursor>(*plot_, [this](int place) { return readoutAt(place); });
  hint_ = new PlotHint(plot_->axisRect(), words.hint);
  setPlotValues(*plot_, [this] {
    const QString last = cursor_->lastText();
    return last.isEmpty() ? hint_->words() : last;
  });
}

PlotPanel::~PlotPanel() = default;

QString PlotPanel::readoutText() const { return cursor_->text(); }

void PlotPanel::setCounted(int first, int last) {
  const int count = std::max(1, last - first + 1);
  plot_->xAxis->ticker()->setTickCount(std::min(count, mostTicks));
  plot_->xAxis->setSubTicks(false);
  plot_->xAxis->grid()->setVisible(false);
  plot_->xAxis->setRange(first - 0.5, first + count - 0.5);
  cursor_->setPlaces(first, last);
}

void PlotPanel::setHint(const QString& words) { hint_->setWords(words); }

void PlotPanel::applyStyle(const QPalette& palette, bool empty) {
  applyPlotStyle(*plot_, palette, plot_->font());
  cursor_->setPalette(palette);
  hint_->setVisible(empty);
  hint_->recolor(palette);
}

void PlotPanel::replot() {
  cursor_->refresh();
  tellPlotValues(*plot_);
  plot_->replot(QCustomPlot::rpQueuedReplot);
}

}  // namespace zipper::plots
