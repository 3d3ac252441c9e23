// SPDX-License-Identifier: GPL-3.0-or-later

#include <algorithm>
#include <vector>

#include "app/cli/commands.h"
#include "app/cli/console.h"
#include "app/cli/merge_options.h"
#include "app/cli/wrong_usage.h"
#include "core/recipe/merge_command.h"
#include "core/recipe/recipe_difference.h"
#include "core/session/run_tree.h"
#include "core/session/session_file.h"
#include "core/support/json_reader.h"
#include "core/support/printable.h"

namespace zipper::cli {

namespace {

struct RecipeOptions {
  std::string action, out = "merged.zipper";
  std::vector<std::string> files;
  std::vector<int> runs;
  bool json = false;
};

/// A recipe with what it is called.
struct NamedRecipe {
  std::string title;
  Recipe recipe;
  int layers = unknownLayers;
  RunNote note;
};

/// `run`: from 1 on; 0: what the session does from the beginning to the end of its plan.
NamedRecipe recipeOf(const std::string& path, int run) {
  if (!isSessionFile(path)) {
    if (run != 0) refuse("--run: ", printable(path), " is a recipe, which has no runs");
    return {path, recipeFromFile(path), unknownLayers, {}};
  }
  const Session session = loadSessionOutline(path);
  const std::vector<zipper::Run> runs = runsOf(session);
  if (run == 0) return {path, recipeWithPlan(session), session.layers(), noteOf(session, currentRun(session))};
  if (run < 0 || run > int(runs.size()))
    refuse("--run: ", run, " found, but ", printable(path), " has ", runs.size(), runs.size() == 1 ? " run" : " runs");
  const int number = run - 1;
  return {concat(path, ", ", titleOfRun(session, number)),
          recipeOfPath(session, runs[std::size_t(number)].steps.back()), session.layers(), noteOf(session, number)};
}

int runAt(const RecipeOptions& options, std::size_t place) {
  return place < options.runs.size() ? options.runs[place] : 0;
}

/// Two files, or two runs of one session.
std::vector<NamedRecipe> pairOf(const RecipeOptions& options) {
  if (options.files.size() == 1 && options.runs.size() < 2)
    refuse("diff takes two recipes or sessions, or one session and two runs of it: --run 1 --run 2");
  return {recipeOf(options.files.front(), runAt(options, 0)), recipeOf(options.files.back(), runAt(options, 1))};
}

std::size_t widestOf(const std::vector<std::string>& texts) {
  std::size_t widest = 0;
  for (const std::string& text : texts) widest = std::max(widest, text.size());
  return widest;
}

void printDifferences(const std::vector<RecipeDifference>& differences, const std::vector<NamedRecipe>& pair) {
  printLine("A: " + pair.front().title);
  printLine("B: " + pair.back().title);
  if (differences.empty()) return printLine("no differences: both do the same with the same networks and images");
  std::vector<std::string> titles{"setting"}, ones{"A"}, others{"B"};
  for (const RecipeDifference& difference : differences) {
    const std::string place = placeOf(difference);
    titles.push_back(titleOf(difference) + (place.empty() ? "" : " (" + place + ")"));
    ones.push_back(wholePrintable(valueForPeople(difference, difference.one)));
    others.push_back(wholePrintable(valueForPeople(difference, difference.other)));
  }
  const auto padded = [](std::string text, std::size_t width) {
    return text.resize(std::max(width, text.size()), ' '), text;
  };
  for (std::size_t i = 0; i < titles.size(); ++i)
    printLine(concat(padded(titles[i], widestOf(titles)), "  ", padded(ones[i], widestOf(ones)), "  ", others[i]));
}

Json toJson(const RecipeDifference& difference) {
  Json json{{"title", titleOf(difference)}, {"a", difference.one}, {"b", difference.other}};
  if (difference.field && infoOf(*difference.field).key != nullptr) json["key"] = infoOf(*difference.field).key;
  if (!difference.layers.empty()) json["layers"] = difference.layers;
  if (difference.everyLayer) json["every_layer"] = true;
  if (difference.fineTuning) json["fine_tuning"] = true;
  return json;
}

int tellDifferences(const RecipeOptions& options) {
  const std::vector<NamedRecipe> pair = pairOf(options);
  const std::vector<RecipeDifference> differences = differencesOf(pair.front().recipe, pair.back().recipe);
  if (!options.json) {
    printDifferences(differences, pair);
    return 0;
  }
  Json json{{"a", pair.front().title}, {"b", pair.back().title}, {"differences", Json::array()}};
  for (const RecipeDifference& difference : differences) json["differences"].push_back(toJson(difference));
  printJson(json, 2);
  return 0;
}

int tellCommand(const RecipeOptions& options) {
  if (options.files.size() > 1 || options.runs.size() > 1) refuse("command takes one recipe or session, and one run");
  const NamedRecipe named = recipeOf(options.files.front(), runAt(options, 0));
  const auto commands = mergeCommands(named.recipe, named.layers, {options.out, named.note.name, named.note.notes, {}});
  if (options.json) {
    printJson(Json(commands), 2);
    return 0;
  }
  printOwnText(shellText(commands) + "\n");  // words hold nothing that a terminal obeys, see shellWord()
  return 0;
}

}  // namespace

void addRecipe(CLI::App& app, Run& run) {
  auto options = std::make_shared<RecipeOptions>();
  CLI::App* command = app.add_subcommand(
      "recipe", "What is different in two recipes or runs, and which command does what a run of a session did");
  command->footer(
      "Example:\n  zipper recipe diff report/recipe.json other/recipe.json\n"
      "  zipper recipe diff merged.zipper --run 1 --run 2\n"
      "  zipper recipe command merged.zipper --run 2");
  command
      ->add_option("ACTION", options->action,
                   "diff: the settings that differ, with both values; command: the zipper merge (and resume) that does "
                   "the same from the beginning, naming only what the preset doesn't have")
      ->required()
      ->check(CLI::IsMember({"diff", "command"}));
  command->add_option("FILE", options->files, "Sessions or recipe files")->required()->expected(1, 2);
  command
      ->add_option("--run", options->runs,
                   "Number of a run of the session (see zipper session), one for each file; 0, or without this: what "
                   "the session does from the beginning to the end of its plan")
      ->check(CLI::NonNegativeNumber)
      ->delimiter(',')
      ->multi_option_policy(CLI::MultiOptionPolicy::TakeAll);
  command->add_option("--out", options->out, "The session that the command writes")->capture_default_str();
  command->add_flag("--json", options->json, "Print JSON");
  command->callback([options, &run] {
    run = [options] { return options->action == "diff" ? tellDifferences(*options) : tellCommand(*options); };
  });
}

}  // namespace zipper::cli
