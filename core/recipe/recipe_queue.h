// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <string>
#include <vector>

#include "core/recipe/recipe.h"

namespace zipper {

/// How far a recipe of a queue has come. One that is in work counts as waiting: its run begins anew after a restart.
enum class QueueState { Waiting, Done, Failed, Skipped };
/// "waiting", "done", "failed", "skipped".
std::string toString(QueueState state);
/// Throws Error for another text.
QueueState queueStateFromString(const std::string& text);

/// A recipe that waits to be run, or was.
struct QueuedRecipe {
  std::string name;  ///< for people; may be empty
  Recipe recipe;     ///< without sources: those of the session count
  QueueState state = QueueState::Waiting;
  std::string message{};  ///< why it failed
  double seconds = 0;     ///< that its run took, if it is done
};

/// As many as a queue holds, and bytes of a name or a message.
inline constexpr std::size_t mostQueuedRecipes = 200, longestQueueText = 4000;

/// Pretty-printed JSON, for queueFromJson().
std::string queueToJson(const std::vector<QueuedRecipe>& queue);
/// Error that begins with `what` and names the key, value and recipe, if the text isn't a queue or a recipe can't be
/// used with networks of so many layers.
std::vector<QueuedRecipe> queueFromJson(const std::string& text, int layers, const std::string& what);

}  // namespace zipper
