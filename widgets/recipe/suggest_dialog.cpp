// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/recipe/suggest_dialog.h"

#include <QComboBox>
#include <QDialogButtonBox>
#include <QDoubleSpinBox>
#include <QFormLayout>
#include <QHeaderView>
#include <QLabel>
#include <QLocale>
#include <QPushButton>
#include <QTreeWidget>
#include <QVBoxLayout>
#include <algorithm>
#include <cmath>
#include <numeric>

#include "core/network/merge_cost.h"
#include "core/support/text_format.h"
#include "widgets/style/column_fit.h"

namespace zipper {

namespace {

enum TableColumn { LayerColumn, LossColumn, SavedColumn, CompressionColumn, TableColumnCount };

QString number(double value, int decimals) { return QString::fromStdString(fixedNumber(value, decimals)); }

/// Rounded down, so that what falls short of the wanted compression looks so.
QString times(double compression) { return number(std::floor(100 * compression) / 100, 2) + QStringLiteral(" ×"); }

bool contains(const std::vector<int>& layers, int layer) {
  return std::find(layers.begin(), layers.end(), layer) != layers.end();
}

/// Takes a comma for the point, and what is too much for the most.
class CompressionBox : public QDoubleSpinBox {
 public:
  QValidator::State validate(QString& input, int& position) const override {
    input.replace(u',', u'.');
    const QValidator::State state = QDoubleSpinBox::validate(input, position);
    return state == QValidator::Invalid && numberIn(input) > maximum() ? QValidator::Intermediate : state;
  }
  void fixup(QString& input) const override {
    if (numberIn(input) > maximum()) input = prefix() + textFromValue(maximum()) + suffix();
  }

