// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/tour/guess_form.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QPushButton>

namespace zipper {

GuessForm::GuessForm(QWidget* parent)
    : QWidget(parent), box_(new QComboBox), button_(new QPushButton(tr("That's my guess"))) {
  setObjectName(QStringLiteral("guessForm"));
  box_->setObjectName(QStringLiteral("guessLayer"));
  box_->setAccessibleName(tr("Layer that hurts most"));
  box_->setToolTip(tr("The layers that will be merged. A click on a layer of the zipper chooses it, too."));
  button_->setObjectName(QStringLiteral("guessButton"));
  button_->setToolTip(tr("Keeps the guess. The answer is shown when the layers are merged."));
  for (QWidget* part : {static_cast<QWidget*>(box_), static_cast<QWidget*>(button_)})
    part->setWhatsThis(part->toolTip());
  auto* layout = new QHBoxLayout(this);
  layout->setContentsMargins(0, 0, 0, 0);
  layout->addWidget(box_, 1);
  layout->addWidget(button_);
  setLayers({});
  connect(box_, &QComboBox::currentIndexChanged, this, [this] { button_->setEnabled(layer() > 0); });
  connect(button_, &QPushButton::clicked, this, [this] { Q_EMIT guessed(layer()); });
}

void GuessForm::setLayers(const std::vector<int>& layers) {
  if (layers == layers_ && box_->count() > 0) return;
  const int chosen = layer();
  layers_ = layers;
  box_->clear();
  box_->addItem(tr("Choose a layer"), 0);
  for (const int one : layers) box_->addItem(tr("Layer %1").arg(one), one);
  setLayer(chosen);
  button_->setEnabled(layer() > 0);
}

void GuessForm::setLayer(int layer) {
  const int place = layer > 0 ? box_->findData(layer) : -1;
  if (place > 0) box_->setCurrentIndex(place);
}

int GuessForm::layer() const { return box_->currentData().toInt(); }

}  // namespace zipper
