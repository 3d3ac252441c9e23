// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/cli/setting_options.h"

#include <cmath>
#include <limits>

#include "core/support/error.h"

namespace zipper::cli {

namespace {

using End = NumberRange::End;

/// As CLI::PositiveNumber, whose message names the largest number there is, all 309 digits of it.
CLI::Validator positiveNumber() {
  return CLI::Validator(
      [](std::string& text) {
        double value = 0;
        const bool fine = CLI::detail::lexical_cast(text, value) && std::isfinite(value) && value > 0;
        return fine ? std::string() : concat(text, " found, a positive number expected");
      },
      "POSITIVE");
}

template <typename Value>
std::optional<Value> givenIn(const std::map<RecipeField, std::optional<Value>>& values, RecipeField field) {
  const auto found = values.find(field);
  return found == values.end() ? std::nullopt : found->second;
}

}  // namespace

/// Adds the option of one field. What its check lets through the recipe's validation may still refuse.
struct SettingOptions::Adder {
  CLI::App& command;
  SettingOptions& options;
  const RecipeFieldInfo& info;

  void operator()(const PlanField&) const {}

  void operator()(const WholeNumberField& field) const {
    CLI::Option* option = command.add_option(info.option, options.wholeNumbers_[info.field], info.help);
    const NumberRange& range = field.range;
    if (range.upper == End::None && range.least == 0) {
      option->check(CLI::NonNegativeNumber);
    } else if (range.upper == End::None && range.least == 1) {
      option->check(CLI::PositiveNumber);
    } else {
      const bool open = range.upper == End::None;
      option->check(CLI::Range(int(range.least), open ? std::numeric_limits<int>::max() : int(range.most)));
    }
  }

  void operator()(const DecimalField& field) const {
    CLI::Option* option = command.add_option(info.option, options.decimals_[info.field], info.help);
    const NumberRange& range = field.range;
    if (range.upper == End::None && range.lower == End::Excluded && range.least == 0) option->check(positiveNumber());
    if (range.upper == End::Included && range.lower == End::Included)
      option->check(CLI::Range(range.least, range.most));
  }

  void operator()(const SwitchField&) const {
    command.add_option(info.option, options.switches_[info.field], info.help);
  }

  void operator()(const ChoiceField& field) const {
    command.add_option(info.option, options.choices_[info.field], info.help)->check(CLI::IsMember(field.names));
  }
};

struct SettingOptions::Setter {
  const SettingOptions& options;
  RecipeField field;
  StepSettings& settings;

  void operator()(const PlanField&) const {}
  void operator()(const WholeNumberField& kind) const { set(kind, options.wholeNumbers_); }
  void operator()(const DecimalField& kind) const { set(kind, options.decimals_); }
  void operator()(const SwitchField& kind) const { set(kind, options.switches_); }
  void operator()(const ChoiceField& kind) const {
    const auto name = options.choice(field);
    if (!name) return;
    if (field == RecipeField::Initialization)
      setInitialization(settings.start, initializationFromString(*name));
    else
      kind.set(settings, *name);
  }

 private:
  template <typename Kind, typename Value>
  void set(const Kind& kind, const std::map<RecipeField, std::optional<Value>>& values) const {
    if (const auto value = givenIn(values, field)) kind.member.of(settings) = *value;
  }
};

void SettingOptions::add(CLI::App& command, RecipeField field) {
  const RecipeFieldInfo& info = infoOf(field);
  std::visit(Adder{command, *this, info}, info.kind);
}

void SettingOptions::addAll(CLI::App& command) {
  for (const RecipeFieldInfo& info : recipeFields())
    if (info.option != nullptr && info.field != RecipeField::Initialization) add(command, info.field);
}

void SettingOptions::apply(StepSettings& settings) const {
  for (const RecipeFieldInfo& info : recipeFields()) std::visit(Setter{*this, info.field, settings}, info.kind);
}

bool SettingOptions::has(RecipeField field) const {
  return givenIn(wholeNumbers_, field) || givenIn(decimals_, field) || flag(field) || choice(field);
}

std::optional<std::string> SettingOptions::choice(RecipeField field) const { return givenIn(choices_, field); }

std::optional<bool> SettingOptions::flag(RecipeField field) const { return givenIn(switches_, field); }

}  // namespace zipper::cli