 private:
  /// 0 if there is none.
  double numberIn(QString text) const {
    if (text.endsWith(suffix())) text.chop(suffix().size());
    return text.trimmed().toDouble();
  }
};

}  // namespace

SuggestDialog::SuggestDialog(SuggestionBase base, QWidget* parent)
    : QDialog(parent),
      base_(std::move(base)),
      wanted_(new CompressionBox),
      order_(new QComboBox),
      table_(new QTreeWidget),
      summary_(new QLabel),
      advice_(new QLabel) {
  setObjectName("suggestDialog");
  setWindowTitle(tr("Suggest layers"));
  setLayout(new QVBoxLayout);
  buildControls();
  buildTable();
  buildButtons();
  refresh();
  resize(520, 520);
}

void SuggestDialog::buildControls() {
  std::vector<int> all(base_.costs.size());
  std::iota(all.begin(), all.end(), 1);
  const double least = std::max(1.0, compressionOf(base_.merged));
  most_ = compressionOf(all);
  wanted_->setObjectName("wantedCompression");
  wanted_->setDecimals(2);
  wanted_->setSingleStep(0.05);
  // Rounded inwards: what isn't reached by merging everything can't be wanted.
  const double highest = std::floor(100 * most_) / 100;
  wanted_->setRange(std::min(std::ceil(100 * least) / 100, highest), highest);
  wanted_->setSuffix(tr(" × fewer parameters"));
  // Rounded down, or the next larger network would be what reaches it.
  wanted_->setValue(std::floor(100 * advice().cost.compression) / 100);
  wanted_->setToolTip(tr("Trainable parameters of the separate networks, divided by those of the merged one."));
  order_->addItems({tr("From the input to the output"), tr("Cheapest first, by loss per saved parameter")});
  order_->setObjectName("order");
  order_->setToolTip(
      tr("From the input to the output, each layer is aligned and calibrated on what comes before it. A layer whose "
         "successor is merged already can't be given another order of channels any more."));
  auto* form = new QFormLayout;
  form->addRow(tr("&Wanted:"), wanted_);
  form->addRow(tr("&Order:"), order_);
  static_cast<QVBoxLayout*>(layout())->addLayout(form);
  advice_->setObjectName("advice");
  advice_->setWordWrap(true);
  advice_->setTextFormat(Qt::PlainText);
  advice_->setText(adviceText());
  layout()->addWidget(advice_);
  connect(wanted_, &QDoubleSpinBox::valueChanged, this, &SuggestDialog::refresh);
  connect(order_, &QComboBox::currentIndexChanged, this, &SuggestDialog::refresh);
}

void SuggestDialog::buildTable() {
  table_->setHeaderLabels({tr("Layer"), tr("Expected loss"), tr("Saved parameters"), tr("So far")});
  table_->headerItem()->setToolTip(LossColumn, tr("Estimate of each layer for itself, without training: how far "
                                                  "sharing it moves the answers, in nats an image."));
  table_->headerItem()->setToolTip(CompressionColumn,
                                   tr("How many times fewer parameters with all layers up to here."));
  for (int column = LossColumn; column < TableColumnCount; ++column)
    table_->headerItem()->setTextAlignment(column, Qt::AlignRight | Qt::AlignVCenter);
  table_->setRootIsDecorated(false);
  table_->setUniformRowHeights(true);
  table_->setAlternatingRowColors(true);
  table_->setSelectionMode(QAbstractItemView::NoSelection);
  table_->header()->setStretchLastSection(false);
  columns_ = new style::ColumnFit(table_, table_->header(), style::ColumnFit::none);
  table_->setAccessibleName(tr("Suggested layers"));
  summary_->setWordWrap(true);
  summary_->setTextFormat(Qt::PlainText);
  summary_->setObjectName("summary");
  layout()->addWidget(table_);
  layout()->addWidget(summary_);
}

void SuggestDialog::buildButtons() {
  auto* buttons = new QDialogButtonBox(QDialogButtonBox::Cancel);
  use_ = buttons->addButton(tr("&Use as Plan"), QDialogButtonBox::AcceptRole);
  use_->setObjectName("useButton");
  use_->setToolTip(tr("Writes the layers into the recipe; Edit, Undo takes it back."));
  layout()->addWidget(buttons);
  connect(buttons, &QDialogButtonBox::accepted, this, [this] {
    Q_EMIT planChosen(layers());
    accept();
  });
  connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
}

void SuggestDialog::setCompression(double wanted) { wanted_->setValue(wanted); }

void SuggestDialog::setCheapestFirst(bool on) { order_->setCurrentIndex(on ? 1 : 0); }

double SuggestDialog::compressionOf(const std::vector<int>& layers) const {
  return mergeCost(base_.specs, Sharing(layers, base_.policy)).compression;
}

SizeAdvice SuggestDialog::advice() const {
  return base_.measured ? *base_.measured : estimatedAdvice(sizePlans(base_.costs, base_.specs, base_.policy));
}

QString SuggestDialog::adviceText() const {
  const SizeAdvice recommended = advice();
  const QString compression = times(recommended.cost.compression);
  if (!recommended.measured)
    return tr("Recommended by estimate: %1 fewer parameters. The first layers hold few weights and cost most; “Sizes "
              "and "
              "Trunks” measures what each size loses.")
        .arg(compression);
  return tr("Recommended by measured sizes: %1 fewer parameters, %2 points of mean top-1 below the teachers.")
      .arg(compression, QLocale().toString(100 * recommended.loss, 'f', 2));
}

std::vector<int> SuggestDialog::layers() const {
  // The most that can be asked for is rounded down: it means all of them.
  const double wanted = wanted_->value() < wanted_->maximum() ? wanted_->value() : most_;
  auto chosen = suggestLayers(base_.costs, base_.specs, base_.policy, wanted, base_.merged);
  if (order_->currentIndex() == 0) std::sort(chosen.begin() + std::ptrdiff_t(base_.merged.size()), chosen.end());
  return chosen;
}

void SuggestDialog::fillTable() {
  table_->clear();
  std::vector<int> sofar;
  for (const int layer : layers()) {
    sofar.push_back(layer);
    auto* row = new QTreeWidgetItem(table_);
    row->setText(LayerColumn, contains(base_.merged, layer) ? tr("%1, merged").arg(layer) : QString::number(layer));
    const LayerMergeability& estimate = base_.costs[std::size_t(layer) - 1];
    row->setText(LossColumn, QLocale().toString(estimate.loss, 'g', 3));
    row->setText(SavedColumn, QString::fromStdString(withThousands(estimate.savedParameters)));
    row->setText(CompressionColumn, times(compressionOf(sofar)));
    for (int column = LossColumn; column < TableColumnCount; ++column)
      row->setTextAlignment(column, Qt::AlignRight | Qt::AlignVCenter);
  }
  columns_->fit();
}

void SuggestDialog::refresh() {
  fillTable();
  const auto chosen = layers();
  use_->setEnabled(!chosen.empty());
  summary_->setText(chosen.empty()
                        ? tr("Nothing has to be merged for that.")
                        : tr("%1 of %2 layers, %3 fewer parameters. The losses are estimates from the teachers alone; "
                             "what a plan really costs, its run tells.")
                              .arg(chosen.size())
                              .arg(base_.costs.size())
                              .arg(times(compressionOf(chosen))));
}

}  // namespace zipper
