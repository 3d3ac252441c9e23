// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/recipe/initialization_row.h"

#include <QButtonGroup>
#include <QEvent>
#include <QGridLayout>
#include <QLabel>
#include <QRadioButton>

#include "widgets/recipe/initialization_text.h"
#include "widgets/style/plain_text.h"

namespace zipper {

InitializationRow::InitializationRow(QWidget* parent)
    : FieldRow(parent), box_(new QWidget(this)), group_(new QButtonGroup(this)) {
  auto* grid = new QGridLayout(box_);
  grid->setContentsMargins(0, 0, 0, 0);
  grid->setHorizontalSpacing(12);
  grid->setVerticalSpacing(2);
  grid->setColumnStretch(1, 1);
  const auto names = initializationNames();
  for (std::size_t i = 0; i < names.size(); ++i) addStrategy(grid, names[i], int(i));
  build({}, box_);
  box_->setAccessibleName(tr("Initialization"));
  connect(group_, &QButtonGroup::idClicked, this, [this] {
    Q_EMIT edited(value());
    Q_EMIT editingFinished();
  });
}

void InitializationRow::addStrategy(QGridLayout* grid, const std::string& name, int row) {
  const Initialization initialization = initializationFromString(name);
  const QString sentence = initializationSentence(initialization);
  QString title = initializationName(initialization);
  title[0] = title[0].toUpper();
  auto* button = new QRadioButton(title, box_);
  button->setObjectName(style::unchanged(name));
  auto* formula = new QLabel(initializationFormula(initialization), box_);
  formula->setTextFormat(Qt::RichText);
  formula->setWordWrap(true);
  formula->installEventFilter(this);
  formula->setProperty("row", row);
  for (QWidget* widget : {static_cast<QWidget*>(button), static_cast<QWidget*>(formula)}) {
    widget->setToolTip(sentence);
    widget->setWhatsThis(sentence);
  }
  button->setAccessibleDescription(sentence);
  group_->addButton(button, row);
  grid->addWidget(button, row, 0);
  grid->addWidget(formula, row, 1);
}

QString InitializationRow::value() const {
  return group_->checkedButton() == nullptr ? QString() : group_->checkedButton()->objectName();
}

void InitializationRow::setValue(const QString& value) {
  for (QAbstractButton* button : group_->buttons())
    if (button->objectName() == value) button->setChecked(true);
  setNote(initializationSentence(initializationFromString(value.toStdString())));
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
