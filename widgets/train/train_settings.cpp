// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/train/train_settings.h"

#include <QCheckBox>
#include <QComboBox>
#include <QDoubleSpinBox>
#include <QFormLayout>
#include <QGroupBox>
#include <QLabel>
#include <QLineEdit>
#include <QSignalBlocker>
#include <QSpinBox>
#include <QVBoxLayout>
#include <algorithm>

#include "widgets/style/plain_text.h"

namespace zipper {

TrainSettings::TrainSettings(QWidget* parent)
    : QWidget(parent), numbers_(new QGroupBox(tr("Settings"))), changes_(new QGroupBox(tr("&Random changes"))) {
  auto* column = new QVBoxLayout(this);
  column->setContentsMargins(0, 0, 0, 0);
  column->addWidget(numbers_);
  column->addWidget(changes_);
  buildNumbers();
  buildChanges();
  setChoice({});
}

void TrainSettings::addRow(QFormLayout* form, const QString& label, QWidget* field, const char* name,
                           const QString& help) {
  field->setObjectName(name);
  field->setToolTip(help);
  field->setWhatsThis(help);
  auto* text = new QLabel(label);
  text->setBuddy(field);
  form->addRow(text, field);
}

QSpinBox* TrainSettings::addWhole(QFormLayout* form, const QString& label, const char* name, int least, int most,
                                  const QString& help) {
  auto* box = new QSpinBox;
  box->setRange(least, most);
  box->setGroupSeparatorShown(true);
  addRow(form, label, box, name, help);
  connect(box, &QSpinBox::valueChanged, this, &TrainSettings::changed);
  return box;
}

QDoubleSpinBox* TrainSettings::addNumber(QFormLayout* form, const QString& label, const char* name, double least,
                                         double most, int decimals, double step, const QString& help) {
  auto* box = new QDoubleSpinBox;
  box->setDecimals(decimals);
  box->setRange(least, most);
  box->setSingleStep(step);
  addRow(form, label, box, name, help);
  connect(box, &QDoubleSpinBox::valueChanged, this, &TrainSettings::changed);
  return box;
}

void TrainSettings::buildNumbers() {
  auto* form = new QFormLayout(numbers_);
  epochs_ = addWhole(form, tr("&Epochs:"), "epochs", 1, 100000, tr("Passes over the training images"));
  batch_ = addWhole(form, tr("&Batch:"), "batch", 2, 65536, tr("Images per batch"));
  rate_ = addNumber(form, tr("Learning ra&te:"), "learningRate", 1e-7, 10, 7, 0.0005,
                    tr("Its peak: it rises for up to an epoch and falls to zero as half a cosine; AdamW"));
  decay_ = addNumber(form, tr("&Weight decay:"), "weightDecay", 0, 10, 5, 0.01, tr("Of AdamW"));
  smoothing_ = addNumber(form, tr("Label smoothin&g:"), "labelSmoothing", 0, 0.99, 3, 0.05,
                         tr("Share of each label that is spread over all classes"));
  share_ = addNumber(form, tr("&Validation share:"), "validationShare", 0, 0.5, 3, 0.05,
                     tr("Share of the training images that the best epoch is chosen by, where the folder has no "
                        "validation images of its own"));
  seed_ = new QLineEdit;
  seed_->setMaxLength(20);
  addRow(form, tr("See&d:"), seed_, "seed", tr("Of new weights, of the order of images and of what changes them"));
  connect(seed_, &QLineEdit::textChanged, this, &TrainSettings::changed);
  threads_ = addWhole(form, tr("T&hreads:"), "threads", 0, 1024, tr("0: one for each core"));
  if (computeCardCount() == 0) return;
  device_ = new QComboBox;
  addRow(form, tr("De&vice:"), device_, "device", tr("What computes"));
  fillDevices();
  connect(device_, &QComboBox::currentIndexChanged, this, &TrainSettings::changed);
}

void TrainSettings::fillDevices() {
  device_->addItem(tr("CPU"), -1);
  for (const ComputeCard& card : computeCards())
    device_->addItem(style::shown(card.name.empty() ? toString(ComputeDevice{card.number}) : card.name), card.number);
}

void TrainSettings::buildChanges() {
  changes_->setObjectName("changes");
  changes_->setCheckable(true);
  changes_->setToolTip(
      tr("Images differ in each epoch: shifted by up to an eighth, and as chosen here. Without, a head that is trained "
         "alone needs to see each image only once, which is much quicker."));
  connect(changes_, &QGroupBox::toggled, this, &TrainSettings::changed);
  auto* form = new QFormLayout(changes_);
  flip_ = new QCheckBox(tr("&Mirrored left-right"));
  flip_->setObjectName("flip");
  form->addRow(flip_);
  connect(flip_, &QCheckBox::toggled, this, &TrainSettings::changed);
  scale_ = addNumber(form, tr("Smallest &part:"), "minimumScale", 0.05, 1, 2, 0.1,
                     tr("Share of the image's area that is seen at least; 1: always all of it"));
  colour_ = addNumber(form, tr("Co&lour:"), "colour", 0, 1, 2, 0.1,
                      tr("Brightness and contrast change by up to this factor"));
}

void TrainSettings::setChoice(const TrainingChoice& choice) {
  const QSignalBlocker blocker(this);
  epochs_->setValue(choice.epochs);
  batch_->setValue(choice.batchSize);
  rate_->setValue(choice.learningRate);
  decay_->setValue(choice.weightDecay);
  smoothing_->setValue(choice.labelSmoothing);
  share_->setValue(choice.validationShare);
  seed_->setText(QString::number(choice.seed));
  threads_->setValue(choice.threads);
  changes_->setChecked(choice.augments);
  flip_->setChecked(choice.flip);
  scale_->setValue(choice.minimumScale);
  colour_->setValue(choice.colour);
  if (device_ != nullptr) device_->setCurrentIndex(std::max(0, device_->findData(choice.device.card)));
}

void TrainSettings::fill(TrainingChoice& choice) const {
  choice.epochs = epochs_->value();
  choice.batchSize = batch_->value();
  choice.learningRate = rate_->value();
  choice.weightDecay = decay_->value();
  choice.labelSmoothing = smoothing_->value();
  choice.validationShare = share_->value();
  choice.seed = seed_->text().toULongLong();
  choice.threads = threads_->value();
  choice.augments = changes_->isChecked();
  choice.flip = flip_->isChecked();
  choice.minimumScale = scale_->value();
  choice.colour = colour_->value();
  choice.device.card = device_ == nullptr ? -1 : device_->currentData().toInt();
}

QString TrainSettings::problem() const {
  bool isNumber = false;
  seed_->text().toULongLong(&isNumber);
  return isNumber ? QString() : tr("The seed must be a whole number from 0 on.");
}

}  // namespace zipper
