// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/curves/curves_figure.h"

#include <QElapsedTimer>
#include <QLocale>
#include <QTimer>
#include <algorithm>
#include <cmath>
#include <optional>

#include "widgets/curves/figure_content.h"
#include "widgets/curves/step_marks.h"
#include "widgets/plots/custom_plot.h"
#include "widgets/plots/follow_view.h"
#include "widgets/plots/plot_hint.h"
#include "widgets/plots/plot_navigator.h"
#include "widgets/plots/plot_style.h"
#include "widgets/plots/plot_values.h"
#include "widgets/plots/ranges.h"
#include "widgets/style/colors.h"

namespace zipper::plots {

namespace {
constexpr int roomForNames = 340;  ///< height in pixels
/// Of live redraws: how many times longer than a redraw takes, within limits in milliseconds.
constexpr double pausePerRedraw = 30, shortestPause = 80, longestPause = 500;
}  // namespace

/// Objects of QCustomPlot, which owns them, and the state of the view.
struct FigureParts {
  FigureParts(const CurveStore& curveStore, QWidget* parent) : store(curveStore), plot(new QCustomPlot(parent)) {}

  const CurveStore& store;
  QCustomPlot* plot;
  QCPAxisRect *upper = nullptr, *lower = nullptr;
  QCPAxis *key = nullptr, *lossAxis = nullptr, *rateAxis = nullptr, *scoreAxis = nullptr;
  CurveLines *losses = nullptr, *rates = nullptr;
  ScoreLines* scores = nullptr;
  StepMarks* marks = nullptr;
  Crosshair* crosshair = nullptr;
  PlotHint* hint = nullptr;
  PlotNavigator* navigator = nullptr;
  FollowView view;
  FigureContent content;
  std::optional<QPointF> pointer;        ///< where the mouse is, if it is on the plot
  std::optional<std::size_t> iteration;  ///< where the crosshair is
  bool detailsShown = true, stale = false;
  QElapsedTimer lastRefresh;
  QTimer nextRefresh;
};

CurvesFigure::CurvesFigure(const CurveStore& store, QWidget* parent)
    : QObject(parent), parts_(std::make_unique<FigureParts>(store, parent)) {
  buildAxes();
  FigureParts& p = *parts_;
  p.losses = new CurveLines(store, p.key, p.lossAxis);
  p.rates = new CurveLines(store, p.lower->axis(QCPAxis::atBottom), p.rateAxis);
  p.scores = new ScoreLines(p.lower->axis(QCPAxis::atBottom), p.scoreAxis);
  p.marks = new StepMarks(store, p.key);
  p.marks->setLowest(p.lower);
  p.crosshair = new Crosshair(p.key);
  p.crosshair->setLowest(p.lower);
  p.hint = new PlotHint(p.upper, tr("No calibration yet: the losses appear here while a step runs."));
  p.plot->setAccessibleName(tr("Loss curves"));
  p.plot->setWhatsThis(tr(
      "Losses over the iterations of the calibration, faint as measured and smoothed above. Wheel: zoom, with Shift or "
      "over an axis: its values. Drag: move. Double-click or Home: fit everything. Keys: Left, Right, +, −, Up, Down; "
      "Ctrl+Left and Ctrl+Right move the crosshair, End follows the newest iteration."));
  p.plot->installEventFilter(this);
  setPlotValues(*p.plot, [&p] {
    const bool any = p.content.end >= 1;
    return any ? textOf(readoutAt(p.store, p.content, std::size_t(p.content.end))) : p.hint->words();
  });
  p.nextRefresh.setSingleShot(true);
  connect(&p.nextRefresh, &QTimer::timeout, this, &CurvesFigure::refresh);
  p.navigator = new PlotNavigator(p.plot, p.key);
  connectNavigator();
  recolor(parent->palette());
}

CurvesFigure::~CurvesFigure() {
  // A plot that is being deleted still gets events.
  setPlotValues(*parts_->plot, {});
  parts_->plot->removeEventFilter(this);
  parts_->plot->removeEventFilter(parts_->navigator);
}

void CurvesFigure::buildAxes() {
  FigureParts& p = *parts_;
  p.plot->setObjectName("curvesPlot");
  p.plot->setMinimumSize(260, 150);
  p.plot->setLocale(QLocale());
  p.upper = p.plot->axisRect();
  p.lower = new QCPAxisRect(p.plot);
  p.plot->plotLayout()->addElement(1, 0, p.lower);
  p.plot->plotLayout()->setRowStretchFactors({2.6, 1.0});
  p.plot->plotLayout()->setRowSpacing(2);
  auto* sides = new QCPMarginGroup(p.plot);
  for (QCPAxisRect* rect : {p.upper, p.lower}) {
    rect->setMarginGroup(QCP::msLeft | QCP::msRight, sides);
    for (QCPAxis* axis : rect->axes()) axis->setLayer("axes");
    QCPAxis* bottom = rect->axis(QCPAxis::atBottom);
    bottom->setTicker(wholeNumberTicker());
    bottom->setNumberFormat("f");
    bottom->setNumberPrecision(0);
    bottom->grid()->setVisible(false);  // the steps are marked
  }
  p.upper->setMinimumSize(50, 60);
  p.lower->setMinimumSize(50, 36);
  nameAxes();
}

void CurvesFigure::nameAxes() {
  FigureParts& p = *parts_;
  QCPAxis* below = p.lower->axis(QCPAxis::atBottom);
  p.key = p.upper->axis(QCPAxis::atBottom);
  p.lossAxis = p.upper->axis(QCPAxis::atLeft);
  p.rateAxis = p.lower->axis(QCPAxis::atLeft);
  p.scoreAxis = p.lower->axis(QCPAxis::atRight);
  p.scoreAxis->setVisible(true);
  p.scoreAxis->setTickLabels(true);
  p.lossAxis->setLabel(tr("loss"));
  for (QCPAxis* axis : {p.rateAxis, p.scoreAxis}) {
    axis->ticker()->setTickCount(2);
    axis->setSubTicks(false);
  }
  below->setLabel(tr("iteration, all steps"));
  p.key->setTickLabels(false);
  setLogarithmic(false);
  connect(p.key, qOverload<const QCPRange&>(&QCPAxis::rangeChanged), below,
          qOverload<const QCPRange&>(&QCPAxis::setRange));
  connect(p.plot, &QCustomPlot::beforeReplot, this, &CurvesFigure::fitTicks);
}

/// As many as their labels have room for.
void CurvesFigure::fitTicks() {
  FigureParts& p = *parts_;
  const int room = p.upper->height() / (2 * QFontMetrics(p.lossAxis->tickLabelFont()).height());
  if (p.upper->height() > 0) p.lossAxis->ticker()->setTickCount(std::clamp(room, 1, 5));
}

void CurvesFigure::connectNavigator() {
  FigureParts& p = *parts_;
  connect(p.navigator, &PlotNavigator::zoomWanted, this, [this, &p](double lower, double upper) {
    const bool before = p.view.follows();
    p.view.zoomTo({lower, upper}, p.content.newest, p.content.end);
    tellFollows(before);
  });
  connect(p.navigator, &PlotNavigator::panWanted, this, [this, &p](double lower, double upper) {
    const bool before = p.view.follows();
    p.view.panTo({lower, upper}, p.content.end);
    tellFollows(before);
  });
  connect(p.navigator, &PlotNavigator::fitWanted, this, [this, &p] {
    const bool before = p.view.follows();
    p.view.fitAll();
    tellFollows(before);
  });
  connect(p.navigator, &PlotNavigator::followWanted, this, [this] { setFollows(true); });
  connect(p.navigator, &PlotNavigator::valuesChanged, this, &CurvesFigure::refresh);
  connect(p.navigator, &PlotNavigator::hovered, this, [this, &p](const QPointF& position) {
    p.pointer = position;
    updateReadout();
    p.crosshair->redraw();
  });
  connect(p.navigator, &PlotNavigator::hoverEnded, this, [&p] {
    if (!p.crosshair->readout().has_value()) return;
    p.pointer.reset();
    p.iteration.reset();
    p.crosshair->hide();
    p.crosshair->redraw();
  });
  connect(p.navigator, &PlotNavigator::cursorStepped, this, &CurvesFigure::moveCursor);
  connect(p.navigator, &PlotNavigator::focusChanged, this, [&p](bool byKey) {
    p.crosshair->setFrameShown(byKey);
    p.crosshair->redraw();
  });
}

QCustomPlot* CurvesFigure::plot() const { return parts_->plot; }

const FigureContent& CurvesFigure::content() const { return parts_->content; }

bool CurvesFigure::follows() const { return parts_->view.follows(); }

QString CurvesFigure::readoutText() const { return parts_->crosshair->text(); }

void CurvesFigure::setContent(FigureContent content) {
  FigureParts& p = *parts_;
  p.content = std::move(content);
  p.losses->setCurves(p.content.losses);
  p.rates->setCurves(p.content.rates);
  p.scores->setLines(p.content.scores);
  p.marks->setRun(p.content.markedRun);
  refresh();
}

void CurvesFigure::setEnds(double newest, double end) {
  parts_->content.newest = newest;
  parts_->content.end = end;
}

void CurvesFigure::recolor(const QPalette& palette) {
  FigureParts& p = *parts_;
  applyPlotStyle(*p.plot, palette, p.plot->font());
  p.upper->setMinimumMargins(QMargins(0, StepMarks::headroom(p.plot->font()) + 4, 12, 0));
  p.key->grid()->setVisible(false);
  p.marks->setColors(style::gridColor(palette).darker(style::isDark(palette) ? 80 : 115), style::mutedText(palette));
  p.crosshair->setPalette(palette);
  p.hint->recolor(palette);
  p.losses->setBackground(palette.color(QPalette::Base));
  p.rates->setBackground(palette.color(QPalette::Base));
  p.scores->setBackground(palette.color(QPalette::Base));
}

void CurvesFigure::setLogarithmic(bool logarithmic) {
  plots::setLogarithmic(*parts_->lossAxis, logarithmic);
  if (parts_->navigator == nullptr) return;
  parts_->navigator->resetValueAxes();
  refresh();
}

void CurvesFigure::setDetailsShown(bool shown) {
  FigureParts& p = *parts_;
  if (shown == p.detailsShown) return;
  p.detailsShown = shown;
  if (shown) {
    p.plot->plotLayout()->addElement(1, 0, p.lower);
    p.plot->plotLayout()->setRowStretchFactors({2.6, 1.0});
  } else {
    p.plot->plotLayout()->take(p.lower);
    p.plot->plotLayout()->simplify();
  }
  p.lower->setVisible(shown);
  for (QCPAxis* axis : {p.lower->axis(QCPAxis::atBottom), p.rateAxis, p.scoreAxis}) axis->setVisible(shown);
  for (QCPLayerable* layerable : std::initializer_list<QCPLayerable*>{p.rates, p.scores}) layerable->setVisible(shown);
  p.marks->setLowest(shown ? p.lower : nullptr);
  p.crosshair->setLowest(shown ? p.lower : nullptr);
  p.key->setTickLabels(!shown);
  p.key->setLabel(shown ? QString() : p.lower->axis(QCPAxis::atBottom)->label());
  refresh();
}

void CurvesFigure::setFollows(bool follows) {
  const bool before = parts_->view.follows();
  parts_->view.setFollows(follows, parts_->content.newest, parts_->content.end);
  tellFollows(before);
}

void CurvesFigure::tellFollows(bool before) {
  if (before != parts_->view.follows()) Q_EMIT followsChanged(!before);
  refresh();
}

void CurvesFigure::updateRanges() {
  FigureParts& p = *parts_;
  const Span iterations = p.view.span(p.content.newest, p.content.end);
  p.key->setRange(iterations.lower, iterations.upper);
  const auto fit = [&p](QCPAxis* axis, const Span& span) {
    if (!p.navigator->isManual(axis)) axis->setRange(span.lower, span.upper);
  };
  const bool logarithmic = p.lossAxis->scaleType() == QCPAxis::stLogarithmic;
  fit(p.lossAxis, valueSpan(extremesInView(p.store, p.content.losses, iterations), logarithmic));
  fit(p.rateAxis, valueSpan(extremesInView(p.store, p.content.rates, iterations), false));
  fit(p.scoreAxis, percentSpan(p.content.scores, iterations));
  p.hint->setVisible(p.content.end == 0);
  showLowerAxes();
}

/// An axis without a curve shows no numbers, and a low plot has no room for names.
void CurvesFigure::showLowerAxes() {
  FigureParts& p = *parts_;
  const bool rates = !p.content.rates.empty(), scores = !p.content.scores.empty();
  const bool named = p.plot->height() >= roomForNames;
  for (const auto& [axis, used] : {std::pair(p.rateAxis, rates), std::pair(p.scoreAxis, scores)}) {
    axis->setTickLabels(used);
    axis->setTicks(used);
  }
  p.rateAxis->setLabel(rates && named ? tr("learning rate") : QString());
  const QString top1 = p.content.hasSamples ? tr("top-1, % (newest ≈)") : tr("top-1, %");
  p.scoreAxis->setLabel(scores && named ? top1 : QString());
  p.rateAxis->grid()->setVisible(rates || !scores);
  p.scoreAxis->grid()->setVisible(scores && !rates);
}

void CurvesFigure::refresh() {
  FigureParts& p = *parts_;
  if (p.navigator == nullptr) return;
  updateRanges();
  updateReadout();
  p.nextRefresh.stop();
  p.lastRefresh.start();
  p.stale = !p.plot->isVisible();
  if (!p.stale) p.plot->replot(QCustomPlot::rpQueuedReplot);
}

void CurvesFigure::refreshLive() {
  FigureParts& p = *parts_;
  if (p.nextRefresh.isActive()) return;
  const double pause = std::clamp(pausePerRedraw * p.plot->replotTime(true), shortestPause, longestPause);
  const double rest = p.lastRefresh.isValid() ? pause - double(p.lastRefresh.elapsed()) : 0;
  if (rest > 0)
    p.nextRefresh.start(int(std::ceil(rest)));
  else
    refresh();
}

bool CurvesFigure::isRefreshing() const { return parts_->nextRefresh.isActive(); }

void CurvesFigure::updateReadout() {
  FigureParts& p = *parts_;
  // The line stays under a mouse that rests while the curves move on.
  if (p.pointer.has_value()) p.iteration = std::size_t(std::max(1.0, std::round(p.key->pixelToCoord(p.pointer->x()))));
  if (p.iteration.has_value() && p.content.end > 0) {
    p.iteration = std::clamp(*p.iteration, std::size_t(1), std::size_t(p.content.end));
    p.crosshair->show(readoutAt(p.store, p.content, *p.iteration));
  } else {
    p.crosshair->hide();
  }
  if (const QString text = readoutText(); text != p.plot->accessibleDescription())
    p.plot->setAccessibleDescription(text);
}

void CurvesFigure::moveCursor(int pixels) {
  FigureParts& p = *parts_;
  if (p.content.end == 0) return;
  const double perPixel = p.key->range().size() / std::max(1, p.upper->width());
  const double step = std::copysign(std::max(1.0, std::abs(pixels) * perPixel), pixels);
  const double from = p.iteration.has_value() ? double(*p.iteration) : std::min(p.content.end, p.key->range().center());
  p.pointer.reset();
  p.iteration = std::size_t(std::clamp(std::round(from + step), 1.0, p.content.end));
  updateReadout();
  p.crosshair->redraw();
}

bool CurvesFigure::eventFilter(QObject* watched, QEvent* event) {
  if (watched == parts_->plot && event->type() == QEvent::Resize) Q_EMIT heightChanged(parts_->plot->height());
  if (watched == parts_->plot && (event->type() == QEvent::Resize || (event->type() == QEvent::Show && parts_->stale)))
    refresh();
  return false;
}

}  // namespace zipper::plots
