// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/curves/curves_panel.h"

#include <QTimer>
#include <QToolButton>
#include <QVBoxLayout>
#include <algorithm>

#include "core/report/curve_smoothing.h"
#include "widgets/curves/curves_csv.h"
#include "widgets/curves/curves_figure.h"
#include "widgets/curves/figure_content.h"
#include "widgets/plots/custom_plot.h"
#include "widgets/plots/figure_export.h"
#include "widgets/plots/smoothing_slider.h"
#include "widgets/style/flow_layout.h"

namespace zipper {

using namespace plots;

namespace {

/// Of one turn of the event loop, so that the window stays quick while a long history is taken in or averaged anew.
constexpr double sliceMilliseconds = 8;
/// A lower plot belongs to the losses alone, until the user asks for the details.
constexpr int heightForDetails = 240;
constexpr int linesWithControls = 10;  ///< of text, in the height of the panel: with fewer the plot has all of it

QToolButton* makeToggle(const QString& text, const QString& toolTip, bool checked) {
  auto* button = new QToolButton;
  button->setText(text);
  button->setToolTip(toolTip);
  button->setCheckable(true);
  button->setChecked(checked);
  button->setAutoRaise(true);
  button->setFocusPolicy(Qt::TabFocus);
  return button;
}

}  // namespace

struct CurvesPanel::Parts {
  explicit Parts(CurvesPanel* panel) : figure(new CurvesFigure(store, panel)), legend(new Legend(panel)) {}

