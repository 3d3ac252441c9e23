// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/recipe/recipe_difference_dialog.h"

#include <QAction>
#include <QClipboard>
#include <QComboBox>
#include <QFormLayout>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QLocale>
#include <QPushButton>
#include <QScreen>
#include <QSignalBlocker>
#include <QTreeWidget>
#include <QVBoxLayout>

#include "core/support/csv_field.h"
#include "widgets/recipe/recipe_form.h"
#include "widgets/style/plain_text.h"
#include "widgets/style/terms.h"

namespace zipper {

namespace {

struct DifferenceTexts {
  Q_DECLARE_TR_FUNCTIONS(zipper::RecipeDifferenceDialog)
};

QString sourceTitle(const RecipeDifference& difference) {
  const QString task = taskLetter(difference.task);
  switch (*difference.source) {
    case SourceField::Network:
      return DifferenceTexts::tr("Network of task %1").arg(task);
    case SourceField::Images:
      return DifferenceTexts::tr("Images of task %1").arg(task);
    case SourceField::Reading:
      return DifferenceTexts::tr("How images of task %1 are read").arg(task);
    case SourceField::Overrides:
      return DifferenceTexts::tr("Overrides of task %1").arg(task);
    case SourceField::Classes:
      return DifferenceTexts::tr("Classes of task %1").arg(task);
  }
  return {};
}

QString placeText(const RecipeDifference& difference) {
  QStringList places;
  const QString layers = QString::fromStdString(layersToString(difference.layers)).replace('-', QStringLiteral("–"));
  if (difference.layers.size() == 1) places << DifferenceTexts::tr("layer %1").arg(layers);
  if (difference.layers.size() > 1) places << DifferenceTexts::tr("layers %1").arg(layers);
  if (difference.everyLayer)
    places << (difference.layers.empty() ? DifferenceTexts::tr("all layers") : DifferenceTexts::tr("all other layers"));
  if (difference.fineTuning) places << DifferenceTexts::tr("fine-tuning");
  return places.join(QStringLiteral(", "));
}

/// Names that the window has terms of its own for, and those of the table of fields.
QString choiceText(RecipeField field, const std::string& value) {
  if (field == RecipeField::Initialization) return initializationName(initializationFromString(value));
  if (field == RecipeField::Alignment) return alignmentName(alignmentFromString(value));
  for (const auto& [name, label] : choicesOf(field))
    if (name == style::shown(value)) return label;
  return style::shown(value);
}

}  // namespace

QString differenceTitle(const RecipeDifference& difference) {
  const QString title = difference.field ? nameOf(*difference.field) : sourceTitle(difference);
  const QString place = placeText(difference);
  return place.isEmpty() ? title : QStringLiteral("%1 (%2)").arg(title, place);
}

QString differenceValue(const RecipeDifference& difference, const std::string& value) {
  if (value.empty()) return DifferenceTexts::tr("none");
  if (!difference.field) return style::shown(value);
  const RecipeFieldInfo& info = infoOf(*difference.field);
  if (std::holds_alternative<SwitchField>(info.kind))
    return value == "true" ? DifferenceTexts::tr("yes") : DifferenceTexts::tr("no");
  if (std::holds_alternative<ChoiceField>(info.kind)) return choiceText(info.field, value);
  if (std::holds_alternative<WholeNumberField>(info.kind) || info.field == RecipeField::FinetuneIterations)
    return QLocale().toString(style::unchanged(value).toLongLong());
  const QString text = style::shown(value);
  return info.field == RecipeField::Layers ? QString(text).replace('-', QStringLiteral("–")) : text;
}

RecipeDifferenceDialog::RecipeDifferenceDialog(QWidget* parent)
    : QDialog(parent, Qt::Window),
      one_(new QComboBox),
      other_(new QComboBox),
      table_(new QTreeWidget),
      summary_(new QLabel),
      copy_(new QPushButton(tr("Copy as &CSV"))) {
  setObjectName("recipeDifference");
  setWindowTitle(tr("Compare recipes"));
  new QVBoxLayout(this);
  buildChoice();
  buildTable();
  buildButtons();
  resize(QSize(760, 480).boundedTo(screen()->availableSize() - QSize(16, 48)));
}

void RecipeDifferenceDialog::buildChoice() {
  auto* form = new QFormLayout;
  one_->setObjectName("one");
  other_->setObjectName("other");
  for (QComboBox* box : {one_, other_}) {
    box->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    box->setMinimumContentsLength(20);
    connect(box, &QComboBox::currentIndexChanged, this, &RecipeDifferenceDialog::refresh);
  }
  auto* file = new QPushButton(tr("From a &File…"));
  file->setObjectName("fileButton");
  file->setAutoDefault(false);
  file->setToolTip(tr("Compares with the recipe of a file: a recipe, or a session"));
  connect(file, &QPushButton::clicked, this, &RecipeDifferenceDialog::fileRequested);
  auto* second = new QHBoxLayout;
  second->addWidget(other_, 1);
  second->addWidget(file);
  form->addRow(tr("F&irst:"), one_);
  form->addRow(tr("&Second:"), second);
  static_cast<QLabel*>(form->labelForField(second))->setBuddy(other_);
  form->setFieldGrowthPolicy(QFormLayout::AllNonFixedFieldsGrow);
  static_cast<QVBoxLayout*>(layout())->addLayout(form);
}

void RecipeDifferenceDialog::buildTable() {
  table_->setObjectName("differences");
  table_->setAccessibleName(tr("Settings that differ"));
  table_->setHeaderLabels({tr("Setting"), tr("First"), tr("Second")});
  table_->setRootIsDecorated(false);
  table_->setAlternatingRowColors(true);
  table_->setUniformRowHeights(true);
  table_->setAllColumnsShowFocus(true);
  table_->header()->setStretchLastSection(true);
  summary_->setObjectName("summary");
  summary_->setWordWrap(true);
  summary_->setTextFormat(Qt::PlainText);
  auto* column = static_cast<QVBoxLayout*>(layout());
  column->addWidget(table_, 1);
  column->addWidget(summary_);
}

void RecipeDifferenceDialog::buildButtons() {
  auto* close = new QPushButton(tr("C&lose"));
  close->setObjectName("closeButton");
  copy_->setObjectName("copyButton");
  copy_->setToolTip(tr("Copies the table as comma-separated values with a header line."));
  for (QPushButton* button : {copy_, close}) button->setAutoDefault(false);
  connect(copy_, &QPushButton::clicked, this, [this] { QGuiApplication::clipboard()->setText(csv()); });
  connect(close, &QPushButton::clicked, this, &QDialog::reject);
  auto* row = new QHBoxLayout;
  row->addWidget(copy_);
  row->addStretch(1);
  row->addWidget(close);
  static_cast<QVBoxLayout*>(layout())->addLayout(row);
}

void RecipeDifferenceDialog::setRecipes(const std::vector<TitledRecipe>& recipes, int one, int other) {
  recipes_ = recipes;
  fillChoices(one, other);
}

void RecipeDifferenceDialog::addFile(const TitledRecipe& file) {
  files_.push_back(file);
  fillChoices(one_->currentIndex(), int(recipes_.size() + files_.size()) - 1);
}

void RecipeDifferenceDialog::fillChoices(int one, int other) {
  for (QComboBox* box : {one_, other_}) {
    const QSignalBlocker blocker(box);
    box->clear();
    for (const auto* some : {&recipes_, &files_})
      for (const TitledRecipe& recipe : *some) box->addItem(recipe.title);
    box->setCurrentIndex(box == one_ ? one : other);
  }
  refresh();
}

const TitledRecipe& RecipeDifferenceDialog::chosen(const QComboBox* box) const {
  static const TitledRecipe none;
  const auto at = std::size_t(std::max(0, box->currentIndex()));
  if (at < recipes_.size()) return recipes_[at];
  return at - recipes_.size() < files_.size() ? files_[at - recipes_.size()] : none;
}

void RecipeDifferenceDialog::refresh() {
  table_->clear();
  const auto differences = differencesOf(chosen(one_).recipe, chosen(other_).recipe);
  for (const RecipeDifference& difference : differences) {
    const QStringList texts{differenceTitle(difference), differenceValue(difference, difference.one),
                            differenceValue(difference, difference.other)};
    auto* item = new QTreeWidgetItem(texts);
    for (int column = 0; column < texts.size(); ++column) item->setToolTip(column, texts[column]);
    if (difference.field) item->setToolTip(0, meaningOf(*difference.field));
    table_->addTopLevelItem(item);
  }
  table_->header()->resizeSections(QHeaderView::ResizeToContents);
  summary_->setText(differences.empty() ? tr("No differences: both do the same with the same networks and images.")
                                        : tr("%n setting(s) differ; what both have in common isn't listed.", nullptr,
                                             int(differences.size())));
  copy_->setEnabled(!differences.empty());
}

QString RecipeDifferenceDialog::csv() const {
  std::string text = "setting,first,second\n";
  for (int row = 0; row < table_->topLevelItemCount(); ++row) {
    const QTreeWidgetItem* item = table_->topLevelItem(row);
    for (int column = 0; column < 3; ++column)
      text += csvField(item->text(column).toStdString()) + (column < 2 ? "," : "\n");
  }
  return style::unchanged(text);
}

}  // namespace zipper
