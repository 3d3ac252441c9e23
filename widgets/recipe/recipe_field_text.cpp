// SPDX-License-Identifier: GPL-3.0-or-later

#include <QCoreApplication>

#include "widgets/recipe/recipe_form.h"

namespace zipper {

namespace {

/// The table of fields holds the texts in English; lupdate finds them there.
QString translated(const char* text) { return QCoreApplication::translate("RecipeField", text); }

}  // namespace

QString nameOf(RecipeField field) { return translated(infoOf(field).label); }

QString meaningOf(RecipeField field) { return translated(infoOf(field).meaning); }

ChoiceRow::Choices choicesOf(RecipeField field) {
  ChoiceRow::Choices choices;
  const auto* kind = std::get_if<ChoiceField>(&infoOf(field).kind);
  if (kind == nullptr) return choices;
  for (const auto& [name, label] : kind->labels) choices.emplace_back(QString::fromLatin1(name), translated(label));
  return choices;
}

}  // namespace zipper
