// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/plots/plot_style.h"

#include <algorithm>
#include <cmath>

#include "widgets/plots/custom_plot.h"
#include "widgets/plots/stroke_scale.h"
#include "widgets/style/colors.h"

namespace zipper::plots {

namespace {

class WholeNumberTicker : public QCPAxisTicker {
 protected:
  double getTickStep(const QCPRange& range) override {
    const double step = std::max(1.0, QCPAxisTicker::getTickStep(range));
    return step < 10 ? std::floor(step) : step;  // no 2.5
  }
  int getSubTickCount(double step) override { return step < 2 ? 0 : QCPAxisTicker::getSubTickCount(step); }
};

class LogarithmicTicker : public QCPAxisTickerLog {
 protected:
  QVector<double> createTickVector(double step, const QCPRange& range) override {
    nice_ = range.lower > 0 && range.upper / range.lower < 200;
    if (nice_) return niceTicks(range);
    return QCPAxisTickerLog::createTickVector(step, range);
  }
  int getSubTickCount(double step) override { return nice_ ? 0 : QCPAxisTickerLog::getSubTickCount(step); }
  QString getTickLabel(double tick, const QLocale& locale, QChar format, int precision) override {
    return nice_ ? locale.toString(tick, 'g', 4) : QCPAxisTicker::getTickLabel(tick, locale, format, precision);
  }

 private:
  static QVector<double> niceTicks(const QCPRange& range) {
    QVector<double> ticks;
    if (range.upper / range.lower < 3) {  // as good as linear
      const double magnitude = std::pow(10, std::floor(std::log10(range.size() / 4)));
      const double step = magnitude * (range.size() / 4 > 5 * magnitude ? 5 : range.size() / 4 > 2 * magnitude ? 2 : 1);
      for (double tick = std::ceil(range.lower / step) * step; tick <= range.upper; tick += step) ticks.append(tick);
      return ticks;
    }
    for (double power = std::pow(10, std::floor(std::log10(range.lower))); power <= range.upper; power *= 10)
      for (const double factor : {1.0, 2.0, 5.0}) ticks.append(factor * power);
    return ticks;
  }

  bool nice_ = false;
};

void styleAxis(QCPAxis& axis, const QPalette& palette, const QFont& small) {
  const QColor line = style::mutedText(palette), grid = style::gridColor(palette);
  QColor faintGrid = grid;
  faintGrid.setAlphaF(0.45F);
  const double broad = std::round(strokeScale());  // of whole pixels: drawn without antialiasing
  axis.setBasePen(QPen(line, broad));
  axis.setTickPen(QPen(line, broad));
  axis.setSubTickPen(QPen(grid, broad));
  axis.setTickLabelFont(small);
  axis.setLabelFont(small);
  axis.setTickLabelColor(style::mutedText(palette));
  axis.setLabelColor(palette.color(QPalette::Text));
  axis.setTickLength(0, int(4 * strokeScale()));
  axis.setSubTickLength(0, int(2 * strokeScale()));
  axis.grid()->setPen(QPen(grid, 1));
  axis.grid()->setSubGridPen(QPen(faintGrid, 1));
  axis.grid()->setZeroLinePen(QPen(grid, 1));
}

}  // namespace

void applyPlotStyle(QCustomPlot& plot, const QPalette& palette, const QFont& font) {
  plot.setBackground(QBrush(palette.color(QPalette::Base)));
  const QFont small = smallFont(font);
  for (QCPAxisRect* rect : plot.findChildren<QCPAxisRect*>())  // also one that is left out of the layout
    for (QCPAxis* axis : rect->axes()) styleAxis(*axis, palette, small);
}

QSharedPointer<QCPAxisTicker> wholeNumberTicker() {
  QSharedPointer<QCPAxisTicker> ticker(new WholeNumberTicker);
  ticker->setTickCount(6);
  return ticker;
}

QSharedPointer<QCPAxisTicker> logarithmicTicker() { return QSharedPointer<QCPAxisTicker>(new LogarithmicTicker); }

void setLogarithmic(QCPAxis& axis, bool logarithmic) {
  axis.setScaleType(logarithmic ? QCPAxis::stLogarithmic : QCPAxis::stLinear);
  axis.setTicker(logarithmic ? logarithmicTicker() : QSharedPointer<QCPAxisTicker>(new QCPAxisTicker));
  axis.setNumberFormat(logarithmic ? "gb" : "g");
  axis.setNumberPrecision(logarithmic ? 6 : 5);
  axis.grid()->setSubGridVisible(logarithmic);
}

}  // namespace zipper::plots
