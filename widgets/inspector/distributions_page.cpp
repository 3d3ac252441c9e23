// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/inspector/distributions_page.h"

#include <QCheckBox>
#include <QEvent>
#include <QGridLayout>
#include <QHBoxLayout>
#include <QScrollArea>
#include <algorithm>

#include "widgets/inspector/beside_weights.h"
#include "widgets/inspector/distributions.h"
#include "widgets/inspector/series_legend.h"

namespace zipper {

namespace {

constexpr int bins = 60, columnWidth = 250;

/// Bin limits and counts as a table.
Exportable tableOf(const HistogramView& chart) {
  const Histogram& histogram = chart.histogram();
  FloatArray table;
  table.shape = {chart.bins(), 2 + std::int64_t(chart.series().size())};
  const double width = (histogram.high - histogram.low) / std::max(1, chart.bins());
  for (int bin = 0; bin < chart.bins(); ++bin) {
    table.values.push_back(float(histogram.low + bin * width));
    table.values.push_back(float(histogram.low + (bin + 1) * width));
    for (const auto& counts : histogram.counts) table.values.push_back(float(counts[std::size_t(bin)]));
  }
  Exportable item{chart.title(), std::make_shared<const FloatArray>(std::move(table)), {}, {"low", "high"}};
  for (const HistogramSeries& series : chart.series()) item.columns << series.title;
  return item;
}

}  // namespace

DistributionsPage::DistributionsPage(QWidget* parent)
    : WeightsBasedPage(Shows::Matrices, parent),
      legend_(new SeriesLegend),
      logarithmic_(new QCheckBox(tr("Log scale"))),
      scroll_(new QScrollArea) {
  auto* top = new QHBoxLayout;
  top->addWidget(legend_, 1, Qt::AlignVCenter);
  top->addWidget(logarithmic_, 0, Qt::AlignTop);
  auto* layout = new QVBoxLayout(content());
  layout->setContentsMargins(0, 0, 0, 0);
  layout->setSpacing(8);
  layout->addLayout(top);
  layout->addWidget(scroll_, 1);
  auto* charts = new QWidget;
  grid_ = new QGridLayout(charts);
  grid_->setContentsMargins(0, 0, 0, 0);
  grid_->setSpacing(8);
  scroll_->setWidget(charts);
  scroll_->setWidgetResizable(true);
  scroll_->setFrameShape(QFrame::NoFrame);
  scroll_->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
  scroll_->setFocusPolicy(Qt::NoFocus);
  scroll_->viewport()->setAutoFillBackground(false);
  charts->setAutoFillBackground(false);
  scroll_->viewport()->installEventFilter(this);
  logarithmic_->setToolTip(tr("Show the shares on a logarithmic scale: rare values become visible"));
  connect(logarithmic_, &QCheckBox::toggled, this, [this](bool on) {
    for (HistogramView* chart : charts_) chart->setLogarithmic(on);
  });
}

std::vector<HistogramView*> DistributionsPage::charts() const {
  return {charts_.begin(), charts_.begin() + std::ptrdiff_t(shown_)};
}

HistogramView* DistributionsPage::makeChart() {
  auto* chart = new HistogramView;
  chart->setLogarithmic(logarithmic_->isChecked());
  connect(chart, &HistogramView::readOut, this, &DistributionsPage::readOut);
  return chart;
}

void DistributionsPage::present(const std::shared_ptr<const LayerWeights>& weights) {
  std::vector<Distribution> distributions =
      distributionsOf(*weights, bins, task(), part(), beside() ? beside()->beside.get() : nullptr);
  if (distributions.empty()) return showMessage(tr("This layer has no weights."));
  while (charts_.size() < distributions.size()) charts_.push_back(makeChart());
  shown_ = distributions.size();
  std::vector<HistogramSeries> all;
  for (std::size_t i = 0; i < shown_; ++i) {
    for (const HistogramSeries& series : distributions[i].series)
      if (std::find(all.begin(), all.end(), series) == all.end()) all.push_back(series);
    charts_[i]->setData(distributions[i].title, std::move(distributions[i].histogram),
                        std::move(distributions[i].series));
  }
  // What is everybody's before what is one task's.
  std::stable_partition(all.begin(), all.end(),
                        [](const HistogramSeries& s) { return s.source == Source::Teacher || isFilled(s); });
  legend_->setSeries(std::move(all));
  columns_ = 0;
  arrange();
  showContent();
}

void DistributionsPage::arrange() {
  const int columns = std::clamp(scroll_->viewport()->width() / columnWidth, 1, 4);
  if (columns == columns_) return;
  columns_ = columns;
  while (QLayoutItem* item = grid_->takeAt(0)) delete item;
  for (int row = 0; row < grid_->rowCount(); ++row) grid_->setRowStretch(row, 0);
  for (int column = 0; column < 4; ++column) grid_->setColumnStretch(column, column < columns ? 1 : 0);
  for (std::size_t i = 0; i < charts_.size(); ++i) {
    if (i < shown_) grid_->addWidget(charts_[i], int(i) / columns, int(i) % columns);
    charts_[i]->setVisible(i < shown_);
  }
  grid_->setRowStretch((int(shown_) + columns - 1) / columns, 1);
}

bool DistributionsPage::eventFilter(QObject* watched, QEvent* event) {
  if (watched == scroll_->viewport() && event->type() == QEvent::Resize) arrange();
  return WeightsBasedPage::eventFilter(watched, event);
}

std::vector<Exportable> DistributionsPage::presentedItems() const {
  std::vector<Exportable> items;
  for (HistogramView* chart : charts()) {
    items.push_back(tableOf(*chart));
    items.back().picture = [chart] { return chart->grab().toImage(); };
  }
  return items;
}

}  // namespace zipper
