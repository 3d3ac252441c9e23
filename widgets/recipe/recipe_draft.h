// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QString>
#include <QStringList>
#include <array>
#include <map>

#include "core/recipe/fields.h"

namespace zipper {

/// What stands in the fields, right or wrong, as text: numbers as they were typed, choices by the engine's names,
/// switches as "on" and "off".
class RecipeDraft {
 public:
  QString& operator[](RecipeField field) { return texts_[std::size_t(field)]; }
  const QString& operator[](RecipeField field) const { return texts_[std::size_t(field)]; }
  bool operator==(const RecipeDraft& other) const { return texts_ == other.texts_; }
  bool operator!=(const RecipeDraft& other) const { return texts_ != other.texts_; }

 private:
  std::array<QString, recipeFieldCount> texts_;
};

RecipeDraft draftOf(const Recipe& recipe);

/// A draft understood.
struct RecipeReading {
  Recipe recipe;  ///< a field that can't be read keeps the value of the base
  std::map<RecipeField, QString> problems;
  QStringList otherProblems;  ///< of no field that can be edited
  bool isValid() const { return problems.empty() && otherProblems.isEmpty(); }
};

/// Fields over `base`, from which sources are kept. `layers`: of the networks, for which the plan is read;
/// as long as they aren't known, it stays open (see settlePlan()).
RecipeReading readDraft(const RecipeDraft& draft, const Recipe& base, int layers = unknownLayers);

/// Sets what belongs to the draft's initialization after that has been changed: alignment and fits, as the preset has
/// them for least squares, and none for the others (see setInitialization()).
void followInitialization(RecipeDraft& draft);

/// Whether the field is one of those that a preset prescribes. Layers, trunk, seed, device and threads are not.
bool isPresetField(RecipeField field);

/// The draft with all fields that the preset prescribes set to its values.
RecipeDraft withPreset(RecipeDraft draft, const QString& preset);

/// Whether the recipe's settings are those of the preset that it names.
bool followsPreset(const Recipe& recipe);

}  // namespace zipper
