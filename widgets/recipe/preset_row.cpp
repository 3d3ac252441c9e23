// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/recipe/preset_row.h"

#include <QComboBox>

#include "core/recipe/recipe.h"
#include "widgets/style/plain_text.h"

namespace zipper {

namespace {

ChoiceRow::Choices presetChoices() {
  ChoiceRow::Choices choices;
  for (const std::string& name : presetNames()) {
    const QString value = style::unchanged(name);
    QString text = value;
    if (name == "fast") text = PresetRow::tr("Fast");
    if (name == "paper") text = PresetRow::tr("Paper");
    if (name == "lesson") text = PresetRow::tr("Lesson");
    if (name != exactPreset) choices.emplace_back(value, text);
  }
  return choices;
}

QString presetSummary(const QString& preset) {
  if (preset == QLatin1String("fast")) return PresetRow::tr("Closed form first, then a short calibration.");
  if (preset == QLatin1String("paper")) return PresetRow::tr("What the authors of the method ran.");
  if (preset == QLatin1String("lesson"))
    return PresetRow::tr("Like “Fast”, on few images: nobody waits, and the result is good enough to talk about.");
  if (preset == QLatin1String(exactPreset))
    return PresetRow::tr("Only what is the same in all networks, shared as it is.");
  return PresetRow::tr("As the preset has it.");
}

}  // namespace

PresetRow::PresetRow(QWidget* parent)
    : ChoiceRow(tr("Preset"), presetChoices(), parent), presets_(comboBox()->count()) {}

QString PresetRow::value() const { return comboBox()->currentIndex() < presets_ ? ChoiceRow::value() : QString(); }

/// How much is the same in all networks is found out where a session begins: it can be seen here, not chosen.
void PresetRow::setExact(bool exact) {
  const int place = comboBox()->findData(QLatin1String(exactPreset));
  if (exact == (place >= 0)) return;
  if (exact)
    comboBox()->insertItem(presets_, tr("Exact"), QLatin1String(exactPreset));
  else
    comboBox()->removeItem(place);
  presets_ += exact ? 1 : -1;
}

void PresetRow::setValue(const QString& value) {
  setExact(value == QLatin1String(exactPreset));
  ChoiceRow::setValue(value);
  base_ = comboBox()->currentIndex();
  setCustom(false);
}

void PresetRow::setCustom(bool custom) {
  custom_ = custom;
  if (!custom) {
    // Without the entry there is nothing to choose that isn't a preset.
    while (comboBox()->count() > presets_) comboBox()->removeItem(presets_);
    // Never empty: a line that comes and goes would move the whole form.
    setNote(presetSummary(value()));
    return;
  }
  setNote(tr("Edited, coming from %1.").arg(comboBox()->itemText(base_)));
  if (comboBox()->count() == presets_) comboBox()->addItem(tr("Custom"));
  comboBox()->setCurrentIndex(presets_);
}

}  // namespace zipper
