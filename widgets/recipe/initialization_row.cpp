// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/recipe/initialization_row.h"

#include <QButtonGroup>
#include <QCheckBox>
#include <QEvent>
#include <QGridLayout>
#include <QLabel>
#include <QPushButton>
#include <QRadioButton>

#include "widgets/recipe/initialization_text.h"
#include "widgets/style/plain_text.h"

namespace zipper {

InitializationRow::InitializationRow(QWidget* parent)
    : FieldRow(parent),
      box_(new QWidget(this)),
      group_(new QButtonGroup(this)),
      taken_(new QLabel(box_)),
      keep_(new QPushButton(tr("Keep the others"), box_)),
      alone_(new QCheckBox(tr("Change the initialization alone"), box_)) {
  auto* grid = new QGridLayout(box_);
  grid->setContentsMargins(0, 0, 0, 0);
  grid->setHorizontalSpacing(12);
  grid->setVerticalSpacing(2);
  grid->setColumnStretch(1, 1);
  const auto names = initializationNames();
  for (std::size_t i = 0; i < names.size(); ++i) addStrategy(grid, names[i], int(i));
  addTakenAlong(grid, int(names.size()));
  describeStrategies();
  build({}, box_);
  box_->setAccessibleName(tr("Initialization"));
  connect(group_, &QButtonGroup::idClicked, this, [this] {
    Q_EMIT edited(value());
    Q_EMIT editingFinished();
  });
}

void InitializationRow::addStrategy(QGridLayout* grid, const std::string& name, int row) {
  const Initialization initialization = initializationFromString(name);
  QString title = initializationName(initialization);
  title[0] = title[0].toUpper();
  auto* button = new QRadioButton(title, box_);
  button->setObjectName(style::unchanged(name));
  auto* formula = new QLabel(box_);
  formula->setTextFormat(Qt::RichText);
  formula->setWordWrap(true);
  formula->installEventFilter(this);
  formula->setProperty("row", row);
  formulas_.push_back(formula);
  group_->addButton(button, row);
  grid->addWidget(button, row, 0);
  grid->addWidget(formula, row, 1);
}

void InitializationRow::describeStrategies() {
  for (std::size_t row = 0; row < formulas_.size(); ++row) {
    QAbstractButton* button = group_->button(int(row));
    const Initialization initialization = initializationFromString(button->objectName().toStdString());
    const QString sentence = sentenceOf(initialization),
                  help = identical_ ? sentence : initializationHelp(initialization, tasks_);
    formulas_[row]->setText(initializationFormula(initialization, tasks_));
    for (QWidget* widget : {static_cast<QWidget*>(button), static_cast<QWidget*>(formulas_[row])}) {
      widget->setToolTip(help);
      widget->setWhatsThis(help);
    }
    button->setAccessibleDescription(sentence);
  }
}

void InitializationRow::setTasks(int tasks) {
  if (tasks == tasks_) return;
  tasks_ = tasks;
  describeStrategies();
  if (!value().isEmpty()) setValue(value());
}

void InitializationRow::setIdentical(bool identical) {
  if (identical == identical_) return;
  identical_ = identical;
  describeStrategies();
  if (!value().isEmpty()) setValue(value());
}

QString InitializationRow::sentenceOf(Initialization initialization) const {
  const bool ofOne = initialization == Initialization::FromA || initialization == Initialization::FromB;
  return identical_ && ofOne ? identicalSentence() : initializationSentence(initialization, tasks_);
}

void InitializationRow::addTakenAlong(QGridLayout* grid, int row) {
  taken_->setObjectName("takenAlong");
  taken_->setTextFormat(Qt::PlainText);
  taken_->setWordWrap(true);
  keep_->setObjectName("keepOthers");
  keep_->setAutoDefault(false);
  keep_->setToolTip(tr("Sets these back to what they were before: the initialization alone is changed."));
  alone_->setObjectName("initializationAlone");
  alone_->setToolTip(tr(
      "Alignment, Fisher weights and fits come with least squares and go with the others, as in the presets. With this "
      "they stay as they are, so that two runs differ in their initialization only."));
  alone_->setWhatsThis(alone_->toolTip());
  connect(keep_, &QPushButton::clicked, this, &InitializationRow::keepOthersRequested);
  grid->addWidget(taken_, row, 0, 1, 2);
  grid->addWidget(keep_, row + 1, 0, 1, 2, Qt::AlignLeft);
  grid->addWidget(alone_, row + 2, 0, 1, 2);
  setTakenAlong({});
}

void InitializationRow::setTakenAlong(const QString& others) {
  taken_->setText(tr("Also changed: %1").arg(others));
  taken_->setVisible(!others.isEmpty());
  keep_->setVisible(!others.isEmpty());
}

bool InitializationRow::changesAlone() const { return alone_->isChecked(); }

QString InitializationRow::value() const {
  return group_->checkedButton() == nullptr ? QString() : group_->checkedButton()->objectName();
}

void InitializationRow::setValue(const QString& value) {
  for (QAbstractButton* button : group_->buttons())
    if (button->objectName() == value) button->setChecked(true);
  setNote(sentenceOf(initializationFromString(value.toStdString())));
}

QString InitializationRow::displayText(const QString& value) const {
  return initializationName(initializationFromString(value.toStdString()));
}

bool InitializationRow::eventFilter(QObject* watched, QEvent* event) {
  if (event->type() == QEvent::MouseButtonRelease && watched->property("row").isValid())
    group_->button(watched->property("row").toInt())->click();
  return FieldRow::eventFilter(watched, event);
}

}  // namespace zipper
