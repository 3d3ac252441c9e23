// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/cli/task_options.h"

#include <algorithm>

#include "app/cli/wrong_usage.h"
#include "core/models/spec_overrides_json.h"
#include "core/network/task_names.h"

namespace zipper::cli {

namespace {

using Kind = TaskOptions::Kind;

/// Tasks that the alphabet has a letter for.
constexpr int mostTasks = 26;
/// Tasks with options of their own: --a, --data-b.
constexpr int shortForms = 2;

constexpr const char* group = "Tasks";

const char* nameOf(Kind kind) {
  switch (kind) {
    case Kind::Task:
      return "--task";
    case Kind::Model:
      return "--model";
    case Kind::Data:
      return "--data";
    case Kind::Name:
      return "--name";
    case Kind::Classes:
      return "--classes";
    case Kind::Overrides:
      return "--override";
  }
  return "";
}

/// Sorts what was given, in its order, by task.
class Sorter {
 public:
  void take(const TaskOptions::Given& given) {
    if (given.kind == Kind::Task) return goTo(taskNumber(given.values.back(), mostTasks));
    if (given.kind == Kind::Model) {
      current_ = given.task >= 0 ? given.task : nextModel();
      begun_ = false;
    }
    const int task = given.task >= 0 ? given.task : current_;
    if (task < 0)
      refuse(nameOf(given.kind), " ", given.values.back(), ": of which task? Give its --model, or --task, before it");
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
      return;
    }
    std::optional<std::string>& place = given.kind == Kind::Model  ? own.model
                                        : given.kind == Kind::Data ? own.data
                                        : given.kind == Kind::Name ? own.name
                                                                   : own.classes;
    // The short forms are as other options: the last one holds.
    if (place && given.task < 0)
      refuse(nameOf(given.kind), " is given twice for task ", taskName(task), ": ", *place, " and ",
             given.values.back(), "; what belongs to a task follows its --model, before the next one");
    place = given.values.back();
  }

  int current_ = -1;
  bool begun_ = false;  ///< by --task, and no network has followed
};

/// An option that is told to `options` whenever it is given, as its order matters.
CLI::Option* add(CLI::App& command, TaskOptions& options, const std::string& name, Kind kind, int task,
                 const std::string& help) {
  const std::function<void(const std::vector<std::string>&)> take = [&options, kind,
                                                                     task](const std::vector<std::string>& values) {
    options.given.push_back({kind, task, values});
  };
  CLI::Option* option = command.add_option_function(name, take, help)->trigger_on_parse()->group(group);
  if (kind == Kind::Classes) option->type_name("names|position|FILE");
  if (kind == Kind::Overrides)
    return option->type_name("KEY=VALUE")->multi_option_policy(CLI::MultiOptionPolicy::TakeAll);
  return option->expected(1);
}

/// What is given, and of the others those that were there.
void overrideSource(SpecOverrides& overrides, const std::vector<std::string>& entries, const std::string& option) {
  Json all = toJson(overrides);
  all.update(overridesFromTexts(entries, option.c_str()));
  overrides = overridesFromJson(all, option.c_str());
}

void applyWords(const TaskWords& words, TaskSource& source, Sources sources) {
  const auto set = [sources](std::string& target, std::string& hash, const std::optional<std::string>& value) {
    if (!value || value->empty()) return;
    target = *value;
    if (sources == Sources::New) hash.clear();
  };
  // Other images may have other classes; those of the recipe are only known to be right for its own.
  if (sources == Sources::New && words.data && !words.data->empty()) source.classes.reset();
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
      "What the task is called in reports and in the window (if not given, as the file of its network)")
      ->type_name("NAME");
  add(command, options, "--classes", Kind::Classes, -1, classesHelp);
  add(command, options, "--classes-a", Kind::Classes, 0, "The same for task A, wherever it stands");
  add(command, options, "--classes-b", Kind::Classes, 1, "The same for task B");
}

std::vector<TaskWords> wordsOfTasks(const TaskOptions& options) {
  Sorter sorter;
  for (const TaskOptions::Given& given : options.given) sorter.take(given);
  return sorter.words;
}

bool namesModels(const TaskOptions& options) {
  return std::any_of(options.given.begin(), options.given.end(),
                     [](const auto& given) { return given.kind == Kind::Model; });
}

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
    applyWords(words[t], recipe.sources[t], sources);
    overrideSource(recipe.sources[t].overrides, words[t].overrides, optionOfTask("override", int(t)));
  }
  for (TaskSource& source : recipe.sources) source.images = images.over(source.images);
}

void checkSources(const Recipe& recipe) {
  const std::size_t tasks = std::max<std::size_t>(2, recipe.sources.size());
  for (std::size_t t = 0; t < tasks; ++t) {
    const std::string letter = taskName(int(t));
    const std::string model = int(t) < shortForms ? concat("--", letter, " or --model") : optionOfTask("model", int(t));
    if (t >= recipe.sources.size() || recipe.sources[t].model.empty())
      refuse(model, " is needed: the network of task ", letter, t == 1 ? ", as it takes two tasks or more" : "");
    if (recipe.sources[t].data.empty())
      refuse(optionOfTask("data", int(t)), " is needed: the images of task ", letter, ", whose network is ",
             recipe.sources[t].model);
  }
}

std::string optionOfTask(const std::string& option, int task) {
  return task < shortForms ? concat("--", option, "-", taskName(task))
                           : concat("--task ", taskName(task), " --", option);
}

int taskNumber(const std::string& letter, int tasks) {
  for (int t = 0; t < tasks; ++t)
    if (letter == taskName(t)) return t;
  refuse("--task: '", letter, "' found, ", lettersOf(tasks), " expected");
}

}  // namespace zipper::cli
