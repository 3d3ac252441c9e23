// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/costs/merge_estimate_panel.h"

#include <QAction>
#include <QToolButton>
#include <QVBoxLayout>
#include <algorithm>
#include <map>

#include "widgets/costs/merge_estimate_content.h"
#include "widgets/plots/custom_plot.h"
#include "widgets/plots/figure_export.h"
#include "widgets/plots/plot_cursor.h"
#include "widgets/style/colors.h"
#include "widgets/style/flow_layout.h"
#include "widgets/style/plain_text.h"

namespace zipper {

using namespace plots;

struct MergeEstimatePanel::Parts {
  std::map<LayerState, QCPBars*> bars;
  QCPItemRect* selection = nullptr;
  MergeEstimateData data;
  int selected = 0;  ///< 0: none
};

MergeEstimatePanel::MergeEstimatePanel(QAction* estimate, QAction* suggest, QWidget* parent)
    : PlotPanel("mergeEstimatePlot",
                {tr("Merge estimate by layer"),
                 tr("What sharing each layer costs at least, estimated from the teachers of all tasks: the smallest "
                    "error of its outputs with shared weights, relative to their variance. Left and Right show the "
                    "values of a layer, Enter or a click selects it."),
                 tr("layer"),
                 tr("No estimate yet: “%1” works out what merging each layer costs.")
                     .arg(style::withoutMnemonic(estimate->text()))},
                parent),
      parts_(std::make_unique<Parts>()) {
  Parts& p = *parts_;
  plot().setMinimumSize(260, 140);
  plot().yAxis->setLabel(tr("merge estimate"));
  p.selection = new QCPItemRect(&plot());
  p.selection->setLayer("background");
  for (const LayerState state : {LayerState::Separate, LayerState::Merged, LayerState::InWork, LayerState::LeftOut}) {
    p.bars[state] = new QCPBars(plot().xAxis, plot().yAxis);
    p.bars[state]->setWidth(0.62);
  }
  connect(&cursor(), &PlotCursor::chosen, this, &MergeEstimatePanel::layerSelected);
  buildControls(estimate, suggest);
  showCounted();
}

MergeEstimatePanel::~MergeEstimatePanel() = default;

void MergeEstimatePanel::buildControls(QAction* estimate, QAction* suggest) {
  auto* row = new style::FlowLayout(nullptr, 6, 4);
  row->setLastAtRight(true);
  for (QAction* action : {estimate, suggest}) {
    auto* button = new QToolButton;
    button->setDefaultAction(action);
    button->setToolButtonStyle(Qt::ToolButtonTextOnly);
    button->setFocusPolicy(Qt::TabFocus);
    row->addWidget(button);
  }
  row->addWidget(makeExportButton("merge-estimates"));
  auto* column = new QVBoxLayout(this);
  column->setContentsMargins(8, 6, 8, 6);
  column->setSpacing(4);
  column->addLayout(row);
  column->addWidget(&plot(), 1);
}

void MergeEstimatePanel::setEstimates(const std::vector<LayerMergeability>& layers) {
  parts_->data.estimates = layers;
  showCounted();
}

void MergeEstimatePanel::setLayers(const std::vector<LayerOverview>& layers) {
  parts_->data.layers = layers;
  showCounted();
}

void MergeEstimatePanel::setSelectedLayer(int layer) {
  parts_->selected = layer;
  showContent();
}

/// Without estimates there are layers on the axis, but nothing to point at.
void MergeEstimatePanel::showCounted() {
  const MergeEstimateData& data = parts_->data;
  setCounted(1, data.lastLayer());
  if (data.estimates.empty()) cursor().setPlaces(1, 0);
  showContent();
}

void MergeEstimatePanel::showContent() {
  showContentIn(palette());
  replot();
}

void MergeEstimatePanel::showContentIn(const QPalette& palette) {
  Parts& p = *parts_;
  const bool known = !p.data.estimates.empty();
  applyStyle(palette, !known);
  plot().yAxis->setRange(0, known ? 1.08 * std::max(1e-6, p.data.largest()) : 0.5);
  showBarsIn(palette);
  QColor mark = palette.color(QPalette::Highlight);
  mark.setAlphaF(0.16F);
  p.selection->setPen(Qt::NoPen);
  p.selection->setBrush(mark);
  p.selection->setVisible(p.selected >= 1 && p.selected <= int(p.data.estimates.size()));
  p.selection->topLeft->setCoords(p.selected - 0.45, plot().yAxis->range().upper);
  p.selection->bottomRight->setCoords(p.selected + 0.45, 0);
}

void MergeEstimatePanel::showBarsIn(const QPalette& palette) {
  Parts& p = *parts_;
  const std::map<LayerState, QColor> colors{{LayerState::Separate, style::mutedText(palette)},
                                            {LayerState::Merged, style::mergedColor(palette)},
                                            {LayerState::InWork, style::workColor(palette)},
                                            {LayerState::LeftOut, style::mutedText(palette)}};
  for (const auto& [state, bars] : p.bars) {
    QVector<double> keys, values;
    for (const LayerMergeability& one : p.data.estimates)
      if (p.data.stateOf(one.layer) == state) keys << one.layer, values << one.cost;
    bars->setData(keys, values, true);
    bars->setPen(QPen(colors.at(state), 1.2, state == LayerState::LeftOut ? Qt::DashLine : Qt::SolidLine));
    bars->setBrush(state == LayerState::LeftOut ? QBrush(Qt::NoBrush) : QBrush(colors.at(state)));
  }
}

Readout MergeEstimatePanel::readoutAt(int layer) const { return mergeEstimateReadout(parts_->data, layer); }

Figure MergeEstimatePanel::figure() {
  return {plot(), tr("Merge estimate by layer"), [this](const QPalette& palette) { showContentIn(palette); },
          [](const QPalette&) { return std::vector<LegendEntry>{}; }};
}

std::string MergeEstimatePanel::csv() const { return mergeEstimateCsv(parts_->data); }

}  // namespace zipper
