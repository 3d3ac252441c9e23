// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/sizes/sizes_page.h"

#include <QFormLayout>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QSlider>
#include <QSpinBox>
#include <QSplitter>
#include <QVBoxLayout>
#include <algorithm>
#include <cmath>

#include "core/report/size_report.h"
#include "core/zippering/work_estimate.h"
#include "widgets/sizes/sizes_content.h"
#include "widgets/sizes/trade_plot.h"
#include "widgets/sizes/trade_table.h"

namespace zipper {

namespace {

QPushButton* pageButton(const QString& text, const char* name, const QString& help) {
  auto* button = new QPushButton(text);
  button->setObjectName(name);
  button->setToolTip(help);
  button->setAutoDefault(false);
  return button;
}

QSpinBox* pageNumber(const char* name, int least, int value, const QString& help) {
  auto* box = new QSpinBox;
  box->setObjectName(name);
  box->setRange(least, 1000000);
  box->setGroupSeparatorShown(true);
  box->setValue(value);
  box->setToolTip(help);
  return box;
}

QLabel* sentences(const char* name) {
  auto* label = new QLabel;
  label->setObjectName(name);
  label->setTextFormat(Qt::PlainText);
  label->setWordWrap(true);
  return label;
}

TradePlot::Words sizesWords() {
  return {SizesPage::tr("Accuracy against size"), SizesPage::tr("times fewer parameters than the separate networks"),
          SizesPage::tr("Measured sizes appear here, one after the other."), QStringLiteral("sizes")};
}

}  // namespace

SizesPage::SizesPage(QWidget* parent)
    : QWidget(parent),
      slider_(new QSlider(Qt::Horizontal)),
      text_(sentences("forecast")),
      advice_(sentences("advice")),
      cost_(sentences("cost")),
      recommended_(
          pageButton(tr("Go to &Recommended"), "recommendedButton", tr("Put the slider on the recommended size"))),
      use_(pageButton(tr("&Use These Layers"), "useButton",
                      tr("Writes the layers into the recipe; Edit, Undo takes it back."))),
      measure_(pageButton(tr("&Measure"), "measureButton",
                          tr("Merge each of these sizes by itself, and score it; the session stays as it is"))),
      measureThis_(
          pageButton(tr("Measure &This Size"), "measureThisButton", tr("Merge and score the size of the slider"))),
      points_(pageNumber("points", 2, 6, tr("Sizes from the separate networks to one, spread evenly."))),
      iterations_(pageNumber("iterations", 0, 0,
                             tr("Of calibration after each layer; 0 measures in closed form alone, which is quick."))),
      finetuning_(pageNumber("finetuning", 0, 0, tr("End to end, after the last layer; 0: none."))),
      plot_(new TradePlot(sizesWords())),
      table_(new TradeTable) {
  auto* left = new QVBoxLayout;
  buildSlider(left);
  buildNumbers(left);
  left->addStretch(1);
  auto* splitter = new QSplitter(Qt::Vertical);
  splitter->addWidget(plot_);
  splitter->addWidget(table_);
  splitter->setStretchFactor(0, 3);
  splitter->setStretchFactor(1, 2);
  splitter->setChildrenCollapsible(false);
  auto* row = new QHBoxLayout(this);
  auto* side = new QWidget;
  side->setLayout(left);
  left->setContentsMargins(0, 0, 0, 0);
  side->setFixedWidth(fontMetrics().averageCharWidth() * 48);
  row->addWidget(side);
  row->addWidget(splitter, 1);
  connect(plot_, &TradePlot::placeChosen, this, &SizesPage::chooseNearest);
  connect(table_, &TradeTable::placeChosen, this, &SizesPage::chooseNearest);
  refresh();
}

void SizesPage::buildSlider(QVBoxLayout* column) {
  auto* label = new QLabel(tr("&Size"));
  label->setBuddy(slider_);
  slider_->setObjectName("sizeSlider");
  slider_->setAccessibleName(tr("Size: how many layers are shared"));
  slider_->setToolTip(tr("From the separate networks at the left to one network at the right."));
  slider_->setTickPosition(QSlider::TicksBelow);
  slider_->setPageStep(2);
  connect(slider_, &QSlider::valueChanged, this, &SizesPage::showChosen);
  connect(recommended_, &QPushButton::clicked, this, &SizesPage::chooseRecommended);
  connect(use_, &QPushButton::clicked, this, [this] {
    if (const SizePlan* plan = chosenPlan()) Q_EMIT layersChosen(plan->layers);
  });
  auto* buttons = new QHBoxLayout;
  buttons->addWidget(recommended_);
  buttons->addWidget(use_);
  column->addWidget(label);
  column->addWidget(slider_);
  column->addWidget(text_);
  column->addWidget(advice_);
  column->addLayout(buttons);
}

void SizesPage::buildNumbers(QVBoxLayout* column) {
  auto* form = new QFormLayout;
  form->addRow(tr("&Points:"), points_);
  form->addRow(tr("&Iterations per layer:"), iterations_);
  form->addRow(tr("&Fine-tuning:"), finetuning_);
  for (QSpinBox* box : {points_, iterations_, finetuning_})
    connect(box, &QSpinBox::valueChanged, this, &SizesPage::refresh);
  connect(measure_, &QPushButton::clicked, this, [this] { Q_EMIT startRequested(choice()); });
  connect(measureThis_, &QPushButton::clicked, this, [this] {
    if (const SizePlan* plan = chosenPlan()) Q_EMIT startRequested(with({*plan}));
  });
  auto* buttons = new QHBoxLayout;
  buttons->addWidget(measure_);
  buttons->addWidget(measureThis_);
  column->addSpacing(8);
  column->addLayout(form);
  column->addWidget(cost_);
  column->addLayout(buttons);
}

void SizesPage::setSweep(const SizeSweep& sweep) {
  const bool first = sweep_.plans.empty();
  const int before = slider_->value();
  sweep_ = sweep;
  slider_->setRange(0, std::max(0, int(sweep_.plans.size()) - 1));
  if (first && !sweep_.plans.empty())
    chooseRecommended();
  else
    slider_->setValue(before);
  table_->setData(sizesData(sweep_, nullptr));
  refresh();
}

void SizesPage::setMerged(const std::vector<int>& layers) {
  merged_ = layers;
  refresh();
}

void SizesPage::setForecast(std::function<double(const SizesChoice&)> forecast) {
  forecast_ = std::move(forecast);
  refresh();
}

void SizesPage::setEnabledToStart(bool on) {
  canStart_ = on;
  refresh();
}

SizesChoice SizesPage::with(std::vector<SizePlan> plans) const {
  SizesChoice choice;
  for (SizePlan& plan : plans)
    if (!plan.layers.empty()) choice.plans.push_back(std::move(plan));
  choice.iterations = iterations_->value();
  choice.finetuneIterations = finetuning_->value();
  return choice;
}

SizesChoice SizesPage::choice() const {
  return with(sweep_.plans.empty() ? std::vector<SizePlan>() : spreadPlans(sweep_.plans, points_->value()));
}

const SizePlan* SizesPage::chosenPlan() const {
  return sweep_.plans.empty() ? nullptr : &sweep_.plans[std::size_t(slider_->value())];
}

void SizesPage::chooseRecommended() {
  const std::vector<int> layers = adviceOf(sweep_).layers;
  for (std::size_t i = 0; i < sweep_.plans.size(); ++i)
    if (sweep_.plans[i].layers == layers) choosePlan(int(i));
}

void SizesPage::choosePlan(int index) { slider_->setValue(index); }

void SizesPage::chooseNearest(double compression) {
  int nearest = 0;
  const auto distance = [&](int index) {
    return std::abs(sweep_.plans[std::size_t(index)].cost.compression - compression);
  };
  for (int i = 1; i < int(sweep_.plans.size()); ++i)
    if (distance(i) < distance(nearest)) nearest = i;
  choosePlan(nearest);
}

QString SizesPage::obstacle() const {
  const SizePlan* plan = chosenPlan();
  if (plan == nullptr || plan->layers.empty()) return {};
  for (const int layer : merged_)
    if (std::find(plan->layers.begin(), plan->layers.end(), layer) == plan->layers.end())
      return tr("Layer %1 is merged already, which this size leaves out: step back first to use it.").arg(layer);
  return {};
}

void SizesPage::showChosen() {
  const SizePlan* plan = chosenPlan();
  plot_->setData(sizesData(sweep_, plan), [sweep = sweep_] { return sizeSweepCsv(sweep); });
  const QString reason = obstacle();
  text_->setText(plan == nullptr    ? tr("Merge estimates come first; they are being worked out from the teachers.")
                 : reason.isEmpty() ? forecastText(*plan, sweep_)
                                    : forecastText(*plan, sweep_) + QLatin1Char('\n') + reason);
  use_->setEnabled(plan != nullptr && !plan->layers.empty() && reason.isEmpty() && canStart_);
  measureThis_->setEnabled(plan != nullptr && !plan->layers.empty() && canStart_);
}

void SizesPage::refresh() {
  const bool known = !sweep_.plans.empty();
  slider_->setEnabled(known);
  recommended_->setEnabled(known);
  measure_->setEnabled(known && canStart_);
  advice_->setText(known ? adviceSentence(adviceOf(sweep_)) : QString());
  const SizesChoice now = choice();
  const double seconds = forecast_ && known ? forecast_(now) : -1;
  const QString sizes = tr("Sizes: %1, each merged by itself.").arg(now.plans.size());
  cost_->setText(seconds < 0 ? sizes
                             : sizes + QLatin1Char(' ') +
                                   tr("All together about %1.").arg(QString::fromStdString(roughDuration(seconds))));
  for (QSpinBox* box : {points_, iterations_, finetuning_}) box->setEnabled(canStart_);
  showChosen();
}

}  // namespace zipper
