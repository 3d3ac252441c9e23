// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <optional>
#include <string>
#include <vector>

#include "core/recipe/fields.h"

namespace zipper {

/// What a recipe says of a task that isn't in the table of fields.
enum class SourceField { Network, Images, Reading, Overrides, Classes };

/// Something that isn't the same in two recipes.
struct RecipeDifference {
  std::optional<RecipeField> field;   ///< nothing: `source` says what
  std::optional<SourceField> source;  ///< of task `task`
  int task = -1;
  /// Where a setting of steps differs so; all empty and false where it does in all steps that both recipes have.
  std::vector<int> layers;
  bool everyLayer = false;  ///< of a plan whose networks aren't known: those that it doesn't name
  bool fineTuning = false;
  std::string one, other;  ///< as files have them: "least-squares", "0.002", "true"; empty: there is none
};

/// All of them, in the order of the table of fields, then tasks. A setting is compared at the steps that both recipes
/// have, as those run with it, and one that doesn't count in either isn't told; which steps only one of them has is
/// told by the layers and the iterations of fine-tuning. Networks and images are the same if their hashes are, or,
/// where one isn't known, their places.
std::vector<RecipeDifference> differencesOf(const Recipe& one, const Recipe& other);

/// What the difference is about, in English: "Learning rate", "Network of task b".
std::string titleOf(const RecipeDifference& difference);
/// Where: "layers 1-6", "fine-tuning", "layers 7-13, fine-tuning"; empty where it is so everywhere.
std::string placeOf(const RecipeDifference& difference);
/// A value as people read it, in English: "least-squares", "2,048", "yes", "none".
std::string valueForPeople(const RecipeDifference& difference, const std::string& value);

}  // namespace zipper