  CurveStore store;
  SeriesSelection selection;
  QStringList titles;  ///< of the tasks
  CurvesFigure* figure;
  Legend* legend;
  QWidget* controls = nullptr;
  SmoothingSlider* smoothing = nullptr;
  QToolButton *logarithmic = nullptr, *follow = nullptr, *details = nullptr;
  QTimer working;
  bool smoothingChosen = false, detailsChosen = false;
};

CurvesPanel::CurvesPanel(QWidget* parent) : FigurePanel(parent), parts_(std::make_unique<Parts>(this)) {
  buildControls();
  Parts& p = *parts_;
  connect(&p.working, &QTimer::timeout, this, &CurvesPanel::work);
  connect(p.legend, &Legend::toggled, this, &CurvesPanel::toggle);
  connect(p.smoothing, &SmoothingSlider::windowChanged, this, [this](int window) {
    parts_->store.setWindow(window);
    settle();
  });
  connect(p.smoothing, &SmoothingSlider::chosen, this, [this] { parts_->smoothingChosen = true; });
  connect(p.logarithmic, &QToolButton::toggled, p.figure, &CurvesFigure::setLogarithmic);
  connect(p.details, &QToolButton::toggled, p.figure, &CurvesFigure::setDetailsShown);
  connect(p.details, &QToolButton::toggled, this, &CurvesPanel::showLegend);
  connect(p.details, &QToolButton::clicked, this, [this] { parts_->detailsChosen = true; });
  // Queued: it comes from within a layout, which may be about to show an entry of the legend that this would delete.
  connect(
      p.figure, &CurvesFigure::heightChanged, this,
      [this](int height) {
        if (parts_->detailsChosen) return;
        // Its lines in the legend take room themselves: at one height they would come and go without end.
        const int ofLegend = parts_->details->isChecked() ? 0 : 4 * fontMetrics().lineSpacing();
        parts_->details->setChecked(height >= heightForDetails + ofLegend);
      },
      Qt::QueuedConnection);
  connect(p.follow, &QToolButton::toggled, p.figure, &CurvesFigure::setFollows);
  connect(p.figure, &CurvesFigure::followsChanged, p.follow, &QToolButton::setChecked);
  p.smoothing->setWindow(smoothingWindow(0));
  showContent();
}

CurvesPanel::~CurvesPanel() {
  // They read the store, which goes first otherwise.
  QCustomPlot* plot = parts_->figure->plot();
  delete parts_->figure;
  delete plot;
}

void CurvesPanel::buildControls() {
  Parts& p = *parts_;
  p.smoothing = new SmoothingSlider;
  p.logarithmic = makeToggle(tr("Log scale"), tr("Logarithmic axis of the losses"), false);
  p.logarithmic->setAccessibleName(tr("Logarithmic"));
  p.follow = makeToggle(tr("Follow"), tr("Keep the newest iteration in view; a double-click fits everything"), true);
  p.details = makeToggle(tr("Rate && top-1"), tr("Show the plot of learning rate and top-1"), true);
  QToolButton* exporting = makeExportButton("curves");
  p.controls = new QWidget;
  auto* row = new style::FlowLayout(p.controls, 6, 2);
  row->setLastAtRight(true);
  p.smoothing->setMinimumHeight(exporting->sizeHint().height());
  row->addWidget(p.smoothing);
  for (QToolButton* button : {p.logarithmic, p.follow, p.details, exporting}) row->addWidget(button);
  auto* column = new QVBoxLayout(this);
  column->setContentsMargins(8, 6, 8, 6);
  column->setSpacing(4);
  column->addWidget(p.controls);
  column->addWidget(p.legend);
  column->addWidget(p.figure->plot(), 1);
}

void CurvesPanel::fitControls() {
  parts_->controls->setVisible(height() >= linesWithControls * fontMetrics().lineSpacing());
}

void CurvesPanel::resizeEvent(QResizeEvent* event) {
  FigurePanel::resizeEvent(event);
  fitControls();
}

void CurvesPanel::setRuns(const std::vector<CurveRun>& runs, int taskCount) {
  parts_->store.setRuns(runs, taskCount);
  showContent();  // before anything is drawn: what was shown may have had more runs and columns
  chooseSmoothing();
  settle();
}

void CurvesPanel::setTaskTitles(const QStringList& titles) {
  if (titles == parts_->titles) return;
  parts_->titles = titles;
  showLegend();
}

/// As the report has it, until the user decides.
void CurvesPanel::chooseSmoothing() {
  Parts& p = *parts_;
  const std::size_t longest = p.store.longestStep();
  if (!p.smoothingChosen && longest > 0) p.smoothing->setWindow(smoothingWindow(longest));
}

void CurvesPanel::startStep(StepTarget target) {
  parts_->store.startStep(target);
  showContent();
}

void CurvesPanel::append(const std::vector<IterationRecord>& records) {
  Parts& p = *parts_;
  if (records.empty() || !p.store.isLive()) return;
  const bool distilled = p.store.isDistilled();
  p.store.append(records);
  if (p.store.isDistilled() != distilled) showContent();
  double newest = 0, end = 0;
  for (std::size_t i = 0; i < p.store.runs().size(); ++i) {
    const double rows = double(p.store.runs()[i].rows());
    if (int(i) == p.figure->content().markedRun) newest = rows;
    if (p.selection.showsRun(p.store.runs()[i].run)) end = std::max(end, rows);
  }
  p.figure->setEnds(newest, end);
  p.figure->refreshLive();
}

void CurvesPanel::endStep() {
  parts_->store.endStep();
  showContent();
}

std::size_t CurvesPanel::pointCount() const {
  const StoredRun* run = parts_->store.current();
  return run == nullptr ? 0 : run->rows();
}

void CurvesPanel::toggle(const QString& key, bool shown) {
  Parts& p = *parts_;
  const LegendKey parsed = parsedKey(key);
  if (!parsed.isRun) p.selection.show(parsed.series, shown);
  for (const StoredRun& stored : p.store.runs())
    if (parsed.isRun && stored.run.number == parsed.run) p.selection.showRun(stored.run, shown, p.store.runs());
  showContent();
  if (parsed.isRun) Q_EMIT runToggled(parsed.run, shown);
}

void CurvesPanel::showContent() {
  Parts& p = *parts_;
  p.selection.setRuns(p.store.runs(), p.store.tasks());
  showLegend();
  p.figure->setContent(contentOf(p.store, p.selection, palette()));
}

/// What the hidden plot would show takes no room.
void CurvesPanel::showLegend() {
  const Parts& p = *parts_;
  std::vector<LegendEntry> entries = legendOf(p.store, p.selection, p.titles, palette());
  const auto isDetail = [](const LegendEntry& entry) {
    const LegendKey key = parsedKey(entry.key);
    return !key.isRun && (key.series.quantity == Quantity::LearningRate || key.series.quantity == Quantity::Top1);
  };
  if (!p.details->isChecked()) entries.erase(std::remove_if(entries.begin(), entries.end(), isDetail), entries.end());
  p.legend->setEntries(entries);
}

void CurvesPanel::settle() {
  takeIn();
  parts_->figure->refresh();
}

void CurvesPanel::work() {
  if (takeIn()) parts_->figure->refresh();
}

bool CurvesPanel::takeIn() {
  Parts& p = *parts_;
  const bool open = p.store.work(sliceMilliseconds);
  if (!open) p.working.stop();
  if (open && !p.working.isActive()) p.working.start(0);
  return !open;
}

/// What is written is complete, also right after a long history came in.
void CurvesPanel::finish() {
  while (!takeIn()) {
  }
  parts_->figure->refresh();
}

void CurvesPanel::changeEvent(QEvent* event) {
  if (event->type() == QEvent::PaletteChange || event->type() == QEvent::FontChange) parts_->figure->recolor(palette());
  if (event->type() == QEvent::FontChange) fitControls();
  FigurePanel::changeEvent(event);
}

Figure CurvesPanel::figure() {
  if (!isSettled()) finish();
  Parts& p = *parts_;
  return {*p.figure->plot(), tr("Calibration curves"),
          [&p](const QPalette& palette) {
            p.figure->recolor(palette);
            p.figure->setContent(contentOf(p.store, p.selection, palette));
          },
          [&p](const QPalette& palette) { return legendOf(p.store, p.selection, p.titles, palette); }};
}

std::string CurvesPanel::csv() const { return curvesCsv(parts_->store, parts_->selection); }

QString CurvesPanel::readoutText() const { return parts_->figure->readoutText(); }

bool CurvesPanel::isSettled() const { return !parts_->working.isActive() && !parts_->figure->isRefreshing(); }

}  // namespace zipper
