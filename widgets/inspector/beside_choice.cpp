// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/inspector/beside_choice.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QLabel>
#include <QVBoxLayout>

namespace zipper {

namespace {

QLabel* wrappedLine(const char* name) {
  auto* label = new QLabel;
  label->setObjectName(QLatin1String(name));
  label->setTextFormat(Qt::PlainText);
  label->setWordWrap(true);
  label->hide();
  return label;
}

}  // namespace

BesideChoice::BesideChoice(QWidget* parent)
    : QWidget(parent), steps_(new QComboBox), here_(wrappedLine("besideHere")), note_(wrappedLine("besideNote")) {
  auto* title = new QLabel(tr("&Beside:"));
  title->setBuddy(steps_);
  steps_->setObjectName(QStringLiteral("besideStep"));
  steps_->setAccessibleName(tr("Step beside this one"));
  steps_->setToolTip(tr("Another step, of this run or of another one, that is shown beside where the session stands"));
  steps_->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
  steps_->setMinimumContentsLength(8);
  auto* row = new QHBoxLayout;
  row->addWidget(title);
  row->addWidget(steps_, 1);
  auto* layout = new QVBoxLayout(this);
  layout->setContentsMargins(0, 0, 0, 0);
  layout->setSpacing(4);
  layout->addLayout(row);
  layout->addWidget(here_);
  layout->addWidget(note_);
  connect(steps_, &QComboBox::activated, this, [this] {
    showHere();
    Q_EMIT chosen(step());
  });
  setSteps({}, {});
}

void BesideChoice::setSteps(const std::vector<Step>& steps, const QString& here) {
  steps_->clear();
  steps_->addItem(tr("Nothing"), nothing);
  for (const Step& step : steps) steps_->addItem(step.title, step.index);
  hereTitle_ = here;
  setVisible(!steps.empty());
  showHere();
}

int BesideChoice::step() const { return steps_->currentData().toInt(); }

void BesideChoice::setStep(int step) {
  const int row = steps_->findData(step);
  if (row >= 0) steps_->setCurrentIndex(row);
  showHere();
}

void BesideChoice::setNote(const QString& note) {
  note_->setText(note);
  note_->setVisible(!note.isEmpty());
}

void BesideChoice::showHere() {
  here_->setText(tr("Here: %1. Beside: %2.").arg(hereTitle_, steps_->currentText()));
  here_->setVisible(step() != nothing);
}

}  // namespace zipper
