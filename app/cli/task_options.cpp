// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/cli/task_options.h"

#include <algorithm>
#include <map>
#include <utility>

#include "app/cli/console.h"
#include "app/cli/wrong_usage.h"
#include "core/models/spec_overrides_json.h"
#include "core/network/task_names.h"
#include "core/support/files.h"
#include "core/support/lower_case.h"

namespace zipper::cli {

namespace {

using Kind = TaskOptions::Kind;

/// Tasks with options of their own: --a, --data-b.
constexpr int shortForms = 2;

constexpr const char* group = "Tasks";

/// "the network of task b is"
std::string subjectOf(Kind kind, int task) {
  const std::string letter = taskName(task);
  switch (kind) {
    case Kind::Model:
      return concat("the network of task ", letter, " is");
    case Kind::Data:
      return concat("the images of task ", letter, " are");
    case Kind::Classes:
      return concat("the classes of task ", letter, " are");
    default:
      return concat("the name of task ", letter, " is");
  }
}

/// Sorts what was given, in its order, by task.
class Sorter {
 public:
  explicit Sorter(bool takesModels) : takesModels_(takesModels) {}

  void take(const TaskOptions::Given& given) {
    if (given.kind == Kind::Task) return goTo(taskNumber(given.values.back(), mostTasks));
    if (given.kind == Kind::Model) {
      current_ = given.task >= 0 ? given.task : nextModel();
      begun_ = false;
    }
    const int task = given.task >= 0 ? given.task : current_;
    if (task < 0)
      refuse(given.option, " ", given.values.back(), ": of which task? Give ",
             takesModels_ ? "its --model, or --task," : "--task and its letter", " before it");
    put(given, task);
  }

  std::vector<TaskWords> words;

 private:
  void goTo(int task) {
    current_ = task;
    begun_ = true;
  }

  /// That of the --task before it, or else the first without a network.
  int nextModel() const {
    if (begun_) return current_;
    const auto free = std::find_if(words.begin(), words.end(), [](const TaskWords& task) { return !task.model; });
    const int next = int(free - words.begin());
    if (next >= mostTasks) refuse("--model: more than ", mostTasks, " tasks are given");
    return next;
  }

  void put(const TaskOptions::Given& given, int task) {
    if (words.size() <= std::size_t(task)) words.resize(std::size_t(task) + 1);
    TaskWords& own = words[std::size_t(task)];
    if (given.kind == Kind::Overrides) {
      own.overrides.insert(own.overrides.end(), given.values.begin(), given.values.end());
      own.overrideOption = given.option;
      return;
    }
    if (given.kind == Kind::Model) own.modelOption = given.option;
    std::optional<std::string>& place = given.kind == Kind::Model  ? own.model
                                        : given.kind == Kind::Data ? own.data
                                        : given.kind == Kind::Name ? own.name
                                                                   : own.classes;
    checkOnce(given, task, place);
    place = given.values.back();
  }

  /// A short form by itself is as other options: the last one holds.
  void checkOnce(const TaskOptions::Given& given, int task, const std::optional<std::string>& before) {
    const std::string earlier = std::exchange(placedBy_[{task, given.kind}], given.option);
    if (!before || (given.task >= 0 && earlier == given.option)) return;
    if (earlier == given.option)
      refuse(given.option, " is given twice for task ", taskName(task), ": ", *before, " and ", given.values.back(),
             "; what belongs to a task follows its --model, before the next one");
    refuse(subjectOf(given.kind, task), " given twice: ", earlier, " ", *before, " and ", given.option, " ",
           given.values.back());
  }

