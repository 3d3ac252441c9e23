// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/workbench/session_draft.h"

#include <algorithm>
#include <set>

#include "core/network/common_width.h"
#include "core/network/compatibility.h"
#include "core/network/identical_layers.h"
#include "core/network/task_names.h"

namespace zipper {

TaskSource TaskDraft::source() const {
  TaskSource source;
  source.name = name.trimmed().toStdString();
  source.model = model.toStdString();
  source.data = data.toStdString();
  source.images = reading;
  if (summary) source.overrides = summary->overrides;
  source.classes = outputs;
  return source;
}

void SessionDraft::clear(std::size_t count) {
  tasks.clear();
  for (std::size_t i = 0; i < count; ++i) add();
}

void SessionDraft::add() {
  if (int(tasks.size()) >= mostTasks) return;
  tasks.emplace_back();
  tasks.back().id = ++lastId_;
}

void SessionDraft::remove(int task) {
  if (tasks.size() > 2 && task >= 0 && task < int(tasks.size())) tasks.erase(tasks.begin() + task);
}

TaskDraft* SessionDraft::find(int id) {
  const auto found = std::find_if(tasks.begin(), tasks.end(), [id](const TaskDraft& task) { return task.id == id; });
  return found == tasks.end() ? nullptr : &*found;
}

bool SessionDraft::isComplete() const {
  return std::all_of(tasks.begin(), tasks.end(), [](const TaskDraft& task) { return task.isComplete(); });
}

bool SessionDraft::isEmpty() const {
  return tasks.size() == 2 &&
         std::all_of(tasks.begin(), tasks.end(), [](const TaskDraft& task) { return task.isEmpty(); });
}

std::string SessionDraft::misfit() const {
  const auto& first = tasks.front().summary;
  if (!first) return {};
  // Those that aren't known yet stand for networks like the first, so that the others keep their letters.
  std::vector<MobileNetSpec> specs;
  for (const TaskDraft& task : tasks) specs.push_back(task.summary ? task.summary->spec : first->spec);
  return whyNotMergeable(atCommonWidth(specs));
}

std::vector<std::string> SessionDraft::adjustments() const {
  std::vector<MobileNetSpec> specs;
  for (const TaskDraft& task : tasks) {
    if (!task.summary) return {};
    specs.push_back(task.summary->spec);
  }
  return notesOnWidths(atCommonWidth(specs));
}

int SessionDraft::taskWithoutLabels() const {
  for (std::size_t t = 0; t < tasks.size(); ++t)
    if (tasks[t].classes && !tasks[t].classes->matching.problem.empty()) return int(t);
  return -1;
}

std::vector<std::string> SessionDraft::usualNames() const {
  std::set<std::string> taken;
  for (const TaskDraft& task : tasks) taken.insert(task.source().name);
  std::vector<std::string> names;
  for (const TaskDraft& task : tasks) {
    const TaskSource source = task.source();
    names.emplace_back();
    if (!source.name.empty() || source.model.empty()) continue;
    names.back() = nameOf(source);
    for (int number = 2; !taken.insert(names.back()).second; ++number)
      names.back() = nameOf(source) + ' ' + std::to_string(number);
  }
  return names;
}

int SessionDraft::identicalLayers() const {
  std::vector<MobileNetSpec> specs;
  std::vector<std::vector<std::string>> hashes;
  for (const TaskDraft& task : tasks) {
    if (!task.summary || task.summary->spec.classes == 0 || task.summary->layerHashes.empty()) return 0;
    specs.push_back(task.summary->spec);
    hashes.push_back(task.summary->layerHashes);
  }
  return identicalDepth(specs, hashes);
}

Recipe SessionDraft::recipe(const std::string& preset) const {
  Recipe recipe = presetRecipe(preset);
  const std::vector<std::string> usual = usualNames();
  for (std::size_t t = 0; t < tasks.size(); ++t) {
    TaskSource source = tasks[t].source();
    if (source.name.empty() && nameOf(source) != usual[t]) source.name = usual[t];
    recipe.sources.push_back(source);
  }
  return recipe;
}

}  // namespace zipper
