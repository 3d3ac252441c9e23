// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/sizes/trunks_page.h"

#include <QFormLayout>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QRegularExpression>
#include <QSpinBox>
#include <QSplitter>
#include <QVBoxLayout>
#include <set>

#include "core/zippering/work_estimate.h"
#include "widgets/sizes/sizes_content.h"
#include "widgets/sizes/trade_plot.h"
#include "widgets/sizes/trade_table.h"

namespace zipper {

namespace {

QSpinBox* trunkNumber(const char* name, const QString& help) {
  auto* box = new QSpinBox;
  box->setObjectName(name);
  box->setRange(0, 1000000);
  box->setGroupSeparatorShown(true);
  box->setToolTip(help);
  return box;
}

TradePlot::Words trunksWords() {
  return {TrunksPage::tr("Accuracy against speedup"), TrunksPage::tr("measured speedup, one image for all tasks"),
          TrunksPage::tr("Measured trunks appear here, one after the other."), QStringLiteral("trunks")};
}

/// Some depths from none to all.
QString usualDepths(int layers) {
  QStringList depths;
  for (int part = 0; part <= 3; ++part) depths << QString::number(layers * part / 3);
  depths.removeDuplicates();
  return depths.join(QStringLiteral(", "));
}

}  // namespace

TrunksPage::TrunksPage(QWidget* parent)
    : QWidget(parent),
      depths_(new QLineEdit),
      iterations_(trunkNumber("trunkIterations", tr("Of calibration after each layer; a trunk needs some."))),
      finetuning_(trunkNumber("trunkFinetuning", tr("End to end, after the last layer; 0: none."))),
      text_(new QLabel),
      measure_(new QPushButton(tr("&Measure"))),
      plot_(new TradePlot(trunksWords())),
      table_(new TradeTable) {
  depths_->setObjectName("depths");
  depths_->setToolTip(tr("The last layer that is shared whole, separated by commas; 0: no trunk."));
  text_->setObjectName("trunksText");
  text_->setTextFormat(Qt::PlainText);
  text_->setWordWrap(true);
  measure_->setObjectName("measureTrunksButton");
  measure_->setAutoDefault(false);
  measure_->setToolTip(tr("Merge with each of these trunks, and score and time it; the session stays as it is"));
  iterations_->setValue(10);
  auto* form = new QFormLayout;
  form->addRow(tr("&Depths:"), depths_);
  form->addRow(tr("&Iterations per layer:"), iterations_);
  form->addRow(tr("&Fine-tuning:"), finetuning_);
  auto* side = new QWidget;
  auto* column = new QVBoxLayout(side);
  column->setContentsMargins(0, 0, 0, 0);
  column->addLayout(form);
  column->addWidget(text_);
  column->addWidget(measure_);
  column->addStretch(1);
  side->setFixedWidth(fontMetrics().averageCharWidth() * 48);
  auto* splitter = new QSplitter(Qt::Vertical);
  splitter->addWidget(plot_);
  splitter->addWidget(table_);
  splitter->setStretchFactor(0, 3);
  splitter->setStretchFactor(1, 2);
  splitter->setChildrenCollapsible(false);
  auto* row = new QHBoxLayout(this);
  row->addWidget(side);
  row->addWidget(splitter, 1);
  connect(depths_, &QLineEdit::textChanged, this, &TrunksPage::refresh);
  for (QSpinBox* box : {iterations_, finetuning_}) connect(box, &QSpinBox::valueChanged, this, &TrunksPage::refresh);
  connect(measure_, &QPushButton::clicked, this, [this] { Q_EMIT startRequested(choice()); });
  refresh();
}

void TrunksPage::setNetworks(int layers, const QString& obstacle) {
  if (layers != layers_) depths_->setText(usualDepths(layers));
  layers_ = layers;
  obstacle_ = obstacle;
  refresh();
}

void TrunksPage::setSweep(const TrunkSweep& sweep) {
  const plots::TradeData data = trunksData(sweep);
  plot_->setData(data, [sweep] { return trunkSweepCsv(sweep); });
  table_->setData(data);
}

void TrunksPage::setForecast(std::function<double(const TrunksChoice&)> forecast) {
  forecast_ = std::move(forecast);
  refresh();
}

void TrunksPage::setEnabledToStart(bool on) {
  canStart_ = on;
  refresh();
}

TrunksChoice TrunksPage::choice() const {
  TrunksChoice choice;
  choice.iterations = iterations_->value();
  choice.finetuneIterations = finetuning_->value();
  std::set<int> depths;
  static const QRegularExpression gaps(QStringLiteral("[,;\\s]+"));
  for (const QString& part : depths_->text().split(gaps, Qt::SkipEmptyParts)) {
    bool isNumber = false;
    const int depth = part.toInt(&isNumber);
    if (!isNumber || depth < 0 || depth > layers_) return choice;
    depths.insert(depth);
  }
  choice.depths.assign(depths.begin(), depths.end());
  return choice;
}

void TrunksPage::refresh() {
  const TrunksChoice now = choice();
  QString text =
      tr("For tasks that look at the same image: the first layers are shared whole and computed once, which "
         "is what makes a merged network faster. Times are measured on this machine.");
  if (!obstacle_.isEmpty())
    text = obstacle_;
  else if (now.depths.empty())
    text = tr("Depths are numbers from 0 to %1, separated by commas.").arg(layers_);
  else if (const double seconds = forecast_ ? forecast_(now) : -1; seconds >= 0)
    text += QLatin1Char('\n') + tr("All together about %1.").arg(QString::fromStdString(roughDuration(seconds)));
  text_->setText(text);
  measure_->setEnabled(canStart_ && obstacle_.isEmpty() && !now.depths.empty());
  for (QWidget* input : std::initializer_list<QWidget*>{depths_, iterations_, finetuning_})
    input->setEnabled(canStart_ && obstacle_.isEmpty());
}

}  // namespace zipper
