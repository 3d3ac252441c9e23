// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/compare/compare_form.h"

#include <QCheckBox>
#include <QEvent>
#include <QFormLayout>
#include <QGridLayout>
#include <QGroupBox>
#include <QLabel>
#include <QLineEdit>
#include <QSpinBox>
#include <QVBoxLayout>
#include <algorithm>
#include <utility>

#include "core/zippering/start_factors.h"
#include "core/zippering/work_estimate.h"
#include "widgets/style/colors.h"
#include "widgets/style/plain_text.h"
#include "widgets/style/terms.h"

namespace zipper {

namespace {

constexpr Initialization initializations[]{Initialization::FromA, Initialization::FromB, Initialization::Random,
                                           Initialization::Mean, Initialization::LeastSquares};
constexpr Alignment alignments[]{Alignment::None, Alignment::Weights, Alignment::Activations, Alignment::Mergeability};

QSpinBox* numberBox(int value, const QString& help) {
  auto* box = new QSpinBox;
  box->setRange(0, 1000000);
  box->setGroupSeparatorShown(true);
  box->setValue(value);
  box->setToolTip(help);
  return box;
}

QLabel* headingOf(Alignment alignment) {
  auto* label = new QLabel(alignment == Alignment::None ? CompareForm::tr("none") : alignmentName(alignment));
  label->setAlignment(Qt::AlignCenter);
  return label;
}

}  // namespace

CompareForm::CompareForm(QWidget* parent)
    : QWidget(parent),
      iterations_(numberBox(5, tr("Of calibration after each layer; 0 compares the initializations alone."))),
      finetuning_(numberBox(0, tr("End to end, after the last layer; 0: none."))),
      images_(numberBox(256, tr("Training images of each task for alignment, least squares and the statistics of batch "
                                "normalization. Few make a quick look; Fast and Paper take 1,024 and 2,048."))),
      seeds_(new QLineEdit(QStringLiteral("1"))),
      sameFits_(new QCheckBox(tr("Same fits in all runs"))),
      summary_(new QLabel) {
  auto* group = new QGroupBox(tr("Strategies"));
  group->setLayout(buildStrategies());
  auto* layout = new QVBoxLayout(this);
  layout->setContentsMargins(0, 0, 0, 0);
  layout->addWidget(group);
  buildNumbers();
  summary_->setWordWrap(true);
  summary_->setTextFormat(Qt::PlainText);
  summary_->setObjectName("summary");
  layout->addWidget(summary_);
  setStrategies({strategyName(Initialization::Mean, Alignment::None),
                 strategyName(Initialization::LeastSquares, Alignment::Mergeability)});
}

QCheckBox* CompareForm::addBox(const std::string& name, const QString& description) {
  auto* box = new QCheckBox;
  box->setObjectName(style::unchanged(name));
  box->setAccessibleName(description);
  box->setToolTip(description);
  connect(box, &QCheckBox::toggled, this, &CompareForm::refresh);
  boxes_[name] = box;
  names_.push_back(name);
  return box;
}

QGridLayout* CompareForm::buildStrategies() {
  auto* grid = new QGridLayout;
  int column = 1, row = 1;
  for (const Alignment alignment : alignments) grid->addWidget(headingOf(alignment), 0, column++);
  for (const Initialization initialization : initializations) {
    grid->addWidget(new QLabel(initializationName(initialization)), row, 0);
    column = 1;
    for (const Alignment alignment : alignments)
      grid->addWidget(
          addBox(
              strategyName(initialization, alignment),
              tr("Initialization %1, alignment: %2").arg(initializationName(initialization), alignmentName(alignment))),
          row, column++, Qt::AlignCenter);
    ++row;
  }
  QCheckBox* naive =
      addBox("naive", tr("One network with a head per task, all other layers shared, trained directly from "
                         "random weights for as many iterations: the baseline that no teacher helps."));
  naive->setText(tr("naive: trained directly"));
  grid->addWidget(naive, row, 0, 1, 5);
  return grid;
}

void CompareForm::buildNumbers() {
  seeds_->setToolTip(
      tr("Each strategy runs once with each seed. The same seed means the same batches and the same "
         "calibration images for all strategies but the naive one."));
  seeds_->setObjectName("seeds");
  iterations_->setObjectName("iterations");
  finetuning_->setObjectName("finetuning");
  images_->setObjectName("images");
  images_->setMinimum(16);
  auto* form = new QFormLayout;
  form->addRow(tr("&Iterations per layer:"), iterations_);
  form->addRow(tr("&Fine-tuning:"), finetuning_);
  form->addRow(tr("I&mages:"), images_);
  form->addRow(tr("See&ds:"), seeds_);
  sameFits_->setObjectName("sameFits");
  sameFits_->setToolTip(
      tr("Depthwise kernels and heads are fitted, or not, as the recipe has it. Otherwise they are with least squares "
         "alone, and other initializations do without, as in the paper."));
  form->addRow(sameFits_);
  connect(sameFits_, &QCheckBox::toggled, this, &CompareForm::refresh);
  static_cast<QVBoxLayout*>(layout())->addLayout(form);
  connect(iterations_, &QSpinBox::valueChanged, this, &CompareForm::refresh);
  connect(images_, &QSpinBox::valueChanged, this, &CompareForm::refresh);
  connect(finetuning_, &QSpinBox::valueChanged, this, &CompareForm::refresh);
  connect(seeds_, &QLineEdit::textChanged, this, &CompareForm::refresh);
}

void CompareForm::setPlan(const Recipe& recipe) {
  recipe_ = recipe;
  refresh();
}

void CompareForm::setForecast(std::function<double(const CompareChoice&)> forecast) {
  forecast_ = std::move(forecast);
  refresh();
}

void CompareForm::setStrategies(const std::vector<std::string>& names) {
  for (const auto& [name, box] : boxes_) box->setChecked(std::find(names.begin(), names.end(), name) != names.end());
  refresh();
}

CompareChoice CompareForm::choice() const {
  CompareChoice choice;
  QString problem;
  for (const std::string& name : names_)
    if (boxes_.at(name)->isChecked()) choice.strategies.push_back(name);
  choice.seeds = readSeeds(seeds_->text(), problem);
  choice.iterations = iterations_->value();
  choice.finetuneIterations = finetuning_->value();
  choice.images = images_->value();
  choice.sameFits = sameFits_->isChecked();
  return choice;
}

void CompareForm::refresh() {
  readSeeds(seeds_->text(), problem_);
  const CompareChoice now = choice();
  if (now.strategies.empty()) problem_ = tr("At least one strategy is needed.");
  if (plannedMerges(recipe_).empty()) problem_ = tr("The recipe plans no layer.");
  QPalette colors = palette();
  if (!problem_.isEmpty()) colors.setColor(QPalette::WindowText, style::errorColor(colors));
  summary_->setPalette(colors);
  summary_->setText(!problem_.isEmpty() ? problem_ : summary(now));
  Q_EMIT changed();
}

QString CompareForm::summary(const CompareChoice& choice) const {
  QString layers = style::shown(mergesToString(plannedMerges(recipe_)));
  layers.replace(u'-', QStringLiteral("–")).replace(u',', QStringLiteral(", "));
  QString text = tr("Runs: %1 (strategies: %2, seeds: %3), each over layers %4 with the other settings of the recipe.")
                     .arg(choice.runs())
                     .arg(choice.strategies.size())
                     .arg(choice.seeds.size())
                     .arg(layers);
  if (const double seconds = forecast_ ? forecast_(choice) : -1; seconds >= 0)
    text += QLatin1Char(' ') + tr("All together about %1.").arg(QString::fromStdString(roughDuration(seconds)));
  std::vector<Start> starts;
  for (const Strategy& strategy : strategiesOf(choice, recipe_))
    if (!strategy.naive) starts.push_back(strategy.start);
  QStringList factors;
  for (const StartFactor factor : differingFactors(starts, recipe_.bnPolicy)) factors << factorName(factor);
  if (factors.isEmpty()) return text;
  return text + QLatin1Char('\n') +
         tr("They don't differ in their initialization alone, but in these, too: %1.")
             .arg(factors.join(QStringLiteral(", ")));
}

void CompareForm::changeEvent(QEvent* event) {
  QWidget::changeEvent(event);
  if (event->type() == QEvent::PaletteChange) refresh();
}

}  // namespace zipper