  bool takesModels_;
  std::map<std::pair<int, Kind>, std::string> placedBy_;  ///< with which option each was given
  int current_ = -1;
  bool begun_ = false;  ///< by --task, and no network has followed
};

/// An option that is told to `options` whenever it is given, as its order matters.
CLI::Option* add(CLI::App& command, TaskOptions& options, const std::string& name, Kind kind, int task,
                 const std::string& help) {
  const std::function<void(const std::vector<std::string>&)> take = [&options, kind, task,
                                                                     name](const std::vector<std::string>& values) {
    options.given.push_back({kind, task, name, values});
  };
  CLI::Option* option = command.add_option_function(name, take, help)->trigger_on_parse()->group(group);
  if (kind == Kind::Classes) option->type_name("names|position|FILE");
  if (kind == Kind::Overrides)
    return option->type_name("KEY=VALUE")->multi_option_policy(CLI::MultiOptionPolicy::TakeAll);
  return option->expected(1);
}

/// What is given, and of the others those that were there.
void overrideSource(SpecOverrides& overrides, const TaskWords& words, int task) {
  if (words.overrides.empty()) return;
  const bool named = words.overrideOption != "--override";
  const std::string option = named ? words.overrideOption : concat("--override of task ", taskName(task));
  try {
    Json all = toJson(overrides);
    all.update(overridesFromTexts(words.overrides, option));
    overrides = overridesFromJson(all, option);
  } catch (const Error& error) {
    refuse(error.what());
  }
}

/// Where a recipe's network isn't the one that is merged.
void tellOtherModel(const TaskWords& words, const TaskSource& source, int task) {
  if (!words.model || words.model->empty() || source.model.empty()) return;
  if (*words.model == source.model || isSameFile(*words.model, source.model)) return;
  printNote(concat("task ", taskName(task), ": ", *words.model, " instead of the recipe's ", source.model));
}

/// Names of networks' files may be equal, those that people give are there to tell tasks apart.
void checkNames(const std::vector<TaskWords>& words, const Recipe& recipe) {
  for (std::size_t t = 0; t < words.size(); ++t)
    for (std::size_t other = 0; other < recipe.sources.size(); ++other)
      if (other != t && words[t].name && !words[t].name->empty() && recipe.sources[other].name == *words[t].name)
        refuse("--name ", *words[t].name, ": is the name of task ", taskName(int(std::min(t, other))), " and of task ",
               taskName(int(std::max(t, other))));
}

void applyWords(const TaskWords& words, TaskSource& source, Sources sources) {
  const auto set = [sources](std::string& target, std::string& hash, const std::optional<std::string>& value) {
    if (!value || value->empty()) return;
    target = *value;
    if (sources == Sources::New) hash.clear();
  };
  // Other images may have other classes; those of the recipe are only known to be right for its own.
  if (sources == Sources::New && words.data && !words.data->empty()) {
    source.classes.reset();
    source.validationFingerprint.clear();
  }
  set(source.model, source.modelSha256, words.model);
  set(source.data, source.dataFingerprint, words.data);
  if (words.name) source.name = *words.name;
}

std::string lettersOf(int tasks) { return tasks == 1 ? taskName(0) : concat("a to ", taskName(tasks - 1)); }

}  // namespace

const char* const classesHelp =
    "Which class of the images is which output of the network: names (the default: by name, else by position), "
    "position, "
    "or a text file with a line per class, \"class = output\" (also with tab or comma; the output by name or by number "
    "from 0, - for none), or with a name per output";

void addModelOptions(CLI::App& command, TaskOptions& options) {
  options.takesModels = true;
  add(command, options, "--model", Kind::Model, -1,
      "Network of the next task, of any number of tasks: A, B, C ... in this order. The --data, --name, --classes and "
      "--override that follow it are of that task, up to the next --model (what isn't given is taken from the recipe)");
  add(command, options, "--a", Kind::Model, 0, "Network of task A: a short form");
  add(command, options, "--b", Kind::Model, 1, "Network of task B");
  add(command, options, "--override", Kind::Overrides, -1,
      "What isn't told by the file of the task's network, or told wrongly: KEY=VALUE, separated by spaces, as the "
      "options of inspect and eval take them: input_size, stem_stride, activation, padding, bn_epsilon, class_offset, "
      "mean and std (one number, or one per channel: 0.485,0.456,0.406), channel_order, ema (true or false), part; "
      "e.g. "
      "stem_stride=1 activation=relu mean=0.5,0.5,0.5 part=a");
  add(command, options, "--override-a", Kind::Overrides, 0, "The same for task A, wherever it stands");
  add(command, options, "--override-b", Kind::Overrides, 1, "The same for task B");
}

void addTaskOptions(CLI::App& command, TaskOptions& options) {
  add(command, options, "--task", Kind::Task, -1,
      "Letter of the task that the options of tasks behind it are of, instead of the next one: a, b, c ...")
      ->type_name("a|b|c");
  add(command, options, "--data", Kind::Data, -1, concat("Images of the task: ", dataHelp));
  add(command, options, "--data-a", Kind::Data, 0, "Images of task A, wherever it stands");
  add(command, options, "--data-b", Kind::Data, 1, "Images of task B");
  add(command, options, "--name", Kind::Name, -1,
      "What the task is called in reports and in the window (if nobody named it, as the file of its network)")
      ->type_name("NAME");
  add(command, options, "--classes", Kind::Classes, -1, classesHelp);
  add(command, options, "--classes-a", Kind::Classes, 0, "The same for task A, wherever it stands");
  add(command, options, "--classes-b", Kind::Classes, 1, "The same for task B");
}

std::vector<TaskWords> wordsOfTasks(const TaskOptions& options) {
  Sorter sorter(options.takesModels);
  for (const TaskOptions::Given& given : options.given) sorter.take(given);
  return sorter.words;
}

namespace {

bool hasAny(const TaskOptions& options, Kind kind) {
  return std::any_of(options.given.begin(), options.given.end(),
                     [kind](const auto& given) { return given.kind == kind; });
}

}  // namespace

bool namesModels(const TaskOptions& options) { return hasAny(options, Kind::Model); }

bool overridesModels(const TaskOptions& options) { return hasAny(options, Kind::Overrides); }

std::vector<std::string> classWishes(const TaskOptions& options) {
  std::vector<std::string> wishes;
  for (const TaskWords& task : wordsOfTasks(options)) wishes.push_back(task.classes.value_or(""));
  return wishes;
}

void applySources(const TaskOptions& options, const DataOptions& images, Recipe& recipe, Sources sources) {
  const std::vector<TaskWords> words = wordsOfTasks(options);
  if (sources == Sources::OfSession && words.size() > recipe.sources.size())
    refuse("there is no task ", taskName(int(words.size()) - 1), ": the session has ",
           lettersOf(int(recipe.sources.size())));
  recipe.sources.resize(std::max(words.size(), recipe.sources.size()));
  for (std::size_t t = 0; t < words.size(); ++t) {
    if (sources == Sources::New) tellOtherModel(words[t], recipe.sources[t], int(t));
    applyWords(words[t], recipe.sources[t], sources);
    overrideSource(recipe.sources[t].overrides, words[t], int(t));
  }
  checkNames(words, recipe);
  for (TaskSource& source : recipe.sources) source.images = images.over(source.images);
}

void checkSources(const TaskOptions& options, const Recipe& recipe, NeedsImages images) {
  const bool needed = images == NeedsImages::Always || needsAnyImages(recipe);
  const std::vector<TaskWords> words = wordsOfTasks(options);
  const std::size_t tasks = std::max<std::size_t>(2, recipe.sources.size());
  for (std::size_t t = 0; t < tasks; ++t) {
    const std::string letter = taskName(int(t));
    const std::string model = int(t) < shortForms ? concat("--", letter, " or --model") : optionOfTask("model", int(t));
    if (t >= recipe.sources.size() || recipe.sources[t].model.empty())
      refuse(model, " is needed: the network of task ", letter, t == 1 ? ", as it takes two tasks or more" : "");
    if (!recipe.sources[t].data.empty() || !needed) continue;
    if (t < words.size() && words[t].modelOption == "--model")
      refuse("--data is needed after --model ", recipe.sources[t].model, " (task ", letter,
             "); only --exact, for networks that differ in their heads alone, does without");
    refuse(optionOfTask("data", int(t)), " is needed: the images of task ", letter, ", whose network is ",
           recipe.sources[t].model);
  }
}

std::string optionOfTask(const std::string& option, int task) {
  return task < shortForms ? concat("--", option, "-", taskName(task))
                           : concat("--task ", taskName(task), " --", option);
}

int taskNumber(const std::string& letter, int tasks, const std::string& besides) {
  for (int t = 0; t < tasks; ++t)
    if (asciiLowerCase(letter) == taskName(t)) return t;
  refuse("--task: '", letter, "' found, ", lettersOf(tasks), besides, " expected");
}

}  // namespace zipper::cli
