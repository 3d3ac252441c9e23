// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/recipe/merge_command.h"

#include <algorithm>

#include "core/models/spec_overrides_json.h"
#include "core/recipe/fields.h"
#include "core/recipe/settings_json.h"
#include "core/support/error.h"
#include "core/support/shell_word.h"
#include "core/support/text_format.h"

namespace zipper {

namespace {

/// A value that begins with a dash would be taken for an option.
void addOption(Command& command, const std::string& option, const std::string& value) {
  if (!value.empty() && value[0] == '-') return command.push_back(option + "=" + value);
  command.push_back(option);
  command.push_back(value);
}

/// Steps that one command does: with the same settings, but for the iterations of fine-tuning.
struct StepGroup {
  StepSettings settings;
  std::vector<StepTarget> merges;
  int finetuneIterations = 0;
};

/// All that the options of settings can say: two steps with the same text need no command between them.
std::string comparable(const StepSettings& settings, bool fineTuning) {
  StepSettings rest = settings;
  if (fineTuning) rest.calibration.iterations = 0;
  return dumpJson(toJson(rest));
}

std::vector<StepGroup> groupsOf(const Recipe& recipe) {
  std::vector<StepGroup> groups;
  for (const StepPlan& step : recipe.steps) {
    const bool fineTuning = step.target.isFineTuning();
    const bool goesOn = !groups.empty() && groups.back().finetuneIterations == 0 &&
                        comparable(groups.back().settings, fineTuning) == comparable(step.settings, fineTuning);
    if (!goesOn) groups.push_back({step.settings, {}, 0});
    if (fineTuning)
      groups.back().finetuneIterations = step.settings.calibration.iterations;
    else
      groups.back().merges.push_back(step.target);
  }
  return groups;
}

/// The option of one setting, where it differs from what the command has without it.
struct OptionWriter {
  Command& command;
  const RecipeFieldInfo& info;
  const StepSettings& wanted;
  StepSettings& base;

  void operator()(const PlanField&) const {}
  void operator()(const WholeNumberField& field) const { write(field, std::to_string(field.member.of(wanted))); }
  void operator()(const DecimalField& field) const { write(field, shortestNumber(field.member.of(wanted))); }
  void operator()(const SwitchField& field) const { write(field, field.member.of(wanted) ? "true" : "false"); }
  void operator()(const ChoiceField& field) const {
    const std::string name = field.get(wanted);
    if (name == field.get(base)) return;
    addOption(command, info.option, name);
    if (info.field == RecipeField::Initialization)
      setInitialization(base.start, wanted.start.initialization);
    else
      field.set(base, name);
  }

