// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <CLI/CLI.hpp>
#include <optional>
#include <string>
#include <vector>

#include "app/cli/data_options.h"
#include "core/recipe/recipe.h"

namespace zipper::cli {

/// What the command line says of one task; nothing where it is silent.
struct TaskWords {
  std::optional<std::string> model, data, name;
  std::optional<std::string> classes;       ///< see classesHelp
  std::vector<std::string> overrides;       ///< "key=value", as in a recipe's overrides
  std::string modelOption, overrideOption;  ///< with which they were given, as typed: "--model", "--override-a"
};

/// The options of all tasks in the order in which they were given, which says what belongs to which task: --model
/// begins the next one, --task goes (back) to one, and --a, --data-b and the like name it themselves.
struct TaskOptions {
  enum class Kind { Task, Model, Data, Name, Classes, Overrides };
  struct Given {
    Kind kind;
    int task;            ///< that the option itself names; -1: that it follows
    std::string option;  ///< as typed
    std::vector<std::string> values;
  };
  std::vector<Given> given;
  bool takesModels = false;  ///< whether the command has --model
};

/// How a user can say which class of the images is which output of the network: for the help of an option.
extern const char* const classesHelp;

/// Adds --model and --override with their short forms. `options` must live as long as the command.
void addModelOptions(CLI::App& command, TaskOptions& options);
/// Adds --task, --data, --name and --classes with their short forms.
void addTaskOptions(CLI::App& command, TaskOptions& options);

/// What is said, task by task, up to the last one of which anything is. Throws WrongUsage if it isn't clear what
/// belongs to which.
std::vector<TaskWords> wordsOfTasks(const TaskOptions& options);

/// Whether the networks are named on the command line.
bool namesModels(const TaskOptions& options);
/// Whether it is said how any of their files is to be read.
bool overridesModels(const TaskOptions& options);

/// What the user says about the classes of each task; empty where nothing was said.
std::vector<std::string> classWishes(const TaskOptions& options);

/// Where sources are from, and whether they are taken to be the same.
enum class Sources { New, OfSession };

/// Sources that are given take the place of the recipe's. New ones lose its hashes and classes, those of a session keep
/// them, so that other files are noticed. Overrides are added to the recipe's: another path mostly means the same
/// network at another place; another network than the recipe's is told. Throws WrongUsage for a task that a session
/// doesn't have, overrides that can't be meant, and a name that another task has.
void applySources(const TaskOptions& options, const DataOptions& images, Recipe& recipe, Sources sources);

/// Whether every task needs images, or only if a step of the plan looks at some.
enum class NeedsImages { ByPlan, Always };

/// Throws WrongUsage that names the option if the recipe has fewer than two tasks, or one of them no network or no
/// images that it needs. `options`: those that were applied to it.
void checkSources(const TaskOptions& options, const Recipe& recipe, NeedsImages images = NeedsImages::ByPlan);

/// How an option is given for one task: "--data-b", "--task c --data".
std::string optionOfTask(const std::string& option, int task);

/// The number of the task of this letter, small or capital. Throws WrongUsage if it is none of `tasks` tasks;
/// `besides`: what else could have been given, such as " or all".
int taskNumber(const std::string& letter, int tasks, const std::string& besides = "");

}  // namespace zipper::cli
