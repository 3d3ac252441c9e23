// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/curves/merge_cost_panel.h"

#include <QAction>
#include <QApplication>
#include <QClipboard>
#include <QToolButton>
#include <QVBoxLayout>
#include <algorithm>
#include <cmath>
#include <map>

#include "widgets/curves/custom_plot.h"
#include "widgets/curves/export_button.h"
#include "widgets/curves/figure_export.h"
#include "widgets/curves/merge_cost_content.h"
#include "widgets/curves/plot_hint.h"
#include "widgets/curves/plot_navigator.h"
#include "widgets/curves/plot_style.h"
#include "widgets/style/colors.h"
#include "widgets/style/flow_layout.h"

namespace zipper {

using namespace curves;

struct MergeCostPanel::Parts {
  explicit Parts(QWidget* panel) : plot(new QCustomPlot(panel)) {}

  QCustomPlot* plot;
  std::map<LayerState, QCPBars*> bars;
  QCPItemRect* selection = nullptr;
  PlotHint* hint = nullptr;
  Crosshair* crosshair = nullptr;
  MergeCostData data;
  int cursor = 0;    ///< layer under the crosshair; 0: none
  int selected = 0;  ///< 0: none
};

MergeCostPanel::MergeCostPanel(QAction* estimate, QAction* suggest, QWidget* parent)
    : QWidget(parent), parts_(std::make_unique<Parts>(this)) {
  buildPlot();
  buildControls(estimate, suggest);
  showContent();
}

MergeCostPanel::~MergeCostPanel() { parts_->plot->removeEventFilter(this); }

void MergeCostPanel::buildPlot() {
  Parts& p = *parts_;
  p.plot->setObjectName("mergeCostPlot");
  p.plot->setMinimumSize(260, 140);
  p.plot->setMouseTracking(true);
  p.plot->setFocusPolicy(Qt::StrongFocus);
  p.plot->setLocale(QLocale());
  p.plot->installEventFilter(this);
  p.plot->setAccessibleName(tr("Merge cost by layer"));
  p.plot->setWhatsThis(tr(
      "What merging each layer costs by estimate: the smallest error of its outputs with shared weights, relative to "
      "their variance. Left and Right show the values of a layer, Enter or a click selects it."));
  p.plot->xAxis->setTicker(wholeNumberTicker());
  p.plot->xAxis->ticker()->setTickCount(14);
  p.plot->xAxis->setNumberFormat("f");
  p.plot->xAxis->setNumberPrecision(0);
  p.plot->xAxis->setSubTicks(false);
  p.plot->xAxis->setRange(0.4, layerCount + 0.6);
  p.plot->xAxis->setLabel(tr("layer"));
  p.plot->yAxis->setLabel(tr("merge cost, estimated"));
  p.selection = new QCPItemRect(p.plot);
  p.selection->setLayer("background");
  for (const LayerState state : {LayerState::Separate, LayerState::Merged, LayerState::InWork, LayerState::LeftOut}) {
    p.bars[state] = new QCPBars(p.plot->xAxis, p.plot->yAxis);
    p.bars[state]->setWidth(0.62);
  }
  p.crosshair = new Crosshair(p.plot->xAxis);
  p.hint = new PlotHint(p.plot->axisRect(),
                        tr("No estimate yet: “Estimate Merge Costs” works out what merging each layer costs."));
}

void MergeCostPanel::buildControls(QAction* estimate, QAction* suggest) {
  QToolButton* exporting = makeExportButton(
      this, {"merge-costs", [this](const QString& path) { savePng(path); },
             [this](const QString& path) { savePdf(path); }, [this](const QString& path) { saveSvg(path); },
             [this](const QString& path) { saveCsv(path); }, [this] { copyImage(); }});
  auto* row = new style::FlowLayout(nullptr, 6, 4);
  row->setLastAtRight(true);
  for (QAction* action : {estimate, suggest}) {
    auto* button = new QToolButton;
    button->setDefaultAction(action);
    button->setToolButtonStyle(Qt::ToolButtonTextOnly);
    button->setFocusPolicy(Qt::TabFocus);
    row->addWidget(button);
  }
  row->addWidget(exporting);
  auto* column = new QVBoxLayout(this);
  column->setContentsMargins(8, 6, 8, 6);
  column->setSpacing(4);
  column->addLayout(row);
  column->addWidget(parts_->plot, 1);
}

void MergeCostPanel::setCosts(const std::vector<LayerMergeability>& layers) {
  parts_->data.costs = layers.size() == std::size_t(layerCount) ? layers : std::vector<LayerMergeability>{};
  showContent();
}

void MergeCostPanel::setLayers(const std::vector<LayerOverview>& layers) {
  parts_->data.layers = layers.size() == std::size_t(layerCount) ? layers : std::vector<LayerOverview>{};
  showContent();
}

void MergeCostPanel::setSelectedLayer(int layer) {
  parts_->selected = layer >= 1 && layer <= layerCount ? layer : 0;
  showContent();
}

void MergeCostPanel::showContent() {
  showContentIn(palette());
  showCursor(parts_->cursor);
  parts_->plot->replot(QCustomPlot::rpQueuedReplot);
}

void MergeCostPanel::showContentIn(const QPalette& palette) {
  Parts& p = *parts_;
  const bool known = !p.data.costs.empty();
  applyPlotStyle(*p.plot, palette, p.plot->font());
  p.plot->xAxis->grid()->setVisible(false);
  p.crosshair->setPalette(palette);
  p.plot->yAxis->setRange(0, known ? 1.08 * std::max(1e-6, p.data.largest()) : 0.5);
  showBarsIn(palette);
  QColor mark = palette.color(QPalette::Highlight);
  mark.setAlphaF(0.16F);
  p.selection->setPen(Qt::NoPen);
  p.selection->setBrush(mark);
  p.selection->setVisible(p.selected > 0 && known);
  p.selection->topLeft->setCoords(p.selected - 0.45, p.plot->yAxis->range().upper);
  p.selection->bottomRight->setCoords(p.selected + 0.45, 0);
  p.hint->setVisible(!known);
  p.hint->recolor(palette);
}

void MergeCostPanel::showBarsIn(const QPalette& palette) {
  Parts& p = *parts_;
  const std::map<LayerState, QColor> colors{{LayerState::Separate, style::mutedText(palette)},
                                            {LayerState::Merged, style::mergedColor(palette)},
                                            {LayerState::InWork, style::workColor(palette)},
                                            {LayerState::LeftOut, style::mutedText(palette)}};
  for (const auto& [state, bars] : p.bars) {
    QVector<double> keys, values;
    for (const LayerMergeability& one : p.data.costs)
      if (p.data.stateOf(one.layer) == state) keys << one.layer, values << one.cost;
    bars->setData(keys, values, true);
    bars->setPen(QPen(colors.at(state), 1.2, state == LayerState::LeftOut ? Qt::DashLine : Qt::SolidLine));
    bars->setBrush(state == LayerState::LeftOut ? QBrush(Qt::NoBrush) : QBrush(colors.at(state)));
  }
}

int MergeCostPanel::layerAt(const QPointF& position) const {
  const QCustomPlot& plot = *parts_->plot;
  if (parts_->data.costs.empty() || !QRectF(plot.axisRect()->rect()).contains(position)) return 0;
  return std::clamp(int(std::lround(plot.xAxis->pixelToCoord(position.x()))), 1, layerCount);
}

void MergeCostPanel::showCursor(int layer) {
  Parts& p = *parts_;
  p.cursor = p.data.costs.empty() ? 0 : std::clamp(layer, 0, layerCount);
  if (p.cursor > 0)
    p.crosshair->show(mergeCostReadout(p.data, p.cursor));
  else
    p.crosshair->hide();
  p.plot->setAccessibleDescription(p.crosshair->text());
}

bool MergeCostPanel::moveCursor(int key) {
  const int cursor = parts_->cursor;
  if (key == Qt::Key_Left)
    showCursor(cursor < 1 ? layerCount : std::max(1, cursor - 1));
  else if (key == Qt::Key_Right)
    showCursor(cursor + 1);
  else if (key == Qt::Key_Escape)
    showCursor(0);
  else if ((key == Qt::Key_Return || key == Qt::Key_Enter) && cursor > 0)
    Q_EMIT layerSelected(cursor);
  else
    return false;
  parts_->crosshair->redraw();
  return true;
}

bool MergeCostPanel::eventFilter(QObject* watched, QEvent* event) {
  Parts& p = *parts_;
  if (watched != p.plot) return QWidget::eventFilter(watched, event);
  switch (event->type()) {
    case QEvent::MouseMove:
    case QEvent::Leave: {
      const bool left = event->type() == QEvent::Leave;
      const int layer = left ? 0 : layerAt(static_cast<QMouseEvent*>(event)->position());
      if (layer == p.cursor) return !left;
      showCursor(layer);
      p.crosshair->redraw();
      return !left;
    }
    case QEvent::MouseButtonPress:
      if (const int layer = layerAt(static_cast<QMouseEvent*>(event)->position())) Q_EMIT layerSelected(layer);
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

void MergeCostPanel::changeEvent(QEvent* event) {
  QWidget::changeEvent(event);
  if (event->type() == QEvent::PaletteChange || event->type() == QEvent::FontChange) showContent();
}

std::function<void(const QString&)> MergeCostPanel::drawn(bool vectors) {
  return vectors ? drawnSvg(figure()) : drawnPng(figure());
}

void MergeCostPanel::savePng(const QString& path) { curves::savePng(figure(), path); }

void MergeCostPanel::savePdf(const QString& path) { curves::savePdf(figure(), path); }

void MergeCostPanel::saveSvg(const QString& path) { curves::saveSvg(figure(), path); }

void MergeCostPanel::saveCsv(const QString& path) {
  saveText([this] { return mergeCostCsv(parts_->data); }, path);
}

void MergeCostPanel::copyImage() { QApplication::clipboard()->setImage(imageOf(figure())); }

QString MergeCostPanel::readoutText() const { return parts_->crosshair->text(); }

curves::Figure MergeCostPanel::figure() {
  return {*parts_->plot, tr("Merge cost by layer"), [this](const QPalette& palette) { showContentIn(palette); },
          [](const QPalette&) { return std::vector<LegendEntry>{}; }};
}

}  // namespace zipper
