// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <CLI/CLI.hpp>
#include <map>
#include <optional>
#include <string>

#include "core/recipe/fields.h"

namespace zipper::cli {

/// What the command line says of the settings of steps; nothing where it is silent.
class SettingOptions {
 public:
  /// Adds the option of a field, which must be one of a step's settings that has one. The object must live as long as
  /// the command.
  void add(CLI::App& command, RecipeField field);
  /// Adds those of all fields that have one, in the order of recipeFields(), but for the initialization.
  void addAll(CLI::App& command);

  /// The fields that were given get their values. An initialization first changes what belongs to it (see
  /// setInitialization()).
  void apply(StepSettings& settings) const;

  bool has(RecipeField field) const;
  /// The name that was given for a choice.
  std::optional<std::string> choice(RecipeField field) const;
  /// What was given for a switch.
  std::optional<bool> flag(RecipeField field) const;

 private:
  struct Adder;
  struct Setter;
  std::map<RecipeField, std::optional<int>> wholeNumbers_;
  std::map<RecipeField, std::optional<double>> decimals_;
  std::map<RecipeField, std::optional<bool>> switches_;
  std::map<RecipeField, std::optional<std::string>> choices_;
};

}  // namespace zipper::cli
