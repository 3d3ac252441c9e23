// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/export/export_form.h"

#include <QButtonGroup>
#include <QCheckBox>
#include <QComboBox>
#include <QEvent>
#include <QGridLayout>
#include <QGroupBox>
#include <QLabel>
#include <QPushButton>
#include <QSignalBlocker>
#include <QVBoxLayout>
#include <algorithm>

#include "core/exports/export_formats.h"
#include "core/exports/export_targets.h"
#include "core/network/task_names.h"
#include "widgets/export/names_editor.h"
#include "widgets/export/precision_text.h"
#include "widgets/export/target_card.h"
#include "widgets/style/colors.h"
#include "widgets/style/engine_texts.h"
#include "widgets/style/plain_text.h"

namespace zipper {

namespace {

QLabel* sentenceLabel(const char* name) {
  auto* label = new QLabel;
  label->setObjectName(name);
  label->setTextFormat(Qt::PlainText);
  label->setWordWrap(true);
  return label;
}

/// A box that doesn't grow with its longest entry.
QComboBox* choiceBox(const char* name, const QString& help) {
  auto* box = new QComboBox;
  box->setObjectName(name);
  box->setToolTip(help);
  box->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
  box->setMinimumContentsLength(12);
  box->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
  return box;
}

void addRow(QGridLayout* grid, const QString& text, QWidget* field) {
  auto* label = new QLabel(text);
  label->setBuddy(field);
  const int row = grid->rowCount();
  grid->addWidget(label, row, 0);
  grid->addWidget(field, row, 1);
}

void addWideRow(QGridLayout* grid, QWidget* widget, Qt::Alignment alignment = {}) {
  grid->addWidget(widget, grid->rowCount(), 0, 1, 2, alignment);
}

/// Takes the entry with these data, or else the first one.
void choose(QComboBox* box, const QVariant& data) { box->setCurrentIndex(std::max(0, box->findData(data))); }

}  // namespace

ExportForm::ExportForm(QWidget* parent)
    : QWidget(parent),
      targets_(new QButtonGroup(this)),
      format_(choiceBox("format", tr("The formats that the target can read, the recommended one first"))),
      precision_(choiceBox("precision", tr("What the numbers in the file are"))),
      task_(choiceBox("task", tr("What tasks share is in a file of all tasks only once"))),
      softmax_(new QCheckBox(tr("Soft&max at the end"))),
      names_(new NamesEditor),
      note_(sentenceLabel("note")),
      imagesProblem_(sentenceLabel("imagesProblem")),
      problemText_(sentenceLabel("problem")),
      chooseImages_(new QPushButton(tr("&Images…"))) {
  softmax_->setObjectName("softmax");
  softmax_->setToolTip(tr("Outputs are probabilities of the classes, which add up to 1, instead of logits"));
  auto* column = new QVBoxLayout(this);
  column->addWidget(buildTargets());
  column->addWidget(buildChoices());
  column->addWidget(buildNames());
  column->addWidget(problemText_);
  column->addStretch(1);
  fillFormats();
  connect(targets_, &QButtonGroup::idClicked, this, [this] {
    fillFormats();
    refresh();
  });
  connect(format_, &QComboBox::currentIndexChanged, this, [this] {
    fillPrecisions();
    refresh();
  });
  for (QComboBox* box : {precision_, task_}) connect(box, &QComboBox::currentIndexChanged, this, &ExportForm::refresh);
  connect(softmax_, &QCheckBox::toggled, this, &ExportForm::refresh);
  connect(names_, &NamesEditor::changed, this, &ExportForm::refresh);
  connect(chooseImages_, &QPushButton::clicked, this, &ExportForm::imagesWanted);
  setSubject({});
}

QGroupBox* ExportForm::buildTargets() {
  auto* box = new QGroupBox(tr("Where it will run"));
  auto* column = new QVBoxLayout(box);
  column->setSpacing(4);
  const std::vector<ExportTarget>& targets = exportTargets();
  for (std::size_t i = 0; i < targets.size(); ++i) {
    auto* card =
        new TargetCard(targets[i].name, style::engineText(targets[i].title), style::engineText(targets[i].purpose));
    targets_->addButton(card, int(i));
    column->addWidget(card);
  }
  targets_->button(0)->setChecked(true);
  return box;
}

QGroupBox* ExportForm::buildChoices() {
  auto* box = new QGroupBox(tr("What is written"));
  // No QFormLayout: with Qt 6.4 a row that comes into sight in front of a hidden one got no height in it.
  auto* grid = new QGridLayout(box);
  grid->setColumnStretch(1, 1);
  chooseImages_->setObjectName("chooseImages");
  chooseImages_->setToolTip(
      tr("Choose a folder of images like those that the network will see, to find the ranges on"));
  chooseImages_->setAutoDefault(false);
  addRow(grid, tr("&Format:"), format_);
  addRow(grid, tr("&Precision:"), precision_);
  addWideRow(grid, imagesProblem_);
  addWideRow(grid, chooseImages_, Qt::AlignLeft);
  addWideRow(grid, note_);
  addRow(grid, tr("&Tasks:"), task_);
  addWideRow(grid, softmax_);
  return box;
}

QGroupBox* ExportForm::buildNames() {
  namesBox_ = new QGroupBox(tr("Names of inputs and outputs"));
  auto* column = new QVBoxLayout(namesBox_);
  column->addWidget(names_);
  return namesBox_;
}

const ExportTarget& ExportForm::target() const {
  return exportTargets().at(std::size_t(std::max(0, targets_->checkedId())));
}

void ExportForm::setTarget(const std::string& name) {
  for (std::size_t i = 0; i < exportTargets().size(); ++i)
    if (exportTargets()[i].name == name) targets_->button(int(i))->click();
}

void ExportForm::fillFormats() {
  const QSignalBlocker quiet(format_);
  format_->clear();
  for (const ExportChoice& choice : target().choices) {
    const QString name = style::unchanged(choice.format);
    if (format_->findData(name) < 0) format_->addItem(style::engineText(exportFormat(choice.format).title), name);
  }
  fillPrecisions();
}

void ExportForm::fillPrecisions() {
  const QSignalBlocker quiet(precision_);
  precision_->clear();
  const std::string format = format_->currentData().toString().toStdString();
  for (const ExportChoice& choice : target().choices)
    if (choice.format == format) precision_->addItem(precisionTitle(choice), int(choice.precision));
  precision_->setEnabled(precision_->count() > 1);
}

void ExportForm::fillTasks() {
  const QSignalBlocker quiet(task_);
  const QVariant before = task_->currentData();
  task_->clear();
  task_->addItem(tr("All tasks in one file"), QStringLiteral("all"));
  for (int t = 0; t < subject_.tasks.size(); ++t)
    task_->addItem(tr("%1 alone").arg(subject_.tasks[t]), QString::fromStdString(taskName(t)));
  choose(task_, before);
}

void ExportForm::setImages(const QString& folder) {
  images_ = folder;
  refresh();
}

void ExportForm::setSubject(const ExportSubject& subject) {
  subject_ = subject;
  fillTasks();
  refresh();
}

ExportChoice ExportForm::choice() const {
  ExportChoice choice;
  choice.format = format_->currentData().toString().toStdString();
  choice.precision = ExportPrecision(precision_->currentData().toInt());
  return choice;
}

std::string ExportForm::task() const { return task_->currentData().toString().toStdString(); }

ExportRequest ExportForm::request() const {
  const ExportChoice chosen = choice();
  ExportRequest request;
  request.format = chosen.format;
  request.task = task();
  request.options.precision = chosen.precision;
  if (exportFormat(chosen.format).choosesNames) request.options.names = names_->chosenNames();
  return request;
}

bool ExportForm::needsImages() const {
  return !subject_.tasks.isEmpty() && choice().precision == ExportPrecision::Int8 && subject_.trainingImages == 0;
}

QString ExportForm::images() const { return needsImages() ? images_ : QString(); }

QList<QWidget*> ExportForm::imagesPlaces() const {
  QList<QWidget*> places;
  for (QWidget* place : {static_cast<QWidget*>(imagesProblem_), static_cast<QWidget*>(chooseImages_)})
    if (place->isVisibleTo(this)) places << place;
  return places;
}

QString ExportForm::findNote() const {
  if (images().isEmpty()) return precisionNote(choice(), subject_.trainingImages);
  return tr("The ranges of the maps are found on images of this folder, at most %1: %2")
      .arg(exportRangeImages)
      .arg(style::shown(images_));
}

QString ExportForm::namesProblem() const {
  return exportFormat(choice().format).choosesNames ? names_->problem() : QString();
}

bool ExportForm::isMeasurable() const { return !subject_.tasks.isEmpty() && namesProblem().isEmpty(); }

QString ExportForm::findProblem() const {
  if (subject_.tasks.isEmpty()) return tr("No session is open.");
  if (needsImages() && images_.isEmpty())
    return tr(
        "8-bit integers need training images to find the ranges of the maps, and the images of the tasks aren't "
        "open.");
  return namesProblem();
}

void ExportForm::refresh() {
  const bool named = exportFormat(choice().format).choosesNames;
  namesBox_->setVisible(named);
  softmax_->setVisible(named);
  if (!subject_.tasks.isEmpty()) names_->setParts(subject_, task(), softmax_->isChecked());
  problem_ = findProblem();
  const bool lacksImages = needsImages() && images_.isEmpty();
  const auto show = [](QLabel* label, const QString& text) {
    label->setText(text);
    label->setVisible(!text.isEmpty());
  };
  show(note_, findNote());
  show(imagesProblem_, lacksImages ? problem_ : QString());
  show(problemText_, lacksImages ? QString() : problem_);
  chooseImages_->setVisible(needsImages());
  recolor();
  Q_EMIT changed();
}

void ExportForm::recolor() {
  QPalette wrong = palette(), second = palette();
  wrong.setColor(QPalette::WindowText, style::errorColor(palette()));
  second.setColor(QPalette::WindowText, style::mutedText(palette()));
  for (QLabel* label : {imagesProblem_, problemText_}) label->setPalette(wrong);
  note_->setPalette(second);
}

void ExportForm::changeEvent(QEvent* event) {
  QWidget::changeEvent(event);
  if (event->type() == QEvent::PaletteChange) recolor();
}

}  // namespace zipper
