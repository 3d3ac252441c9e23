// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/compare/kept_row.h"

#include <QComboBox>
#include <QCoreApplication>
#include <QDateTime>
#include <QHBoxLayout>
#include <QInputDialog>
#include <QLabel>
#include <QLineEdit>
#include <QLocale>
#include <QSignalBlocker>
#include <QToolButton>

#include "core/support/text_format.h"
#include "widgets/style/plain_text.h"
#include "widgets/style/terms.h"

namespace zipper {

namespace {

constexpr int longestName = 100;  ///< characters; of whatever alphabet, the session holds them

/// Translators find these texts with those of the row.
struct KeptTexts {
  Q_DECLARE_TR_FUNCTIONS(zipper::KeptRow)
};

QToolButton* smallButton(const QString& text, const char* name, const QString& help) {
  auto* button = new QToolButton;
  button->setText(text);
  button->setObjectName(name);
  button->setToolTip(help);
  button->setFocusPolicy(Qt::StrongFocus);
  return button;
}

QString seedsText(const Comparison& comparison) {
  QStringList seeds;
  for (const std::uint64_t seed : comparison.seeds) seeds << QString::number(qulonglong(seed));
  return seeds.size() == 1 ? KeptTexts::tr("seed %1").arg(seeds.front())
                           : KeptTexts::tr("seeds %1").arg(seeds.join(QStringLiteral(", ")));
}

QString strategiesText(const Comparison& comparison) {
  QStringList names;
  for (const Strategy& strategy : comparison.strategies) names << style::shown(strategyTitle(strategy.name));
  return names.join(QStringLiteral(", "));
}

}  // namespace

QString keptTitle(const KeptComparison& kept) {
  const QString when =
      QLocale().toString(QDateTime::fromSecsSinceEpoch(kept.written).toLocalTime(), QLocale::ShortFormat);
  const QString what =
      QStringLiteral("%1 · %2 · %3").arg(when, strategiesText(kept.comparison), seedsText(kept.comparison));
  return kept.name.empty() ? what : QStringLiteral("%1 · %2").arg(style::shown(kept.name), what);
}

QString keptSettings(const KeptComparison& kept) {
  const Recipe& recipe = kept.comparison.recipe;
  const QString layers = style::shown(mergesToString(plannedMerges(recipe))).replace('-', QStringLiteral("–"));
  int finetuning = 0;
  for (const StepPlan& step : recipe.steps)
    if (step.target.isFineTuning()) finetuning += step.settings.calibration.iterations;
  return KeptTexts::tr("Layers %1; calibration iterations after each: %2; fine-tuning: %3; images for fits: %4; %5.")
      .arg(layers, QLocale().toString(recipe.defaults.calibration.iterations), QLocale().toString(finetuning),
           QLocale().toString(recipe.defaults.initializationImages), seedsText(kept.comparison));
}

KeptRow::KeptRow(QWidget* parent)
    : QWidget(parent),
      list_(new QComboBox),
      rename_(smallButton(tr("Re&name…"), "renameComparison", tr("Gives the shown comparison a name"))),
      remove_(smallButton(tr("Re&move"), "removeComparison", tr("Takes the shown comparison out of the session"))) {
  list_->setObjectName("keptComparisons");
  list_->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
  list_->setMinimumContentsLength(12);
  list_->setToolTip(tr("Comparisons that the session keeps; they are saved with it."));
  auto* label = new QLabel(tr("Com&parison:"));
  label->setBuddy(list_);
  auto* row = new QHBoxLayout(this);
  row->setContentsMargins({});
  row->addWidget(label);
  row->addWidget(list_, 1);
  row->addWidget(rename_);
  row->addWidget(remove_);
  connect(list_, &QComboBox::currentIndexChanged, this, [this] {
    refresh();
    Q_EMIT placeChosen(place());
  });
  connect(rename_, &QToolButton::clicked, this, &KeptRow::askName);
  connect(remove_, &QToolButton::clicked, this, [this] { Q_EMIT removeRequested(place()); });
  fill();
}

void KeptRow::fill() {
  const QSignalBlocker blocker(list_);
  list_->clear();
  list_->addItem(running_ ? tr("In progress") : tr("New comparison"));
  for (auto kept = kept_.rbegin(); kept != kept_.rend(); ++kept) {
    list_->addItem(keptTitle(**kept));
    list_->setItemData(list_->count() - 1, keptSettings(**kept), Qt::ToolTipRole);
  }
}

void KeptRow::setKept(const KeptComparisons& kept) {
  const auto before = chosen();
  // One that got a name or another run stands where it stood.
  int at = kept.size() == kept_.size() ? place() : -1;
  kept_ = kept;
  for (std::size_t i = 0; before && i < kept_.size(); ++i)
    if (kept_[i] == before) at = int(i);
  fill();
  setPlace(at);
}

void KeptRow::setPlace(int place) {
  const QSignalBlocker blocker(list_);
  list_->setCurrentIndex(place < 0 || place >= int(kept_.size()) ? 0 : int(kept_.size()) - place);
  refresh();
}

int KeptRow::place() const {
  const int index = list_->currentIndex();
  return index <= 0 ? -1 : int(kept_.size()) - index;
}

std::shared_ptr<const KeptComparison> KeptRow::chosen() const {
  return place() < 0 || place() >= int(kept_.size()) ? nullptr : kept_[std::size_t(place())];
}

void KeptRow::setRunning(bool running) {
  running_ = running;
  list_->setItemText(0, running ? tr("In progress") : tr("New comparison"));
  if (running) setPlace(-1);
  refresh();
}

void KeptRow::refresh() {
  const bool isKept = place() >= 0 && !running_;
  list_->setEnabled(!running_ && !kept_.empty());
  rename_->setEnabled(isKept);
  remove_->setEnabled(isKept);
}

void KeptRow::askName() {
  const auto kept = chosen();
  if (!kept) return;
  auto* dialog = new QInputDialog(this);
  dialog->setObjectName("comparisonName");
  dialog->setAttribute(Qt::WA_DeleteOnClose);
  dialog->setWindowTitle(tr("Name of the comparison"));
  dialog->setLabelText(tr("What this comparison is called in the session; nothing takes the name away:"));
  dialog->setTextValue(style::shown(kept->name));
  dialog->open();
  if (auto* line = dialog->findChild<QLineEdit*>()) line->setMaxLength(longestName);
  connect(dialog, &QInputDialog::textValueSelected, this,
          [this, at = place()](const QString& name) { Q_EMIT renameRequested(at, name.simplified()); });
}

}  // namespace zipper