 private:
  template <typename Field>
  void write(const Field& field, const std::string& value) const {
    if (info.option == nullptr || field.member.of(wanted) == field.member.of(base)) return;
    addOption(command, info.option, value);
    field.member.of(base) = field.member.of(wanted);
  }
};

void addSettings(Command& command, const StepSettings& wanted, StepSettings base) {
  for (const RecipeFieldInfo& info : recipeFields()) std::visit(OptionWriter{command, info, wanted, base}, info.kind);
}

std::string overrideText(const Json& value) {
  if (value.is_string()) return value.get<std::string>();
  if (!value.is_array()) return dumpJson(value);
  std::string text;
  for (const Json& number : value) text += (text.empty() ? "" : ",") + shortestNumber(number.get<double>());
  return text;
}

void addSource(Command& command, const TaskSource& source, const std::string& classes) {
  addOption(command, "--model", source.model);
  if (!source.data.empty()) addOption(command, "--data", source.data);
  if (!source.name.empty()) addOption(command, "--name", source.name);
  if (!classes.empty()) addOption(command, "--classes", classes);
  const Json overrides = toJson(source.overrides);
  for (const auto& [key, value] : overrides.items()) addOption(command, "--override", key + "=" + overrideText(value));
}

/// How image files are read is said for all tasks at once.
void addReading(Command& command, const Recipe& recipe) {
  if (recipe.sources.empty()) return;
  const ImageReading reading = recipe.sources.front().images, usual;
  for (const TaskSource& source : recipe.sources)
    if (source.images != reading)
      fail("the images of the tasks are read in different ways, which no option says; a recipe file does");
  if (reading.alpha != usual.alpha) addOption(command, "--alpha", toString(reading.alpha));
  if (reading.exif != usual.exif) addOption(command, "--exif", toString(reading.exif));
}

bool mergesAll(const std::vector<StepTarget>& merges, int layers) {
  if (merges == std::vector<StepTarget>{StepTarget::everyLayer()}) return true;
  if (layers == unknownLayers || merges.size() != std::size_t(layers)) return false;
  for (int layer = 1; layer <= layers; ++layer)
    if (!merges[std::size_t(layer) - 1].merges(layer)) return false;
  return true;
}

int fineTuningOf(const Recipe& recipe) {
  for (const StepPlan& step : recipe.steps)
    if (step.target.isFineTuning()) return step.settings.calibration.iterations;
  return 0;
}

/// What belongs to the whole merge.
void addPlan(Command& command, const Recipe& recipe, const Recipe& preset) {
  if (recipe.preset != "fast") addOption(command, "--preset", recipe.preset);
  if (recipe.bnPolicy != preset.bnPolicy) addOption(command, "--bn", toString(recipe.bnPolicy));
  if (recipe.seed != preset.seed) addOption(command, "--seed", std::to_string(recipe.seed));
  if (recipe.device != preset.device) addOption(command, "--device", recipe.device);
  if (recipe.threads != preset.threads) addOption(command, "--threads", std::to_string(recipe.threads));
}

/// Steps and their settings. Calibration iterations leave out the fine-tuning of a preset unless it is asked for.
void addSteps(Command& command, const StepGroup& group, const StepSettings& base, int plannedFineTuning) {
  if (!group.merges.empty() && group.settings.calibration.iterations != base.calibration.iterations) {
    addOption(command, "--steps", std::to_string(group.settings.calibration.iterations));
    plannedFineTuning = 0;
  }
  addSettings(command, group.settings, base);
  if (group.finetuneIterations != plannedFineTuning)
    addOption(command, "--finetune-steps", std::to_string(group.finetuneIterations));
}

Command mergeCommand(const Recipe& recipe, const StepGroup& group, int layers, const CommandWishes& wishes) {
  const Recipe preset = presetRecipe(recipe.preset);
  Command command{"zipper", "merge"};
  for (std::size_t t = 0; t < recipe.sources.size(); ++t)
    addSource(command, recipe.sources[t], t < wishes.classes.size() ? wishes.classes[t] : std::string());
  addReading(command, recipe);
  addPlan(command, recipe, preset);
  if (group.merges.empty()) fail("fine-tuning before any layer is merged can't be said on the command line");
  if (!mergesAll(group.merges, layers)) addOption(command, "--layers", mergesToString(group.merges));
  addSteps(command, group, preset.defaults, fineTuningOf(preset));
  addOption(command, "--out", wishes.out);
  if (!wishes.runName.empty()) addOption(command, "--run-name", wishes.runName);
  if (!wishes.notes.empty()) addOption(command, "--notes", wishes.notes);
  return command;
}

Command resumeCommand(const StepGroup& group, const StepSettings& base, const CommandWishes& wishes) {
  const bool isLikeAnOption = !wishes.out.empty() && wishes.out[0] == '-';
  Command command{"zipper", "resume", (isLikeAnOption ? "./" : "") + wishes.out};
  if (!group.merges.empty()) addOption(command, "--layers", mergesToString(group.merges));
  addSteps(command, group, base, 0);
  return command;
}

}  // namespace

std::vector<Command> mergeCommands(const Recipe& recipe, int layers, const CommandWishes& wishes) {
  const std::vector<StepGroup> groups = groupsOf(recipe);
  if (groups.empty()) fail("the plan has no steps; name layers to merge");
  std::vector<Command> commands{mergeCommand(recipe, groups.front(), layers, wishes)};
  for (std::size_t i = 1; i < groups.size(); ++i) {
    if (groups[i - 1].finetuneIterations > 0) fail("fine-tuning between other steps can't be said on the command line");
    StepSettings base = groups[i - 1].settings;
    commands.push_back(resumeCommand(groups[i], base, wishes));
  }
  return commands;
}

std::string shellText(const std::vector<Command>& commands) {
  std::string text;
  for (const Command& command : commands) {
    text += text.empty() ? "" : " &&\n";
    for (std::size_t i = 0; i < command.size(); ++i) {
      const bool option = i > 1 && command[i].rfind("--", 0) == 0;
      text += i == 0 ? "" : option ? " \\\n    " : " ";
      text += shellWord(command[i]);
    }
  }
  return text;
}

}  // namespace zipper
