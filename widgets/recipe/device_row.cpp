// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/recipe/device_row.h"

#include <QComboBox>
#include <QShowEvent>
#include <algorithm>
#include <utility>

#include "core/support/text_format.h"
#include "widgets/style/plain_text.h"

namespace zipper {

namespace {

QString cpuValue() { return QStringLiteral("cpu"); }

/// "cuda" and "cuda:0" are one card.
QString oneName(const QString& value) {
  const std::string text = value.toStdString();
  return isComputeDevice(text) ? style::unchanged(toString(computeDeviceFromString(text))) : value;
}

QString valueOf(const ComputeCard& card) { return style::unchanged(toString(ComputeDevice{card.number})); }

QString textOf(const ComputeCard& card) {
  const QString name = card.name.empty() ? valueOf(card) : style::shown(card.name);
  if (card.totalBytes == 0) return name;
  return DeviceRow::tr("%1, %2 of %3 free")
      .arg(name, style::shown(bytesText(std::int64_t(card.freeBytes))),
           style::shown(bytesText(std::int64_t(card.totalBytes))));
}

}  // namespace

DeviceRow::DeviceRow(const QString& label, QWidget* parent, AskForCards ask)
    : ChoiceRow(label, {}, parent), ask_(std::move(ask)), value_(cpuValue()) {
  fill();
}

void DeviceRow::setValue(const QString& value) {
  if (value_ == value) return;
  value_ = value;
  fill();
}

QString DeviceRow::displayText(const QString& value) const {
  const int place = comboBox()->findData(oneName(value));
  return place < 0 ? value : comboBox()->itemText(place);
}

void DeviceRow::showEvent(QShowEvent* event) {
  if (!event->spontaneous()) {
    cards_ = ask_();
    asked_ = true;
    fill();
  }
  ChoiceRow::showEvent(event);
}

void DeviceRow::fill() {
  const QString chosen = oneName(value_);
  comboBox()->clear();
  comboBox()->addItem(tr("CPU"), cpuValue());
  for (const ComputeCard& card : cards_) comboBox()->addItem(textOf(card), valueOf(card));
  if (comboBox()->findData(chosen) < 0) comboBox()->addItem(asked_ ? tr("%1, not there").arg(chosen) : chosen, chosen);
  comboBox()->setCurrentIndex(comboBox()->findData(chosen));
  comboBox()->setEnabled(comboBox()->count() > 1);
}

}  // namespace zipper
