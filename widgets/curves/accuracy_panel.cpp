// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/curves/accuracy_panel.h"

#include <QApplication>
#include <QClipboard>
#include <QHBoxLayout>
#include <QToolButton>
#include <algorithm>
#include <cmath>
#include <map>

#include "core/network/mobilenet_spec.h"
#include "widgets/curves/accuracy_content.h"
#include "widgets/curves/curves_ranges.h"
#include "widgets/curves/custom_plot.h"
#include "widgets/curves/export_button.h"
#include "widgets/curves/figure_export.h"
#include "widgets/curves/plot_hint.h"
#include "widgets/curves/plot_navigator.h"
#include "widgets/curves/plot_style.h"
#include "widgets/style/colors.h"

namespace zipper {

using namespace curves;

struct AccuracyPanel::Parts {
  explicit Parts(QWidget* panel) : plot(new QCustomPlot(panel)), legend(new Legend(panel)) {}

  QCustomPlot* plot;
  Legend* legend;
  TeacherLines* teachers = nullptr;
  ScoreLines* scores = nullptr;
  Crosshair* crosshair = nullptr;
  PlotHint* hint = nullptr;
  AccuracyData data;
  HiddenKeys hidden;
  std::map<int, std::pair<bool, bool>> choices;  ///< run number: visible as given, as the user chose
  int cursor = -1;                               ///< merged layers under the crosshair; -1: none
};

AccuracyPanel::AccuracyPanel(QWidget* parent) : QWidget(parent), parts_(std::make_unique<Parts>(this)) {
  buildPlot();
  buildControls();
  connect(parts_->legend, &Legend::toggled, this, &AccuracyPanel::toggle);
  showContent();
}

AccuracyPanel::~AccuracyPanel() { parts_->plot->removeEventFilter(this); }

void AccuracyPanel::buildPlot() {
  Parts& p = *parts_;
  p.plot->setObjectName("accuracyPlot");
  p.plot->setMinimumSize(260, 160);
  p.plot->setMouseTracking(true);
  p.plot->setFocusPolicy(Qt::StrongFocus);
  p.plot->setLocale(QLocale());
  p.plot->installEventFilter(this);
  p.plot->setAccessibleName(tr("Top-1 by number of merged layers"));
  p.plot->setWhatsThis(
      tr("Top-1 of the tasks on the test images by number of merged layers. Left and Right show the values at the "
         "previous and the next number, Escape hides them."));
  p.plot->xAxis->setTicker(wholeNumberTicker());
  p.plot->xAxis->ticker()->setTickCount(14);
  p.plot->xAxis->setNumberFormat("f");
  p.plot->xAxis->setNumberPrecision(0);
  p.plot->xAxis->setSubTicks(false);
  p.plot->xAxis->setRange(-0.4, layerCount + 0.4);
  p.plot->xAxis->setLabel(tr("merged layers"));
  p.plot->yAxis->setLabel(tr("top-1, %"));
  p.teachers = new TeacherLines(p.plot->yAxis);
  p.scores = new ScoreLines(p.plot->xAxis, p.plot->yAxis);
  p.crosshair = new Crosshair(p.plot->xAxis);
  p.hint = new PlotHint(p.plot->axisRect(), tr("No scores yet: they appear here after each step."));
}

void AccuracyPanel::buildControls() {
  Parts& p = *parts_;
  QToolButton* exporting = makeExportButton(
      this, {"accuracy", [this](const QString& path) { savePng(path); }, [this](const QString& path) { savePdf(path); },
             [this](const QString& path) { saveSvg(path); }, [this](const QString& path) { saveCsv(path); },
             [this] { copyImage(); }});
  auto* row = new QHBoxLayout;
  row->addWidget(p.legend, 1);
  row->addWidget(exporting, 0, Qt::AlignTop);
  auto* column = new QVBoxLayout(this);
  column->setContentsMargins(8, 6, 8, 6);
  column->setSpacing(4);
  column->addLayout(row);
  column->addWidget(p.plot, 1);
}

void AccuracyPanel::setRuns(const std::vector<CurveRun>& runs, const Scores& teachers) {
  Parts& p = *parts_;
  p.data = {runs, teachers};
  std::map<int, std::pair<bool, bool>> choices;
  for (CurveRun& run : p.data.runs) {
    const auto before = p.choices.find(run.number);
    const bool keep = before != p.choices.end() && before->second.first == run.visible;
    choices[run.number] = {run.visible, keep ? before->second.second : run.visible};
    run.visible = choices[run.number].second;
  }
  p.choices = std::move(choices);
  showContent();
}

int AccuracyPanel::pointCount() const {
  int count = 0;
  for (const ScoreLine& line : parts_->scores->lines())
    count += int(std::count_if(line.points.begin(), line.points.end(), [](const ScorePoint& p) { return p.x > 0; }));
  return count;
}

void AccuracyPanel::showContent() {
  showContentIn(palette());
  parts_->legend->setEntries(accuracyLegendOf(parts_->data, parts_->hidden, palette()));
  showCursor(parts_->cursor);
  parts_->plot->replot(QCustomPlot::rpQueuedReplot);
}

void AccuracyPanel::showContentIn(const QPalette& palette) {
  Parts& p = *parts_;
  applyPlotStyle(*p.plot, palette, p.plot->font());
  p.plot->xAxis->grid()->setVisible(false);
  p.crosshair->setPalette(palette);
  p.scores->setBackground(palette.color(QPalette::Base));
  p.teachers->setLevels(teacherLevelsOf(p.data, p.hidden, palette));
  p.scores->setLines(scoreLinesOf(p.data, p.hidden, palette));
  const int labels = p.teachers->labelWidth();
  p.plot->axisRect()->setMinimumMargins(QMargins(0, 10, labels > 0 ? labels + 14 : 12, 0));
  std::vector<double> levels;
  for (const TeacherLevel& level : p.teachers->levels()) levels.push_back(level.percent);
  const Span span = percentSpan(p.scores->lines(), {-1, layerCount + 1.0}, levels);
  p.plot->yAxis->setRange(span.lower, span.upper);
  p.hint->setVisible(pointCount() == 0);
  p.hint->recolor(palette);
}

void AccuracyPanel::toggle(const QString& key, bool shown) {
  Parts& p = *parts_;
  for (CurveRun& run : p.data.runs) {
    if (runKey(run) != key) continue;
    run.visible = p.choices[run.number].second = shown;
    showContent();
    Q_EMIT runToggled(run.number, shown);
    return;
  }
  if (shown)
    p.hidden.erase(key);
  else
    p.hidden.insert(key);
  showContent();
}

void AccuracyPanel::showCursor(int merged) {
  Parts& p = *parts_;
  p.cursor = std::clamp(merged, -1, layerCount);
  const Readout readout = accuracyReadoutAt(p.data, p.hidden, p.cursor, palette());
  if (p.cursor < 0 || readout.rows.empty())
    p.crosshair->hide();
  else
    p.crosshair->show(readout);
  p.plot->setAccessibleDescription(p.crosshair->text());
}

bool AccuracyPanel::moveCursor(int key) {
  const int cursor = parts_->cursor;
  if (key == Qt::Key_Left)
    showCursor(cursor < 0 ? layerCount : std::max(0, cursor - 1));
  else if (key == Qt::Key_Right)
    showCursor(cursor + 1);
  else if (key == Qt::Key_Escape)
    showCursor(-1);
  else
    return false;
  parts_->crosshair->redraw();
  return true;
}

bool AccuracyPanel::eventFilter(QObject* watched, QEvent* event) {
  Parts& p = *parts_;
  if (watched != p.plot) return QWidget::eventFilter(watched, event);
  switch (event->type()) {
    case QEvent::MouseMove: {
      const QPointF position = static_cast<QMouseEvent*>(event)->position();
      const bool inside = QRectF(p.plot->axisRect()->rect()).contains(position);
      const int merged = inside ? int(std::lround(p.plot->xAxis->pixelToCoord(position.x()))) : -1;
      if (merged == p.cursor) return true;
      showCursor(merged);
      p.crosshair->redraw();
      return true;
    }
    case QEvent::Leave:
      showCursor(-1);
      p.crosshair->redraw();
      return false;
    case QEvent::KeyPress:
      return moveCursor(static_cast<QKeyEvent*>(event)->key());
    case QEvent::FocusIn:
    case QEvent::FocusOut:
      p.crosshair->setFrameShown(isKeyboardFocus(*static_cast<QFocusEvent*>(event)));
      p.crosshair->redraw();
      return false;
    default:
      return false;
  }
}

void AccuracyPanel::changeEvent(QEvent* event) {
  QWidget::changeEvent(event);
  if (event->type() == QEvent::PaletteChange || event->type() == QEvent::FontChange) showContent();
}

std::function<void(const QString&)> AccuracyPanel::drawn(bool vectors) {
  return vectors ? drawnSvg(figure()) : drawnPng(figure());
}

void AccuracyPanel::savePng(const QString& path) { curves::savePng(figure(), path); }

void AccuracyPanel::savePdf(const QString& path) { curves::savePdf(figure(), path); }

void AccuracyPanel::saveSvg(const QString& path) { curves::saveSvg(figure(), path); }

void AccuracyPanel::saveCsv(const QString& path) {
  saveText([this] { return accuracyCsv(parts_->data); }, path);
}

void AccuracyPanel::copyImage() { QApplication::clipboard()->setImage(imageOf(figure())); }

QString AccuracyPanel::readoutText() const { return parts_->crosshair->text(); }

curves::Figure AccuracyPanel::figure() {
  const Parts& p = *parts_;
  return {*p.plot, tr("Top-1 by number of merged layers"), [this](const QPalette& palette) { showContentIn(palette); },
          [&p](const QPalette& palette) { return accuracyLegendOf(p.data, p.hidden, palette); }};
}

}  // namespace zipper
